"""The work by platform, sector, service and kind: which pages there are, and what they must not give away."""

from __future__ import annotations

import dataclasses
import re

from smm_portfolio.content.library import Library
from smm_portfolio.content.values.text import Text
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.facets import FEWEST, MOST, facets, service_name, text_slug, work_values
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page, Tree
from tests.support.portfolio import context_of
from tests.support.reading import converted, links, words


def lists(tree: Tree) -> list[Page]:
    return [page for page in tree.pages if re.match(r"work/(platform|sector|service|kind)/", page.uri)]


def cards(page: Page) -> int:
    return page.body.count('class="smm-work"')


def with_services(library: Library, *services: str | dict[str, str]) -> Library:
    """The bakery with other services."""
    texts = tuple(Text({"": one} if isinstance(one, str) else one, "nl") for one in services)
    cases = tuple(
        dataclasses.replace(one, model=one.model.model_copy(update={"services": texts}))
        if one.slug == "bakery"
        else one
        for one in library.cases
    )
    return dataclasses.replace(library, cases=cases)


def test_every_value_has_some_of_the_work_and_says_how_much(context: SiteContext, tree: Tree) -> None:
    total = len(relations(context).works)
    assert len(lists(tree)) > 5
    for page in lists(tree):
        assert 0 < cards(page) < total, page.uri
        assert re.search(rf"\b{cards(page)} \w+ {total} ", words(page.body)), page.uri
        assert str(cards(page)) in page.description


def test_each_list_has_a_title_and_a_sentence_of_its_own(tree: Tree) -> None:
    assert len({page.title for page in lists(tree)}) == len(lists(tree))
    assert len({page.description for page in lists(tree)}) == len(lists(tree))


def test_a_list_says_where_one_is_and_leads_back(tree: Tree) -> None:
    for page in lists(tree):
        assert re.findall(r'data-tag="([\w=-]+)" aria-current="page"', page.body) == [
            page.uri.removeprefix("work/").removesuffix(".md").replace("/", "=")
        ]
        assert links(page.body).count("../../../work/") >= 2


def test_lists_stay_out_of_search_and_navigation(tree: Tree) -> None:
    """Search would show each piece of work once for every value it has."""
    for page in lists(tree):
        assert page.meta["search"] == {"exclude": True}
        assert not page.in_nav


def test_addresses_are_the_same_in_every_language(library: Library) -> None:
    dutch, english = (compile_tree(context_of(library, code)) for code in ("nl", "en"))
    assert {page.uri for page in lists(dutch)} == {page.uri for page in lists(english)}
    assert "work/sector/eten-en-drinken.md" in {page.uri for page in lists(english)}


def test_work_on_request_is_found_by_no_more_than_its_page_says(context: SiteContext) -> None:
    """Its platform is not public: a filter would tell it."""
    quiet = next(work for work in relations(context).works if work.slug == "quiet-work")
    assert {facet for facet, _, _ in work_values(context, quiet)} == {"sector", "kind"}
    linkedin = facets(context).values.get("platform=linkedin")
    assert linkedin is None or quiet not in linkedin.works


def test_a_value_of_all_work_or_a_handful_of_work_needs_no_filter(library: Library) -> None:
    few = dataclasses.replace(library, cases=library.cases[: FEWEST - 2], campaigns=library.campaigns[:1])
    found = compile_tree(context_of(few, "nl"))
    assert lists(found) == []
    page = found.page("work/index.md")
    assert page is not None
    assert "data-smm-filter" not in page.body


def test_a_thousand_sectors_do_not_make_a_thousand_pages(library: Library) -> None:
    entry = next(one for one in library.cases if one.slug == "bakery")
    cases = tuple(
        dataclasses.replace(
            entry,
            slug=f"case-{number}",
            model=entry.model.model_copy(update={"sector": Text({"": f"Sector {number}"}, "nl")}),
        )
        for number in range(60)
    )
    found = lists(compile_tree(context_of(dataclasses.replace(library, cases=cases), "nl")))
    assert sum(page.uri.startswith("work/sector/") for page in found) == MOST


def test_names_in_other_letters_keep_addresses_apart(context: SiteContext) -> None:
    """Еда and Мода have no Latin letter in them; without care both would be the same address."""
    food, fashion = (text_slug(context, Text({"": name}, "nl")) for name in ("Еда", "Мода"))
    assert food != fashion
    assert re.fullmatch(r"[a-z0-9-]+", food)
    assert text_slug(context, Text({"": "Id"}, "nl")) == "id"


def test_a_service_of_the_profile_is_called_as_there(library: Library) -> None:
    changed = with_services(library, "contentplan", {"nl": "Fotografie", "en": "Photography"})
    for language, names in (("nl", ["Contentplan", "Fotografie"]), ("en", ["Content plan", "Photography"])):
        context = context_of(changed, language)
        bakery = next(one for one in changed.cases if one.slug == "bakery")
        assert [service_name(context, one) for one in bakery.model.services] == names
        assert facets(context).page_of("service", "fotografie") is not None


def test_far_down_a_long_list_a_monogram_stands_for_the_drawing(library: Library) -> None:
    """An empty grey box looks like a picture that did not load."""
    entry = next(one for one in library.cases if one.slug == "mock-shop")
    cases = tuple(dataclasses.replace(entry, slug=f"case-{number}") for number in range(70))
    page = compile_tree(context_of(dataclasses.replace(library, cases=cases), "nl")).page("work/index.md")
    assert page is not None
    html = converted(page.body)
    bare = re.findall(r'<div class="smm-pic smm-r169"><span class="smm-mono".*?</div>', html, re.DOTALL)
    assert len(bare) == 71 - 60
    assert all("smm-mock-tag" in one for one in bare), "a mock without its label"
