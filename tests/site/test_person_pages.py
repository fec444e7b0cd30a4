"""About, services and contact: made where the profile has something to say, and never in the way of a written page."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.library import Library
from smm_portfolio.hosts.handwritten import variants
from smm_portfolio.hosts.navigation import navigation
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.pages.contact import tel
from smm_portfolio.site.tree import Page, Tree
from tests.support.portfolio import context_of
from tests.support.reading import links, words

MORE = {
    "about": "I sold bread.\n\nThen I filmed it.",
    "about_lead": "Four years behind the counter.",
    "phone": "+31 (0)6 1234 5678",
    "location": "Utrecht",
    "availability": {"nl": "Vanaf maart", "en": "From March"},
    "first_message": "What you **sell**.",
    "downloads": [{"label": "CV", "file": "cv.pdf"}],
    "services": [
        {"id": "contentplan", "name": "Plan", "description": "Three series.", "price": "Fixed price."},
        {"name": "Film", "description": "One hour a week."},
    ],
}


def with_profile(library: Library, **changed: object) -> Library:
    """The project with other fields in its profile."""
    assert library.profile is not None
    old = library.profile.model.model_dump(exclude_unset=True, include={"name", "email", "links", "languages"})
    fields = {**old, "role": "Maker", "headline": "I make content.", **changed}
    profile = Profile.model_validate(fields, context={"languages": ("nl", "en")})
    return dataclasses.replace(library, profile=dataclasses.replace(library.profile, model=profile))


@pytest.fixture
def full(library: Library) -> Library:
    """A profile that says everything, with a file to take along and a case that shows a service."""
    (library.docs / "cv.pdf").write_bytes(b"%PDF-" + b"x" * 12_345)
    return with_profile(library, **MORE)


def page(tree: Tree, uri: str) -> Page:
    found = tree.page(uri)
    assert found is not None, uri
    return found


@pytest.mark.parametrize(
    ("missing", "uri"),
    [
        ({"about": None, "about_lead": None}, "about.md"),
        ({"services": []}, "services.md"),
        ({"email": None, "phone": None, "links": []}, "contact.md"),
    ],
)
def test_a_page_is_made_only_where_there_is_something_to_say(
    full: Library, missing: dict[str, object], uri: str
) -> None:
    assert compile_tree(context_of(full, "en")).page(uri) is not None
    assert compile_tree(context_of(with_profile(full, **{**MORE, **missing}), "en")).page(uri) is None


def test_about_says_who_when_where_and_in_which_languages(full: Library) -> None:
    text = words(page(compile_tree(context_of(full, "nl")), "about.md").body)
    for said in ("Four years behind the counter.", "Then I filmed it.", "Vanaf maart", "Utrecht"):
        assert said in text
    assert "Nederlands (moedertaal)" in text
    assert "CV PDF, 12 kB" in text


def test_a_service_names_its_price_and_the_work_that_shows_it(full: Library) -> None:
    case = next(one for one in full.cases if one.slug == "bakery")
    texts = {"services": (type(case.model.sector)({"": "contentplan"}),)}
    cases = tuple(
        dataclasses.replace(one, model=one.model.model_copy(update=texts)) if one is case else one for one in full.cases
    )
    body = page(compile_tree(context_of(dataclasses.replace(full, cases=cases), "en")), "services.md").body
    assert "Price: fixed price" in words(body)
    assert "18 \u2192 41" in words(body)
    assert "../work/bakery/" in links(body)
    assert 'id="service-film"' in body or "#service-film" in body


def test_contact_can_be_dialled_and_says_what_to_write(full: Library) -> None:
    body = page(compile_tree(context_of(full, "en")), "contact.md").body
    assert {"mailto:noor@example.com", "tel:+31612345678"} <= set(links(body))
    assert "What you sell." in words(body)
    assert "<form" not in body


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [("06 - 123 45 678", "tel:0612345678"), ("+31 (0)6 1", "tel:+3161"), ("(030) 1 2", "tel:03012")],
)
def test_numbers_are_dialled_as_people_mean_them(typed: str, dialled: str) -> None:
    assert tel(typed) == dialled


def test_home_leads_to_what_it_does_not_say(full: Library) -> None:
    """The whole story stands on its own page; home opens it and leads there."""
    home = page(compile_tree(context_of(full, "en")), "index.md")
    assert {"about/", "services/"} <= set(links(home.body))
    assert "I sold bread." in words(home.body)
    assert "Then I filmed it." not in words(home.body)


@pytest.mark.parametrize("uri", ["about.md", "about/index.md"])
def test_a_written_page_takes_the_place_of_ours(full: Library, tmp_path: Path, uri: str) -> None:
    """With one address there can be one page; the one that somebody took the trouble to write stays."""
    (tmp_path / uri).parent.mkdir(exist_ok=True)
    (tmp_path / uri).write_text("# Me\n", encoding="utf-8")
    tree = compile_tree(context_of(full, "en"), frozenset({uri}))
    assert not [one for one in tree.pages if one.url == "about/"]
    assert "about/" in links(page(tree, "index.md").body)
    written = {one.uri: one for one in variants([uri], "en", ("en",))}
    places = navigation(tree, written, tmp_path)
    assert {"About me": [uri, "services.md", "contact.md"]} in places
    assert sum(uri in str(place) for place in places) == 1


def test_a_written_page_that_wants_no_place_gets_none(full: Library, tmp_path: Path) -> None:
    (tmp_path / "contact.md").write_text("---\nnav: false\n---\n# Me\n", encoding="utf-8")
    tree = compile_tree(context_of(full, "en"), frozenset({"contact.md"}))
    written = {one.uri: one for one in variants(["contact.md"], "en", ("en",))}
    assert "contact.md" not in str(navigation(tree, written, tmp_path))


def test_without_a_profile_there_is_no_page_about_anybody(library: Library) -> None:
    tree = compile_tree(context_of(dataclasses.replace(library, profile=None), "en"))
    assert not [one for one in tree.pages if one.url in ("about/", "services/", "contact/")]
