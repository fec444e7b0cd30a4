"""Which task waits for which: the order of counting, and what is wrong with anchors and dependencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smm_portfolio.content.values.base import Broken, known, readable
from smm_portfolio.content.values.due import Anchor, Due, DueUnit
from smm_portfolio.content.values.nearest import nearest

if TYPE_CHECKING:  # the model of checklists calls ``order_problems``
    from smm_portfolio.content.kinds.checklist import OnboardingChecklist, Task

Path = tuple[str | int, ...]
_LONGEST_CHAIN = 12


def anchored_order(dues: Mapping[str, Due]) -> list[str]:
    """Task ids such that each comes after the task that its due date counts from.

    Args:
        dues: due dates by task id, in any order.

    Returns:
        Every id whose chain of anchors ends at a fixed anchor; not those on or behind a cycle or an unknown anchor.
    """
    waiting: dict[str, list[str]] = {}
    order = []
    for task, due in dues.items():
        if due.is_fixed:
            order.append(task)
        else:
            waiting.setdefault(due.anchor, []).append(task)
    for task in order:  # grows while it is walked
        order += waiting.get(task, ())
    return order


def order_problems(checklist: OnboardingChecklist) -> Iterator[Broken]:
    """What contradicts itself in the order of tasks.

    Returns:
        Anchors and dependencies that are not there (SMM030), tasks with the name of an anchor (SMM031), tasks that
        wait for each other (SMM032), tasks due before one that they depend on (SMM033; only where it is certain
        whatever the calendar). Costs time proportional to tasks and dependencies.
    """
    tasks = {task.id: (path, task) for path, task in checklist.tasks() if known(task.id)}
    every = all(known(phase, phase.tasks) and all(map(_named, phase.tasks)) for phase in checklist.phases)
    for path, task in tasks.values():
        if task.id in set(Anchor):
            yield Broken(
                "SMM031",
                f"'{task.id}' is the name of an anchor, so no task can have it as its id",
                "Give the task another id.",
                (*path, "id"),
            )
        if every:
            yield from _unknown(path, task, tasks)
    cycles = list(_cycles(tasks))
    yield from cycles
    told = {broken.path for broken in cycles}
    places = _places({name: task.due for name, (_, task) in tasks.items() if known(task.due)})
    for path, task in tasks.values():
        for number, other in _depends(task):
            place = (*path, "depends_on", number)
            if other in tasks and place not in told and _is_before(task, other, places):
                message = f"'{task.id}' is due before '{other}', which it depends on"
                yield Broken("SMM033", message, "Give it a later due date, or remove the dependency.", place)


def _named(task: Task) -> bool:
    """Whether a task's name can be read; where one cannot, nobody knows whether it is the one that others mean."""
    return known(task) and known(task.id)


def _depends(task: Task) -> Iterator[tuple[int, str]]:
    """Position and id of the tasks that a task waits for, as far as they can be read."""
    return readable(task.depends_on) if known(task.depends_on) else iter(())


def _unknown(path: Path, task: Task, tasks: Mapping[str, object]) -> Iterator[Broken]:
    if known(task.due) and not task.due.is_fixed and task.due.anchor not in tasks:
        names = [*Anchor, *tasks]
        yield Broken(
            "SMM030",
            f"'{task.due.anchor}' is neither an anchor nor a task of this checklist",
            _hint(task.due.anchor, names, f"Use {', '.join(Anchor)}, or the id of a task."),
            (*path, "due"),
        )
    for number, other in _depends(task):
        if other not in tasks:
            yield Broken(
                "SMM030",
                f"there is no task '{other}' in this checklist",
                _hint(other, [*tasks], "Use the id of a task of this checklist."),
                (*path, "depends_on", number),
            )


def _hint(word: str, names: Sequence[str], otherwise: str) -> str:
    close = nearest(word, names)
    return f"Did you mean {close}?" if close else otherwise


@dataclass(frozen=True, slots=True)
class _Edge:
    """One task waits for another, because of the key at a path."""

    target: str
    path: Path


def _cycles(tasks: Mapping[str, tuple[Path, Task]]) -> Iterator[Broken]:
    """One finding for each edge that leads back to a task on the way, by a depth-first walk without recursion."""
    edges = {name: _edges(path, task, tasks) for name, (path, task) in tasks.items()}
    done: set[str] = set()
    for start in tasks:
        if start in done:
            continue
        way = [start]
        place = {start: 0}
        steps = [iter(edges[start])]
        while steps:
            edge = next(steps[-1], None)
            if edge is None:
                steps.pop()
                done.add(way[-1])
                del place[way.pop()]
            elif edge.target in place:
                yield _cycle(way, place[edge.target], edge.path)
            elif edge.target not in done:
                place[edge.target] = len(way)
                way.append(edge.target)
                steps.append(iter(edges[edge.target]))


def _edges(path: Path, task: Task, tasks: Mapping[str, object]) -> list[_Edge]:
    edges = {other: _Edge(other, (*path, "depends_on", n)) for n, other in _depends(task) if other in tasks}
    if known(task.due) and not task.due.is_fixed and task.due.anchor in tasks:
        edges.setdefault(task.due.anchor, _Edge(task.due.anchor, (*path, "due")))
    return list(edges.values())


def _cycle(way: list[str], start: int, path: Path) -> Broken:
    chain = way[start : start + _LONGEST_CHAIN]
    left_out = ["…"] if start + _LONGEST_CHAIN < len(way) else []
    names = " → ".join([*chain, *left_out, way[start]])
    fix = "Remove one dependency, or count one due date from start."
    return Broken("SMM032", f"these tasks wait for each other: {names}", fix, path)


@dataclass(frozen=True, slots=True)
class _Place:
    """A due date as one signed distance from a fixed anchor; days and weeks are one unit."""

    anchor: str
    unit: DueUnit
    amount: int


def _places(dues: Mapping[str, Due]) -> dict[str, _Place]:
    """Where each task lies whose chain counts in one unit only."""
    places: dict[str, _Place] = {}
    for name in anchored_order(dues):
        due = dues[name]
        unit, amount = (DueUnit.DAY, due.offset * 7) if due.unit is DueUnit.WEEK else (due.unit, due.offset)
        if due.is_fixed:
            places[name] = _Place(due.anchor, unit, amount)
        elif (base := places.get(due.anchor)) and (base.unit is unit or not base.amount or not amount):
            places[name] = _Place(base.anchor, unit if amount else base.unit, base.amount + amount)
    return places


def _is_before(task: Task, other: str, places: Mapping[str, _Place]) -> bool:
    """Whether a task is due before another on every calendar."""
    if not known(task.due):
        return False
    if task.due.anchor == other:
        return task.due.offset < 0
    mine, its = places.get(task.id), places.get(other)
    if mine is None or its is None or mine.anchor != its.anchor:
        return False
    if mine.unit is its.unit:
        return mine.amount < its.amount
    return mine.amount <= 0 <= its.amount and mine.amount != its.amount
