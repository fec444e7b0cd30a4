"""Self-assessment: every skill checklist as a form that visitors fill in for themselves."""

from __future__ import annotations

from dataclasses import replace

from smm_portfolio.content.kinds.checklist import Skill, SkillChecklist, SkillGroup, SkillLesson, SkillTarget
from smm_portfolio.content.library import Entry
from smm_portfolio.site.citations import source_list
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import crumbs, entry_page
from smm_portfolio.site.pages.ticks import kept_under
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import AreaView, AskView, AssessView, FactView, ItemView, LinkView
from smm_portfolio.site.words import count, plain, say

NOT_YET = "-"
"""The value below the ladder, for what one has never done."""
_SHARED = ("exported", "copied", "undone", "refused")


def assess_pages(context: SiteContext) -> tuple[Page, ...]:
    """A page for every skill checklist, beside the checklists for onboarding."""
    return tuple(_page(context, entry) for entry in context.library.skills)


def assess_items(context: SiteContext) -> tuple[ItemView, ...]:
    """The self-assessments in the list of checklists."""
    return tuple(
        ItemView(
            title=_title(context, entry),
            href=assess_href(entry),
            summary=say(context, "assess.summary"),
            meta=count(context, "skills.meta", len(list(entry.model.skills()))),
        )
        for entry in context.library.skills
    )


def assess_href(entry: Entry[SkillChecklist]) -> str:
    """Address of the self-assessment of a skill checklist."""
    return f"checklists/{entry.slug}/"


def assess_view(context: SiteContext, entry: Entry[SkillChecklist]) -> AssessView:
    """A skill checklist to fill in for oneself; the levels of the site's owner are not in it."""
    checklist, text = entry.model, context.text
    title = _title(context, entry)
    words = {**{key: context.labels["tick"][key] for key in _SHARED}, **context.labels["assess"]}
    return AssessView(
        id=entry.slug,
        title=title,
        lede=say(context, "assess.lede"),
        intro=text(checklist.intro),
        crumbs=crumbs(title, (say(context, "checklists.title"), "checklists/")),
        own=_own(context, entry),
        levels=tuple(FactView(term=text(one.name), value=text(one.description)) for one in checklist.levels),
        ladder=((NOT_YET, str(words["not_yet"])), *((one.id, text(one.name)) for one in checklist.levels)),
        targets=tuple((one.id, text(one.name)) for one in checklist.targets),
        areas=tuple(_area(context, checklist, group) for group in checklist.groups),
        data={
            "key": kept_under(context, "smm-skills", entry.slug, checklist.version),
            "version": checklist.version,
            "lang": str(context.format.locale).replace("_", "-"),
            "ladder": [one.id for one in checklist.levels],
            "targets": target_data(checklist),
            "words": words,
        },
        downloads=relations(context).guides_of.get((entry.kind, entry.slug), ()),
        sources=source_list(
            context, [*checklist.sources, *(cite for one in checklist.skills() for cite in one.sources)]
        ),
    )


def target_data(checklist: SkillChecklist) -> dict[str, dict[str, int]]:
    """The rung, from 1, that each target asks of each skill; skills that it does not ask for are left out."""
    rungs = {level.id: rung for rung, level in enumerate(checklist.levels, start=1)}
    asked = {
        target.id: {skill.id: _asked(target, skill) for skill in checklist.skills()} for target in checklist.targets
    }
    return {
        target: {skill: rungs[level] for skill, level in levels.items() if level is not None}
        for target, levels in asked.items()
    }


def _asked(target: SkillTarget, skill: Skill) -> str | None:
    return target.levels.get(skill.id, target.level)


def _page(context: SiteContext, entry: Entry[SkillChecklist]) -> Page:
    uri = f"checklists/{entry.slug}.md"
    page = entry_page(context, entry, uri, "assess", assess_view(context, entry), _title(context, entry))
    return replace(page, description=say(context, "assess.summary"))  # the summary describes the owner's own page


def _title(context: SiteContext, entry: Entry[SkillChecklist]) -> str:
    return say(context, "assess.title", title=context.format.inside(context.text(entry.model.title)))


def _own(context: SiteContext, entry: Entry[SkillChecklist]) -> LinkView | None:
    """The way to the levels of the site's owner, where there are any."""
    if not any(skill.level for skill in entry.model.skills()):
        return None
    profile = context.library.profile
    name = profile.model.name if profile else ""
    text = say(context, "assess.own_of", name=name) if name else say(context, "assess.own")
    return LinkView(text=text, href=relations(context).href(entry))


def _area(context: SiteContext, checklist: SkillChecklist, group: SkillGroup) -> AreaView:
    return AreaView(
        id=group.id,
        title=context.text(group.name),
        note=plain(context.text(group.intro)),
        asks=tuple(_ask(context, checklist, skill) for skill in group.items),
    )


def _ask(context: SiteContext, checklist: SkillChecklist, skill: Skill) -> AskView:
    names = {level.id: context.text(level.name) for level in checklist.levels}
    asked = [
        say(context, "assess.target_level", target=context.text(target.name), level=names[level])
        for target in checklist.targets
        if (level := _asked(target, skill)) is not None
    ]
    return AskView(
        id=skill.id,
        name=context.text(skill.name),
        detail=context.text(skill.description),
        asked=say(context, "assess.target_levels", levels="; ".join(asked)) if asked else "",
        learn=tuple(_lesson(context, lesson) for lesson in skill.learn),
    )


def _lesson(context: SiteContext, lesson: SkillLesson) -> LinkView:
    page = Page(lesson.page, "", "").url if lesson.page else ""
    return LinkView(text=context.text(lesson.text), href=lesson.link or page)
