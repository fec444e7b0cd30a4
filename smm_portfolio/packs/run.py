"""From a list of people to a folder of packs: read, check, make, and say what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.library import Library
from smm_portfolio.looks import FontSet, Look
from smm_portfolio.packs.batch import Batch, Outcome, Wishes, heading
from smm_portfolio.packs.days import Order
from smm_portfolio.packs.manifest import Extra
from smm_portfolio.packs.names import DEFAULT, extra_fields
from smm_portfolio.packs.owners import make_owner_files
from smm_portfolio.packs.people import People, one_person, read_people
from smm_portfolio.packs.plan import ARCHIVE, PLAIN, Plan, make_plan, rules_of
from smm_portfolio.packs.preflight import Checked, preflight
from smm_portfolio.packs.printer import make_print_files
from smm_portfolio.packs.tables import read_table
from smm_portfolio.packs.values import Schedule
from smm_portfolio.packs.workshop import Workshop, executor_for
from smm_portfolio.problems import Problem, UserError, errors_in

_WORTH_A_POOL = 3_000
"""Packs that are filled in this process before a pool would have started."""

_WORTH_A_POOL_WITH_SHEETS = 4
"""The same where sheets for owners are laid out, too."""


@dataclass(frozen=True, slots=True)
class PackRequest:
    """What somebody asks for.

    Args:
        guide: slug.
        out: folder to write to.
        today: see ``preflight`` and ``calendar``.
        people: the list; None where one person is given.
        person: ``name=Noor`` and so on.
        pattern: of the file names.
        order: how to read dates with two readings.
        keep_going: whether good rows are made when others have errors.
        allow_past: whether first days may be over.
        calendars: whether everybody gets a calendar file.
        owners: whether those who have tasks for others get a sheet and a calendar.
        print_file: whether to make a file for the printer.
        archive: whether packs are PDF/A-3a as well.
        paper: sheet of paper; the guide's own where it is left out.
        large: whether everybody gets large print, not only those who ask for it.
        site_url: root of the finished site, or empty.
        workers: processes; by default one a processor.
        dask: address of a Dask scheduler, or empty.
        cache: the project's cache; nothing personal goes there.
    """

    guide: str
    out: Path
    today: dt.date
    people: Path | None = None
    person: Sequence[str] = ()
    pattern: str = DEFAULT
    order: Order | None = None
    keep_going: bool = False
    allow_past: bool = False
    calendars: bool = True
    owners: bool = True
    print_file: bool = False
    archive: bool = False
    paper: PaperSize | None = None
    large: bool = False
    site_url: str = ""
    workers: int | None = None
    dask: str = ""
    cache: Path | None = None


@dataclass(slots=True)
class PackReport:
    """What came of a request.

    Args:
        made: packs that were made.
        unchanged: packs that were there already.
        layouts: how many layouts they share.
        left_out: rows of the list that were not made.
        problems: of rows that were not made, and warnings.
        extras: files for several people.
        left_over: files of earlier runs that this one did not make: of people or owners who are no longer on the list.
    """

    made: int = 0
    unchanged: int = 0
    layouts: int = 0
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)
    extras: list[Extra] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)


Begin = Callable[[str, int], Callable[[int], None]]
"""Called with a stage and how much there is to do; what it gives is called with how much was done."""


def make_packs(request: PackRequest, library: Library, look: Look, fonts: FontSet, begin: Begin) -> PackReport:
    """Make the packs of a request.

    Raises:
        UserError: every problem of the list at once; nothing is written then, unless ``keep_going``.
    """
    variant = ARCHIVE if request.archive else PLAIN
    plan = make_plan(
        request.guide,
        library,
        look,
        fonts,
        site_url=request.site_url,
        paper=request.paper,
        variant=variant,
        large=request.large,
    )
    schedule = Schedule(plan)
    checked = _checked(request, plan, schedule)
    wrong = errors_in(checked.problems)
    if wrong and (not request.keep_going or not checked.people):
        raise UserError(checked.problems)
    wishes = Wishes(request.out, request.today, request.calendars, request.cache)
    batch = Batch(plan, checked.people, wishes, schedule)
    few = _WORTH_A_POOL_WITH_SHEETS if request.owners else _WORTH_A_POOL
    make, ahead = executor_for(len(checked.people) >= few, request.workers, request.dask)
    report = PackReport(problems=list(checked.problems), left_out=len(checked.left_out))
    with Workshop(make, ahead) as workshop:
        outcome = batch.run(workshop, begin("packs", len(checked.people)))
        if request.owners:
            report.extras += make_owner_files(plan, checked.people, batch.folder, schedule, request.today, workshop)
        if request.print_file:
            names = [item.file for item in sorted(outcome.items, key=lambda item: (item.line, item.file))]
            report.extras += make_print_files(batch.folder, names, workshop, library.settings.default_language)
    _finish(report, outcome, batch, plan, request)
    return report


def _checked(request: PackRequest, plan: Plan, schedule: Schedule) -> Checked:
    rules = rules_of(plan, order=request.order, extra=extra_fields(request.pattern))
    found: People
    if request.people is not None:
        found = read_people(read_table(request.people), rules)
    else:
        found = one_person(request.person, rules)
    return preflight(found, plan, schedule, today=request.today, pattern=request.pattern, allow_past=request.allow_past)


def _finish(report: PackReport, outcome: Outcome, batch: Batch, plan: Plan, request: PackRequest) -> None:
    report.made = sum(item.status == "made" for item in outcome.items)
    report.unchanged = len(outcome.items) - report.made
    report.layouts = outcome.layouts
    report.problems += outcome.problems
    head = heading(plan, request.today, plan.library.languages)
    left_out = sorted({problem.line for problem in errors_in(report.problems)})
    report.left_over = batch.folder.finish(head | {"left_out": left_out}, outcome.items, report.extras)
