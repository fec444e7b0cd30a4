"""Nobody publishes text that cannot be read without having been told, with the colour that would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.looks import contrast_findings, load_look
from smm_portfolio.looks.colour import contrast, from_oklch, nearest_with_contrast, parse, same_hue, to_oklch
from tests.support.trees import write_tree


@pytest.mark.parametrize(
    ("text", "ground", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),  # the grey that just fails
        ("#767676", "#FFFFFF", 4.54),  # and the one that just passes
        ("#1B38C9", "#F1F3F4", 7.7),
        ("#FF5B35", "#131416", 6.0),
        ("#737982", "#F1F3F4", 3.9),
    ],
)
def test_ratio_is_that_of_wcag(text: str, ground: str, ratio: float) -> None:
    assert contrast(parse(text), parse(ground)) == pytest.approx(ratio, abs=0.06)


@pytest.mark.parametrize("name", ["studio", "quiet", "base"])
def test_shipped_looks_are_readable_by_day_by_night_and_on_paper(name: str) -> None:
    look, problems = load_look(name)
    assert look is not None
    assert not problems
    assert contrast_findings(look) == []


def test_pale_accent_is_reported_with_the_nearest_colour_that_passes(tmp_path: Path) -> None:
    brand = "name: Mine\nextends: quiet\ncolours:\n  light:\n    accent: '#7FBFAF'\n"
    write_tree(tmp_path, {"themes/mine/brand.yml": brand})
    look, problems = load_look("mine", tmp_path)
    assert look is not None
    pale = [p for p in problems if p.path == "colours.light.accent"]
    assert pale
    assert all((p.code, p.file, p.line, p.is_error) == ("SMM070", "themes/mine/brand.yml", 5, False) for p in pale)
    [suggestion] = {f.suggestion for f in contrast_findings(look) if (f.scheme, f.role) == ("light", "accent")}
    assert suggestion in pale[0].fix
    fixed = parse(suggestion)
    assert min(contrast(fixed, parse(look.light[ground])) for ground in ("bg", "surface")) >= 4.5
    assert same_hue(fixed, parse("#7FBFAF"))


def test_one_pale_colour_is_one_warning_at_the_line_that_wrote_it(tmp_path: Path) -> None:
    """It was fifteen, nine of them in a file of ours that nobody can change."""
    brand = "name: Mine\nextends: studio\ncolours:\n  light:\n    accent: '#F0C0FF'\n"
    write_tree(tmp_path, {"themes/mine/brand.yml": brand})
    _, problems = load_look("mine", tmp_path)
    assert [(p.file, p.line, p.path) for p in problems] == [("themes/mine/brand.yml", 5, "colours.light.accent")]


def test_a_ground_that_swallows_its_text_is_told_where_the_ground_was_chosen(tmp_path: Path) -> None:
    brand = "name: Mine\nextends: quiet\ncolours:\n  light:\n    accent: '#7A1FA2'\n    lead-bg: accent\n"
    write_tree(tmp_path, {"themes/mine/brand.yml": brand})
    _, problems = load_look("mine", tmp_path)
    assert {p.file for p in problems} == {"themes/mine/brand.yml"}
    told = {p.path: (p.line, p.fix) for p in problems}
    assert told["colours.light.lead-ink"][0] == 6
    assert told["colours.light.lead-ink"][1].endswith("lead-ink under colours.light.")
    assert "colours.dark.lead-ink" in told


def test_nearest_passing_colour_is_not_simply_black() -> None:
    found = nearest_with_contrast(parse("#8A8AFF"), (parse("#FFFFFF"),), 4.5)
    assert 4.5 <= contrast(found, parse("#FFFFFF")) < 4.8


def test_black_or_white_where_no_colour_passes() -> None:
    assert nearest_with_contrast(parse("#C03030"), (parse("#777777"),), 7).hex == "#000000"


@pytest.mark.parametrize("value", ["#FF5B35", "#1B38C9", "#17594A", "#FFFFFF", "#000000", "#FFD12B"])
def test_colour_survives_the_way_through_oklch(value: str) -> None:
    assert from_oklch(*to_oklch(parse(value))).hex == value
