"""For those who have tasks for others: a sheet with everything they must do for all starters, and a calendar."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from babel.dates import format_date

from smm_portfolio.content.due_words import day_words
from smm_portfolio.content.kinds.checklist import Owner
from smm_portfolio.content.labels import labels
from smm_portfolio.packs.appointments import THEIRS, Appointments
from smm_portfolio.packs.calendars import Appointment, calendar, uid
from smm_portfolio.packs.manifest import Extra, Folder
from smm_portfolio.packs.names import safe_name
from smm_portfolio.packs.people import Person
from smm_portfolio.packs.plan import Plan, TaskKey
from smm_portfolio.packs.values import Schedule
from smm_portfolio.packs.workshop import Task, Workshop
from smm_portfolio.print.cache import engine_fingerprint
from smm_portfolio.print.job import PrintJob, Rendered
from smm_portfolio.print.part_views import FieldView
from smm_portfolio.print.pool import render_safely
from smm_portfolio.print.styles import print_styles
from smm_portfolio.print.templates import document
from smm_portfolio.problems import UserError, errors_in

ROWS_PER_SHEET = 400
"""Rows of one file; a longer list has one a month."""

FOLDER = "owners"
_NAMED = {Owner.MANAGER: "manager", Owner.BUDDY: "buddy"}


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """Something that an owner has to do for somebody."""

    day: dt.date
    person: str
    stem: str
    key: TaskKey


@dataclass(frozen=True, slots=True, order=True)
class Holder:
    """An owner: a role, and the name of the one who has it where the list tells."""

    role: Owner
    name: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a sheet."""

    tick: FieldView
    day: str
    person: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """The rows of a month."""

    title: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet."""

    lang: str
    title: str
    author: str
    summary: str
    person: str
    task: str
    months: tuple[MonthView, ...]


def make_owner_files(
    plan: Plan,
    people: Iterable[tuple[Person, str]],
    folder: Folder,
    schedule: Schedule,
    today: dt.date,
    workshop: Workshop,
) -> list[Extra]:
    """Sheets and calendars, in the project's first language.

    Raises:
        UserError: a sheet cannot be laid out.
    """
    duties = {holder: sorted(found) for holder, found in _duties(Appointments(plan, schedule), people).items()}
    maker = _Maker(plan)
    extras = []
    for holder in sorted(duties):
        name, key = f"{FOLDER}/{maker.stem(holder)}.ics", maker.key(holder, duties[holder])
        known = folder.unchanged_extra(key, name)
        extras.append(known or Extra(name, folder.write(name, maker.calendar(holder, duties[holder], today)), key))
    changed: deque[tuple[str, str]] = deque()
    for result in workshop.each(_sheets(maker, duties, folder, extras, changed)):
        name, key = changed.popleft()
        if not result.ok:
            raise UserError(errors_in(result.problems))
        extras.append(Extra(name, folder.write(name, result.pdf), key))
    return sorted(extras, key=lambda extra: extra.file)


def _sheets(
    maker: _Maker,
    duties: Mapping[Holder, Sequence[Duty]],
    folder: Folder,
    extras: list[Extra],
    changed: deque[tuple[str, str]],
) -> Iterator[Task[Rendered]]:
    """The sheets to lay out; those that an earlier run made of the same go to ``extras``.

    Args:
        maker: of the plan.
        duties: by owner.
        folder: where the sheets are.
        extras: gets the unchanged ones.
        changed: gets name and key of the others, in the order of the tasks.
    """
    for holder in sorted(duties):
        for end, part in sheets_of(duties[holder]):
            name = f"{FOLDER}/{maker.stem(holder)}{end}.pdf"
            job = maker.job(holder, part)
            key = hashlib.sha256(f"{job.key()} {engine_fingerprint()}".encode()).hexdigest()
            if known := folder.unchanged_extra(key, name):
                extras.append(known)
                continue
            changed.append((name, key))
            yield render_safely, (job,)


def _duties(appointments: Appointments, people: Iterable[tuple[Person, str]]) -> dict[Holder, list[Duty]]:
    found: dict[Holder, list[Duty]] = {}
    for person, stem in people:
        for key, task, day in appointments.due(person):
            for owner in {task.owner, *task.support} - THEIRS:
                holder = Holder(owner, person.says(_NAMED.get(owner, "")))
                found.setdefault(holder, []).append(Duty(day, person.name, stem, key))
    return found


def sheets_of(duties: Sequence[Duty]) -> list[tuple[str, Sequence[Duty]]]:
    """Duties by sheet, with the end of its name; one sheet, or one a month where that would be too long.

    Why by month: somebody who joins changes the sheets of a few months, and all others stay.
    """
    if len(duties) <= ROWS_PER_SHEET:
        return [("", duties)]
    found: list[tuple[str, Sequence[Duty]]] = []
    for month, group in groupby(duties, lambda duty: f"-{duty.day:%Y-%m}"):
        rows = list(group)
        parts = [rows[start : start + ROWS_PER_SHEET] for start in range(0, len(rows), ROWS_PER_SHEET)]
        found += [(f"{month}-{number}" if len(parts) > 1 else month, part) for number, part in enumerate(parts, 1)]
    return found


class _Maker:
    """Words of one plan in its first language."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._language = plan.library.settings.default_language
        self._words = labels(self._language)
        self._titles = {key: task.title.pick(self._language) for key, task in plan.tasks()}
        self._done = {key: task.done.pick(self._language) for key, task in plan.tasks()}

    def _who(self, holder: Holder) -> str:
        role = str(self._words["terms"]["owners"][holder.role])
        return f"{role}, {holder.name}" if holder.name else role

    def stem(self, holder: Holder) -> str:
        return safe_name("-".join(part for part in (holder.role.value, holder.name) if part))

    def key(self, holder: Holder, duties: Sequence[Duty]) -> str:
        """Hash of everything that an owner's calendar is made from; the day of making is not part of it."""
        digest = hashlib.sha256(f"{self._plan.entry.slug} {self._language} {self._who(holder)}".encode())
        for key in sorted({duty.key for duty in duties}):
            digest.update("\x00".join((*key, self._titles[key], self._done[key])).encode())
        for duty in duties:
            digest.update("\x00".join((str(duty.day), duty.person, duty.stem, *duty.key)).encode())
        return digest.hexdigest()

    def calendar(self, holder: Holder, duties: Sequence[Duty], today: dt.date) -> bytes:
        guide = self._plan.entry
        title = f"{guide.model.title.pick(self._language)}: {self._who(holder)}"
        found = (
            (
                uid(guide.slug, *duty.key, duty.stem, holder.role, holder.name),
                Appointment(duty.day, f"{self._titles[duty.key]}: {duty.person}", self._done[duty.key]),
            )
            for duty in duties
        )
        return calendar(title, found, today)

    def job(self, holder: Holder, duties: Sequence[Duty]) -> PrintJob:
        """The sheet of an owner."""
        plan, words = self._plan, self._words["print"]
        title = self._words["people"]["sheet_title"].format(owner=self._who(holder))
        guide = plan.entry.model.title.pick(self._language)
        profile = plan.library.profile
        view = SheetView(
            lang=self._language,
            title=title,
            author=plan.entry.model.organisation or (profile.model.name if profile else guide),
            summary=self._words["people"]["sheet_summary"].format(owner=self._who(holder), guide=guide),
            person=self._words["people"]["sheet_person"],
            task=words["task_column"].format(phase=guide),
            months=tuple(
                MonthView(
                    format_date(first, "LLLL y", locale=self._language).capitalize(),
                    tuple(self._row(duty, holder) for duty in rows),
                )
                for first, rows in groupby(duties, lambda duty: duty.day.replace(day=1))
            ),
        )
        html = document(plan.look, "sheet", view, words)
        margins = {
            "doc-brand": view.author,
            "doc-id": f"{title} · {guide}",
            "page-word": words["page_word"],
            "of-word": words["of_word"],
        }
        text, paper = html + "".join(margins.values()), plan.paper or plan.entry.model.paper
        css = print_styles(
            plan.look, plan.fonts, text=text, words=margins, paper=paper, sheets=("guide.css", "pack.css")
        )
        return PrintJob(
            html,
            (*css, ':root { --smm-person: "" }'),
            source=plan.entry.file,
            base=plan.library.docs,
            roots=(plan.library.docs, plan.fonts.folder, *plan.look.layers),
            lang=self._language,
            min_page_chars=20,
        )

    def _row(self, duty: Duty, holder: Holder) -> RowView:
        title = self._titles[duty.key]
        name = f"task.{duty.key[0]}.{duty.key[1]}.{duty.stem}.{holder.role}"
        label = f"{self._words['print']['tick_title'].format(task=title)}, {duty.person}"
        tick = FieldView(id=name.replace(".", "-"), name=name, label=title, title=label)
        return RowView(tick, day_words(duty.day, self._words["due"], self._language), duty.person)
