"""One metric over one period, from rows: sums where sums are true, rates from sums, and never a guess."""

from __future__ import annotations

import datetime as dt
import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from smm_portfolio.content.metrics import metrics
from smm_portfolio.content.values.evidence import Grain
from smm_portfolio.content.values.metric import Figure
from smm_portfolio.evidence.observations import Export, Observation, Observed, Span
from smm_portfolio.evidence.pooling import CannotTellError, Pool, pool

STOCKS = frozenset({"followers"})
"""Counted at a moment: the last day of a period tells it."""
MEDIANS = frozenset({"response_time"})
"""Told by the middle one of all cases."""
NEVER_SUMMED = frozenset({"reach"})
"""People, who may be counted on several days and posts."""
_WORD = re.compile(r"[a-z_0-9]+")


@dataclass(frozen=True, slots=True)
class Total:
    """A computed figure.

    Args:
        figure: its value, or the parts of a rate.
        grain: what a row stands for.
        rows: how many rows it was computed from.
        span: from the first day of these rows to the last.
        parts: the days of each part of a rate, where they come from different tables.
    """

    figure: Figure
    grain: Grain
    rows: int
    span: Span
    parts: tuple[tuple[str, Span], ...] = ()


def total(metric: str, exports: Sequence[Export], window: Span | None) -> Total:
    """Compute a metric.

    Args:
        metric: an id of data/metrics.yml.
        exports: files whose rows belong together.
        window: the period; None takes everything.

    Raises:
        CannotTellError: the rows do not give the figure, with the reason.
    """
    found = total_of_rows(metric, exports, window)
    if window is None and len({span for _, span in found.parts}) > 1:
        told = " and ".join(f"{word} of {span}" for word, span in found.parts)
        raise CannotTellError(f"its parts are of different days: {told}", "Add period.")
    # files of March and of May are no file of March to May
    return total_of_rows(metric, exports, found.span) if window is None and len(exports) > 1 else found


def total_of_rows(metric: str, exports: Sequence[Export], window: Span | None) -> Total:
    """The same, of whatever rows there are: those of one point of a series need not fill its days."""
    if metric == "follower_growth_rate":
        return _growth_rate(exports, window)
    definition = metrics()[metric]
    if not definition.is_rate:
        return _amount(metric, exports, window)
    upper = _terms(definition.numerator or "")
    lower = _terms(definition.denominator or "")
    return _rate(metric, upper, lower, exports, window)


def needed(metric: str) -> tuple[str, ...]:
    """The quantities that a metric is computed from."""
    definition = metrics()[metric]
    if metric == "follower_growth_rate":
        return ("followers", "follower_growth")
    if not definition.is_rate:
        return (metric,)
    return tuple(
        quantity for quantity, _ in (*_terms(definition.numerator or ""), *_terms(definition.denominator or ""))
    )


# One quantity


def _amount(quantity: str, exports: Sequence[Export], window: Span | None) -> Total:
    found = pool(exports, [quantity])
    if found is None:
        if quantity == "follower_growth" and pool(exports, ["followers"]) is not None:
            return _growth(exports, window)
        raise _lacking([quantity], exports)
    rows = _within(found, window)
    if quantity in NEVER_SUMMED:
        return _single(quantity, found, window)
    if quantity in STOCKS:
        return _stock(quantity, rows, found)
    known = [row for row in rows if quantity in row.values]
    if not known:
        raise _lacking([quantity], exports)
    amounts = [row.values[quantity] for row in known]
    value = Decimal(statistics.median(amounts)) if quantity in MEDIANS else sum(amounts, Decimal(0))
    return Total(Figure(value=value), found.grain, len(known), _around(known))


def _single(quantity: str, found: Pool, window: Span | None) -> Total:
    """A figure that only one row can give: the one that covers exactly the period."""
    rows = [row for row in (*found.totals, *found.rows) if quantity in row.values]
    if found.grain is Grain.POST:
        rows = [row for row in rows if row.total]
    span = window or (_around(rows) if rows else None)
    exact = [row for row in rows if row.span == span]
    summed = [row for row in exact if row.total]
    if len(summed or exact) == 1:
        row = (summed or exact)[0]
        return Total(Figure(value=row.values[quantity]), found.grain, 1, row.span)
    raise _no_sum(quantity, "exactly this period" if window else "the whole period")


def _no_sum(quantity: str, wanted: str) -> CannotTellError:
    return CannotTellError(
        f"{quantity} cannot be added up, because the same people would count again, "
        f"and the file has no row for {wanted}",
        "Use a metric that can be added up, such as views, or type the figure that the platform shows for the period.",
    )


def _stock(quantity: str, rows: list[Observation], found: Pool) -> Total:
    known = [row for row in rows if quantity in row.values]
    last = max((row.span.last for row in known), default=None)
    final = [row for row in known if row.span.last == last]
    if len(final) != 1:
        raise CannotTellError(
            f"{len(final)} rows tell {quantity} on the last day" if final else f"no row tells {quantity}",
            "Name the export of one platform, or type the figure.",
        )
    return Total(Figure(value=final[0].values[quantity]), found.grain, 1, final[0].span)


def _growth(exports: Sequence[Export], window: Span | None) -> Total:
    """Followers on the last day, less those on the day before the period."""
    found = pool(exports, ["followers"])
    assert found is not None
    if window is None:
        raise CannotTellError("growth needs a period", "Add period.")
    end = _stock("followers", _within(found, window), found)
    before = window.first - dt.timedelta(days=1)
    start = [row for row in found.rows if row.span.last == before and "followers" in row.values]
    if len(start) != 1 or end.figure.value is None:
        raise CannotTellError(
            f"the file does not tell the followers on {before}, the day before the period",
            "Export one day more, or begin the period a day later.",
        )
    value = end.figure.value - start[0].values["followers"]
    return Total(Figure(value=value), found.grain, 2, Span(before, end.span.last))


def _growth_rate(exports: Sequence[Export], window: Span | None) -> Total:
    end, growth = _amount("followers", exports, window), _amount("follower_growth", exports, window)
    assert end.figure.value is not None
    assert growth.figure.value is not None
    figure = Figure(numerator=growth.figure.value, denominator=end.figure.value - growth.figure.value)
    return Total(figure, end.grain, growth.rows, growth.span)


# Rates


def _rate(
    metric: str,
    upper: list[tuple[str, int]],
    lower: list[tuple[str, int]],
    exports: Sequence[Export],
    window: Span | None,
) -> Total:
    of = None
    if lower == [("reach", 1)] and metric != "frequency":
        single = _reach_total(upper, exports, window)
        if single is not None:
            return single
        lower, of = _added_reach(upper, exports)
    words = [quantity for quantity, _ in (*upper, *lower)]
    together = pool(exports, words)
    if any(pool(exports, [word]) is None for word in words):
        raise _lacking(words, exports)
    # followers and reach are never sums over rows, so they are looked up by themselves
    if together is None or any(word in STOCKS | NEVER_SUMMED for word in words):
        return _apart(upper, lower, exports, window)
    rows = [row for row in _within(together, window) if all(word in row.values for word in words)]
    if not rows:
        raise _lacking(words, exports)
    figure = Figure(numerator=_weigh(rows, upper), denominator=_weigh(rows, lower), of=of)
    return Total(figure, together.grain, len(rows), _around(rows))


def _reach_total(upper: list[tuple[str, int]], exports: Sequence[Export], window: Span | None) -> Total | None:
    """A rate of reach from the one row that covers the period, where there is one."""
    words = [quantity for quantity, _ in upper]
    found = pool(exports, [*words, "reach"])
    if found is None or found.grain is Grain.POST:
        return None
    try:
        row = _single("reach", found, window)
    except CannotTellError:
        return None
    source = next(one for one in (*found.totals, *found.rows) if one.span == row.span and "reach" in one.values)
    if not all(word in source.values for word in words):
        return None
    figure = Figure(numerator=_weigh([source], upper), denominator=row.figure.value)
    return Total(figure, found.grain, 1, row.span)


def _added_reach(upper: list[tuple[str, int]], exports: Sequence[Export]) -> tuple[list[tuple[str, int]], str]:
    """The reach of single posts or days as the lower part, under its own name."""
    words = [quantity for quantity, _ in upper]
    for name in ("post_reach", "day_reach"):
        if pool(exports, [*words, name]) is not None:
            return [(name, 1)], name
    if pool(exports, [*words, "reach"]) is not None:
        raise _no_sum("reach", "exactly this period")
    raise _lacking([*words, "reach"], exports)


def _apart(
    upper: list[tuple[str, int]], lower: list[tuple[str, int]], exports: Sequence[Export], window: Span | None
) -> Total:
    """Parts from different tables or files, each over the same period."""
    totals = {word: _amount(word, exports, window) for word, _ in (*upper, *lower)}
    sums = []
    for terms in (upper, lower):
        values = [(totals[word].figure.value, sign) for word, sign in terms]
        sums.append(sum((value * sign for value, sign in values if value is not None), Decimal(0)))
    first = totals[upper[0][0]]
    parts = tuple((word, one.span) for word, one in totals.items() if word not in STOCKS)
    return Total(Figure(numerator=sums[0], denominator=sums[1]), first.grain, first.rows, first.span, parts)


def _terms(expression: str) -> list[tuple[str, int]]:
    """``revenue - total_cost`` as quantities with their signs."""
    terms, sign = [], 1
    for part in expression.split():
        if part in "+-":
            sign = 1 if part == "+" else -1
        elif _WORD.fullmatch(part):
            terms.append((part, sign))
            sign = 1
    return terms


def _weigh(rows: Iterable[Observation], terms: list[tuple[str, int]]) -> Decimal:
    return sum((row.values[word] * sign for row in rows for word, sign in terms), Decimal(0))


# Rows of a period


def _within(found: Pool, window: Span | None) -> list[Observation]:
    """The rows that lie in the period.

    Raises:
        CannotTellError: the rows do not cover the period, or one of them lies across its edge.
    """
    if window is None:
        return list(found.rows)
    across = next((row for row in found.rows if row.span.touches(window) and not window.holds(row.span)), None)
    if across is not None:
        raise CannotTellError(
            f"row {across.line} covers {across.span}, which is not all inside {window}",
            "Give a period that fits the rows, or export by day.",
        )
    rows = [row for row in found.rows if window.holds(row.span)]
    around = _around(found.rows) if found.rows else None
    if not rows:
        where = f"they run from {around.first} to {around.last}" if around else "there are none"
        raise CannotTellError(f"no row lies in {window}: {where}", "Correct the period, or name another file.")
    reached = _covered(found)
    if reached and not any(one.holds(window) for one in reached):
        files = "the files cover" if len(found.tables) > 1 else "the file covers"
        told = " and ".join(map(str, reached))
        part = "which is only a part of" if len(reached) == 1 else "with days between that are missing from"
        raise CannotTellError(
            f"{files} {told}, {part} {window}",
            "Give a period that the file covers, or add another export to file.",
        )
    return rows


def _covered(found: Pool) -> list[Span]:
    """The days that the tables speak of, without a gap in any of them; none where that is not known, as with posts."""
    said = [table.covers or (_days_of(table) if found.grain is Grain.DAY else None) for table in found.tables]
    spans = [one for one in said if one is not None]
    if len(spans) < len(said):
        return []
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: one.first):
        if joined and span.first <= joined[-1].last + dt.timedelta(days=1):
            joined[-1] = Span(joined[-1].first, max(joined[-1].last, span.last))
        else:
            joined.append(span)
    return joined


def _days_of(table: Observed) -> Span | None:
    rows = [row for row in table.rows if not row.total]
    return _around(rows) if rows else None


def _around(rows: Iterable[Observation]) -> Span:
    spans = [row.span for row in rows]
    return Span(min(one.first for one in spans), max(one.last for one in spans))


def _lacking(words: Iterable[str], exports: Sequence[Export]) -> CannotTellError:
    """What is missing, and which columns there are."""
    there = {quantity for export in exports for table in export.tables for quantity in table.quantities}
    missing = [word for word in dict.fromkeys(words) if word not in there]
    if "interactions" in missing:
        parts = [part for export in exports for table in export.tables for part in table.interactions]
        absent = [part for part in dict.fromkeys(parts) if part not in there]
        missing[missing.index("interactions")] = f"interactions ({', '.join(absent)})" if absent else "interactions"
    if not missing:
        named = " and ".join(dict.fromkeys(words))
        return CannotTellError(f"no row has a figure for {named}", "Export again with these columns filled.")
    hint = "; link_clicks can be mapped to all clicks, if that is what you mean" if _only_clicks(missing, there) else ""
    return CannotTellError(
        f"the file does not say {', '.join(missing)}; it says {', '.join(sorted(there)) or 'nothing'}{hint}",
        "Export again with that column, name it under data: columns, or name another file.",
    )


def _only_clicks(missing: Iterable[str], there: set[str]) -> bool:
    return "link_clicks" in missing and "clicks" in there
