"""Numbers, money, periods and changes as readers of each language write them."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from babel.numbers import parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.content.metrics import Unit
from smm_portfolio.content.values.metric import Change, Metric
from smm_portfolio.content.values.period import Period
from smm_portfolio.site.formatting import MINUS, Formatter

NL, EN = Formatter("nl"), Formatter("en")
numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
days = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2100, 12, 31))


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


@given(numbers, st.sampled_from([NL, EN]))
def test_a_number_reads_back_as_itself(value: Decimal, form: Formatter) -> None:
    """A figure that changes on its way to the page is worse than none."""
    written = form.number(value).replace(MINUS, "-")
    assert parse_decimal(written, locale=form.locale) == value


def test_a_figure_of_more_digits_than_usual_is_still_written() -> None:
    """A budget divided by a price of a typing mistake gives one, and the build would end in a traceback."""
    assert NL.number(Decimal(10) ** 40).count(".") == 13
    assert EN.money(Decimal(10) ** 40, "EUR").count(",") == 13
    assert EN.money(Decimal("1" + "0" * 30 + ".5"), "EUR").endswith(".50")
    assert EN.relative(Decimal(10) ** 40).endswith("%")


@given(numbers, st.integers(0, 3), st.sampled_from([NL, EN]))
def test_no_more_decimals_than_asked_and_no_zero_at_the_end(value: Decimal, most: int, form: Formatter) -> None:
    point = "," if form is NL else "."
    _, found, decimals = form.number(value, most).partition(point)
    assert len(decimals) <= most
    assert not found or decimals[-1] != "0"


@given(numbers)
def test_a_sign_is_never_a_hyphen_and_zero_has_none(value: Decimal) -> None:
    written = NL.signed(value)
    assert "-" not in written
    assert written.startswith("+" if value > 0 else MINUS if value < 0 else "0")


@given(numbers.filter(bool), st.sampled_from([NL, EN]))
def test_money_keeps_amount_and_currency_together(value: Decimal, form: Formatter) -> None:
    """A break between € and the amount would tear a price apart."""
    written = form.money(value, "EUR")
    assert "€" in written
    assert " " not in written


@given(days, days, st.sampled_from([NL, EN]), st.booleans())
def test_a_period_always_says_the_last_year_and_never_a_year_twice(
    one: dt.date, other: dt.date, form: Formatter, short: bool
) -> None:
    period = Period(start=min(one, other), end=max(one, other))
    written = form.short_period(period) if short else form.period(period)
    years = re.findall(r"\d{4}", written)
    assert years[-1] == str(period.end.year)
    assert len(years) == len(set(years))


@given(st.decimals(min_value=1, max_value=10**6, places=1), st.decimals(min_value=0, max_value=10**6, places=1))
def test_a_change_shows_both_sizes_in_one_direction(before: Decimal, after: Decimal) -> None:
    metric = Metric.model_validate({"metric": "views", "baseline": str(before), "result": str(after)})
    change = metric.change()
    assert change is not None
    written = NL.change(change, Unit.COUNT)
    if change.absolute:
        sign = "+" if change.absolute > 0 else MINUS
        absolute, _, relative = written.partition(" (")
        assert absolute[0] == sign
        assert relative[0] == sign or relative.startswith("0")
    else:
        assert written == "gelijk gebleven"


@pytest.mark.parametrize(
    ("period", "dutch", "english"),
    [
        ("2026-03-01..2026-05-31", "maart t/m mei 2026", "March – May 2026"),
        ("2026-03-01..2026-05-30", "1 maart t/m 30 mei 2026", "1 March – 30 May 2026"),
        ("2026-04", "april 2026", "April 2026"),
        ("2026-04-03..2026-04-17", "3 t/m 17 april 2026", "3–17 April 2026"),
        ("2025-12-01..2026-02-28", "december 2025 t/m februari 2026", "December 2025 – February 2026"),
        ("2026-01..2026-12", "2026", "2026"),
        ("2026-04-03..2026-04-03", "3 april 2026", "3 April 2026"),
    ],
)
def test_periods_say_no_more_than_is_needed(period: str, dutch: str, english: str) -> None:
    typed = Period.model_validate(period)
    assert (said(NL.period(typed)), said(EN.period(typed))) == (dutch, english)


@pytest.mark.parametrize(
    ("unit", "amount", "dutch", "english"),
    [
        (Unit.PERCENT, "4.8", "4,8 %", "4.8%"),
        (Unit.PERCENT, "96.078431", "96,1 %", "96.1%"),
        (Unit.PERCENT, "0.034", "0,03 %", "0.03%"),
        (Unit.COUNT, "58000", "58.000", "58,000"),
        (Unit.CURRENCY, "1200", "€ 1.200", "€1,200"),
        (Unit.CURRENCY, "12.5", "€ 12,50", "€12.50"),
        (Unit.DURATION_MIN, "540", "9 uur", "9 h"),
        (Unit.DURATION_MIN, "130", "2 u 10 min", "2 h 10 min"),
        (Unit.DURATION_S, "95", "1 min 35 s", "1 min 35 s"),
        (Unit.RATIO, "2.40", "2,4", "2.4"),
    ],
)
def test_a_figure_is_written_in_its_unit(unit: Unit, amount: str, dutch: str, english: str) -> None:
    value = Decimal(amount)
    assert (said(NL.amount(value, unit, "EUR")), said(EN.amount(value, unit, "EUR"))) == (dutch, english)


def test_percentages_change_in_points_and_from_zero_there_is_no_percentage() -> None:
    points = Change(Decimal("1.7"), Decimal("0.548"), True)
    assert said(NL.change(points, Unit.PERCENT)) == "+1,7 pp (+55 %)"
    assert said(EN.change(Change(Decimal(23), None, True), Unit.COUNT)) == "+23 (from zero)"


def test_names_inside_a_sentence_keep_capitals_where_they_must() -> None:
    assert NL.inside("Workshopboekingen") == "workshopboekingen"
    assert NL.inside("CTR") == "CTR"
    assert said(NL.currency_name("GBP")) == "Britse pond"
