"""Onboarding checklists on paper: tasks by phase, each with owner, due date and a line to write on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from babel.dates import format_date

from smm_portfolio.content.condition_words import answers_of, condition_words
from smm_portfolio.content.due_words import day_words, due_parts, due_words, full_day_words, moved_words
from smm_portfolio.content.kinds.checklist import OnboardingChecklist, Phase, Task
from smm_portfolio.content.labels import labels, plural
from smm_portfolio.content.library import Entry
from smm_portfolio.content.schedule import ResolvedDue, resolve, years_needed
from smm_portfolio.content.work_calendar import project_calendar
from smm_portfolio.print.context import Context
from smm_portfolio.print.part_views import DueView, FactView, PhaseView, TasksView, TaskView
from smm_portfolio.problems import Problem, UserError

NO_BREAK_SPACE = "\u00a0"
_KEPT_TOGETHER = 20
"""Characters that fit on one line of the narrow column for due dates."""

Dues = Mapping[str, ResolvedDue | None]


def tasks_view(entry: Entry[OnboardingChecklist], context: Context) -> TasksView:
    """An onboarding checklist, with days where its anchors are known.

    Raises:
        UserError: a date outside the calendar, or a calendar that cannot be.
    """
    checklist = entry.model
    try:
        dues = _dues(checklist, context)
    except UserError as error:
        raise UserError(_placed(problem, entry.file) for problem in error.problems) from error
    context.cited.add(checklist.sources)
    dated = any(dues.values())
    return TasksView(
        intro=context.prose(checklist.intro),
        phases=tuple(_phase(phase, entry, dues, context) for phase in checklist.phases),
        due_heading=context.labels["due_by" if dated else "due_when"],
    )


def _placed(problem: Problem, file: str) -> Problem:
    """A date in the checklist's file; a calendar that cannot be is a matter of the settings."""
    return problem.at("smm.yml" if problem.path.startswith("calendar.") else file)


def phase_id(slug: str, phase: Phase) -> str:
    """The anchor of a phase inside the document."""
    return f"phase-{slug}-{phase.id}"


def _dues(checklist: OnboardingChecklist, context: Context) -> Dues:
    if not context.anchors:
        return {task.id: None for _, task in checklist.tasks()}
    years = years_needed(checklist, context.anchors)
    calendar = project_calendar(context.library.settings.calendar, years, context.language)
    return resolve(checklist, context.anchors, calendar)


def _phase(phase: Phase, entry: Entry[OnboardingChecklist], dues: Dues, context: Context) -> PhaseView:
    name = context.say(phase.name)
    days = [due.date for task in phase.tasks if (due := dues[task.id])]
    return PhaseView(
        id=phase_id(entry.slug, phase),
        title=name,
        when=span_words(days, context.language)
        or plural(context.labels["task_count"], len(phase.tasks), context.language),
        intro=context.prose(phase.intro),
        tasks=tuple(_task(task, entry, dues, context) for task in phase.tasks),
        notes=context.fields.add(f"phase.{entry.slug}.{phase.id}.notes", context.labels["notes"].format(phase=name)),
    )


def span_words(days: Collection[dt.date], language: str) -> str:
    """From the first day to the last: “18 t/m 29 januari 2027”; empty without days."""
    if not days:
        return ""
    first, last = min(days), max(days)
    end = format_date(last, "d MMMM y", locale=language)
    if first == last:
        return end
    pattern = "d" if (first.year, first.month) == (last.year, last.month) else "d MMMM"
    start = format_date(first, pattern if first.year == last.year else "d MMMM y", locale=language)
    return str(labels(language)["print"]["span"].format(first=start, last=end))


def _task(task: Task, entry: Entry[OnboardingChecklist], dues: Dues, context: Context) -> TaskView:
    title, words = context.say(task.title), context.labels
    name = f"task.{entry.slug}.{task.id}"
    owners = context.section("terms")["owners"]
    helpers = ", ".join(owners[one] for one in task.support)
    return TaskView(
        tick=context.fields.add(f"{name}.done", title, words["tick_title"].format(task=title)),
        written=context.fields.add(f"{name}.by", title, words["written_title"].format(task=title)),
        done=context.say(task.done),
        owner=owners[task.owner],
        support=words["support"].format(who=helpers) if helpers else "",
        due=_due(task, entry.model, dues[task.id], context),
        remarks=" · ".join(_remarks(task, entry.model, context)),
        link=task.link or "",
    )


def _remarks(task: Task, checklist: OnboardingChecklist, context: Context) -> Iterable[str]:
    titles = _titles(checklist, context)
    if task.when:
        yield condition_words(task.when, context.section("people"), answers_of(checklist, context.language))
    if not task.required:
        yield context.labels["optional"]
    if before := [titles[other] for other in task.depends_on if other in titles]:
        yield context.labels["after_task"].format(tasks=", ".join(before))
    if task.evidence:
        yield context.labels["evidence"].format(what=context.say(task.evidence))
    if task.signoff:
        yield context.labels["initials"]
    if cited := context.numbers(task.sources):
        yield cited


def _titles(checklist: OnboardingChecklist, context: Context) -> dict[str, str]:
    return {task.id: context.say(task.title) for _, task in checklist.tasks()}


def _due(task: Task, checklist: OnboardingChecklist, due: ResolvedDue | None, context: Context) -> DueView:
    words = context.section("due")
    titles = {} if task.due.is_fixed else _titles(checklist, context)
    distance, anchor = due_parts(task.due, words, context.language, titles)
    if due is None:
        return DueView(main=distance, note=anchor)
    rule = due_words(task.due, words, context.language, titles)
    if anchor and len(anchor) <= _KEPT_TOGETHER:
        rule = rule.replace(anchor, anchor.replace(" ", NO_BREAK_SPACE))
    year = due.date.year != min(context.anchors.values()).year
    moved = moved_words(due, words, context.language)
    return DueView(
        main=day_words(due.date, words, context.language, year=year), note=f"{rule}, {moved}" if moved else rule
    )


def anchor_facts(context: Context) -> tuple[FactView, ...]:
    """The days that are known, in words, for the cover."""
    words = context.section("due")
    return tuple(
        FactView(label=context.labels["anchor"][anchor], value=full_day_words(day, words, context.language))
        for anchor, day in context.anchors.items()
    )
