"""Tasks that are not for everybody: in words on the page, and put aside for whoever says who they are."""

from __future__ import annotations

import json
import random

import pytest
from playwright.sync_api import Browser, Page, expect

from smm_portfolio.content.values.condition import All, AnyOf, Condition, Is, Node, Not
from smm_portfolio.site.pages.applies import condition_data
from tests.checklist_page.test_page import box, more, part, row

pytestmark = pytest.mark.browser

WORDS = {
    "": (
        "alleen voor: een collega",
        "Een klant",
        "2 taken gelden hier niet",
        "1 van 2 klaar",
    ),
    "en/": ("only for: a colleague", "A client", "2 tasks do not apply", "1 of 2 done"),
}
URL = "checklists/parting/"


@pytest.mark.parametrize("prefix", WORDS)
def test_the_page_says_for_whom_a_task_is(page: Page, address: str, prefix: str) -> None:
    """Somebody who reads the list without choosing, or on paper, must not do what is not for them."""
    page.goto(f"{address}{prefix}{URL}")
    expect(row(page, "laptop", "parting").locator(".smm-task-n")).to_contain_text(WORDS[prefix][0])
    expect(row(page, "permit", "parting").locator(".smm-task-n")).to_contain_text("NL")
    expect(row(page, "tell", "parting").locator(".smm-task-n")).not_to_contain_text(WORDS[prefix][0].split(":")[0])


@pytest.mark.parametrize("prefix", WORDS)
@pytest.mark.parametrize("width", [375, 1280])
def test_what_does_not_apply_is_put_aside_and_not_counted(page: Page, address: str, prefix: str, width: int) -> None:
    _, client, aside, said = WORDS[prefix]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{prefix}{URL}")
    box(page, "tell", "parting").check()
    box(page, "laptop", "parting").check()
    page.locator("select[name=type]").select_option(client)
    expect(row(page, "laptop", "parting")).to_be_hidden()
    expect(row(page, "invoice", "parting")).to_be_visible()
    expect(page.locator("#abroad")).to_be_hidden()
    expect(part(page, "apart", "parting")).to_have_text(aside)
    expect(part(page, "say", "parting")).to_have_text(f"{said}, {aside}.")
    expect(page.locator(".smm-prog span")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.reload()
    expect(row(page, "laptop", "parting")).to_be_hidden()
    page.locator("select[name=type]").select_option("")
    expect(box(page, "laptop", "parting")).to_be_checked()


def test_what_is_not_known_hides_nothing(page: Page, address: str) -> None:
    """Two questions, one answered: a task that may still apply stays."""
    page.goto(f"{address}{URL}")
    page.locator("select[name=region]").select_option("NL of BE")
    expect(row(page, "permit", "parting")).to_be_hidden()
    page.locator("select[name=region]").select_option("iets anders")
    expect(row(page, "permit", "parting")).to_be_visible()
    page.locator("select[name=region]").select_option("")
    page.locator("select[name=type]").select_option("Een collega")
    expect(row(page, "permit", "parting")).to_be_visible()


def test_the_choice_goes_along_in_link_file_and_print(page: Page, address: str, chromium: Browser) -> None:
    page.goto(f"{address}{URL}#start=2027-04-26")
    page.locator("select[name=type]").select_option("Een collega")
    part(page, "owner", "parting").select_option("hr")
    expect(part(page, "set", "parting")).to_be_hidden()
    page.emulate_media(media="print")
    expect(part(page, "set", "parting")).to_have_text(
        "Eerste dag: ma 26 apr 2027 · Wie vertrekt er? Een collega · Wie: Personeelszaken"
    )
    expect(part(page, "set", "parting")).to_be_visible()
    page.emulate_media(media="screen")
    more(page)
    part(page, "link", "parting").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith("#start=2027-04-26&type=collega")
    other = chromium.new_page(locale="nl-NL")
    other.goto(link.replace("/checklists", "/en/checklists"))
    expect(other.locator("select[name=type]")).to_have_value("collega")
    expect(row(other, "invoice", "parting")).to_be_hidden()
    other.goto(link.replace("type=collega", "type=niemand"))
    expect(other.locator("select[name=type]")).to_have_value("collega")
    with page.expect_download() as saved:
        part(page, "export", "parting").click()
    assert json.loads(saved.value.path().read_text())["who"] == {"type": "collega"}
    other.close()


def test_without_javascript_nothing_is_put_aside(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{URL}")
    assert page.locator(".smm-task:visible").count() == 4
    assert page.locator("select").first.is_hidden()
    context.close()


FIELDS = ("role", "region")
VALUES = ("a", "b", "c")


def _tree(chance: random.Random, depth: int = 3) -> Node:
    kind = chance.choice(("is", "is", "not", "all", "any")) if depth else "is"
    if kind == "is":
        values = tuple(chance.sample(VALUES, chance.randint(1, 2)))
        return Is(chance.choice(FIELDS), values, chance.random() < 0.3)
    if kind == "not":
        return Not(_tree(chance, depth - 1))
    parts = tuple(_tree(chance, depth - 1) for _ in range(chance.randint(2, 3)))
    return All(parts) if kind == "all" else AnyOf(parts)


def test_the_page_judges_conditions_as_packs_do(page: Page, address: str) -> None:
    """A task that the page hides and the printed pack holds, or the other way round, makes one of them wrong."""
    chance = random.Random(4)
    people = [{"role": role, "region": region} for role in VALUES for region in VALUES]
    conditions = [Condition("", _tree(chance)) for _ in range(60)]
    page.goto(f"{address}{URL}")
    found = page.evaluate(
        "([trees, people]) => trees.map((tree) => people.map((who) => smmKeep.holds(tree, who)))",
        [[condition_data(one) for one in conditions], people],
    )
    assert found == [[one.holds(who) for who in people] for one in conditions]
    assert {answer for answers in found for answer in answers} == {True, False}
