"""Links to documents: only to files that are there, with what somebody on a telephone wants to know first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.context import DocumentFacts, SiteContext
from smm_portfolio.site.downloads import (
    case_download,
    document_link,
    document_note,
    portfolio_download,
    portfolio_works,
)

FACTS = {"work/bakery.pdf": DocumentFacts(2, 57_600), "portfolio-noor-veldkamp.pdf": DocumentFacts(14, 1_450_000)}


@pytest.fixture(scope="module")
def printed(context: SiteContext) -> SiteContext:
    return replace(context, documents=FACTS, memo={})


def test_a_link_says_pages_and_size(printed: SiteContext) -> None:
    (bakery,) = [entry for entry in printed.library.cases if entry.slug == "bakery"]
    (link,) = case_download(printed, bakery)
    assert link.href == "work/bakery.pdf"
    assert link.note == {"nl": "2 bladzijden, 58 kB", "en": "2 pages, 58 kB"}[printed.language]
    (whole,) = portfolio_download(printed)
    assert whole.note == {"nl": "14 bladzijden, 1,5 MB", "en": "14 pages, 1.5 MB"}[printed.language]


def test_a_link_that_does_not_say_what_it_leads_to_gets_the_kind_beside_it(printed: SiteContext) -> None:
    (link,) = document_link(printed, "work/bakery.pdf", "Deck")
    assert link.note.startswith("PDF, 2 ")
    table = replace(printed, documents={"calendar.csv": DocumentFacts(0, 4_000)}, memo={})
    (link,) = document_link(table, "calendar.csv", "Calendar")
    assert link.note == "CSV, 4 kB"


def test_one_page_is_no_pages(printed: SiteContext) -> None:
    assert {"nl": "1 bladzijde,", "en": "1 page,"}[printed.language] in document_note(printed, DocumentFacts(1, 1))


def test_nothing_leads_to_a_file_that_is_not_made(context: SiteContext, printed: SiteContext) -> None:
    """A build without PDFs, or a case that is not among those printed."""
    assert portfolio_download(context) == ()
    others = [entry for entry in printed.library.cases if entry.slug != "bakery"]
    assert [case_download(printed, entry) for entry in others] == [()] * len(others)


def test_the_page_of_a_case_offers_its_sheet(context: SiteContext, printed: SiteContext) -> None:
    pages = {page.uri: page.body for page in compile_tree(printed).pages}
    assert "bakery.pdf" in pages["work/bakery.md"]
    assert "bicycles.pdf" not in pages["work/bicycles.md"]
    assert all("work/bakery.pdf" not in page.body for page in compile_tree(context).pages)


def test_the_portfolio_shows_selected_work_first_and_nothing_on_request(context: SiteContext) -> None:
    slugs = [work.slug for work in portfolio_works(context.library)]
    assert slugs[:2] == ["bakery", "spring"]
    assert "quiet-work" not in slugs
