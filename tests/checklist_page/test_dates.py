"""A date on the web is the date on paper: the script's rules against Python's, on hundreds of random checklists."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from smm_portfolio.content.schedule import ResolvedDue, resolve
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.content.work_calendar import WorkCalendar
from smm_portfolio.site.pages.ticks import calendar_data, task_data
from tests.content.onboarding_builder import checklist

CASES = 400
RUN = """cases => cases.map(one => {
  const anchors = Object.fromEntries(Object.entries(one.anchors).map(([name, iso]) => [name, smmDates.toDay(iso)]));
  const dues = smmDates.resolve(one.tasks, anchors, one.closed, smmDates.calendar(one));
  return Object.fromEntries([...dues].map(([id, due]) => [id, [
    smmDates.toIso(due.day), due.from === undefined ? null : smmDates.toIso(due.from),
    due.reason ? due.reason.kind : null, due.reason ? due.reason.name : null]]));
})"""


def day(chance: random.Random) -> dt.date:
    return dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(2000))


def rule(chance: random.Random, anchors: list[str]) -> str:
    anchor, count = chance.choice(anchors), chance.choice([0, 1, 2, 5, 31, chance.randrange(200)])
    unit = chance.choice(["day", "business day", "week", "month"])
    return f"{anchor} {chance.choice('+-')} {count} {unit}s"


def case(chance: random.Random) -> tuple[dict[str, object], dict[str, list[str | None]]]:
    """What the script gets, and what Python makes of it."""
    names = [f"t{number}" for number in range(chance.randint(1, 8))]
    dues = {name: rule(chance, [*names[:place], *Anchor]) for place, name in enumerate(names)}
    order = chance.sample(names, len(names))
    work = WorkCalendar(
        frozenset(chance.sample(range(7), chance.randint(0, 4))),
        {day(chance): chance.choice(["Koningsdag", "Kerst"]) for _ in range(chance.randint(0, 300))},
        {day(chance): chance.choice(["", "Brug"]) for _ in range(chance.randint(0, 100))},
    )
    closed = chance.choice(["next", "previous", "keep"])
    anchors = {anchor: day(chance) for anchor in Anchor if chance.random() < 0.8}
    model = checklist({name: dues[name] for name in order}, closed_days=closed)
    given = {
        "tasks": task_data(model),
        "closed": closed,
        "anchors": {anchor.value: known.isoformat() for anchor, known in anchors.items()},
        **calendar_data(work),
    }
    found = resolve(model, anchors, work)
    return given, {name: told(due) for name, due in found.items() if due}


def told(due: ResolvedDue) -> list[str | None]:
    """A due date as the script gives it; a closed day with a word of its own is named like a holiday, as in print."""
    if due.moved_from is None or due.reason is None:
        return [due.date.isoformat(), None, None, None]
    kind = "holiday" if due.reason.name else due.reason.kind.value
    return [due.date.isoformat(), due.moved_from.isoformat(), kind, due.reason.name]


@pytest.fixture(scope="module")
def script(repo_root: Path) -> str:
    return (repo_root / "themes/base/web/js/keep/tick-dates.js").read_text(encoding="utf-8")


def answers(chromium: Browser, script: str, given: list[dict[str, object]]) -> list[dict[str, list[str | None]]]:
    context = chromium.new_context()
    page = context.new_page()
    page.add_script_tag(content=script)
    found: list[dict[str, list[str | None]]] = page.evaluate(RUN, json.loads(json.dumps(given)))
    context.close()
    return found


@pytest.mark.browser
def test_the_page_counts_as_the_printed_guide_does(chromium: Browser, script: str) -> None:
    """A date that differs from the paper on somebody's desk is a missed first day."""
    chance = random.Random(20270104)
    cases = [case(chance) for _ in range(CASES)]
    found = answers(chromium, script, [given for given, _ in cases])
    for (given, expected), answer in zip(cases, found, strict=True):
        assert answer == expected, given
    moved = sum(one[1] is not None for _, expected in cases for one in expected.values())
    assert moved > CASES // 2, "too few cases fell on a day off"


@pytest.mark.browser
def test_the_check_above_sees_another_rule(chromium: Browser, script: str) -> None:
    wrong = script.replace("{ next: 1, previous: -1 }", "{ next: -1, previous: 1 }")
    assert wrong != script
    chance = random.Random(1)
    cases = [case(chance) for _ in range(50)]
    assert answers(chromium, wrong, [given for given, _ in cases]) != [expected for _, expected in cases]


@pytest.mark.browser
def test_a_day_that_is_not_there_is_no_day(chromium: Browser, script: str) -> None:
    """A mistyped link must not move every task by a day."""
    page = chromium.new_page()
    page.add_script_tag(content=script)
    given = ["2027-02-28", "2027-02-29", "2028-02-29", "2027-13-01", "2027-1-4", "", "morgen"]
    found = page.evaluate("given => given.map(one => smmDates.toDay(one) !== null)", given)
    page.close()
    assert found == [True, False, True, False, False, False, False]
