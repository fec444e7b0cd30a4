"""A range on a scale: bar, middle stroke, figures on the bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from smm_portfolio.site.charts.axes import round_steps
from smm_portfolio.site.charts.drawn import Drawn, Number, Said, bar, mark, svg, text

_GLYPH = 8.0
"""Width of a figure of a bold label, in drawing units: enough to keep two labels apart."""


@dataclass(frozen=True, slots=True)
class Range:
    """What is known of a range; a missing end or middle is not estimated."""

    low: float | None = None
    typical: float | None = None
    high: float | None = None

    @property
    def known(self) -> list[float]:
        """The figures there are."""
        return [value for value in (self.low, self.typical, self.high) if value is not None]


def shared_scale(ranges: Iterable[Range]) -> tuple[float, float]:
    """The ends of a scale that several ranges fit on, with room at the sides for their figures."""
    known = [value for one in ranges for value in one.known]
    low, high = min(known), max(known)
    room = max((high - low) * 0.2, high * 0.08)
    return max(0.0, low - room), high + room


def range_chart(values: Range, write: Number, said: Said, scale: tuple[float, float] | None = None) -> Drawn:
    """Draw a range.

    Args:
        values: At least one of the three must be known.
        write: Writes a number in the page's language.
        said: What a screen reader says, such as ``laag 24.000, midden 29.000, hoog 35.000 euro``.
        scale: The ends of the scale, where several ranges are to be compared; its own where it is left out.

    Returns:
        Both drawings. With both ends known there is a bar; a lone end or middle is a stroke.
    """
    steps = round_steps(*(scale or _own_scale(values)), 7)
    return Drawn(
        wide=svg(600, 88, said, _body(values, write, steps, 600), narrow=False),
        narrow=svg(300, 88, said, _body(values, write, steps, 300), narrow=True),
    )


def _own_scale(values: Range) -> tuple[float, float]:
    low, high = min(values.known), max(values.known)
    room = max((high - low) * 0.35, high * 0.18)
    return max(0.0, low - room), high + room


def _body(values: Range, write: Number, steps: list[float], width: int) -> list[Markup]:
    left, right = 14.0, width - 14.0

    def at(value: float) -> float:
        return left + (right - left) * (value - steps[0]) / (steps[-1] - steps[0])

    body = [mark("ax", "M{} 46H{}", left, right)]
    body += [mark("ax", "M{} 40v12", at(step)) for step in steps]
    widest = max(len(write(step)) for step in steps) * _GLYPH + 10
    every = max(1, ceil(widest / (at(steps[1]) - at(steps[0]))))
    for step in steps[::every]:
        anchor = "start" if step == steps[0] else "end" if step == steps[-1] else "middle"
        body.append(text(at(step), 80, write(step), "t", anchor))
    if values.low is not None and values.high is not None:
        body.append(bar("rng", at(values.low), 34, at(values.high) - at(values.low), 24))
    else:
        body += [mark("mid", "M{} 32v28", at(end)) for end in (values.low, values.high) if end is not None]
    if values.typical is not None:
        body.append(mark("mid", "M{} 28v36", at(values.typical)))
    return body + _labels(values, write, at, width)


def _labels(values: Range, write: Number, at: Callable[[float], float], width: int) -> list[Markup]:
    """The figures above the bar, moved outward where they would touch."""
    labels: list[tuple[float, str]] = [(at(value), write(value)) for value in values.known]
    halves = [len(words) * _GLYPH / 2 for _, words in labels]
    anchor = 1 if len(labels) == 3 else 0
    places = [min(max(x, half), width - half) for (x, _), half in zip(labels, halves, strict=True)]
    for index in range(anchor - 1, -1, -1):
        places[index] = min(places[index], places[index + 1] - halves[index + 1] - halves[index] - 6)
    for index in range(anchor + 1, len(labels)):
        places[index] = max(places[index], places[index - 1] + halves[index - 1] + halves[index] + 6)
    # back inside, should that have pushed one over an edge
    least, most = 0.0, float(width)
    for index, half in enumerate(halves):
        places[index] = max(places[index], least + half)
        least = places[index] + half + 6
    for index in range(len(halves) - 1, -1, -1):
        places[index] = min(places[index], most - halves[index])
        most = places[index] - halves[index] - 6
    return [text(x, 20, words, "b", "middle") for x, (_, words) in zip(places, labels, strict=True)]
