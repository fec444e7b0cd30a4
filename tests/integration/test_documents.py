"""The documents of the reference site as visitors get them, and one document as its owner asks for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smm_portfolio.build.documents import DocumentOrder, print_document, write_documents
from smm_portfolio.content.loader import Loaded, load
from smm_portfolio.deliverables.documents import DOCUMENTS
from smm_portfolio.hosts.documents import document_orders
from smm_portfolio.hosts.session import dress
from smm_portfolio.print.facts import document_facts
from smm_portfolio.problems import UserError
from tests.print.shown import breaks_ua, links, page_texts
from tests.support.portfolio import FILES
from tests.support.trees import write_tree

CASES = ("fietsketen", "korenmaat", "korte-lijst-case", "paginawit")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_case_of_the_reference_site_is_one_sheet_that_its_page_offers(reference_site: Path, prefix: str) -> None:
    """The promise of two pages, kept by cases of ordinary length."""
    for slug in CASES:
        facts = document_facts((reference_site / f"{prefix}work/{slug}.pdf").read_bytes())
        assert facts.pages == 2, slug
        page = (reference_site / f"{prefix}work/{slug}/index.html").read_text(encoding="utf-8")
        assert re.search(rf'href="[^"]*{slug}\.pdf"', page), slug
        assert f"2 {'pages' if prefix else 'bladzijden'}, {facts.size / 1000:.0f} kB" in page, slug


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_portfolio_is_one_click_away_from_every_page(reference_site: Path, prefix: str) -> None:
    pdf = (reference_site / f"{prefix}portfolio-noor-veldkamp.pdf").read_bytes()
    assert len(pdf) < 10_000_000
    assert breaks_ua(pdf) == []
    assert links(pdf)[1] == []
    for uri in ("index.html", "work/korenmaat/index.html", "about/index.html"):
        page = (reference_site / prefix / uri).read_text(encoding="utf-8")
        assert "portfolio-noor-veldkamp.pdf" in page, uri


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(write_tree(tmp_path_factory.mktemp("documents"), FILES))


def test_a_case_can_be_printed_alone(loaded: Loaded, tmp_path: Path) -> None:
    out = tmp_path / "mock.pdf"
    assert print_document(loaded, DocumentOrder("mock-shop", "en"), out) == []
    assert "An exercise in perfume" in page_texts(out.read_bytes())[0]


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (DocumentOrder("bakerij"), "there is no guide, case study or portfolio 'bakerij'"),
        (DocumentOrder("quiet-work"), "shown on request only"),
        (DocumentOrder("bakery", large=True), "is not a guide"),
        (DocumentOrder("work/new-hire"), "there is no guide, case study or portfolio"),
        (DocumentOrder("bakery", "fr"), "'fr' is not a language"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_words(
    loaded: Loaded, tmp_path: Path, order: DocumentOrder, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        print_document(loaded, order, tmp_path / "x.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_build_prints_every_document_in_every_language_once(loaded: Loaded) -> None:
    orders = document_orders(dress(loaded), ("nl", "en"), "")
    uris = [(order.language, order.uri) for order in orders]
    assert len(set(uris)) == len(uris) == 2 * (5 + len(DOCUMENTS))
    assert ("en", "portfolio-noor-veldkamp.pdf") in uris
    assert ("nl", "guides/new-hire.pdf") in uris


def test_an_edit_prints_only_what_it_changes(project, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """A second build is quick; the portfolio holds the case, so it changes with it."""
    root = project(FILES)
    first = write_documents(load(root), "nl", "", tmp_path / "pdf")[1]
    assert (first.rendered, first.reused) == (5 + len(DOCUMENTS), 0)
    path = root / "site_src" / "cases" / "mock-shop.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Oefencase.", "Oefening."), encoding="utf-8")
    files, second = write_documents(load(root), "nl", "", tmp_path / "pdf")
    assert (second.rendered, second.reused) == (2, 3 + len(DOCUMENTS))
    assert (tmp_path / "pdf" / "nl" / "work" / "mock-shop.pdf") in files


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_foot_keeps_its_other_links_beside_the_portfolio(reference_site: Path, prefix: str) -> None:
    """Two plugins tell the templates about the site; the second knows no places."""
    page = (reference_site / f"{prefix}work/korenmaat/index.html").read_text(encoding="utf-8")
    foot = page.partition('<footer class="md-footer')[2]
    for uri in ("about/", "contact/", "portfolio-noor-veldkamp.pdf"):
        assert re.search(rf'href="[^"]*{uri}"', foot), uri
