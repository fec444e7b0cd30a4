"""Cut one font file: fewer characters, fewer axes, no hints; the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import asdict
from typing import Any

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from smm_portfolio.looks.cuts import EMOJI, GLYPHS, Cut, Span

RECIPE_VERSION = 3
"""Raise when the same cut would give other bytes than before."""

_FEATURES = [
    "calt",
    "case",
    "ccmp",
    "frac",
    "kern",
    "liga",
    "lnum",
    "locl",
    "mark",
    "mkmk",
    "onum",
    "pnum",
    "rlig",
    "rvrn",
    "tnum",
]
_PAPER_ONLY = frozenset({"case", "frac", "onum", "pnum"})
"""Features that no style sheet of the site asks for; their glyphs are a tenth of a file."""

TWINS = {
    0x2610: 0x25FB,
    0x2713: 0x2714,
    0x2717: 0x2716,
    0x2718: 0x2716,
    0x2605: 0x2B50,
    0x25CF: 0x26AB,
    0x25CB: 0x26AA,
    0x25A0: 0x25FC,
    0x25A1: 0x25FB,
    0x25B2: 0x1F53C,
    0x25BC: 0x1F53D,
    0x25C6: 0x1F538,
}
"""Signs that people type and no face of ours has, drawn by the emoji that looks the same."""


def key(cut: Cut) -> str:
    """Hash of everything that decides about the bytes of a cut; not of where its source lies."""
    described = asdict(cut) | {
        "source": cut.source.name,
        "preload": None,
        "recipe": RECIPE_VERSION,
        "fonttools": fontTools.version,
        "ranges": GLYPHS.get(cut.glyphs),
    }
    if not cut.number:
        del described["number"]
    return hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()


def make(cut: Cut) -> bytes:
    """The finished font file.

    Why subset first: limiting the axes of a font costs time per glyph, and most glyphs go.
    """
    # recalcTimestamp would write the clock into head.modified
    whole = cut.glyphs == "whole"
    number = cut.number if cut.source.suffix.lower() in (".ttc", ".otc") else -1
    with TTFont(cut.source, fontNumber=number, recalcTimestamp=False, lazy=whole) as font:
        if not whole:
            _subset(font, cut)
        if "fvar" in font:
            instancer.instantiateVariableFont(font, _limits(font, dict(cut.axes)), inplace=True, updateFontNames=False)
        if cut.source.name == EMOJI:
            _add_twins(font)
        _rename(font, cut)
        font.flavor = "woff2" if cut.web else None
        out = io.BytesIO()
        font.save(out, reorderTables=False)
    return out.getvalue()


def _subset(font: Any, cut: Cut) -> None:
    options = subset.Options()
    options.layout_features = ["*"] if cut.glyphs == "all" else _features(cut)
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    have = font.getBestCmap()
    ranges = GLYPHS[cut.glyphs]
    subsetter.populate(unicodes=[code for code in have if any(low <= code <= high for low, high in ranges)])
    subsetter.subset(font)


def _features(cut: Cut) -> list[str]:
    return [name for name in _FEATURES if not cut.web or name not in _PAPER_ONLY]


def _limits(font: Any, wanted: dict[str, Span]) -> dict[str, Any]:
    """Axis limits that this font can have: clamped to its own, and every axis that nobody asked for cut away."""
    limits: dict[str, Any] = {}
    for axis in font["fvar"].axes:
        default = 400.0 if axis.axisTag == "wght" else axis.defaultValue
        low, high = wanted.get(axis.axisTag, (default, default))
        low, high = (min(max(value, axis.minValue), axis.maxValue) for value in (low, high))
        limits[axis.axisTag] = low if low == high else (low, high)
    return limits


def _add_twins(font: Any) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            known = dict(table.cmap)
            table.cmap.update(
                {
                    sign: known[twin]
                    for sign, twin in TWINS.items()
                    if twin in known and sign not in known and (table.format == 12 or sign < 0x10000)
                }
            )


def _rename(font: Any, cut: Cut) -> None:
    """A name of our own: what is cut is no longer the published font, and must not be mistaken for an installed one."""
    names = font["name"]
    style = ("Italic" if cut.italic else "Regular") if cut.weight[0] == 400 else f"{cut.weight[0]:g}"
    postscript = f"{cut.family}-{style}".replace(" ", "")
    for name_id in (16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    for name_id, text in ((1, cut.family), (2, style), (3, postscript), (4, f"{cut.family} {style}"), (6, postscript)):
        names.removeNames(nameID=name_id)
        names.setName(text, name_id, 3, 1, 0x409)
    if cut.weight[0] == cut.weight[1]:
        font["OS/2"].usWeightClass = int(cut.weight[0])
    if not cut.web:
        font["OS/2"].usWidthClass = 5  # normal: how narrow it is drawn is the look's business
