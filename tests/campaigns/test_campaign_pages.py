"""A campaign's page: brief, goals, previews in true proportion with their fold, and the calendar."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from smm_portfolio.campaigns.calendar import month_views
from smm_portfolio.campaigns.pages import campaign_pages
from smm_portfolio.content.library import Library
from smm_portfolio.content.settings import CalendarSettings
from smm_portfolio.site.context import SiteContext
from tests.support.portfolio import FILES, context_of, library_of
from tests.support.reading import row, words
from tests.support.trees import write_tree


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """All content of the small project."""
    return library_of(write_tree(tmp_path_factory.mktemp("campaigns"), FILES))


@pytest.fixture(scope="module")
def dutch(library: Library) -> SiteContext:
    """The Dutch build."""
    return context_of(library, "nl")


def text(context: SiteContext) -> str:
    return words(campaign_pages(context)[1].body)


def test_index_and_page_are_there_and_a_project_without_campaigns_has_neither(library: Library) -> None:
    assert [one.uri for one in campaign_pages(context_of(library, "en"))] == [
        "campaigns/index.md",
        "campaigns/spring.md",
    ]
    assert campaign_pages(context_of(dataclasses.replace(library, campaigns=()), "en")) == ()


def test_goals_say_from_where_to_where_and_that_they_are_simulated(dutch: SiteContext) -> None:
    body = campaign_pages(dutch)[1].body
    assert row(body, "Betrokkenheid (op weergaven)</th>") == (
        "Betrokkenheid (op weergaven) 3 % 3,6 % nog niet +0,6 pp (+20 %) nog te meten"
    )
    assert "Alle cijfers zijn gesimuleerd." in text(dutch)
    assert "€ 1.200, waarvan € 120 reserve" in text(dutch)


REPORT = """report:
  period: 2026-04-01..2026-06-30
  summary: {nl: "Het ging goed.", en: "It went well."}
  results:
    - {metric: er_impressions, baseline: 3, target: 3.6, result: 3.9, period: 2026-04..2026-06}
"""


def test_the_goals_of_a_finished_campaign_show_what_the_report_found(tmp_path: Path) -> None:
    """Above a report, "still to be measured" would be wrong; whoever does the exercise must not read the result."""
    tail = 'exercise: {assignment: {nl: "Maak een plan.", en: "Make a plan."}, withheld: [report]}\n'
    files = FILES.replace("budget: EUR 1200\nreserve", f"{REPORT}{tail}budget: EUR 1200\nreserve")
    pages = campaign_pages(context_of(library_of(write_tree(tmp_path, files)), "nl"))
    bodies = {page.uri: page.body for page in pages}
    goal = "Betrokkenheid (op weergaven)</th>"
    assert row(bodies["campaigns/spring.md"], goal).endswith("3 % 3,6 % 3,9 % (gesimuleerd) +0,9 pp (+30 %) Gehaald")
    withheld = next(body for uri, body in bodies.items() if uri.endswith("exercise.md"))
    assert row(withheld, goal).endswith("nog niet +0,6 pp (+20 %) nog te meten")


def test_only_posts_that_ask_for_it_are_drawn_and_the_calendar_leads_to_them(dutch: SiteContext) -> None:
    body = campaign_pages(dutch)[1].body
    assert re.findall(r'id="(post-[^"]+)"', body) == ["post-coat", "post-sewing"]
    assert set(re.findall(r'href="#(post-[^"]+)"', body)) == {"post-coat", "post-sewing"}
    assert "Twee berichten, op schaal" in text(dutch)


def test_the_calendar_names_holidays_tints_weekends_and_keeps_all_posts(dutch: SiteContext) -> None:
    (april,) = month_views(dutch, dutch.library.campaigns[0].model)
    assert (april.title, april.weekdays, april.before, april.after) == (
        "April 2026",
        ("ma", "di", "wo", "do", "vr", "za", "zo"),
        2,
        3,
    )
    assert [day.holidays for day in april.days if day.holidays][-1] == ("Koningsdag",)
    assert [day.number for day in april.days if day.weekend][:2] == ["4", "5"]
    assert [event.title for day in april.days for event in day.events] == [
        "Van gordijn tot jas",
        "Eén dag naaien",
        "Niet getekend",
    ]


def test_the_calendar_follows_the_country_and_weekend_of_the_project(library: Library) -> None:
    calendar = CalendarSettings.model_validate({"country": "IL", "weekend": ["fri", "sat"]})
    settings = library.settings.model_copy(update={"calendar": calendar})
    context = context_of(dataclasses.replace(library, settings=settings), "en")
    (april,) = month_views(context, library.campaigns[0].model)
    assert [day.number for day in april.days if day.weekend][:2] == ["3", "4"]
    assert not any("King" in name for day in april.days for name in day.holidays)
