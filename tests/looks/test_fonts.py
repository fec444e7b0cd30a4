"""Cut fonts: small, complete for the languages they promise, and the same bytes on every machine."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from smm_portfolio.looks import FontSet, Look, font_set, load_look
from smm_portfolio.looks.cuts import GLYPHS, cuts_of, fallback_cuts
from smm_portfolio.looks.cutting import key, make
from smm_portfolio.looks.fonts import FontFile, _ensure, make_file
from smm_portfolio.problems import UserError
from tests.support.trees import write_tree

DUTCH = "ABCXYZabcxyz0123456789 éëïöüÉËÏÖÜ áàâç „“”‘’…–— €"
POLISH_TURKISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ ğışİŞĞ čřžšůďť"


def shipped(name: str) -> Look:
    look, _ = load_look(name)
    assert look is not None
    return look


@pytest.fixture(scope="module", params=["studio", "quiet"])
def fonts(request: pytest.FixtureRequest, font_cache: Path) -> FontSet:
    look, _ = load_look(request.param)
    assert look is not None
    return font_set(look, font_cache)


def codes(glyphs: str) -> Iterator[int]:
    for low, high in GLYPHS[glyphs]:
        yield from range(low, high + 1)


def covered(path: Path) -> set[str]:
    return {chr(code) for code in TTFont(path).getBestCmap()}


def test_site_fonts_stay_within_their_budget(fonts: FontSet) -> None:
    latin = [f for f in fonts.web if f.cut.glyphs == "latin"]
    assert sum(f.path.stat().st_size for f in latin) < 80_000
    first = [f for f in fonts.web if f.cut.preload]
    assert len(first) == 2, "text and headings, so that nothing moves when they arrive"
    assert sum(f.path.stat().st_size for f in first) < 42_000
    assert not any(f.cut.italic for f in first)


def test_every_dutch_and_english_letter_is_in_the_first_file(fonts: FontSet) -> None:
    latin = {f.cut.family: covered(f.path) for f in fonts.web if f.cut.glyphs == "latin"}
    for family, chars in latin.items():
        assert not set(DUTCH) - chars, family


def test_no_letter_makes_a_browser_ask_for_two_files() -> None:
    for one, other in itertools.combinations(("latin", "latin-more", "latin-ext"), 2):
        assert not set(codes(one)) & set(codes(other))


def test_names_from_poland_and_turkey_print_and_show(fonts: FontSet) -> None:
    on_site = set().union(*(covered(f.path) for f in fonts.web if f.cut.family == fonts.web[0].cut.family))
    assert set(POLISH_TURKISH) <= on_site
    for file in fonts.print:
        assert set(POLISH_TURKISH + DUTCH) <= covered(file.path), file.path.name


def test_print_fonts_are_static_and_carry_our_name(fonts: FontSet) -> None:
    for file in fonts.print:
        font = TTFont(file.path)
        assert "fvar" not in font
        assert "fpgm" not in font
        assert font["name"].getDebugName(1) == file.cut.family
        assert font["name"].getDebugName(13), "the licence stays in the font"


def test_form_font_is_small_because_fields_embed_it_whole(fonts: FontSet) -> None:
    [form] = [f for f in fonts.print if f.cut.family == "Smm Form"]
    assert form.path.stat().st_size < 60_000


def test_same_cut_same_bytes() -> None:
    look, _ = load_look("studio")
    assert look is not None
    for cut in [next(c for c in cuts_of(look) if c.web), next(c for c in cuts_of(look) if not c.web)]:
        assert make(cut) == make(cut)


def test_key_changes_with_what_changes_the_bytes_and_not_with_the_folder() -> None:
    look, _ = load_look("studio")
    assert look is not None
    cut = cuts_of(look)[0]
    assert key(cut) == key(dataclasses.replace(cut, source=Path("/elsewhere") / cut.source.name))
    assert key(cut) != key(dataclasses.replace(cut, digest="0" * 64))
    assert key(cut) != key(dataclasses.replace(cut, axes=(("wght", (400.0, 500.0)),)))


def test_two_builds_at_once_leave_whole_fonts_and_nothing_else(tmp_path: Path) -> None:
    look, _ = load_look("studio")
    assert look is not None
    cut = next(c for c in cuts_of(look) if c.web)
    file = FontFile(cut, tmp_path / "font.woff2")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(make_file, [file] * 4))
    assert [path.name for path in tmp_path.iterdir()] == ["font.woff2"]
    assert file.path.read_bytes() == make(cut)


def test_fonts_are_cut_even_where_no_worker_can_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr("smm_portfolio.looks.fonts.worker_pool", broken)
    cuts = [cut for cut in cuts_of(shipped("studio")) if cut.glyphs == "latin-ext"]
    assert all(file.path.is_file() for file in _ensure(tmp_path, cuts))


def test_second_build_cuts_nothing(font_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look, _ = load_look("studio")
    assert look is not None
    first = font_set(look, font_cache)
    monkeypatch.setattr("smm_portfolio.looks.fonts.make", lambda _cut: pytest.fail("a font was cut again"))
    assert font_set(look, font_cache) == first


def test_emoji_font_draws_the_signs_that_people_type() -> None:
    [cut] = fallback_cuts("NotoEmoji[wght].ttf")
    file = TTFont(cut.source)
    assert 0x2705 in file.getBestCmap()
    assert 0x2713 not in file.getBestCmap()


def test_typeface_that_is_not_installed_says_what_to_install(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {"themes/mine/brand.yml": "name: M\nextends: studio\ntype: {fonts: {archivo: {family: Comic Neue}}}\n"},
    )
    look, _ = load_look("mine", tmp_path)
    assert look is not None
    with pytest.raises(UserError) as caught:
        font_set(look, tmp_path / "cache")
    assert caught.value.problems[0].code == "SMM072"
    assert "pip install fontpkg-comic-neue" in caught.value.problems[0].fix
