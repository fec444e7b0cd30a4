"""What a budget buys and what a goal costs: the arithmetic of a media plan, exact until it is shown.

Formulas: https://jonisalminen.com/basic-formulas-for-digital-media-planning (2017-07-05);
reach and frequency: https://devutl.com/marketing-reach-frequency.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from smm_portfolio.content.values.media_plan import BudgetLine, Buying, MediaPlan

THOUSAND = 1000
HUNDRED = 100
WEEK = dt.timedelta(days=7)
_Parts = tuple[Fraction | None, ...]
"""Budget, impressions, clicks, conversions and revenue of a line."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a line, or all lines together, come to; None is not known, and never zero.

    Args:
        budget: media budget.
        impressions: times shown.
        reach: people; of one line only, because the same people are on several platforms.
        frequency: impressions per person; of one line only.
        clicks: clicks.
        conversions: orders, registrations or whatever counts.
        revenue: value of the conversions.
        cpm: price of a thousand impressions.
        ctr: clicks per impression, 0 to 1.
        cpc: price of a click.
        cvr: conversions per click, 0 to 1.
        cpa: price of a conversion.
        roas: revenue per unit of budget.
        partial: names of sums that do not cover every line, because one does not know them.
    """

    budget: Fraction
    impressions: Fraction | None = None
    reach: Fraction | None = None
    frequency: Fraction | None = None
    clicks: Fraction | None = None
    conversions: Fraction | None = None
    revenue: Fraction | None = None
    cpm: Fraction | None = None
    ctr: Fraction | None = None
    cpc: Fraction | None = None
    cvr: Fraction | None = None
    cpa: Fraction | None = None
    roas: Fraction | None = None
    partial: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Week:
    """What is spent in one week of a plan.

    Args:
        start: first day, a Monday or the plan's own first day.
        end: last day.
        budget: spending by line id.
    """

    start: dt.date
    end: dt.date
    budget: dict[str, Fraction]

    @property
    def total(self) -> Fraction:
        """Spending of all lines."""
        return sum(self.budget.values(), Fraction(0))


@dataclass(frozen=True, slots=True)
class Budget:
    """Everything that a plan costs.

    Args:
        media: all lines.
        costs: what is paid beside media.
        contingency: what is kept back on top of both.
    """

    media: Fraction
    costs: Fraction
    contingency: Fraction

    @property
    def total(self) -> Fraction:
        """What must be there before the campaign begins."""
        return self.media + self.costs + self.contingency


def line_outcome(line: BudgetLine) -> Outcome:
    """What one line comes to, from its budget or from the reach that is wanted."""
    cpm, cpc, frequency = _exact(line.cpm), _exact(line.cpc), _exact(line.frequency)
    ctr, cvr = _share(line.ctr), _share(line.cvr)
    if line.reach is not None and cpm is not None and frequency is not None:
        budget = line.reach * frequency * cpm / THOUSAND
    else:
        budget = _exact(line.budget) or Fraction(0)
    if line.buying is Buying.CPC:
        clicks = _over(budget, cpc)
        impressions = _over(clicks, ctr)
    else:
        impressions = _times(_over(budget, cpm), Fraction(THOUSAND))
        clicks = _times(impressions, ctr)
    conversions = _times(clicks, cvr)
    revenue = _times(conversions, _exact(line.order_value))
    return _with_rates(
        Outcome(
            budget=budget,
            impressions=impressions,
            reach=_over(impressions, frequency),
            frequency=frequency,
            clicks=clicks,
            conversions=conversions,
            revenue=revenue,
        ),
        [(budget, impressions, clicks, conversions, revenue)],
    )


def total_outcome(outcomes: Iterable[Outcome]) -> Outcome:
    """All lines together: counts and money are summed, rates computed again, reach and frequency left out.

    A rate is computed from the lines that know both its parts. Why not an average of the rates: a small line would
    weigh as much as a large one. Why no reach: the same person may be on every platform.
    """
    lines = list(outcomes)
    parts = [(one.budget, one.impressions, one.clicks, one.conversions, one.revenue) for one in lines]
    names = ("budget", "impressions", "clicks", "conversions", "revenue")
    columns = {name: [row[i] for row in parts] for i, name in enumerate(names)}
    partial = frozenset(
        name for name, column in columns.items() if None in column and any(v is not None for v in column)
    )
    sums = {name: _sum(column) for name, column in columns.items()}
    total = Outcome(
        budget=sums["budget"] or Fraction(0),
        impressions=sums["impressions"],
        clicks=sums["clicks"],
        conversions=sums["conversions"],
        revenue=sums["revenue"],
        partial=partial,
    )
    return _with_rates(total, parts)


def roi(outcome: Outcome, cost: Fraction) -> Fraction | None:
    """Profit per unit of everything that was paid; None without revenue or cost.

    Args:
        outcome: of a line or of all.
        cost: media and everything beside it.
    """
    return None if outcome.revenue is None or not cost else (outcome.revenue - cost) / cost


def budget_for(reach: int, frequency: Decimal, cpm: Decimal) -> Fraction:
    """What it costs to reach so many people so often."""
    return reach * Fraction(frequency) * Fraction(cpm) / THOUSAND


def budget_of(plan: MediaPlan) -> Budget:
    """Media, costs beside it, and what is kept back."""
    media = sum((line_outcome(line).budget for line in plan.lines), Fraction(0))
    costs = sum((Fraction(cost.amount) for cost in plan.costs), Fraction(0))
    return Budget(media, costs, (media + costs) * Fraction(plan.contingency) / HUNDRED)


def weekly(plan: MediaPlan) -> tuple[Week, ...]:
    """Spending per week, Monday to Sunday, each line spread evenly over its days."""
    spent: defaultdict[dt.date, dict[str, Fraction]] = defaultdict(dict)
    for line in plan.lines:
        per_day = line_outcome(line).budget / line.period.days
        for offset in range(line.period.days):
            day = line.period.start + dt.timedelta(days=offset)
            week = spent[day - dt.timedelta(days=day.weekday())]
            week[line.id] = week.get(line.id, Fraction(0)) + per_day
    first = min(line.period.start for line in plan.lines)
    last = max(line.period.end for line in plan.lines)
    return tuple(
        Week(max(monday, first), min(monday + WEEK - dt.timedelta(days=1), last), spent[monday])
        for monday in sorted(spent)
    )


def _with_rates(outcome: Outcome, parts: Sequence[_Parts]) -> Outcome:
    """The outcome with every rate that its parts allow."""
    budget, impressions, clicks, conversions, revenue = range(5)
    return replace(
        outcome,
        cpm=_times(_rate(parts, budget, impressions), Fraction(THOUSAND)),
        ctr=_rate(parts, clicks, impressions),
        cpc=_rate(parts, budget, clicks),
        cvr=_rate(parts, conversions, clicks),
        cpa=_rate(parts, budget, conversions),
        roas=_rate(parts, revenue, budget),
    )


def _rate(parts: Sequence[_Parts], above: int, below: int) -> Fraction | None:
    both = [row for row in parts if row[above] is not None and row[below] is not None]
    return _over(_sum([row[above] for row in both]), _sum([row[below] for row in both]))


def _sum(values: list[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if known else None


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _share(percent: Decimal | None) -> Fraction | None:
    return None if percent is None else Fraction(percent) / HUNDRED


def _over(above: Fraction | None, below: Fraction | None) -> Fraction | None:
    return None if above is None or not below else above / below


def _times(first: Fraction | None, second: Fraction | None) -> Fraction | None:
    return None if first is None or second is None else first * second
