"""Due dates for any rule, start and calendar: the laws that a planner relies on."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.content.schedule import resolve
from smm_portfolio.content.values.due import Anchor, DueUnit
from smm_portfolio.content.work_calendar import WorkCalendar, work_calendar
from tests.content.onboarding_builder import checklist

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2034, 12, 31))
NEAR = st.dates(dt.date(2026, 6, 1), dt.date(2027, 6, 30))
UNITS = st.sampled_from(["day", "business day", "week", "month"])
COUNTS = st.integers(-400, 400)
OFF = st.dictionaries(NEAR, st.just("off"), max_size=60)
CALENDARS = st.builds(
    WorkCalendar,
    weekend=st.frozensets(st.integers(0, 6), max_size=6),
    holidays=OFF,
    closed=OFF,
)


def rule(count: int, unit: str, anchor: str = "start") -> str:
    return f"{anchor} {'-' if count < 0 else '+'} {abs(count)} {unit}{'s' if abs(count) != 1 else ''}"


def one(text: str, start: dt.date, work: WorkCalendar, closed_days: str = "next"):
    found = resolve(checklist({"one": text}, closed_days=closed_days), {Anchor.START: start}, work)["one"]
    assert found is not None
    return found


def naive(start: dt.date, count: int, work: WorkCalendar) -> dt.date:
    """One day at a time, as on a wall calendar."""
    day = start
    for _ in range(abs(count)):
        day += dt.timedelta(days=1 if count > 0 else -1)
        while day.weekday() in work.weekend or day in work.holidays or day in work.closed:
            day += dt.timedelta(days=1 if count > 0 else -1)
    return day


@given(NEAR, st.integers(-300, 300), CALENDARS)
def test_counting_by_weeks_agrees_with_counting_day_by_day(start: dt.date, count: int, work: WorkCalendar):
    assert work.add(start, count) == naive(start, count, work)


@given(NEAR, COUNTS, COUNTS, UNITS, CALENDARS, st.sampled_from(["next", "previous", "keep"]))
def test_a_larger_distance_is_never_earlier(
    start: dt.date, first: int, second: int, unit: str, work: WorkCalendar, closed_days: str
):
    smaller, larger = sorted((first, second))
    assert (
        one(rule(smaller, unit), start, work, closed_days).date
        <= one(rule(larger, unit), start, work, closed_days).date
    )


@given(NEAR, COUNTS, UNITS, CALENDARS, st.sampled_from(["next", "previous"]))
def test_nothing_is_ever_due_on_a_day_off(start: dt.date, count: int, unit: str, work: WorkCalendar, closed_days: str):
    found = one(rule(count, unit), start, work, closed_days)
    assert work.is_worked(found.date)
    if found.moved_from:
        assert found.reason == work.day_off(found.moved_from)
        assert (found.date > found.moved_from) == (closed_days == "next")
        step = dt.timedelta(days=1 if closed_days == "next" else -1)
        day = found.moved_from
        while day != found.date:  # it went to the nearest one, over days off only
            assert not work.is_worked(day)
            day += step


@given(NEAR, COUNTS, CALENDARS)
def test_working_days_there_and_back_again(start: dt.date, count: int, work: WorkCalendar):
    if work.is_worked(start):
        assert work.add(work.add(start, count), -count) == start


@given(DAYS, COUNTS, st.sampled_from(["day", "week"]))
def test_calendar_days_there_and_back_again(start: dt.date, count: int, unit: str):
    there = one(rule(count, unit), start, WorkCalendar(), "keep").date
    assert one(rule(-count, unit), there, WorkCalendar(), "keep").date == start


@given(DAYS, COUNTS)
def test_a_month_later_is_the_same_day_or_the_last_of_its_month(start: dt.date, count: int):
    found = one(rule(count, "month"), start, WorkCalendar(), "keep").date
    assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == count
    assert found.day == start.day or (found.day < start.day and (found + dt.timedelta(days=1)).day == 1)


@given(st.permutations(["a", "b", "c", "d", "e"]), NEAR, CALENDARS)
def test_the_order_of_tasks_in_the_file_does_not_matter(order: list[str], start: dt.date, work: WorkCalendar):
    dues = {
        "a": "start - 3 business days",
        "b": "a + 1 week",
        "c": "b + 1 business day",
        "d": "kickoff",
        "e": "c - 1 month",
    }
    straight = resolve(checklist(dues), {Anchor.START: start}, work)
    assert resolve(checklist({name: dues[name] for name in order}), {Anchor.START: start}, work) == straight


@given(DAYS)
def test_holidays_as_a_mapping_agree_with_looking_each_day_up(day: dt.date):
    import holidays

    work = work_calendar("NL", [day.year])
    assert (day in work.holidays) == (day in holidays.country_holidays("NL", years=day.year))
    assert work.is_worked(day) == (day.weekday() < 5 and day not in work.holidays)


def test_every_unit_is_covered_here():
    assert {unit.replace(" ", "_") for unit in ("day", "business day", "week", "month")} == set(DueUnit)
