"""What a media plan might bring by published benchmarks: low, middle and high, every figure called simulated."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from smm_portfolio.campaigns.benchmarks import benchmarks
from smm_portfolio.campaigns.parts.cells import cells, money, share, whole
from smm_portfolio.campaigns.simulation import METRICS, Basis, NotSimulated, Simulated, Simulation, simulate
from smm_portfolio.content.values.media_plan import MediaPlan
from smm_portfolio.content.values.source import Cite
from smm_portfolio.site.citations import source_link, source_view
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import unique
from smm_portfolio.site.markdown_text import literal
from smm_portfolio.site.views import BlockView, PlanRow, PlanTable
from smm_portfolio.site.words import say, sayings, term

_MONEY = frozenset({"cpm", "cpc", "cpa"})
_RATES = frozenset({"ctr"})
"""Drawn as a share of one."""


SIMULATED, BASIS = "simulated", "basis"
"""Pieces of the media plan that the deck takes."""


def simulation_blocks(context: SiteContext, plan: MediaPlan) -> tuple[BlockView, ...]:
    """Every line's simulated figures, the benchmarks they rest on, and what nobody published."""
    simulations = simulate(plan, benchmarks())
    names = {line.id: context.text(line.objective) for line in plan.lines}
    tables = [
        BlockView(
            id=SIMULATED,
            title=say(context, "campaigns.simulation.of", name=names[one.line]),
            table=_table(context, plan, one),
        )
        for one in simulations
        if one.figures
    ]
    figures = [figure for one in simulations for figure in one.figures.values()]
    basis = unique(_basis(context, one) for figure in figures for one in figure.basis)
    gaps = unique(_gap(context, gap) for line in simulations for gap in line.gaps)
    said = [say(context, "campaigns.simulation.how", seed=str(plan.seed))]
    if basis:
        said += [say(context, "campaigns.simulation.rests_on"), _bullets(basis)]
    if gaps:
        said += [say(context, "campaigns.simulation.gaps"), _bullets(gaps)]
    return (*tables, BlockView(id=BASIS, title=say(context, "campaigns.simulation.caption"), body="\n\n".join(said)))


def _table(context: SiteContext, plan: MediaPlan, one: Simulation) -> PlanTable:
    return PlanTable(
        caption=say(context, "campaigns.simulation.caption"),
        head=sayings(context, "campaigns.simulation.head"),
        rows=tuple(_rows(context, plan, one)),
        figures=True,
    )


def _rows(context: SiteContext, plan: MediaPlan, one: Simulation) -> Iterable[PlanRow]:
    tag = say(context, "campaigns.simulated")
    for metric in METRICS:
        figure = one.figures.get(metric)
        if figure is not None:
            values = (_amount(context, plan, figure, value) for value in (figure.low, figure.middle, figure.high))
            name = say(context, f"campaigns.simulation.names.{metric}")
            yield PlanRow(name=name, key=metric, cells=cells(values, tag))


def _amount(context: SiteContext, plan: MediaPlan, figure: Simulated, value: Fraction) -> str:
    if figure.metric in _MONEY:
        return money(context, value, plan.currency)
    return share(context, value) if figure.metric in _RATES else whole(context, value)


def _basis(context: SiteContext, basis: Basis) -> str:
    """A benchmark as Markdown: what, who, of which year, where, and which bounds are ours."""
    source = source_view(context, Cite(inline=basis.source))
    parts = [
        say(
            context,
            "campaigns.simulation.basis",
            metric=say(context, f"campaigns.simulation.names.{basis.metric}"),
            year=str(basis.year),
            region=literal(basis.region),
        )
    ]
    if basis.segment:
        parts.append(literal(basis.segment))
    if basis.season:
        parts.append(say(context, "campaigns.simulation.season"))
    if basis.assumed:
        bounds = (say(context, f"campaigns.simulation.bounds.{one}") for one in basis.assumed)
        parts.append(say(context, "campaigns.simulation.assumed", bounds=context.format.listing(bounds)))
    return f"{', '.join(parts)}. {source_link(source)}"


def _gap(context: SiteContext, gap: NotSimulated) -> str:
    platform = term(context, "platforms", gap.platform)
    if gap.metric == "exchange":
        return say(context, "campaigns.simulation.no_exchange")
    metric = say(context, f"campaigns.simulation.names.{gap.metric}")
    return say(context, "campaigns.simulation.gap", metric=metric, platform=platform)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
