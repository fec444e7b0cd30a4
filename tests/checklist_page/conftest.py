"""A site in two languages with two checklists and a lesson that holds both, and a browser on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.small_project import smm, write_small_project

SETUP = """\
type: onboarding
title: {nl: Inwerken, en: Onboarding}
summary: {nl: Wie doet wat, en: Who does what}
version: "1.0"
closed_days: next
phases:
  - id: before
    name: {nl: Vooraf, en: Before}
    tasks:
      - {id: laptop, title: {nl: Laptop klaarzetten, en: Set up the laptop},
         done: {nl: Hij doet het, en: It works},
         owner: it, due: start - 2 business days, category: it}
      - {id: sign, title: {nl: Contract tekenen, en: Sign the contract},
         done: {nl: Getekend, en: Signed},
         owner: hr, due: start - 14 days, category: hr}
  - id: after
    name: {nl: Daarna, en: After}
    tasks:
      - {id: tour, title: {nl: Rondleiding, en: Tour},
         done: {nl: Iedereen gezien, en: Met everybody},
         owner: buddy, due: start, category: welcome}
      - {id: access, title: {nl: Toegang geven, en: Give access},
         done: {nl: Inloggen lukt, en: Login works},
         owner: it, due: tour + 5 days, category: access}
"""

OTHER = """\
type: onboarding
title: {nl: Klant, en: Client}
summary: {nl: Een nieuwe klant, en: A new client}
phases:
  - id: only
    name: {nl: Begin, en: Begin}
    tasks:
      - {id: laptop, title: {nl: Gegevens, en: Details},
         done: {nl: Compleet, en: Complete},
         owner: hire, due: contract, category: client}
      - {id: meet, title: {nl: Kennismaken, en: Meet},
         done: {nl: Gedaan, en: Done},
         owner: hire, due: kickoff + 1 month, category: client}
"""

LESSON = "# Les\n\n[smm:checklist setup]\n\nTussen de lijsten.\n\n[smm:checklist other]\n"
MONDAY = "2027-04-26"
"""A start day: the Friday before it is worked, the 27th is King's Day."""


def files(**changed: str) -> dict[str, str]:
    """The two checklists and the lesson; ``changed`` replaces the first checklist by ``setup=``."""
    return {
        "checklists/setup.yml": changed.get("setup", SETUP),
        "checklists/other.yml": OTHER,
        "site_src/training/list.md": LESSON,
    }


@pytest.fixture(scope="session")
def checklist_site(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    """The project, built."""
    folder = write_small_project(tmp_path_factory.mktemp("ticks") / "site", repo_root, **files())
    smm(folder, "build")
    return folder / "site"


@pytest.fixture(scope="session")
def address(checklist_site: Path, site_server: Callable[..., str]) -> str:
    """Where it is served."""
    return site_server(checklist_site)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new browser profile whose clock stands on Wednesday 28 April 2027; a page error or a foreign request fails."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True, locale="nl-NL")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.clock.set_fixed_time("2027-04-28T10:00:00")
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda request: wrong.append(request.url) if _leaves(request.url) else None)
    yield opened
    context.close()
    assert wrong == []


def _leaves(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "blob:", "data:"))
