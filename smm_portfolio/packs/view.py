"""A guide's view with slots for what differs between people: name and facts, due dates of tasks, days of phases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from smm_portfolio.content.kinds.checklist import OnboardingChecklist, Task
from smm_portfolio.content.labels import Labels, labels
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.packs.slots import Slots
from smm_portfolio.print.part_views import DueView, FactView, PhaseView, TasksView, TaskView
from smm_portfolio.print.views import CoverView, GuideView, SectionView

NAME = "cover.name"
FACTS = ("role", "start", "kickoff", "contract", "end", "manager", "buddy")
"""Facts of a person on the cover, in order; a cover has room for six, version and date among them."""


@dataclass(frozen=True, slots=True)
class DueSlot:
    """The slot of a due date: which task, and how many lines the note below the date may take."""

    checklist: str
    task: str
    lines: int


def pack_view(
    view: GuideView, language: str, facts: Iterable[str], dues: Mapping[str, DueSlot], slots: Slots
) -> GuideView:
    """The view of a pack.

    Args:
        view: of the guide, with due dates in words.
        language: two-letter code.
        facts: fields that go on the cover, of ``FACTS``.
        dues: slots of due dates by their names; other tasks keep their words.
        slots: what makes the slots.
    """
    words = labels(language)["people"]
    heading = labels(language)["print"]["due_by" if dues else "due_when"]
    sections = tuple(_section(section, words, heading, dues, slots) for section in view.sections)
    return replace(view, cover=_cover(view.cover, words, facts, slots), sections=sections)


def due_name(task: TaskView) -> str:
    """The name of the field of a task's due date: ``task.new-hire.laptop.due``."""
    return task.tick.name.replace(".done", ".due")


def shown_tasks(view: GuideView) -> list[TaskView]:
    """Every task of a guide, in order."""
    parts = [section.part for section in view.sections]
    return [task for part in parts if isinstance(part, TasksView) for phase in part.phases for task in phase.tasks]


def task_behind(name: str, library: Library) -> tuple[Entry[OnboardingChecklist], Task]:
    """Checklist and task of a field name."""
    _, slug, task, *_ = name.split(".")
    entry = next(one for one in library.checklists if one.slug == slug)
    return entry, next(one for _, one in entry.model.tasks() if one.id == task)


def _cover(cover: CoverView, words: Labels, facts: Iterable[str], slots: Slots) -> CoverView:
    titles = words["cover_title"]
    own = [FactView(label=words["fields"][key], value=slots.line(f"cover.{key}", "fact", titles[key])) for key in facts]
    version = [fact for fact in cover.facts if not isinstance(fact.value, Markup)][-2:]
    opening = FactView(label=words["for"], value=slots.line(NAME, "name", titles["name"]))
    return replace(cover, opening=opening, lead="", facts=(*own[:4], *version))


def _section(
    section: SectionView, words: Labels, heading: str, dues: Mapping[str, DueSlot], slots: Slots
) -> SectionView:
    part = section.part
    if not isinstance(part, TasksView):
        return section
    phases = tuple(_phase(phase, words, dues, slots) for phase in part.phases)
    return replace(section, part=replace(part, phases=phases, due_heading=heading))


def _phase(phase: PhaseView, words: Labels, dues: Mapping[str, DueSlot], slots: Slots) -> PhaseView:
    """The tasks of a phase, and its days in place of how many tasks it has."""
    when, name = phase.when, phase.notes.name.removesuffix(".notes") + ".when"
    if any(due_name(task) in dues for task in phase.tasks):
        when = slots.line(name, "when", words["phase_title"].format(phase=phase.title))
    return replace(phase, when=when, tasks=tuple(_task(task, words, dues, slots) for task in phase.tasks))


def _task(task: TaskView, words: Labels, dues: Mapping[str, DueSlot], slots: Slots) -> TaskView:
    name = due_name(task)
    if name not in dues:
        return task
    title = words["due_title"].format(task=task.tick.label)
    main = slots.line(name, "due", title, height=slots.module * (1 + dues[name].lines))
    return replace(task, due=DueView(main=main, note=slots.note(name)))
