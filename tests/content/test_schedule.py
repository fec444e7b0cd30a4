"""Due dates: what a manager would plan by hand is what the checklist says."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from smm_portfolio.content.schedule import add_months, resolve, years_needed
from smm_portfolio.content.settings import CalendarSettings
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.content.work_calendar import DayOff, OffKind, WorkCalendar, project_calendar, work_calendar
from smm_portfolio.problems import UserError
from tests.content.onboarding_builder import checklist

START = {Anchor.START: dt.date(2027, 2, 1)}  # a Monday
PLAIN = WorkCalendar()
DUTCH = work_calendar("NL", range(2026, 2029), language="nl")


def due(rule: str, start: dt.date = dt.date(2027, 2, 1), work: WorkCalendar = PLAIN, closed_days: str = "next"):
    """The date of one task with this rule."""
    return resolve(checklist({"one": rule}, closed_days=closed_days), {Anchor.START: start}, work)["one"]


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("start", dt.date(2027, 2, 1)),
        ("start - 14 days", dt.date(2027, 1, 18)),
        ("start - 2 business days", dt.date(2027, 1, 28)),
        ("start + 1 business day", dt.date(2027, 2, 2)),
        ("start + 5 business days", dt.date(2027, 2, 8)),
        ("start - 1 week", dt.date(2027, 1, 25)),
        ("start + 30 days", dt.date(2027, 3, 3)),
        ("start + 1 month", dt.date(2027, 3, 1)),
        ("start - 2 months", dt.date(2026, 12, 1)),
    ],
)
def test_rules_give_the_days_of_a_wall_calendar(rule: str, day: dt.date):
    found = due(rule)
    assert found is not None
    assert (found.date, found.moved_from) == (day, None)


def test_a_date_on_a_sunday_moves_and_says_from_where():
    found = due("start + 90 days", work=DUTCH)
    assert found is not None
    assert found.date == dt.date(2027, 5, 3)
    assert found.moved_from == dt.date(2027, 5, 2)
    assert found.reason == DayOff(OffKind.WEEKEND)


def test_previous_goes_back_and_keep_stays():
    sunday = dt.date(2027, 5, 2)
    back, kept = due("start + 90 days", closed_days="previous"), due("start + 90 days", closed_days="keep")
    assert back is not None
    assert kept is not None
    assert (back.date, back.moved_from) == (dt.date(2027, 4, 30), sunday)
    assert (kept.date, kept.moved_from) == (sunday, None)


def test_public_holidays_are_no_working_days_and_have_their_name():
    found = due("start", start=dt.date(2027, 4, 27), work=DUTCH)
    assert found is not None
    assert found.date == dt.date(2027, 4, 28)
    assert found.reason == DayOff(OffKind.HOLIDAY, "Koningsdag")
    # Easter 2027: Good Friday 26 and Monday 29 March are skipped with the weekend between them
    easter = due("start + 1 business day", start=dt.date(2027, 3, 25), work=DUTCH)
    assert easter is not None
    assert easter.date == dt.date(2027, 3, 30)


def test_own_closed_days_count_like_holidays():
    bridge = WorkCalendar(closed={dt.date(2027, 2, 2): "teambuilding"})
    moved, counted = due("start + 1 day", work=bridge), due("start + 1 business day", work=bridge)
    assert moved is not None
    assert counted is not None
    assert moved.date == counted.date == dt.date(2027, 2, 3)
    assert moved.reason == DayOff(OffKind.CLOSED, "teambuilding")


def test_a_week_can_run_from_sunday_to_thursday():
    israel = work_calendar("IL", [2027])
    assert israel.weekend == {4, 5}
    found = due("start + 5 business days", start=dt.date(2027, 1, 31), work=israel)  # a Sunday
    assert found is not None
    assert found.date == dt.date(2027, 2, 7)


def test_counting_from_a_day_off_starts_beside_it():
    saturday = dt.date(2027, 1, 30)
    assert PLAIN.add(saturday, 1) == dt.date(2027, 2, 1)
    assert PLAIN.add(saturday, -1) == dt.date(2027, 1, 29)
    assert PLAIN.add(saturday, 5) == dt.date(2027, 2, 5)
    assert PLAIN.add(saturday, 0) == saturday


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (dt.date(2027, 1, 31), 1, dt.date(2027, 2, 28)),
        (dt.date(2028, 1, 31), 1, dt.date(2028, 2, 29)),
        (dt.date(2027, 3, 31), -1, dt.date(2027, 2, 28)),
        (dt.date(2027, 12, 15), 1, dt.date(2028, 1, 15)),
        (dt.date(2027, 1, 15), -1, dt.date(2026, 12, 15)),
        (dt.date(2028, 2, 29), 12, dt.date(2029, 2, 28)),
    ],
)
def test_months_end_where_the_month_ends(day: dt.date, count: int, expected: dt.date):
    assert add_months(day, count) == expected


def test_a_task_can_count_from_another_task_after_that_one_has_moved():
    plan = checklist({"review": "laptop + 2 days", "laptop": "start + 5 days"})  # Saturday 6 moves to Monday 8
    found = resolve(plan, START, PLAIN)
    assert list(found) == ["review", "laptop"]
    assert found["laptop"] is not None
    assert found["review"] is not None
    assert found["laptop"].date == dt.date(2027, 2, 8)
    assert found["review"].date == dt.date(2027, 2, 10)


def test_an_unknown_day_leaves_its_tasks_without_a_date():
    found = resolve(checklist({"call": "kickoff + 1 day", "notes": "call + 1 day", "laptop": "start"}), START, PLAIN)
    assert found["call"] is None
    assert found["notes"] is None
    assert found["laptop"] is not None


def test_tasks_that_wait_for_each_other_get_no_date_and_no_endless_loop():
    assert resolve(checklist({"a": "b + 1 day", "b": "a + 1 day", "c": "c"}), START, PLAIN) == dict.fromkeys("abc")


@pytest.mark.parametrize(
    ("start", "rule"),
    [
        (dt.date(1, 1, 1), "start - 1 day"),
        (dt.date(1, 1, 1), "start - 1 business day"),
        (dt.date(1, 1, 1), "start - 1 month"),
        (dt.date(9999, 12, 31), "start + 1 day"),
        (dt.date(9999, 12, 31), "start + 3 weeks"),
        (dt.date(9999, 12, 31), "start + 1 month"),
        (dt.date(9999, 12, 30), "start + 9999 business days"),
    ],
)
def test_the_ends_of_the_calendar_are_a_problem_with_a_place(start: dt.date, rule: str):
    with pytest.raises(UserError) as error:
        resolve(checklist({"fine": "start", "one": rule}), {Anchor.START: start}, PLAIN)
    (problem,) = error.value.problems
    assert problem.code == "SMM014"
    assert problem.path == "phases[0].tasks[1].due"


def test_every_date_outside_the_calendar_is_reported_at_once():
    plan = checklist({"one": "start + 1 day", "two": "start + 1 week"})
    with pytest.raises(UserError) as error:
        resolve(plan, {Anchor.START: dt.date(9999, 12, 31)}, PLAIN)
    assert len(error.value.problems) == 2


def test_a_thousand_tasks_with_the_longest_distances_take_no_time():
    dues = {f"t{n}": f"start + {9999 - n % 100} business days" for n in range(1000)}
    dues |= {f"u{n}": f"u{n - 1} + 1 business day" if n else "start" for n in range(1000)}
    plan = checklist(dues)
    began = time.perf_counter()
    resolve(plan, START, DUTCH)
    assert time.perf_counter() - began < 2


def test_only_the_years_that_can_be_reached_are_asked_for():
    plan = checklist({"one": "start - 14 days", "two": "start + 90 days", "three": "two + 6 months"})
    assert set(years_needed(plan, START)) == {2026, 2027, 2028}
    assert list(years_needed(plan, {})) == []
    far = years_needed(checklist({"one": "start + 9999 months"}), {Anchor.START: dt.date(9998, 1, 1)})
    assert far.stop == 10_000


def test_settings_make_the_calendar():
    settings = CalendarSettings.model_validate(
        {"country": "DE", "region": "BY", "weekend": ["sun"], "closed": ["2027-02-02"]}
    )
    work = project_calendar(settings, [2027], "de")
    assert work.weekend == {6}
    assert work.day_off(dt.date(2027, 1, 6)) == DayOff(OffKind.HOLIDAY, "Heilige Drei Könige")
    assert work.day_off(dt.date(2027, 2, 2)) == DayOff(OffKind.CLOSED)
    assert work.is_worked(dt.date(2027, 2, 6))


@pytest.mark.parametrize(
    ("country", "region", "weekend", "code", "says"),
    [
        ("XX", "", None, "SMM013", "'XX'"),
        ("DE", "ZZ", None, "SMM013", "'ZZ'"),
        ("NL", "", range(7), "SMM014", "no working day"),
    ],
)
def test_an_impossible_calendar_is_a_problem(country: str, region: str, weekend: range | None, code: str, says: str):
    with pytest.raises(UserError) as error:
        work_calendar(country, [2027], subdivision=region, weekend=weekend)
    assert error.value.problems[0].code == code
    assert says in error.value.problems[0].message
    assert error.value.problems[0].path.startswith("calendar.")


def test_no_country_means_no_holidays():
    assert work_calendar("", [2027]).holidays == {}
