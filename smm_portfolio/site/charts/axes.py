"""Scales: round steps for values, days of one or two periods side by side, labels that keep clear of each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Literal

DayForm = Literal["day", "month", "year"]
"""How a tick names a day: 1 mrt, mrt, 2026."""
DayWriter = Callable[[dt.date, DayForm], str]
"""Writes a tick in the page's language."""

_NEAR_ZERO = 0.45
"""An axis starts at zero where the smallest value is below this share of the largest: little room is lost by it."""
_BREAK = 26.0
"""Room between two periods that lie far apart in time."""


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


def value_steps(values: list[float], unit: float = 1.0, most: int = 6) -> list[float]:
    """The steps of an axis; the first says where it begins.

    Args:
        values: everything that is drawn against the axis; at least one.
        unit: what the reader counts in, such as 60 for minutes that are shown as hours.
        most: number of steps.
    """
    low, high = min(values) / unit, max(values) / unit
    if low == high:
        low, high = min(low, 0.0), max(high, 0.0) or (0.0 if low < 0 else 1.0)
    elif 0 < low < high * _NEAR_ZERO:
        low = 0.0
    elif high * _NEAR_ZERO < 0 and high > low * _NEAR_ZERO:
        high = 0.0
    return [step * unit for step in round_steps(low, high, most)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of one period on their way across the drawing.

    Args:
        first: first day.
        last: last day.
        left: where the first day begins.
        right: where the last day ends.
    """

    first: dt.date
    last: dt.date
    left: float
    right: float

    def x(self, day: float) -> float:
        """Where a day lies, as an ordinal with the part of the day that is over."""
        start, end = self.first.toordinal(), self.last.toordinal() + 1
        return self.left + (self.right - self.left) * (day - start) / (end - start)


def stretches(spans: list[tuple[dt.date, dt.date]], left: float, right: float) -> list[Stretch]:
    """Periods in order of time on one axis; one that is cut short where a long time lies between them."""
    if len(spans) == 1:
        return [Stretch(*spans[0], left, right)]
    (first, _), (_, last) = spans[0], spans[-1]
    between = (spans[1][0] - spans[0][1]).days - 1
    days = [(end - start).days + 1 for start, end in spans]
    if between <= sum(days) * 0.15:
        whole = Stretch(first, last, left, right)
        return [Stretch(start, end, whole.x(start.toordinal()), whole.x(end.toordinal() + 1)) for start, end in spans]
    middle = left + (right - left - _BREAK) * days[0] / sum(days)
    return [Stretch(*spans[0], left, middle), Stretch(*spans[1], middle + _BREAK, right)]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis of days, its words, and the year below them where it must be told."""

    x: float
    words: str
    year: str = ""


def day_ticks(stretch: Stretch, write: DayWriter, *, year: bool) -> list[Tick]:
    """Ticks on whole months, years or weeks, whichever fit; a period shorter than any has its first day.

    Args:
        stretch: the period.
        write: names a day.
        year: whether the first tick tells its year.
    """
    for form, days in _kinds(stretch):
        told = 0 if year else stretch.first.year
        ticks = []
        for day in days:
            below = write(day, "year") if form != "year" and day.year != told else ""
            told = day.year
            ticks.append(Tick(stretch.x(day.toordinal()), write(day, form), below))
        if ticks and _roomy(ticks, stretch):
            return ticks
    return [Tick(stretch.left, write(stretch.first, "day"), write(stretch.first, "year") if year else "")]


def _kinds(stretch: Stretch) -> Iterator[tuple[DayForm, list[dt.date]]]:
    days = [stretch.first + dt.timedelta(days=n) for n in range((stretch.last - stretch.first).days + 1)]
    if len(days) <= 45:
        yield "day", days[::7]
        yield "day", days[::14]
    months = [day for day in days if day.day == 1]
    for every in (1, 2, 3, 6):
        yield "month", [day for day in months if (day.month - 1) % every == 0]
    yield "year", [day for day in months if day.month == 1]


def _roomy(ticks: list[Tick], stretch: Stretch) -> bool:
    """Whether the words of neighbours stay apart and the last ones inside."""
    ends = [tick.x for tick in ticks[1:]] + [stretch.right + 14]
    longest = (max(len(tick.words), len(tick.year)) * 7 + 4 for tick in ticks)
    return all(tick.x + long <= end for tick, long, end in zip(ticks, longest, ends, strict=True))


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a label takes."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom
