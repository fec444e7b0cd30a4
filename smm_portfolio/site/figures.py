"""A metric in words: figures, change, parts, period and source, with goals and indexes taken into account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from smm_portfolio.content.kinds.case_study import CaseStudy, Numbers
from smm_portfolio.content.metrics import Direction, Unit, metrics, quantity_name
from smm_portfolio.content.values.metric import Figure, Metric
from smm_portfolio.content.values.period import Period
from smm_portfolio.site.citations import source_name
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.words import say

INDEX = Decimal(100)


@dataclass(frozen=True, slots=True)
class Told:
    """One metric, ready to be shown.

    Args:
        metric: as typed, with the goal's target where it has none of its own.
        name: its name.
        baseline: figure before; empty where unknown.
        target: figure aimed at.
        result: figure after.
        change: absolute and relative change together.
        parts: numerator and denominator of a rate, in words.
        source: who says so.
        share: part of the goal that was reached, 1 for all of it; None where it cannot be said.
        ratio: result divided by baseline; None where it cannot be said.
        index: whether figures are shown as an index.
    """

    metric: Metric
    name: str
    baseline: str
    target: str
    result: str
    change: str
    parts: str
    source: str
    share: Decimal | None
    ratio: Decimal | None
    index: bool = False


def metric_name(context: SiteContext, metric: Metric) -> str:
    """The author's own name for a metric, else the common one."""
    return context.text(metric.label or metric.definition.name)


def tell(context: SiteContext, metric: Metric, *, index: bool = False) -> Told:
    """A metric in words.

    Args:
        context: the build.
        metric: what was measured.
        index: whether figures are shown as an index with a baseline of 100, as a client may ask. Rates become an
            index too, and changes are told relatively; a figure without a baseline above zero is not told at all.
    """
    before, goal, after = (metric.amount(one) for one in (metric.baseline, metric.target, metric.result))
    share = _share(metric, goal, after)
    ratio = after / before if before and after is not None else None
    if index:
        words = [_indexed(context, one, before) for one in (before, goal, after)]
        change = metric.change()
        relative = context.format.relative(change.relative) if change and change.relative is not None else ""
        parts = ""
    else:
        words = [_figure(context, metric, one) for one in (metric.baseline, metric.target, metric.result)]
        relative = change_words(context, metric)
        parts = _parts(context, metric)
    name = metric_name(context, metric)
    source = source_name(context, metric.source)
    return Told(metric, name, words[0], words[1], words[2], relative, parts, source, share, ratio, index)


def tell_results(context: SiteContext, case: CaseStudy) -> tuple[Told, ...]:
    """Every result of a case, with the targets of its goals."""
    goals = [(goal.metric, goal.target) for goal in case.goals if goal.metric and goal.target is not None]
    told = []
    for metric in case.results:
        if metric.target is None:
            place = next((i for i, (name, _) in enumerate(goals) if name == metric.metric), None)
            if place is not None:
                metric = metric.model_copy(update={"target": Figure(value=goals.pop(place)[1])})  # noqa: PLW2901
        told.append(tell(context, metric, index=case.numbers is Numbers.INDEX))
    return tuple(told)


def first_told(context: SiteContext, case: CaseStudy) -> Told:
    """The strongest result of a case: the first."""
    return tell(context, case.results[0], index=case.numbers is Numbers.INDEX)


def change_words(context: SiteContext, metric: Metric) -> str:
    """From baseline to result in words; empty where it cannot be said."""
    change = metric.change()
    return context.format.change(change, metric.definition.unit, metric.currency) if change else ""


def periods_words(context: SiteContext, metric: Metric) -> str:
    """Period of the result, against that of the baseline."""
    result, before = metric.period, metric.baseline_period
    if result and before:
        return say(context, "against", result=short(context, result), baseline=short(context, before))
    return short(context, result or before)


def short(context: SiteContext, period: Period | None) -> str:
    """A period for a narrow place, or nothing."""
    return context.format.short_period(period) if period else ""


def same_periods(metrics_: Sequence[Metric]) -> tuple[Period | None, Period | None] | None:
    """Baseline period and period, where all metrics share them."""
    found = {(metric.baseline_period, metric.period) for metric in metrics_}
    return found.pop() if len(found) == 1 else None


def _figure(context: SiteContext, metric: Metric, figure: Figure | None) -> str:
    if figure is None:
        return ""
    amount = metric.amount(figure)
    if amount is None:
        return str(context.labels["terms"]["na"])
    return context.format.amount(amount, metric.definition.unit, metric.currency)


def index_of(amount: Decimal, base: Decimal | None) -> Decimal | None:
    """An amount as an index; None where there is no base above zero to compare it with."""
    return amount / base * INDEX if base is not None and base > 0 else None


def _indexed(context: SiteContext, amount: Decimal | None, before: Decimal | None) -> str:
    if amount is None:
        return ""
    index = index_of(amount, before)
    return str(context.labels["terms"]["na"]) if index is None else context.format.number(index, 0)


def _share(metric: Metric, goal: Decimal | None, after: Decimal | None) -> Decimal | None:
    if not goal or not after or metric.reached() is None:
        return None
    return goal / after if metric.definition.direction is Direction.DOWN else after / goal


def _parts(context: SiteContext, metric: Metric) -> str:
    """What a rate was computed from: 2.784 van 58.000 weergaven (was 1.302 van 42.000)."""
    figure = metric.result
    if figure is None or figure.numerator is None or figure.denominator is None:
        return ""
    of = metric.denominator_of(figure) or ""
    known = quantity_name(of)
    name = context.text(known) if known else of.replace("_", " ")
    text = say(context, "case.parts", **_both(context, figure, metric), of=context.format.inside(name)).strip()
    before = metric.baseline
    if before is None or before.numerator is None or before.denominator is None:
        return text
    return say(context, "case.parts_before", parts=text, **_both(context, before, metric))


def _both(context: SiteContext, figure: Figure, metric: Metric) -> dict[str, str]:
    assert figure.numerator is not None
    assert figure.denominator is not None
    top = figure.numerator
    upper = metrics().get(metric.definition.numerator or "")
    unit = upper.unit if upper else Unit.COUNT
    numerator = context.format.amount(top, unit, metric.currency)
    return {"numerator": numerator, "denominator": context.format.number(figure.denominator)}
