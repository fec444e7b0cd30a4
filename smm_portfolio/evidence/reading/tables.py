"""Rows of cells with their places, and what keeps a file from being read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

MAX_BYTES = 20_000_000
MAX_ROWS = 100_000
MAX_COLUMNS = 500
MAX_CELL = 40_000
"""Characters in a cell: more than a long caption, and than Excel's own 32,767."""

_COMMANDS = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
"""Control signs that are no space, and signs that nobody sees, such as those that turn the direction of writing."""

Cell = str | Decimal | dt.datetime
"""A text as it stands in the file, or a value that a spreadsheet typed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Args:
        line: 1-based line of a text file (its first, where a cell holds line breaks) or row of a sheet.
        cells: never shorter than one cell.
    """

    line: int
    cells: tuple[Cell, ...]

    def text(self, column: int) -> str:
        """A cell as a text of one line; empty where the row is shorter."""
        return shown(self.cells[column]) if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A text file or one sheet: rows in order, empty ones left out.

    Args:
        sheet: name of the sheet; empty for a text file.
        rows: rows with at least one cell that is not empty.
    """

    sheet: str
    rows: tuple[Row, ...]


class ReadingError(Exception):
    """A file that cannot be read.

    Args:
        code: of the problem.
        message: what is wrong.
        fix: what to do.
        line: 1-based, 0 where the whole file is meant.
    """

    def __init__(self, code: str, message: str, fix: str, line: int = 0) -> None:
        super().__init__(message)
        self.code, self.message, self.fix, self.line = code, message, fix, line


def shown(cell: Cell) -> str:
    """A cell as its text, in one line and without signs that a terminal takes for commands."""
    if not isinstance(cell, str):
        return str(cell)
    return " ".join((cell if cell.isprintable() else _COMMANDS.sub("", cell)).split())


def within_limits(row: Row, count: int) -> Row:
    """The row, where neither it nor the table is too large.

    Raises:
        ReadingError: too many rows or columns, or a cell that is too long.
    """
    if count > MAX_ROWS:
        raise ReadingError("SMM004", f"the table has more than {MAX_ROWS:,} rows", "Export a shorter period.", row.line)
    if len(row.cells) > MAX_COLUMNS:
        raise ReadingError("SMM004", f"the row has more than {MAX_COLUMNS} columns", "Export fewer columns.", row.line)
    if any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in row.cells):
        raise ReadingError("SMM004", f"a cell has more than {MAX_CELL:,} characters", "Shorten it.", row.line)
    return row
