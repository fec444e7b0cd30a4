"""The crisis plan: the first minutes, three levels, what always holds, and looking back."""

from __future__ import annotations

from smm_portfolio.campaigns.parts.cells import facts
from smm_portfolio.campaigns.parts.community import within
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.values.response import CrisisLevel
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import BlockView, MomentView, PartView, PointView
from smm_portfolio.site.words import count, in_letters, say, term

PATH = "campaigns.crisis"
DECISIVE = (0, 2, 4)
"""Of the facts of a level, all of them always there: sign, who decides, how soon."""


def crisis_part(context: SiteContext, campaign: Campaign) -> PartView | None:
    """The crisis plan of a campaign; None where it has none."""
    plan = campaign.crisis
    if plan is None:
        return None
    steps = tuple(
        MomentView(mark=within(context, one.minutes), items=tuple(context.text(step) for step in one.steps))
        for one in plan.first
    )
    levels = tuple(_level(context, one) for one in plan.levels)
    lists = (("always", plan.always), ("afterwards", plan.afterwards))
    closing = tuple(
        PointView(title=say(context, f"{PATH}.{key}"), items=tuple(context.text(one) for one in items))
        for key, items in lists
        if items
    )
    blocks = [
        BlockView(title=say(context, f"{PATH}.first"), steps=steps),
        BlockView(title=_levels_title(context, len(levels)), points=levels),
    ]
    if closing:
        blocks.append(BlockView(points=closing))
    return PartView(id="crisis", title=say(context, f"{PATH}.title"), blocks=tuple(blocks))


def _levels_title(context: SiteContext, number: int) -> str:
    return count(context, f"{PATH}.levels", number, Words=context.format.sentence(in_letters(context, number)))


def _level(context: SiteContext, level: CrisisLevel) -> PointView:
    text = context.text
    update = "" if level.update_minutes is None else within(context, level.update_minutes)
    return PointView(
        title=say(context, f"{PATH}.level", name=context.format.inside(term(context, "crisis_levels", level.level))),
        facts=facts(
            context,
            PATH,
            (
                ("trigger", text(level.trigger)),
                ("example", text(level.example)),
                ("approver", text(level.approver)),
                ("backup", text(level.backup)),
                ("within", within(context, level.minutes)),
                ("update", update),
            ),
        ),
        quote=text(level.statement),
        items=tuple(text(one) for one in level.actions),
    )
