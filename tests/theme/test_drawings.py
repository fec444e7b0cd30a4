"""Artwork and charts: the same picture every time, in shapes that every look can fill, to scale."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from smm_portfolio.site.artwork import MOTIFS, SIZES, drawing
from smm_portfolio.site.charts import Range, Series, Target, before_after, range_chart, target_bars
from smm_portfolio.site.charts.drawn import round_steps
from tests.theme.samples import NASTY

ROLES = {"smm-art", "smm-a0", "smm-a1", "smm-a2", "smm-a3", "smm-a4", "smm-a5", "smm-aline", "smm-astem", "smm-stitch"}


def plain(value: float) -> str:
    return f"{value:g}"


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


def charts() -> list[str]:
    line = before_after(Series((3.0, 3.2), (3.4, 4.1), "start", ("a", "b", NASTY), ("x", "y")), plain, NASTY)
    bars = target_bars((Target(NASTY, 1.4, "140 %", True), Target("b", 0.8, "80 %", False)), "100 %", NASTY)
    span = range_chart(Range(24000, 29000, 35000), plain, NASTY)
    return [drawn for chart in (line, bars, span) for drawn in (chart.wide, chart.narrow)]


@pytest.mark.parametrize("svg", charts(), ids=["line", "line narrow", "bars", "bars narrow", "range", "range narrow"])
def test_a_chart_is_whole_named_and_stays_inside_its_box(svg: str) -> None:
    root = ET.fromstring(svg)
    assert root.get("aria-label") == NASTY
    width, height = map(float, root.get("viewBox", "").split()[2:])
    for text in root.iter("text"):
        assert 0 <= float(text.get("x", "-1")) <= width
        assert 0 <= float(text.get("y", "-1")) <= height


def test_bars_are_to_scale_and_a_missed_goal_is_hatched() -> None:
    root = ET.fromstring(target_bars((Target("a", 1.0, "", True), Target("b", 0.5, "", False)), "", "").wide)
    widths = {rect.get("class"): float(rect.get("width", "0")) for rect in root.iter("rect")}
    assert widths["smm-c-no"] == pytest.approx(widths["smm-c-ok"] / 2, abs=0.1)
    assert "smm-c-hatch" in widths


@pytest.mark.parametrize("values", [Range(24000, 29000, 35000), Range(25000, 25500, 26000), Range(1, 99, 100)])
def test_figures_on_a_range_never_touch(values: Range) -> None:
    for svg in (range_chart(values, plain, "").wide, range_chart(values, plain, "").narrow):
        labels = [node for node in ET.fromstring(svg).iter("text") if node.get("class") == "smm-c-b"]
        spans = sorted((float(node.get("x", "0")), len(node.text or "") * 8.0 / 2) for node in labels)
        for (left, left_half), (right, right_half) in pairwise(spans):
            assert left + left_half < right - right_half


@pytest.mark.parametrize("values", [Range(low=150000), Range(typical=61.57), Range(high=50000)])
def test_a_missing_end_is_not_made_up(values: Range) -> None:
    svg = range_chart(values, plain, "").wide
    assert "smm-c-rng" not in svg
    assert svg.count("smm-c-mid") == 1


@pytest.mark.parametrize(("low", "high", "most"), [(0, 1, 5), (2.8, 5.7, 6), (0, 0, 4), (24000, 35000, 7), (-3, 3, 7)])
def test_scales_are_round_and_enclose_the_figures(low: float, high: float, most: int) -> None:
    steps = round_steps(low, high, most)
    assert steps[0] <= low
    assert high <= steps[-1]
    assert 2 <= len(steps) <= most
    gaps = {f"{b - a:.3e}" for a, b in pairwise(steps)}
    assert len(gaps) == 1
    assert re.match(r"(1\.000|2\.000|2\.500|5\.000)e", gaps.pop())
