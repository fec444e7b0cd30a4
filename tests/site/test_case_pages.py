"""Case studies: goals against results, figures that never stand alone, evidence both ways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smm_portfolio.content.library import Library
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.pages.results import in_all
from smm_portfolio.site.tree import Tree
from smm_portfolio.site.words import bare
from tests.support.portfolio import FILES, context_of, library_of
from tests.support.reading import converted, row, words
from tests.support.trees import write_tree


@pytest.fixture(scope="module")
def dutch(library: Library) -> Tree:
    """The Dutch pages."""
    return compile_tree(context_of(library, "nl"))


def body(tree: Tree, uri: str) -> str:
    page = tree.page(uri)
    assert page is not None, f"{uri} is missing"
    return page.body


def test_a_reached_goal_shows_baseline_goal_result_and_both_changes(dutch: Tree) -> None:
    assert row(body(dutch, "work/bakery.md"), "Workshopboekingen") == "Workshopboekingen 18 30 41 +23 (+128 %) Gehaald"


def test_a_missed_goal_keeps_its_row(dutch: Tree) -> None:
    """A portfolio that drops its misses is worth nothing to a recruiter."""
    assert row(body(dutch, "work/bakery.md"), "Aanmeldingen") == "Aanmeldingen 60 120 96 +36 (+60 %) Niet gehaald"


def test_a_rate_shows_what_it_was_computed_from(dutch: Tree) -> None:
    assert "2.784 van 58.000" in words(body(dutch, "work/bakery.md"))
    assert "(was 1.302 van 42.000)" in words(body(dutch, "work/bakery.md"))


def test_a_result_without_a_goal_still_has_its_tile(dutch: Tree) -> None:
    text = words(body(dutch, "work/bakery.md"))
    assert "Reactietijd 9 uur naar 2 uur −7 uur (−78 %) mrt–mei 2026 tegen dec 2025 t/m feb 2026" in text


def test_the_chart_says_its_finding_and_holds_the_figures_as_a_table(dutch: Tree) -> None:
    text = words(body(dutch, "work/bakery.md"))
    assert "Twee van de drie doelen gehaald" in text
    assert "Resultaat als deel van het doel" in text
    assert "Bron: Boekingssysteem" in text


def test_facts_say_money_and_hours_also_where_they_are_unknown(dutch: Tree) -> None:
    assert "Inzet 8 uur per week" in words(body(dutch, "work/bakery.md"))
    assert "Budget € 180 aan advertenties" in words(body(dutch, "work/bakery.md"))
    assert "Inzet niet bijgehouden" in words(body(dutch, "work/mock-shop.md"))


def test_goals_are_told_in_the_words_that_tie_them_to_the_business(dutch: Tree) -> None:
    assert "30 boekingen voor de zaterdaghulp (uiterlijk 31 mei 2026)" in words(body(dutch, "work/bakery.md"))


def test_a_skill_links_to_its_cases_and_a_case_to_its_skills(dutch: Tree) -> None:
    assert '<a href="../skills/#making">' not in body(dutch, "work/bakery.md")
    assert '<a href="../../skills/#making">Contentplanning</a>' in converted(body(dutch, "work/bakery.md"))
    assert '<a href="../work/bakery/">Bakkerij De Aar</a>' in converted(body(dutch, "skills/index.md"))
    mock = '<a href="../campaigns/spring/">Lapwerk: Lente in lagen (fictief)</a>'
    assert mock in converted(body(dutch, "skills/index.md"))


def test_cases_lead_round_to_each_other_without_standing_in_the_navigation(dutch: Tree) -> None:
    """A thousand cases in the navigation would stand on each of a thousand pages."""
    cases = [page for page in dutch.pages if page.kind == "case_study"]
    assert not any(page.in_nav for page in cases)
    told = {page.url: page.body for page in cases if "quiet-work" not in page.uri}
    following = {url: [one for one in told if f'"../../{one}"' in text] for url, text in told.items()}
    seen, here = [], next(iter(told))
    while here not in seen:
        seen.append(here)
        (here,) = following[here]
    assert len(seen) == len(told)


def test_an_invented_sample_says_so_beside_its_title_and_in_the_list(dutch: Tree) -> None:
    assert "Klant, verzonnen" in words(body(dutch, "work/bakery.md"))
    assert "Klant, verzonnen" in words(body(dutch, "work/index.md"))
    page = dutch.page("work/bakery.md")
    assert page is not None
    assert page.meta["smm_sample"]


DRAWING = re.compile(r'<svg class="smm-art".*?</svg>', re.DOTALL)


def test_cases_and_frames_that_name_no_subject_do_not_all_show_the_same_drawing(tmp_path: Path) -> None:
    """Thirty cases without pictures looked like thirty copies of one."""
    cases = write_tree(tmp_path, FILES) / "site_src" / "cases"
    frames = "".join(f"  - {{platform: instagram, format: feed, caption: Post {n}, alt: Post {n}}}\n" for n in range(3))
    bakery = re.sub(
        r"^(?:art|picture|samples):.*\n(?:[ -].*\n)*", "", (cases / "bakery.yml").read_text("utf-8"), flags=re.MULTILINE
    )
    for slug in ("one", "two"):
        (cases / f"{slug}.yml").write_text(f"{bakery.rstrip()}\nsamples:\n{frames}", "utf-8")
    tree = compile_tree(context_of(library_of(tmp_path), "nl"))
    one, two = (DRAWING.findall(body(tree, f"work/{slug}.md")) for slug in ("one", "two"))
    assert len(one) >= 6
    assert len(set(one)) == len(one), "three frames of the head, and each of the content"
    assert not set(one) & set(two)


def test_two_of_two_are_said_as_people_say_it(library: Library) -> None:
    """Not "alle twee doelen gehaald", and not "all two"."""
    dutch, english = (context_of(library, language) for language in ("nl", "en"))
    assert in_all(dutch, "reached", [True, True]) == "Beide doelen gehaald"
    assert in_all(english, "better", [True, True]) == "Both figures improved"
    assert in_all(dutch, "better", [False, False]) == "Geen van beide cijfers verbeterd"
    assert in_all(english, "reached", [True] * 3) == "All three goals reached"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("Fijn.", "Fijn."), ('"Fijn."', "Fijn."), ("‘Fijn.’", "Fijn."), ('"Ja" en "nee"', '"Ja" en "nee"'), ('"', '"')],
)
def test_a_quote_stands_between_marks_once_however_it_was_typed(typed: str, words: str) -> None:
    assert bare(typed) == words


def test_words_of_a_client_stand_between_marks(dutch: Tree) -> None:
    """As large as a heading and without marks they read as if the author had said them."""
    assert "“Noor liet me mensen filmen.”" in words(body(dutch, "work/bakery.md"))
