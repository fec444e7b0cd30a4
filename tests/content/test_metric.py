"""The figures that a portfolio lives by: what is computed is right, and what cannot be said is not said."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smm_portfolio.content.metrics import Direction, metrics
from smm_portfolio.content.values.metric import Change, Metric

NUMBERS = st.decimals(-(10**9), 10**9, places=2)
COUNTS = st.integers(1, 10**9)
RATES = [name for name, one in metrics().items() if one.is_rate]
PLAIN = [name for name, one in metrics().items() if not one.is_rate]


def metric(name: str, **figures: Any) -> Metric:
    typed = {key: {part: str(one) for part, one in value.items()} if isinstance(value, dict) else value
             for key, value in figures.items()}  # fmt: skip
    return Metric.model_validate({"metric": name, **typed})


def broken(one: Metric) -> list[str]:
    return [found.code for part in (one, one.baseline, one.target, one.result) if part for found in part.rules()]


@given(st.sampled_from(PLAIN), NUMBERS, NUMBERS)
def test_a_change_leads_from_the_baseline_to_the_result(name, before, after):
    change = metric(name, baseline=str(before), result=str(after)).change()
    assert change is not None
    assert before + change.absolute == after
    if before:
        assert change.relative is not None
        assert abs(before + change.relative * abs(before) - after) < Decimal("0.000001")


@given(NUMBERS, NUMBERS)
def test_better_is_what_the_metric_wants(before, after):
    """More answers are better, a longer wait is not, and spending more is neither."""
    assume(before != after)
    up, down, context = (
        metric(name, baseline=str(before), result=str(after)).change()
        for name in ("likes", "response_time", "posts_published")
    )
    assert up is not None
    assert down is not None
    assert context is not None
    assert up.better is (after > before)
    assert down.better is (after < before)
    assert context.better is None


@pytest.mark.parametrize(
    ("name", "before", "after", "codes"),
    [
        ("views", "2026-02", "2026-03..2026-05", ["SMM047"]),
        ("views", "2026-02..2026-04", "2026-05", ["SMM047"]),
        ("views", "2026-02", "2026-03", []),
        ("views", "2025-10..2025-12", "2026-01..2026-03", []),
        ("er_reach", "2026-02", "2026-03..2026-05", []),
        ("followers", "2026-02", "2026-03..2026-05", []),
    ],
)
def test_a_sum_over_a_quarter_is_not_set_against_that_of_a_month_without_a_word(name, before, after, codes):
    one = metric(name, baseline="100", result="300", baseline_period=before, period=after)
    assert broken(one) == codes


def test_no_change_is_neither_better_nor_worse():
    assert metric("likes", baseline="5", result="5").change() == Change(Decimal(0), Decimal(0), None)


def test_from_nothing_there_is_no_percentage():
    """Ten times nothing is not infinitely much more; only the difference can be said."""
    assert metric("likes", baseline="0", result="10").change() == Change(Decimal(10), None, True)


@pytest.mark.parametrize("figures", [{"result": "5"}, {"baseline": "5"}, {"target": "5"}])
def test_without_both_figures_there_is_no_change(figures):
    assert metric("likes", **figures).change() is None


@given(st.sampled_from(RATES), COUNTS, COUNTS)
def test_a_rate_is_computed_from_its_parts(name, above, below):
    one = metric(name, result={"numerator": above, "denominator": below})
    assert one.amount(one.result) == Decimal(above) / Decimal(below) * metrics()[name].scale


@given(st.sampled_from(RATES), COUNTS)
def test_a_share_of_nothing_is_no_figure(name, above):
    """Neither zero nor infinite: the page says n/a, and no change is made of it."""
    one = metric(name, baseline="1", result={"numerator": above, "denominator": 0})
    assert one.amount(one.result) is None
    assert one.change() is None
    assert one.reached() is None


@given(st.sampled_from(RATES), COUNTS, COUNTS, st.integers(0, 4))
def test_a_typed_rate_may_be_rounded_and_no_more(name, above, below, digits):
    """Rounded in its last digit it agrees with its parts; one step further it contradicts them."""
    computed = Decimal(above) / Decimal(below) * metrics()[name].scale
    assume(computed < 10**9)
    step = Decimal(1).scaleb(-digits)
    rounded = computed.quantize(step, ROUND_HALF_EVEN)
    parts = {"numerator": above, "denominator": below}
    for value, codes in ((rounded, []), (rounded + step, ["SMM042"]), (rounded - step, ["SMM042"])):
        one = metric(name, currency="EUR", result={"value": f"{value:f}", **parts})
        if abs(abs(value - computed) - step / 2) > Decimal("1e-12"):
            assert broken(one) == codes, (value, computed)


def test_a_typed_rate_of_nothing_contradicts_its_parts():
    assert broken(metric("ctr", result={"value": "0", "numerator": "0", "denominator": "0"})) == ["SMM042"]


@pytest.mark.parametrize("missing", ["numerator", "denominator"])
def test_half_a_rate_is_an_error(missing):
    parts = {"numerator": "5", "denominator": "100"}
    del parts[missing]
    assert "SMM018" in broken(metric("ctr", result=parts))


def test_a_metric_that_is_no_rate_has_no_parts():
    assert broken(metric("likes", result={"numerator": "1", "denominator": "2"})) == ["SMM018"]


@pytest.mark.parametrize(("first", "second"), [("reach", "followers"), (None, "followers"), ("impressions", None)])
def test_rates_of_different_things_are_never_compared(first, second):
    """An engagement of 5 % of those reached and 1 % of the followers can be the same post."""
    one = metric(
        "er_reach",
        baseline={"value": "1", **({"of": first} if first else {})},
        result={"value": "5", **({"of": second} if second else {})},
    )
    assert one.change() is None
    assert broken(one) == ["SMM041"]


def test_rates_of_one_thing_are_compared():
    one = metric("er_reach", baseline={"value": "4", "of": "followers"}, result={"value": "5", "of": "followers"})
    assert one.change() == Change(Decimal(1), Decimal("0.25"), True)
    assert broken(one) == []


def test_the_metric_s_own_denominator_may_be_written_out():
    one = metric("er_reach", baseline="4", result={"value": "5", "of": "reach"})
    assert broken(one) == []
    assert one.change() is not None


@given(st.sampled_from(PLAIN), NUMBERS, NUMBERS)
def test_a_target_is_reached_from_the_right_side(name, target, result):
    one = metric(name, target=str(target), result=str(result), currency="EUR")
    wanted = {Direction.UP: result >= target, Direction.DOWN: result <= target, Direction.CONTEXT: None}
    assert one.reached() is wanted[metrics()[name].direction]


def test_without_a_target_nothing_is_reached_or_missed():
    assert metric("likes", result="5").reached() is None


def test_money_has_a_currency_or_is_an_error():
    assert broken(metric("spend", result="5")) == ["SMM018"]
    assert broken(metric("spend", result="5", currency="EUR")) == []


def test_a_metric_without_any_figure_is_an_error():
    assert broken(metric("likes")) == ["SMM018"]
    assert "SMM018" in broken(metric("likes", result={}))


def test_what_is_typed_is_exact():
    """0.1 + 0.2 is 0.3 here."""
    change = metric("avg_watch_time", baseline="0.1", result="0.3").change()
    assert change is not None
    assert change.absolute == Decimal("0.2")


@pytest.mark.parametrize("name", metrics())
def test_every_metric_says_what_it_is_in_both_languages(name):
    one = metrics()[name]
    assert one.name.missing(("nl", "en")) == []
    assert (one.numerator is None) == (one.denominator is None)
    assert one.scale > 0


def test_what_counts_people_is_never_added_up():
    """The same people are reached on two days and on two platforms."""
    assert not metrics()["reach"].additive
    assert not metrics()["followers"].additive
    assert not any(metrics()[name].additive for name in RATES)
