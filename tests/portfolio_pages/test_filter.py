"""The work, narrowed down: in place with a script, on pages of their own without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

WORDS = {"": ("van", "Niets past", "Al het werk"), "en/": ("of", "Nothing fits", "All work")}


def option(page: Page, tag: str) -> Locator:
    return page.locator(f"[data-smm-filter] a[data-tag='{tag}']")


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[Page]:
    """A browser without JavaScript."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def cards(page: Page) -> Locator:
    return page.locator(".smm-work:visible")


def works(page: Page) -> int:
    """How many pieces of work the page holds, shown or not."""
    return page.locator(".smm-work").count()


def offered(page: Page, tag: str) -> int:
    """How many pieces of work a value promises."""
    return int(option(page, tag).locator(".smm-n").inner_text())


@pytest.mark.parametrize("prefix", WORDS)
def test_a_choice_acts_at_once_and_is_said_aloud(page: Page, address: str, prefix: str) -> None:
    counted, _, everything = WORDS[prefix]
    page.goto(f"{address}{prefix}work/")
    every, some = works(page), offered(page, "platform=facebook")
    expect(cards(page)).to_have_count(every)
    expect(page.get_by_role("link", name=everything, exact=True)).to_have_count(0)
    page.evaluate("window.same = true")
    option(page, "platform=facebook").click()
    assert 0 < some < every
    expect(cards(page)).to_have_count(some)
    expect(page.get_by_role("status")).to_contain_text(f"{some} {counted} {every} ")
    expect(option(page, "platform=facebook")).to_have_attribute("aria-current", "true")
    assert page.evaluate("window.same"), "the page was loaded again"
    assert page.url.endswith(f"{prefix}work/?platform=facebook")
    page.get_by_role("link", name=everything, exact=True).click()
    expect(cards(page)).to_have_count(every)
    assert page.url.endswith(f"{prefix}work/")


def test_choices_of_two_facets_go_together_and_a_second_click_takes_one_back(page: Page, address: str) -> None:
    page.goto(f"{address}work/")
    option(page, "platform=facebook").click()
    expect(option(page, "kind=volunteer").locator(".smm-n")).to_have_text("1")
    expect(option(page, "kind=client").locator(".smm-n")).to_have_text("0")
    option(page, "kind=volunteer").click()
    expect(cards(page)).to_have_count(1)
    assert page.url.endswith("work/?platform=facebook&kind=volunteer")
    option(page, "platform=facebook").click()
    assert page.url.endswith("work/?kind=volunteer")
    mocks = offered(page, "kind=mock")
    option(page, "kind=mock").click()
    assert page.url.endswith("work/?kind=mock")
    expect(cards(page)).to_have_count(mocks)


def test_back_and_forward_follow_the_choices(page: Page, address: str) -> None:
    page.goto(f"{address}work/")
    some = offered(page, "platform=facebook")
    option(page, "platform=facebook").click()
    option(page, "kind=volunteer").click()
    expect(cards(page)).to_have_count(1)
    page.go_back()
    expect(cards(page)).to_have_count(some)
    page.go_back()
    expect(cards(page)).to_have_count(works(page))
    page.go_forward()
    expect(cards(page)).to_have_count(some)
    expect(option(page, "platform=facebook")).to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("prefix", WORDS)
def test_a_shared_address_restores_the_choice(page: Page, address: str, prefix: str) -> None:
    """Somebody sends a link to the volunteer work on Facebook; what nobody offers is left aside."""
    page.goto(f"{address}{prefix}work/?platform=facebook&kind=volunteer&sector=nowhere&utm_source=mail")
    expect(cards(page)).to_have_count(1)
    expect(option(page, "kind=volunteer")).to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("prefix", WORDS)
def test_when_nothing_fits_the_page_says_so_and_offers_the_way_back(page: Page, address: str, prefix: str) -> None:
    _, nothing, everything = WORDS[prefix]
    page.goto(f"{address}{prefix}work/?kind=client&platform=facebook")
    expect(cards(page)).to_have_count(0)
    expect(page.get_by_text(nothing)).to_be_visible()
    page.get_by_role("link", name=everything, exact=True).click()
    expect(cards(page)).to_have_count(works(page))
    expect(page.get_by_text(nothing)).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body"), "the focus is lost"


def test_a_click_that_opens_a_tab_leads_to_the_same_choice(page: Page, address: str) -> None:
    page.goto(f"{address}work/?kind=volunteer")
    assert str(option(page, "platform=facebook").get_attribute("href")).endswith("?kind=volunteer&platform=facebook")


def test_from_the_page_of_one_value_the_others_go_on_narrowing(page: Page, address: str) -> None:
    page.goto(f"{address}work/platform/facebook/")
    option(page, "kind=volunteer").click()
    page.wait_for_url("**/work/?platform=facebook&kind=volunteer")
    expect(cards(page)).to_have_count(1)


def test_the_keyboard_is_enough(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(f"{address}work/")
    page.locator(".smm-filters summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.locator("[data-smm-filter] a").first
    expect(first).to_be_focused()
    some = int(first.locator(".smm-n").inner_text())
    page.keyboard.press("Enter")
    expect(cards(page)).to_have_count(some)
    expect(page.locator(".smm-filters summary")).to_contain_text(": ")


@pytest.mark.parametrize("prefix", WORDS)
def test_without_a_script_every_filter_is_a_link_to_a_real_page(scriptless: Page, address: str, prefix: str) -> None:
    counted, _, everything = WORDS[prefix]
    page = scriptless
    page.goto(f"{address}{prefix}work/")
    every = works(page)
    addresses = [
        str(link.get_attribute("href")).removeprefix("../") for link in page.locator("[data-smm-filter] a").all()
    ]
    assert len(addresses) > 10
    for path in addresses:
        page.goto(f"{address}{prefix}{path}")
        expect(page.locator("h1")).to_have_count(1)
        number = re.match(r"\d+", page.get_by_role("status").inner_text())
        assert number is not None
        assert 0 < int(number[0]) < every
        expect(cards(page)).to_have_count(int(number[0]))
        expect(page.locator("[data-smm-filter] [aria-current=page]")).to_have_count(1)
        assert str(page.locator("link[rel=canonical]").get_attribute("href")).endswith(f"/{prefix}{path}")
    expect(page.get_by_role("status")).to_contain_text(f" {counted} {every} ")
    page.get_by_role("link", name=everything, exact=True).click()
    expect(cards(page)).to_have_count(every)


def test_the_filters_are_in_view_on_a_desk_and_one_key_away_on_a_phone(scriptless: Page, each_look: str) -> None:
    scriptless.goto(f"{each_look}work/")
    expect(option(scriptless, "kind=mock")).to_be_visible()
    scriptless.set_viewport_size({"width": 375, "height": 667})
    expect(option(scriptless, "kind=mock")).to_be_hidden()
    scriptless.locator(".smm-filters summary").press("Enter")
    expect(option(scriptless, "kind=mock")).to_be_visible()
