"""How it will be known whether a campaign worked: questions, metrics, decisions, and how links are tracked."""

from __future__ import annotations

from smm_portfolio.campaigns.parts.cells import words_table
from smm_portfolio.campaigns.tracking import tracked
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.metrics import metrics
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import unique
from smm_portfolio.site.markdown_text import literal
from smm_portfolio.site.views import BlockView, PartView
from smm_portfolio.site.words import say

_CORE = (1, 3, 5)
"""Of a row: metric, how often, and what is done with it."""
_EXAMPLES = 3
"""Tracked links that are shown; they follow one scheme."""


def measurement_part(context: SiteContext, campaign: Campaign) -> PartView | None:
    """The measurement plan of a campaign, and its tracked links; None where there is neither."""
    blocks = (*_plan(context, campaign), *_links(context, campaign))
    if not blocks:
        return None
    return PartView(id="measurement", title=say(context, "campaigns.measurement.title"), blocks=blocks)


def _plan(context: SiteContext, campaign: Campaign) -> tuple[BlockView, ...]:
    plan, text = campaign.measurement, context.text
    if plan is None:
        return ()
    rows = [
        (
            text(one.question),
            text(metrics()[one.metric].name),
            text(one.source),
            text(one.rhythm),
            text(one.who),
            text(one.decision),
        )
        for one in plan.measures
    ]
    table = words_table(context, "campaigns.measurement", rows, _CORE)
    success = say(context, "campaigns.measurement.success", words=literal(text(plan.success)))
    return (BlockView(body=success, table=table, note=text(plan.limits)),)


def _links(context: SiteContext, campaign: Campaign) -> tuple[BlockView, ...]:
    """A few links as they would be posted, built by the campaign's one naming scheme."""
    if campaign.utm is None:
        return ()
    found = unique(tracked(campaign, post) for post in campaign.posts if post.link)[:_EXAMPLES]
    if not found:
        return ()
    examples = "\n".join(f"- `{one}`" for one in found)
    note = say(context, "campaigns.measurement.links_note")
    return (BlockView(title=say(context, "campaigns.measurement.links"), body=f"{note}\n\n{examples}"),)
