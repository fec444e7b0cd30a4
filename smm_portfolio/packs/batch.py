"""A batch: layouts first, then every pack filled, written whole and noted, and nothing made twice."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from smm_portfolio.packs.appointments import Appointments
from smm_portfolio.packs.form import Form, compile_form
from smm_portfolio.packs.layout import Own, Sheet, ink_of, layout
from smm_portfolio.packs.manifest import Folder, Item
from smm_portfolio.packs.people import Person
from smm_portfolio.packs.plan import Group, Plan, group_of
from smm_portfolio.packs.slots import Value
from smm_portfolio.packs.values import Schedule, Writer
from smm_portfolio.packs.view import DueSlot
from smm_portfolio.packs.worker import Made, PackOrder, fill_chunk, own_pack
from smm_portfolio.packs.workshop import Task, Workshop
from smm_portfolio.print.cache import engine_fingerprint
from smm_portfolio.print.job import Rendered
from smm_portfolio.print.pool import render_many
from smm_portfolio.problems import Problem, UserError, errors_in

CHUNK = 32
"""Packs a task: enough that sending the form costs little, few enough that memory stays flat."""

PACK_VERSION = 1
"""Raise when the same values would give other bytes than before."""

Tell = Callable[[int], None]
"""Called with the number of packs that were finished since the last call."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a batch makes beside the PDFs.

    Args:
        out: the folder.
        today: stands in calendar files and in the manifest.
        calendars: whether everybody gets a calendar file.
        cache: where layouts without anything personal may be kept; None keeps none.
    """

    out: Path
    today: dt.date
    calendars: bool = True
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class _Layout:
    """A form and what its fields hold."""

    form: Form
    fields: dict[str, DueSlot | None]
    digest: str


@dataclass(slots=True)
class Outcome:
    """What a batch came to.

    Args:
        items: of everybody whose pack is there.
        problems: warnings, and the packs that could not be made.
        layouts: how many layouts are shared.
    """

    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    layouts: int = 0


class Batch:
    """Makes the packs of a plan.

    Args:
        plan: the guide.
        people: who gets one, with their file names; checked.
        wishes: where to, and what else.
        schedule: due dates of the plan.
    """

    def __init__(self, plan: Plan, people: Sequence[tuple[Person, str]], wishes: Wishes, schedule: Schedule) -> None:
        self._plan, self._people, self._wishes = plan, people, wishes
        self._writer = Writer(plan, schedule)
        self._appointments = Appointments(plan, schedule)
        self.folder = Folder(wishes.out)
        self.outcome = Outcome()
        self._own: list[tuple[int, tuple[str, ...]]] = []
        self._layouts: dict[Group, _Layout] = {}
        self._keys: dict[int, str] = {}

    def run(self, workshop: Workshop, tell: Tell) -> Outcome:
        """Make every pack.

        Raises:
            UserError: a layout that many share cannot be made; nothing is written then.
        """
        members: dict[Group, list[int]] = {}
        for number, (person, _) in enumerate(self._people):
            members.setdefault(group_of(person, self._plan), []).append(number)
        self._lay_out(list(members), workshop)
        self.folder.open()
        for group, numbers in members.items():
            for chunk in workshop.each(self._chunks(self._layouts[group], numbers, tell)):
                self._keep(chunk, self._layouts[group], tell)
        for made in workshop.each(self._own_tasks()):
            self._keep([made], None, tell)
        return self.outcome

    def _lay_out(self, groups: list[Group], workshop: Workshop) -> None:
        sheets = [layout(self._plan, group, self._writer) for group in groups]
        results = render_many([sheet.job for sheet in sheets], cache=self._wishes.cache, executor=workshop.executor)
        wrong = [problem for result in results for problem in errors_in(result.problems)]
        if wrong:
            raise UserError(wrong)
        self.outcome.problems += dict.fromkeys(problem for result in results for problem in result.problems)
        self.outcome.layouts = len(groups)
        for group, sheet, result in zip(groups, sheets, results, strict=True):
            self._layouts[group] = self._compiled(group, sheet, result)

    def _compiled(self, group: Group, sheet: Sheet, result: Rendered) -> _Layout:
        form = compile_form(result.pdf, self._plan.values.files, ink_of(self._plan, large=group.large))
        fields = {one.name: sheet.dues.get(one.name) for one in form.fields}
        return _Layout(form, fields, hashlib.sha256(form.base).hexdigest())

    def _chunks(self, shared: _Layout, numbers: Sequence[int], tell: Tell) -> Iterator[Task[list[Made]]]:
        """Orders for those whose packs are not there already."""
        orders: list[PackOrder] = []
        for number in numbers:
            order = self._order(number, shared)
            key = self._key(order, shared)
            known = self.folder.unchanged(key, self._file(number, "pdf"))
            if known:
                self.outcome.items.append(self._again(known, number))
                tell(1)
                continue
            self._keys[number] = key
            orders.append(order)
            if len(orders) == CHUNK:
                yield fill_chunk, (shared.form, orders)
                orders = []
        if orders:
            yield fill_chunk, (shared.form, orders)

    def _again(self, known: Item, number: int) -> Item:
        person = self._people[number][0]
        return Item(**{**asdict(known), "line": person.line, "name": person.name, "status": "unchanged"})

    def _file(self, number: int, ending: str) -> str:
        return f"{self._people[number][1]}.{ending}"

    def _order(self, number: int, shared: _Layout) -> PackOrder:
        person = self._people[number][0]
        values = self._writer.values(person, shared.fields)
        title = f"{self._plan.entry.model.title.pick(person.language)}: {person.name}"
        appointments = self._appointments.of(person, self._people[number][1]) if self._wishes.calendars else None
        return PackOrder(number, person.name, values, title, appointments, self._wishes.today)

    def _key(self, order: PackOrder, shared: _Layout) -> str:
        """Hash of everything that a pack is made from; the day of printing is not part of it."""
        parts = [
            PACK_VERSION,
            engine_fingerprint(),
            shared.digest,
            order.name,
            sorted((name, value.text, value.note) for name, value in order.values.items()),
            order.title,
            [(uid, str(one.day), one.title, one.note) for uid, one in order.appointments or ()],
            order.appointments is None,
        ]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

    def _own_tasks(self) -> Iterator[Task[Made]]:
        """Layouts of their own for those whose values a field cannot show."""
        files = self._plan.values.files
        for number, unfit in self._own:
            person = self._people[number][0]
            group = group_of(person, self._plan)
            order = self._order(number, self._layouts[group])
            own = Own(person.name, order.values, frozenset(unfit))
            sheet = layout(self._plan, group, self._writer, own)
            fillable: dict[str, Value] = {name: one for name, one in order.values.items() if name not in unfit}
            yield (
                own_pack,
                (
                    sheet.job,
                    files,
                    ink_of(self._plan, large=group.large),
                    PackOrder(number, order.name, fillable, order.title, order.appointments, order.today),
                ),
            )

    def _keep(self, chunk: Sequence[Made], shared: _Layout | None, tell: Tell) -> None:
        """Write what was made, whole, then note it."""
        items = []
        for made in chunk:
            if shared and made.unfit:
                self._own.append((made.number, made.unfit))
                continue
            person = self._people[made.number][0]
            if not made.pdf:
                self.outcome.problems.append(_failed(person, made))
            else:
                self.outcome.problems += made.problems
                items.append(self._written(made, person, shared))
            tell(1)
        self.folder.note(items)
        self.outcome.items += items

    def _written(self, made: Made, person: Person, shared: _Layout | None) -> Item:
        pdf = shared.form.base + made.pdf if shared else made.pdf
        file, calendar = self._file(made.number, "pdf"), ""
        calendar_hash = ""
        if made.calendar:
            calendar = self._file(made.number, "ics")
            calendar_hash = self.folder.write(calendar, made.calendar)
        return Item(
            line=person.line,
            name=person.name,
            file=file,
            sha256=self.folder.write(file, pdf),
            bytes=len(pdf),
            calendar=calendar,
            calendar_sha256=calendar_hash,
            key=self._keys.pop(made.number),
            layout="shared" if shared else "own",
            status="made",
        )


def _failed(person: Person, made: Made) -> Problem:
    why = "; ".join(problem.message for problem in made.problems) or f"{', '.join(made.unfit)} cannot be shown"
    fix = "Write the name in other letters or shorter; everybody else's pack is made."
    return Problem("SMM117", f"{person.name}: the pack cannot be laid out: {why}", fix, person.file, person.line)


def heading(plan: Plan, today: dt.date, languages: Sequence[str]) -> dict[str, object]:
    """What the manifest says before the packs."""
    guide = plan.entry.model
    return {
        "guide": plan.entry.slug,
        "titles": {language: guide.title.pick(language) for language in languages},
        "version": guide.version,
        "today": today.isoformat(),
        "made_with": engine_fingerprint(),
    }
