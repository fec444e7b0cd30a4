"""What a batch is made from, and who shares a layout: guide, language, conditions and the facts that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from smm_portfolio.content.kinds.checklist import OnboardingChecklist, Owner, Task
from smm_portfolio.content.kinds.guide import Guide, PaperSize
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.looks import FontSet, Look
from smm_portfolio.packs.days import Order
from smm_portfolio.packs.people import Person, Role, Rules
from smm_portfolio.packs.slot_fonts import SlotFonts, slot_fonts
from smm_portfolio.packs.view import FACTS
from smm_portfolio.print.guide_view import used_anchors
from smm_portfolio.problems import Problem, UserError

TaskKey = tuple[str, str]
"""Slug of a checklist and id of a task."""

ARCHIVE = "pdf/a-3a"
PLAIN = "pdf/ua-1"


@dataclass(frozen=True)
class Plan:
    """One guide to be made for many.

    Args:
        entry: the guide.
        library: all content, without errors.
        look: how it looks.
        fonts: of the look.
        values: fonts of what is filled in.
        site_url: root of the finished site, or empty.
        paper: sheet of paper; the guide's own where it is left out.
        variant: ``PLAIN`` or ``ARCHIVE``.
        large: whether everybody gets large print, not only those who ask for it.
    """

    entry: Entry[Guide]
    library: Library
    look: Look
    fonts: FontSet
    values: SlotFonts
    site_url: str = ""
    paper: PaperSize | None = None
    variant: str = PLAIN
    large: bool = False

    @property
    def checklists(self) -> tuple[Entry[OnboardingChecklist], ...]:
        """The onboarding checklists that the guide prints."""
        slugs = {section.checklist for section in self.entry.model.sections}
        return tuple(entry for entry in self.library.checklists if entry.slug in slugs)

    def tasks(self) -> Iterable[tuple[TaskKey, Task]]:
        """Every task of the guide."""
        return (((entry.slug, task.id), task) for entry in self.checklists for _, task in entry.model.tasks())


@dataclass(frozen=True, slots=True)
class Group:
    """What people share who share a layout.

    Args:
        language: two-letter code.
        dropped: tasks that are not for them.
        anchors: days that are known.
        facts: fields on the cover.
        large: whether it is in large print.
    """

    language: str
    dropped: frozenset[TaskKey]
    anchors: frozenset[Anchor]
    facts: tuple[str, ...]
    large: bool = False


def make_plan(
    slug: str,
    library: Library,
    look: Look,
    fonts: FontSet,
    *,
    site_url: str = "",
    paper: PaperSize | None = None,
    variant: str = PLAIN,
    large: bool = False,
) -> Plan:
    """A plan for a guide by its slug.

    Raises:
        UserError: there is no such guide.
    """
    entry = next((guide for guide in library.guides if guide.slug == slug), None)
    if entry is None:
        known = [guide.slug for guide in library.guides]
        close = nearest(slug, known)
        fix = f"Did you mean {close}?" if close else f"Use one of: {', '.join(known) or 'none yet'}."
        raise UserError([Problem("SMM063", f"there is no guide '{slug}'", fix)])
    return Plan(entry, library, look, fonts, slot_fonts(fonts), site_url, paper, variant, large)


def group_of(person: Person, plan: Plan) -> Group:
    """Whose layout somebody shares."""
    dropped = frozenset(key for key, task in plan.tasks() if task.when and not task.when.holds(person.texts))
    used = used_anchors(plan.entry.model, plan.library)
    anchors = frozenset(anchor for anchor in person.dates if anchor in used)
    facts = tuple(key for key in FACTS if person.says(key) and (key not in set(Anchor) or key in used))
    return Group(person.language, dropped, anchors, facts, plan.large or person.large)


def library_for(plan: Plan, group: Group) -> Library:
    """The library without the tasks that are not for a group, and without phases that are left empty."""
    entries = []
    for entry in plan.library.checklists:
        phases = [
            phase.model_copy(
                update={
                    # whoever has the task need not be told that others have not
                    "tasks": tuple(
                        task.model_copy(update={"when": None})
                        for task in phase.tasks
                        if (entry.slug, task.id) not in group.dropped
                    )
                }
            )
            for phase in entry.model.phases
        ]
        kept = tuple(phase for phase in phases if phase.tasks)
        entries.append(replace(entry, model=entry.model.model_copy(update={"phases": kept})))
    return replace(plan.library, checklists=tuple(entries))


def rules_of(plan: Plan, *, order: Order | None = None, extra: Iterable[str] = ()) -> Rules:
    """What a list of people must give for a plan.

    Args:
        plan: the guide.
        order: how to read dates with two readings.
        extra: further fields, for file names.
    """
    asked = frozenset(name for _, task in plan.tasks() if task.when for name in task.when.fields)
    needed = {"name", *(entry.model.anchor.value for entry in plan.checklists)}
    owners = {owner for _, task in plan.tasks() for owner in (task.owner, *task.support)}
    wished = {owner.value for owner in (Owner.MANAGER, Owner.BUDDY) if owner in owners}
    wished |= {anchor for anchor in used_anchors(plan.entry.model, plan.library) if anchor not in needed}
    settings = plan.library.settings
    own = {"country", "language", "region"}  # these have defaults
    return Rules(
        languages=settings.languages,
        country=settings.calendar.country,
        subdivision=settings.calendar.region or "",
        roles=_roles(plan),
        needed=frozenset(needed | ({"role"} & asked)),
        wished=frozenset(wished),
        extra=frozenset({*asked, *extra} - needed - own - {"role"}),
        order=order,
    )


def _roles(plan: Plan) -> tuple[Role, ...]:
    """The roles of the project's comparisons, and those that only conditions name."""
    languages = plan.library.settings.languages
    known: dict[str, Mapping[str, str]] = {
        role.id: {language: role.name.pick(language) for language in languages}
        for entry in plan.library.roles
        for role in entry.model.roles
    }
    for _, task in plan.tasks():
        for name in sorted(task.when.values_of("role")) if task.when else ():
            known.setdefault(name, {})
    return tuple(Role(name, names) for name, names in known.items())
