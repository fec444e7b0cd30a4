"""In what a course is drawn: the metric's own unit or an index, and which levels may stand beside its points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from smm_portfolio.content.metrics import Unit
from smm_portfolio.content.values.course import Measured, is_month
from smm_portfolio.content.values.evidence import Point, Step
from smm_portfolio.content.values.metric import Metric
from smm_portfolio.content.values.period import Period
from smm_portfolio.site.charts import Level
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.figures import INDEX, Told
from smm_portfolio.site.words import say

_DAYS = {Step.DAY: Decimal(1), Step.WEEK: Decimal(7), Step.MONTH: Decimal("30.4375")}
"""Days of a point; a month is a twelfth of 365.25 days where a period is not made of whole months."""
_STOCKS = frozenset({"followers"})
"""Counted at a moment: their mean says nothing."""
_TWO_HOURS, _TWO_MINUTES = 120, 120


@dataclass(frozen=True, slots=True)
class CourseScale:
    """How figures of a course are drawn and written.

    Args:
        measured: the course.
        factor: what a figure is multiplied by: 1, or what makes the baseline 100.
        summed: whether a point is a sum over its days, so that a shorter one is smaller by itself.
        write: a drawn value in words.
        unit: what the axis counts in.
        baseline: level before.
        result: level after.
        goal: level aimed at.
    """

    measured: Measured
    factor: Decimal
    summed: bool
    write: Callable[[float], str]
    unit: float
    baseline: Level | None
    result: Level | None
    goal: Level | None

    def partial(self, point: Point) -> bool:
        """Whether a point is left out of the line, because it is a sum over fewer days."""
        return self.summed and not self.measured.is_whole(point)

    def amount(self, point: Point) -> Decimal | None:
        """The figure of a point as it is shown."""
        return None if point.value is None else point.value * self.factor

    def drawn(self, point: Point) -> float | None:
        """The figure of a point for the line."""
        amount = self.amount(point)
        return None if amount is None or self.partial(point) else float(amount)

    def words(self, amount: Decimal) -> str:
        """A shown figure in words."""
        return self.write(float(amount))


def course_scale(context: SiteContext, one: Told) -> CourseScale | None:
    """The scale of a metric's course; None where an index is asked for and there is nothing that could be 100.

    Why sums are compared per day, week or month: a total of three months has no place beside points of a week.
    """
    metric, measured = one.metric, one.metric.course()
    levels = _levels(metric, measured.step)
    factor = Decimal(1)
    if one.index:
        base = levels.baseline
        if base is None or base <= 0:
            return None
        factor = INDEX / base
    write = _writer(context, metric, index=one.index)

    def level(amount: Decimal | None, words: str) -> Level | None:
        if amount is None:
            return None
        shown = amount * factor
        return Level(float(shown), say(context, words, amount=write(float(shown))))

    mean = levels.words
    return CourseScale(
        measured,
        factor,
        levels.summed,
        write,
        1.0 if one.index else _unit(metric, measured),
        level(levels.baseline, f"case.course_level.{mean}") if levels.drawn else None,
        level(levels.result, f"case.course_level.{mean}") if levels.drawn else None,
        level(levels.goal, f"case.course_goal.{mean}"),
    )


@dataclass(frozen=True, slots=True)
class _Levels:
    words: str
    summed: bool
    baseline: Decimal | None
    result: Decimal | None
    goal: Decimal | None
    drawn: bool = True


def _levels(metric: Metric, step: Step) -> _Levels:
    before, after, goal = (metric.amount(one) for one in (metric.baseline, metric.result, metric.target))
    if metric.definition.additive:
        early, late = metric.baseline_period, metric.period
        means = (_mean(before, early, step), _mean(after, late, step), _mean(goal, late, step))
        return _Levels(step.value, step is not Step.ROW, *means)
    if metric.metric == "reach":
        return _Levels("plain", False, None, None, None)
    words = "median" if metric.metric == "response_time" else "mean" if metric.definition.is_rate else "plain"
    return _Levels(words, False, before, after, goal, metric.metric not in _STOCKS)


def _mean(total: Decimal | None, period: Period | None, step: Step) -> Decimal | None:
    """A total as an average for each day, week or month of its period."""
    if total is None or period is None or step not in _DAYS:
        return None
    months = _months(period)
    if step is Step.MONTH and months:
        return total / months
    return total / period.days * _DAYS[step]


def _months(period: Period) -> int:
    """How many whole months a period is made of; 0 where it is not."""
    first, last = period.start, period.end
    if first.day != 1 or not is_month(last.replace(day=1), last):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _writer(context: SiteContext, metric: Metric, *, index: bool) -> Callable[[float], str]:
    def write(value: float) -> str:
        exact = Decimal(str(round(value, 9)))
        if index:
            return context.format.number(exact, 0)
        if metric.definition.unit is Unit.COUNT and abs(exact) >= 100:
            exact = exact.to_integral_value()
        return context.format.amount(exact, metric.definition.unit, metric.currency)

    return write


def _unit(metric: Metric, measured: Measured) -> float:
    """Minutes that are shown as hours get an axis in hours."""
    largest = max((abs(point.value) for point in measured.points if point.value is not None), default=Decimal(0))
    if metric.definition.unit is Unit.DURATION_MIN:
        return 60.0 if largest >= _TWO_HOURS else 1.0
    if metric.definition.unit is Unit.DURATION_S:
        return 3600.0 if largest >= 60 * _TWO_HOURS else 60.0 if largest >= _TWO_MINUTES else 1.0
    return 1.0
