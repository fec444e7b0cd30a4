"""Every kind of page, in both languages, on the small project."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

from smm_portfolio.campaigns.pages import campaign_pages
from smm_portfolio.content.library import Library
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.tree import NavItem, Page, Tree
from tests.support.portfolio import TODAY, context_of
from tests.support.reading import broken_links, converted, links, row, words

URIS = {
    "index.md",
    "work/index.md",
    *(f"work/{slug}.md" for slug in ("bakery", "bicycles", "quiet-work", "mock-shop")),
    *(f"work/platform/{slug}.md" for slug in ("instagram", "newsletter", "facebook", "tiktok")),
    *(f"work/sector/{slug}.md" for slug in ("eten-en-drinken", "winkels", "zorg", "cosmetica")),
    *(f"work/kind/{slug}.md" for slug in ("client", "employer", "mock")),
    "services.md",
    "contact.md",
    "skills/index.md",
    "checklists/index.md",
    "checklists/new-hire.md",
    "checklists/skills.md",
    "roles/index.md",
    "roles/manager-specialist.md",
    "salaries/index.md",
    "salaries/europe.md",
    "guides/index.md",
    "guides/new-hire.md",
}


def page(tree: Tree, uri: str) -> Page:
    found = tree.page(uri)
    assert found is not None, f"{uri} is missing"
    return found


def test_every_entry_has_its_page_at_the_same_address_in_each_language(tree: Tree) -> None:
    assert {one.uri for one in tree.pages} == URIS
    assert len(tree.pages) == len(URIS)


def test_every_page_has_a_title_a_description_and_a_layout(tree: Tree) -> None:
    for one in tree.pages:
        assert one.title
        assert one.description
        assert one.meta["smm_layout"] in ("home", "wide", "doc")


def test_every_page_but_an_index_leads_to_the_yaml_it_was_made_from(tree: Tree, library: Library) -> None:
    for one in tree.pages:
        assert bool(one.source) == (one.kind != "index"), one.uri
        assert not one.source or (library.root / one.source).is_file()


def test_no_label_or_text_is_left_open(context: SiteContext, tree: Tree) -> None:
    """A reader would see {name}, None or a raw key."""
    for one in (*tree.pages, *campaign_pages(context)):
        text = words(one.body)
        assert not re.search(r"\{\w+\}|\bNone\b|\bUndefined\b|\.\.(?!\.)| ,|\(\)", text), (one.uri, text)


def test_every_link_between_pages_has_its_target(context: SiteContext, tree: Tree) -> None:
    pages = (*tree.pages, *campaign_pages(context))
    assert not broken_links(pages, {f"guides/{entry.slug}.pdf" for entry in context.library.guides})


def test_the_search_for_broken_links_finds_them() -> None:
    """The guard above must be able to fail, for a page as for a part of it."""
    other = Page("work/index.md", "Work", "## Part { #part }\n")
    page = Page("a/b.md", "B", "[x](../../work/) [y](../../work/#part) [z](../../nowhere/) [w](../../work/#no)")
    assert broken_links((page, other), set()) == [("a/b.md", "../../nowhere/"), ("a/b.md", "../../work/#no")]


def test_pages_have_one_first_heading_and_no_id_twice(context: SiteContext, tree: Tree) -> None:
    for one in (*tree.pages, *campaign_pages(context)):
        html = converted(one.body)
        assert len(re.findall(r"<h1\b", html)) == 1, one.uri
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), (one.uri, [name for name in ids if ids.count(name) > 1])


def test_navigation_holds_small_collections_and_an_index_of_large_ones(tree: Tree) -> None:
    def uris(items: tuple[NavItem, ...]) -> list[str]:
        return [uri for item in items for uri in (*([item.uri] if item.uri else []), *uris(item.children))]

    found = uris(tree.nav)
    assert found[0] == "index.md"
    assert "work/index.md" in found
    assert "checklists/new-hire.md" in found
    assert not any(uri.startswith("work/") and uri != "work/index.md" for uri in found)
    assert len(tree.nav) <= 6, "the header has room for home and five places"


def test_a_hand_written_start_page_takes_the_place_of_ours(context: SiteContext) -> None:
    found = compile_tree(context, frozenset({"index.md"}))
    assert found.page("index.md") is None
    assert not any(item.uri == "index.md" for item in found.nav)


def test_without_a_profile_the_start_page_lists_what_there_is(library: Library) -> None:
    context = context_of(dataclasses.replace(library, profile=None), "en")
    home = page(compile_tree(context), "index.md")
    assert home.title == "Noor's portfolio"
    assert {"work/", "checklists/", "roles/", "salaries/", "guides/"} <= set(links(home.body))


def test_an_empty_project_still_has_a_start_page(library: Library) -> None:
    nothing = dict.fromkeys(("cases", "skills", "checklists", "roles", "salaries", "guides", "campaigns"), ())
    context = context_of(dataclasses.replace(library, profile=None, **nothing), "en")
    assert [one.uri for one in compile_tree(context).pages] == ["index.md"]


def test_home_opens_with_the_strongest_result_and_its_source(library: Library) -> None:
    text = words(page(compile_tree(context_of(library, "nl")), "index.md").body)
    assert "18 naar 41" in text
    assert "workshopboekingen +23 (+128 %)" in text
    assert "Bakkerij De Aar, mrt–mei 2026 tegen dec 2025 t/m feb 2026. Bron: Boekingssysteem" in text
    assert "Mail Noor" in text


def test_a_task_says_what_when_who_and_when_it_is_done(library: Library) -> None:
    body = page(compile_tree(context_of(library, "nl")), "checklists/new-hire.md").body
    text = words(body)
    assert "Laptop klaarzetten" in text
    assert "7 dagen vóór je eerste dag" in text
    assert "Klaar als: Hij start op." in text
    assert "optioneel · na: Laptop klaarzetten · met paraaf" in text
    assert "Samen met: buddy." in text
    assert "Voor iedereen." in text
    assert "../../guides/new-hire.pdf" in links(body)


def test_without_pdfs_no_page_links_to_one(library: Library) -> None:
    tree = compile_tree(context_of(library, "en", with_pdf=False))
    assert not any(".pdf" in href for one in tree.pages for href in links(one.body))
    assert "../../guides/new-hire/" in links(page(tree, "checklists/new-hire.md").body)


def test_a_salary_says_age_confidence_source_and_what_is_not_known(library: Library) -> None:
    body = page(compile_tree(context_of(library, "en")), "salaries/europe.md").body
    text = words(body)
    assert "France, euros per year" in text
    assert "2023, 3 years old" in text
    assert "Confidence: high" in text
    assert "1,142 respondents. Source: Survey of makers, May 2023" in text
    assert "Only a middle figure; low and high are not known." in text
    assert "The Netherlands is missing." in text
    assert row(body, "Freelancer").startswith("Freelancer, mid-level")
    assert "https://example.com/survey" in links(body)


def test_a_figure_of_this_year_is_not_old(library: Library) -> None:
    fresh = compile_tree(context_of(library, "en", today=dt.date(2023, 12, 31)))
    assert "years old" not in words(page(fresh, "salaries/europe.md").body)
    assert "years old" in words(page(compile_tree(context_of(library, "en", today=TODAY)), "salaries/europe.md").body)


def test_roles_are_compared_by_weight_and_by_words(library: Library) -> None:
    text = words(page(compile_tree(context_of(library, "nl")), "roles/manager-specialist.md").body)
    assert "Leiding hoofdtaak niet" in text
    assert "Blik Kwartaal Dag" in text
    assert "Je begint Social media manager en social media specialist Beide nodig." in text
    assert "Je telt graag: Social media manager" in text


def test_a_guide_links_what_has_a_page_and_shows_what_has_none(library: Library) -> None:
    body = page(compile_tree(context_of(library, "nl")), "guides/new-hire.md").body
    assert {"../../checklists/new-hire/", "../../roles/manager-specialist/#manager", "mailto:ravi@example.com"} <= set(
        links(body)
    )
    assert "Leuk dat je er bent." in words(body)


def test_texts_with_markup_in_them_stay_texts(library: Library) -> None:
    """A title such as `a < b & *c*` must neither break the page nor lose its signs."""
    entry = next(one for one in library.cases if one.slug == "bakery")
    typed = "Meer <b>, [x](y) & *sterren* {a}"
    title = type(entry.model.title)({"": typed})
    changed = dataclasses.replace(entry, model=entry.model.model_copy(update={"title": title, "summary": title}))
    context = context_of(dataclasses.replace(library, cases=(changed,)), "nl")
    body = page(compile_tree(context), "work/bakery.md").body
    assert words(body).count(typed) >= 2
