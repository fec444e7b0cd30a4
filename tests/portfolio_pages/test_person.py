"""About, services, contact and the page of a wrong address: they lead on, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGES = {
    "": {"about/": "Over mij", "services/": "Diensten", "contact/": "Contact"},
    "en/": {"about/": "About me", "services/": "Services", "contact/": "Contact"},
}


@pytest.mark.parametrize("prefix", PAGES)
def test_menu_and_foot_lead_to_the_pages_about_the_person(page: Page, address: str, prefix: str) -> None:
    for path, title in PAGES[prefix].items():
        page.goto(f"{address}{prefix}")
        page.locator(".smm-footer").get_by_role("link", name=title, exact=True).click()
        expect(page.locator("h1")).to_have_text(title)
        assert page.url == f"{address}{prefix}{path}"
        page.locator(".smm-menu").click()
        drawer = page.locator("#smm-drawer")
        expect(drawer.locator(f"a[href$='{path}'], a[href='./']").filter(has_text=title).last).to_be_visible()


@pytest.mark.parametrize("prefix", PAGES)
def test_a_service_leads_to_the_work_that_shows_it(page: Page, address: str, prefix: str) -> None:
    page.goto(f"{address}{prefix}services/")
    page.locator(".smm-proofs a").first.click()
    page.wait_for_url(f"{address}{prefix}work/korenmaat/")


def test_contact_asks_nothing_of_another_server(page: Page, address: str) -> None:
    page.goto(f"{address}contact/")
    assert page.locator("article form, article iframe").count() == 0
    assert page.locator("main a[href^='mailto:']").first.is_visible()


def test_a_wrong_address_helps_in_every_language(page: Page, address: str) -> None:
    """The server has one such page, whatever language the visitor came for."""
    page.goto(f"{address}en/work/gone/")
    found = page.locator(".smm-404 a").evaluate_all("all => all.map((one) => new URL(one.href).pathname)")
    assert {"/portfolio/", "/portfolio/work/", "/portfolio/en/", "/portfolio/en/work/"} <= set(found)
    expect(page.locator(".smm-404 section[lang=en]")).to_contain_text("not here")
    page.locator(".smm-404 .smm-find-open").click()
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()


def test_a_list_of_one_page_is_not_shown_beside_it(page: Page, address: str) -> None:
    """It only repeated the title of the page."""
    page.goto(f"{address}skills/")
    for nav in page.locator(".smm-side").all():
        assert nav.locator("li").count() > 1
    page.goto(f"{address}checklists/new-hire/")
    assert page.locator(".smm-side li").count() > 1
