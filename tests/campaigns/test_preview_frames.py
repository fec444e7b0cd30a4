"""In a browser: true proportions in one scale, a label in every frame, and nothing that needs a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.campaigns.formats import formats_project
from tests.support.small_project import smm

HUNDREDTH = 0.01
SHOTS = """() => [...document.querySelectorAll('.smm-shot')].map(e => {
  const b = e.getBoundingClientRect(), s = getComputedStyle(e), post = e.closest('.smm-post');
  return {post: post.id, wide: b.width, high: b.height,
          w: +s.getPropertyValue('--smm-w'), h: +s.getPropertyValue('--smm-h')};
})"""
TAGS = """() => [...document.querySelectorAll('.smm-shot, .smm-posts .smm-frame')].map(e => {
  const b = e.getBoundingClientRect(), tag = e.querySelector('.smm-mock-tag'), t = tag && tag.getBoundingClientRect();
  const inside = !!t && t.width > 40 && t.left >= b.left - 1 && t.right <= b.right + 1 && t.top >= b.top - 1
    && t.bottom <= b.bottom + 1;
  return {post: e.closest('.smm-post').id, tag: tag ? tag.innerText : '', inside};
})"""


@pytest.fixture(scope="session")
def formats_address(tmp_path_factory: pytest.TempPathFactory, repo_root: Path, site_server: Callable[..., str]) -> str:
    """Where a site with a post of every format is served."""
    folder = formats_project(tmp_path_factory.mktemp("formats") / "site", repo_root)
    smm(folder, "build", "--no-pdf")
    return f"{site_server(folder / 'site')}campaigns/vormen/"


@pytest.fixture
def still(chromium: Browser, formats_address: str) -> Iterator[Page]:
    """The page with JavaScript off."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(formats_address)
    yield page
    context.close()


@pytest.fixture
def page(chromium: Browser, formats_address: str) -> Iterator[Page]:
    """The page as most people see it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.goto(formats_address)
    yield opened
    context.close()


def shots(page: Page, width: int) -> list[dict[str, Any]]:
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate(SHOTS)


@pytest.mark.parametrize("width", [320, 375, 768, 1280, 1920])
def test_every_frame_has_its_platforms_proportion(page: Page, width: int) -> None:
    found = shots(page, width)
    assert {one["post"] for one in found} >= {"post-carousel", "post-reel", "post-pin", "post-video", "post-feed-ad"}
    for one in found:
        assert one["wide"] / one["high"] == pytest.approx(one["w"] / one["h"], rel=HUNDREDTH), one


@pytest.mark.parametrize("width", [768, 1280])
def test_all_frames_share_one_scale_where_there_is_room(page: Page, width: int) -> None:
    scales = {one["post"]: one["wide"] / one["w"] for one in shots(page, width)}
    assert max(scales.values()) == pytest.approx(min(scales.values()), rel=HUNDREDTH), scales


@pytest.mark.parametrize("width", [320, 1280])
def test_a_screenshot_of_any_frame_or_card_keeps_the_label(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    found = page.evaluate(TAGS)
    assert len(found) > 40
    assert [one for one in found if not one["inside"] or one["tag"] != "Fictief · niet in opdracht"] == []


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_the_page_never_scrolls_sideways_and_no_frame_leaves_it(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    ends = "[...document.querySelectorAll('.smm-posts .smm-frame')].map(e => e.getBoundingClientRect().right)"
    assert max(page.evaluate(ends)) <= width + 1


def test_without_scripts_everything_is_there_and_both_switches_work(still: Page) -> None:
    fold, alt = still.locator("#post-feed .smm-fold"), still.locator("#post-feed .smm-alt")
    zone, element = still.locator("#post-short .smm-safe"), still.locator("#post-short .smm-el--bad")
    assert [fold.is_visible(), zone.is_visible(), element.is_visible(), alt.is_visible()] == [True, True, True, False]
    assert element.inner_text() == "Knop: 114 px rechts"
    still.uncheck("#smm-zones")
    still.check("#smm-alts")
    assert [fold.is_visible(), zone.is_visible(), element.is_visible(), alt.is_visible()] == [False, False, False, True]
    assert still.locator("#post-carousel .smm-shot").count() == 5
    still.locator("#post-thread summary").first.click()
    assert still.get_by_text("Hoe je ziet of een gordijn nog een jas kan worden.").is_visible()


def test_the_keyboard_reaches_every_card_of_a_carousel(still: Page) -> None:
    strip = still.locator("#post-carousel .smm-strip")
    last = strip.locator(".smm-shot").last
    before = last.bounding_box()
    strip.focus()
    for _ in range(5):
        still.keyboard.press("ArrowRight")
        still.wait_for_timeout(400)
    after, frame = last.bounding_box(), strip.bounding_box()
    assert before
    assert after
    assert frame
    assert before["x"] > frame["x"] + frame["width"]
    assert after["x"] + after["width"] <= frame["x"] + frame["width"] + 2


def test_versions_stand_beside_each_other(page: Page) -> None:
    boxes = [one.bounding_box() for one in page.locator("#post-feed-ad .smm-frame").all()]
    assert len(boxes) == 3
    assert len({round(box["y"]) for box in boxes if box}) == 1
    assert len({round(box["width"]) for box in boxes if box}) == 1


def test_every_check_names_its_source_on_the_page(still: Page) -> None:
    still.locator("#post-feed .smm-limits summary").click()
    assert "Instagram caption counter, 2026 (zekerheid: hoog)" in still.locator("#post-feed .smm-limits").inner_text()
