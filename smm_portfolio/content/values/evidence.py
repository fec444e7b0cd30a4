"""Where a computed figure comes from: files, rows, and its course over time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Grain(StrEnum):
    """What one row of a table stands for."""

    POST = "post"
    DAY = "day"
    SPAN = "span"


class Step(StrEnum):
    """What one point of a series stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a series.

    Args:
        first: first day that it covers.
        last: last day.
        value: the figure in the metric's unit; None where it cannot be computed.
    """

    first: dt.date
    last: dt.date
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a result was computed from.

    Args:
        grain: what a row stands for.
        rows: rows behind the result.
        baseline_rows: rows behind the baseline; 0 where it was typed.
        formats: ids of the formats, in the order of the files.
        files: names of the files without folders; empty for a case that is not public.
        step: what a point of the series stands for.
        series: the course over both periods, in order; gaps are days without a row.
    """

    grain: Grain
    rows: int
    baseline_rows: int
    formats: tuple[str, ...]
    files: tuple[str, ...]
    step: Step
    series: tuple[Point, ...]
