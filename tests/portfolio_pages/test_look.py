"""Nothing on a page looks like stock Material, stands out of line, or says with a ground what only some can see."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROLES = ("ink", "accent", "good", "warn", "bad")
OF_THE_LOOK = """roles => {
  const probe = document.body.appendChild(document.createElement("i"));
  return roles.map(role => { probe.style.color = `var(--smm-${role})`; return getComputedStyle(probe).color; });
}"""
NOTES = """notes => notes.map(note => {
  const title = note.querySelector(".admonition-title, summary");
  return [getComputedStyle(note).borderLeftColor, getComputedStyle(title, "::before").backgroundColor,
          getComputedStyle(title).backgroundColor];
})"""
TOPS = "pictures => pictures.map(picture => Math.round(picture.getBoundingClientRect().top))"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["training/kpis/", "training/myths/"])
def test_notes_in_a_lesson_are_in_the_colours_of_the_look(page: Page, each_look: str, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{each_look}{path}")
    known = set(page.evaluate(OF_THE_LOOK, ROLES))
    notes = page.locator(".md-typeset :is(.admonition, details):not(.example, .smm-more)").evaluate_all(NOTES)
    assert notes
    for edge, sign, ground in notes:
        assert edge in known
        assert sign in known
        assert ground == "rgba(0, 0, 0, 0)"


def test_an_exercise_is_the_filled_box_of_the_look(page: Page, each_look: str) -> None:
    page.goto(f"{each_look}training/kpis/")
    [filled] = page.evaluate(OF_THE_LOOK, ["task-bg"])
    box = page.locator(".admonition.example").first
    assert box.evaluate("one => getComputedStyle(one).backgroundColor") == filled


@pytest.mark.parametrize("path", ["", "work/"])
def test_pictures_of_one_row_stand_in_one_line(page: Page, address: str, path: str) -> None:
    """Titles and results differ in length; pictures at three heights looked like a mistake."""
    page.goto(f"{address}{path}")
    tops = page.locator(".smm-work .smm-pic").evaluate_all(TOPS)
    in_a_row = 4 if not path else 3
    for start in range(0, len(tops), in_a_row):
        assert len(set(tops[start : start + in_a_row])) == 1


def test_the_system_may_decide_on_colours(chromium: Browser, each_look: str) -> None:
    """Levels, bars and the current page are told by a ground, which a high contrast theme takes away."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, forced_colors="active")
    page = context.new_page()
    page.goto(f"{each_look}skills/")
    ground = "one => getComputedStyle(one, '::before').backgroundImage"
    assert "gradient" in page.locator(".smm-level--3").first.evaluate(ground)
    edges = page.locator(".smm-tabs a").evaluate_all("all => all.map(one => getComputedStyle(one).borderBottomColor)")
    current = page.locator(".smm-tabs a[aria-current]").evaluate("one => getComputedStyle(one).borderBottomColor")
    assert edges.count(current) == 1
    context.close()


def test_topics_are_headings_and_not_small_links(page: Page, each_look: str) -> None:
    page.goto(f"{each_look}tags/")
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    topic, text = page.locator("h2 > .md-tag").first, page.locator("article li").first
    assert topic.evaluate(size) > text.evaluate(size)
