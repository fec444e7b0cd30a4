"""Hand-written pages: none is lost, none is shown twice, and each is shown in the best language there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.hosts.handwritten import Variant, variants

LANGUAGES = st.sampled_from([("nl",), ("nl", "en"), ("en", "nl", "de")])
NAMES = st.from_regex(r"([a-z]{1,3}/){0,2}[a-z]{1,4}(\.[a-z]{2})?\.md", fullmatch=True)


@given(st.lists(NAMES, unique=True, max_size=12), LANGUAGES, st.data())
def test_every_page_stands_exactly_once_in_every_language(sources, languages, data):
    language = data.draw(st.sampled_from(languages))
    found = variants(sources, language, languages)
    uris = [one.uri for one in found]
    assert uris == sorted(set(uris))
    assert {one.uri for one in found} == {one.uri for one in variants(sources, languages[0], languages)}
    assert {one.source for one in found} <= set(sources)
    for one in found:
        assert one.language in one.languages
        assert one.language == language or language not in one.languages


@given(st.lists(NAMES, unique=True, max_size=12), LANGUAGES)
def test_every_file_is_shown_in_some_language(sources, languages):
    """But for a second file of the same page and language: `page.md` beside `page.nl.md`."""
    shown = {one.source for language in languages for one in variants(sources, language, languages)}
    for hidden in set(sources) - shown:
        assert hidden.removesuffix(".md") + f".{languages[0]}.md" in sources


@given(st.lists(NAMES, unique=True, max_size=12), LANGUAGES, st.randoms())
def test_the_order_of_the_disk_does_not_matter(sources, languages, chance):
    mixed = list(sources)
    chance.shuffle(mixed)
    assert variants(mixed, languages[0], languages) == variants(sources, languages[0], languages)


def chosen(sources: list[str], language: str) -> dict[str, str]:
    return {one.uri: one.source for one in variants(sources, language, ("nl", "en", "de"))}


def test_a_page_is_shown_in_the_language_that_is_built():
    assert chosen(["a.md", "a.en.md"], "en") == {"a.md": "a.en.md"}
    assert chosen(["a.md", "a.en.md"], "nl") == {"a.md": "a.md"}


def test_the_default_language_stands_in():
    assert chosen(["a.md", "a.en.md"], "de") == {"a.md": "a.md"}


def test_without_a_default_the_first_other_language_stands_in():
    (one,) = variants(["a.en.md"], "de", ("nl", "en", "de"))
    assert one == Variant("a.md", "a.en.md", "en", ("en",))


@pytest.mark.parametrize("source", ["v1.2.md", "notes.ok.md", "a.fr.md", "a.EN.md", "a.en.mdx", "en.md"])
def test_a_name_that_only_looks_like_a_language_stays_a_page_of_its_own(source):
    assert chosen([source], "nl") == {source: source}


def test_languages_are_told_in_the_order_of_the_project():
    (one,) = variants(["x/a.de.md", "x/a.en.md", "x/a.md"], "en", ("nl", "en", "de"))
    assert one == Variant("x/a.md", "x/a.en.md", "en", ("nl", "en", "de"))
