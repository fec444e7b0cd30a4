"""The reference site in a real browser, and what must hold on every page of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

PAGES = [
    "",
    "work/",
    "work/korenmaat/",
    "skills/",
    "checklists/new-hire/",
    "roles/manager-specialist/",
    "salaries/seeds/",
    "campaigns/lente-in-lagen/",
    "guides/new-hire/",
    "training/",
]
SECRET = "Spaakwerk"


@pytest.fixture(scope="module")
def address(reference_site: Path, site_server: Callable[..., str]) -> str:
    return site_server(reference_site, base="/portfolio/")


@pytest.fixture
def tab(chromium: Browser, address: str) -> Page:
    """A browser tab that keeps what goes wrong in ``complaints``."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.complaints = []  # type: ignore[attr-defined]  # read by the tests below
    complaints: list[str] = page.complaints  # type: ignore[attr-defined]
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "response", lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status > 399 else None
    )
    origin = address.split("/portfolio/", maxsplit=1)[0]
    page.on(
        "request",
        lambda request: (
            complaints.append(f"off-origin {request.url}")
            if not request.url.startswith((origin, "data:", "blob:"))
            else None
        ),
    )
    return page


@pytest.mark.parametrize("language", ["", "en/"], ids=["nl", "en"])
@pytest.mark.parametrize("path", PAGES, ids=[path or "home" for path in PAGES])
def test_every_kind_of_page_opens_without_a_complaint_and_fits_a_phone(
    tab: Page, address: str, language: str, path: str
) -> None:
    for width in (1280, 375):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(f"{address}{language}{path}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, f"sideways scrolling at {width} px"
    assert tab.locator("h1").count() == 1
    assert tab.locator("main").count() == 1
    assert tab.complaints == []  # type: ignore[attr-defined]


def test_the_language_switch_stays_on_the_page(tab: Page, address: str) -> None:
    tab.goto(f"{address}work/korenmaat/")
    tab.get_by_role("link", name="English").first.click()
    tab.wait_for_url("**/portfolio/en/work/korenmaat/")
    assert tab.locator("html").get_attribute("lang") == "en"
    tab.get_by_role("link", name="Nederlands").first.click()
    tab.wait_for_url("**/portfolio/work/korenmaat/")


def test_search_finds_pages_of_its_own_language(tab: Page, address: str) -> None:
    tab.goto(f"{address}en/")
    tab.keyboard.press("/")
    tab.keyboard.type("bakery")
    tab.locator(".md-search-result__item").first.wait_for()
    links = tab.locator(".md-search-result__link").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert links
    assert all("/en/" in link for link in links)


def test_everything_is_readable_without_javascript(chromium: Browser, address: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}campaigns/lente-in-lagen/")
    assert page.get_by_text("Fictie", exact=False).first.is_visible()
    page.goto(f"{address}checklists/new-hire/")
    assert page.locator("main li, main tr").count() > 20


def test_the_anonymised_client_is_nowhere_in_the_site(reference_site: Path) -> None:
    holders = [
        path.relative_to(reference_site).as_posix()
        for path in reference_site.rglob("*")
        if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    assert holders == []


def test_every_page_of_the_mock_campaign_is_labelled(reference_site: Path) -> None:
    for prefix, label in (("", "Fictie"), ("en/", "Mock")):
        text = (reference_site / prefix / "campaigns/lente-in-lagen/index.html").read_text(encoding="utf-8")
        title = re.search(r"<title>(.*?)</title>", text)
        assert title is not None
        assert label.lower() in title[1].lower()
        assert "smm-mock-banner" in text
        assert text.count("smm-mock-tag") >= 4


def test_guides_are_there_in_both_languages_and_linked(reference_site: Path) -> None:
    for prefix in ("", "en/"):
        for guide in ("new-hire", "new-client"):
            pdf = reference_site / prefix / f"guides/{guide}.pdf"
            assert pdf.read_bytes().startswith(b"%PDF-")
            page = (reference_site / prefix / f"guides/{guide}/index.html").read_text(encoding="utf-8")
            assert f"{guide}.pdf" in page


def test_nothing_that_an_author_should_have_seen_is_left_in_a_page(reference_site: Path) -> None:
    for path in reference_site.rglob("*.html"):
        body = path.read_text(encoding="utf-8").partition("<body")[2]
        text = re.sub(r"<(code|pre)\b.*?</\1>", "", body, flags=re.DOTALL)
        for left in ("[smm:", "<!--smm-", "{{ ", "Undefined", 'markdown="1"'):
            assert left not in text, f"{left} in {path.relative_to(reference_site)}"
