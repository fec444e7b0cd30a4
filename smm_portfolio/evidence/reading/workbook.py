"""XLS and XLSX into tables; formulas are only the values that the spreadsheet kept."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import python_calamine

from smm_portfolio.evidence.reading.biff_extent import check_biff
from smm_portfolio.evidence.reading.tables import Cell, ReadingError, Row, Table, within_limits
from smm_portfolio.evidence.reading.zip_extent import check_zip

_MAX_SHEETS = 50
_BROKEN = ("the workbook cannot be read", "Open it in a spreadsheet program and save it as CSV or XLSX.")


def read_workbook(raw: bytes) -> tuple[Table, ...]:
    """Every sheet that holds something.

    Why the checks first: the reader unpacks whatever the file claims and makes room for every cell up to the last one,
    so that a file of a few kilobytes could fill the memory.

    Raises:
        ReadingError: the file is broken, locked, or larger inside than it may be.
    """
    if raw.startswith(b"PK"):
        check_zip(raw)
    else:
        check_biff(raw)
    try:
        return tuple(_sheets(raw))
    except ReadingError:
        raise
    except python_calamine.PasswordError:
        raise ReadingError("SMM001", "the workbook has a password", "Save it without one.") from None
    except BaseException as error:  # a panic of the reader's Rust code is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise
        raise ReadingError("SMM001", *_BROKEN) from None


def _sheets(raw: bytes) -> Iterator[Table]:
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
        names = book.sheet_names
        if len(names) > _MAX_SHEETS:
            raise ReadingError("SMM004", f"the workbook has more than {_MAX_SHEETS} sheets", "Delete what is not used.")
        for name in names:
            sheet = book.get_sheet_by_name(name)
            first = sheet.start[0] + 1 if sheet.start else 1
            rows = tuple(_rows(sheet.to_python(skip_empty_area=True), first))
            if rows:
                yield Table(name, rows)


def _rows(values: list[list[Any]], first: int) -> Iterator[Row]:
    count = 0
    for number, cells in enumerate(values, start=first):
        if any(cell not in ("", None) for cell in cells):
            count += 1
            yield within_limits(Row(number, tuple(_cell(one) for one in cells)), count)


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return Decimal(repr(value)) if value == value and abs(value) != float("inf") else ""  # noqa: PLR0124 - nan
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day of a sheet has no zone
    if isinstance(value, dt.timedelta):
        return Decimal(int(value.total_seconds()))
    if isinstance(value, dt.time):
        return Decimal(value.hour * 3600 + value.minute * 60 + value.second)
    return str(value) if value is not None else ""
