"""Skill checklists: levels, and the work that proves them."""

from __future__ import annotations

from smm_portfolio.content.kinds.checklist import Skill, SkillChecklist
from smm_portfolio.content.library import Entry
from smm_portfolio.site.citations import source_list
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import crumbs, entry_page
from smm_portfolio.site.markdown_text import literal
from smm_portfolio.site.pages.assess import assess_href
from smm_portfolio.site.pages.indexes import index_page
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import FactView, LinkView, SkillGroupView, SkillsView, SkillView
from smm_portfolio.site.words import count, plain, say

QUARTERS = 4
"""The bar of a level fills by quarters; the lowest step of a ladder fills some of it."""


def skill_pages(context: SiteContext) -> tuple[Page, ...]:
    """One checklist is the index itself; several have a page each and an index."""
    entries = context.library.skills
    if len(entries) == 1:
        return (_page(context, entries[0], "skills/index.md"),)
    return (_index(context), *(_page(context, one, f"skills/{one.slug}.md") for one in entries)) if entries else ()


def skills_view(context: SiteContext, entry: Entry[SkillChecklist]) -> SkillsView:
    """A skill checklist with evidence for every level."""
    checklist, text = entry.model, context.text
    alone = len(context.library.skills) == 1
    return SkillsView(
        title=text(checklist.title),
        lede=text(checklist.summary),
        intro=text(checklist.intro),
        crumbs=None if alone else crumbs(text(checklist.title), (say(context, "skills.title"), "skills/")),
        levels=tuple(FactView(term=text(one.name), value=text(one.description)) for one in checklist.levels),
        groups=tuple(
            SkillGroupView(
                id=group.id,
                title=text(group.name),
                note=plain(text(group.intro)),
                skills=tuple(skill_view(context, checklist, skill) for skill in group.items),
            )
            for group in checklist.groups
        ),
        downloads=relations(context).guides_of.get((entry.kind, entry.slug), ()),
        test=LinkView(text=say(context, "assess.link"), href=assess_href(entry)),
        sources=source_list(
            context, [*checklist.sources, *(cite for one in checklist.skills() for cite in one.sources)]
        ),
    )


def skill_view(context: SiteContext, checklist: SkillChecklist, skill: Skill) -> SkillView:
    """One skill: the owner's level, or that it is for the reader to rate."""
    ladder = [level.id for level in checklist.levels]
    if skill.level in ladder:
        place = ladder.index(skill.level)
        filled = round((place + 1) * QUARTERS / len(ladder))
        label = context.text(checklist.levels[place].name)
    else:
        filled, label = 0, say(context, "skills.not_rated")
    detail = [context.text(skill.description)] if skill.description else []
    if skill.tools:
        detail.append(literal(say(context, "skills.tools", tools=context.format.listing(skill.tools))))
    return SkillView(
        name=context.text(skill.name),
        level=filled,
        level_label=label,
        detail="\n\n".join(detail),
        evidence=relations(context).evidence(skill.evidence),
    )


def strongest_skills(context: SiteContext, most: int) -> tuple[SkillView, ...]:
    """Skills of the first checklist that work proves, the highest level first."""
    if not context.library.skills:
        return ()
    checklist = context.library.skills[0].model
    views = [skill_view(context, checklist, one) for one in checklist.skills() if one.level and one.evidence]
    return tuple(sorted(views, key=lambda view: -view.level)[:most])


def _page(context: SiteContext, entry: Entry[SkillChecklist], uri: str) -> Page:
    return entry_page(context, entry, uri, "skills", skills_view(context, entry))


def _index(context: SiteContext) -> Page:
    return index_page(
        context, "skills", context.library.skills, lambda one: count(context, "skills.meta", len(list(one.skills())))
    )
