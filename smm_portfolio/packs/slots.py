"""Places in a guide for what differs between people: form fields that are filled later, or plain text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

_INPUT = Markup('<input type="text" class="smm-slot smm-slot-{kind}" name="{name}" title="{title}"{style}>')
_HEIGHT = Markup(' style="height: {height}mm"')
_LONG = Markup('<span class="smm-slot-long">{}</span>')
_MUCH = 40
"""Characters of a name that fit in the large size on two lines."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a slot: the text, and a small note below it."""

    text: str
    note: str = ""

    @property
    def spoken(self) -> str:
        """Both in one line, as the field holds it."""
        return f"{self.text}, {self.note}" if self.note else self.text


@dataclass(frozen=True, slots=True)
class Slots:
    """Makes slots.

    Args:
        values: what stands in them, by name; None makes fields.
        module: distance of lines, in mm.
    """

    values: Mapping[str, Value] | None = None
    module: float = 5.0

    def line(self, name: str, kind: str, title: str, *, height: float = 0) -> str:
        """A slot of one line, or of a text with its note.

        Args:
            name: technical name of the field.
            kind: style of the field, ``smm-slot-…`` in pack.css.
            title: what a screen reader says.
            height: in mm, where the style does not say.
        """
        if self.values is not None:
            text = self.values.get(name, Value("")).text
            return _LONG.format(text) if kind == "name" and len(text) > _MUCH else text
        style = _HEIGHT.format(height=f"{height:g}") if height else ""
        return _INPUT.format(kind=kind, name=name, title=title, style=style)

    def note(self, name: str) -> str:
        """The note of a value that is printed as text; a field holds its note itself."""
        return "" if self.values is None else self.values.get(name, Value("")).note
