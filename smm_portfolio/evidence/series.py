"""The course of a metric over time, for charts: per day, or per week where the days are many."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from smm_portfolio.content.metrics import metrics
from smm_portfolio.content.values.evidence import Grain, Point, Step
from smm_portfolio.evidence.observations import Export, Observation, Span
from smm_portfolio.evidence.pooling import CannotTellError
from smm_portfolio.evidence.totals import total

_MOST_DAYS = 31
Cut = Callable[[Span], Span]


def series(
    metric: str, exports: Sequence[Export], windows: Sequence[Span], grain: Grain
) -> tuple[Step, tuple[Point, ...]]:
    """Points over some periods; one that cannot be told is left out.

    Args:
        metric: an id of data/metrics.yml.
        exports: files whose rows belong together.
        windows: periods in order; a week that lies across an edge is cut there.
        grain: what a row stands for.
    """
    days = sum((one.last - one.first).days + 1 for one in windows)
    step = Step.ROW if grain is Grain.SPAN else Step.WEEK if days > _MOST_DAYS else Step.DAY
    points: list[Point] = []
    for window in windows:
        slices = _slices(exports, window, _week_in(window) if step is Step.WEEK else _itself)
        points += [point for span in sorted(slices, key=_order) if (point := _point(metric, slices[span], span))]
    return step, tuple(points)


def _point(metric: str, exports: Sequence[Export], span: Span) -> Point | None:
    try:
        found = total(metric, exports, None)
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


def _itself(span: Span) -> Span:
    return span


def _week_in(window: Span) -> Cut:
    """The ISO week of a day, Monday to Sunday, cut at the edges of a period."""

    def week(span: Span) -> Span:
        monday = span.first - dt.timedelta(days=span.first.weekday())
        return Span(max(monday, window.first), min(monday + dt.timedelta(days=6), window.last))

    return week


def _order(span: Span) -> tuple[dt.date, dt.date]:
    return span.first, span.last
