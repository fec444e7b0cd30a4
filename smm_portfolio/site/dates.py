"""Days and periods in words, in one language."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date

from smm_portfolio.content.labels import labels
from smm_portfolio.content.values.period import Period

NBSP = "\u00a0"
_VARIANTS = {"en": "en_GB"}
"""Our English is British: 31 May 2026."""


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The locale that a language's pages are written in."""
    return Locale.parse(_VARIANTS.get(language, language))


@lru_cache(maxsize=8192)
def day_text(day: dt.date, pattern: str, language: str) -> str:
    """A day by a CLDR pattern such as ``d MMMM y``; day and month stay on one line."""
    text = format_date(day, pattern, locale=locale_of(language)).replace(".", "")
    return text.replace(" ", NBSP, 1) if pattern.startswith("d ") else text


@lru_cache(maxsize=4096)
def period_text(start: dt.date, end: dt.date, language: str, *, short: bool = False) -> str:
    """A period, both ends included; whole months and years without their days, nothing said twice.

    Args:
        start: first day.
        end: last day.
        language: two-letter code.
        short: abbreviated months, for tiles and tables.
    """
    if start == end:
        return day_text(start, "d MMM y" if short else "d MMMM y", language)
    whole = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if whole and (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else _join(f"{start.year}", f"{end.year}", language, "tight")
    month = "MMM" if short else "MMMM"
    if start.year != end.year:
        pattern = f"{month} y" if whole else f"d {month} y"
    elif whole or start.month != end.month:
        pattern = month if whole else f"d {month}"
    else:
        pattern = "d"
    same_month = (start.year, start.month) == (end.year, end.month)
    last = day_text(end, f"{month} y" if whole else f"d {month} y", language)
    if whole and same_month:
        return last
    between = "wide" if " " in pattern or pattern == "MMMM" else "tight" if short else "days"
    return _join(day_text(start, pattern, language), last, language, between)


def _join(first: str, last: str, language: str, between: str) -> str:
    return str(labels(language)["terms"]["period"][between]).format(first=first, last=last)


def months_of(period: Period) -> list[tuple[int, int]]:
    """Year and month of every month that a period touches."""
    first = period.start.year * 12 + period.start.month - 1
    last = period.end.year * 12 + period.end.month - 1
    return [(number // 12, number % 12 + 1) for number in range(first, last + 1)]
