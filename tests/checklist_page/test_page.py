"""A checklist on the web: what somebody who works through it for weeks relies on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.checklist_page.conftest import MONDAY

pytestmark = pytest.mark.browser

WORDS = {
    "": {"done": "van 4 klaar", "late": "3 te laat", "day": "do 22 apr", "reset": "Begin opnieuw", "more": "Printen"},
    "en/": {"done": "of 4 done", "late": "3 late", "day": "Thu 22 Apr", "reset": "Start again", "more": "Print,"},
}


def part(page: Page, name: str, checklist: str = "setup") -> Locator:
    return page.locator(f"[data-smm-tick={checklist}] [data-smm={name}]")


def box(page: Page, task: str, checklist: str = "setup") -> Locator:
    return page.locator(f"#{checklist}-{task}")


def row(page: Page, task: str, checklist: str = "setup") -> Locator:
    return page.locator(f"[data-smm-list={checklist}] [data-smm-task={task}]")


def more(page: Page) -> None:
    page.locator(".smm-tick-more summary").first.click()


def start(page: Page, iso: str, anchor: str = "start") -> None:
    page.locator(f"input[name={anchor}]").first.fill(iso)
    page.locator(f"input[name={anchor}]").first.dispatch_event("change")


def test_ticks_are_there_tomorrow_and_in_the_other_language(page: Page, address: str) -> None:
    page.goto(f"{address}checklists/setup/")
    box(page, "laptop").check()
    page.reload()
    expect(box(page, "laptop")).to_be_checked()
    expect(box(page, "sign")).not_to_be_checked()
    page.goto(f"{address}en/checklists/setup/")
    expect(box(page, "laptop")).to_be_checked()
    page.goto(f"{address}checklists/other/")
    expect(box(page, "laptop", "other")).not_to_be_checked()


def test_progress_is_counted_by_phase_and_overall(page: Page, address: str) -> None:
    page.goto(f"{address}checklists/setup/")
    expect(page.locator(".smm-total")).to_be_hidden()
    for task in ("laptop", "tour"):
        box(page, task).check()
    expect(part(page, "done")).to_have_text("2")
    expect(part(page, "all")).to_have_text("van 4 klaar")
    assert page.locator(".smm-part-note").all_inner_texts()[:2] == ["1 van 2 klaar", "1 van 2 klaar"]
    expect(page.locator(".smm-prog span")).to_have_count(4)
    expect(page.locator(".smm-prog-on")).to_have_count(2)
    expect(part(page, "bar")).to_have_attribute("aria-label", "2 van 4 klaar")
    expect(row(page, "laptop").locator(".smm-state")).to_have_text("Klaar")


@pytest.mark.parametrize("prefix", WORDS)
@pytest.mark.parametrize("width", [375, 1280])
def test_a_start_date_gives_real_dates(page: Page, address: str, prefix: str, width: int) -> None:
    words = WORDS[prefix]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{prefix}checklists/setup/")
    start(page, MONDAY)
    expect(row(page, "laptop").locator("time")).to_have_text(words["day"])
    found = {task: row(page, task).locator("time").get_attribute("datetime") for task in ("laptop", "sign", "tour")}
    assert found == {"laptop": "2027-04-22", "sign": "2027-04-12", "tour": MONDAY}
    assert row(page, "access").locator("time").get_attribute("datetime") == "2027-05-03"  # 1 May is a Saturday
    expect(part(page, "state-late")).to_have_text(words["late"])
    expect(page.locator(".smm-prog-late")).to_have_count(3)
    expect(page.locator(f"text={words['more']}")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.reload()
    expect(row(page, "laptop").locator("time")).to_have_text(words["day"])


def test_a_moved_date_says_why_and_the_rule_stays(page: Page, address: str) -> None:
    page.goto(f"{address}checklists/setup/#start=2027-04-27")
    expect(row(page, "tour").locator("time")).to_have_text("wo 28 apr")
    expect(row(page, "tour")).to_contain_text("op je eerste dag, was Koningsdag")
    expect(row(page, "tour").locator(".smm-state")).to_have_text("Vandaag")
    start(page, "")
    expect(row(page, "tour").locator("time")).to_have_count(0)
    expect(row(page, "tour").locator(".smm-task-d")).to_have_text("op je eerste dag")


def test_a_date_whose_holidays_are_unknown_is_refused(page: Page, address: str) -> None:
    """Dates of years without holidays would differ from paper."""
    page.goto(f"{address}checklists/setup/#start=2090-01-01")
    start(page, "2027-04-28")
    start(page, "2090-01-01")
    expect(page.locator("input[name=start]")).to_have_value("2090-01-01")  # it may still be being typed
    page.locator("input[name=start]").blur()
    expect(page.locator("input[name=start]")).to_have_value("2027-04-28")
    expect(page.locator("time[datetime]").filter(has_text="2090")).to_have_count(0)
    expect(part(page, "note")).to_contain_text("Kies een dag van")


def test_a_date_can_be_typed_with_the_keyboard(page: Page, address: str) -> None:
    """While the year is typed the field passes through the year 2; taking that away would take the typing away."""
    page.goto(f"{address}checklists/setup/")
    page.locator("input[name=start]").focus()
    page.keyboard.type("03032027", delay=20)  # the third of the third: day or month may come first
    expect(page.locator("input[name=start]")).to_have_value("2027-03-03")
    assert row(page, "tour").locator("time").get_attribute("datetime") == "2027-03-03"


def test_the_link_carries_the_date_to_a_colleague(page: Page, address: str, chromium: Browser) -> None:
    page.goto(f"{address}checklists/setup/")
    expect(part(page, "link")).to_be_hidden()
    start(page, MONDAY)
    more(page)
    part(page, "link").click()
    expect(part(page, "note")).to_have_text("De link is gekopieerd.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith(f"checklists/setup/#start={MONDAY}")
    colleague = chromium.new_page(locale="nl-NL")
    colleague.goto(link)
    assert row(colleague, "tour").locator("time").get_attribute("datetime") == MONDAY
    expect(part(colleague, "note")).to_have_text("Datum en keuzes komen uit de link die je opende.")
    colleague.goto(link.replace(MONDAY, "2027-02-30"))
    assert row(colleague, "tour").locator("time").get_attribute("datetime") == MONDAY
    colleague.close()


def test_one_owner_sees_their_tasks_finished_ones_too(page: Page, address: str) -> None:
    page.goto(f"{address}checklists/setup/")
    box(page, "laptop").check()
    part(page, "owner").select_option("it")
    expect(row(page, "laptop")).to_be_visible()
    expect(row(page, "access")).to_be_visible()
    expect(row(page, "tour")).to_be_hidden()
    expect(part(page, "say")).to_have_text("1 van 2 klaar.")
    part(page, "owner").select_option("hr")
    expect(page.locator("#after")).to_be_hidden()
    part(page, "owner").select_option("")
    expect(page.locator("#after")).to_be_visible()
    expect(row(page, "laptop")).to_be_visible()


@pytest.mark.parametrize("prefix", WORDS)
def test_starting_again_can_be_undone(page: Page, address: str, prefix: str) -> None:
    page.goto(f"{address}{prefix}checklists/setup/#start={MONDAY}")
    box(page, "laptop").check()
    more(page)
    page.get_by_role("button", name=WORDS[prefix]["reset"]).click()
    expect(box(page, "laptop")).not_to_be_checked()
    expect(page.locator("time[datetime]")).to_have_count(0)
    part(page, "undo").click()
    expect(box(page, "laptop")).to_be_checked()
    expect(page.locator("input[name=start]")).to_have_value(MONDAY)
    expect(part(page, "undo")).to_be_hidden()
    expect(part(page, "reset")).to_be_focused()


def test_a_saved_file_brings_everything_to_another_browser(
    page: Page, address: str, tmp_path: Path, chromium: Browser
) -> None:
    page.goto(f"{address}checklists/setup/#start={MONDAY}")
    box(page, "tour").check()
    more(page)
    with page.expect_download() as saved:
        part(page, "export").click()
    assert saved.value.suggested_filename == "setup-1.0.json"
    saved.value.save_as(tmp_path / "kept.json")
    kept = json.loads((tmp_path / "kept.json").read_text(encoding="utf-8"))
    assert kept == {"checklist": "setup", "version": "1.0", "dates": {"start": MONDAY}, "done": ["tour"]}
    (tmp_path / "more.json").write_text(json.dumps(kept | {"done": ["tour", "gone"]}), encoding="utf-8")
    other = chromium.new_page(locale="nl-NL")
    other.goto(f"{address}checklists/setup/")
    part(other, "file").set_input_files(tmp_path / "more.json")
    expect(box(other, "tour")).to_be_checked()
    expect(other.locator("input[name=start]")).to_have_value(MONDAY)
    expect(part(other, "note")).to_have_text("1 vinkje overgenomen. 1 taak staat niet meer in deze checklist.")
    other.close()


@pytest.mark.parametrize("wrong", ["{", "[]", "null", '{"checklist": "other", "done": []}', '{"checklist": "setup"}'])
def test_a_file_of_something_else_changes_nothing(page: Page, address: str, tmp_path: Path, wrong: str) -> None:
    page.goto(f"{address}checklists/setup/")
    box(page, "tour").check()
    (tmp_path / "wrong.json").write_text(wrong, encoding="utf-8")
    part(page, "file").set_input_files(tmp_path / "wrong.json")
    expect(part(page, "note")).to_have_text("Dit bestand hoort niet bij deze checklist. Er is niets veranderd.")
    expect(box(page, "tour")).to_be_checked()


def test_ticks_survive_an_edit_and_a_new_version_starts_empty(
    page: Page, chromium: Browser, address: str, edited: dict[str, str]
) -> None:
    """Tasks are known by their id: moved or reworded, they keep their tick."""
    page.goto(f"{address}checklists/setup/")
    for task in ("laptop", "tour"):
        box(page, task).check()
    kept = page.evaluate("({...localStorage})")
    for version, ticked in (("1.0", True), ("2.0", False)):
        there = chromium.new_context()
        there.add_init_script(f"Object.assign(localStorage, {json.dumps(kept)})")
        opened = there.new_page()
        opened.goto(f"{edited[version]}checklists/setup/")
        expect(box(opened, "tour")).to_be_checked(checked=ticked)
        expect(box(opened, "computer")).not_to_be_checked()
        expect(part(opened, "done")).to_have_text("1" if ticked else "0")
        there.close()


def test_two_lists_in_a_lesson_keep_to_themselves(page: Page, address: str) -> None:
    page.goto(f"{address}training/list/#start={MONDAY}&kickoff=2027-01-31")
    box(page, "laptop").check()
    expect(box(page, "laptop", "other")).not_to_be_checked()
    expect(part(page, "done")).to_have_text("1")
    expect(part(page, "done", "other")).to_have_text("0")
    assert row(page, "meet", "other").locator("time").get_attribute("datetime") == "2027-03-01"  # 28 February: Sunday
    expect(row(page, "laptop", "other").locator("time")).to_have_count(0)
    page.goto(f"{address}checklists/setup/")
    expect(box(page, "laptop")).to_be_checked()


def test_the_keyboard_is_enough_and_a_screen_reader_hears_what_changed(page: Page, address: str) -> None:
    page.goto(f"{address}checklists/setup/")
    box(page, "sign").focus()
    page.keyboard.press("Space")
    expect(part(page, "say")).to_have_text("Contract tekenen: Klaar. 1 van 4 klaar.")
    expect(part(page, "say")).to_have_attribute("role", "status")
    summary = page.locator(".smm-tick-more summary")
    summary.focus()
    page.keyboard.press("Enter")
    for name in ("print", "export", "import", "reset"):
        page.keyboard.press("Tab")
        expect(part(page, name)).to_be_focused()
    page.keyboard.press("Enter")
    expect(part(page, "note")).to_have_text("Alle vinkjes en datums zijn weg.")
    expect(box(page, "sign")).not_to_be_checked()


@pytest.mark.parametrize("width", [375, 1280])
def test_targets_are_large_enough_for_a_thumb(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}checklists/setup/#start={MONDAY}")
    more(page)
    for target in page.locator(".smm-tick :is(button, select, summary, input):visible").all():
        size = target.bounding_box()
        assert size is not None
        assert size["height"] >= 44, target.evaluate("one => one.outerHTML")
    for target in page.locator(".smm-task input").all():
        size = target.bounding_box()
        assert size is not None
        assert min(size["width"], size["height"]) >= 24


def test_paper_shows_the_ticks_and_no_controls(page: Page, address: str) -> None:
    page.goto(f"{address}checklists/setup/")
    box(page, "tour").check()
    more(page)
    page.emulate_media(media="print")
    expect(box(page, "tour")).to_be_checked()
    expect(box(page, "tour")).to_be_visible()
    expect(part(page, "done")).to_be_visible()
    expect(page.locator(".smm-tick :is(button, select, input):visible")).to_have_count(0)


def test_without_storage_ticking_works_and_the_page_says_so(page: Page, address: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(f"{address}checklists/setup/")
    box(page, "tour").check()
    expect(part(page, "done")).to_have_text("1")
    expect(part(page, "note")).to_have_text("Deze browser onthoudt je vinkjes niet. Bewaar ze als bestand.")


def test_two_tabs_agree(page: Page, address: str) -> None:
    page.goto(f"{address}checklists/setup/")
    second = page.context.new_page()
    second.goto(f"{address}checklists/setup/")
    box(page, "tour").check()
    expect(box(second, "tour")).to_be_checked()


@pytest.mark.parametrize("path", ["checklists/setup/", "en/checklists/setup/", "training/list/"])
def test_without_javascript_it_is_the_printed_list(chromium: Browser, address: str, path: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{path}")
    assert page.locator(".smm-tick").first.is_hidden()
    assert page.locator(".smm-task input").first.is_visible()
    assert page.locator("[data-smm-task=tour] .smm-task-d").inner_text() in ("op je eerste dag", "on your first day")
    context.close()
