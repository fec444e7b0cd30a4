"""What an export says, one observation a row: when, where, and how much of what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from smm_portfolio.content.values.data_file import ExportFormat
from smm_portfolio.content.values.evidence import Grain
from smm_portfolio.content.values.media import Platform
from smm_portfolio.evidence.reading import Row
from smm_portfolio.evidence.recognise import Match
from smm_portfolio.problems import Problem


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both included."""

    first: dt.date
    last: dt.date

    def holds(self, other: Span) -> bool:
        """Whether the other lies inside."""
        return self.first <= other.first and other.last <= self.last

    def touches(self, other: Span) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return f"{self.first}..{self.last}" if self.first != self.last else str(self.first)


@dataclass(frozen=True, slots=True)
class Observation:
    """One row.

    Args:
        span: the days that it covers; for a post the day of publication.
        values: amounts by quantity; what a cell does not say is not there.
        platform: where; None where the export mixes or does not say.
        key: what makes it the same row in another export; empty where nothing does.
        line: line or row in the file.
        total: whether it sums up the others, and is never added to them.
    """

    span: Span
    values: Mapping[str, Decimal]
    platform: Platform | None
    key: tuple[str, ...]
    line: int
    total: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a file on its way to observations.

    Args:
        match: header and format.
        rows: the rows below the header.
        columns: position of the columns by role.
        period: what the file says of the period that it covers.
        platform: where, as the file says it.
        undated: whether the rows belong to the whole period, whatever dates they hold.
    """

    match: Match
    rows: tuple[Row, ...]
    columns: Mapping[str, tuple[int, ...]]
    period: Span | None = None
    platform: Platform | None = None
    undated: bool = False


@dataclass(frozen=True, slots=True)
class Observed:
    """One table, read.

    Args:
        name: the table inside its format.
        grain: what a row stands for.
        rows: the observations, totals among them, in the order of the file.
        quantities: what the table can say, in the order of the columns.
        interactions: what interactions consist of here.
        covers: the days that the file speaks of, where it says so itself.
        currency: of its amounts; empty where unknown.
        dropped: rows that ``only`` left out.
    """

    name: str
    grain: Grain
    rows: tuple[Observation, ...]
    quantities: tuple[str, ...]
    interactions: tuple[str, ...] = ()
    covers: Span | None = None
    currency: str = ""
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Export:
    """A file, read.

    Args:
        file: its path in problems.
        format: what it is; None where it was not recognised.
        tables: what it says; a table lists the same facts as another one, cut differently.
        language: language of its column names.
        unused: columns that are known and not used.
        unknown: columns that nobody knows.
        problems: what keeps it, or a cell of it, from being read.
    """

    file: str
    format: ExportFormat | None = None
    tables: tuple[Observed, ...] = ()
    language: str = ""
    unused: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def span(self) -> Span | None:
        """From the first day to the last of its rows."""
        spans = [row.span for table in self.tables for row in table.rows]
        return Span(min(one.first for one in spans), max(one.last for one in spans)) if spans else None
