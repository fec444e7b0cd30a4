"""The course of a metric over time, computed or typed, as points with what one of them stands for."""

from __future__ import annotations

import calendar
import datetime as dt
import statistics
from dataclasses import dataclass
from itertools import pairwise

from smm_portfolio.content.values.evidence import Point, Step

_TOLERANCE = 1.5
"""A distance between readings that is larger than the usual one by so much is a gap."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A course.

    Args:
        step: what a point stands for.
        points: in order of time; one without a figure is a gap.
    """

    step: Step
    points: tuple[Point, ...]

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a figure."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def overlapping(self) -> bool:
        """Whether two points share a day, as campaigns that run side by side do."""
        return any(following.first <= one.last for one, following in pairwise(self.points))

    @property
    def reach(self) -> int:
        """Days from the end of one point to the beginning of the next that are no gap."""
        if self.step is not Step.ROW:
            return 1
        apart = [(following.first - one.last).days for one, following in pairwise(self.points)]
        return max(1, int(statistics.median(apart) * _TOLERANCE)) if apart else 1

    def is_whole(self, point: Point) -> bool:
        """Whether a point covers as many days as the others: a week at the edge of a period may be a day long."""
        if self.step is Step.WEEK:
            return (point.last - point.first).days == 6
        return self.step is not Step.MONTH or is_month(point.first, point.last)


def typed_course(points: tuple[Point, ...]) -> Measured:
    """A typed course; what a point stands for follows from the days that they cover."""
    return Measured(_step(points), points)


def is_month(first: dt.date, last: dt.date) -> bool:
    """Whether two days are the first and the last of one calendar month."""
    length = calendar.monthrange(first.year, first.month)[1]
    return first.day == 1 and (last.year, last.month, last.day) == (first.year, first.month, length)


def _step(points: tuple[Point, ...]) -> Step:
    days = {(point.last - point.first).days + 1 for point in points}
    apart = [(following.first - one.last).days for one, following in pairwise(points)]
    if days == {1} and apart and statistics.median(apart) == 1:
        return Step.DAY
    if days == {7}:
        return Step.WEEK
    return Step.MONTH if points and all(is_month(point.first, point.last) for point in points) else Step.ROW
