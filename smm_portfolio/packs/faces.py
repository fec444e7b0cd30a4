"""One static font for form values: text shaped to glyphs, and the font as objects of a PDF.

Why not the fonts that the layout embeds: those hold the glyphs of its own words only; values bring others.
"""

from __future__ import annotations

import io
import itertools
import struct
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import uharfbuzz as hb
from fontTools.ttLib import TTFont

_FEATURES = {"kern": True, "mark": True, "ccmp": True, "liga": False, "clig": False, "calt": False}
_NO_SHAPE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph in its place; all lengths in thousandths of the size."""

    id: int
    advance: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """A line of text as glyphs; ``width`` in thousandths of the size."""

    glyphs: tuple[Glyph, ...]
    width: float


class Face:
    """A TrueType font without hints and without axes.

    Args:
        data: the file.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._font = TTFont(io.BytesIO(data), lazy=True)
        self._hb = hb.Font(hb.Face(data))
        self._scale = 1000 / self._font["head"].unitsPerEm
        self._cmap: dict[int, str] = self._font.getBestCmap()
        order = {name: number for number, name in enumerate(self._font.getGlyphOrder())}
        self._unicode = {order[name]: code for code, name in sorted(self._cmap.items(), reverse=True)}
        self._shaped: dict[str, Shaped | None] = {}

    @property
    def cap_height(self) -> float:
        """Height of capitals, in thousandths."""
        height = float(getattr(self._font["OS/2"], "sCapHeight", 0) or self._font["hhea"].ascent * 0.7)
        return float(height * self._scale)

    @property
    def name(self) -> str:
        """PostScript name."""
        return str(self._font["name"].getDebugName(6))

    def covers(self, text: str) -> bool:
        """Whether it has a glyph for every character."""
        return all(ord(char) in self._cmap and unicodedata.category(char) not in _NO_SHAPE for char in text)

    def shape(self, text: str) -> Shaped | None:
        """Glyphs of a line; None where a glyph would have no character of its own, so that text could not be copied."""
        if text not in self._shaped:
            if len(self._shaped) > 20_000:
                self._shaped.clear()
            self._shaped[text] = self._shape(text)
        return self._shaped[text]

    def _shape(self, text: str) -> Shaped | None:
        if not self.covers(text):
            return None
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if buffer.direction != "ltr":
            return None
        hb.shape(self._hb, buffer, _FEATURES)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        if any(info.codepoint not in self._unicode for info in infos):
            return None
        glyphs = tuple(
            Glyph(info.codepoint, at.x_advance * self._scale, at.x_offset * self._scale, at.y_offset * self._scale)
            for info, at in zip(infos, places, strict=True)
        )
        return Shaped(glyphs, sum(glyph.advance for glyph in glyphs))

    def natural(self, glyph: int) -> int:
        """Advance of a glyph without kerning, rounded as the PDF's table of widths has it."""
        return self._widths[glyph]

    @cached_property
    def _widths(self) -> list[int]:
        metrics = self._font["hmtx"].metrics
        return [round(metrics[name][0] * self._scale) for name in self._font.getGlyphOrder()]

    @cached_property
    def _glyf(self) -> list[bytes]:
        """Raw outlines by glyph."""
        reader: Any = self._font.reader
        count = self._font["maxp"].numGlyphs
        long = self._font["head"].indexToLocFormat
        offsets = struct.unpack(f">{count + 1}{'I' if long else 'H'}", reader["loca"])
        unit = 1 if long else 2
        data = reader["glyf"]
        return [data[start * unit : end * unit] for start, end in itertools.pairwise(offsets)]

    def program(self, glyphs: Iterable[int]) -> bytes:
        """A font file with the same glyph numbers in which all other glyphs are empty."""
        kept = self._with_parts({0, *glyphs})
        outlines, offsets, body = self._glyf, [0], bytearray()
        for number, outline in enumerate(outlines):
            if number in kept:
                body += outline + b"\0" * (-len(outline) % 4)
            offsets.append(len(body))
        reader: Any = self._font.reader
        head = bytearray(reader["head"])
        head[8:12] = b"\0\0\0\0"
        head[50:52] = b"\0\1"
        tables = {
            b"glyf": bytes(body),
            b"head": bytes(head),
            b"hhea": reader["hhea"],
            b"hmtx": reader["hmtx"],
            b"loca": struct.pack(f">{len(offsets)}I", *offsets),
            b"maxp": reader["maxp"],
        }
        return _sfnt(tables)

    def _with_parts(self, glyphs: set[int]) -> set[int]:
        """The glyphs and those that they are composed of."""
        todo = list(glyphs)
        while todo:
            for part in _parts(self._glyf[todo.pop()]):
                if part not in glyphs:
                    glyphs.add(part)
                    todo.append(part)
        return glyphs

    def objects(self, first: int, glyphs: Iterable[int] | None = None) -> list[bytes]:
        """The font as five PDF objects numbered from ``first``; a field's resources name the first.

        Args:
            first: number of the first object.
            glyphs: what to embed; all of them where it is left out.
        """
        wanted = sorted(set(range(len(self._glyf)) if glyphs is None else glyphs))
        program = self.program(wanted)
        font, head, hhea = self._font, self._font["head"], self._font["hhea"]
        box = [round(v * self._scale) for v in (head.xMin, head.yMin, head.xMax, head.yMax)]
        name = f"SMMSLT+{self.name}"
        widths = " ".join(f"{glyph}[{self._widths[glyph]}]" for glyph in wanted)
        descriptor = (
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{' '.join(map(str, box))}]"
            f"/ItalicAngle {font['post'].italicAngle:g}/Ascent {round(hhea.ascent * self._scale)}"
            f"/Descent {round(hhea.descent * self._scale)}/CapHeight {round(self.cap_height)}/StemV 80"
            f"/FontFile2 {first + 3} 0 R>>"
        )
        cid = (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/CIDToGIDMap/Identity/DW 0/FontDescriptor {first + 2} 0 R/W[{widths}]>>"
        )
        top = (
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{first + 1} 0 R]"
            f"/ToUnicode {first + 4} 0 R>>"
        )
        packed, cmap = zlib.compress(program, 6), zlib.compress(self._to_unicode(wanted), 6)
        return [
            top.encode(),
            cid.encode(),
            descriptor.encode(),
            b"<</Filter/FlateDecode/Length1 %d/Length %d>>stream\n%s\nendstream" % (len(program), len(packed), packed),
            b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
        ]

    def _to_unicode(self, glyphs: Iterable[int]) -> bytes:
        pairs = [f"<{g:04x}> <{chr(self._unicode[g]).encode('utf-16-be').hex()}>" for g in glyphs if g in self._unicode]
        blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe)"
            " /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{body}\nendcmap\n"
            "CMapName currentdict /CMap defineresource pop\nend\nend"
        ).encode()


@lru_cache(maxsize=32)
def face(data: bytes) -> Face:
    """The face of a font file, read once a process."""
    return Face(data)


def _parts(outline: bytes) -> list[int]:
    """Glyphs that a composite glyph is made of (OpenType, table glyf, composite flags)."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    found, at, more = [], 10, True
    while more:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        found.append(glyph)
        at += 4 + (4 if flags & 0x1 else 2)
        at += 2 if flags & 0x8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0
        more = bool(flags & 0x20)
    return found


def _sfnt(tables: dict[bytes, bytes]) -> bytes:
    """A font file from its tables."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    out = bytearray(struct.pack(">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16))
    at, body = 12 + 16 * count, bytearray()
    for tag in sorted(tables):
        data = tables[tag]
        padded = data + b"\0" * (-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        out += struct.pack(">4sIII", tag, total, at + len(body), len(data))
        body += padded
    return bytes(out + body)
