"""Published figures to simulate with, from ``data/benchmarks.yml``, and which of them fits a purchase."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from smm_portfolio import resources
from smm_portfolio.content.binding import bind
from smm_portfolio.content.values.base import Broken, Model
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.scalars import Date, Id, Number, Whole, Word
from smm_portfolio.content.values.source import Source
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.problems import InternalError

META = "meta"
GENERIC = "generic"
GLOBAL = "global"
_META_PLATFORMS = (Platform.FACEBOOK, Platform.INSTAGRAM)
Bound = Literal["low", "typical", "high"]


class BenchmarkUnit(StrEnum):
    """What a benchmark counts."""

    PERCENT = "percent"
    USD = "usd"
    RATIO = "ratio"
    COUNT = "count"


class Benchmark(Model):
    """One published figure with its range."""

    platform: Word
    """A platform, meta for Facebook and Instagram together, or generic."""
    metric: Word
    """What is measured; the denominator is part of the name."""
    low: Number | None = None
    """Lower end, where one is published."""
    typical: Number
    """Middle."""
    high: Number | None = None
    """Upper end, where one is published."""
    unit: BenchmarkUnit
    """What it counts."""
    segment: Word | None = None
    """Kind of advertiser or placement."""
    region: Word
    """Where."""
    year: Whole
    """Of which year."""
    source: Id
    """Id of the source."""
    assumed: tuple[Bound, ...] = ()
    """Bounds that are our own and not published."""
    note: Text | None = None
    """What to know when reading it."""

    def rule_order(self) -> Iterator[Broken]:
        """Bounds in the wrong order."""
        known = [value for value in (self.low, self.typical, self.high) if value is not None]
        if known != sorted(known):
            yield Broken("SMM018", "low, typical and high are not in order", "Sort them.", ("typical",))


class Season(Model):
    """The same figure month by month."""

    platform: Word
    """A platform, or meta."""
    metric: Word
    """What is measured."""
    region: Word
    """Where."""
    year: Whole
    """Of which year."""
    source: Id
    """Id of the source."""
    note: Text | None = None
    """What to know when reading it."""
    months: Annotated[dict[Whole, Number], Field(min_length=1)]
    """Value by month, 1 to 12; a month that is not published is left out."""

    def factor(self, period: Period) -> Decimal:
        """How far a period lies above or below the year's average, weighted by its days; 1 for unknown months."""
        mean = sum(self.months.values(), Decimal(0)) / len(self.months)
        days = _days_by_month(period)
        weighted = sum((self.months.get(month, mean) * number for month, number in days.items()), Decimal(0))
        return weighted / mean / sum(days.values())


class BenchmarkFile(Model):
    """The whole file."""

    checked: Date
    """The day that the sources were last looked at."""
    sources: dict[Id, Source]
    """Sources by id."""
    rows: tuple[Benchmark, ...]
    """Figures."""
    seasons: tuple[Season, ...] = ()
    """Figures by month."""

    def find(self, platform: Platform, metric: str, region: str, segment: str | None = None) -> Benchmark | None:
        """The figure that fits best; None where nothing was published.

        The platform's own before Meta's before generic ones; the asked segment alone where one is asked for; the region
        before the world before other regions; with a range before without; the newest.
        """
        names = _names(platform)
        fitting = [
            row
            for row in self.rows
            if row.metric == metric and row.platform in names and (segment is None or row.segment == segment)
        ]
        return min(fitting, key=lambda row: _distance(row, names, region), default=None)

    @property
    def regions(self) -> tuple[str, ...]:
        """Every region that something was published of, sorted."""
        return tuple(sorted({row.region for row in self.rows}))

    def season(self, row: Benchmark) -> Season | None:
        """The months of a figure, where they are known for the same platform and region."""
        wanted = (row.platform, row.metric, row.region)
        return next((one for one in self.seasons if (one.platform, one.metric, one.region) == wanted), None)


@cache
def benchmarks() -> BenchmarkFile:
    """Every published figure.

    Raises:
        InternalError: our own file is faulty.
    """
    path = resources.data_dir() / "benchmarks.yml"
    document, problems = read_yaml(path.read_bytes(), path.name)
    file, found = bind(document, BenchmarkFile, ())
    if file is None:
        raise InternalError(f"{path.name}: {(problems + found)[0].message}")
    return file


def _names(platform: Platform) -> tuple[str, ...]:
    return (platform.value, *((META,) if platform in _META_PLATFORMS else ()), GENERIC)


def _distance(row: Benchmark, names: tuple[str, ...], region: str) -> tuple[int, int, bool, int]:
    place = 0 if row.region == region else 1 if row.region.startswith(GLOBAL) else 2
    return names.index(row.platform), place, row.low is None or row.high is None, -row.year


def _days_by_month(period: Period) -> dict[int, int]:
    """How many days of each month a period has."""
    days: dict[int, int] = {}
    first = period.start
    while first <= period.end:
        end_of_month = dt.date(first.year, first.month, calendar.monthrange(first.year, first.month)[1])
        last = min(end_of_month, period.end)
        days[first.month] = days.get(first.month, 0) + (last - first).days + 1
        first = last + dt.timedelta(days=1)
    return days
