"""A campaign as a case study: no word has to be typed twice, and no simulated figure loses its label."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import load
from smm_portfolio.deliverables.case_draft import case_draft
from smm_portfolio.problems import UserError, errors_in
from tests.support.portfolio import FILES, library_of
from tests.support.trees import write_tree

REPORT = """report:
  period: 2026-04-01..2026-06-30
  summary: {nl: "Het ging goed.", en: "It went well."}
  results:
    - {metric: er_impressions, baseline: 3, target: 3.6, result: 3.8, period: 2026-04..2026-06}
  best:
    - {post: coat, figure: {metric: saves, result: 40}, why: {nl: "Eén jas, één verhaal", en: "One coat, one story"}}
  findings:
    - title: {nl: "Kort wint", en: "Short wins"}
      cause: {nl: "Vermoedelijk.", en: "Supposedly."}
      action: {nl: "Korter knippen", en: "Cut shorter"}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project, its campaign with a report."""
    return write_tree(tmp_path, FILES.replace("budget: EUR 1200\nreserve", f"{REPORT}budget: EUR 1200\nreserve"))


def draft_in(project: Path) -> tuple[Library, str]:
    library = library_of(project)
    text = case_draft(library.campaigns[0], library.settings.languages)
    (project / "site_src" / "cases" / "spring-case.yml").write_text(text, encoding="utf-8")
    return library, text


def test_the_draft_loads_as_a_mock_with_its_figures_called_simulated(project: Path) -> None:
    """Figures that nobody measured would otherwise end up in a portfolio as results."""
    _, text = draft_in(project)
    loaded = load(project)
    assert errors_in(loaded.problems) == []
    case = next(one.model for one in loaded.library.cases if one.slug == "spring-case")
    assert case.kind == "mock"
    assert case.testimonial is None
    sources = [one.source.inline.name for one in case.results if one.source and one.source.inline]
    assert len(sources) == len(case.results)
    assert all("Gesimuleerd" in one.pick("nl") and "Simulated" in one.pick("en") for one in sources)
    assert "Gesimuleerd" in text


def test_the_draft_keeps_the_words_of_the_campaign_in_both_languages(project: Path) -> None:
    library, text = draft_in(project)
    campaign, data = library.campaigns[0].model, yaml.safe_load(text)
    assert data["title"] == campaign.title.variants()
    assert data["client"] == {"name": "Lapwerk"}
    assert data["approach"][0]["title"] == campaign.brief.message.variants()
    assert data["results"][0]["result"] == 3.8
    assert data["goals"][0]["target"] == 3.6
    assert [one["format"] for one in data["samples"]] == ["feed", "reel"]
    assert data["lessons"]["change"] == [{"nl": "Korter knippen", "en": "Cut shorter"}]


def test_what_the_campaign_does_not_know_is_marked_for_the_writer(project: Path) -> None:
    """A made-up line of business would be published unnoticed."""
    _, text = draft_in(project)
    assert yaml.safe_load(text)["sector"]["nl"].startswith("Voorbeeld")


def test_a_campaign_without_results_makes_no_case(tmp_path: Path) -> None:
    library = library_of(write_tree(tmp_path, FILES))
    with pytest.raises(UserError) as error:
        case_draft(library.campaigns[0], library.settings.languages)
    assert [one.code for one in error.value.problems] == ["SMM142"]
