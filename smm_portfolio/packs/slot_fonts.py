"""The fonts of form values: five brand faces for Latin; Noto Sans for further Latin, Greek and Cyrillic."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont

from smm_portfolio.looks import FontSet
from smm_portfolio.looks.cuts import FALLBACKS, fallback_cuts
from smm_portfolio.looks.cutting import key
from smm_portfolio.looks.files import write_whole
from smm_portfolio.looks.fonts import FontFile, make_file

BRAND = {
    "display": ("Display", 400),
    "text": ("Text", 400),
    "bold": ("Text", 600),
    "form": ("Form", 400),
    "label": ("Label", 400),
}
"""Family and weight by the name that styles of values use."""

FALLBACK = "fallback"

_LATIN = ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x218, 0x21B), (0x2010, 0x2027), (0x20AC, 0x20AC))
_DATES = ((0x20, 0x7E), (0xA0, 0xFF))
_MORE = (*_LATIN, (0x180, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1FFF))
_RECIPE = 1


@dataclass(frozen=True, slots=True)
class SlotFonts:
    """Font files by name: those of ``BRAND``, and ``FALLBACK`` where Noto Sans is installed."""

    files: Mapping[str, bytes]


def slot_fonts(fonts: FontSet) -> SlotFonts:
    """The fonts of values for a look, cut once and kept beside its other fonts."""
    files = {}
    for name, (role, weight) in BRAND.items():
        found = next((f for f in fonts.print if _is(f, role, weight)), None) or _text(fonts)
        files[name] = _subset(found, fonts.folder, _DATES if name == "bold" else _LATIN)
    noto = [FontFile(cut, fonts.folder / f"{cut.stem}-{key(cut)[:12]}.ttf") for cut in fallback_cuts(FALLBACKS[0])]
    if noto:
        if not noto[0].path.is_file():
            make_file(noto[0])
        files[FALLBACK] = _subset(noto[0], fonts.folder, _MORE)
    return SlotFonts(files)


def _is(file: FontFile, role: str, weight: int) -> bool:
    cut = file.cut
    return cut.family.split()[-1] == role and cut.weight[0] == weight and not cut.italic


def _text(fonts: FontSet) -> FontFile:
    return next(file for file in fonts.print if _is(file, "Text", 400))


def _subset(file: FontFile, folder: Path, ranges: Iterable[tuple[int, int]]) -> bytes:
    described = f"{file.path.name} {tuple(ranges)} {_RECIPE} {fontTools.version}"
    path = folder / f"slot-{hashlib.sha256(described.encode()).hexdigest()[:16]}.ttf"
    if not path.is_file():
        write_whole(path, _cut(file.path, ranges))
    return path.read_bytes()


def _cut(path: Path, ranges: Iterable[tuple[int, int]]) -> bytes:
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = [6]
    with TTFont(path, recalcTimestamp=False) as font:
        have = font.getBestCmap()
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[code for code in have if any(low <= code <= high for low, high in ranges)])
        subsetter.subset(font)
        out = io.BytesIO()
        font.save(out, reorderTables=False)
    return out.getvalue()
