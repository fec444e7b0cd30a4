"""Dates as exports write them: digits in three orders, month names in several languages, with and without a year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from babel.dates import get_month_names

from smm_portfolio.content.values.data_file import DateOrder

_LANGUAGES = ("en", "nl", "de", "fr", "es", "it", "pt")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DIGITS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[,T ].*)?")
_MONTH_ONLY = re.compile(r"(\d{4})-(\d{1,2})")
_YEARS = range(1990, 2101)
"""What can be the year of a figure: 31/12/9999 stands where a date was left out."""
_WORDS = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a year that may be unknown."""

    month: int
    day: int
    year: int | None = None

    def date(self, year: int | None = None) -> dt.date | None:
        """The date; None where the year has no such day."""
        try:
            return dt.date(self.year or year or 0, self.month, self.day)
        except ValueError:
            return None


def read_day(text: str, order: DateOrder) -> Day | None:
    """One date; None where it is none.

    Args:
        text: what the cell holds; a time after it is passed over.
        order: how dates in digits that do not begin with the year are read.
    """
    text = text.strip()
    iso = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if iso:
        return _checked(int(iso[1]), int(iso[2]), int(iso[3]))
    digits = _DIGITS.fullmatch(text)
    if digits:
        one, two, year = int(digits[1]), int(digits[2]), int(digits[3])
        year += 2000 if year < 100 else 0
        return _checked(year, one, two) if order is DateOrder.MONTH_FIRST else _checked(year, two, one)
    return _in_words(text)


def possible_year(year: int) -> bool:
    """Whether somebody can have counted something in it."""
    return year in _YEARS


def date_order(texts: Iterable[str], usual: DateOrder, told: DateOrder | None) -> DateOrder | None:
    """How the dates of a column are read: as told, else as usual where all fit, else the order that fits all.

    Returns:
        The order; None where a column without a usual order (``year_first``) could be read both ways.
    """
    if told:
        return told
    digits = [text for text in (one.strip() for one in texts) if _DIGITS.fullmatch(text)]
    fitting = [
        order
        for order in (DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST)
        if all(read_day(text, order) is not None for text in digits)
    ]
    if not digits or usual in fitting:
        return usual
    if usual is DateOrder.YEAR_FIRST and len(fitting) > 1:
        same = all(read_day(text, fitting[0]) == read_day(text, fitting[1]) for text in digits)
        return fitting[0] if same else None
    return fitting[0] if fitting else usual


def month_of(text: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of ``2026-03``."""
    found = _MONTH_ONLY.fullmatch(text.strip())
    if not found or not 1 <= int(found[2]) <= 12 or not possible_year(int(found[1])):
        return None
    first = dt.date(int(found[1]), int(found[2]), 1)
    following = (first + dt.timedelta(days=31)).replace(day=1)
    return first, following - dt.timedelta(days=1)


def with_years(days: Sequence[Day], last: dt.date) -> list[dt.date | None]:
    """Years for dates that have none, going back from the last day that they can mean.

    Args:
        days: dates in the order of the file, rising or falling; in any other order they lie within a year.
        last: no date is later; the end of the period, or the day of the export.

    Returns:
        The dates in the same order; None for a day that no year near has.
    """
    if not _sorted(days):
        return [_latest(day, last) for day in days]
    order = list(range(len(days)))
    if _falling(days):
        order.reverse()
    dates: list[dt.date | None] = [None] * len(days)
    limit = last
    for place in reversed(order):
        found = _latest(days[place], limit)
        dates[place] = found
        limit = found or limit
    return dates


def _latest(day: Day, limit: dt.date) -> dt.date | None:
    for year in range(limit.year, limit.year - 9, -1):
        found = day.date(year)
        if found is not None and found <= limit:
            return found
    return None


def _steps(days: Sequence[Day]) -> list[int]:
    """Days forward from each date to the next, the short way round the year."""
    found = (_ordinal(two) - _ordinal(one) for one, two in pairwise(days))
    return [(step + 183) % 366 - 183 for step in found if step]


def _falling(days: Sequence[Day]) -> bool:
    return any(step < 0 for step in _steps(days))


def _sorted(days: Sequence[Day]) -> bool:
    return len({step > 0 for step in _steps(days)}) <= 1


def _ordinal(day: Day) -> int:
    return dt.date(2000, day.month, day.day).timetuple().tm_yday


def _checked(year: int, month: int, day: int) -> Day | None:
    found = Day(month, day, year)
    return found if possible_year(year) and found.date() else None


def _in_words(text: str) -> Day | None:
    words = _WORDS.findall(text.casefold())
    names = [_months()[word] for word in words if word in _months()]
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]
    if len(names) != 1 or not numbers:
        return None
    year = next((number for number in numbers if number > 999), None)
    day = next((number for number in numbers if number <= 31), None)
    if day is None or (year is None and len(numbers) > 1) or (year is not None and not possible_year(year)):
        return None
    found = Day(names[0], day, year)
    return found if found.date(2000) else None


@cache
def _months() -> dict[str, int]:
    """Month names and their short forms, in the languages that screens are set to."""
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names.setdefault(name.casefold().rstrip("."), number)
    names["sept"] = 9
    return names
