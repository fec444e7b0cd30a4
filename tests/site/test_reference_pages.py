"""The reference content as pages: complete, linked and discreet in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.campaigns.pages import campaign_pages
from smm_portfolio.content.anonymity import found_in, leaks, secrets
from smm_portfolio.content.library import Library
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.tree import Page
from tests.support.portfolio import context_of, library_of
from tests.support.reading import broken_links


@pytest.fixture(scope="module")
def reference(repo_root: Path) -> Library:
    """The content of this repository."""
    return library_of(repo_root)


@pytest.fixture(scope="module", params=["nl", "en"])
def pages(reference: Library, request: pytest.FixtureRequest) -> tuple[Page, ...]:
    """Every generated page of a language."""
    context = context_of(reference, request.param)
    return (*compile_tree(context).pages, *campaign_pages(context))


def test_every_entry_has_a_page(reference: Library, pages: tuple[Page, ...]) -> None:
    sources = {page.source for page in pages}
    assert {entry.file for entry in reference.entries()} <= sources


def test_links_between_generated_pages_lead_somewhere(reference: Library, pages: tuple[Page, ...]) -> None:
    known = {f"guides/{entry.slug}.pdf" for entry in reference.guides}
    written = {path.relative_to(reference.docs).parts[0] for path in reference.docs.rglob("*.md")}
    broken = [one for one in broken_links(pages, known) if one[1].lstrip("./").split("/")[0] not in written]
    assert not broken


def test_no_anonymised_client_of_the_reference_content_is_named(reference: Library, pages: tuple[Page, ...]) -> None:
    hidden = [secret for entry in reference.cases for secret in secrets(entry.model)]
    assert hidden
    assert not [
        page.uri for page in pages if found_in(f"{page.uri} {page.title} {dict(page.meta)} {page.body}", hidden)
    ]
    assert not [broken for entry in reference.cases for broken in leaks(entry.model, entry.slug)]
