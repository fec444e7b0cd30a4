"""A site in two languages with checklists, a skill checklist and lessons that hold them, and a browser on it."""

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

PARTING = """\
type: onboarding
title: {nl: Afscheid, en: Parting}
summary: {nl: Wie vertrekt, en: Who leaves}
questions:
  - field: type
    name: {nl: "Wie vertrekt er?", en: "Who is leaving?"}
    choices:
      - {values: [klant, client], name: {nl: een klant, en: a client}}
      - {values: [collega], name: {nl: een collega, en: a colleague}}
phases:
  - id: all
    name: {nl: Alles, en: All}
    tasks:
      - {id: tell, title: {nl: Vertellen, en: Tell}, done: {nl: Verteld, en: Told},
         owner: hr, due: start, category: hr}
      - {id: laptop, title: {nl: Laptop terug, en: Laptop back}, done: {nl: Terug, en: Back},
         owner: it, due: start, category: it, when: 'type == "Collega"'}
      - {id: invoice, title: {nl: Eindfactuur, en: Last invoice}, done: {nl: Verstuurd, en: Sent},
         owner: hr, due: start, category: client, when: 'type in ["klant", "client"]'}
  - id: abroad
    name: {nl: Grens, en: Border}
    tasks:
      - {id: permit, title: {nl: Vergunning, en: Permit}, done: {nl: Ingeleverd, en: Handed in},
         owner: hr, due: start, category: legal, when: 'type == "collega" and region not in ["NL", "BE"]'}
"""

SKILLS = """\
type: skill
title: {nl: Wat je kunt, en: What you can do}
summary: {nl: Drie vaardigheden, en: Three skills}
version: "1.0"
levels:
  - {id: basic, name: {nl: Basis, en: Basic}, description: {nl: Geoefend, en: Practised}}
  - {id: guided, name: {nl: Begeleid, en: Guided}, description: {nl: Met hulp, en: With help}}
  - {id: lead, name: {nl: Leidt, en: Leads}, description: {nl: Leert anderen, en: Teaches others}}
groups:
  - id: making
    name: {nl: Maken, en: Making}
    items:
      - id: writing
        name: {nl: Schrijven, en: Writing}
        description: {nl: Zonder *fouten*, en: Without *mistakes*}
        level: lead
        learn:
          - {text: {nl: De les, en: The lesson}, page: training/list.md}
          - {text: {nl: Tien eerste regels, en: Ten first lines}}
      - {id: video, name: {nl: Filmen, en: Filming}}
  - id: measuring
    name: {nl: Meten, en: Measuring}
    items:
      - {id: figures, name: {nl: Cijfers, en: Figures}}
targets:
  - {id: junior, name: {nl: Aankomend, en: Junior}, level: basic, levels: {writing: guided}}
  - {id: writer, name: {nl: Schrijver, en: Writer}, levels: {writing: lead}}
"""

LESSON = "# Les\n\n[smm:checklist setup]\n\nTussen de lijsten.\n\n[smm:checklist other]\n"
TEST_LESSON = "# Test\n\n[smm:self-assessment skills]\n"
MONDAY = "2027-04-26"
"""A start day: the Friday before it is worked, the 27th is King's Day."""


def files(**changed: str) -> dict[str, str]:
    """The checklists and the lessons; ``changed`` replaces one of them by ``setup=`` or ``skills=``."""
    return {
        "checklists/setup.yml": changed.get("setup", SETUP),
        "checklists/other.yml": OTHER,
        "checklists/parting.yml": PARTING,
        "checklists/skills.yml": changed.get("skills", SKILLS),
        "site_src/training/list.md": LESSON,
        "site_src/training/test.md": TEST_LESSON,
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


@pytest.fixture(scope="session")
def edited(
    tmp_path_factory: pytest.TempPathFactory, repo_root: Path, site_server: Callable[..., str]
) -> dict[str, str]:
    """Where the edited project is served, by version: words changed, one task and one level with a new id."""
    setup = SETUP.replace("Rondleiding", "Rondje langs iedereen").replace("id: laptop", "id: computer")
    skills = SKILLS.replace("Schrijven", "Goed schrijven").replace("{id: lead, name", "{id: expert, name")
    skills = skills.replace("level: lead", "level: expert").replace("writing: lead", "writing: expert")
    found = {}
    for version in ("1.0", "2.0"):
        old, new = 'version: "1.0"', f'version: "{version}"'
        changed = files(setup=setup.replace(old, new), skills=skills.replace(old, new))
        folder = write_small_project(tmp_path_factory.mktemp("edited") / "site", repo_root, **changed)
        smm(folder, "build")
        found[version] = site_server(folder / "site")
    return found


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
