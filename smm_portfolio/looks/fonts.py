"""The cut fonts of a look, made once and kept in the cache."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from smm_portfolio.looks.cuts import EMOJI, FALLBACKS, Cut, cuts_of, fallback_cuts, fallback_source
from smm_portfolio.looks.cutting import TWINS, key, make
from smm_portfolio.looks.files import worker_pool, write_whole
from smm_portfolio.looks.look import Look
from smm_portfolio.looks.spare import EAST_ASIAN_FAMILY, FAMILIES, coverage, east_asian, spare_cut

_INVISIBLE = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}


@dataclass(frozen=True, slots=True)
class FontFile:
    """A cut and where it lies."""

    cut: Cut
    path: Path


@dataclass(frozen=True, slots=True)
class FontSet:
    """Every font file of a look.

    Args:
        folder: where they lie; print jobs may read it.
        web: WOFF2 files of the site; those with ``cut.preload`` are asked for first.
        print: static TrueType files of paper.
        spare: fonts for letters that no other font has; see ``spare_fonts``.
    """

    folder: Path
    web: tuple[FontFile, ...]
    print: tuple[FontFile, ...]
    spare: tuple[Path, ...] = ()

    def for_text(self, text: str) -> tuple[FontFile, ...]:
        """The print fonts, and the Noto faces and spare fonts for what in this text the brand faces cannot draw."""
        return self.print + _fallback(self, _uncovered(text, self.print), text)


def font_set(look: Look, cache: Path, spare: tuple[Path, ...] = ()) -> FontSet:
    """The fonts of a look, cut where the cache lacks them.

    Args:
        look: whose.
        cache: the project's ``.cache/smm``.
        spare: see ``FontSet``.

    Raises:
        UserError: a typeface is not installed or a file is missing.
    """
    folder = cache / "fonts"
    files = _ensure(folder, cuts_of(look))
    return FontSet(folder, tuple(f for f in files if f.cut.web), tuple(f for f in files if not f.cut.web), spare)


def _ensure(folder: Path, cuts: Iterable[Cut]) -> list[FontFile]:
    """Cut what is missing, side by side; a file is there whole or not at all, so nobody waits for a lock."""
    files = [FontFile(cut, folder / f"{cut.stem}-{key(cut)[:12]}.{'woff2' if cut.web else 'ttf'}") for cut in cuts]
    missing = [file for file in files if not file.path.is_file()]
    if len(missing) == 1:
        make_file(missing[0])
    elif missing:
        _cut_side_by_side(missing)
    return files


def _cut_side_by_side(files: list[FontFile]) -> None:
    """In worker processes; what they leave undone (one was killed, or this program cannot start any) is cut here."""
    with suppress(BrokenProcessPool), worker_pool(len(files), ("smm_portfolio.looks.cutting",)) as pool:
        list(pool.map(make_file, files))
    for file in files:
        if not file.path.is_file():
            make_file(file)


def make_file(file: FontFile) -> None:
    """Cut one font and put it in its place."""
    write_whole(file.path, make(file.cut))


def _uncovered(text: str, files: tuple[FontFile, ...]) -> set[str]:
    """Characters that the text face lacks; joiners and variation selectors have no shape of their own."""
    codes = {
        char
        for char in set(text)
        if ord(char) > 0x7E and unicodedata.category(char) not in _INVISIBLE and not "\ufe00" <= char <= "\ufe0f"
    }
    if not codes:
        return codes
    covered = [_coverage(file.path) for file in files if file.cut.family.split()[-1] in ("Text", "Label", "Display")]
    return {char for char in codes if not all(ord(char) in face for face in covered)}


def _fallback(fonts: FontSet, chars: set[str], text: str) -> tuple[FontFile, ...]:
    """The project's own fonts first, because somebody wants them; Noto Sans CJK last."""
    cuts: list[Cut] = []
    left = {ord(char) for char in chars}
    for family, path in zip(FAMILIES, fonts.spare, strict=False):
        if drawn := left & coverage(path):
            left -= drawn
            cuts.append(spare_cut(path, family, text))
    for name in FALLBACKS:
        source = fallback_source(name)
        if not left or source is None:
            break
        drawn = left & (_coverage(source) | (TWINS.keys() if name == EMOJI else set()))
        if drawn:
            left -= drawn
            cuts += fallback_cuts(name)
    last = east_asian()
    if left and last and left & coverage(last):
        cuts.append(spare_cut(last, EAST_ASIAN_FAMILY, text))
    return tuple(_ensure(fonts.folder, cuts))


@lru_cache(maxsize=64)
def _coverage(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
