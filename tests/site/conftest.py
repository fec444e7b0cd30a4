"""The small project of all page tests, compiled once a language."""

from __future__ import annotations

import pytest

from smm_portfolio.content.library import Library
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.tree import Tree
from tests.support.portfolio import FILES, context_of, library_of
from tests.support.trees import write_tree


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """All content of the small project."""
    return library_of(write_tree(tmp_path_factory.mktemp("portfolio"), FILES))


@pytest.fixture(scope="session", params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Both languages, one after the other."""
    return str(request.param)


@pytest.fixture(scope="session")
def context(library: Library, language: str) -> SiteContext:
    """The build of one language."""
    return context_of(library, language)


@pytest.fixture(scope="session")
def tree(context: SiteContext) -> Tree:
    """Everything but campaign pages."""
    return compile_tree(context)
