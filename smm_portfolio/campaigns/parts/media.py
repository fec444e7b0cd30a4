"""The media plan: what goes in, what comes out, everything together, week by week, and what it might really bring."""

from __future__ import annotations

from fractions import Fraction

from smm_portfolio.campaigns.media_plan import (
    Outcome,
    budget_of,
    line_outcome,
    roi,
    total_outcome,
    weekly,
)
from smm_portfolio.campaigns.parts.cells import NOTHING, cells, decimal, facts, money, share, times, whole
from smm_portfolio.campaigns.parts.simulated import simulation_blocks
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.values.media_plan import BudgetLine, MediaPlan
from smm_portfolio.content.values.period import Period
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import BlockView, CellView, PartView, PlanRow, PlanTable
from smm_portfolio.site.words import say, sayings, term

FULL = 100


OUTCOMES, ASSUMPTIONS, TOGETHER = "outcomes", "assumptions", "together"
"""Pieces of the media plan that the deck takes."""
_CORE = (0, 1, 3, 4, 5, 6, 8)
"""Of the outcomes: budget, impressions, clicks, cost per click, conversions, cost per conversion, ROAS."""


def media_part(context: SiteContext, campaign: Campaign) -> PartView | None:
    """The media plan of a campaign; None where nothing is bought."""
    plan = campaign.media_plan
    if plan is None:
        return None
    outcomes = [line_outcome(line) for line in plan.lines]
    return PartView(
        id="media-plan",
        title=say(context, "campaigns.media.title"),
        note=say(context, "campaigns.media.note", currency=context.format.currency_name(plan.currency)),
        blocks=(
            _titled(OUTCOMES, outcome_table(context, plan, outcomes)),
            _titled(ASSUMPTIONS, _assumptions(context, plan)),
            _together(context, plan, total_outcome(outcomes)),
            _titled("pacing", _pacing(context, plan)),
            *simulation_blocks(context, plan),
        ),
    )


def _titled(id_: str, table: PlanTable) -> BlockView:
    return BlockView(id=id_, title=table.caption, table=table)


def outcome_table(context: SiteContext, plan: MediaPlan, outcomes: list[Outcome]) -> PlanTable:
    """What each line and all together come to; rates of the last row are computed again, reach is not summed."""
    tag = say(context, "campaigns.simulated")
    total = total_outcome(outcomes)
    rows = [
        PlanRow(name=context.text(line.objective), note=_line_note(context, line), cells=_outcome(context, plan, one))
        for line, one in zip(plan.lines, outcomes, strict=True)
    ]
    if len(rows) > 1:
        rows.append(
            PlanRow(name=say(context, "campaigns.media.together"), cells=_outcome(context, plan, total), total=True)
        )
    notes = [say(context, "campaigns.media.reach_note"), say(context, "campaigns.media.expected", tag=tag)]
    if total.partial:
        names = (say(context, f"campaigns.media.names.{one}") for one in sorted(total.partial))
        notes.insert(0, say(context, "campaigns.media.partial", names=context.format.listing(names)))
    return PlanTable(
        caption=say(context, "campaigns.media.out.caption"),
        head=sayings(context, "campaigns.media.out.head"),
        rows=tuple(rows),
        figures=True,
        note=" ".join(notes),
        core=_CORE,
    )


def line_place(context: SiteContext, line: BudgetLine) -> str:
    """Where a line runs: platform and placement."""
    place = term(context, "platforms", line.platform)
    return f"{place}, {line.placement}" if line.placement else place


def _line_note(context: SiteContext, line: BudgetLine) -> str:
    parts = [line_place(context, line), context.format.period(line.period)]
    if line.audience is not None:
        parts.append(context.text(line.audience))
    if line.reach is not None:
        parts.append(say(context, "campaigns.media.from_reach", reach=context.format.number(line.reach, 0)))
    return ". ".join(context.format.sentence(part.rstrip(".")) for part in parts)


def _outcome(context: SiteContext, plan: MediaPlan, one: Outcome) -> tuple[CellView, ...]:
    budget = cells([money(context, one.budget, plan.currency)])
    expected = (
        whole(context, one.impressions),
        whole(context, one.reach),
        whole(context, one.clicks),
        money(context, one.cpc, plan.currency),
        whole(context, one.conversions),
        money(context, one.cpa, plan.currency),
        money(context, one.revenue, plan.currency),
        times(context, one.roas),
    )
    return (*budget, *cells(expected, say(context, "campaigns.simulated")))


def _assumptions(context: SiteContext, plan: MediaPlan) -> PlanTable:
    def row(line: BudgetLine) -> PlanRow:
        one = line_outcome(line)
        typed = (
            say(context, f"campaigns.media.buying.{line.buying}"),
            money(context, one.cpm, plan.currency),
            share(context, one.ctr),
            share(context, one.cvr),
            times(context, one.frequency),
            NOTHING if line.order_value is None else context.format.money(line.order_value, plan.currency),
        )
        return PlanRow(name=context.text(line.objective), note=line_place(context, line), cells=cells(typed))

    return PlanTable(
        caption=say(context, "campaigns.media.in.caption"),
        head=sayings(context, "campaigns.media.in.head"),
        rows=tuple(row(line) for line in plan.lines),
        figures=True,
        note=say(context, "campaigns.media.in.note"),
    )


def _together(context: SiteContext, plan: MediaPlan, total: Outcome) -> BlockView:
    """What must be there before the campaign begins, and what is left of it."""
    budget = budget_of(plan)
    costs = [(context.text(cost.name), context.format.money(cost.amount, plan.currency)) for cost in plan.costs]
    back = roi(total, budget.media + budget.costs)
    contingency = context.format.percent(plan.contingency)
    rows = [
        PlanRow(
            name=say(context, "campaigns.media.names.media"), cells=cells([money(context, budget.media, plan.currency)])
        ),
        *(PlanRow(name=name, cells=cells([amount])) for name, amount in costs),
        PlanRow(
            name=say(context, "campaigns.media.contingency", percent=contingency),
            cells=cells([money(context, budget.contingency, plan.currency)]),
        ),
        PlanRow(
            name=say(context, "campaigns.media.names.total"),
            cells=cells([money(context, budget.total, plan.currency)]),
            total=True,
        ),
    ]
    table = PlanTable(
        caption=say(context, "campaigns.media.budget.caption"),
        head=sayings(context, "campaigns.media.budget.head"),
        rows=tuple(rows),
        figures=True,
    )
    words = "" if back is None else f"{context.format.relative(decimal(back))} ({say(context, 'campaigns.simulated')})"
    left = facts(context, "campaigns.media", (("roi", words),))
    return BlockView(id=TOGETHER, title=table.caption, table=table, facts=left)


def _pacing(context: SiteContext, plan: MediaPlan) -> PlanTable:
    weeks = weekly(plan)
    most = max((week.total for week in weeks), default=None)
    several = len(plan.lines) > 1
    rows = []
    for week in weeks:
        spent = [_rounded(context, week.budget.get(line.id), plan.currency) for line in plan.lines] if several else []
        bar = round(FULL * week.total / most) if most else None
        total = CellView(text=_rounded(context, week.total, plan.currency), bar=bar)
        name = context.format.short_period(Period(start=week.start, end=week.end))
        rows.append(PlanRow(name=name, cells=(*cells(spent), total)))
    names = [context.text(line.objective) for line in plan.lines] if several else []
    first, last = sayings(context, "campaigns.media.pacing.head")
    return PlanTable(
        caption=say(context, "campaigns.media.pacing.caption"),
        head=(first, *names, last),
        rows=tuple(rows),
        figures=True,
        note=say(context, "campaigns.media.pacing.note"),
    )


def _rounded(context: SiteContext, value: Fraction | None, currency: str) -> str:
    return NOTHING if value is None else context.format.money(round(value), currency)
