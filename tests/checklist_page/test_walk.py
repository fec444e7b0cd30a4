"""Everything once more from beginning to end, in both languages, on a phone and on a desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.checklist_page.conftest import MONDAY
from tests.checklist_page.test_assess import aim, level, rate, result
from tests.checklist_page.test_assess import part as tool
from tests.checklist_page.test_page import box, more, part, row, start

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("prefix", ["", "en/"], ids=["nl", "en"]),
    pytest.mark.parametrize("width", [375, 1280]),
]


def fits(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_checklist_from_first_tick_to_file(
    page: Page, address: str, prefix: str, width: int, tmp_path: Path, chromium: Browser
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{prefix}checklists/setup/")
    box(page, "laptop").focus()
    page.keyboard.press("Space")
    start(page, MONDAY)
    page.reload()
    expect(box(page, "laptop")).to_be_checked()
    expect(row(page, "laptop")).to_be_visible()
    assert row(page, "access").locator("time").get_attribute("datetime") == "2027-05-03"
    part(page, "owner").select_option("it")
    expect(row(page, "tour")).to_be_hidden()
    expect(part(page, "say")).not_to_be_empty()
    expect(page.locator(".smm-prog span")).to_have_count(2)
    part(page, "owner").select_option("")
    more(page)
    part(page, "link").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"#start={MONDAY}")
    with page.expect_download() as saved:
        part(page, "export").click()
    saved.value.save_as(tmp_path / "kept.json")
    part(page, "reset").click()
    expect(box(page, "laptop")).not_to_be_checked()
    part(page, "undo").click()
    expect(box(page, "laptop")).to_be_checked()
    fits(page, width)
    page.emulate_media(media="print")
    expect(box(page, "laptop")).to_be_visible()
    expect(part(page, "reset")).to_be_hidden()
    other = chromium.new_page(viewport={"width": width, "height": 800})
    other.goto(f"{address}{prefix}checklists/setup/")
    part(other, "file").set_input_files(tmp_path / "kept.json")
    expect(box(other, "laptop")).to_be_checked()
    expect(other.locator("input[name=start]")).to_have_value(MONDAY)
    other.close()


def test_a_self_assessment_from_first_answer_to_file(
    page: Page, address: str, prefix: str, width: int, tmp_path: Path, chromium: Browser
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{prefix}checklists/skills/")
    level(page, "writing", "basic").focus()
    page.keyboard.press("Space")
    expect(tool(page, "say")).not_to_be_empty()
    aim(page, "writer")
    page.reload()
    expect(level(page, "writing", "basic")).to_be_checked()
    expect(result(page).locator(".smm-res-next > li")).to_have_count(1)
    rate(page, video="lead")
    more(page)
    with page.expect_download() as saved:
        tool(page, "export").click()
    saved.value.save_as(tmp_path / "kept.json")
    tool(page, "reset").click()
    expect(page.locator("input[type=radio]:checked")).to_have_count(0)
    tool(page, "undo").click()
    expect(level(page, "video", "lead")).to_be_checked()
    fits(page, width)
    page.emulate_media(media="print")
    expect(result(page)).to_be_visible()
    expect(tool(page, "reset")).to_be_hidden()
    other = chromium.new_page(viewport={"width": width, "height": 800})
    other.goto(f"{address}{prefix}checklists/skills/")
    tool(other, "file").set_input_files(tmp_path / "kept.json")
    expect(level(other, "video", "lead")).to_be_checked()
    expect(other.locator("select[name=target]")).to_have_value("writer")
    other.close()
