"""A line before and after a start: before in grey, after in the data colour, both means dashed and labelled."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.site.artwork.shapes import number
from smm_portfolio.site.charts.drawn import Drawn, Number, dot, mark, round_steps, svg, text


@dataclass(frozen=True, slots=True)
class Series:
    """Equally spaced values before and after the start, with the words that stand in the chart.

    ``ticks`` label the first value, the start and the last value; ``means`` both dashed lines.
    """

    before: tuple[float, ...]
    after: tuple[float, ...]
    start: str
    ticks: tuple[str, str, str]
    means: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where values lie in the drawing."""

    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float
    count: int

    def x(self, index: float) -> float:
        return self.left + (self.right - self.left) * index / max(1, self.count - 1)

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


def before_after(series: Series, write: Number, said: str) -> Drawn:
    """Draw a series around a start.

    Args:
        series: At least one value on either side.
        write: Writes a value in the page's language, with its unit.
        said: What a screen reader says instead of the drawing.

    Returns:
        Both drawings. The axis may start above zero: it is labelled.
    """
    return Drawn(
        wide=svg(600, 320, said, _body(series, write, 600, 276), narrow=False),
        narrow=svg(340, 280, said, _body(series, write, 340, 236), narrow=True),
    )


def _body(series: Series, write: Number, width: int, bottom: int) -> list[Markup]:
    values = (*series.before, *series.after)
    steps = round_steps(min(values), max(values), 6)
    gutter = 10 + 7.5 * max(len(write(step)) for step in steps)
    end = 12 + 8 * len(write(values[-1]))
    plane = _Plane(gutter, width - end, 34, bottom, steps[0], steps[-1], len(values))
    body: list[Markup] = []
    for step in steps:
        body.append(mark("grid", "M{} {}H{}", plane.left, plane.y(step), plane.right))
        body.append(text(plane.left - 8, plane.y(step) + 4, write(step), "t", "end"))
    cut = plane.x(len(series.before) - 0.5)
    body += [mark("cut", "M{} 16V{}", cut, bottom), text(cut + 8, 26, series.start, "b")]
    body += _side(plane, series.before, 0, series.means[0], after=False)
    body += _side(plane, series.after, len(series.before), series.means[1], after=True)
    last_x, last_y = plane.x(len(values) - 1), plane.y(values[-1])
    body += [dot("p1", last_x, last_y, 5), text(last_x + 9, last_y + 5, write(values[-1]), "b smm-c-d1")]
    ticks = ((0, "start"), (len(series.before), "middle"), (len(values) - 1, "end"))
    body += [
        text(plane.x(index), bottom + 24, words, "t", anchor)
        for (index, anchor), words in zip(ticks, series.ticks, strict=True)
    ]
    return body


def _side(plane: _Plane, values: tuple[float, ...], start: int, mean_label: str, *, after: bool) -> list[Markup]:
    mean = plane.y(sum(values) / len(values))
    first, last = plane.x(start), plane.x(start + len(values) - 1)
    points = "L".join(f"{number(plane.x(start + i))} {number(plane.y(value))}" for i, value in enumerate(values))
    side = "1" if after else "0"
    # Why above and below: the label of the first mean stands over its line, that of the second under it, where
    # a rising line leaves room.
    label = (
        text(last, mean + 19, mean_label, "b smm-c-d1", "end")
        if after
        else text(first, mean - 22, mean_label, "b smm-c-d0")
    )
    return [mark(f"avg{side}", "M{} {}H{}", first, mean, last), mark(f"l{side}", f"M{points}"), label]
