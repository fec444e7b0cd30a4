"""What must not be shown is nowhere; what is not real says so everywhere."""

from __future__ import annotations

import re

import pytest

from smm_portfolio.campaigns.pages import campaign_pages
from smm_portfolio.content.anonymity import found_in, secrets
from smm_portfolio.content.library import Library
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.tree import Page, Tree
from tests.support.portfolio import SECRETS
from tests.support.reading import words


@pytest.fixture(scope="module")
def everything(context: SiteContext, tree: Tree) -> tuple[Page, ...]:
    """Every page of a language, campaigns included."""
    return (*tree.pages, *campaign_pages(context))


def published(page: Page) -> str:
    return f"{page.uri} {page.title} {page.description} {dict(page.meta)} {page.body}"


def test_an_anonymised_client_stands_on_no_page(everything: tuple[Page, ...], library: Library) -> None:
    """One slip tells the client's name to everybody; no reader can take it back."""
    hidden = {*SECRETS, *(secret for entry in library.cases for secret in secrets(entry.model))}
    leaking = {page.uri: found for page in everything if (found := found_in(published(page), hidden))}
    assert not leaking


def test_the_search_for_secrets_finds_one() -> None:
    """The guard above must be able to fail, however the name is spelled."""
    assert found_in("<p>at spaakwerk-tweewielers.jpg</p>", SECRETS) == ["Spaakwerk Tweewielers", "spaakwerk"]
    assert found_in("<p>Spaken werken aan een fiets</p>", SECRETS) == []


def test_an_anonymised_case_has_its_other_name_and_only_index_figures(tree: Tree) -> None:
    page = tree.page("work/bicycles.md")
    assert page is not None
    text = words(page.body)
    assert "Regionale fietsketen" in text or "Regional bicycle chain" in text
    assert re.search(r"Reactietijd 100 33 24 −76|Response time 100 33 24 −76", text)
    assert not re.search(r"98[.,]?765|54[.,]?321|9 uur|9 h\b", text)


def test_work_on_request_tells_only_its_teaser_and_how_to_ask(tree: Tree) -> None:
    page = tree.page("work/quiet-work.md")
    assert page is not None
    assert "mailto:noor@example.com" in page.body
    everywhere = " ".join(published(one) for one in tree.pages)
    assert not re.search(r"Stille Klant|[Gg]eheim|[Ss]ecret (?:start|goal|choice)|77[.,]?123", everywhere)


def test_every_page_of_a_mock_is_labelled_in_title_text_and_front_matter(
    everything: tuple[Page, ...], language: str
) -> None:
    label = {"nl": "ictie", "en": "ock"}[language]
    mocks = [page for page in everything if page.uri in ("work/mock-shop.md", "campaigns/spring.md")]
    assert len(mocks) == 2
    for page in mocks:
        assert label in page.title
        assert label in str(page.meta["smm_mock"])
        assert label in words(page.body)


def test_every_picture_of_a_mock_carries_the_label_inside(everything: tuple[Page, ...]) -> None:
    """A screenshot of a frame must keep it."""
    mocks = [page for page in everything if page.uri in ("work/mock-shop.md", "campaigns/spring.md")]
    for page in mocks:
        frames = page.body.count('class="smm-pic')
        assert frames
        assert page.body.count("smm-mock-tag") >= frames


def test_figures_of_a_mock_say_that_they_are_simulated(tree: Tree, language: str) -> None:
    word = {"nl": "gesimuleerd", "en": "simulated"}[language]
    for uri in ("work/mock-shop.md", "work/index.md"):
        page = tree.page(uri)
        assert page is not None
        assert word in words(page.body)


def test_real_work_carries_no_mock_label(tree: Tree) -> None:
    page = tree.page("work/bakery.md")
    assert page is not None
    assert "smm-mock-tag" not in page.body
    assert "smm_mock" not in page.meta


def test_cards_of_mocks_are_labelled(tree: Tree, language: str) -> None:
    page = tree.page("work/index.md")
    assert page is not None
    cards = re.findall(r'<li class="smm-work".*?</li>', page.body, flags=re.DOTALL)
    mocks = [card for card in cards if "mock-shop" in card or "spring" in card]
    assert len(mocks) == 2
    assert all({"nl": "Fictief", "en": "Mock"}[language] in card and "smm-mock-tag" in card for card in mocks)
