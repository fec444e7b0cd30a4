"""Due dates: from a checklist, its anchor days and a work calendar to one date a task.

Conventions:

- Distance 0 is the anchor itself: ``start`` is the first day, ``start - 1 day`` the day before it.
- Days, weeks and months are counted on the calendar; the checklist's ``closed_days`` then moves a date that falls on
  a day off to the ``next`` or ``previous`` working day, or keeps it.
- A month later is the same day of that month, or its last day: 31 January + 1 month is 28 or 29 February.
- Working days are counted as ``work_calendar`` says; such a date is a working day already.
- A date that counts from another task counts from the day on which that task is due after moving.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smm_portfolio.content.task_order import anchored_order
from smm_portfolio.content.values.due import Anchor, Due, DueUnit
from smm_portfolio.content.work_calendar import DayOff, WorkCalendar
from smm_portfolio.problems import Problem, UserError

if TYPE_CHECKING:
    from smm_portfolio.content.kinds.checklist import ClosedDays, OnboardingChecklist

_DIRECTION = {"next": 1, "previous": -1}


@dataclass(frozen=True, slots=True)
class ResolvedDue:
    """When a task is due.

    Args:
        date: the day.
        moved_from: the day that the rule gave, where it was a day off.
        reason: why that day was off.
    """

    date: dt.date
    moved_from: dt.date | None = None
    reason: DayOff | None = None


def resolve(
    checklist: OnboardingChecklist, anchors: Mapping[Anchor, dt.date], work: WorkCalendar
) -> dict[str, ResolvedDue | None]:
    """The due date of every task, in time proportional to the number of tasks.

    Args:
        checklist: tasks in any order; what ``order_problems`` finds has been reported before.
        anchors: the days that are known.
        work: the days that are worked.

    Returns:
        A date by task id, in the checklist's order; None where the anchor is not known.

    Raises:
        UserError: dates before year 1 or after year 9999, all of them at once.
    """
    tasks = {task.id: (path, task.due) for path, task in checklist.tasks()}
    dues: dict[str, ResolvedDue | None] = dict.fromkeys(tasks)
    problems = []
    for name in anchored_order({task: due for task, (_, due) in tasks.items()}):
        path, due = tasks[name]
        base = anchors.get(Anchor(due.anchor)) if due.is_fixed else _date(dues[due.anchor])
        if base is None:
            continue
        try:
            dues[name] = resolve_one(due, base, checklist.closed_days, work)
        except OverflowError:
            problems.append(_outside(name, f"phases[{path[1]}].tasks[{path[3]}].due"))
    if problems:
        raise UserError(problems)
    return dues


def resolve_one(due: Due, base: dt.date, closed_days: ClosedDays, work: WorkCalendar) -> ResolvedDue:
    """The date of one due rule whose anchor falls on ``base``.

    Raises:
        OverflowError: before year 1 or after year 9999.
    """
    day = _count(due, base, work)
    reason = work.day_off(day)
    if reason is None or closed_days not in _DIRECTION:
        return ResolvedDue(day)
    return ResolvedDue(work.nearest_worked(day, _DIRECTION[closed_days]), day, reason)


def years_needed(checklist: OnboardingChecklist, anchors: Mapping[Anchor, dt.date]) -> range:
    """The years that the due dates can touch, for the holidays to compute.

    Why an estimate: how many days off a stretch of working days meets is known only with the holidays; eight days for
    one working day (as if a week had one) and a month to spare are more than any calendar needs.
    """
    dues = {task.id: task.due for _, task in checklist.tasks()}
    reach: dict[str, int] = {}
    for name in anchored_order(dues):
        due = dues[name]
        reach[name] = reach.get(due.anchor, 31) + abs(due.offset) * _AT_MOST_DAYS[due.unit]
    if not anchors:
        return range(0)
    around = max(reach.values(), default=0) // 365 + 1
    first, last = min(anchors.values()).year - around, max(anchors.values()).year + around
    return range(max(first, dt.MINYEAR), min(last, dt.MAXYEAR) + 1)


_AT_MOST_DAYS = {DueUnit.DAY: 1, DueUnit.BUSINESS_DAY: 8, DueUnit.WEEK: 7, DueUnit.MONTH: 31}


def _outside(task: str, path: str) -> Problem:
    message = f"'{task}' is due outside the calendar, which runs from year 1 to 9999"
    return Problem("SMM014", message, "Use a smaller distance or another start date.", path=path)


def _date(due: ResolvedDue | None) -> dt.date | None:
    return due.date if due else None


def _count(due: Due, base: dt.date, work: WorkCalendar) -> dt.date:
    if due.unit is DueUnit.BUSINESS_DAY:
        return work.add(base, due.offset)
    if due.unit is DueUnit.MONTH:
        return add_months(base, due.offset)
    return base + dt.timedelta(days=due.offset * (7 if due.unit is DueUnit.WEEK else 1))


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day of another month, or that month's last day where it is shorter.

    Raises:
        OverflowError: before year 1 or after year 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year}")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
