"""A brand is changed in one small file, and a mistake in it is shown at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.looks import Look, available_looks, load_look, print_tokens_css, web_tokens_css
from smm_portfolio.looks.colour import contrast, parse, same_hue
from smm_portfolio.problems import Problem
from tests.support.trees import write_tree


def brand(tmp_path: Path, text: str, name: str = "mine") -> tuple[Look | None, list[Problem]]:
    write_tree(tmp_path, {f"themes/{name}/brand.yml": text})
    return load_look(name, tmp_path)


def loaded(tmp_path: Path, text: str, name: str = "mine") -> Look:
    look, problems = brand(tmp_path, text, name)
    assert look is not None, problems
    return look


def test_one_changed_colour_goes_everywhere_it_is_used(tmp_path: Path) -> None:
    look = loaded(tmp_path, "name: Mine\nextends: quiet\ncolours: {light: {accent: '#8B1E5B'}}\n")
    assert {look.light[role] for role in ("accent", "btn-bg", "focus", "data-1", "good", "art-1")} == {"#8B1E5B"}
    assert look.paper["accent"] == look.paper["band"] == "#8B1E5B"
    plain, _ = load_look("quiet")
    assert plain is not None
    assert look.light["ink"] == plain.light["ink"]
    assert look.brand.type == plain.brand.type


def test_dark_accent_follows_the_light_one_and_stays_readable(tmp_path: Path) -> None:
    look = loaded(tmp_path, "name: Mine\nextends: quiet\ncolours: {light: {accent: '#8B1E5B'}}\n")
    night = parse(look.dark["accent"])
    assert same_hue(night, parse("#8B1E5B"))
    assert contrast(night, parse(look.dark["bg"])) >= 7
    assert look.dark["bg"] == "#151A18"


def test_dark_colour_that_is_given_is_not_touched(tmp_path: Path) -> None:
    both = "{light: {accent: '#8B1E5B'}, dark: {accent: '#FFB3DD'}}"
    look = loaded(tmp_path, f"name: M\nextends: quiet\ncolours: {both}\n")
    assert look.dark["accent"] == "#FFB3DD"


def test_field_of_studio_reaches_paper_dark_enough_for_text(tmp_path: Path) -> None:
    look = loaded(tmp_path, "name: Mine\nextends: studio\ncolours: {light: {field: '#19B57A'}}\n")
    assert look.dark["lead-bg"] == look.paper["cover-mark"] == "#19B57A"
    assert contrast(parse(look.paper["accent"]), parse("#FFFFFF")) >= 5.5


def test_project_may_change_a_shipped_look_under_its_own_name(tmp_path: Path) -> None:
    look = loaded(tmp_path, "name: Studio\nextends: studio\ncolours: {light: {accent: '#005F5F'}}\n", "studio")
    assert look.light["accent"] == "#005F5F"
    assert look.light["field"] == "#FF5B35"
    assert look.layers[-1] == tmp_path / "themes/studio"


def test_third_look_needs_only_a_few_lines(tmp_path: Path) -> None:
    look = loaded(tmp_path, "name: Third\n")
    assert "--smm-accent: " in web_tokens_css(look)
    assert available_looks(tmp_path) == ["mine", "quiet", "studio"]


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("name: X\ncolours: {light: {acent: '#112233'}}\n", "SMM010", 2, "Did you mean accent?"),
        ("name: X\ncolours:\n  light:\n    accent: blue-ish!\n", "SMM071", 4, "neither a colour"),
        ("name: X\ncolours:\n  light:\n    accent: nothing\n", "SMM071", 4, "no colour role"),
        ("name: X\ncolours:\n  light:\n    accent: focus\n", "SMM071", 4, "circle"),
        ("name: X\ncolors: {}\n", "SMM010", 2, "Did you mean colours?"),
        ("name: X\nextends: studoi\n", "SMM061", 2, "Did you mean studio?"),
        ("name: X\ntype:\n  tokens:\n    w-head: '800;} body{display:none'\n", "SMM071", 4, "style value"),
        ("name: X\nshape:\n  tokens:\n    bd: url(https://example.org/x)\n", "SMM071", 4, "style value"),
        ("name: X\nlogo: {file: missing.svg, alt: Mark}\n", "SMM024", 2, "missing.svg"),
        ("name: X\nlogo: {file: ../../secret.svg, alt: Mark}\n", "SMM024", 2, "secret"),
        ("name: [\n", "SMM002", 2, ""),
    ],
)
def test_mistake_is_shown_at_its_place(tmp_path: Path, text: str, code: str, line: int, words: str) -> None:
    (tmp_path / "secret.svg").write_text("<svg/>")
    look, problems = brand(tmp_path, text)
    assert look is None
    found = [p for p in problems if p.code == code]
    assert found, problems
    assert (found[0].file, found[0].line) == ("themes/mine/brand.yml", line)
    assert words in f"{found[0].message} {found[0].fix}"


def test_unknown_look_names_the_nearest() -> None:
    look, [problem] = load_look("quite")
    assert look is None
    assert (problem.code, problem.fix) == ("SMM061", "Did you mean quiet?")


def test_tokens_for_paper_hold_no_reference_to_another_file() -> None:
    look, _ = load_look("studio")
    assert look is not None
    css = print_tokens_css(look)
    assert css.count("url(") == css.count('url("data:image/svg+xml;base64,') == 1
