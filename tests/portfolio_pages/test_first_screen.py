"""What a recruiter sees before scrolling: who, for whom, the strongest result, work with results, contact."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SEEN = {
    "who": ".smm-who-n strong",
    "what for whom": ".smm-hero h1",
    "contact": ".smm-contact a[href^='mailto:']",
    "the strongest result": ".smm-lead-n .smm-n1",
    "its baseline": ".smm-lead-n .smm-n0",
    "its source": ".smm-lead .smm-src",
    "a piece of work": ".smm-work:nth-child(1) .smm-work-n",
    "its result": ".smm-work:nth-child(1) .smm-work-r",
    "a second one": ".smm-work:nth-child(2) .smm-work-n",
    "its result too": ".smm-work:nth-child(2) .smm-work-r",
}
SIZES = {"phone": (375, 667), "desktop": (1280, 800)}
READABLE = 13
"""Pixels of a line of small text: so much of it must show."""


def below(page: Page, height: int) -> list[str]:
    """What starts below the first screen, or is not there."""
    missing = []
    for name, selector in SEEN.items():
        found = page.locator(selector).first
        box = found.bounding_box() if found.count() else None
        if box is None or not found.is_visible() or box["y"] + READABLE > height:
            missing.append(name)
    return missing


@pytest.mark.parametrize("language", ["", "en/"], ids=["nl", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_the_first_screen_says_it_all(page: Page, each_look: str, language: str, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{each_look}{language}")
    page.evaluate("document.fonts.ready")
    assert below(page, height) == []


def test_the_measure_sees_what_is_too_low(page: Page, address: str) -> None:
    page.goto(address)
    assert "a piece of work" in below(page, 400)
    assert "who" not in below(page, 400)


@pytest.mark.parametrize(
    "path", ["", "work/", "work/platform/facebook/", "about/", "services/", "contact/", "nothing-here/", "en/about/"]
)
def test_nothing_is_cut_off_at_any_width(page: Page, each_look: str, path: str) -> None:
    page.goto(f"{each_look}{path}")
    for width in (320, 375, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
