"""The community plan: who answers when, how soon, and what is not left standing."""

from __future__ import annotations

from smm_portfolio.campaigns.parts.cells import facts, titled, words_table
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.metrics import metrics
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.response import CommunityPlan
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import BlockView, PartView, PointView
from smm_portfolio.site.words import say, term

PATH = "campaigns.community"
_MINUTE = 60


def community_part(context: SiteContext, campaign: Campaign) -> PartView | None:
    """The community plan of a campaign; None where it has none."""
    plan = campaign.community
    if plan is None:
        return None
    blocks = (_answers(context, plan), _moderation(context, plan), _escalation(context, plan), _replies(context, plan))
    return PartView(
        id="community", title=say(context, f"{PATH}.title"), blocks=tuple(one for one in blocks if one is not None)
    )


def within(context: SiteContext, minutes: int) -> str:
    """A span in words: 30 min, 4 h."""
    return context.format.duration(minutes * _MINUTE)


def _answers(context: SiteContext, plan: CommunityPlan) -> BlockView:
    text = context.text
    rows = [
        (
            text(one.about),
            term(context, "priorities", one.priority),
            within(context, one.minutes),
            _where(context, one.platforms),
            text(one.who),
        )
        for one in plan.targets
    ]
    watched = context.format.listing(text(metrics()[one].name) for one in plan.metrics)
    known = facts(
        context,
        PATH,
        (
            ("hours", text(plan.hours)),
            ("weekend", text(plan.weekend)),
            ("tone", text(plan.tone)),
            ("languages", text(plan.languages)),
            ("privacy", text(plan.privacy)),
            ("metrics", watched),
        ),
    )
    return BlockView(facts=known, table=words_table(context, f"{PATH}.targets", rows))


def _where(context: SiteContext, platforms: tuple[Platform, ...]) -> str:
    names = [term(context, "platforms", one) for one in platforms]
    return context.format.listing(names) if names else say(context, f"{PATH}.everywhere")


def _moderation(context: SiteContext, plan: CommunityPlan) -> BlockView | None:
    text = context.text
    rows = [(text(one.what), term(context, "moderation", one.action), text(one.why)) for one in plan.moderation]
    return titled(words_table(context, f"{PATH}.moderation", rows))


def _escalation(context: SiteContext, plan: CommunityPlan) -> BlockView | None:
    rows = [(context.text(one.when), context.text(one.to)) for one in plan.escalation]
    return titled(words_table(context, f"{PATH}.escalation", rows))


def _replies(context: SiteContext, plan: CommunityPlan) -> BlockView | None:
    if not plan.replies:
        return None
    points = tuple(PointView(title=context.text(one.when), quote=context.text(one.text)) for one in plan.replies)
    return BlockView(title=say(context, f"{PATH}.replies"), note=say(context, f"{PATH}.replies_note"), points=points)
