"""The language switch leads to the same page, there and back again."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.hosts.addresses import alternates, language_path, normal_site_url

ORIGIN = "https://example.com/portfolio/"
PAGES = st.from_regex(r"([a-z]{1,4}/){0,4}([a-z]{1,4}\.html)?", fullmatch=True)
LANGUAGES = st.sampled_from([("nl", "en"), ("en", "nl", "de"), ("de", "fr", "en", "nl")])


@given(PAGES, LANGUAGES, st.booleans())
def test_every_switch_leads_to_the_same_page_in_its_language(page, languages, known):
    """Whatever the depth, with or without folders as addresses, and whether or not the site's address is known."""
    for language in languages:
        here = ORIGIN + language_path(language, languages) + page
        for other in alternates(page, language, languages, languages, ORIGIN if known else ""):
            there = ORIGIN + language_path(other["lang"], languages) + page
            assert urljoin(here, other["url"]) == there
            assert other["abs_url"] == (there if known else "")


@given(PAGES, LANGUAGES)
def test_the_switch_is_the_same_on_both_sides(page, languages):
    """Search engines believe `hreflang` only where the pages name each other."""
    named = [
        [(one["lang"], one["abs_url"]) for one in alternates(page, language, languages, languages, ORIGIN)]
        for language in languages
    ]
    assert all(one == named[0] for one in named)
    assert [lang for lang, _ in named[0]] == list(languages)


def test_a_page_says_which_languages_it_is_really_written_in():
    found = alternates("a/", "nl", ("nl", "en"), ["nl"])
    assert [(one["lang"], one["name"], one["own"]) for one in found] == [
        ("nl", "Nederlands", True),
        ("en", "English", False),
    ]


@pytest.mark.parametrize(("own", "default"), [(["nl", "en", "de"], "nl"), (["en", "de"], "en"), ([], "")])
def test_readers_of_other_languages_get_the_first_text_that_there_is(own, default):
    found = alternates("a/", "de", ("nl", "en", "de"), own)
    assert [one["lang"] for one in found if one["default"]] == ([default] if default else [])


def test_the_default_language_has_no_folder():
    assert [language_path(code, ("nl", "en")) for code in ("nl", "en")] == ["", "en/"]


@pytest.mark.parametrize("typed", ["https://x.nl/a", "https://x.nl/a/", "https://x.nl/a//"])
def test_an_address_ends_in_one_slash(typed):
    assert normal_site_url(typed) == "https://x.nl/a/"


@pytest.mark.parametrize("typed", ["", None])
def test_no_address_stays_none(typed):
    assert normal_site_url(typed) == ""
