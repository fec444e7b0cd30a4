"""The whole portfolio as one file: what a recruiter opens, jumps through, prints and passes on."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from smm_portfolio.content.library import Library
from smm_portfolio.content.values.text import Text
from smm_portfolio.print.case import Dress
from smm_portfolio.print.engine import render
from smm_portfolio.print.portfolio import portfolio_jobs
from smm_portfolio.print.postcheck import Inspection, inspect
from smm_portfolio.site.context import SiteContext
from tests.print import shown
from tests.support.portfolio import FILES, SECRETS, library_of
from tests.support.trees import write_tree

Make = Callable[..., bytes]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(write_tree(tmp_path_factory.mktemp("portfolio"), FILES))


@pytest.fixture(scope="module")
def make(library: Library, font_cache: Path) -> Make:
    """`make("nl", "studio")` gives the portfolio, each variant made once."""

    @cache
    def pdf(language: str = "nl", look: str = "studio") -> bytes:
        return shown.printed(order(shown.shown_context(library, language), shown.dress_of(look, font_cache)))

    return pdf


def order(context: SiteContext, dress: Dress):
    (only,) = portfolio_jobs(context, dress)
    return only


@pytest.mark.parametrize(("language", "look"), [("nl", "studio"), ("en", "quiet")])
def test_the_portfolio_is_accessible_small_and_leads_everywhere(make: Make, language: str, look: str) -> None:
    pdf = make(language, look)
    assert shown.breaks_ua(pdf) == []
    assert len(pdf) < 10_000_000
    found = inspect(pdf)
    assert (found.lang, found.title) == (
        language,
        {"nl": "Portfolio van Noor Veldkamp", "en": "Portfolio of Noor Veldkamp"}[language],
    )
    outside, lost = shown.links(pdf)
    assert lost == []
    root = "https://example.org/p/" + ("en/" if language == "en" else "")
    assert {f"{root}work/bakery/", f"{root}campaigns/spring/", root, "mailto:noor@example.com"} <= outside


def test_the_file_says_whose_it_is(library: Library, font_cache: Path) -> None:
    """It lies in a folder with those of other people."""
    one = order(shown.shown_context(library), shown.dress_of("studio", font_cache))
    assert one.uri == "portfolio-noor-veldkamp.pdf"


def test_cover_and_contents_come_first(make: Make) -> None:
    pages = shown.page_texts(make())
    for part in ("Noor Veldkamp", "junior social media manager", "Ik maak content voor winkels.", "noor@example.com"):
        assert part in pages[0], part
    assert "Inhoud" in pages[1]
    assert "Pagina" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert f"Pagina {number} van {len(pages)}" in text


def test_contents_say_the_page_that_each_part_is_on(make: Make) -> None:
    pages = shown.page_texts(make())
    wanted = {
        "Over mij": "Over mij",
        "Wat je kunt vragen": "Drie rubrieken.",
        "Van volle vitrine naar volle workshop": "Meer boekingen met vaste rubrieken.",
        "Een oefening in parfum (fictieve case)": "Oefencase.",
        "Lente in lagen, Lapwerk (fictieve campagne)": "Plan voor Lapwerk.",
        "Wat ik kan": "Bewijs",
    }
    for title, words in wanted.items():
        found = re.search(rf"{re.escape(title)} (\d+)", pages[1])
        assert found, title
        assert words.casefold() in pages[int(found[1]) - 1].casefold(), title


def test_bookmarks_follow_the_contents(make: Make) -> None:
    marks = shown.bookmarks(make())
    top = [words for depth, words in marks if depth == 2]
    assert top == ["Inhoud", "Over mij", "Wat je kunt vragen", "Werk", "Fictieve campagnes", "Wat ik kan", "Contact"]
    assert (3, "Van volle vitrine naar volle workshop") in marks
    assert (4, "Doel tegen resultaat") in marks


def test_pages_of_mocks_carry_the_label_and_others_do_not(make: Make) -> None:
    pages = shown.page_texts(make())
    case, campaign = "fictieve case · niet in opdracht", "fictieve campagne · niet in opdracht"
    labelled = [number for number, text in enumerate(pages) if case in text.casefold()]
    assert labelled == [number for number, text in enumerate(pages) if "Een oefening in parfum" in text and number > 3]
    (only,) = [text for text in pages if campaign in text.casefold()]
    assert "Plan voor Lapwerk." in only


def test_a_page_of_a_mock_without_its_label_stops_the_portfolio(library: Library, font_cache: Path) -> None:
    """Whatever a look's style sheet or template leaves out."""
    job = order(shown.shown_context(library), shown.dress_of("studio", font_cache)).job
    bare = "@page mock { @bottom-left { content: none !important } @top-left { content: none !important } }"
    unlabelled = (*job.css, bare, ".smm-badge { display: none }")
    result = render(replace(job, css=unlabelled))
    lacking = [problem.message for problem in result.problems if problem.code == "SMM095"]
    assert any("Fictieve case" in message for message in lacking)
    assert any("Fictieve campagne" in message for message in lacking)
    assert not result.ok


def test_skills_lead_to_the_work_that_proves_them(make: Make) -> None:
    pages = shown.page_texts(make())
    skills = next(text for text in pages[2:] if "bewijs" in text.casefold())
    assert "Bakkerij De Aar" in skills
    with pikepdf.open(io.BytesIO(make())) as document:
        number = pages.index(skills)
        targets = [str(note.get("/Dest", "")) for note in document.pages[number].Annots]
    assert "case-bakery" in targets


def test_what_is_kept_back_is_nowhere(make: Make) -> None:
    found = shown.everything_in(make())
    assert "werk achter gesloten deuren" in found, "what is on request is named as on the site"
    kept = [*SECRETS, "Stille Klant", "Geheim begin", "Geheime keuze", "77.123", "98.765"]
    assert [secret for secret in kept if secret.casefold() in found] == []


def test_two_runs_give_the_same_bytes(library: Library, make: Make, font_cache: Path) -> None:
    again = order(shown.shown_context(library), shown.dress_of("studio", font_cache))
    assert shown.printed(again) == make()


def test_there_is_no_portfolio_of_nobody_or_of_nothing(library: Library, font_cache: Path) -> None:
    dress = shown.dress_of("studio", font_cache)
    none = library.settings.documents.model_copy(update={"portfolio": 0})
    settings = library.settings.model_copy(update={"documents": none})
    for changed in (
        replace(library, profile=None),
        replace(library, cases=(), campaigns=()),
        replace(library, settings=settings),
    ):
        assert portfolio_jobs(shown.shown_context(changed), dress) == []


def test_the_date_of_the_settings_stands_on_it(library: Library, font_cache: Path) -> None:
    dated = library.settings.documents.model_copy(update={"date": dt.date(2026, 12, 1)})
    changed = replace(library, settings=library.settings.model_copy(update={"documents": dated}))
    job = order(shown.shown_context(changed), shown.dress_of("studio", font_cache)).job
    assert "Per 1\u00a0december 2026" in job.html


def test_two_works_with_the_same_chart_stand_in_one_portfolio(library: Library, font_cache: Path) -> None:
    """A shop that misses the same goal twice in the same figures would have had no PDF at all."""
    first, *others = library.cases
    twice = replace(library, cases=(first, replace(first, slug="again"), *others))
    job = order(shown.shown_context(twice), shown.dress_of("studio", font_cache)).job
    assert job.html.count('<pattern id="smm-miss-') > 1, "the example has a missed goal"
    assert render(job).problems == ()


def test_only_the_case_that_is_too_long_is_set_closer(library: Library, font_cache: Path) -> None:
    """One long story must not change how all the others look."""
    first, *others = library.cases
    more = Text({"": " ".join(f"woord{place}" for place in range(140))})
    lessons = first.model.lessons.model_copy(update={"worked": (more,)})
    longer = replace(
        library, cases=(replace(first, model=first.model.model_copy(update={"lessons": lessons})), *others)
    )
    job = order(shown.shown_context(longer), shown.dress_of("studio", font_cache)).job
    plain, fitted = inspect(render(replace(job, fit=None)).pdf), inspect(render(job).pdf)

    def lengths(found: Inspection) -> list[int]:
        starts = [found.places[anchor] for anchor, _ in job.sections]
        return [end - start for start, end in pairwise([*starts, len(found.pages)])]

    places = [anchor for anchor, _ in job.sections]
    at = places.index("case-bakery")
    assert (lengths(plain)[at], lengths(fitted)[at]) == (3, 2)
    assert lengths(plain)[:at] + lengths(plain)[at + 1 :] == lengths(fitted)[:at] + lengths(fitted)[at + 1 :]
    assert "woord139" in "".join("".join(fitted.pages).split())


def test_two_campaigns_share_a_page_and_contact_ends_the_last(library: Library, font_cache: Path) -> None:
    """A page for each left half of four pages white."""
    (first, *_) = library.campaigns
    two = replace(library, campaigns=(first, replace(first, slug="again")))
    found = inspect(shown.printed(order(shown.shown_context(two), shown.dress_of("quiet", font_cache))))
    assert found.places["campaign-spring"] == found.places["campaign-again"]
    assert found.places["skills"] == found.places["contact"] == len(found.pages) - 1


def test_a_portfolio_of_one_work_has_no_page_for_a_list_of_one(library: Library, font_cache: Path) -> None:
    """It is what somebody who begins has, and a nearly empty page says so loudest."""
    one = replace(library, cases=library.cases[:1], campaigns=(), skills=(), guides=())
    found = inspect(shown.printed(order(shown.shown_context(one), shown.dress_of("studio", font_cache))))
    assert found.places["work"] == found.places["about"]
    assert found.places["work"] < found.places["case-bakery"]
