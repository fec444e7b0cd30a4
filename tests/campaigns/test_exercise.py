"""An exercise whose solution can be found is none: on the page, in the search, or through a search engine."""

from __future__ import annotations

import dataclasses
import html
import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from smm_portfolio.campaigns.pages import campaign_pages
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.values.learning import CampaignPart
from smm_portfolio.site.context import SiteContext
from tests.campaigns.whole import SLUG, bare, texts_in, whole_library
from tests.support.portfolio import context_of
from tests.support.reading import links, words

ALL = tuple(CampaignPart)
SHORT = 12
PREFIXES = {"nl": "", "en": "en/"}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return whole_library(tmp_path_factory.mktemp("exercise"))


def solution(entry: Entry[Campaign], part: CampaignPart, language: str) -> set[str]:
    """Texts of a part that give it away, because they stand nowhere else in the campaign."""
    campaign = entry.model
    parts = {
        CampaignPart.BRIEF: (
            campaign.brief.insight,
            campaign.brief.message,
            campaign.brief.proof,
            campaign.brief.tone,
            campaign.brief.call_to_action,
            campaign.brief.mandatories,
        ),
        CampaignPart.OBJECTIVES: tuple(one.note for one in campaign.brief.objectives),
        CampaignPart.AUDIENCES: tuple(one.description for one in campaign.audiences),
        CampaignPart.PILLARS: tuple(one.description for one in campaign.pillars),
        CampaignPart.CHANNELS: tuple((one.job, one.rhythm) for one in campaign.channels),
        CampaignPart.POSTS: (
            *(one.text for one in campaign.posts if one.preview),
            *(x.note for x in campaign.approvals),
        ),
        CampaignPart.CALENDAR: tuple(one.title for one in campaign.posts),
        CampaignPart.MEDIA_PLAN: (campaign.media_plan.lines, campaign.media_plan.costs) if campaign.media_plan else (),
        CampaignPart.MEASUREMENT: campaign.measurement,
        CampaignPart.COMMUNITY: campaign.community,
        CampaignPart.CRISIS: campaign.crisis,
        CampaignPart.REPORT: campaign.report,
        CampaignPart.AUDIT: campaign.audit,
    }
    own = (campaign.audiences[0].name, campaign.brand, campaign.brief.business_goal, campaign.title)
    given = {bare(text) for text in texts_in(own, language)}
    # a short word such as a role stands in sentences of any part
    return {text for one in texts_in(parts[part], language) if len(text := bare(one)) > SHORT} - given


def pages_of(library: Library, withheld: Iterable[CampaignPart], language: str) -> tuple[str, str]:
    """What stands on the exercise and on the answers."""
    entry = library.campaigns[0]
    assert entry.model.exercise
    exercise = entry.model.exercise.model_copy(update={"withheld": tuple(withheld)})
    changed = dataclasses.replace(entry, model=entry.model.model_copy(update={"exercise": exercise}))
    context: SiteContext = context_of(dataclasses.replace(library, campaigns=(changed,)), language)
    found = {page.uri.rpartition("/")[2]: page.body for page in campaign_pages(context)}
    return found["exercise.md"], found["answers.md"]


@pytest.mark.parametrize("part", ALL)
def test_a_withheld_part_is_on_the_answers_only(part: CampaignPart, library: Library) -> None:
    """Learners would otherwise copy it."""
    entry = library.campaigns[0]
    for language in PREFIXES:
        wanted = solution(entry, part, language)
        assert wanted
        exercise, answers = (bare(words(one)) for one in pages_of(library, [part], language))
        # titles of posts are named in the list, in the calendar and in a report
        unique = wanted if part is not CampaignPart.CALENDAR else set()
        assert [text for text in unique if text in exercise] == [], language
        assert [text for text in wanted if text not in answers] == [], language


@pytest.mark.parametrize("part", [one for one in ALL if one not in (CampaignPart.CALENDAR, CampaignPart.POSTS)])
def test_everything_else_is_given(part: CampaignPart, library: Library) -> None:
    entry = library.campaigns[0]
    others = [one for one in ALL if one is not part]
    exercise, answers = (bare(words(one)) for one in pages_of(library, others, "en"))
    given = solution(entry, part, "en")
    assert [text for text in given if text not in exercise] == []
    withheld = solution(entry, part, "en") - {bare("Owners of an old house")}
    assert [text for text in withheld if text in answers and len(text) > 30] == []


@pytest.mark.parametrize("part", ALL)
def test_no_link_of_an_exercise_leads_to_what_is_not_there(part: CampaignPart, library: Library) -> None:
    for body in pages_of(library, [part], "en"):
        anchors = {one[1:] for one in links(body) if one.startswith("#")}
        there = set(re.findall(r'id="([^"]+)"', body)) | set(re.findall(r"\{ ?#([\w-]+)", body))
        assert anchors <= there, part


def test_answers_to_the_questions_are_for_the_trainer(library: Library) -> None:
    exercise, answers = (words(one) for one in pages_of(library, ALL, "en"))
    assert "Who is this for?" in exercise
    assert "Look at the house" in exercise
    assert "For people who live in an old house and stay." not in exercise
    assert "Who is this for? For people who live in an old house and stay." in answers
    assert "Look at the house" not in answers


# In the finished site


@pytest.mark.parametrize("language", PREFIXES)
def test_the_finished_page_holds_no_word_of_the_solution(language: str, whole_site: Path, library: Library) -> None:
    """Neither visible nor in its head, its data or its scripts."""
    page = whole_site / PREFIXES[language] / "campaigns" / SLUG / "exercise" / "index.html"
    source = bare(html.unescape(page.read_text(encoding="utf-8")))
    entry = library.campaigns[0]
    secret = {text for part in ALL for text in solution(entry, part, language)}
    assert entry.model.exercise
    secret |= {bare(one.answer.pick(language)) for one in entry.model.exercise.questions}
    assert len(secret) > 60
    assert sorted(text for text in secret if text in source) == []


@pytest.mark.parametrize("language", PREFIXES)
def test_search_and_sitemap_know_neither_exercise_nor_answers(language: str, whole_site: Path) -> None:
    index = json.loads((whole_site / PREFIXES[language] / "search/search_index.json").read_text(encoding="utf-8"))
    found = [one["location"] for one in index["docs"]]
    assert any(one.startswith(f"campaigns/{SLUG}/") for one in found)
    assert [one for one in found if "/exercise" in one or "/answers" in one] == []
    sitemap = "".join(path.read_text(encoding="utf-8") for path in whole_site.rglob("sitemap*.xml"))
    assert f"campaigns/{SLUG}/</loc>" in sitemap
    assert "/exercise/" not in sitemap
    assert "/answers/" not in sitemap


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("name", ["exercise", "answers"])
def test_search_engines_are_asked_to_stay_out(name: str, language: str, whole_site: Path) -> None:
    base = whole_site / PREFIXES[language] / "campaigns" / SLUG
    robots = re.compile(r'<meta name="robots" content="[^"]*noindex')
    assert robots.search((base / name / "index.html").read_text(encoding="utf-8"))
    assert not robots.search((base / "index.html").read_text(encoding="utf-8"))


@pytest.mark.browser
def test_the_printed_exercise_has_lines_to_write_on(whole_address: str, scriptless: Page) -> None:
    """Eight lines of nine millimetres as the question asks for; on a screen there are none."""
    scriptless.goto(f"{whole_address}campaigns/{SLUG}/exercise/")
    room = scriptless.locator(".smm-lines")
    assert room.count() == 1
    assert not room.is_visible()
    scriptless.emulate_media(media="print")
    box = room.bounding_box()
    assert box is not None
    assert round(box["height"] / (96 / 25.4) / 9) == 8
    assert room.evaluate("one => getComputedStyle(one).printColorAdjust") == "exact"
    assert not scriptless.locator(".smm-jumps").is_visible()
