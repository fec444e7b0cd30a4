"""What a table of one's own seems to hold, column by column: dates, numbers or words, and which metric by its name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from smm_portfolio.content.metrics import metrics, rate_parts
from smm_portfolio.content.values.data_file import DateOrder, quantities
from smm_portfolio.evidence.cells import is_missing, read_number
from smm_portfolio.evidence.dates import read_day
from smm_portfolio.evidence.formats import export_facts
from smm_portfolio.evidence.reading import Cell, Row, Table, shown
from smm_portfolio.evidence.recognise import plain, without_currency

_SEARCHED = 30
"""Rows in which a header is looked for."""
_SAMPLE = 300
"""Rows that decide what a column holds."""
_MOST_OF = 0.8
"""A column holds numbers or dates where so many of its filled cells are."""
_WORDS = 4
_ENDS = frozenset({"to", "until", "end", "end date", "tot", "t/m", "tot en met", "einde", "einddatum"})


class Holds(StrEnum):
    """What stands in a column."""

    DATES = "dates"
    NUMBERS = "numbers"
    RATES = "percentages"
    WORDS = "words"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        name: as the header spells it.
        holds: what stands in it.
        shown: its extent, or its words, for people.
        role: what it is by its name and content; empty where that is not certain.
        words: what a column of words says, the most common first.
    """

    name: str
    holds: Holds
    shown: str
    role: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guess:
    """A table without a known format.

    Args:
        line: of its header.
        rows: below the header.
        columns: in the order of the file.
    """

    line: int
    rows: int
    columns: tuple[Column, ...]

    @property
    def roles(self) -> dict[str, str]:
        """Columns whose meaning is plain, by role."""
        return {column.role: column.name for column in self.columns if column.role}

    @property
    def readable(self) -> bool:
        """Whether enough is certain for figures: when, and how much of what."""
        return "date" in self.roles and len(self.roles) > 1 and set(self.roles) != {"date", "end"}


def guess_table(tables: Sequence[Table]) -> Guess | None:
    """The likeliest table of a file; None where nothing looks like a header above figures."""
    found = [guess for table in tables if (guess := _guess(table)) is not None]
    return max(found, key=lambda one: one.rows, default=None)


def _guess(table: Table) -> Guess | None:
    head = max(range(min(len(table.rows), _SEARCHED)), key=lambda place: _names(table.rows[place]), default=None)
    if head is None or _names(table.rows[head]) < 2 or head + 1 == len(table.rows):
        return None
    header, below = table.rows[head], table.rows[head + 1 :]
    columns: list[Column] = []
    for place in range(len(header.cells)):
        if header.text(place):
            cells = [row.cells[place] for row in below[:_SAMPLE] if place < len(row.cells) and row.text(place)]
            columns.append(_column(header.text(place), cells, {column.role for column in columns}))
    if not any(column.holds is Holds.NUMBERS for column in columns):
        return None
    return Guess(header.line, len(below), tuple(columns))


def _names(row: Row) -> int:
    """How many cells of a row could be names of columns."""
    texts = [cell.strip() for cell in row.cells if isinstance(cell, str)]
    return sum(bool(text) and _day(text) is None and _number(text) is None for text in texts)


def _column(name: str, cells: list[Cell], taken: set[str]) -> Column:
    filled = [cell for cell in cells if not isinstance(cell, str) or not is_missing(cell)]
    if not filled:
        return Column(name, Holds.NOTHING, "empty")
    days = [day for cell in filled if (day := _day(cell)) is not None]
    if len(days) >= _MOST_OF * len(filled):
        end = "date" in taken and plain(name) in _ENDS
        role = "end" if end else "date" if "date" not in taken else ""
        return Column(name, Holds.DATES, f"{days[0]} …", role)
    numbers = [number for cell in filled if (number := _number(cell)) is not None]
    if len(numbers) >= _MOST_OF * len(filled):
        role = _quantity(name)
        extent = f"{_plain(min(numbers))} to {_plain(max(numbers))}"
        return Column(name, Holds.NUMBERS, extent, role if role not in taken else "")
    if sum(isinstance(cell, str) and cell.strip().endswith("%") for cell in filled) >= _MOST_OF * len(filled):
        return Column(name, Holds.RATES, shown(filled[0]))
    counts: dict[str, int] = {}
    for cell in filled:
        counts[shown(cell)] = counts.get(shown(cell), 0) + 1
    words = tuple(sorted(counts, key=lambda word: (-counts[word], word)))
    few = len(words) <= len(filled) / 3
    return Column(name, Holds.WORDS, ", ".join(words[:_WORDS])[:80], words=words[:_WORDS] if few else ())


def _day(cell: Cell) -> str | None:
    """A date as its text, in whichever order its digits can be read."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, Decimal) or not cell.strip():
        return None
    orders = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
    return shown(cell) if any(read_day(cell, order) is not None for order in orders) else None


def _number(cell: Cell) -> Decimal | None:
    if isinstance(cell, Decimal):
        return cell
    if isinstance(cell, dt.datetime):
        return None
    comma = read_number(cell, ",", whole=True)
    return next(
        (one for one in (comma, *(read_number(cell, sign, whole=False) for sign in ".,")) if one is not None), None
    )


def _plain(number: Decimal) -> str:
    """A number without zeros at its end, which workbooks add."""
    whole = number.to_integral_value()
    return f"{whole if number == whole else number.normalize():f}"


def _quantity(name: str) -> str:
    """The metric, or part of a rate, that a column is called after; empty where it is none, or more than one."""
    called = _called()
    found = called.get(plain(name)) or called.get(plain(without_currency(name)), frozenset())
    return next(iter(found)) if len(found) == 1 else ""


@cache
def _called() -> dict[str, frozenset[str]]:
    """What can be counted, by every name that it goes by: its id, its names, its columns in known exports."""
    found: dict[str, set[str]] = {}
    for word in quantities():
        named = metrics()[word].name if word in metrics() else rate_parts()[word]
        for name in (word, word.replace("_", " "), *named.variants().values()):
            found.setdefault(plain(name), set()).add(word)
    counted = frozenset(quantities())
    exported: dict[str, set[str]] = {}
    for spec in export_facts().formats.values():
        for table in spec.tables.values():
            for columns in table.columns.values():
                for role, names in columns.items():
                    for name in names if role in counted else ():
                        exported.setdefault(plain(name), set()).add(role)
    return {name: frozenset(roles) for name, roles in {**exported, **found}.items()}
