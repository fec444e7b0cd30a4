"""What a filled field looks like: the commands that draw its value, in fonts that have every glyph of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from smm_portfolio.packs.faces import Face, Shaped, face
from smm_portfolio.packs.slot_fonts import BRAND, FALLBACK
from smm_portfolio.packs.slots import Value

SMALLEST = 0.7
"""A value that is too wide may shrink to this part of its size; then it does not fit."""

POINTS_PER_MM = 72 / 25.4
LEADING = 5 * POINTS_PER_MM
"""Distance of lines in normal print: one module."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a slot draws its value.

    Args:
        face: key of ``BRAND``.
        width: of the field, in points.
        height: of the field, in points.
        size: of the text, in points.
        colour: command that sets it, such as ``0 g``.
        padding: left and right, in points.
        note_size: size of the note below the text; 0 where there is no room for one.
        note_colour: command that sets it.
        leading: distance of lines, in points.
        right: whether the text stands at the right.
    """

    face: str
    width: float
    height: float
    size: float
    colour: str
    padding: float = 0.0
    note_size: float = 0.0
    note_colour: str = "0 g"
    leading: float = LEADING
    right: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """The commands of an appearance.

    Args:
        commands: content of the stream, without its frame.
        faces: fonts that it uses.
        glyphs: of the fallback face, to embed.
    """

    commands: bytes
    faces: frozenset[str]
    glyphs: frozenset[int] = field(default=frozenset())


class Typesetter:
    """Draws values; the same value in the same style is drawn once.

    Args:
        files: font files by name, see ``slot_fonts``.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._faces = {name: face(data) for name, data in files.items()}
        self._drawn: dict[tuple[Style, Value], Drawing | None] = {}

    def face(self, name: str) -> Face:
        """One of the fonts."""
        return self._faces[name]

    def draw(self, style: Style, value: Value) -> Drawing | None:
        """The appearance of a value; None where it does not fit or no font of ours shapes it."""
        key = (style, value)
        if key not in self._drawn:
            if len(self._drawn) > 50_000:
                self._drawn.clear()
            self._drawn[key] = self._draw(style, value)
        return self._drawn[key]

    def lines(self, text: str, name: str, size: float, width: float) -> int:
        """How many lines a text takes; 0 where a word is wider than the line."""
        found = self._wrapped(text, name, size, width)
        return len(found[1]) if found else 0

    def _draw(self, style: Style, value: Value) -> Drawing | None:
        room = style.width - 2 * style.padding
        shaped = self._shaped(value.text, style.face)
        if shaped is None:
            return None
        name, line = shaped
        size = min(style.size, room / line.width * 1000) if line.width else style.size
        if size < style.size * SMALLEST:
            return None
        if not style.note_size:
            baseline = max((style.height - self._faces[name].cap_height / 1000 * size) / 2, 1.5)
            left = style.width - style.padding - line.width * size / 1000 if style.right else style.padding
            return _drawing(self._faces, (style.colour, [(name, line, size, left, baseline)]))
        leading = style.leading
        baseline = style.height - leading + (leading - self._faces[name].cap_height / 1000 * size) / 2
        main = (name, line, size, style.padding, baseline)
        if not value.note:
            return _drawing(self._faces, (style.colour, [main]))
        note = self._wrapped(value.note, "text", style.note_size, room)
        if note is None or (len(note[1]) + 1) * leading > style.height + 0.1:
            return None
        below = [
            (note[0], one, style.note_size, style.padding, baseline - leading * number)
            for number, one in enumerate(note[1], 1)
        ]
        return _drawing(self._faces, (style.colour, [main]), (style.note_colour, below))

    def _shaped(self, text: str, name: str) -> tuple[str, Shaped] | None:
        """A line in the face of its style, else in the fallback: a name in two faces would look like a mistake."""
        for one in (name, FALLBACK):
            if one in self._faces and (shaped := self._faces[one].shape(text)) is not None:
                return one, shaped
        return None

    def _wrapped(self, text: str, name: str, size: float, width: float) -> tuple[str, list[Shaped]] | None:
        """Lines broken at spaces; None where a word is too wide."""
        found = self._shaped(text, name)
        if found is None:
            return None
        used, lines, line = self._faces[found[0]], list[str](), ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            shaped = used.shape(longer)
            if shaped is not None and shaped.width * size <= width * 1000:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
        lines.append(line)
        shaped_lines = [one for text in lines if (one := used.shape(text)) is not None]
        if any(one.width * size > width * 1000 for one in shaped_lines):
            return None
        return found[0], shaped_lines


_Line = tuple[str, Shaped, float, float, float]
"""Face, glyphs, size, left, baseline."""


def _drawing(faces: Mapping[str, Face], *groups: tuple[str, Iterable[_Line]]) -> Drawing:
    commands, names, glyphs = [], set[str](), set[int]()
    for tint, group in groups:
        for name, line, size, left, baseline in group:
            font = font_key(name)
            commands.append(
                f"{tint} /{font} {size:.2f} Tf 1 0 0 1 {left:.2f} {baseline:.2f} Tm {_show(line, faces[name], size)}"
            )
            names.add(name)
            if name == FALLBACK:
                glyphs |= {glyph.id for glyph in line.glyphs}
    body = " ".join(commands)
    return Drawing(f"q BT {body} ET Q".encode(), frozenset(names), frozenset(glyphs))


def font_key(name: str) -> str:
    """The name of a font in the resources of an appearance."""
    return f"F{[*BRAND, FALLBACK].index(name)}"


def _show(line: Shaped, used: Face, size: float) -> str:
    """The glyphs with kerning; a mark that is moved up or down is shown with a text rise of its own.

    Why two pens: the font's widths move the reader's pen, the shaping says where the next glyph belongs.
    """
    parts, run, pen, due = [], list[str](), 0, 0.0
    for glyph in line.glyphs:
        if shift := round(due + glyph.x - pen):
            run.append(f"{-shift}")
            pen += shift
        shown = f"<{glyph.id:04x}>"
        if round(glyph.y):
            parts += [f"[{''.join(run)}]TJ {glyph.y * size / 1000:.2f} Ts {shown}Tj 0 Ts"]
            run = []
        else:
            run.append(shown)
        pen += used.natural(glyph.id)
        due += glyph.advance
    return " ".join([*parts, f"[{''.join(run)}]TJ"]).replace("><", "")
