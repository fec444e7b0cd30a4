"""Fonts are cut once for all runs, the project is loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.content.library import Library
from tests.packs.pack_project import library


@pytest.fixture(scope="session")
def font_cache(request: pytest.FixtureRequest) -> Path:
    """A cache folder that outlives the run; the print tests use the same one."""
    return request.config.cache.mkdir("smm-fonts")


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The content of the sample project."""
    return library(tmp_path_factory.mktemp("packs"))
