"""What is filled in for somebody: facts and due dates in words, by name of field."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from smm_portfolio.content.due_words import day_words, due_words, full_day_words, moved_words
from smm_portfolio.content.kinds.checklist import ClosedDays, OnboardingChecklist, Task
from smm_portfolio.content.labels import labels
from smm_portfolio.content.library import Entry
from smm_portfolio.content.schedule import ResolvedDue, resolve, years_needed
from smm_portfolio.content.settings import CalendarSettings, Weekday
from smm_portfolio.content.values.due import Anchor, DueUnit
from smm_portfolio.content.work_calendar import WorkCalendar, work_calendar
from smm_portfolio.packs.form import is_value, value_key
from smm_portfolio.packs.people import Person
from smm_portfolio.packs.plan import Plan, TaskKey
from smm_portfolio.packs.slots import Value
from smm_portfolio.packs.view import DueSlot
from smm_portfolio.print.guide_tasks import span_words

Dues = Mapping[TaskKey, ResolvedDue | None]
"""Due dates by task."""


@lru_cache(maxsize=256)
def _calendar(
    settings: CalendarSettings, country: str, subdivision: str, years: tuple[int, ...], language: str
) -> WorkCalendar:
    """The working days where somebody works; in another country that country's own weekend."""
    own = country == settings.country
    return work_calendar(
        country,
        years,
        subdivision=subdivision,
        weekend=[list(Weekday).index(day) for day in settings.weekend] if own else None,
        closed=dict.fromkeys(settings.closed, ""),
        language=language,
    )


def calendar_for(person: Person, plan: Plan, years: range) -> WorkCalendar:
    """The working days of somebody."""
    settings = plan.library.settings.calendar
    return _calendar(settings, person.country, person.subdivision, tuple(years), person.language)


class Schedule:
    """Due dates for a plan; people who start on one day in one place share them.

    Args:
        plan: the guide.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known: dict[tuple[object, ...], Dues] = {}

    def dues(self, person: Person) -> Dues:
        """When every task of the guide is due for somebody.

        Raises:
            UserError: a date outside the calendar.
        """
        key = (tuple(person.dates.items()), person.country, person.subdivision, person.language)
        if key not in self._known:
            if len(self._known) > 2_000:
                self._known.clear()
            self._known[key] = {
                (entry.slug, task): due
                for entry in self._plan.checklists
                for task, due in self._resolve(entry.model, person).items()
            }
        return self._known[key]

    def _resolve(self, checklist: OnboardingChecklist, person: Person) -> Mapping[str, ResolvedDue | None]:
        years = years_needed(checklist, person.dates)
        return resolve(checklist, person.dates, calendar_for(person, self._plan, years))


class Writer:
    """Puts a person's values into words.

    Args:
        plan: the guide.
        schedule: its due dates.
    """

    def __init__(self, plan: Plan, schedule: Schedule) -> None:
        self._plan = plan
        self._schedule = schedule
        self._rules: dict[tuple[TaskKey, str], str] = {}
        self._tasks = dict(plan.tasks())
        self._written: dict[tuple[object, ...], Value] = {}
        self._phases = {
            f"phase.{entry.slug}.{phase.id}.when": [(entry.slug, task.id) for task in phase.tasks]
            for entry in plan.checklists
            for phase in entry.model.phases
        }

    def values(self, person: Person, fields: Mapping[str, DueSlot | None]) -> dict[str, Value]:
        """What stands in the fields of somebody's pack.

        Args:
            person: whose.
            fields: the layout's fields by name; with its slot where it holds a due date.

        Raises:
            UserError: a date outside the calendar.
        """
        dues = self._schedule.dues(person)
        found = {}
        for name, slot in fields.items():
            if slot is None:
                if text := self._fact(name, person, dues):
                    found[name] = Value(text)
            elif due := dues.get((slot.checklist, slot.task)):
                found[name] = self._due((slot.checklist, slot.task), due, person)
        return found

    def _fact(self, name: str, person: Person, dues: Dues) -> str:
        if name not in self._phases:
            return fact(person, value_key(name)) if is_value(name) else ""
        keys = (key for key in self._phases[name] if is_for(person, self._tasks[key]))
        return span_words([due.date for key in keys if (due := dues.get(key))], person.language)

    def _due(self, key: TaskKey, due: ResolvedDue, person: Person) -> Value:
        year = due.date.year != min(person.dates.values()).year
        known = (key, due, person.language, year)
        if known not in self._written:
            if len(self._written) > 50_000:
                self._written.clear()
            words = labels(person.language)["due"]
            moved = moved_words(due, words, person.language)
            rule = self.rule(key, person.language)
            note = f"{rule}, {moved}" if moved else rule
            self._written[known] = Value(day_words(due.date, words, person.language, year=year), note)
        return self._written[known]

    def rule(self, key: TaskKey, language: str) -> str:
        """The rule behind a due date in words: 7 dagen vóór je eerste dag."""
        if (key, language) not in self._rules:
            slug, task = key
            entry = next(one for one in self._plan.checklists if one.slug == slug)
            self._rules[key, language] = rule_words(entry, self._tasks[slug, task], language)
        return self._rules[key, language]

    def longest_notes(self, key: TaskKey, language: str) -> list[str]:
        """The note of a due date as it is, and as it is when the date had to move from a weekday."""
        rule, task = self.rule(key, language), self._tasks[key]
        entry = next(one for one in self._plan.checklists if one.slug == key[0])
        stays = entry.model.closed_days is ClosedDays.KEEP or task.due.unit is DueUnit.BUSINESS_DAY
        pattern = labels(language)["due"]["moved"]["weekend"]
        return [rule] if stays else [rule, f"{rule}, {pattern.format(weekday='m' * 9)}"]


def is_for(person: Person, task: Task) -> bool:
    """Whether a task is for somebody, as its condition says."""
    return task.when is None or task.when.holds(person.texts)


def rule_words(entry: Entry[OnboardingChecklist], task: Task, language: str) -> str:
    """The rule of a task's due date in words."""
    titles = {one.id: one.title.pick(language) for _, one in entry.model.tasks()}
    return due_words(task.due, labels(language)["due"], language, titles)


def fact(person: Person, key: str) -> str:
    """A fact of somebody as printed; days in full."""
    if key == "name":
        return person.name
    if key == "role":
        return person.role_name
    if key in set(Anchor):
        day = person.dates.get(Anchor(key))
        return full_day_words(day, labels(person.language)["due"], person.language) if day else ""
    return person.says(key)
