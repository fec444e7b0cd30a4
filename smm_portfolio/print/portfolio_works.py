"""The work of a portfolio beside the case studies themselves: the overview and the campaigns in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseStudy
from smm_portfolio.content.library import Entry
from smm_portfolio.print.case_frames import work_frame
from smm_portfolio.print.case_view import html, mock_label, shown_title, web_view
from smm_portfolio.print.part_views import FactView
from smm_portfolio.print.portfolio_views import CampaignBlockView, WorkRowView
from smm_portfolio.site.cards import platform_list, work_card
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.relations import Work, relations
from smm_portfolio.site.words import count, say

_THUMB, _LARGE_THUMB = (32.0, 18.0), (56.0, 31.5)
_CAMPAIGN = (60.0, 36.0)
"""So high that two campaigns fill a page."""
_FEW = 6
"""So many works fill a page with large pictures."""


def anchor(work: Work) -> str:
    """The place of a work inside the portfolio."""
    return f"{'case' if work.kind == 'case_study' else 'campaign'}-{work.slug}"


def cases_among(works: Iterable[Work]) -> list[Entry[CaseStudy]]:
    """The case studies among works."""
    return [cast("Entry[CaseStudy]", work) for work in works if work.kind == "case_study"]


def campaigns_among(works: Iterable[Work]) -> list[Entry[Campaign]]:
    """The campaigns among works."""
    return [cast("Entry[Campaign]", work) for work in works if work.kind == "campaign"]


def overview(context: SiteContext, works: Sequence[Work]) -> tuple[WorkRowView, ...]:
    """A line for each work, in their order."""
    thumb = _LARGE_THUMB if len(works) <= _FEW else _THUMB
    return tuple(_row(context, work, thumb) for work in works)


def full_title(context: SiteContext, work: Work) -> str:
    """The title of a work; that of a mock says so itself."""
    if isinstance(work.model, Campaign):
        title, brand = context.text(work.model.title), work.model.brand.name
        return say(context, "campaigns.mock_title", title=title, brand=brand)
    return shown_title(context, cases_among([work])[0])


def campaign_block(context: SiteContext, entry: Entry[Campaign]) -> CampaignBlockView:
    """A campaign: for whom, what it wants, where, and the thought behind it."""
    campaign, words = entry.model, context.labels["print"]["portfolio"]
    card = work_card(context, entry, pictured=False)
    platforms = platform_list(context, [channel.platform for channel in campaign.channels])
    facts = (
        (words["brand"], campaign.brand.name),
        (say(context, "campaigns.period"), context.format.period(campaign.period)),
        (words["goal"], " ".join(part for part in (card.result, card.result_name) if part)),
        (words["channels"], platforms),
        (words["posts"], count(context, "campaigns.posts", len(campaign.posts))),
        (say(context, "campaigns.budget"), _budget(context, campaign)),
    )
    return CampaignBlockView(
        id=anchor(entry),
        title=full_title(context, entry),
        mock=mock_label(context, entry),
        summary=context.text(campaign.summary),
        frame=work_frame(context, entry, *_CAMPAIGN),
        facts=tuple(FactView(label=label, value=value) for label, value in facts if value),
        message=context.text(campaign.brief.message),
        insight=html(context, context.text(campaign.brief.insight)),
        web=web_view(context, relations(context).href(entry), "portfolio.open"),
    )


def _budget(context: SiteContext, campaign: Campaign) -> str:
    return context.format.money(campaign.budget.amount, campaign.budget.currency) if campaign.budget else ""


def _row(context: SiteContext, work: Work, thumb: tuple[float, float]) -> WorkRowView:
    card = work_card(context, work, pictured=False)
    return WorkRowView(
        id=anchor(work),
        title=full_title(context, work),
        label=card.kind.label,
        meta=card.meta,
        frame=work_frame(context, work, *thumb),
        result=card.result,
        result_name=card.result_name,
    )
