"""What a purchase might bring: drawn from published ranges with a seed, and always called simulated."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from smm_portfolio.campaigns.benchmarks import Benchmark, BenchmarkFile, BenchmarkUnit
from smm_portfolio.campaigns.media_plan import Outcome, line_outcome
from smm_portfolio.content.values.media_plan import BudgetLine, Buying, MediaPlan
from smm_portfolio.content.values.source import Source

DRAWS = 1000
"""Futures that are drawn; low and high leave a tenth of them out on either side."""
METRICS = ("impressions", "clicks", "conversions", "cpm", "ctr", "cpc", "cpa")
DOLLAR = "USD"


@dataclass(frozen=True, slots=True)
class Basis:
    """A benchmark that a simulated figure rests on.

    Args:
        metric: what it measures.
        source: who published it.
        year: of which year.
        region: where.
        segment: kind of advertiser or placement, or empty.
        assumed: bounds that are our own.
        season: whether the months of the purchase moved it.
    """

    metric: str
    source: Source
    year: int
    region: str
    segment: str
    assumed: tuple[str, ...]
    season: bool


@dataclass(frozen=True, slots=True)
class Simulated:
    """One simulated figure.

    Args:
        metric: impressions, clicks, conversions, cpm, ctr, cpc or cpa.
        low: a tenth of the drawn futures lie below.
        middle: half of them do.
        high: a tenth lie above.
        seed: the seed it was drawn with.
        basis: the benchmarks it rests on.
        word: part of the figure, so that no page can show it without.
    """

    metric: str
    low: Fraction
    middle: Fraction
    high: Fraction
    seed: int
    basis: tuple[Basis, ...]
    word: Literal["simulated"] = field(default="simulated", init=False)


@dataclass(frozen=True, slots=True)
class NotSimulated:
    """A figure that is not shown, and why.

    Args:
        metric: what is missing: cpm, ctr or cvr for want of a benchmark, or exchange for want of a rate.
        platform: where.
    """

    metric: str
    platform: str


@dataclass(frozen=True, slots=True)
class Simulation:
    """What one line might bring.

    Args:
        line: id of the line.
        figures: by metric, as far as benchmarks reach.
        gaps: what could not be simulated, and why.
    """

    line: str
    figures: dict[str, Simulated]
    gaps: tuple[NotSimulated, ...]


@dataclass(frozen=True, slots=True)
class _Range:
    """A benchmark in the plan's own units, its typical value moved by the season."""

    low: float
    typical: float
    high: float
    basis: Basis

    def draw(self, dice: random.Random) -> Decimal:
        return Decimal(repr(dice.triangular(self.low, self.high, self.typical)))


def simulate(plan: MediaPlan, file: BenchmarkFile) -> tuple[Simulation, ...]:
    """What each line of a plan might bring.

    Args:
        plan: the plan; its budgets, periods, region and seed count, the rates that somebody typed into it do not.
        file: the benchmarks.
    """
    return tuple(_simulate_line(plan, line, file) for line in plan.lines)


def _simulate_line(plan: MediaPlan, line: BudgetLine, file: BenchmarkFile) -> Simulation:
    price = "cpc" if line.buying is Buying.CPC else "cpm"
    ranges: dict[str, _Range] = {}
    gaps: list[NotSimulated] = []
    for metric in (price, "ctr", "cvr"):
        row = file.find(line.platform, metric, plan.region, line.segment) or file.find(
            line.platform, metric, plan.region
        )
        rate = _rate(plan, row)
        if row is None:
            gaps.append(NotSimulated(metric, line.platform.value))
        elif rate is None:
            gaps.append(NotSimulated("exchange", line.platform.value))
        else:
            ranges[metric] = _range(row, rate, line, file)
    if price not in ranges:
        return Simulation(line.id, {}, tuple(gaps))
    outcomes = _futures(plan, line, ranges)
    used = {"impressions": [price], "cpm": [price], "clicks": [price, "ctr"], "cpc": [price, "ctr"], "ctr": ["ctr"]}
    if price == "cpc":
        used = {"clicks": [price], "cpc": [price], "impressions": [price, "ctr"], "cpm": [price, "ctr"], "ctr": ["ctr"]}
    used |= {"conversions": [*used["clicks"], "cvr"], "cpa": [*used["clicks"], "cvr"]}
    figures = {}
    for metric in METRICS:
        values = sorted(value for one in outcomes if (value := getattr(one, metric)) is not None)
        if values:
            basis = tuple(ranges[name].basis for name in used[metric])
            figures[metric] = Simulated(metric, *_tenths(values), plan.seed, basis)
    return Simulation(line.id, figures, tuple(gaps))


def _futures(plan: MediaPlan, line: BudgetLine, ranges: dict[str, _Range]) -> list[Outcome]:
    """The drawn outcomes of a line. Why a digest: the same seed gives the same draws on every machine and version."""
    digest = hashlib.sha256(f"{plan.seed}/{line.id}".encode()).digest()
    dice = random.Random(int.from_bytes(digest[:8], "big"))  # noqa: S311 - a simulation, no secret
    budget = Decimal(line.budget) if line.budget is not None else _decimal(line_outcome(line).budget)
    bare = line.model_copy(update={"budget": budget, "reach": None, "ctr": None, "cvr": None, "cpm": None, "cpc": None})
    return [
        line_outcome(bare.model_copy(update={name: one.draw(dice) for name, one in ranges.items()}))
        for _ in range(DRAWS)
    ]


def _range(row: Benchmark, rate: Decimal, line: BudgetLine, file: BenchmarkFile) -> _Range:
    """A benchmark as something to draw from; without published bounds it is one value."""
    season = file.season(row)
    low = row.low if row.low is not None else row.typical
    high = row.high if row.high is not None else row.typical
    typical = row.typical * season.factor(line.period) if season else row.typical
    basis = Basis(
        metric=row.metric,
        source=file.sources[row.source],
        year=row.year,
        region=row.region,
        segment=row.segment or "",
        assumed=row.assumed,
        season=season is not None,
    )
    inside = min(max(typical, low), high)
    return _Range(float(low / rate), float(inside / rate), float(high / rate), basis)


def _rate(plan: MediaPlan, row: Benchmark | None) -> Decimal | None:
    """What divides a benchmark's money into the plan's; 1 for what is no money, None where nobody gave it."""
    if row is None or row.unit is not BenchmarkUnit.USD or plan.currency == DOLLAR:
        return Decimal(1)
    return plan.exchange.dollars if plan.exchange else None


def _tenths(values: list[Fraction]) -> tuple[Fraction, Fraction, Fraction]:
    last = len(values) - 1
    return values[last // 10], values[last // 2], values[last - last // 10]


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator
