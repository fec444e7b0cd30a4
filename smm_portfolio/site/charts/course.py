"""A line over time: before the start in grey, after it in the data colour, levels dashed and labelled, gaps as gaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from smm_portfolio.site.artwork.shapes import number
from smm_portfolio.site.charts.axes import Box, DayWriter, Stretch, day_ticks, stretches, value_steps
from smm_portfolio.site.charts.drawn import GLYPH, Drawn, Number, Said, dot, mark, svg, text

_SIZES = {False: (600, 276), True: (340, 236)}
"""Width of the drawing and its lower edge, wide and narrow."""
_TOP = 40.0
Scale = Callable[[float], float]
_SHORT = 7
"""A last value of so many signs stands beside its point; a longer one above it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure and the days that it covers; None where there is no figure for them."""

    first: dt.date
    last: dt.date
    value: float | None

    @property
    def middle(self) -> float:
        """The middle of its days, as an ordinal."""
        return (self.first.toordinal() + self.last.toordinal() + 1) / 2


@dataclass(frozen=True, slots=True)
class Level:
    """A dashed line at a value, with its words."""

    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """What lies on one side of the start: its days, figures and mean."""

    first: dt.date
    last: dt.date
    spots: tuple[Spot, ...]
    level: Level | None = None

    @property
    def known(self) -> list[float]:
        """The figures there are."""
        return [spot.value for spot in self.spots if spot.value is not None]


@dataclass(frozen=True, slots=True)
class Course:
    """A course over time.

    Args:
        after: from the start on.
        before: up to the start; None where nothing is known of it.
        start: words at the start, such as ``start 1 maart``.
        end: the last day of the work, where figures go on after it.
        end_words: words there.
        goal: the level aimed at.
        reach: days from one figure to the next that a line may cross; more is a gap.
        unit: what the axis counts in.
    """

    after: Side
    before: Side | None = None
    start: str = ""
    end: dt.date | None = None
    end_words: str = ""
    goal: Level | None = None
    reach: int = 1
    unit: float = 1.0

    @property
    def sides(self) -> list[Side]:
        """Before and after, as far as they are known."""
        return [side for side in (self.before, self.after) if side is not None]

    def steps(self) -> list[float]:
        """The steps of the value axis; the first says where it begins."""
        levels = [one.value for one in (self.goal, *(side.level for side in self.sides)) if one is not None]
        return value_steps([*levels, *(value for side in self.sides for value in side.known)] or [0.0], self.unit)


def course_chart(course: Course, write: Number, write_day: DayWriter, said: Said) -> Drawn:
    """Draw a course.

    Args:
        course: with at least one figure.
        write: Writes a value in the page's language, with its unit.
        write_day: Writes a day of the axis.
        said: What a screen reader says instead of the drawing.

    Returns:
        Both drawings. The axis may start above zero: it is labelled, and ``Course.steps`` tells.
    """
    return Drawn(
        wide=_Drawing(course, write, write_day, narrow=False).svg(said),
        narrow=_Drawing(course, write, write_day, narrow=True).svg(said),
    )


@dataclass(slots=True)
class _Drawing:
    course: Course
    write: Number
    write_day: DayWriter
    narrow: bool
    body: list[Markup] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    drawn: list[tuple[float, float]] = field(default_factory=list)
    """Points along all lines, so that labels keep off them."""

    def svg(self, said: Said) -> Markup:
        width, bottom = _SIZES[self.narrow]
        self._draw(width, bottom)
        return svg(width, bottom + 44, said, self.body, narrow=self.narrow)

    def _draw(self, width: int, bottom: int) -> None:
        course, steps = self.course, self.course.steps()
        left = 14 + GLYPH * max(len(self.write(step)) for step in steps)
        last = self._last_words()
        right = width - (14 + 8 * len(last) if len(last) <= _SHORT else 12)

        def y(value: float) -> float:
            return bottom - (bottom - _TOP) * (value - steps[0]) / (steps[-1] - steps[0])

        for step in steps:
            self.body.append(mark("ax" if step == 0 else "grid", "M{} {}H{}", left, y(step), right))
            self.body.append(text(left - 8, y(step) + 4, self.write(step), "t", "end"))
        places = stretches([(side.first, side.last) for side in course.sides], left, right)
        self._days(places, bottom)
        lines = [self._line(side, place, y, after=side is course.after) for side, place in self._placed(places)]
        self._cut(places, bottom)
        levels = [
            (side.level, place, side is course.after)
            for (side, place), runs in zip(self._placed(places), lines, strict=True)
            if side.level is not None and runs
        ]
        for level, place, _ in levels:
            self._keep_off([(place.left, y(level.value)), (place.right, y(level.value))])
        if course.goal is not None:
            self._keep_off([(left, y(course.goal.value)), (right, y(course.goal.value))])
        self._last(lines[-1], last)
        for level, place, is_after in levels:
            self._level(level, place, y(level.value), after=is_after)
        if course.goal is not None:
            self._goal(course.goal, left, right, y(course.goal.value))

    def _placed(self, places: list[Stretch]) -> list[tuple[Side, Stretch]]:
        return list(zip(self.course.sides, places, strict=True))

    def _last_words(self) -> str:
        known = self.course.after.known
        return self.write(known[-1]) if known else ""

    # Time

    def _days(self, places: list[Stretch], bottom: int) -> None:
        for index, place in enumerate(places):
            year = not index or places[0].last.year != place.first.year
            for tick in day_ticks(place, self.write_day, year=year):
                self.body.append(mark("ax", "M{} {}v5", tick.x, bottom))
                self.body.append(text(tick.x, bottom + 20, tick.words, "t"))
                if tick.year:
                    self.body.append(text(tick.x, bottom + 36, tick.year, "t"))
        if len(places) == 2 and places[1].left - places[0].right > 20:
            middle = (places[0].right + places[1].left) / 2
            self.body.append(mark("ax", "M{} {}l6 -12m4 0l-6 12", middle - 5, bottom + 6))

    def _cut(self, places: list[Stretch], bottom: int) -> None:
        """The start, and the end where the figures go on after it."""
        after = places[-1]
        self._keep_off([(after.left, 16.0), (after.left, float(bottom))])
        if self.course.start:
            self.body.append(mark("cut", "M{} 16V{}", after.left, bottom))
            self._label(self.course.start, "b", [(after.left + 8, 26, "start"), (after.left - 8, 26, "end")])
        if self.course.end is not None:
            x = after.x(self.course.end.toordinal() + 1)
            self.body.append(mark("cut", "M{} 16V{}", x, bottom))
            self._label(self.course.end_words, "b", [(x - 8, 26, "end"), (x + 8, 26, "start"), (x - 8, 46, "end")])

    # Figures

    def _line(self, side: Side, place: Stretch, y: Scale, *, after: bool) -> list[list[tuple[float, float]]]:
        """The line in as many pieces as gaps leave it; a figure that stands alone becomes a point."""
        runs: list[list[tuple[float, float]]] = [[]]
        for one, following in pairwise((*side.spots, None)):
            assert one is not None
            if one.value is not None:
                runs[-1].append((place.x(one.middle), y(one.value)))
            apart = following is not None and following.first.toordinal() - one.last.toordinal() > self.course.reach
            if one.value is None or apart:
                runs.append([])
        kept = [run for run in runs if run]
        kind = "1" if after else "0"
        for run in kept:
            if len(run) == 1:
                self.body.append(dot(f"p{kind}", *run[0], 4))
            else:
                points = "L".join(f"{number(x)} {number(y_)}" for x, y_ in run)
                self.body.append(mark(f"l{kind}", f"M{points}"))
            self._keep_off(run)
        return kept

    def _keep_off(self, run: list[tuple[float, float]]) -> None:
        self.drawn += run
        for (x0, y0), (x1, y1) in pairwise(run):
            steps = max(2, int(abs(x1 - x0) + abs(y1 - y0)) // 6)
            self.drawn += [(x0 + (x1 - x0) * n / steps, y0 + (y1 - y0) * n / steps) for n in range(1, steps)]

    def _level(self, level: Level, place: Stretch, height: float, *, after: bool) -> None:
        left, right, kind = place.left, place.right, "1" if after else "0"
        self.body.append(mark(f"avg{kind}", "M{} {}H{}", left, height, right))
        ends = [(right - 2, "end"), (left + 6, "start")] if after else [(left + 4, "start"), (right - 6, "end")]
        offsets = (17, -8, 32, -23, 47, -38) if after else (-8, 17, -23, 32, -38, 47)
        spots = [(x, height + offset, anchor) for offset in offsets for x, anchor in ends]
        self._label(level.words, f"b smm-c-d{kind}", spots)

    def _goal(self, goal: Level, left: float, right: float, height: float) -> None:
        self.body.append(mark("goal", "M{} {}H{}", left, height, right))
        spots = [
            (x, height + offset, anchor)
            for offset in (-7, 16, -22, 31, -37, 46)
            for x, anchor in ((left + 4, "start"), (right - 2, "end"), ((left + right) / 2, "middle"))
        ]
        self._label(goal.words, "b", spots)

    def _last(self, runs: list[list[tuple[float, float]]], words: str) -> None:
        if not runs:
            return
        x, y = runs[-1][-1]
        self.body.append(dot("p1", x, y, 5))
        beside = [(x + 9, y + 5, "start")] if len(words) <= _SHORT else []
        self._label(words, "b smm-c-d1", [*beside, (x + 4, y - 11, "end"), (x + 4, y + 22, "end")])

    def _label(self, words: str, role: str, spots: list[tuple[float, float, str]]) -> None:
        """Words at the place where they cover the least: first the least of other labels, then of the lines."""
        width, _ = _SIZES[self.narrow]
        best: tuple[tuple[int, int], int] | None = None
        boxes = [_box(words, x, y, anchor) for x, y, anchor in spots]
        for place, box in enumerate(boxes):
            outside = box.left < 0 or box.right > width + 4 or box.top < 0 or box.bottom > _SIZES[self.narrow][1]
            cost = (
                sum(box.overlaps(other) for other in self.taken) + 3 * outside,
                sum(box.holds(x, y) for x, y in self.drawn),
            )
            if best is None or cost < best[0]:
                best = cost, place
        assert best is not None
        x, y, anchor = spots[best[1]]
        self.taken.append(boxes[best[1]])
        self.body.append(text(x, y, words, role, anchor))


def _box(words: str, x: float, y: float, anchor: str) -> Box:
    width = len(words) * GLYPH
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return Box(left, y - 12, left + width, y + 4)
