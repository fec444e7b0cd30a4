"""Which days are worked: weekend, public holidays and a company's own closed days, and counting over them.

Conventions:

- A working day is a day that is neither weekend nor holiday nor closed.
- ``+ n`` working days is the n-th working day *after* the day itself, ``- n`` the n-th *before* it. The day itself
  never counts, worked or not: from a Saturday, ``+ 1`` is Monday and ``- 1`` is Friday.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from smm_portfolio.content.settings import CalendarSettings, Weekday
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.problems import Problem, UserError

WEEK = 7
SATURDAY_SUNDAY = frozenset({5, 6})
_NO_DAYS: Mapping[dt.date, str] = MappingProxyType({})


class OffKind(StrEnum):
    """Why a day is not worked."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why a day is not worked; ``name`` is the holiday's name or the company's word for a closed day."""

    kind: OffKind
    name: str = ""


@dataclass(frozen=True)
class WorkCalendar:
    """The days that are worked.

    Args:
        weekend: weekdays off, Monday is 0; at least one day of the week is worked.
        holidays: names of the public holidays by date.
        closed: the company's own closed days by date, with a word for each.
    """

    weekend: frozenset[int] = SATURDAY_SUNDAY
    holidays: Mapping[dt.date, str] = field(default_factory=dict)
    closed: Mapping[dt.date, str] = field(default_factory=dict)
    _off_on_weekdays: tuple[dt.date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.weekend <= set(range(WEEK)) or len(self.weekend) == WEEK:
            raise ValueError("weekend holds weekdays 0 to 6 and leaves at least one")
        off = sorted(day for day in {*self.holidays, *self.closed} if day.weekday() not in self.weekend)
        object.__setattr__(self, "_off_on_weekdays", tuple(off))

    def day_off(self, day: dt.date) -> DayOff | None:
        """Why a day is not worked; None for a working day. A holiday's name goes first: it says the most."""
        if day in self.holidays:
            return DayOff(OffKind.HOLIDAY, self.holidays[day])
        if day in self.closed:
            return DayOff(OffKind.CLOSED, self.closed[day])
        return DayOff(OffKind.WEEKEND) if day.weekday() in self.weekend else None

    def is_worked(self, day: dt.date) -> bool:
        """Whether a day is a working day."""
        return self.day_off(day) is None

    def add(self, day: dt.date, count: int) -> dt.date:
        """The day that lies ``count`` working days after (negative: before) another; 0 is the day itself.

        Why not day by day: whole weeks are stepped over at once and the days off in them made up for, so that a large
        count costs no more than a small one.

        Raises:
            OverflowError: before year 1 or after year 9999.
        """
        step, left = (1, count) if count > 0 else (-1, -count)
        a_week = WEEK - len(self.weekend)
        while left:
            weeks = (left - 1) // a_week  # at least one is left to walk, so that the last step ends on a working day
            if weeks:
                far = day + dt.timedelta(days=WEEK * weeks * step)
                left += self._off_between(day, far) - weeks * a_week
                day = far
            else:
                day += dt.timedelta(days=step)
                left -= self.is_worked(day)
        return day

    def nearest_worked(self, day: dt.date, step: int) -> dt.date:
        """The day itself when it is worked, else the first working day in the direction of ``step`` (1 or -1).

        Raises:
            OverflowError: before year 1 or after year 9999.
        """
        return day if self.is_worked(day) else self.add(day, step)

    def _off_between(self, start: dt.date, end: dt.date) -> int:
        """Days off outside weekends between two days in either order, ``start`` excluded, ``end`` included."""
        days = self._off_on_weekdays
        if end >= start:
            return bisect_right(days, end) - bisect_right(days, start)
        return bisect_left(days, start) - bisect_left(days, end)


def work_calendar(
    country: str,
    years: Iterable[int],
    *,
    subdivision: str = "",
    weekend: Iterable[int] | None = None,
    closed: Mapping[dt.date, str] = _NO_DAYS,
    language: str = "",
) -> WorkCalendar:
    """The working days of a country, by the ``holidays`` package.

    Args:
        country: ISO 3166 code, such as NL; empty for no public holidays.
        years: the years needed; the package computes no others.
        subdivision: state, province or region, such as BY for Bavaria.
        weekend: weekdays off, Monday is 0; the country's own where it is left out (Friday and Saturday in Israel).
        closed: the company's own closed days with a word for each.
        language: two-letter code for the names of the holidays; the country's own language where it has no such names.

    Raises:
        UserError: the country or subdivision is not known, or no day of the week is left.
    """
    days: Mapping[dt.date, str] = _NO_DAYS
    off = SATURDAY_SUNDAY
    if country:
        days, off = _public_holidays(country, subdivision, tuple(years), language)
    chosen = off if weekend is None else frozenset(weekend)
    if len(chosen) == WEEK:
        raise _wrong("SMM014", "weekend", "the weekend leaves no working day", "Leave out at least one day.")
    return WorkCalendar(chosen, days, closed)


def project_calendar(settings: CalendarSettings, years: Iterable[int], language: str = "") -> WorkCalendar:
    """The working days that a project's settings describe; see ``work_calendar``."""
    return work_calendar(
        settings.country,
        years,
        subdivision=settings.region or "",
        weekend=[list(Weekday).index(day) for day in settings.weekend],
        closed=dict.fromkeys(settings.closed, ""),
        language=language,
    )


def _public_holidays(
    country: str, subdivision: str, years: tuple[int, ...], language: str
) -> tuple[Mapping[dt.date, str], frozenset[int]]:
    import holidays  # noqa: PLC0415  (a tenth of a second, needed only where dates are computed)

    known = holidays.list_supported_countries()
    if country not in known:
        close = nearest(country.upper(), known)
        fix = f"Did you mean {close}?" if close else "Write its two-letter code, for example NL."
        raise _wrong("SMM013", "country", f"'{country}' is not a country with known holidays", fix)
    if subdivision and subdivision not in known[country]:
        message = f"'{subdivision}' is not a region of {country} with holidays of its own"
        raise _wrong("SMM013", "region", message, f"Use one of: {', '.join(known[country]) or 'none'}.")
    everywhere = holidays.country_holidays(country, expand=False)
    named = next((code for code in everywhere.supported_languages if code.split("_")[0] == language), None)
    found = holidays.country_holidays(country, subdiv=subdivision or None, years=years, language=named, expand=False)
    return MappingProxyType(dict(sorted(found.items()))), frozenset(found.weekend)


def _wrong(code: str, key: str, message: str, fix: str) -> UserError:
    return UserError([Problem(code, message, fix, path=f"calendar.{key}")])
