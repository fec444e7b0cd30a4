"""The project with the whole campaign, built once, and a browser on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.campaigns.whole import files
from tests.support.shared import once
from tests.support.small_project import smm
from tests.support.trees import write_tree


@pytest.fixture(scope="session")
def whole_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    """The built site, with its calendar files and without PDFs."""

    def build(folder: Path) -> None:
        write_tree(folder, files())
        (repo_root / ".cache").mkdir(exist_ok=True)
        (folder / ".cache").symlink_to(repo_root / ".cache")
        smm(folder, "build", "--no-pdf", "--site-url", "https://example.org/portfolio/")

    return once(request.config, tmp_path_factory, "whole-campaign", build) / "site"


@pytest.fixture(scope="session")
def whole_address(whole_site: Path, site_server: Callable[..., str]) -> str:
    """Where it is served."""
    return site_server(whole_site, base="/portfolio/")


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[Page]:
    """A browser without JavaScript."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()
