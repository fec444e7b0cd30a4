"""What somebody who shares a page loses when its card is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smm_portfolio.content.anonymity import found_in
from smm_portfolio.content.values.text import Text
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.pages.contact import contact_page
from smm_portfolio.site.places import places
from smm_portfolio.site.sharing import og_locale, shared_pages
from smm_portfolio.site.tree import Page
from tests.support.portfolio import SECRETS


def test_every_page_has_a_card_with_its_own_title_and_address(pages: dict[str, Page], context: SiteContext) -> None:
    """A link without a card is passed over."""
    for page in pages.values():
        card = page.meta["smm_share"]
        assert card["title"] == page.title
        assert card["url"] == f"{context.language_url}{page.url}"
        assert card["url"].startswith("https://example.org/p/")


def test_titles_in_a_list_of_results_tell_pages_apart(pages: dict[str, Page], context: SiteContext) -> None:
    """A tab or a search result shows nothing but the title."""
    profile, name = context.library.profile, context.text(context.library.settings.name)
    assert profile is not None
    assert pages["index.md"].meta["smm_head_title"] == f"{name} – {context.text(profile.model.role)}"
    same = [
        replace(pages[uri], title="Rondes", meta={}) for uri in ("work/bakery.md", "work/bicycles.md", "contact.md")
    ]
    lists = [pages["work/index.md"], *same]
    shared = [page.meta.get("smm_head_title", "") for page in shared_pages(context, lists, {})]
    assert shared == ["", *[f"Rondes · {pages['work/index.md'].title} – {name}"] * 2, ""]


def test_what_search_results_say_below_the_title_is_said_once(pages: dict[str, Page]) -> None:
    said = [page.description for page in pages.values() if not page.meta.get("smm_robots")]
    assert sorted(said) == sorted(set(said))


def test_a_search_result_for_contact_says_from_when_somebody_is_free(context: SiteContext) -> None:
    entry = context.library.profile
    assert entry is not None
    free = replace(entry, model=entry.model.model_copy(update={"availability": Text({"": "vrij vanaf maart"})}))
    page = contact_page(context, free, places(context, frozenset()))
    assert page.description.endswith(f"{entry.model.name}. Vrij vanaf maart.")


def test_a_card_names_its_language_and_the_others(pages: dict[str, Page], language: str) -> None:
    card = pages["index.md"].meta["smm_share"]
    assert (card["locale"], card["other_locales"]) == {
        "nl": ("nl_NL", ["en_GB"]),
        "en": ("en_GB", ["nl_NL"]),
    }[language]


@pytest.mark.parametrize(("code", "locale"), [("de", "de_DE"), ("xx", "xx")])
def test_a_language_without_a_known_territory_stands_alone(code: str, locale: str) -> None:
    assert og_locale(code) == locale


def test_a_mock_says_so_on_its_card(pages: dict[str, Page]) -> None:
    """A card is all that most people see; without the label they would take the work for real."""
    mocks = [page for page in pages.values() if page.meta.get("smm_mock")]
    assert len(mocks) > 1
    for page in mocks:
        assert "mock" in page.meta["smm_share"]["title"] or "fictie" in page.meta["smm_share"]["title"].lower()


def test_no_card_and_no_data_names_an_anonymised_client(pages: dict[str, Page]) -> None:
    for page in pages.values():
        said = f"{page.meta['smm_share']} {page.meta['smm_data']}"
        assert not found_in(said, SECRETS), page.uri
        assert "Stille Klant" not in said


def test_without_the_sites_address_nothing_pretends_to_have_one(context: SiteContext) -> None:
    """A relative picture or address is shown by no other site, and a wrong one leads elsewhere."""
    local = replace(context, site_url="")
    for page in shared_pages(local, compile_tree(local).pages, {"": "share/default.png"}):
        card = page.meta["smm_share"]
        assert not card["url"]
        assert not card["picture"]
        assert "BreadcrumbList" not in page.meta["smm_data"]
        assert "example.org" not in page.meta["smm_data"]


def test_a_picture_is_named_by_its_whole_address_with_words(pages: dict[str, Page], context: SiteContext) -> None:
    found = {uri: page.meta["smm_share"] for uri, page in pages.items() if page.meta["smm_share"]["picture"]}
    assert list(found) == ["work/bicycles.md"]
    for card in found.values():
        assert card["picture"] == f"{context.language_url}share/bicycles.png"
        assert card["picture_alt"]
    assert not pages["index.md"].meta["smm_share"]["picture"]
