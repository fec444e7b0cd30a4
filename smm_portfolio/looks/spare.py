"""Spare fonts for letters that neither a look nor the shipped Noto faces have: the project's own, and Noto Sans CJK.

They are used whole: which letters people's names need is personal, and must not be read from the names of kept files.
What lands in a PDF is a subset all the same.
"""

from __future__ import annotations

import importlib.util
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from smm_portfolio.looks.cuts import PREFIX, Cut, digest_of
from smm_portfolio.problems import Problem, UserError

FOLDER = "fonts"
"""Folder of a project with fonts of its own."""

FAMILIES = tuple(f"{PREFIX} Spare {number}" for number in range(1, 9))
"""CSS families of a project's own fonts, in the order in which they are asked."""

EAST_ASIAN = ("noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc")
"""Package and file of Noto Sans CJK, which the extra ``cjk`` installs."""

EAST_ASIAN_FAMILY = f"{PREFIX} Spare CJK"
"""Its CSS family; it is asked last, because it draws nearly everything a little."""

_ENDINGS = {".ttf", ".otf", ".ttc", ".otc"}
_COLLECTIONS = {".ttc", ".otc"}


def spare_fonts(root: Path) -> tuple[Path, ...]:
    """The fonts in the folder of a project.

    Raises:
        UserError: a file in its folder is no font, or there are too many.
    """
    folder = root / FOLDER
    own = sorted(path for path in folder.glob("*") if path.suffix.lower() in _ENDINGS) if folder.is_dir() else []
    problems = [_unreadable(path, root) for path in own if not _is_font(path)]
    if len(own) > len(FAMILIES):
        message = f"{FOLDER}/ holds {len(own)} fonts, more than {len(FAMILIES)}"
        problems.append(Problem("SMM134", message, "Keep those that your texts need.", FOLDER))
    if problems:
        raise UserError(problems)
    return tuple(own)


def _unreadable(path: Path, root: Path) -> Problem:
    file = path.relative_to(root).as_posix()
    return Problem("SMM134", "this file cannot be read as a font", "Put a TTF, OTF or TTC file there.", file)


def _is_font(path: Path) -> bool:
    try:
        coverage(path)
    except (OSError, TTLibError, KeyError, AssertionError):
        return False
    return True


@cache
def east_asian() -> Path | None:
    """Noto Sans CJK, where it is installed."""
    spec = importlib.util.find_spec(EAST_ASIAN[0])
    path = Path(spec.origin).parent / EAST_ASIAN[1] if spec and spec.origin else None
    return path if path and path.is_file() else None


def spare_cut(path: Path, family: str, text: str) -> Cut:
    """A whole font.

    Args:
        path: of the font or collection.
        family: CSS family.
        text: where it is used; tells Chinese from Japanese and Korean.
    """
    regular = (400.0, 400.0)
    return Cut(
        path,
        digest_of(path),
        family,
        regular,
        False,
        100.0,
        (("wght", regular),),
        "whole",
        False,
        False,
        _number(path, text),
    )


@lru_cache(maxsize=16)
def coverage(path: Path) -> frozenset[int]:
    """The code points that a font draws; the fonts of a collection draw the same."""
    with path.open("rb") as file, TTFont(file, lazy=True, fontNumber=0) as font:
        return frozenset(font.getBestCmap())


def _number(path: Path, text: str) -> int:
    """Which font of a collection: letters that look different in China, Japan and Korea have one code point."""
    if path.suffix.lower() not in _COLLECTIONS:
        return 0
    wanted = _place(text)
    with TTCollection(path, lazy=True) as collection:
        names = [str(font["name"].getDebugName(4) or "") for font in collection.fonts]
    return next((number for number, name in enumerate(names) if wanted in name.split()), 0)


def _place(text: str) -> str:
    names = {unicodedata.name(char, "").partition(" ")[0] for char in set(text)}
    return "KR" if "HANGUL" in names else "JP" if names & {"HIRAGANA", "KATAKANA"} else "SC"
