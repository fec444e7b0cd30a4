"""Whoever works on one channel sees its posts alone: without a script, and by a link that can be sent."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.campaigns.whole import SLUG

pytestmark = pytest.mark.browser


def shown(page: Page, where: str) -> Locator:
    return page.locator(f"{where}[data-ch]:visible")


def test_a_channel_is_shown_alone_in_grid_and_list_and_all_again(whole_address: str, scriptless: Page) -> None:
    page = scriptless
    page.goto(f"{whole_address}campaigns/{SLUG}/")
    for where in (".smm-ev", "tr"):
        expect(shown(page, where)).to_have_count(5)
    page.get_by_role("link", name="LinkedIn 1").click()
    assert page.url.endswith(f"campaigns/{SLUG}/#channel-linkedin")
    for where in (".smm-ev", "tr"):
        expect(shown(page, where)).to_have_count(1)
        expect(shown(page, where)).to_contain_text("De tekening voor de architect")
    page.get_by_role("link", name="Alle kanalen 5").click()
    for where in (".smm-ev", "tr"):
        expect(shown(page, where)).to_have_count(5)


def test_the_address_alone_shows_the_channel(whole_address: str, scriptless: Page) -> None:
    scriptless.goto(f"{whole_address}en/campaigns/{SLUG}/#channel-instagram")
    for where in (".smm-ev", "tr"):
        expect(shown(scriptless, where)).to_have_count(3)
    chosen = scriptless.locator("#channel-instagram")
    other = scriptless.locator("#channel-linkedin")
    assert chosen.evaluate("one => getComputedStyle(one).backgroundColor") != other.evaluate(
        "one => getComputedStyle(one).backgroundColor"
    )


def test_another_part_of_the_page_takes_the_filter_away(whole_address: str, scriptless: Page) -> None:
    """A jump to the crisis plan must not leave half of the calendar hidden."""
    scriptless.goto(f"{whole_address}campaigns/{SLUG}/#channel-linkedin")
    scriptless.locator(".smm-jumps a[href='#crisis']").click()
    expect(shown(scriptless, "tr")).to_have_count(5)


@pytest.mark.parametrize("width", [320, 768, 1100, 1280])
@pytest.mark.parametrize("name", ["", "exercise/", "answers/"])
def test_nothing_is_wider_than_the_screen(name: str, width: int, whole_address: str, scriptless: Page) -> None:
    """A media plan of ten columns pushed the page aside on tablets."""
    scriptless.set_viewport_size({"width": width, "height": 800})
    scriptless.goto(f"{whole_address}campaigns/{SLUG}/{name}")
    assert scriptless.evaluate("document.documentElement.scrollWidth") <= width


def test_every_jump_leads_to_its_part(whole_address: str, scriptless: Page) -> None:
    scriptless.goto(f"{whole_address}campaigns/{SLUG}/")
    targets = scriptless.locator(".smm-jumps a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(targets) == 12
    for target in targets:
        expect(scriptless.locator(target)).to_have_count(1)


def test_a_cell_without_a_value_is_left_out_on_a_telephone(whole_address: str, scriptless: Page) -> None:
    """On a telephone an empty cell showed a label with nothing beside it."""
    scriptless.set_viewport_size({"width": 375, "height": 800})
    scriptless.goto(f"{whole_address}campaigns/{SLUG}/")
    empty = scriptless.locator(".smm-plan td:visible").evaluate_all(
        "all => all.filter(one => !one.innerText.trim()).length"
    )
    assert empty == 0
