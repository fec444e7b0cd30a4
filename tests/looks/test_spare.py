"""Spare fonts: a name in a script that no shipped font has comes out right, or is refused with the way out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

import smm_portfolio.looks.fonts as looks_fonts
from smm_portfolio.looks import FontSet, font_set, print_fonts_css, print_tokens_css, spare_fonts
from smm_portfolio.looks.spare import EAST_ASIAN_FAMILY, FAMILIES
from smm_portfolio.problems import UserError
from tests.print.documents import shipped

TIBETAN = "བཀྲ"


def tiny_font(chars: str) -> bytes:
    """A font that draws each of some characters as a square."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 700), (900, 700), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    names = {ord(char): f"u{ord(char):X}" for char in chars}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys([".notdef", *names.values()], pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Tiny", "styleName": "Regular", "psName": "Tiny"}, mac=False)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 3_800_000_000
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a font for three Tibetan letters."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "tibetan.ttf").write_bytes(tiny_font(TIBETAN))
    return tmp_path


def fonts_of(cache: Path, project: Path | None = None) -> FontSet:
    return font_set(shipped("studio"), cache, spare_fonts(project) if project else ())


def families(fonts: FontSet, text: str) -> list[str]:
    return [file.cut.family for file in fonts.for_text(text)[len(fonts.print) :]]


def test_a_font_of_the_project_draws_what_no_other_font_has(project: Path, font_cache: Path):
    assert families(fonts_of(font_cache), TIBETAN) == []
    fonts = fonts_of(font_cache, project)
    assert families(fonts, f"Naam {TIBETAN}") == [FAMILIES[0]]
    assert families(fonts, "Anna") == []
    assert f'font-family: "{FAMILIES[0]}"' in print_fonts_css(fonts, TIBETAN)
    assert f'"{FAMILIES[0]}"' in print_tokens_css(shipped("studio"))


@pytest.mark.parametrize(("name", "place"), [("王小明", "SC"), ("佐藤さくら", "JP"), ("김민준", "KR")])
def test_chinese_japanese_and_korean_each_get_their_own_shapes(font_cache: Path, name: str, place: str):
    fonts = fonts_of(font_cache)
    assert families(fonts, name) == [EAST_ASIAN_FAMILY]
    assert fonts.for_text(name)[-1].cut.number == {"JP": 0, "KR": 1, "SC": 2}[place]
    with TTFont(fonts.for_text(name)[-1].path, lazy=True) as font:
        assert {ord(char) for char in name} <= font.getBestCmap().keys()
        assert font["name"].getDebugName(6).startswith("Smm")


def test_latin_and_cyrillic_stay_with_noto_sans_where_both_could(font_cache: Path):
    assert set(families(fonts_of(font_cache), "Ꙋ Ḻ")) == {"Smm Fallback"}


def test_without_the_package_nothing_is_drawn_wrongly(font_cache: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(looks_fonts, "east_asian", lambda: None)
    assert families(fonts_of(font_cache), "王小明") == []


def test_a_file_that_is_no_font_and_too_many_are_said(project: Path):
    (project / "fonts" / "broken.otf").write_bytes(b"no font")
    (project / "fonts" / "readme.txt").write_text("not looked at", encoding="utf-8")
    with pytest.raises(UserError) as refused:
        spare_fonts(project)
    assert [(problem.code, problem.file) for problem in refused.value.problems] == [("SMM134", "fonts/broken.otf")]
    (project / "fonts" / "broken.otf").unlink()
    for number in range(8):
        (project / "fonts" / f"{number}.ttf").write_bytes(tiny_font("a"))
    with pytest.raises(UserError, match="9 fonts"):
        spare_fonts(project)
