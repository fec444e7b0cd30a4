"""The small project with its one campaign."""

from __future__ import annotations

import pytest

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.site.context import SiteContext
from tests.support.portfolio import FILES, context_of, library_of
from tests.support.trees import write_tree


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """All content of the small project."""
    return library_of(write_tree(tmp_path_factory.mktemp("deliverables"), FILES))


@pytest.fixture(scope="session")
def dutch(library: Library) -> SiteContext:
    """The Dutch build."""
    return context_of(library, "nl")


@pytest.fixture(scope="session")
def entry(library: Library) -> Entry[Campaign]:
    """The campaign."""
    return library.campaigns[0]
