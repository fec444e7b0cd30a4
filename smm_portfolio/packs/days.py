"""Days as people type them in lists; what has two readings is refused with both."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from babel.core import Locale
from babel.dates import format_date

from smm_portfolio.packs.columns import shipped_languages


class Order(StrEnum):
    """How to read 03/04/2027."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class TwoReadingsError(ValueError):
    """A date that means another day in another country."""

    def __init__(self, first: dt.date, second: dt.date) -> None:
        super().__init__(f"{first} or {second}")
        self.readings = (first, second)


_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00)?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_WORDS = re.compile(r"(?:[^\W\d]+\.?,?\s+)?(?:(\d{1,2})\.?\s+([^\W\d]+)\.?|([^\W\d]+)\.?\s+(\d{1,2}),?)\s+(\d{4})")


def read_day(text: str, order: Order | None = None) -> dt.date:
    """A day.

    Args:
        text: 2027-03-04, 2027/3/4, 4.3.2027, 13/04/2027, 4 maart 2027, March 4, 2027.
        order: how to read a date with two readings; without it such a date is refused.

    Raises:
        TwoReadingsError: 03/04/2027 or 03-04-2027.
        ValueError: it is no day.
    """
    text = text.strip()
    if found := _YEAR_FIRST.fullmatch(text):
        return dt.date(int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_LAST.fullmatch(text):
        return _year_last(int(found[1]), int(found[3]), int(found[4]), found[2], order)
    if found := _WORDS.fullmatch(text):
        month = _months().get((found[2] or found[3]).casefold())
        if month:
            return dt.date(int(found[5]), month, int(found[1] or found[4]))
    raise ValueError(text)


def _year_last(one: int, two: int, year: int, sign: str, order: Order | None) -> dt.date:
    """With points the day stands first everywhere; otherwise only a number above 12 tells."""
    if sign == "." or order is Order.DAY_FIRST or one > 12 or one == two:
        return dt.date(year, two, one)
    if order is Order.MONTH_FIRST or two > 12:
        return dt.date(year, one, two)
    raise TwoReadingsError(dt.date(year, two, one), dt.date(year, one, two))


@cache
def _months() -> Mapping[str, int]:
    return {
        name.rstrip(".").casefold(): number
        for language in shipped_languages()
        for use in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in Locale.parse(language).months[use][width].items()
    }


def in_words(day: dt.date, language: str) -> str:
    """A day that nobody reads in two ways: 4 maart 2027."""
    return format_date(day, "d MMMM y", locale=language)
