"""A post that fits in the tool but not on the platform is found out in front of the client."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.campaigns.counting import Mode, Rule, Weights, measure
from smm_portfolio.campaigns.counting.addresses import is_address
from smm_portfolio.campaigns.counting.emoji import emoji_in
from smm_portfolio.campaigns.counting.links import links_in
from smm_portfolio.campaigns.counting.names import hashtags_in, is_hashtag, is_list, is_username, mentions_in
from smm_portfolio.campaigns.counting.weights import weigh

LIGHT = ((0, 4351, 100), (8192, 8205, 100), (8208, 8223, 100), (8242, 8247, 100))
V3 = Weights(most=280, scale=100, heavy=200, light=LIGHT, link=23, emoji=True)
FAMILY = "👨‍👩‍👧‍👦"
FLAG = "🏴󠁧󠁢󠁳󠁣󠁴󠁿"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("jas", 3),
        ("e\u0301", 1),  # typed as two characters, one after normalisation
        ("\u10ff", 1),  # last light code point
        ("\u1100", 2),  # first heavy one
        ("\u2010", 1),  # a hyphen in the third light range
        ("\u200e", 2),  # between the ranges
        ("‘a’", 3),
        ("″", 1),  # fourth light range
        ("‹", 2),  # just behind it
        ("布", 2),
        ("😀", 2),
        ("👍🏽", 2),
        (FAMILY, 2),
        (FLAG, 2),
        ("🇳🇱", 2),
        ("3️⃣", 2),
        ("©", 1),
        ("©️", 2),
        ("☎️", 2),
        ("☎︎", 4),  # asked for as text: two heavy characters, no emoji
        ("👨‍🐱", 5),  # no emoji of Unicode: man, joiner, cat
    ],
)
def test_x_weighs_every_kind_of_character(text: str, length: int) -> None:
    assert weigh(text, V3).length == length


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("zie https://voorbeeld.nl/jassen?maat=m#rood.", ["https://voorbeeld.nl/jassen?maat=m#rood"]),
        ("zie voorbeeld.nl.", ["voorbeeld.nl"]),
        ("VOORBEELD.NL/Jas", ["VOORBEELD.NL/Jas"]),
        ("(https://nl.wikipedia.org/wiki/Jas_(kleding))", ["https://nl.wikipedia.org/wiki/Jas_(kleding)"]),
        ("https://voorbeeld.nl:8080/x", ["https://voorbeeld.nl:8080/x"]),
        ("布example.com布", ["example.com"]),
        ("http://例え.みんな/x", ["http://例え.みんな/x"]),
        ("例え.みんな", []),  # without a scheme only ASCII names
        ("jan@voorbeeld.nl", []),
        ("#voorbeeld.nl", []),
        ("-voorbeeld.nl", []),
        ("einde.Dus begin", []),  # no such top-level domain
        ("voorbeeld.nlx", []),
        ("ftp://voorbeeld.nl", []),
        ("http://-a.nl", []),
        ("http://voor_beeld.nl", []),
        ("http://voor_beeld.jas.nl", ["http://voor_beeld.jas.nl"]),
        ("https://t.co/abc123/meer", ["https://t.co/abc123"]),
        (f"https://t.co/{'a' * 40}", [f"https://t.co/{'a' * 40}"]),
        (f"https://t.co/{'a' * 41}", []),
        (f"{'a' * 63}.com", [f"{'a' * 63}.com"]),
        (f"{'a' * 64}.com", []),
        (f"http://{'é' * 57}.com", [f"http://{'é' * 57}.com"]),  # 63 in punycode
        (f"http://{'é' * 60}.com", []),
        (f"https://a.nl/{'b' * 4075}", [f"https://a.nl/{'b' * 4075}"]),
        (f"https://a.nl/{'b' * 4076}", []),
    ],
)
def test_links_are_found_as_x_finds_them(text: str, links: list[str]) -> None:
    assert [link.text for link in links_in(text)] == links


def test_a_link_counts_23_however_long_or_short() -> None:
    assert weigh("t.co", V3).length == 23
    assert weigh(f"https://voorbeeld.nl/{'a' * 200}", V3).length == 23
    assert weigh("Kijk: https://voorbeeld.nl/x hier", V3).length == 6 + 23 + 5


def test_x_takes_280_and_not_281() -> None:
    fits, too_long = weigh("a" * 280, V3), weigh("a" * 281, V3)
    assert (fits.valid, fits.permillage, fits.fits_until) == (True, 1000, 279)
    assert (too_long.valid, too_long.length, too_long.fits_until) == (False, 281, 279)
    assert weigh("布" * 140, V3).valid
    assert not weigh("布" * 141, V3).valid
    assert not weigh("", V3).valid


def test_a_character_that_cannot_be_sent_makes_a_post_impossible() -> None:
    found = weigh("jas\ufeffx", V3)
    assert (found.valid, found.length, found.fits_until) == (False, 6, 2)


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_space_between_two_texts_costs_at_least_itself(first: str, second: str) -> None:
    # a space never joins what stood apart, so nothing gets cheaper by being posted together
    if links_in(f"{first} {second}") == links_in(first) == []:
        together = weigh(f"{first.strip()} {second.strip()}", V3).length
        assert together <= weigh(first, V3).length + weigh(second, V3).length + 1


@pytest.mark.parametrize(
    ("mode", "text", "length"),
    [
        (Mode.CODEPOINTS, f"a{FAMILY}", 8),
        (Mode.CODEPOINTS, "e\u0301", 1),
        (Mode.UTF16, "布😀", 3),
        (Mode.GRAPHEMES, f"a{FAMILY}{FLAG}e\u0301", 4),
        (Mode.THREADS, "布jas", 4),  # only emoji are counted in bytes
        (Mode.THREADS, "jas 😀", 8),
        (Mode.THREADS, FAMILY, 25),
        (Mode.MASTODON, "jas 😀", 5),
        (Mode.MASTODON, f"https://voorbeeld.nl/{'a' * 99}", 23),
        (Mode.MASTODON, "zie https://a.nl.", 28),
        (Mode.MASTODON, "voorbeeld.nl", 12),  # no scheme, no link
        (Mode.MASTODON, "@jas@voorbeeld.social hoi", 8),
        (Mode.MASTODON, "@jas hoi", 8),
        (Mode.MASTODON, "jas@voorbeeld.social", 20),
    ],
)
def test_each_platform_counts_its_own_way(mode: Mode, text: str, length: int) -> None:
    assert measure(text, Rule(mode, link=23)) == length


def test_x_is_counted_with_its_weights() -> None:
    assert measure("布 t.co", Rule(Mode.X, weights=V3)) == 26


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#lapwerk en #lente_2026", ["lapwerk", "lente_2026"]),
        ("＃布", ["布"]),
        ("#2026", []),
        ("#2026jas", ["2026jas"]),
        ("a#jas", []),
        ("&#jas", []),
        ("#️⃣", []),
        ("##jas", ["jas"]),
        ("#jas#tas", []),
        ("#http://voorbeeld.nl", []),
        ("https://voorbeeld.nl/#jas", []),
        ("#één.", ["één"]),
    ],
)
def test_hashtags_are_found(text: str, tags: list[str]) -> None:
    assert hashtags_in(text) == tags


def test_names_are_told_from_what_only_looks_like_them() -> None:
    assert is_hashtag("#jas")
    assert not is_hashtag("#jas tas")
    assert is_username(f"@{'a' * 20}")
    assert not is_username(f"@{'a' * 21}")
    assert not is_username("@jas/tas")
    assert is_list("@jas/tas")
    assert not is_list("@jas/1tas")
    assert mentions_in("dag @lapwerk, mail jan@lapwerk.nl of @jas@elders") == ["lapwerk"]


@pytest.mark.parametrize(
    "text", ["https://voorbeeld.nl", "http://127.0.0.1/x", "https://[::1]/", "https://é.nl/ж?q=1#x"]
)
def test_whole_addresses_are_accepted(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    ["voorbeeld.nl", "https://voorbeeld", "https://256.0.0.1", "https://a.nl/een twee", "https://a-.nl", "https://"],
)
def test_broken_addresses_are_refused(text: str) -> None:
    assert not is_address(text)
    assert is_address("voorbeeld.nl/x", scheme=False)


def test_emoji_are_found_whole() -> None:
    assert list(emoji_in(f"a{FAMILY}1️⃣ 1 ©")) == [FAMILY, "1️⃣"]
