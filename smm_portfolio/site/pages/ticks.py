"""The web side of a checklist: what the script that keeps ticks and computes dates gets from the build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from smm_portfolio.content.kinds.checklist import OnboardingChecklist
from smm_portfolio.content.library import Entry
from smm_portfolio.content.schedule import years_needed
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.content.work_calendar import WorkCalendar, project_calendar
from smm_portfolio.problems import UserError
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.pages.applies import person_questions, when_data
from smm_portfolio.site.views import TickView
from smm_portfolio.site.words import term

YEARS_BACK, YEARS_AHEAD = 1, 3
"""The years around the build in which a checklist may start; dates of later years need a new build."""


def tick_view(context: SiteContext, entry: Entry[OnboardingChecklist]) -> TickView:
    """The controls of a checklist and the data of its script.

    Raises:
        UserError: the calendar of the settings cannot be.
    """
    checklist, words = entry.model, context.labels["tick"]
    first = dt.date(context.today.year - YEARS_BACK, 1, 1)
    last = dt.date(context.today.year + YEARS_AHEAD, 12, 31)
    counted = {task.due.anchor for _, task in checklist.tasks()}
    owners = dict.fromkeys(task.owner for _, task in checklist.tasks())
    years = years_needed(checklist, {Anchor.START: first, Anchor.CONTRACT: last})
    return TickView(
        anchors=tuple((anchor.value, str(words["anchor"][anchor])) for anchor in Anchor if anchor in counted),
        owners=tuple((owner.value, term(context, "owners", owner)) for owner in owners),
        questions=person_questions(context, checklist),
        first=first.isoformat(),
        last=last.isoformat(),
        data={
            "key": kept_under(context, "smm-tick", entry.slug, checklist.version),
            "version": checklist.version,
            "lang": str(context.format.locale).replace("_", "-"),
            "closed": checklist.closed_days.value,
            **calendar_data(_calendar(context, years)),
            "tasks": task_data(checklist),
            "when": when_data(checklist),
            "words": {**words, "moved": context.labels["due"]["moved"]},
        },
    )


def calendar_data(work: WorkCalendar) -> dict[str, Any]:
    """Days off for the script: weekdays from Monday 0, and days by name; an own closed day may have none."""
    days: Mapping[dt.date, str] = {**work.closed, **work.holidays}
    return {"weekend": sorted(work.weekend), "days": {day.isoformat(): days[day] for day in sorted(days)}}


def task_data(checklist: OnboardingChecklist) -> list[list[str | int]]:
    """Id, anchor, offset and unit of every task."""
    return [[task.id, task.due.anchor, task.due.offset, task.due.unit.value] for _, task in checklist.tasks()]


def kept_under(context: SiteContext, tool: str, slug: str, version: str) -> str:
    """Where the browser keeps what a tool remembers: the same in every language, another for every version.

    Why the site's name: all sites of one owner on GitHub Pages share one store.
    """
    settings = context.library.settings
    return f"{tool}/{settings.name.pick(settings.languages[0])}/{slug}@{version}"


def _calendar(context: SiteContext, years: Iterable[int]) -> WorkCalendar:
    key = f"tick calendar {years}"
    if key not in context.memo:
        try:
            context.memo[key] = project_calendar(context.library.settings.calendar, years, context.language)
        except UserError as error:
            raise UserError(problem.at("smm.yml") for problem in error.problems) from error
    found: WorkCalendar = context.memo[key]
    return found
