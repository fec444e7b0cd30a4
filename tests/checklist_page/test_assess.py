"""Self-assessment: what a learner relies on who rates their own skills, and works on them for months."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

URL = "checklists/skills/"
WORDS = {
    "": {
        "done": "van 3 ingevuld",
        "next": [
            "Nu: Nog niet. Gevraagd: Begeleid, 2 stappen hoger.",
            "Nu: Nog niet. Gevraagd: Basis, één stap hoger.",
        ],
        "reached": "van 3 op het niveau voor: Aankomend",
        "said": "Schrijven: Basis. Gevraagd: Begeleid. Nog één stap. 1 van 3 ingevuld.",
        "own": "Bekijk mijn eigen niveaus, met bewijs",
    },
    "en/": {
        "done": "of 3 filled in",
        "next": ["Now: Not yet. Asked: Guided, 2 steps up.", "Now: Not yet. Asked: Basic, one step up."],
        "reached": "of 3 at the level for: Junior",
        "said": "Writing: Basic. Asked: Guided. One more step. 1 of 3 filled in.",
        "own": "See my own levels, with evidence",
    },
}


def part(page: Page, name: str) -> Locator:
    return page.locator(f"[data-smm-assess=skills] [data-smm={name}]")


def level(page: Page, skill: str, rung: str) -> Locator:
    return page.locator(f"[data-smm-skill={skill}] input[value='{rung}']")


def rate(page: Page, **levels: str) -> None:
    for skill, rung in levels.items():
        level(page, skill, rung).check()


def result(page: Page) -> Locator:
    return page.locator(".smm-res-out")


def aim(page: Page, target: str) -> None:
    page.locator("select[name=target]").select_option(target)


def more(page: Page) -> None:
    page.locator(".smm-tick-more summary").click()


@pytest.mark.parametrize("prefix", WORDS)
@pytest.mark.parametrize("width", [375, 1280])
def test_answers_add_up_to_what_to_learn_first(page: Page, address: str, prefix: str, width: int) -> None:
    words = WORDS[prefix]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{prefix}{URL}")
    aim(page, "junior")
    rate(page, writing="-", video="lead", figures="-")
    expect(part(page, "done")).to_have_text("3")
    expect(part(page, "all")).to_have_text(words["done"])
    expect(result(page)).to_contain_text(f"1 {words['reached']}")
    assert result(page).locator(".smm-res-next .smm-src").all_inner_texts() == words["next"]
    expect(result(page).locator(".smm-res-best li")).to_have_count(1)
    assert result(page).locator("tbody tr").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.reload()
    expect(level(page, "video", "lead")).to_be_checked()
    assert result(page).locator(".smm-res-next .smm-src").all_inner_texts() == words["next"]


def test_a_gap_leads_to_the_lesson(page: Page, address: str) -> None:
    page.goto(f"{address}{URL}")
    rate(page, writing="guided")
    first = result(page).locator(".smm-res-next > li").first
    expect(first).to_contain_text("Nu: Begeleid. De volgende stap: Leidt.")
    expect(first).to_contain_text("Tien eerste regels")
    first.get_by_role("link", name="De les").click()
    expect(page).to_have_url(f"{address}training/list/")


def test_a_skill_that_the_target_does_not_ask_for_is_no_gap(page: Page, address: str) -> None:
    page.goto(f"{address}{URL}")
    aim(page, "writer")
    rate(page, writing="lead", figures="-")
    expect(result(page)).to_contain_text("1 van 1 op het niveau voor: Schrijver")
    expect(result(page)).to_contain_text("Alles wat je invulde, staat op het gevraagde niveau of hoger.")
    expect(page.locator("[data-smm-skill=figures] .smm-ask-g")).to_have_text("Voor dit doel niet gevraagd.")
    expect(result(page).locator(".smm-res-next")).to_have_count(0)


def test_what_is_still_open_is_said_and_can_be_found(page: Page, address: str) -> None:
    page.goto(f"{address}{URL}")
    expect(result(page)).to_contain_text("Kies bij een vaardigheid je niveau.")
    rate(page, writing="lead")
    expect(result(page)).to_contain_text("Nog 2 niet ingevuld.")
    result(page).get_by_role("link", name="Ga naar de eerste die open is").click()
    expect(page).to_have_url(f"{address}{URL}#skills-video")


def test_the_owner_and_the_visitor_are_two_people(page: Page, address: str) -> None:
    """The owner's level is evidence; a visitor who meets it in the form would take it for an answer."""
    page.goto(f"{address}skills/")
    expect(page.locator(".smm-skills--doc li").first).to_contain_text("Leidt")
    page.get_by_role("link", name="Test jezelf op deze vaardigheden").click()
    expect(page).to_have_url(f"{address}{URL}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Test jezelf: wat je kunt")
    expect(page.locator("input[type=radio]:checked")).to_have_count(0)
    page.get_by_role("link", name=WORDS[""]["own"]).click()
    expect(page).to_have_url(f"{address}skills/")


@pytest.mark.parametrize("prefix", WORDS)
def test_the_keyboard_is_enough_and_a_screen_reader_hears_what_changed(page: Page, address: str, prefix: str) -> None:
    page.goto(f"{address}{prefix}{URL}")
    page.locator("select[name=target]").focus()
    page.keyboard.press("ArrowDown")
    level(page, "writing", "-").focus()
    page.keyboard.press("ArrowRight")
    expect(level(page, "writing", "basic")).to_be_checked()
    expect(part(page, "say")).to_have_text(WORDS[prefix]["said"])
    expect(part(page, "say")).to_have_attribute("role", "status")
    ring = "one => { const css = getComputedStyle(one.closest('label')); return [css.outlineStyle, css.outlineWidth] }"
    assert level(page, "writing", "basic").evaluate(ring) == ["solid", "3px"]
    name = page.get_by_role("radiogroup", name=("Writing" if prefix else "Schrijven"))
    expect(name.get_by_role("radio")).to_have_count(4)


def test_starting_again_can_be_undone(page: Page, address: str) -> None:
    page.goto(f"{address}{URL}")
    rate(page, writing="lead", video="-")
    aim(page, "writer")
    more(page)
    part(page, "reset").click()
    expect(page.locator("input[type=radio]:checked")).to_have_count(0)
    expect(page.locator("select[name=target]")).to_have_value("")
    expect(part(page, "note")).to_have_text("Alle antwoorden zijn weg.")
    part(page, "undo").click()
    expect(level(page, "writing", "lead")).to_be_checked()
    expect(page.locator("select[name=target]")).to_have_value("writer")
    expect(part(page, "reset")).to_be_focused()


def test_a_saved_file_brings_the_answers_to_another_browser(
    page: Page, address: str, tmp_path: Path, chromium: Browser
) -> None:
    page.goto(f"{address}{URL}")
    rate(page, writing="guided", video="-")
    aim(page, "junior")
    more(page)
    with page.expect_download() as saved:
        part(page, "export").click()
    assert saved.value.suggested_filename == "skills-1.0.json"
    kept = json.loads(saved.value.path().read_text(encoding="utf-8"))
    levels = {"writing": "guided", "video": "-"}
    assert kept == {"checklist": "skills", "version": "1.0", "target": "junior", "levels": levels}
    odd = {"gone": "basic", "figures": "master", "video": "basic"}
    (tmp_path / "kept.json").write_text(json.dumps(kept | {"levels": levels | odd}), encoding="utf-8")
    other = chromium.new_page(locale="nl-NL")
    other.goto(f"{address}{URL}")
    part(other, "file").set_input_files(tmp_path / "kept.json")
    expect(level(other, "video", "basic")).to_be_checked()
    expect(other.locator("select[name=target]")).to_have_value("junior")
    expect(part(other, "note")).to_have_text("2 antwoorden overgenomen. 1 vaardigheid staat niet meer in deze lijst.")
    other.close()


@pytest.mark.parametrize(
    "wrong", ["{", "[]", "null", '{"checklist": "setup", "levels": {}}', '{"checklist": "skills", "levels": []}']
)
def test_a_file_of_something_else_changes_nothing(page: Page, address: str, tmp_path: Path, wrong: str) -> None:
    page.goto(f"{address}{URL}")
    rate(page, writing="guided")
    (tmp_path / "wrong.json").write_text(wrong, encoding="utf-8")
    part(page, "file").set_input_files(tmp_path / "wrong.json")
    expect(part(page, "note")).to_have_text("Dit bestand hoort niet bij deze checklist. Er is niets veranderd.")
    expect(level(page, "writing", "guided")).to_be_checked()


def test_the_link_carries_the_target_and_not_the_answers(page: Page, address: str, chromium: Browser) -> None:
    """A trainer sends the target to the class; how somebody rates themselves is nobody else's business."""
    page.goto(f"{address}{URL}")
    rate(page, writing="guided")
    more(page)
    expect(part(page, "link")).to_be_hidden()
    aim(page, "junior")
    part(page, "link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}{URL}#target=junior"
    learner = chromium.new_page(locale="nl-NL")
    learner.goto(link)
    expect(learner.locator("select[name=target]")).to_have_value("junior")
    expect(part(learner, "note")).to_have_text("Het doel komt uit de link die je opende.")
    learner.close()


def test_answers_survive_an_edit_and_a_new_version_starts_empty(
    page: Page, chromium: Browser, address: str, edited: dict[str, str]
) -> None:
    """Skills and levels are known by their ids: reworded, they keep their answer."""
    page.goto(f"{address}{URL}")
    rate(page, writing="guided", video="lead")
    kept = page.evaluate("({...localStorage})")
    for version, there in (("1.0", True), ("2.0", False)):
        context = chromium.new_context()
        context.add_init_script(f"Object.assign(localStorage, {json.dumps(kept)})")
        opened = context.new_page()
        opened.goto(f"{edited[version]}{URL}")
        expect(level(opened, "writing", "guided")).to_be_checked(checked=there)
        expect(opened.locator("[data-smm-skill=video] input:checked")).to_have_count(0)
        context.close()


def test_paper_shows_the_answers_and_no_controls(page: Page, address: str) -> None:
    page.goto(f"{address}{URL}")
    rate(page, writing="guided")
    aim(page, "junior")
    more(page)
    page.emulate_media(media="print")
    expect(level(page, "writing", "guided")).to_be_checked()
    expect(level(page, "writing", "guided")).to_be_visible()
    expect(part(page, "set")).to_have_text("Waar werk je naartoe? Aankomend")
    expect(result(page)).to_be_visible()
    expect(page.locator(".smm-tick :is(button, select):visible")).to_have_count(0)


def test_it_works_in_a_lesson_too(page: Page, address: str) -> None:
    page.goto(f"{address}training/test/")
    rate(page, writing="guided")
    expect(result(page).locator(".smm-res-next")).to_contain_text("Schrijven")
    page.goto(f"{address}{URL}")
    expect(level(page, "writing", "guided")).to_be_checked()


@pytest.mark.parametrize("path", [URL, f"en/{URL}", "training/test/"])
def test_without_javascript_it_is_a_form_for_paper(chromium: Browser, address: str, path: str) -> None:
    """Levels explained, a box for each, what every target asks, how to learn it, and lines to write on."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{path}")
    assert page.locator(".smm-tick").is_hidden()
    assert page.locator(".smm-rungs dd").first.is_visible()
    assert page.locator("input[type=radio]:visible").count() == 3 * 4
    asked = page.locator("[data-smm-skill=writing] .smm-ask-g").inner_text()
    assert asked in ("Gevraagd: Aankomend: Begeleid; Schrijver: Leidt.", "Asked: Junior: Guided; Writer: Leads.")
    assert page.locator("[data-smm-skill=writing] .smm-learn a").is_visible()
    assert page.locator(".smm-res-paper li:visible").count() == 3
    context.close()


@pytest.mark.parametrize("width", [375, 1280])
def test_targets_are_large_enough_for_a_thumb(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{URL}")
    more(page)
    for target in page.locator(".smm-ladder label, .smm-tick :is(button, select, summary):visible").all():
        size = target.bounding_box()
        assert size is not None
        assert size["height"] >= 44, target.evaluate("one => one.outerHTML")
