"""What every chart shares: two drawings of one finding, labels and marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup, escape

from smm_portfolio.site.artwork.shapes import number

Number = Callable[[float], str]
"""Writes a number the way the page's language does."""

GLYPH = 7.4
"""Width of a figure of a label, in drawing units: enough to keep two labels apart."""


LINE = 17.0
"""From one line of a name to the next."""
_LINES = 2


@dataclass(frozen=True, slots=True)
class Said:
    """What a screen reader says in place of a drawing: the finding, and the figures behind it."""

    title: str
    desc: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart for a wide box and for a narrow one; the style sheet shows the one that fits."""

    wide: Markup
    narrow: Markup


def svg(width: float, height: float, said: Said, body: list[Markup], *, narrow: bool) -> Markup:
    """The frame of a chart with its name and description.

    Why data-search-exclude: without it the site's search index fills up with axis labels.
    """
    box = f"0 0 {number(width)} {number(height)}"
    size = "narrow" if narrow else "wide"
    head = f'<svg class="smm-chart smm-chart--{size}" viewBox="{box}" role="img" data-search-exclude="">'
    words = f"<title>{escape(said.title)}</title>" + (f"<desc>{escape(said.desc)}</desc>" if said.desc else "")
    return Markup(f"{head}{words}{''.join(body)}</svg>")  # noqa: S704  (words are escaped)


def text(x: float, y: float, words: str, role: str, anchor: str = "start") -> Markup:
    """A label; ``anchor`` is ``start``, ``middle`` or ``end``.

    Why paint-order is an attribute: names and figures have a rim that lies under them, and W3C's checker of style
    sheets does not know the property.
    """
    rim = ' paint-order="stroke"' if role[0] in "bn" else ""
    place = f'x="{number(x)}" y="{number(y)}" text-anchor="{anchor}"{rim}'
    return Markup(f'<text class="smm-c-{role}" {place}>{escape(words)}</text>')  # noqa: S704  (words are escaped)


def name_lines(name: str, width: float) -> list[str]:
    """The name of a row in at most two lines that fit; what is left over is in the table behind the chart."""
    room = int(width / GLYPH)
    lines = wrap(name, room)
    if len(lines) <= _LINES:
        return lines or [""]
    return [*lines[: _LINES - 1], _cut(" ".join(lines[_LINES - 1 :]), room)]


def _cut(words: str, room: int) -> str:
    """Words cut to so many letters, the last of them an ellipsis."""
    return words if len(words) <= room else f"{words[: room - 1].rstrip()}…"


def named(lines: list[str], top: float) -> list[Markup]:
    """The lines of a name, the first of them at ``top``."""
    return [text(2, top + LINE * place, line, "n") for place, line in enumerate(lines)]


def mark(role: str, commands: str, *numbers: float) -> Markup:
    """A line or outline of the chart, its ``{}`` filled with ``numbers``."""
    path = commands.format(*map(number, numbers))
    return Markup(f'<path class="smm-c-{role}" d="{path}"/>')  # noqa: S704  (our own words and numbers)


def bar(role: str, x: float, y: float, width: float, height: float) -> Markup:
    """A bar of the chart."""
    box = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return Markup(f'<rect class="smm-c-{role}" {box}/>')  # noqa: S704  (our own words and numbers)


def dot(role: str, x: float, y: float, radius: float) -> Markup:
    """A point of the chart."""
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return Markup(f'<circle class="smm-c-{role}" {place}/>')  # noqa: S704  (our own words and numbers)
