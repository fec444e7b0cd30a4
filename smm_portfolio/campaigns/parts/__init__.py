"""Parts of a campaign as views, one a module: media plan, simulation, measurement, community, crisis, report, audit."""

from __future__ import annotations

from collections.abc import Callable

from smm_portfolio.campaigns.parts.audit import audit_part
from smm_portfolio.campaigns.parts.community import community_part
from smm_portfolio.campaigns.parts.crisis import crisis_part
from smm_portfolio.campaigns.parts.measurement import measurement_part
from smm_portfolio.campaigns.parts.media import media_part
from smm_portfolio.campaigns.parts.report import report_part
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.values.learning import CampaignPart
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import PartView

_MAKERS: tuple[tuple[CampaignPart, Callable[[SiteContext, Campaign], PartView | None]], ...] = (
    (CampaignPart.MEDIA_PLAN, media_part),
    (CampaignPart.MEASUREMENT, measurement_part),
    (CampaignPart.COMMUNITY, community_part),
    (CampaignPart.CRISIS, crisis_part),
    (CampaignPart.REPORT, report_part),
    (CampaignPart.AUDIT, audit_part),
)


def plan_parts(
    context: SiteContext, campaign: Campaign, shown: frozenset[CampaignPart] = frozenset(CampaignPart)
) -> tuple[PartView, ...]:
    """The parts that a campaign has, in the order in which they are read.

    Args:
        context: the build.
        campaign: the campaign.
        shown: parts that may be seen; an exercise withholds the others.
    """
    made = (maker(context, campaign) for part, maker in _MAKERS if part in shown)
    return tuple(part for part in made if part is not None)
