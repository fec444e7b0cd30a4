"""Invented figures must look invented: drawn from named sources, the same every time, and never without their word."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction

import pytest

from smm_portfolio.campaigns.benchmarks import Benchmark, BenchmarkFile, benchmarks
from smm_portfolio.campaigns.simulation import NotSimulated, Simulated, Simulation, simulate
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.media_plan import MediaPlan
from smm_portfolio.content.values.period import Period

LINE = {"id": "a", "platform": "tiktok", "objective": "Visits", "period": "2026-04", "budget": "1000", "cpm": "99"}


def run(line: dict[str, object] | None = None, **fields: object) -> Simulation:
    plan = MediaPlan.model_validate({"currency": "USD", "lines": [{**LINE, **(line or {})}], **fields})
    (simulation,) = simulate(plan, benchmarks())
    return simulation


def test_every_benchmark_names_its_source_year_and_region() -> None:
    file = benchmarks()
    assert len(file.rows) == 50
    for row in file.rows:
        assert row.source in file.sources, row
        assert list(row.rules()) == [], row
        assert row.year >= 2017
    for source in file.sources.values():
        assert source.url
        assert source.accessed
    wrong = Benchmark.model_validate({**file.rows[0].model_dump(), "low": Decimal(9)})
    assert [broken.code for broken in wrong.rules()] == ["SMM018"]


def test_the_same_seed_gives_the_same_figures_and_another_gives_others() -> None:
    assert run() == run()
    assert run(seed=2).figures != run().figures
    assert run({"id": "b"}).figures != run().figures
    # fixed, so that a new version of Python or of ours cannot change a published page unnoticed
    assert [round(value) for value in (run().figures["impressions"].low, run().figures["impressions"].high)] == [
        83293,
        166583,
    ]


def test_low_middle_and_high_lie_inside_the_published_range() -> None:
    figures = run().figures
    for one in figures.values():
        assert one.low < one.middle < one.high
    cpm = figures["cpm"]
    assert 4 <= cpm.low < cpm.high <= 15
    assert Fraction("0.006") <= figures["ctr"].low < figures["ctr"].high <= Fraction("0.015")
    assert set(figures) == {"impressions", "clicks", "conversions", "cpm", "ctr", "cpc", "cpa"}


def test_prices_that_were_typed_into_the_plan_do_not_colour_the_simulation() -> None:
    assert run({"cpm": "1", "ctr": "50"}).figures == run().figures


def test_the_word_is_part_of_the_figure_and_cannot_be_left_out() -> None:
    one = run().figures["clicks"]
    assert one.word == "simulated"
    with pytest.raises(TypeError):
        Simulated("clicks", one.low, one.middle, one.high, 1, (), word="real")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="init=False"):
        dataclasses.replace(one, word="real")  # type: ignore[arg-type]


def test_a_figure_names_every_benchmark_it_rests_on() -> None:
    figures = run().figures
    assert [one.metric for one in figures["impressions"].basis] == ["cpm"]
    assert [one.metric for one in figures["conversions"].basis] == ["cpm", "ctr", "cvr"]
    (basis,) = figures["impressions"].basis
    assert (basis.source.name.pick("en")[:16], basis.year, basis.segment) == ("CalculateCreator", 2026, "in-feed")


def test_where_nothing_was_published_there_is_no_figure_and_it_says_so() -> None:
    simulation = run({"platform": "telegram"})
    assert simulation.figures == {}
    assert simulation.gaps == (NotSimulated("cpm", "telegram"), NotSimulated("ctr", "telegram"))


def test_dollars_become_no_euros_without_a_rate() -> None:
    assert run(currency="EUR").gaps == (NotSimulated("exchange", "tiktok"),)
    assert run(currency="EUR").figures == {}
    dear = run(currency="EUR", exchange={"dollars": "2", "source": {"name": "A rate"}}).figures["cpm"]
    assert dear.middle == pytest.approx(float(run().figures["cpm"].middle) / 2)


def test_the_months_of_a_purchase_count_where_they_are_known() -> None:
    july = run({"platform": "instagram", "period": "2026-07"}, region="NL").figures["cpm"]
    november = run({"platform": "instagram", "period": "2026-11"}, region="NL").figures["cpm"]
    assert july.middle < november.middle
    assert november.high <= Fraction("15.51")
    assert july.basis[0].season
    assert not run().figures["cpm"].basis[0].season
    season = benchmarks().seasons[0]
    assert season.factor(Period.model_validate("2026-02")) == 1  # not published
    assert (
        season.factor(Period.model_validate("2026-11")) > season.factor(Period.model_validate("2026-10..2026-11")) > 1
    )


def test_the_figure_that_fits_best_is_taken() -> None:
    file = benchmarks()

    def chosen(*asked: object) -> tuple[str, str | None] | None:
        row = file.find(*asked)  # type: ignore[arg-type]
        return row and (row.region, row.segment)

    assert chosen(Platform.FACEBOOK, "cpm", "NL") == ("NL", "all industries")
    assert chosen(Platform.FACEBOOK, "cpc", "NL", "retail") == ("NL", "retail")
    assert chosen(Platform.INSTAGRAM, "ctr", "global", "reels") == ("global", "reels")
    assert chosen(Platform.TIKTOK, "cvr", "NL") == ("global", "e-commerce landing page")
    assert chosen(Platform.PINTEREST, "cpm", "NL") is None


def test_bought_per_click_the_clicks_rest_on_the_price_of_a_click() -> None:
    figures = run({"buying": "cpc", "cpc": "1", "cpm": None}).figures
    assert [one.metric for one in figures["clicks"].basis] == ["cpc"]
    assert [one.metric for one in figures["impressions"].basis] == ["cpc", "ctr"]


def test_a_benchmark_without_a_range_is_one_value() -> None:
    file = benchmarks()
    rows = tuple(row.model_copy(update={"low": None, "high": None}) for row in file.rows)
    plan = MediaPlan.model_validate({"currency": "USD", "lines": [LINE]})
    (simulation,) = simulate(plan, BenchmarkFile.model_construct(**{**dict(file), "rows": rows}))
    cpm = simulation.figures["cpm"]
    assert cpm.low == cpm.middle == cpm.high
