"""Role comparisons and salary tables."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.site.views.parts import CrumbsView, LinkView, SectionView, SourceView, StateView, TableView


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """How much a role does of a task: 0 (never) … 3 (main task), and the word for it."""

    level: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTaskRow:
    """A task with one level per role, in the order of the columns."""

    name: str
    cells: tuple[LevelView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A dimension with one text per role, in the order of the columns."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A situation, the role that fits it, and why."""

    situation: str
    advice: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerStep:
    """One step of a career path."""

    title: str
    period: str = ""
    detail: str = ""  # prose


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSummary:
    """One role in a few words."""

    id: str
    name: str
    summary: str = ""  # prose


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesView:
    """Roles side by side: tasks, dimensions, which to choose, where it leads."""

    title: str
    lede: str = ""
    intro: str = ""  # prose
    crumbs: CrumbsView | None = None
    roles: tuple[RoleSummary, ...] = ()
    tasks_caption: str = ""
    tasks: tuple[RoleTaskRow, ...] = ()
    tasks_note: str = ""
    dimensions_caption: str = ""
    dimensions: tuple[TextRow, ...] = ()
    decisions_caption: str = ""
    decisions: tuple[DecisionRow, ...] = ()
    career: tuple[CareerStep, ...] = ()
    sections: tuple[SectionView, ...] = ()
    downloads: tuple[LinkView, ...] = ()
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SalaryRow:
    """One salary range on its own scale. ``ends`` says in words what the ends of the bar mean."""

    title: str
    ends: str
    wide: Markup
    narrow: Markup
    age: StateView
    confidence: str
    source: SourceView
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalaryGroupView:
    """Rows of one region and currency."""

    id: str
    title: str
    note: str = ""
    rows: tuple[SalaryRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SalariesView:
    """Salary ranges with source, year and confidence; ``gap`` says what was not found."""

    title: str
    lede: str = ""
    crumbs: CrumbsView | None = None
    note: str = ""  # prose
    groups: tuple[SalaryGroupView, ...] = ()
    gap: str = ""  # prose
    table: TableView | None = None
    table_caption: str = ""
