"""A plan whose sums are wrong costs money, or promises what cannot be kept."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.campaigns.media_plan import budget_for, budget_of, line_outcome, roi, total_outcome, weekly
from smm_portfolio.content.values.media_plan import BudgetLine, MediaPlan
from tests.campaigns.project import found

AMOUNTS = st.decimals("0.01", "100000", places=2)
PERCENTS = st.decimals("0.01", "100", places=2)
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))


def line(**fields: object) -> BudgetLine:
    base = {"id": "a", "platform": "instagram", "objective": "Sales", "period": "2026-04", "cpm": "15"}
    return BudgetLine.model_validate({**base, **fields})


@st.composite
def lines(draw: st.DrawFn) -> BudgetLine:
    start = draw(DAYS)
    period = {"start": start, "end": start + dt.timedelta(days=draw(st.integers(0, 90)))}
    optional = {name: draw(st.none() | PERCENTS) for name in ("ctr", "cvr")}
    fields = {"budget": draw(AMOUNTS), "cpm": draw(AMOUNTS), "frequency": draw(st.decimals("1", "9", places=1))}
    return line(
        id=f"l{draw(st.integers(0, 10**6))}", period=period, order_value=draw(st.none() | AMOUNTS), **optional, **fields
    )


def plan(*all_: BudgetLine, **fields: object) -> MediaPlan:
    return MediaPlan.model_validate({"currency": "EUR", "lines": all_, **fields})


def test_the_published_example_comes_out() -> None:
    found_ = line_outcome(line(budget="5000", cpm="15", ctr="0.6", cvr="3", order_value="80"))
    assert round(found_.impressions or 0) == 333_333
    assert (found_.clicks, found_.cpc, found_.conversions, found_.revenue) == (2000, Fraction("2.5"), 60, 4800)
    assert round(float(found_.cpa or 0), 2) == 83.33
    assert found_.roas == Fraction("0.96")
    assert roi(found_, found_.budget) == Fraction("-0.04")
    assert found_.cpc == Fraction(15) / (10 * Fraction("0.6"))  # cpm / (10 × ctr in percent)


def test_bought_per_click_the_impressions_follow() -> None:
    found_ = line_outcome(line(budget="500", buying="cpc", cpc="2.5", cpm=None, ctr="0.5"))
    assert (found_.clicks, found_.impressions, found_.cpm) == (200, 40_000, Fraction("12.5"))
    assert line_outcome(line(budget="500", buying="cpc", cpc="2.5", cpm=None)).impressions is None


def test_from_a_wanted_reach_to_its_budget() -> None:
    found_ = line_outcome(line(reach="20000", frequency="3", cpm="10"))
    assert (found_.budget, found_.impressions, found_.reach) == (600, 60_000, 20_000)


@given(reach=st.integers(1, 10**7), frequency=st.decimals("1", "20", places=1), cpm=AMOUNTS)
def test_both_directions_meet(reach: int, frequency: Decimal, cpm: Decimal) -> None:
    budget = budget_for(reach, frequency, cpm)
    there = line_outcome(line(reach=reach, frequency=frequency, cpm=cpm))
    assert there.budget == budget
    assert there.reach == reach
    assert there.cpm == Fraction(cpm)


@given(st.lists(lines(), min_size=1, max_size=6))
def test_totals_sum_counts_recompute_rates_and_never_sum_reach(all_: list[BudgetLine]) -> None:
    outcomes = [line_outcome(one) for one in all_]
    total = total_outcome(outcomes)
    assert total.reach is None
    assert total.frequency is None
    assert total.budget == sum(one.budget for one in outcomes)
    assert total.impressions == sum(one.impressions or 0 for one in outcomes)
    rates = [one.ctr for one in outcomes if one.ctr is not None]
    if rates:
        assert total.ctr is not None
        assert min(rates) <= total.ctr <= max(rates)
    else:
        assert total.ctr is None
    prices = [one.cpm for one in outcomes if one.cpm is not None]
    assert min(prices) <= (total.cpm or 0) <= max(prices)


def test_a_total_is_no_average_of_rates_and_says_what_it_lacks() -> None:
    small, large = line(id="s", budget="15", ctr="10"), line(id="l", budget="1485", ctr="1")
    total = total_outcome([line_outcome(small), line_outcome(large)])
    assert total.ctr == Fraction(1000 * 10 + 99_000 * 1, 100 * 100_000)
    assert total.partial == frozenset()
    unknown = total_outcome([line_outcome(small), line_outcome(line(id="u", budget="85"))])
    assert (unknown.clicks, unknown.partial) == (100, {"clicks"})
    assert unknown.cpc == Fraction(15, 100)  # the 85 bought no known click, so they are not in its price
    assert unknown.conversions is None


def test_nothing_is_divided_by_zero() -> None:
    found_ = line_outcome(line(budget="0", ctr="0", cvr="0", order_value="80"))
    assert (found_.impressions, found_.clicks) == (0, 0)
    assert (found_.cpm, found_.ctr, found_.cpc, found_.cpa, found_.roas) == (None,) * 5
    assert roi(found_, Fraction(0)) is None


@given(st.lists(lines(), min_size=1, max_size=4, unique_by=lambda one: one.id))
def test_weeks_add_up_to_the_budget_to_the_last_cent(all_: list[BudgetLine]) -> None:
    weeks = weekly(plan(*all_))
    assert sum(week.total for week in weeks) == sum(line_outcome(one).budget for one in all_)
    assert all(week.start <= week.end < week.start + dt.timedelta(days=7) for week in weeks)
    assert [week.start for week in weeks] == sorted({week.start for week in weeks})


def test_a_week_holds_its_days_share() -> None:
    first, second = weekly(plan(line(budget="100", period="2026-04-04..2026-04-08")))
    assert (first.start, first.end, first.total) == (dt.date(2026, 4, 4), dt.date(2026, 4, 5), 40)
    assert (second.start, second.end, second.total) == (dt.date(2026, 4, 6), dt.date(2026, 4, 8), 60)


def test_contingency_comes_on_top() -> None:
    cost = {"name": "Film", "amount": "200"}
    budget = budget_of(plan(line(budget="800"), costs=[cost]))
    assert (budget.media, budget.costs, budget.contingency, budget.total) == (800, 200, 100, 1100)
    assert budget_of(plan(line(budget="800"), contingency="0")).total == 800


@pytest.mark.parametrize(
    "fields",
    [
        {"budget": "1", "reach": "5"},
        {},
        {"reach": "5"},
        {"budget": "1", "buying": "cpc"},
        {"reach": "5", "frequency": "2", "buying": "cpc", "cpc": "1"},
    ],
)
def test_a_line_that_contradicts_itself_is_refused(fields: dict[str, str]) -> None:
    assert [broken.code for broken in line(**fields).rules()][:1] == ["SMM018"]
    assert list(line(budget="1").rules()) == []


def test_a_plan_stays_inside_the_campaign_and_its_budget(tmp_path: Path) -> None:
    def yaml(budget: str, period: str = "2026-04", currency: str = "EUR") -> str:
        return (
            f"budget: EUR 1100\nmedia_plan:\n  currency: {currency}\n"
            f"  lines: [{{id: a, platform: x, objective: Sales, period: {period}, budget: {budget}, cpm: 10}}]\n"
        )

    assert found(tmp_path, campaign=yaml("1000")) == []
    (much,) = found(tmp_path, campaign=yaml("1000.01"))
    assert (much.code, much.line, much.path) == ("SMM018", 17, "media_plan")
    (late,) = found(tmp_path, campaign=yaml("1", "2026-04-20..2026-05-01"))
    assert (late.line, late.path) == (18, "media_plan.lines[0].period")
    (other,) = found(tmp_path, campaign=yaml("1", currency="USD"))
    assert other.path == "media_plan.currency"


def test_a_region_that_nobody_published_anything_of_is_told(tmp_path: Path) -> None:
    """It looked as if there were no benchmark, or took that of another region."""

    def yaml(region: str) -> str:
        line = "{id: a, platform: x, objective: Sales, period: 2026-04, budget: 1, cpm: 10}"
        return f"media_plan:\n  currency: EUR\n  region: {region}\n  lines: [{line}]\n"

    assert found(tmp_path, campaign=yaml("NL")) == []
    (problem,) = found(tmp_path, campaign=yaml("nl"))
    assert (problem.code, problem.path, problem.fix) == ("SMM013", "media_plan.region", "Did you mean NL?")
    (problem,) = found(tmp_path, campaign=yaml("Mars"))
    assert "NL" in problem.fix
    assert "leave region out" in problem.fix
