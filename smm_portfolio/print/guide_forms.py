"""What is filled in beside the tasks: skills with a box for each level, and the sign-off block."""

from __future__ import annotations

from smm_portfolio.content.kinds.checklist import OnboardingChecklist, SkillChecklist, SkillGroup
from smm_portfolio.content.library import Entry
from smm_portfolio.print.context import Context
from smm_portfolio.print.part_views import (
    FactView,
    FieldView,
    SignoffView,
    SignView,
    SkillGroupView,
    SkillsView,
    SkillView,
)


def skills_view(entry: Entry[SkillChecklist], context: Context) -> SkillsView:
    """A skill checklist to fill in for oneself."""
    checklist = entry.model
    context.cited.add(checklist.sources)
    return SkillsView(
        intro=context.prose(checklist.intro),
        levels=tuple(
            FactView(label=context.say(level.name), value=context.say(level.description)) for level in checklist.levels
        ),
        groups=tuple(_group(group, entry, context) for group in checklist.groups),
    )


def _group(group: SkillGroup, entry: Entry[SkillChecklist], context: Context) -> SkillGroupView:
    skills = []
    for skill in group.items:
        name = context.say(skill.name)
        ticks = tuple(
            context.fields.add(
                f"skill.{entry.slug}.{skill.id}.{level.id}",
                context.say(level.name),
                context.labels["level_title"].format(skill=name, level=context.say(level.name)),
            )
            for level in entry.model.levels
        )
        skills.append(
            SkillView(
                name=name,
                description=context.prose(skill.description),
                remarks=context.numbers(skill.sources),
                ticks=ticks,
            )
        )
    return SkillGroupView(
        id=f"skills-{entry.slug}-{group.id}",
        title=context.say(group.name),
        intro=context.prose(group.intro),
        skills=tuple(skills),
    )


def signoff_view(entry: Entry[OnboardingChecklist], context: Context) -> SignoffView | None:
    """The block for signatures of a checklist; None where it has none."""
    signoff, words = entry.model.signoff, context.labels
    if signoff is None:
        return None
    read = [
        context.fields.add(
            f"sign.{entry.slug}.read.{context.key(item)}",
            context.say(item),
            words["read_title"].format(what=context.say(item)),
        )
        for item in signoff.read
    ]
    half = (len(read) + 1) // 2
    return SignoffView(
        statement=context.html(signoff.statement),
        read=tuple(column for column in (tuple(read[:half]), tuple(read[half:])) if column),
        remarks=context.fields.add(f"sign.{entry.slug}.remarks", words["remarks"]),
        signs=tuple(_sign(entry.slug, owner, context) for owner in signoff.signatories),
    )


def _sign(slug: str, owner: str, context: Context) -> SignView:
    role = context.section("terms")["owners"][owner]

    def line(key: str) -> FieldView:
        label = context.labels[f"sign_{key}"]
        return context.fields.add(f"sign.{slug}.{owner}.{key}", label, f"{role}, {label}")

    return SignView(role=role, fields=(line("name"), line("place")))
