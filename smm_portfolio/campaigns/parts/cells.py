"""Figures of a plan in words: amounts, rates and numbers of people, rounded only here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from smm_portfolio.content.values.metric import Metric
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.figures import periods_words, tell
from smm_portfolio.site.views import BlockView, CellView, FactView, PlanRow, PlanTable, StateView
from smm_portfolio.site.words import say, sayings

NOTHING = "–"
"""A figure that is not known, or makes no sense for a row."""
PERCENT = 100


def decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal of 28 digits."""
    return Decimal(value.numerator) / value.denominator


def money(context: SiteContext, value: Fraction | None, currency: str) -> str:
    """An amount; from a hundred on without cents, since a forecast knows none."""
    if value is None:
        return NOTHING
    amount = decimal(value)
    return context.format.money(round(amount) if abs(amount) >= PERCENT else amount, currency)


def whole(context: SiteContext, value: Fraction | None) -> str:
    """People, impressions, clicks: never a part of one."""
    return NOTHING if value is None else context.format.number(decimal(value), 0)


def share(context: SiteContext, value: Fraction | None) -> str:
    """A rate from 0 to 1 as a percentage."""
    return NOTHING if value is None else context.format.percent(decimal(value * PERCENT))


def times(context: SiteContext, value: Fraction | None) -> str:
    """A ratio such as ROAS or frequency, with two decimals at most."""
    return NOTHING if value is None else context.format.number(decimal(value), 2)


def cells(texts: Iterable[str], tag: str = "") -> tuple[CellView, ...]:
    """Cells of plain text; a tag stands beside every figure that is known."""
    return tuple(CellView(text=text, tag=tag if text != NOTHING else "") for text in texts)


def facts(context: SiteContext, path: str, rows: Iterable[tuple[str, str]]) -> tuple[FactView, ...]:
    """Labelled values; a row without a value is left out.

    Args:
        context: the build.
        path: where the labels lie.
        rows: label and value.
    """
    return tuple(FactView(term=say(context, f"{path}.{key}"), value=value) for key, value in rows if value)


def words_table(
    context: SiteContext, path: str, rows: Sequence[tuple[str, ...]], core: Sequence[int] = ()
) -> PlanTable | None:
    """A table of words; a column that is empty in every row is left out, and None where there are no rows.

    Args:
        context: the build.
        path: where ``caption`` and ``head`` lie.
        rows: texts, the first names the row.
        core: columns that stay where there is little room, by their place in ``head``; all of them where empty.
    """
    if not rows:
        return None
    head = sayings(context, f"{path}.head")
    kept = [i for i in range(len(head)) if i == 0 or any(row[i] for row in rows)]
    return PlanTable(
        caption=say(context, f"{path}.caption"),
        head=tuple(head[i] for i in kept),
        rows=tuple(PlanRow(name=row[0], cells=cells(row[i] or NOTHING for i in kept[1:])) for row in rows),
        core=tuple(place for place, column in enumerate(kept[1:]) if column in core),
    )


def titled(table: PlanTable | None) -> BlockView | None:
    """A table under its own title; None for none."""
    return None if table is None else BlockView(title=table.caption, table=table)


def metrics_table(context: SiteContext, metrics: Sequence[Metric], caption: str) -> PlanTable | None:
    """Baseline, goal, result and change of figures that are invented: each says so."""
    if not metrics:
        return None
    tag = say(context, "campaigns.simulated")
    return PlanTable(
        caption=caption,
        head=sayings(context, "campaigns.figures.head"),
        rows=tuple(_metric_row(context, metric, tag) for metric in metrics),
        figures=True,
    )


def metric_words(context: SiteContext, metrics: Sequence[Metric]) -> str:
    """Figures in one line, each called simulated."""
    return "; ".join(_in_words(context, metric) for metric in metrics)


def _in_words(context: SiteContext, metric: Metric) -> str:
    told = tell(context, metric)
    if told.baseline and told.result:
        return say(
            context,
            "campaigns.figures.from_to",
            name=told.name,
            baseline=told.baseline,
            result=told.result,
            change=told.change or NOTHING,
        )
    return say(context, "campaigns.figures.single", name=told.name, result=told.result or told.target)


def _metric_row(context: SiteContext, metric: Metric, tag: str) -> PlanRow:
    told = tell(context, metric)
    note = ". ".join(part.rstrip(".") for part in (periods_words(context, metric), context.text(metric.note)) if part)
    figures = cells((one or NOTHING for one in (told.baseline, told.target, told.result)), tag)
    return PlanRow(
        name=told.name,
        note=note,
        cells=(*figures, *cells([told.change or NOTHING]), CellView(state=_state(context, metric))),
    )


def _state(context: SiteContext, metric: Metric) -> StateView:
    reached = metric.reached()
    if reached is None:
        return StateView(id="no", label=say(context, "case.unsure" if metric.target else "case.no_target"))
    return StateView(id="ok" if reached else "miss", label=say(context, f"case.{'reached' if reached else 'missed'}"))
