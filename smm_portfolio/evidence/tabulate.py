"""Rows of one table into observations: dates, numbers, totals and filters, with every cell that cannot be read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from smm_portfolio.content.values.data_file import ROLES, DataFile, ExportFormat
from smm_portfolio.content.values.evidence import Grain
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.evidence.cells import (
    decimal_sign,
    is_missing,
    is_money,
    is_whole,
    machine_sign,
    read_duration,
    read_number,
)
from smm_portfolio.evidence.dates import Day, date_order, month_of, possible_year, read_day, with_years
from smm_portfolio.evidence.formats import Blank, Separators
from smm_portfolio.evidence.observations import Block, Observation, Observed, Span
from smm_portfolio.evidence.reading import Row
from smm_portfolio.evidence.recognise import column_currency, plain
from smm_portfolio.problems import Problem

_MOST = 10
"""Problems of one table; more of them say the same."""
_TOTALS = frozenset(
    {"total", "totals", "totaal", "totalen", "grand total", "eindtotaal", "sum", "som", "gesamt", "summe"}
)
"""Words that people put before a row of sums in a spreadsheet."""
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
"""What a spreadsheet makes of a long number of digits: 1,79E+16, the same for every post."""
_TOO_MUCH = Decimal(10) ** 15
"""A number of an id or of a broken formula: sums of less are exact, however many rows there are."""
_SOME_PERIOD = "2026-03-01..2026-05-31"
_DASHES = frozenset({"", "-", "--", "–", "—"})


def tabulate(block: Block, hints: DataFile, file: str) -> tuple[Observed | None, list[Problem]]:
    """Read a table.

    Args:
        block: the table with its columns.
        hints: what the author says of the file.
        file: its name in problems.

    Returns:
        The observations, or None with the problems that keep the table from being read.
    """
    reader = _Reader(block, hints, file)
    observed = reader.read()
    if len(reader.problems) > _MOST:
        more = len(reader.problems) - _MOST
        last = Problem("SMM044", f"{more} more cells cannot be read", "Correct the first ones, and look again.", file)
        return None, [*reader.problems[:_MOST], last]
    return (None if reader.problems else observed), reader.problems


@dataclass(slots=True)
class _Reader:
    block: Block
    hints: DataFile
    file: str
    problems: list[Problem] = field(default_factory=list)
    _zeros: frozenset[int] = frozenset()
    """Columns in which an empty cell is a zero."""

    def read(self) -> Observed | None:
        rows, dropped = self._kept()
        self._refuse_twins(rows)
        totals = [self._is_total(row) for row in rows]
        spans = self._spans(rows, totals)
        if self.problems or spans is None:
            return None
        grain = self._grain([span for span, total in zip(spans, totals, strict=True) if not total and span])
        decimal = self._decimal(rows)
        self._zeros = self._zero_columns(rows)
        currency = self._currency(rows)
        observations = [
            self._observation(row, span, grain, decimal, total=total)
            for row, span, total in zip(rows, spans, totals, strict=True)
            if span is not None
        ]
        spec = self.block.match.shape_spec
        return Observed(
            self.block.match.shape,
            grain,
            tuple(observations),
            tuple(self._quantities()),
            spec.interactions,
            self._period(),
            currency,
            dropped,
        )

    # Rows

    def _kept(self) -> tuple[list[Row], int]:
        """The rows that ``only`` leaves, and how many it leaves out."""
        names = [plain(self.block.match.names.text(place)) for place in range(len(self.block.match.names.cells))]
        wanted: list[tuple[int, frozenset[str]]] = []
        for name, words in self.hints.only.items():
            if plain(name) in names:
                wanted.append((names.index(plain(name)), frozenset(plain(word) for word in words)))
            else:
                self._complain_file(f"there is no column '{name}' to choose rows by", self._columns_fix())
        rows = [row for row in self.block.rows if all(plain(row.text(place)) in words for place, words in wanted)]
        return rows, len(self.block.rows) - len(rows)

    def _refuse_twins(self, rows: list[Row]) -> None:
        """Two columns of one name that do not say the same: nothing tells which of them is meant."""
        header = self.block.match.names
        names = [plain(header.text(place)) for place in range(len(header.cells))]
        for role, places in self.block.columns.items():
            twins = [place for place, name in enumerate(names) if name == names[places[0]] and place != places[0]]
            if any(row.text(place) != row.text(places[0]) for place in twins for row in rows):
                name = header.text(places[0])
                message = f"two columns are called '{name}' and differ: which one holds {role}?"
                problem = Problem("SMM044", message, "Rename or delete the one that is not meant.")
                self.problems.append(problem.at(self.file, header.line, twins[0] + 1))

    def _is_total(self, row: Row) -> bool:
        """A row that sums up others: as its format writes it, or as people add it, with such a word and no date."""
        spec = self.block.match.shape_spec
        marks = {plain(word) for word in spec.total}
        if marks and any(plain(row.text(place)) in marks for place in (0, len(row.cells) - 1)):
            return True
        summary = self.block.columns.get(spec.summary or "", ())
        if summary and not any(row.text(place) for place in summary):
            return True
        date = self.block.columns.get("date", ())
        words = (plain(row.text(place)).rstrip(":") for place in range(len(row.cells)))
        return bool(date) and not any(row.text(place) for place in date) and not _TOTALS.isdisjoint(words)

    # Days

    def _period(self) -> Span | None:
        told = self.hints.period
        return self.block.period or (Span(told.start, told.end) if told else None)

    def _spans(self, rows: list[Row], totals: list[bool]) -> list[Span | None] | None:
        """The days of each row; None for a total that has none."""
        period = self._period()
        if self.block.undated:
            if period is None:
                self._complain_file(
                    "the file does not say which period it covers",
                    f"Add under data: - {{file: {self.hints.file}, period: {_SOME_PERIOD}}}; for smm import --period.",
                )
                return None
            return [period] * len(rows)
        column = self.block.columns.get("date", (None,))[0]
        if column is None:
            self._complain_file("no column holds a date", "Add under data: columns: {date: <name of the column>}.")
            return None
        firsts = self._days(rows, totals, column)
        end = self.block.columns.get("end", (None,))[0]
        lasts = self._days(rows, totals, end) if end is not None else firsts
        spans: list[Span | None] = []
        for row, total, first, last in zip(rows, totals, firsts, lasts, strict=True):
            if first is None or last is None:
                spans.append(period if total else None)
            elif last.last < first.first:
                self._complain(row, end or column, "the row ends before it starts")
                spans.append(None)
            else:
                spans.append(Span(first.first, last.last))
        return spans

    def _days(self, rows: list[Row], totals: list[bool], column: int) -> list[Span | None]:
        """The day, or the month, that a column holds."""
        spec = self.block.match.spec
        texts = [row.text(column) for row in rows if column < len(row.cells) and isinstance(row.cells[column], str)]
        order = date_order(texts, spec.dates, self.hints.dates)
        if order is None:
            self._complain_file(
                f"'{texts[0]}' may begin with the day or with the month", "Add under data: dates: day_first."
            )
            return [None] * len(rows)
        found: list[Span | None] = []
        open_days: list[tuple[int, Day]] = []
        for place, (row, total) in enumerate(zip(rows, totals, strict=True)):
            span = _typed_day(row, column) or _month(row.text(column))
            day = None if span else read_day(row.text(column), order)
            if day is not None and day.year is None:
                open_days.append((place, day))
            elif day is not None:
                date = day.date()
                span = Span(date, date) if date else None
            elif span is None and not total:
                self._complain(row, column, f"'{row.text(column)[:40]}' is not a date")
            found.append(span)
        self._fill_years(found, open_days, rows, column)
        return found

    def _fill_years(
        self, found: list[Span | None], open_days: list[tuple[int, Day]], rows: list[Row], column: int
    ) -> None:
        if not open_days:
            return
        period, exported = self._period(), self.hints.exported
        last = period.last if period else exported
        if last is None:
            self._complain(
                rows[open_days[0][0]],
                column,
                "the dates have no year",
                f"Add under data: - {{file: {self.hints.file}, period: {_SOME_PERIOD}}}, "
                "or exported: with the day of the export.",
            )
            return
        for (place, _), date in zip(open_days, with_years([day for _, day in open_days], last), strict=True):
            if date is None or (period and date < period.first):
                self._complain(rows[place], column, f"'{rows[place].text(column)}' lies outside the period of the file")
            else:
                found[place] = Span(date, date)

    def _grain(self, spans: list[Span]) -> Grain:
        match = self.block.match
        if self.block.undated:
            return Grain.SPAN
        if match.format is ExportFormat.TABLE and ("id" in self.block.columns or "link" in self.block.columns):
            return Grain.POST
        if match.format is ExportFormat.YOUTUBE and "id" not in self.block.columns:
            return Grain.DAY
        if match.shape_spec.grain is Grain.POST:
            return Grain.POST
        return Grain.DAY if all(span.first == span.last for span in spans) else Grain.SPAN

    # Numbers

    def _counted(self) -> Iterator[tuple[str, int]]:
        """Quantities with their column."""
        for role, places in self.block.columns.items():
            if role not in ROLES:
                yield role, places[0]

    def _decimal(self, rows: list[Row]) -> str:
        match = self.block.match
        cells = [
            (row.text(place), is_whole(quantity))
            for row in rows
            for quantity, place in self._counted()
            if place < len(row.cells) and isinstance(row.cells[place], str) and not is_missing(row.text(place))
        ]
        if match.spec.numbers is Separators.MACHINE:
            return machine_sign(cells)
        return decimal_sign(cells, match.language, self.hints.language)

    def _observation(self, row: Row, span: Span, grain: Grain, decimal: str, *, total: bool) -> Observation:
        values: dict[str, Decimal] = {}
        for quantity, place in self._counted():
            amount = self._amount(row, place, quantity, decimal)
            if amount is not None:
                values[quantity] = amount
        _derive(values, self.block.match.shape_spec.interactions, grain)
        return Observation(span, values, self._platform(row), self._key(row, span, grain), row.line, total)

    def _zero_columns(self, rows: list[Row]) -> frozenset[int]:
        """Columns of a format that leaves zeros out, with at least one figure.

        Why: where nobody set up the tracking, a column of conversions is empty, and zero would be a false statement.
        """
        if self.block.match.spec.blank is not Blank.ZERO:
            return frozenset()
        places = {place for _, place in self._counted()}
        return frozenset(place for place in places if any(row.text(place) not in _DASHES for row in rows))

    def _amount(self, row: Row, place: int, quantity: str, decimal: str) -> Decimal | None:
        cell = row.cells[place] if place < len(row.cells) else ""
        if isinstance(cell, dt.datetime):
            self._complain(row, place, "a date stands where a number belongs")
            return None
        if isinstance(cell, str) and is_missing(cell):
            return Decimal(0) if place in self._zeros and cell.strip() in _DASHES else None
        whole = is_whole(quantity)
        amount = cell if isinstance(cell, Decimal) else read_number(cell, decimal, whole=whole)
        if quantity == "watch_time":
            seconds = read_duration(cell) if isinstance(cell, str) else None
            per = self.block.match.shape_spec.per or Decimal(1)
            amount = seconds if seconds is not None else amount * per if amount is not None else None
        if amount is not None and abs(amount) >= _TOO_MUCH:
            self._complain(row, place, f"{row.text(place)[:20]} is more {quantity} than there can be")
            return None
        if amount is None or (whole and amount != amount.to_integral_value()):
            self._complain(row, place, f"'{row.text(place)[:40]}' is not a number of {quantity}", _number_fix(decimal))
            return None
        return amount

    # What else a row says

    def _platform(self, row: Row) -> Platform | None:
        column = self.block.columns.get("platform", (None,))[0]
        if column is not None and row.text(column):
            word = row.text(column).casefold()
            if word in set(Platform):
                return Platform(word)
            close = nearest(word, list(Platform))
            fix = f"Did you mean {close}?" if close else f"Known: {', '.join(Platform)}."
            self._complain(row, column, f"'{row.text(column)[:40]}' is not a platform", fix)
            return None
        return self.hints.platform or self.block.platform or self.block.match.shape_spec.platform

    def _key(self, row: Row, span: Span, grain: Grain) -> tuple[str, ...]:
        if grain is Grain.POST:
            places = [*self.block.columns.get("id", ()), *self.block.columns.get("link", ())]
            names = (row.text(place) for place in places)
            name = next((name for name in names if name and not _SHORTENED.fullmatch(name)), "")
            return (name,) if name else ()
        named = [row.text(place) for role in ("campaign", "id") for place in self.block.columns.get(role, ())]
        return (str(span), *named)

    def _currency(self, rows: list[Row]) -> str:
        column = self.block.columns.get("currency", (None,))[0]
        codes = {row.text(column).upper() for row in rows if row.text(column)} if column is not None else set()
        if len(codes) > 1:
            self._complain_file(
                f"amounts in {', '.join(sorted(codes))} cannot be added up",
                f"Add under data: only: {{{self.block.match.names.text(column or 0)}: [{min(codes)}]}}.",
            )
        money = [place for quantity, place in self._counted() if is_money(quantity)]
        named = {column_currency(self.block.match.names.text(place)) for place in money} - {""}
        if len(named) > 1:
            self._complain_file(
                f"columns in {' and '.join(sorted(named))} cannot be set against each other",
                "Amounts are not converted: leave the columns of one currency in the file.",
            )
        return next(iter(codes), "") or (next(iter(named)) if len(named) == 1 else "") or (self.hints.currency or "")

    def _quantities(self) -> Iterator[str]:
        found = [quantity for quantity, _ in self._counted()]
        yield from found
        parts = self.block.match.shape_spec.interactions
        if parts and "interactions" not in found and all(part in found for part in parts):
            yield "interactions"

    # Problems

    def _columns_fix(self) -> str:
        names = [self.block.match.names.text(place) for place in range(len(self.block.match.names.cells))]
        return f"Columns here: {', '.join(name for name in names if name)}."

    def _complain(self, row: Row, column: int, message: str, fix: str = "Correct the cell, or export again.") -> None:
        sheet = f" (sheet {self.block.match.table.sheet})" if self.block.match.table.sheet else ""
        name = self.block.match.names.text(column)
        problem = Problem("SMM044", f"column '{name}'{sheet}: {message}", fix)
        self.problems.append(problem.at(self.file, row.line, column + 1))

    def _complain_file(self, message: str, fix: str) -> None:
        self.problems.append(Problem("SMM044", message, fix, self.file, self.block.match.names.line))


def _derive(values: dict[str, Decimal], parts: tuple[str, ...], grain: Grain) -> None:
    """What follows from the cells of a row."""
    if parts and "interactions" not in values and all(part in values for part in parts):
        values["interactions"] = sum((values[part] for part in parts), Decimal(0))
    if grain is Grain.POST:
        values.setdefault("posts_published", Decimal(1))
    if "reach" in values and grain is not Grain.SPAN:
        values["post_reach" if grain is Grain.POST else "day_reach"] = values["reach"]


def _typed_day(row: Row, column: int) -> Span | None:
    cell = row.cells[column] if column < len(row.cells) else ""
    if isinstance(cell, dt.datetime) and possible_year(cell.year):
        return Span(cell.date(), cell.date())
    return None


def _month(text: str) -> Span | None:
    found = month_of(text)
    return Span(*found) if found else None


def _number_fix(decimal: str) -> str:
    other = "nl" if decimal == "." else "en"
    sign = "point" if decimal == "." else "comma"
    return f"Numbers were read with a decimal {sign}; if that is wrong, add language: {other} under data."
