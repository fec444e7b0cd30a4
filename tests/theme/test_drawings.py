"""Artwork: the same picture every time, in shapes that every look can fill."""

import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from smm_portfolio.site.artwork import MOTIFS, SIZES, drawing
from tests.theme.samples import NASTY

ROLES = {"smm-art", "smm-a0", "smm-a1", "smm-a2", "smm-a3", "smm-a4", "smm-a5", "smm-aline", "smm-astem", "smm-stitch"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("motif", MOTIFS)
def test_a_drawing_is_whole_and_leaves_its_colours_to_the_look(motif: str, size: str) -> None:
    root = ET.fromstring(drawing(motif, "bakery", size))
    assert {name for node in root.iter() for name in node.get("class", "").split()} <= ROLES
    assert not {"style", "fill", "stroke"} & {key for node in root.iter() for key in node.attrib}
    assert sum(1 for _ in root.iter()) > 5


def test_two_cases_with_one_subject_do_not_look_the_same() -> None:
    assert drawing("books", "library", "45") != drawing("books", "festival", "45")


def test_a_drawing_is_the_same_in_every_process() -> None:
    code = "from smm_portfolio.site.artwork import drawing; print(drawing('quilt', 'lapwerk', '916'), end='')"
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"}
    )
    assert other.stdout == drawing("quilt", "lapwerk", "916")


def test_a_drawing_says_what_it_shows_or_keeps_quiet() -> None:
    assert ET.fromstring(drawing("cups", "a", "11", NASTY)).get("aria-label") == NASTY
    assert ET.fromstring(drawing("cups", "a", "11")).get("aria-hidden") == "true"
