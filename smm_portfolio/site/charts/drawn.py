"""What every chart shares: two drawings of one finding, round scales, text that stays inside the box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

from markupsafe import Markup

from smm_portfolio.site.artwork.shapes import number

Number = Callable[[float], str]
"""Writes a number the way the page's language does."""

_FRAME = Markup(
    '<svg class="smm-chart smm-chart--{}" viewBox="0 0 {} {}" role="img" aria-label="{}" data-search-exclude="">'
    "{}</svg>"
)
_TEXT = Markup('<text class="smm-c-{}" x="{}" y="{}" text-anchor="{}">{}</text>')


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart for a wide box and for a narrow one; the style sheet shows the one that fits."""

    wide: Markup
    narrow: Markup


def svg(width: float, height: float, said: str, body: list[Markup], *, narrow: bool) -> Markup:
    """The frame of a chart; ``said`` is what a screen reader says instead of the drawing.

    Why data-search-exclude: without it the site's search index fills up with axis labels.
    """
    return _FRAME.format("narrow" if narrow else "wide", number(width), number(height), said, Markup("").join(body))


def text(x: float, y: float, words: str, role: str, anchor: str = "start") -> Markup:
    """A label; ``anchor`` is ``start``, ``middle`` or ``end``."""
    return _TEXT.format(role, number(x), number(y), anchor, words)


def mark(role: str, commands: str, *numbers: float) -> Markup:
    """A line or outline of the chart, its ``{}`` filled with ``numbers``."""
    return Markup('<path class="smm-c-{}" d="{}"/>').format(role, commands.format(*map(number, numbers)))


def bar(role: str, x: float, y: float, width: float, height: float) -> Markup:
    """A bar of the chart."""
    box = (number(x), number(y), number(width), number(height))
    return Markup('<rect class="smm-c-{}" x="{}" y="{}" width="{}" height="{}"/>').format(role, *box)


def dot(role: str, x: float, y: float, radius: float) -> Markup:
    """A point of the chart."""
    return Markup('<circle class="smm-c-{}" cx="{}" cy="{}" r="{}"/>').format(
        role, number(x), number(y), number(radius)
    )


def round_steps(low: float, high: float, most: int) -> list[float]:
    """Round numbers that enclose ``low`` and ``high``, at most ``most`` of them.

    Why 1, 2, 2.5 and 5 times a power of ten: readers halve and add those in their head.
    """
    span = max(high - low, abs(high) * 1e-6, 1e-9)
    power = 10.0 ** floor(log10(span / max(1, most - 1)))
    for factor in (1, 2, 2.5, 5, 10, 20, 25, 50):
        step = factor * power
        first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
        if last - first + 1 <= most:
            return [index * step for index in range(first, last + 1)]
    return [low, high]
