"""A laid-out guide as a form: which fields take values, where they are, and the bytes that all packs share."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pikepdf

from smm_portfolio.packs.appearance import POINTS_PER_MM, Style
from smm_portfolio.packs.archive import claim_accessible
from smm_portfolio.packs.faces import face
from smm_portfolio.packs.slot_fonts import BRAND
from smm_portfolio.problems import InternalError

_READ_ONLY = re.compile(r"cover\.[a-z]+|task\..+\.due(?:\.\d+)?|phase\..+\.when(?:\.\d+)?")
_FILLABLE = re.compile(
    r"person\.(?P<field>[a-z]+)|sign\.[^.]+\.(?P<owner>hire|freelancer|leaver|social_manager|manager|buddy)\.name"
)
_COLOUR = re.compile(r"((?:[\d.]+ ){1,4}(?:g|rg|k))\b")
_SIZE = re.compile(r"([\d.]+) Tf")
_READ_ONLY_FLAG = 1


@dataclass(frozen=True, slots=True)
class FormField:
    """A field that takes a value.

    Args:
        name: of the field.
        number: of its object.
        head: its dictionary up to where value and appearance go.
        style: how it draws its value.
    """

    name: str
    number: int
    head: bytes
    style: Style


@dataclass(frozen=True, slots=True)
class Form:
    """A layout, ready to be filled any number of times; picklable.

    Args:
        base: the layout with the fonts of the values after it; a pack is these bytes and a person's own.
        offsets: where the objects behind the layout begin, by number.
        next_number: the first object number that is free.
        start: where the cross-references of the layout begin.
        trailer: entries of the trailer that stay, as bytes.
        id: first half of the file's id.
        fields: what is filled in.
        foot: object number of the name at the foot of every page; 0 where it is printed text.
        foot_style: how it is drawn.
        fonts: object numbers of the brand faces.
        files: font files by name.
    """

    base: bytes
    offsets: Mapping[int, int]
    next_number: int
    start: int
    trailer: bytes
    id: bytes
    fields: tuple[FormField, ...]
    foot: int
    foot_style: Style
    fonts: Mapping[str, int]
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours and sizes that a look gives to what the fields cannot say themselves; those of normal print.

    Args:
        small: command for the colour of notes and of the foot.
        note_size: of the note below a date, in points.
        module: distance of lines, in mm.
        due_width: of the field of a due date, in mm, as the style sheet has it.
        foot: picture that keeps the place of the name at the foot of a page, in pixels: 125 by 5 mm, 96 to the inch.
        foot_size: of that name, in points.
        days_right: whether the days of a phase stand at the right of its heading.
    """

    small: str
    note_size: float
    module: float = 5.0
    due_width: float = 27.5
    foot: tuple[int, int] = (472, 19)
    foot_size: float = 7.5
    days_right: bool = True

    @property
    def foot_points(self) -> tuple[float, float]:
        """The size of the foot's picture in points."""
        return self.foot[0] * 0.75, self.foot[1] * 0.75


def compile_form(pdf: bytes, files: Mapping[str, bytes], ink: Ink) -> Form:
    """Prepare a layout for filling.

    Args:
        pdf: as rendered, every field empty.
        files: fonts of the values.
        ink: of the look.
    """
    saved = _saved(pdf)
    with pikepdf.open(io.BytesIO(saved)) as document:
        form: Any = document.Root.get("/AcroForm")
        widgets = list(form.Fields) if form is not None else []
        fields = tuple(_field(widget, ink) for widget in widgets if is_value(str(widget.T)))
        foot = _foot(document, ink.foot)
        trailer = document.trailer
        kept = b"".join(f"/{key}".encode() + b" " + _reference(trailer.get(f"/{key}")) for key in ("Root", "Info"))
        number, file_id = int(trailer["/Size"]), bytes(trailer["/ID"][0])
    base, offsets, fonts = bytearray(saved), {}, {}
    for name in BRAND:
        fonts[name] = number
        for body in face(files[name]).objects(number):
            offsets[number] = len(base)
            base += b"%d 0 obj\n%s\nendobj\n" % (number, body)
            number += 1
    start = int(saved[saved.rindex(b"startxref") + 9 :].split()[0])
    style = Style("label", *ink.foot_points, ink.foot_size, ink.small)
    return Form(bytes(base), offsets, number, start, kept, file_id, fields, foot, style, fonts, files)


def is_value(name: str) -> bool:
    """Whether a field of this name takes a value of the person."""
    return bool(_READ_ONLY.fullmatch(name) or _FILLABLE.fullmatch(name))


def value_key(name: str) -> str:
    """The field of a person that a fillable or cover field shows: ``sign.plan.hire.name`` shows the name."""
    if name.startswith("cover."):
        return name.removeprefix("cover.")
    found = _FILLABLE.fullmatch(name)
    if found is None:
        return ""
    if found["field"]:
        return found["field"]
    return found["owner"] if found["owner"] in ("manager", "buddy") else "name"


def _saved(pdf: bytes) -> bytes:
    """The layout with read-only fields marked, packed tightly, the same bytes every time."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        form: Any = document.Root.get("/AcroForm")
        for widget in form.Fields if form is not None else ():
            if _READ_ONLY.fullmatch(str(widget.T)):
                widget.Ff = int(widget.get("/Ff", 0)) | _READ_ONLY_FLAG
        claim_accessible(document)
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def _field(widget: Any, ink: Ink) -> FormField:
    name, appearance = str(widget.T), str(widget.DA)
    left, bottom, right, top = (float(value) for value in widget.Rect)
    kept = [f"{key} {_entry(value)}" for key, value in sorted(widget.items()) if key not in ("/V", "/AP")]
    due, cover, phase = (name.startswith(one) for one in ("task.", "cover.", "phase."))
    colour, size = _COLOUR.search(appearance), _SIZE.search(appearance)
    if colour is None or size is None:
        raise InternalError(f"the field {name} does not say how it is drawn: {appearance}")
    style = Style(
        face="bold"
        if due
        else "display"
        if name == "cover.name"
        else "text"
        if cover
        else "label"
        if phase
        else "form",
        width=right - left,
        height=top - bottom,
        size=float(size[1]),
        colour=colour[1],
        padding=0 if _READ_ONLY.fullmatch(name) else POINTS_PER_MM,
        note_size=ink.note_size if due else 0,
        note_colour=ink.small,
        right=phase and ink.days_right,
        leading=ink.module * POINTS_PER_MM,
    )
    return FormField(name, widget.objgen[0], f"<<{''.join(kept)}".encode("latin-1"), style)


def _entry(value: Any) -> str:
    if isinstance(value, Decimal | int | float | bool):
        return str(value).lower() if isinstance(value, bool) else f"{value}"
    if value.is_indirect:
        return f"{value.objgen[0]} {value.objgen[1]} R"
    text: bytes = value.unparse()
    return text.decode("latin-1")


def _reference(value: Any) -> bytes:
    return b"%d %d R" % value.objgen if value is not None else b"null"


def _foot(document: pikepdf.Pdf, pixels: tuple[int, int]) -> int:
    """The object that keeps the place of the name at the foot; 0 where there is none."""
    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and "/Width" in item:
            size: Any = (int(item.Width), int(item.Height))
            if size == pixels:
                return int(item.objgen[0])
    return 0
