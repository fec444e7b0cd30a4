"""Due dates in words: relative to an anchor (“7 dagen vóór je eerste dag”), or a day with its weekday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from babel.dates import format_date

from smm_portfolio.content.labels import Labels, plural
from smm_portfolio.content.schedule import ResolvedDue
from smm_portfolio.content.values.due import Due
from smm_portfolio.content.work_calendar import OffKind

_NO_TITLES: Mapping[str, str] = {}


def due_words(due: Due, labels: Labels, language: str, titles: Mapping[str, str] = _NO_TITLES) -> str:
    """When something is due, counted from its anchor, as part of a sentence.

    Args:
        due: the rule.
        labels: section ``due`` of the language's labels.
        language: two-letter code, for plurals.
        titles: titles of tasks by id, for due dates that count from a task; without one the id is shown.
    """
    distance, anchor = due_parts(due, labels, language, titles)
    return str(labels["rule"]).format(distance=distance, anchor=anchor) if anchor else distance


def due_parts(due: Due, labels: Labels, language: str, titles: Mapping[str, str] = _NO_TITLES) -> tuple[str, str]:
    """``due_words`` for a narrow column: the distance, and the anchor that it counts from.

    Returns:
        “7 dagen vóór” and “je eerste dag”; for the anchor itself “op je eerste dag” and an empty text.
    """
    task = "" if due.is_fixed else titles.get(due.anchor, due.anchor)
    kind = due.anchor if due.is_fixed else "task"
    if not due.offset:
        return str(labels["same"][kind]).format(task=task), ""
    amount = plural(labels["amount"][due.unit], abs(due.offset), language)
    distance = str(labels["before" if due.offset < 0 else "after"]).format(amount=amount)
    return distance, str(labels["anchor"][kind]).format(task=task)


def day_words(day: dt.date, labels: Labels, language: str, *, year: bool = False) -> str:
    """A day for a table: short weekday, day, month (“ma 18 januari”), with the year where asked.

    Args:
        day: the day.
        labels: section ``due`` of the language's labels.
        language: two-letter code.
        year: whether the year is needed to understand it.
    """
    pattern = labels["day_year" if year else "day"]
    return format_date(day, pattern, locale=language)


def full_day_words(day: dt.date, labels: Labels, language: str) -> str:
    """A day in full: “maandag 4 januari 2027”."""
    return format_date(day, labels["day_full"], locale=language)


def moved_words(due: ResolvedDue, labels: Labels, language: str) -> str:
    """Why a date is not the one that its rule gives (“was zondag”); empty where it is."""
    if due.moved_from is None or due.reason is None:
        return ""
    weekday = format_date(due.moved_from, "EEEE", locale=language)
    kind = OffKind.HOLIDAY if due.reason.name else due.reason.kind
    return str(labels["moved"][kind]).format(weekday=weekday, name=due.reason.name)
