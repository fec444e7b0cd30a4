"""Checklists that contradict themselves say so, before anybody waits for a task that never comes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.content.schedule import resolve
from smm_portfolio.content.task_order import order_problems
from smm_portfolio.content.work_calendar import WorkCalendar
from tests.content.onboarding_builder import checklist
from tests.content.test_schedule import START


def found(dues: dict[str, str], depends: dict[str, list[str]] | None = None):
    return [(broken.code, broken.path) for broken in order_problems(checklist(dues, depends=depends))]


def task(number: int, *rest: str | int) -> tuple[str | int, ...]:
    return ("phases", 0, "tasks", number, *rest)


def test_a_sound_checklist_has_none():
    assert found({"a": "start - 7 days", "b": "a + 1 day", "c": "start"}, {"c": ["a", "b"], "b": ["a"]}) == []


def test_anchors_and_dependencies_that_are_not_there():
    (anchor, dependency) = order_problems(
        checklist({"laptop": "start", "talk": "labtop + 1 day", "close": "start"}, depends={"close": ["tallk"]})
    )
    assert (anchor.code, anchor.path, anchor.fix) == ("SMM030", task(1, "due"), "Did you mean laptop?")
    assert (dependency.code, dependency.path) == ("SMM030", task(2, "depends_on", 0))
    assert dependency.fix == "Did you mean talk?"


def test_a_task_with_the_name_of_an_anchor():
    assert found({"start": "start"}) == [("SMM031", task(0, "id"))]


def test_a_cycle_names_its_chain():
    (broken,) = order_problems(checklist(dict.fromkeys("abcd", "start"), depends={"a": ["b"], "b": ["c"], "c": ["a"]}))
    assert broken.code == "SMM032"
    assert "a → b → c → a" in broken.message
    assert broken.path == task(2, "depends_on", 0)


def test_a_cycle_through_a_due_date():
    assert found({"a": "b + 1 day", "b": "start"}, {"b": ["a"]}) == [("SMM032", task(1, "depends_on", 0))]
    assert found({"a": "a + 1 day"}) == [("SMM032", task(0, "due"))]


def test_two_cycles_are_two_findings():
    depends = {"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"], "e": ["e"]}
    assert [code for code, _ in found(dict.fromkeys("abcde", "start"), depends)] == ["SMM032"] * 3


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        ("start - 7 days", "start - 6 days"),
        ("start + 1 week", "start + 8 days"),
        ("start + 1 business day", "start + 2 business days"),
        ("start - 2 business days", "start"),
        ("start - 1 day", "start + 1 month"),
        ("other - 1 day", "start"),
        ("other - 1 month", "start + 5 business days"),
    ],
)
def test_due_before_a_dependency(mine: str, its: str):
    assert found({"other": its, "mine": mine}, {"mine": ["other"]}) == [("SMM033", task(1, "depends_on", 0))]


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        ("start", "start"),
        ("start + 1 week", "start + 7 days"),
        ("start + 29 days", "start + 1 month"),
        ("start + 5 days", "start + 4 business days"),
        ("start", "kickoff + 1 day"),
        ("other + 1 day", "kickoff"),
    ],
)
def test_what_cannot_be_said_for_certain_is_not_said(mine: str, its: str):
    assert found({"other": its, "mine": mine}, {"mine": ["other"]}) == []


def test_chains_of_tasks_are_compared_too():
    dues = {"a": "start", "b": "a + 3 days", "c": "b + 1 week", "late": "start + 9 days"}
    assert found(dues, {"late": ["c"]}) == [("SMM033", task(3, "depends_on", 0))]


def test_ten_thousand_tasks_in_a_row_need_no_recursion():
    dues = {f"t{n}": f"t{n - 1} + 1 day" if n else "start" for n in range(10_000)}
    plan = checklist(dues, depends={f"t{n}": [f"t{n - 1}"] for n in range(1, 10_000)})
    began = time.perf_counter()
    assert list(order_problems(plan)) == []
    assert time.perf_counter() - began < 5
    ring = checklist({**dues, "t0": "t9999"})
    (broken,) = order_problems(ring)
    assert broken.code == "SMM032"
    assert len(broken.message) < 200


NAMES = [f"t{n}" for n in range(8)]


@given(st.lists(st.tuples(st.sampled_from([*NAMES, "start"]), st.integers(0, 9)), min_size=8, max_size=8))
def test_without_findings_every_task_gets_its_date(edges: list[tuple[str, int]]):
    plan = checklist({name: f"{anchor} + {count} days" for name, (anchor, count) in zip(NAMES, edges, strict=True)})
    dated = all(resolve(plan, START, WorkCalendar()).values())
    assert dated == (not list(order_problems(plan)))
