"""What every chart shares: two drawings of one finding, round scales, text that stays inside the box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

from markupsafe import Markup, escape

from smm_portfolio.site.artwork.shapes import number

Number = Callable[[float], str]
"""Writes a number the way the page's language does."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart for a wide box and for a narrow one; the style sheet shows the one that fits."""

    wide: Markup
    narrow: Markup


def svg(width: float, height: float, said: str, body: list[Markup], *, narrow: bool) -> Markup:
    """The frame of a chart; ``said`` is what a screen reader says instead of the drawing.

    Why data-search-exclude: without it the site's search index fills up with axis labels.
    """
    box = f"0 0 {number(width)} {number(height)}"
    size = "narrow" if narrow else "wide"
    head = f'<svg class="smm-chart smm-chart--{size}" viewBox="{box}" role="img" aria-label="{escape(said)}"'
    return Markup(f'{head} data-search-exclude="">{"".join(body)}</svg>')  # noqa: S704  (words are escaped)


def text(x: float, y: float, words: str, role: str, anchor: str = "start") -> Markup:
    """A label; ``anchor`` is ``start``, ``middle`` or ``end``."""
    place = f'x="{number(x)}" y="{number(y)}" text-anchor="{anchor}"'
    return Markup(f'<text class="smm-c-{role}" {place}>{escape(words)}</text>')  # noqa: S704  (words are escaped)


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
