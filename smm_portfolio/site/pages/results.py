"""The results of a case: goal table, tiles, chart and the table behind it."""

from __future__ import annotations

from decimal import Decimal

from smm_portfolio.content.kinds.case_study import CaseKind, CaseStudy, Numbers
from smm_portfolio.content.metrics import Direction
from smm_portfolio.site.charts import Said, Target, target_bars
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.figures import Told, periods_words, same_periods
from smm_portfolio.site.views import FigureView, GoalRow, StateView, TableView, TileView
from smm_portfolio.site.words import count, in_letters, say, sayings

TILES = 4


def goal_rows(context: SiteContext, told: tuple[Told, ...]) -> tuple[GoalRow, ...]:
    """Goals against results, missed ones in their place; results without a goal only where no tile is left for them.

    A row without a tile says itself what its figure is a share of, and where it comes from.
    """
    tiled = {id(one) for one in tiled_results(told)}
    shown = [one for one in told if one.target or id(one) not in tiled]
    together = same_periods([one.metric for one in told]) is not None
    return tuple(
        _goal_row(context, one, dated=not together, source="" if id(one) in tiled else _source(context, one))
        for one in shown
    )


def tiled_results(told: tuple[Told, ...]) -> list[Told]:
    """At most four results for tiles: those that no goal table shows first, then the first ones; in their order."""
    loose = [one for one in told if not one.target][:TILES]
    rest = [one for one in told if one.target][: TILES - len(loose)]
    chosen = {id(one) for one in (*loose, *rest)}
    return [one for one in told if id(one) in chosen]


def tiles(context: SiteContext, told: tuple[Told, ...]) -> tuple[TileView, ...]:
    """Tiles with period, denominator and source beside every figure."""
    return tuple(
        TileView(
            name=one.name,
            baseline=one.baseline,
            result=one.result,
            delta=one.change,
            period=periods_words(context, one.metric),
            source=_source(context, one),
        )
        for one in tiled_results(told)
    )


def goals_note(context: SiteContext, case: CaseStudy) -> str:
    """Over which periods, and that figures are an index or simulated where they are."""
    periods = same_periods(case.results)
    if periods is None:
        note = say(context, "case.goals_note_each")
    elif periods[0] and periods[1]:
        before, after = (context.format.period(one) for one in periods if one)
        note = say(context, "case.goals_note", baseline=before, result=after)
    elif periods[1]:
        note = say(context, "case.goals_note_result", result=context.format.period(periods[1]))
    else:
        note = ""
    index = say(context, "case.index_note") if case.numbers is Numbers.INDEX else ""
    simulated = say(context, "campaigns.goals_note_only") if case.kind is CaseKind.MOCK else ""
    return " ".join(part for part in (note, index, simulated) if part)


def goal_figures(context: SiteContext, told: tuple[Told, ...]) -> tuple[FigureView, ...]:
    """Results as a part of their goals, with everything that is known of them in the table behind."""
    measured = [one for one in told if one.share is not None]
    if not measured:
        return ()
    bars = tuple(
        Target(one.name, float(one.share or 0), _percent(context, one.share), bool(one.metric.reached()))
        for one in measured
    )
    title = finding(context, [bool(one.metric.reached()) for one in measured])
    rows = [
        say(
            context,
            "case.chart_row",
            name=one.name,
            result=one.result,
            target=one.target,
            share=_percent(context, one.share),
        )
        for one in measured
    ]
    chart = target_bars(bars, say(context, "case.goal_line"), Said(title, " ".join(rows)))
    return (
        FigureView(
            title=title,
            wide=chart.wide,
            narrow=chart.narrow,
            note=_bars_note(context, measured),
            table=_table(context, told),
        ),
    )


def finding(context: SiteContext, reached: list[bool]) -> str:
    """What the chart shows, as a sentence: drie van de vier doelen gehaald."""
    return in_all(context, "reached", reached)


def in_all(context: SiteContext, group: str, found: list[bool]) -> str:
    """How many of several are so, as a sentence; ``group`` names the labels: ``reached`` or ``better``."""
    met, all_ = sum(found), len(found)
    words = in_letters(context, all_)
    if 0 < met < all_:
        said = context.format.sentence(in_letters(context, met))
        return say(context, f"case.some_{group}", Reached=said, words=words)
    forms = context.labels["pages"]["case"][f"all_{group}" if met else f"none_{group}"]
    form: str = forms[{1: "one", 2: "two"}.get(all_, "other")]
    return form.format(words=words)


def _goal_row(context: SiteContext, one: Told, *, dated: bool, source: str) -> GoalRow:
    period = periods_words(context, one.metric) if dated else ""
    return GoalRow(
        name=f"{one.name} ({period})" if period else one.name,
        baseline=one.baseline,
        target=one.target or say(context, "case.no_target"),
        result=one.result,
        change=one.change,
        state=_state(context, one),
        source=source,
    )


def _state(context: SiteContext, one: Told) -> StateView:
    reached = one.metric.reached()
    if reached is None:
        return StateView(id="no", label=say(context, "case.unsure" if one.target else "case.no_target"))
    return StateView(id="ok" if reached else "miss", label=say(context, "case.reached" if reached else "case.missed"))


def _source(context: SiteContext, one: Told) -> str:
    """Denominator, source and note of a figure, as sentences."""
    source = say(context, "source", source=one.source) if one.source else ""
    rows = rows_words(context, one)
    return sentences(one.parts, f"{source}; {rows}" if rows else source, context.text(one.metric.note))


def rows_words(context: SiteContext, one: Told) -> str:
    """How many rows of a file a figure comes from; empty for typed figures, and where an index hides what there was."""
    evidence = one.metric.evidence
    if evidence is None or one.index:
        return ""
    rows = count(context, f"case.rows.{evidence.grain.value}", evidence.rows)
    if not evidence.baseline_rows:
        return rows
    return say(context, "case.rows_before", rows=rows, before=context.format.number(evidence.baseline_rows))


def sentences(*parts: str) -> str:
    """Texts one after the other, each ended by a full stop where there is more than one."""
    given = [part.rstrip(".") for part in parts if part]
    return ". ".join(given) + ("." if len(given) > 1 else "")


def ended(text: str) -> str:
    """A text that another sentence follows."""
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def _bars_note(context: SiteContext, measured: list[Told]) -> str:
    down = [one.name for one in measured if one.metric.definition.direction is Direction.DOWN]
    notes = [say(context, "case.bars_note")]
    if down:
        names = context.format.listing(context.format.inside(name) for name in down)
        notes.append(say(context, "case.bars_down", names=names))
    return " ".join(notes)


def _percent(context: SiteContext, share: Decimal | None) -> str:
    """A part of the goal in whole percent, never rounded up to all of it."""
    if share is None:
        return ""
    percent = share * 100
    whole = percent.to_integral_value()
    if whole == 100 and percent < 100:
        return context.format.percent(percent.quantize(Decimal("0.1"), rounding="ROUND_DOWN"))
    return context.format.percent(whole)


def _table(context: SiteContext, told: tuple[Told, ...]) -> TableView:
    none = say(context, "case.no_target")
    rows = tuple(
        (
            one.name,
            one.baseline,
            one.target or none,
            one.result,
            one.change,
            _percent(context, one.share),
            periods_words(context, one.metric),
            _source(context, one),
        )
        for one in told
    )
    return TableView(head=sayings(context, "case.table_head"), rows=rows)
