"""A person's values into a laid-out form: one incremental update behind the bytes that all packs share.

Source: ISO 32000-1, 7.5.6 (incremental updates), 7.5.8 (cross-reference streams), 12.7.3.3 (variable text).
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from smm_portfolio.packs.appearance import Drawing, Style, Typesetter, font_key
from smm_portfolio.packs.form import Form
from smm_portfolio.packs.slot_fonts import FALLBACK
from smm_portfolio.packs.slots import Value


@dataclass(frozen=True, slots=True)
class Unfit:
    """Values that a form cannot show.

    Args:
        names: of the fields.
    """

    names: tuple[str, ...]


def fill(form: Form, values: Mapping[str, Value], foot: str = "") -> bytes | Unfit:
    """What follows ``form.base`` in the pack of one person.

    Args:
        form: the layout.
        values: by name of field; fields without a value stay empty.
        foot: the name at the foot of every page.

    Returns:
        The bytes of the update, or the fields whose value does not fit or has no shape in our fonts; those are for a
        layout of the person's own.
    """
    setter = typesetter(tuple(sorted(form.files.items())))
    drawn = {f.name: setter.draw(f.style, values[f.name]) for f in form.fields if f.name in values}
    below = setter.draw(form.foot_style, Value(foot)) if form.foot else None
    unfit = [name for name, drawing in drawn.items() if drawing is None]
    if unfit or (form.foot and below is None):
        return Unfit(tuple(unfit) or ("foot",))
    update = _Update(form, setter, [one for one in (*drawn.values(), below) if one])
    for field in form.fields:
        if drawing := drawn.get(field.name):
            box = (field.style.width, field.style.height)
            appearance = update.appearance(drawing, box)
            spoken = text_string(values[field.name].spoken)
            update.put(field.number, b"%s/V %s/AP<</N %d 0 R>>>>" % (field.head, spoken, appearance))
    if below:
        update.put(form.foot, update.foot_body(below, form.foot_style))
    return update.finished()


@lru_cache(maxsize=4)
def typesetter(files: tuple[tuple[str, bytes], ...]) -> Typesetter:
    """One typesetter a look and process, so that what it has drawn serves everybody."""
    return Typesetter(dict(files))


def text_string(text: str) -> bytes:
    """A text as a PDF string: as it is where it is printable ASCII, else UTF-16."""
    if text.isascii() and text.isprintable():
        return b"(" + text.encode().replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">"


class _Update:
    """Objects behind a form, with their cross-references."""

    def __init__(self, form: Form, setter: Typesetter, drawings: Iterable[Drawing]) -> None:
        self._form = form
        self._out = bytearray()
        self._offsets = dict(form.offsets)
        self._next = form.next_number
        self._shared: dict[tuple[bytes, tuple[float, float]], int] = {}
        self._fonts = dict(form.fonts)
        glyphs = frozenset[int]().union(*(drawing.glyphs for drawing in drawings))
        if glyphs:
            self._fonts[FALLBACK] = self._next
            for body in setter.face(FALLBACK).objects(self._next, glyphs):
                self.add(body)

    def put(self, number: int, body: bytes) -> None:
        """An object under a number of the layout, or a new one."""
        self._offsets[number] = len(self._form.base) + len(self._out)
        self._out += b"%d 0 obj\n%s\nendobj\n" % (number, body)

    def add(self, body: bytes) -> int:
        """A new object; returns its number."""
        number = self._next
        self._next += 1
        self.put(number, body)
        return number

    def appearance(self, drawing: Drawing, box: tuple[float, float]) -> int:
        """The appearance of a field; equal ones are one object."""
        key = (drawing.commands, box)
        if key not in self._shared:
            commands = b"/Tx BMC " + drawing.commands + b" EMC"
            self._shared[key] = self.add(self._form_object(commands, drawing, box))
        return self._shared[key]

    def foot_body(self, drawing: Drawing, style: Style) -> bytes:
        """What stands in place of the picture at the foot, whose page draws it into a unit square."""
        matrix = f"/Matrix[{1 / style.width:.8f} 0 0 {1 / style.height:.8f} 0 0]".encode()
        return self._form_object(drawing.commands, drawing, (style.width, style.height), matrix)

    def _form_object(self, commands: bytes, drawing: Drawing, box: tuple[float, float], more: bytes = b"") -> bytes:
        fonts = "".join(f"/{font_key(name)} {self._fonts[name]} 0 R" for name in sorted(drawing.faces))
        head = f"<</Type/XObject/Subtype/Form/BBox[0 0 {box[0]:.3f} {box[1]:.3f}]/Resources<</Font<<{fonts}>>>>"
        return b"%s%s/Length %d>>stream\n%s\nendstream" % (head.encode(), more, len(commands), commands)

    def finished(self) -> bytes:
        """All objects and a cross-reference stream."""
        form, number = self._form, self._next
        at = len(form.base) + len(self._out)
        entries = self._offsets | {number: at}
        digest = hashlib.sha256(form.id + self._out).hexdigest()[:32].encode()
        table = b"".join(struct.pack(">BIH", 1, entries[one], 0) for one in sorted(entries))
        index = " ".join(f"{first} {count}" for first, count in _runs(sorted(entries))).encode()
        head = b"<</Type/XRef/Size %d/W[1 4 2]/Index[%s]/Prev %d%s/ID[<%s><%s>]/Length %d>>" % (
            *(number + 1, index, form.start, form.trailer, form.id.hex().encode(), digest, len(table)),
        )
        self._out += b"%d 0 obj\n%sstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, head, table, at)
        return bytes(self._out)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as first and count."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and sum(runs[-1]) == number:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs
