"""The course of a metric over time, for charts: per day, week or month, as makes a line that can be read."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from smm_portfolio.content.metrics import metrics
from smm_portfolio.content.values.course import typed_course
from smm_portfolio.content.values.evidence import Grain, Point, Step
from smm_portfolio.evidence.observations import Export, Observation, Span
from smm_portfolio.evidence.pooling import CannotTellError
from smm_portfolio.evidence.totals import total_of_rows

_MOST_DAYS = 31
_MOST_DAYS_OF_POSTS = 14
"""Few accounts post every day: by the day, most points of a month would stand alone."""
_MOST_WEEKS = 53
Cut = Callable[[Span], Span]


def series(
    metric: str, exports: Sequence[Export], windows: Sequence[Span], grain: Grain
) -> tuple[Step, tuple[Point, ...]]:
    """Points over some periods; one that cannot be told is left out.

    Args:
        metric: an id of data/metrics.yml.
        exports: files whose rows belong together.
        windows: periods in order. Weeks count from the first day of the last period, and back from the last day of one
            before it, so that a start divides no week; what is left over at the far ends is a shorter point.
        grain: what a row stands for.
    """
    step = _step(sum((one.last - one.first).days + 1 for one in windows), grain)
    points: list[Point] = []
    for place, window in enumerate(windows):
        slices = _slices(exports, window, _cut(step, window, back=place < len(windows) - 1))
        points += [point for span in sorted(slices, key=_order) if (point := _point(metric, slices[span], span))]
    if step is Step.ROW:  # whole months or weeks, where the rows are such
        step = typed_course(tuple(points)).step
    return step, tuple(points)


def _step(days: int, grain: Grain) -> Step:
    if grain is Grain.SPAN:
        return Step.ROW
    if days <= (_MOST_DAYS_OF_POSTS if grain is Grain.POST else _MOST_DAYS):
        return Step.DAY
    return Step.WEEK if days <= _MOST_WEEKS * 7 else Step.MONTH


def _point(metric: str, exports: Sequence[Export], span: Span) -> Point | None:
    try:
        found = total_of_rows(metric, exports, None)
    except CannotTellError:
        return None
    return Point(span.first, span.last, found.figure.amount(metrics()[metric].scale))


def _slices(exports: Sequence[Export], window: Span, cut: Cut) -> dict[Span, list[Export]]:
    """The exports with the rows of one point of the series each.

    Why sliced before anything is computed: every row is then looked at once, however many points there are.
    """
    found: defaultdict[Span, dict[tuple[int, int], list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for number, export in enumerate(exports):
        for place, table in enumerate(export.tables):
            for row in table.rows:
                if not row.total and window.holds(row.span):
                    found[cut(row.span)][number, place].append(row)
    return {span: _with_rows(exports, rows) for span, rows in found.items()}


def _with_rows(exports: Sequence[Export], rows: dict[tuple[int, int], list[Observation]]) -> list[Export]:
    return [
        replace(
            export,
            tables=tuple(
                replace(table, rows=tuple(rows.get((number, place), ()))) for place, table in enumerate(export.tables)
            ),
        )
        for number, export in enumerate(exports)
    ]


def _cut(step: Step, window: Span, *, back: bool) -> Cut:
    """Into which point of the series a row goes."""
    if step is Step.WEEK:
        return _week_in(window, back=back)
    return _month_in(window) if step is Step.MONTH else _itself


def _itself(span: Span) -> Span:
    return span


def _week_in(window: Span, *, back: bool) -> Cut:
    """Seven days, counted from one end of a period and cut at the other."""

    def forward(span: Span) -> Span:
        first = window.first + dt.timedelta(days=(span.first - window.first).days // 7 * 7)
        return Span(first, min(first + dt.timedelta(days=6), window.last))

    def backward(span: Span) -> Span:
        last = window.last - dt.timedelta(days=(window.last - span.first).days // 7 * 7)
        return Span(max(last - dt.timedelta(days=6), window.first), last)

    return backward if back else forward


def _month_in(window: Span) -> Cut:
    """The calendar month of a day, cut at the edges of a period."""

    def month(span: Span) -> Span:
        first = span.first.replace(day=1)
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        return Span(max(first, window.first), min(last, window.last))

    return month


def _order(span: Span) -> tuple[dt.date, dt.date]:
    return span.first, span.last
