"""Role comparisons: what each role does, how they differ, which to choose, where it leads."""

from __future__ import annotations

from collections.abc import Iterable

from smm_portfolio.content.kinds.role_comparison import Decision, Dimension, Role, RoleComparison
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.text import Text
from smm_portfolio.site.citations import source_list
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import crumbs, entry_page
from smm_portfolio.site.markdown_text import literal
from smm_portfolio.site.pages.indexes import index_page
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import (
    CareerStep,
    DecisionRow,
    LevelView,
    RoleSummary,
    RolesView,
    RoleTaskRow,
    SectionView,
    TextRow,
)
from smm_portfolio.site.words import say


def role_pages(context: SiteContext) -> tuple[Page, ...]:
    """The index, and a page for every comparison."""
    entries = context.library.roles
    return (_index(context), *(_page(context, entry) for entry in entries)) if entries else ()


def roles_view(context: SiteContext, entry: Entry[RoleComparison]) -> RolesView:
    """A comparison; rows whose every cell has a weight are shown with squares, the others as text."""
    comparison, text = entry.model, context.text
    weighed = [one for one in comparison.dimensions if _is_weighed(one)]
    worded = [one for one in comparison.dimensions if not _is_weighed(one)]
    names = {role.id: text(role.name) for role in comparison.roles}
    return RolesView(
        title=text(comparison.title),
        lede=text(comparison.summary),
        intro=text(comparison.intro),
        crumbs=crumbs(text(comparison.title), (say(context, "roles.title"), "roles/")),
        roles=tuple(_summary(context, role) for role in comparison.roles),
        tasks_caption=say(context, "roles.levels_caption"),
        tasks=tuple(
            RoleTaskRow(name=text(one.name), cells=tuple(_cell(context, one, role) for role in names))
            for one in weighed
        ),
        tasks_note=say(context, "roles.levels_note") if weighed else "",
        dimensions_caption=say(context, "roles.texts_caption"),
        dimensions=tuple(
            TextRow(name=text(one.name), cells=tuple(text(one.values[role].text) for role in names)) for one in worded
        ),
        decisions_caption=say(context, "roles.decisions_caption"),
        decisions=tuple(_decision(context, one, names) for one in comparison.decisions),
        career=tuple(CareerStep(title=text(step.name), detail=text(step.description)) for step in comparison.career),
        sections=_sections(context, comparison, names),
        downloads=relations(context).guides_of.get((entry.kind, entry.slug), ()),
        sources=source_list(context, comparison.sources),
    )


def _page(context: SiteContext, entry: Entry[RoleComparison]) -> Page:
    return entry_page(context, entry, f"roles/{entry.slug}.md", "roles", roles_view(context, entry))


def _is_weighed(dimension: Dimension) -> bool:
    return all(weight.weight is not None for weight in dimension.values.values())


def _cell(context: SiteContext, dimension: Dimension, role: str) -> LevelView:
    weight = dimension.values[role]
    return LevelView(level=weight.weight or 0, label=context.text(weight.text))


def _summary(context: SiteContext, role: Role) -> RoleSummary:
    """Focus, description, and what the role does, asks for and works with."""
    parts = [f"**{literal(context.text(role.focus))}**"]
    if role.description:
        parts.append(context.text(role.description))
    parts += _list(context, "roles.does", role.tasks)
    parts += _list(context, "roles.skills", role.skills)
    parts += _list(context, "roles.works_with", role.works_with)
    return RoleSummary(id=role.id, name=context.text(role.name), summary="\n\n".join(parts))


def _list(context: SiteContext, heading: str, items: Iterable[Text]) -> list[str]:
    lines = [f"- {literal(context.text(item))}" for item in items]
    return [f"{literal(say(context, heading))}:", "\n".join(lines)] if lines else []


def _decision(context: SiteContext, decision: Decision, names: dict[str, str]) -> DecisionRow:
    advice = context.format.sentence(
        context.format.listing(context.format.inside(names[one]) for one in decision.roles)
    )
    return DecisionRow(situation=context.text(decision.situation), advice=advice, why=context.text(decision.why))


def _sections(context: SiteContext, comparison: RoleComparison, names: dict[str, str]) -> tuple[SectionView, ...]:
    found = []
    if comparison.career_note:
        body = context.text(comparison.career_note)
        found.append(SectionView(id="career-note", title=say(context, "roles.career_note"), body=body))
    if comparison.fits:
        lines = [
            "- " + say(context, "roles.fit", who=literal(context.text(one.who)), role=literal(names[one.role]))
            for one in comparison.fits
        ]
        found.append(SectionView(id="fits", title=say(context, "roles.fits"), body="\n".join(lines)))
    return tuple(found)


def _index(context: SiteContext) -> Page:
    return index_page(
        context,
        "roles",
        context.library.roles,
        lambda one: context.format.listing(context.text(role.name) for role in one.roles),
    )
