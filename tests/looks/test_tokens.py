"""Style sheets made from a brand file: pages and components rely on every name and on the same bytes each time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smm_portfolio.looks import FontSet, Look, font_set, load_look, print_fonts_css, web_fonts_css, web_tokens_css

GOLDEN = Path(__file__).parent / "golden"


def look_of(name: str) -> Look:
    look, _ = load_look(name)
    assert look is not None
    return look


@pytest.mark.parametrize("name", ["studio", "quiet"])
def test_tokens_are_the_golden_ones(name: str) -> None:
    """After a wanted change: run `python -m tests.looks.test_tokens` and read the difference."""
    assert web_tokens_css(look_of(name)) == (GOLDEN / f"{name}-tokens.css").read_text(encoding="utf-8")


def test_both_looks_have_the_same_names() -> None:
    names = [set(re.findall(r"--smm-[\w-]+(?=:)", web_tokens_css(look_of(name)))) for name in ("studio", "quiet")]
    assert names[0] == names[1]


def test_dark_scheme_redraws_every_colour_and_every_rule_that_is_made_of_one() -> None:
    css = web_tokens_css(look_of("quiet"))
    day, night = css.split('[data-md-color-scheme="slate"]')
    assert set(look_of("quiet").light) <= set(re.findall(r"--smm-([\w-]+):", night))
    made_of_colours = {name for name, value in re.findall(r"--smm-([\w-]+): ([^;]+);", day) if "var(" in value}
    assert made_of_colours <= set(re.findall(r"--smm-([\w-]+):", night))
    assert "hd-rule" in made_of_colours


def test_material_takes_its_colours_from_the_look() -> None:
    css = web_tokens_css(look_of("studio"))
    assert css.count("--md-primary-fg-color: var(--smm-hd-bg);") == 2
    assert not re.search(r"--md-[\w-]+: #", css)


@pytest.fixture(scope="module")
def quiet_fonts(font_cache: Path) -> FontSet:
    return font_set(look_of("quiet"), font_cache)


def test_site_asks_for_no_font_elsewhere_and_for_text_and_headings_first(quiet_fonts: FontSet) -> None:
    css = web_fonts_css(quiet_fonts, "../fonts/")
    assert set(re.findall(r'url\("([^"]+?/)[^/"]+"\)', css)) == {"../fonts/"}
    assert css.count("font-display: swap") == css.count("@font-face") == len(quiet_fonts.web)
    first = [f.cut.family for f in quiet_fonts.web if f.cut.preload]
    assert first == ["Smm Newsreader", "Smm Newsreader Display"]


def test_document_brings_other_fonts_only_when_its_text_needs_them(quiet_fonts: FontSet) -> None:
    assert "Smm Fallback" not in print_fonts_css(quiet_fonts, "Café, Łódź, İstanbul: 5 €")
    assert "Smm Emoji" in print_fonts_css(quiet_fonts, "Klaar ✅")
    assert "Smm Fallback" in print_fonts_css(quiet_fonts, "Привет")
    assert "Smm Emoji" not in print_fonts_css(quiet_fonts, "Привет")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for look_name in ("studio", "quiet"):
        (GOLDEN / f"{look_name}-tokens.css").write_text(web_tokens_css(look_of(look_name)), encoding="utf-8")
