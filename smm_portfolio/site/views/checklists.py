"""Skill checklists and onboarding checklists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from smm_portfolio.site.views.parts import CrumbsView, FactView, LinkView, SourceView, StateView
from smm_portfolio.site.views.work import SkillView


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGroupView:
    """Skills that belong together."""

    id: str
    title: str
    note: str = ""
    skills: tuple[SkillView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsView:
    """A skill checklist, or all of them under one title."""

    title: str
    lede: str = ""
    intro: str = ""  # prose
    crumbs: CrumbsView | None = None
    levels: tuple[FactView, ...] = ()
    groups: tuple[SkillGroupView, ...] = ()
    downloads: tuple[LinkView, ...] = ()
    test: LinkView | None = None
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Who does a task: a role (``HR``), and a name where one is known; ``id`` is the role in content (``hr``)."""

    role: str
    initials: str
    name: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """One task. ``due`` is relative (``2 werkdagen ervoor``) or a date; ``due_iso`` only with a date.

    ``id`` is stable over edits; ``notes`` are short remarks such as ``optioneel`` or ``na: laptop``.
    """

    id: str
    text: str
    owner: PersonView | None = None
    due: str = ""
    due_iso: str = ""
    detail: str = ""  # prose
    category: str = ""
    notes: tuple[str, ...] = ()
    evidence: tuple[LinkView, ...] = ()
    state: StateView | None = None
    done: bool = False

    @property
    def remarks(self) -> tuple[str, ...]:
        """Category and notes, in the order in which they are read."""
        return ((self.category,) if self.category else ()) + self.notes


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseView:
    """Tasks of one phase; ``count`` says how many (``5 taken``)."""

    id: str
    title: str
    count: str = ""
    note: str = ""
    tasks: tuple[TaskView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignView:
    """A line to sign: who, and what signing means."""

    role: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question about the visitor: the field of a person, the question, and the answers as value and words."""

    field: str
    label: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TickView:
    """What the script needs to keep ticks: controls, hidden until it runs, and its data.

    ``anchors`` and ``owners`` are ids with their words; ``questions`` what the visitor is asked, because tasks have
    conditions; ``first`` and ``last`` the days, ISO, between which holidays are known; ``data`` becomes JSON, see
    ``tick.js``.
    """

    anchors: tuple[tuple[str, str], ...]
    owners: tuple[tuple[str, str], ...]
    questions: tuple[QuestionView, ...]
    first: str
    last: str
    data: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """An onboarding checklist. ``total`` and ``total_label`` make one line: ``12`` ``taken in 3 fasen``."""

    id: str
    title: str
    total: str
    total_label: str
    lede: str = ""
    intro: str = ""  # prose
    crumbs: CrumbsView | None = None
    facts: tuple[FactView, ...] = ()
    actions: tuple[LinkView, ...] = ()
    phases: tuple[PhaseView, ...] = ()
    signs: tuple[SignView, ...] = ()
    sign_note: str = ""
    tick: TickView | None = None
    sources: tuple[SourceView, ...] = ()
