"""Which due dates go into whose calendar: a person's own tasks, and an owner's for everybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from smm_portfolio.content.kinds.checklist import Owner, Task
from smm_portfolio.packs.calendars import Appointment, uid
from smm_portfolio.packs.people import Person
from smm_portfolio.packs.plan import Plan, TaskKey
from smm_portfolio.packs.values import Schedule, is_for

THEIRS = frozenset({Owner.HIRE, Owner.FREELANCER, Owner.LEAVER, Owner.SOCIAL_MANAGER, Owner.CLIENT_CONTACT})
"""The owners that a person on the list stands for."""


class Appointments:
    """Due dates as appointments.

    Args:
        plan: the guide.
        schedule: its due dates.
    """

    def __init__(self, plan: Plan, schedule: Schedule) -> None:
        self._plan, self._schedule = plan, schedule
        self._tasks = dict(plan.tasks())
        self._known: dict[tuple[object, ...], Appointment] = {}

    def of(self, person: Person, stem: str) -> tuple[tuple[str, Appointment], ...]:
        """The appointments of somebody: what they do or help with.

        Args:
            person: whose.
            stem: of the file name, which tells people of one name apart.
        """
        who = person.says("email") or stem
        found = []
        for key, task, day in self.due(person):
            if THEIRS.intersection((task.owner, *task.support)):
                known = (key, day, person.language)
                if known not in self._known:
                    title, note = task.title.pick(person.language), task.done.pick(person.language)
                    self._known[known] = Appointment(day, title, note)
                found.append((uid(self._plan.entry.slug, *key, who), self._known[known]))
        return tuple(found)

    def due(self, person: Person) -> Iterator[tuple[TaskKey, Task, dt.date]]:
        """The tasks that are for somebody and have a day."""
        for key, due in self._schedule.dues(person).items():
            task = self._tasks[key]
            if due and is_for(person, task):
                yield key, task, due.date
