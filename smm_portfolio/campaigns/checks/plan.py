"""The media plan against the campaign: inside its period, not more than there is, where something is known of."""

from __future__ import annotations

from collections.abc import Iterator

from smm_portfolio.campaigns.benchmarks import benchmarks
from smm_portfolio.campaigns.media_plan import budget_of
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.values.base import Broken, shown


def plan_findings(campaign: Campaign) -> Iterator[Broken]:
    """What in a media plan contradicts the campaign around it."""
    plan, money = campaign.media_plan, campaign.budget
    if plan is None:
        return
    if plan.region not in (known := benchmarks().regions):
        close = {one.casefold(): one for one in known}.get(plan.region.casefold())
        fix = (
            f"Did you mean {close}?" if close else f"Use one of: {', '.join(known)}; or leave region out for the world."
        )
        message = f"{shown(plan.region)} is not a region that there are benchmarks of"
        yield Broken("SMM013", message, fix, ("media_plan", "region"))
    for i, line in enumerate(plan.lines):
        if line.period.start < campaign.period.start or line.period.end > campaign.period.end:
            message = f"{line.id} runs from {line.period.start} to {line.period.end}, outside the campaign"
            yield Broken("SMM018", message, "Move the line, or extend period.", ("media_plan", "lines", i, "period"))
    if money is None:
        return
    if money.currency != plan.currency:
        message = f"the plan is in {plan.currency}, and the budget in {money.currency}"
        yield Broken("SMM018", message, "Use one currency.", ("media_plan", "currency"))
        return
    total = budget_of(plan).total
    if total > money.amount:
        message = f"media, costs and contingency come to {float(total):,.2f}, and the budget is {money.amount:,}"
        yield Broken("SMM018", message, "Buy less, or raise budget.", ("media_plan",))
