"""The small project of all page tests with its cards and structured data, once a language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smm_portfolio.campaigns.pages import campaign_pages
from smm_portfolio.content.library import Library
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.sharing import shared_pages
from smm_portfolio.site.tree import Page
from tests.support.portfolio import FILES, context_of, library_of
from tests.support.trees import write_tree

SITE = "https://example.org/p/"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """All content of the small project."""
    return library_of(write_tree(tmp_path_factory.mktemp("shared-portfolio"), FILES))


@pytest.fixture(scope="session", params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Both languages, one after the other."""
    return str(request.param)


@pytest.fixture(scope="session")
def context(library: Library, language: str) -> SiteContext:
    """The build of one language, for a site whose address is known."""
    return replace(context_of(library, language), site_url=SITE)


@pytest.fixture(scope="session")
def pages(context: SiteContext) -> dict[str, Page]:
    """Every page by its path, ready to be shared."""
    made = (*compile_tree(context).pages, *campaign_pages(context))
    return {page.uri: page for page in shared_pages(context, made, {"work/bicycles.md": "share/bicycles.png"})}
