"""What somebody who shares a page loses when its card is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from smm_portfolio.content.anonymity import found_in
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.context import SiteContext
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
