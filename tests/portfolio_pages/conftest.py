"""The reference content in each look, and a browser on it that lets nothing go wrong unseen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.shared import once
from tests.support.small_project import smm

CONTENT = ("site_src", "checklists")
FILES = ("mkdocs.yml", "smm.yml")


Served = Callable[[str], str]


@pytest.fixture(scope="session")
def served(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    repo_root: Path,
    site_server: Callable[..., str],
) -> Served:
    """`served("quiet")`: the reference content, built in a look without PDFs and served below a folder."""

    def start(look: str) -> str:
        def build(folder: Path) -> None:
            for name in CONTENT:
                shutil.copytree(repo_root / name, folder / name)
            for name in FILES:
                shutil.copy(repo_root / name, folder / name)
            settings = folder / "smm.yml"
            settings.write_text(settings.read_text(encoding="utf-8").replace("look: studio", f"look: {look}"), "utf-8")
            (repo_root / ".cache").mkdir(exist_ok=True)
            (folder / ".cache").symlink_to(repo_root / ".cache")
            smm(folder, "build", "--no-pdf", "--site-url", "https://example.org/portfolio/")

        site = once(request.config, tmp_path_factory, f"portfolio-pages-{look}", build) / "site"
        return site_server(site, base="/portfolio/")

    return start


@pytest.fixture(scope="session")
def address(served: Served) -> str:
    """The site in the look Studio."""
    return served("studio")


@pytest.fixture(scope="session", params=["studio", "quiet"])
def each_look(request: pytest.FixtureRequest, served: Served) -> str:
    """The site in both looks, one after the other."""
    return served(request.param)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new browser profile; an error on a page or a request to elsewhere fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda one: wrong.append(one.url) if not one.url.startswith("http://127.0.0.1:") else None)
    yield opened
    context.close()
    assert wrong == []
