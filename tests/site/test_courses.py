"""The course of a figure on the page of its case: drawn from real days, honest about what a point is."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from smm_portfolio.content.loader import load
from smm_portfolio.evidence.resolve import resolve_case
from smm_portfolio.problems import errors_in
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.figures import index_of
from tests.evidence import samples as s
from tests.evidence.test_case_studies import CASE
from tests.support.portfolio import context_of
from tests.support.reading import words
from tests.support.trees import write_tree

TYPED = """\
results:
  - metric: followers
    baseline: 1200
    result: 2100
    target: 2000
    baseline_period: 2025-12..2026-02
    period: 2026-03..2026-05
    series:
      - {period: 2025-12, value: 1150}
      - {period: 2026-01, value: 1180}
      - {period: 2026-02, value: 1200}
      - {period: 2026-03, value: 1500}
      - {period: 2026-04}
      - {period: 2026-05, value: 2100}
"""
DAILY = """\
results:
  - {metric: views, file: exports/views.csv, baseline_period: 2026-02, period: 2026-03, target: 310}
"""

Story = Callable[..., str]


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """The page of a case with some results, in one language."""

    def make(results: str, language: str = "nl", case: str = CASE, **files: bytes) -> str:
        tree: dict[str, str | bytes] = {"smm.yml": "languages: [nl, en]\n", "site_src/cases/bakery.yml": case + results}
        tree.update({f"site_src/exports/{name}.csv": raw for name, raw in files.items()})
        loaded = load(write_tree(tmp_path / "p", tree), resolve=resolve_case)
        assert not errors_in(loaded.problems), loaded.problems
        page = compile_tree(context_of(loaded.library, language)).page("work/bakery.md")
        assert page is not None
        return page.body

    return make


def labels(body: str, drawing: int = 0) -> list[str]:
    """The words in a wide drawing."""
    svg = re.findall(r'<svg class="smm-chart smm-chart--wide".*?</svg>', body, re.DOTALL)[drawing]
    return [text.replace("\u00a0", " ") for text in re.findall(r"<text [^>]*>([^<]*)</text>", svg)]


def daily(first: int, last: int) -> bytes:
    days = [(f"2026-02-{day:02}", first) for day in range(1, 29)] + [
        (f"2026-03-{day:02}", last) for day in range(1, 32)
    ]
    return s.meta_results("Views", days)


def test_typed_points_become_a_course_with_its_gap_goal_and_start(story: Story) -> None:
    body = story(TYPED)
    assert {"start 1 maart", "doel 2.000", "2.100"} <= set(labels(body))
    assert "Volgers: van 1.200 naar 2.100" in words(body)
    assert "Waar de lijn onderbroken is, zijn geen cijfers." in words(body)
    assert body.count('class="smm-c-l1"') == 0  # March and May stand alone: April is a gap
    assert "Per maand." in words(body)


def test_the_axis_speaks_the_language_of_the_page(story: Story) -> None:
    assert {"mrt", "mei"} <= set(labels(story(TYPED)))
    assert {"Mar", "May"} <= set(labels(story(TYPED, "en")))


def test_sums_are_compared_by_the_week_not_by_the_quarter(story: Story) -> None:
    """280 views of a month beside points of a week would lie far outside the drawing."""
    found = labels(story(DAILY, views=daily(10, 12)))
    assert "gem. 70 per week" in found
    assert "gem. 84 per week" in found
    assert "doel: 70 per week" in found


def test_a_week_of_fewer_days_is_in_the_table_but_not_in_the_line(story: Story) -> None:
    body = story(DAILY, views=daily(10, 12))
    assert "staat alleen in de tabel" in words(body)
    assert "29–31 mrt 2026 36" in words(body)
    assert '"36"' not in str(labels(body))


def test_the_figures_of_a_course_are_a_table_below_it(story: Story) -> None:
    text = words(story(TYPED))
    assert "Toon de cijfers als tabel" in text
    assert "dec 2025 1.150" in text
    assert "apr 2026 geen cijfer" in text


def test_what_comes_after_the_work_is_marked(story: Story) -> None:
    later = TYPED + "      - {period: 2026-06, value: 2050}\n"
    assert "einde 31 mei" in labels(story(later))
    assert "einde 31 mei" not in labels(story(TYPED))


@pytest.mark.parametrize(
    ("points", "drawn"),
    [
        ("{period: 2026-03-05, value: 3}", False),
        ("{period: 2026-03-05, value: 3}, {period: 2026-03-12, value: 5}", True),
        ("{period: 2026-03-05}, {period: 2026-03-12}", False),
        ("{period: 2026-02-05, value: 3}, {period: 2026-02-12, value: 5}", False),
    ],
)
def test_one_point_is_no_course(story: Story, points: str, drawn: bool) -> None:
    results = f"results: [{{metric: sessions, result: 9, period: 2026-03, series: [{points}]}}]\n"
    assert ("smm-chart" in story(results)) is drawn


def test_results_without_a_course_show_before_and_after(story: Story) -> None:
    results = """\
results:
  - {metric: conversions, baseline: 18, result: 41, period: 2026-03..2026-05}
  - {metric: response_time, baseline: 540, result: 120, period: 2026-03..2026-05}
  - {metric: likes, baseline: 50, result: 40, period: 2026-03..2026-05}
"""
    body = story(results)
    assert "Twee van de drie cijfers verbeterd" in words(body)
    assert {"41 (+128 %)", "2 uur (−78 %)"} <= set(labels(body))


@pytest.mark.parametrize("value", ["0", "-250", "123456789012"])
def test_any_figure_makes_a_page(story: Story, value: str) -> None:
    results = f"""\
results:
  - metric: revenue
    currency: EUR
    baseline: 0
    result: {value}
    period: 2026-03..2026-04
    series: [{{period: 2026-01, value: {value}}}, {{period: 2026-02, value: 0}}, {{period: 2026-03, value: {value}}},
      {{period: 2026-04, value: 0}}]
"""
    assert "nan" not in story(results)


@pytest.mark.parametrize("base", [None, 0, -2])
def test_nothing_is_an_index_of_a_baseline_that_is_not_above_zero(base: int | None) -> None:
    """A loss that became a profit would come out as a fall."""
    assert index_of(Decimal(5), None if base is None else Decimal(base)) is None
    assert index_of(Decimal(5), Decimal(2)) == 250


# What is wrong with typed points


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{period: 2026-01, value: 1180}", "{period: 2025-12-31..2026-01-31, value: 1180}", "SMM018"),
        ("{period: 2026-01, value: 1180}", "{period: 2025-11, value: 1180}", "SMM018"),
        ("value: 1180", "value: {numerator: 1, denominator: 2}", "SMM018"),
        ("value: 1180", "value: veel", "SMM012"),
        ("metric: followers", "metric: views", "SMM120"),
    ],
)
def test_points_that_cannot_be_are_reported(tmp_path: Path, old: str, new: str, code: str) -> None:
    results = TYPED.replace(old, new).replace("{period: 2026-04}", "{period: 2026-04, value: 1700}")
    assert results != TYPED
    tree = {"smm.yml": "languages: [nl, en]\n", "site_src/cases/bakery.yml": CASE + results}
    problems = errors_in(load(write_tree(tmp_path / "p", tree), resolve=resolve_case).problems)
    assert {problem.code for problem in problems} == {code}


def test_points_beside_a_file_contradict_it(tmp_path: Path) -> None:
    results = DAILY.replace("target: 310", "series: [{period: 2026-03, value: 3}]")
    tree = {"smm.yml": "languages: [nl, en]\n", "site_src/cases/bakery.yml": CASE + results}
    tree = {**tree, "site_src/exports/views.csv": daily(1, 2)}
    problems = errors_in(load(write_tree(tmp_path / "p", tree), resolve=resolve_case).problems)
    assert [(one.code, one.path) for one in problems] == [("SMM018", "results[0].series")]
