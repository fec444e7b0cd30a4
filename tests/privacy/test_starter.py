"""From ``smm new`` to a published site: one sees everything at once, and sample text never goes out unnoticed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from smm_portfolio import resources
from smm_portfolio.build.checking import check_project
from smm_portfolio.build.starter import make_project
from smm_portfolio.content.placeholders import placeholders, without_code
from smm_portfolio.content.published import published_texts
from smm_portfolio.hosts.gates import for_publication, waiting_places
from smm_portfolio.problems import errors_in
from tests.integration.test_preview import Served
from tests.support.small_project import smm
from tests.support.starter import OWN, write_own_texts

KEPT = re.compile(
    r"Portfolio|Basis|Basic|Met begeleiding|With guidance|Zelfstandig|Independent|Maken|Creating|Meten|Measuring|CapCut"
    r"|Canva|Voor de start|Before the start|Dag één|Day one|De eerste maand|The first month|Welkom|Welcome"
    r"|Taken met termijn|Tasks and due dates|Wie je belt|Whom to call|Begrippen|Glossary|Gelezen en akkoord"
    r"|Read and agreed|Bronnen|Sources|0\.1|1|F|20-35|EUR|[a-z]{2}|main|site_src|NL|Europe/Amsterdam"
    r"|Geoefend, .*|Practised, .*|Voor een echt account, .*|For a real account, .*"
    r"|Zonder controle .*|Without a check .*"
)
"""Texts of the starter that somebody may well keep: headings, names of levels, tools."""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    folder = tmp_path_factory.mktemp("starter") / "my-site"
    make_project(folder, ("nl", "en"))
    (folder / ".cache").symlink_to(repo_root / ".cache")
    return folder


@pytest.fixture(scope="module")
def draft(fresh: Path) -> Path:
    done = smm(fresh, "build", "--draft", "--no-pdf", "--site-url", "https://example.org/me/")
    assert "A draft in" in done.stdout
    return fresh / "draft"


def test_every_text_of_the_starter_is_marked_or_known(fresh: Path) -> None:
    """A sample text without its mark would be published as if it were true."""
    library = check_project(fresh).library
    entries = [library.profile, *library.entries()]
    loose = []
    for entry in entries:
        assert entry is not None
        for path, text in published_texts(entry.model):
            reference = path[-1] in ("strongest", "checklist", "signoff", "comparison") or "evidence" in path
            ids = re.fullmatch(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", text) is not None
            if not (reference or ids or KEPT.fullmatch(text) or list(placeholders(text, path))):
                loose.append((entry.file, path, text))
    assert loose == []


def test_a_check_warns_and_a_build_lists_every_place_and_publishes_nothing(fresh: Path) -> None:
    waiting = waiting_places(check_project(fresh).problems)
    assert len(waiting) > 80
    assert smm(fresh, "check").returncode == 0
    done = smm(fresh, "build", "--no-pdf", check=False)
    assert done.returncode == 1
    places = {line.split(" ")[0] for line in done.stderr.splitlines() if " SMM128 " in line}
    assert places == {f"{one.file}:{one.line}:{one.column}" for one in waiting}
    assert done.stderr.count("Write your own text") == 1, "the way out stands once, not a hundred times"
    assert "smm build --draft" in done.stderr
    assert not (fresh / "site").exists()


def test_mkdocs_alone_publishes_no_sample_text_either(fresh: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(fresh / "elsewhere")]
    done = subprocess.run(command, cwd=fresh, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 1
    assert "SMM128" in done.stdout + done.stderr
    assert not (fresh / "elsewhere").exists()


def test_a_draft_says_on_every_page_what_it_is_and_hides_from_search_engines(draft: Path) -> None:
    pages = sorted(draft.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        text = page.read_text(encoding="utf-8")
        english = page.relative_to(draft).as_posix().startswith("en/")
        assert text.count('<aside class="smm-preview-note"') == 1, page
        assert ("Draft, not for publication" if english else "Concept, niet om te publiceren") in text, page
        assert '<meta name="robots" content="noindex">' in text, page
        assert "site_src/profile.yml:4 name" in text, page
    assert (draft / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"


def test_the_note_can_be_opened_and_hides_nothing(
    draft: Path, chromium: Browser, site_server: Callable[..., str]
) -> None:
    address = site_server(draft)
    for width in (375, 1280):
        page = chromium.new_page(viewport={"width": width, "height": 800})
        page.goto(address)
        note = page.get_by_role("complementary", name="Voor de maker")
        assert note.get_by_text("plekken").is_visible()
        assert not note.get_by_text("smm.yml:3 name").is_visible()
        note.locator("summary").click()
        assert note.get_by_text("smm.yml:3 name").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.get_by_role("heading", level=1).is_visible()
        page.close()


def test_once_every_text_is_theirs_the_site_is_published_without_a_note(fresh: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    make_project(folder, ("nl", "en"))
    (folder / ".cache").symlink_to((fresh / ".cache").resolve())
    write_own_texts(folder)
    assert errors_in(for_publication(check_project(folder).problems)) == []
    smm(folder, "build", "--no-pdf")
    page = (folder / "site/index.html").read_text(encoding="utf-8")
    assert "smm-preview-note" not in page
    assert "noindex" not in page
    assert OWN["Robin Voorbeeld"] in page


def test_an_openly_labelled_sample_may_have_addresses_of_nobody_and_other_projects_may_not(tmp_path: Path) -> None:
    """The site of this repository shows an invented person and says so; their own must not say robin@example.com."""
    folder = tmp_path / "mine"
    make_project(folder, ("nl",))
    write_own_texts(folder)
    profile = folder / "site_src/profile.yml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("\nsample: true", ""), encoding="utf-8")
    found = waiting_places(check_project(folder).problems)
    assert {(one.file, one.path) for one in found} == {
        ("site_src/profile.yml", "email"),
        ("site_src/guides/new-hire.yml", "sections[2].contacts[0].email"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor",
        "nog doen: TODO",
        "TBD",
        "naam XXX hier",
        "[your name]",
        "Voorbeeldtekst: iets",
        "sample text : x",
    ],
)
def test_text_that_waits_is_recognised(text: str) -> None:
    assert list(placeholders(text))


@pytest.mark.parametrize(
    "text",
    [
        "Voorbeeld: zo deed de bakker het",
        "Sample: a week",
        "todo-lijst",
        "maat XXL",
        "[your](x.md)",
        "Todos los días",
        "https://example.com",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    """A lesson may give an example, and a wardrobe has sizes."""
    assert list(placeholders(text)) == []


def test_code_shows_what_others_write() -> None:
    text = "a `TODO` b\n\n```\nLorem ipsum\n```\n\n~~~ text\nTBD\n~~~\nTODO"
    blanked = without_code(text)
    assert len(blanked) == len(text)
    assert [(one.text, one.start) for one in placeholders(blanked)] == [("TODO", len(text) - 4)]


def test_the_starter_tells_git_to_leave_private_things_alone() -> None:
    ignored = (resources.starter_dir() / "dot-gitignore").read_text(encoding="utf-8").split()
    assert {"/site/", "/draft/", "/private_terms.txt", "people*.csv"} <= set(ignored)


@pytest.fixture
def served(fresh: Path) -> Iterator[Served]:
    running = Served(fresh)
    yield running
    running.stop()


def test_a_preview_of_a_new_project_works_at_once_and_counts_what_is_left(served: Served, fresh: Path) -> None:
    page = served.page("")
    left = len(waiting_places(check_project(fresh).problems))
    assert f"Op {left} plekken" in page
    assert 'role="alert"' not in page, "what waits is no mistake"
    profile = fresh / "site_src/profile.yml"
    before = profile.read_text(encoding="utf-8")
    profile.write_text(before.replace('name: "Robin Voorbeeld"', 'name: "Noor"'), encoding="utf-8")
    try:
        assert "Noor" in served.until("", f"Op {left - 1} plekken")
    finally:
        profile.write_text(before, encoding="utf-8")
