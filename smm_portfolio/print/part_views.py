"""What the parts of a printed guide show: frozen, computed, without references to the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A form field.

    Args:
        id: for ``label for``; made from the name.
        name: technical name, from ids only, so that it stays the same in every version and language.
        label: what stands beside it.
        title: what a screen reader says; has the context that the eye sees.
    """

    id: str
    name: str
    label: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A short label and what it says."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebView:
    """Where the latest version is: a QR code with its address, or words only where no address is known."""

    words: str
    qr: Markup | None = None
    href: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """Prose."""

    template: ClassVar[str] = "text"
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """Short lines under a small heading."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """One role: what it is about, and lists of tasks, skills and people."""

    template: ClassVar[str] = "role"
    name: str
    focus: str
    description: Markup | None = None
    lists: tuple[ListView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueView:
    """When: ``main`` in bold (a day, or the rule in words), ``note`` small below it."""

    main: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """A row of a checklist. ``remarks`` is one small line: optional, comes after, what proves it."""

    tick: FieldView
    written: FieldView
    done: str
    owner: str
    support: str = ""
    due: DueView
    remarks: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseView:
    """Tasks of one phase; ``when`` is their span of days, or how many there are."""

    id: str
    title: str
    when: str
    intro: Markup | None = None
    tasks: tuple[TaskView, ...]
    notes: FieldView


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksView:
    """An onboarding checklist."""

    template: ClassVar[str] = "tasks"
    intro: Markup | None = None
    phases: tuple[PhaseView, ...]
    due_heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView:
    """A skill with a tick box for each level."""

    name: str
    description: Markup | None
    remarks: str = ""
    ticks: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGroupView:
    """Skills that belong together."""

    id: str
    title: str
    intro: Markup | None = None
    skills: tuple[SkillView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsView:
    """A skill checklist, to fill in for oneself."""

    template: ClassVar[str] = "skills"
    intro: Markup | None = None
    levels: tuple[FactView, ...]
    groups: tuple[SkillGroupView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A cell of a comparison: words, and 0 to 3 drawn blocks with what they say."""

    text: str
    weight: int | None = None
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row with its heading."""

    title: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A numbered step."""

    title: str
    text: Markup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """Roles side by side, the advice for each situation, and the career steps."""

    template: ClassVar[str] = "comparison"
    intro: Markup | None = None
    roles: tuple[RoleView, ...]
    rows: tuple[RowView, ...]
    decisions: tuple[RowView, ...] = ()
    fits: tuple[FactView, ...] = ()
    steps: tuple[StepView, ...] = ()
    steps_note: Markup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PayView:
    """A row of a salary table; amounts as printed, empty where the source has none; ``number`` 0 for no list."""

    where: str
    who: str
    low: str
    typical: str
    high: str
    basis: str
    year: str
    source: str
    number: int = 0
    confidence: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SalaryView:
    """Salaries, each row with its basis, year and source."""

    template: ClassVar[str] = "salary"
    intro: Markup | None = None
    rows: tuple[PayView, ...]
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """Words and meanings."""

    template: ClassVar[str] = "glossary"
    terms: tuple[FactView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Somebody to turn to; ``field`` is the line to write the number on where none is known."""

    name: str
    role: str
    phone: str = ""
    email: str = ""
    field: FieldView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsView:
    """People to turn to, and the address of the latest version."""

    template: ClassVar[str] = "contacts"
    people: tuple[PersonView, ...]
    web: WebView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """A level of a crisis: ``bars`` says for each drawn bar whether it is full."""

    name: str
    said: str
    bars: tuple[bool, ...]
    example: str
    decides: str
    within: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisView:
    """The crisis card: calls, three steps by time, levels, first words, what never to do, three lines to fill in."""

    template: ClassVar[str] = "crisis"
    calls: tuple[PersonView, ...]
    steps: tuple[ListView, ...]
    levels: tuple[LevelView, ...]
    holding: str
    never: tuple[str, ...]
    fields: tuple[FieldView, ...]

    @property
    def is_long(self) -> bool:
        """Whether the card needs the smaller spacing to stay on one page."""
        steps = max(sum(1 + len(item) // 30 for item in step.items) for step in self.steps)
        levels = sum(1 + max(len(level.example) // 40, len(level.decides) // 24) for level in self.levels)
        words = max(len(self.holding) // 48, sum(1 + len(item) // 44 for item in self.never))
        calls = max((1 + len(one.role) // 28 for one in self.calls), default=0)
        return steps + levels + words + calls > 15


@dataclass(frozen=True, slots=True, kw_only=True)
class SignView:
    """A block to sign: who, with the lines to write on."""

    role: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignoffView:
    """What was read, remarks and signatures."""

    template: ClassVar[str] = "signoff"
    statement: Markup
    read: tuple[tuple[FieldView, ...], ...]
    remarks: FieldView
    signs: tuple[SignView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A publication: name, when published and last read, address, and what to know about it."""

    name: str
    dates: str = ""
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """Everything that the document cites, numbered."""

    template: ClassVar[str] = "sources"
    sources: tuple[SourceView, ...]


Part = (
    TextView
    | RoleView
    | TasksView
    | SkillsView
    | ComparisonView
    | SalaryView
    | GlossaryView
    | ContactsView
    | CrisisView
    | SignoffView
    | SourcesView
)
"""What one section holds."""
