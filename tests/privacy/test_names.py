"""A name that must stay secret is found however somebody spelled it, and nothing else is."""

from __future__ import annotations

import time

import pytest

from smm_portfolio.content.terms import Terms

NAME = "Spaakwerk Tweewielers"


@pytest.mark.parametrize(
    "text",
    [
        "bij Spaakwerk Tweewielers in de winkel",
        "SPAAKWERK TWEEWIELERS",
        "images/spaakwerk-tweewielers_01.jpg",
        "images/spaakwerk_tweewielers.jpg",
        "spaakwerktweewielers.nl",
        "@SpaakwerkTweewielers",
        "Spaakwerk\n    Tweewielers",
        "Spáákwerk Tweewielers",
        "Spaakwerk\u00a0Tweewielers",
        "Spaak\u00adwerk Twee\u200bwielers",
        "de fietsen van 'Spaakwerk Tweewielers'",
        "Spaakwerk - Tweewielers",
        "Spaakwerk,\n                Tweewielers",
        "Spaakwerk Tweewieler\u202es\u2066",
    ],
)
def test_a_name_is_found_in_capitals_with_hyphens_accents_and_signs_nobody_sees(text: str) -> None:
    assert Terms([NAME]).names_in(text) == [NAME]


@pytest.mark.parametrize("text", ["", "Spaakwerken aan tweewielers", "tweewielers van Spaakwerk", "tweewieler"])
def test_other_words_are_not_the_name(text: str) -> None:
    """A false alarm stops a site just as well."""
    assert Terms([NAME]).names_in(text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Müller & Zoon", "muller-zoon.png"),
        ("Müller & Zoon", "mueller-zoon.png"),
        ("Café Zoë", "CAFE ZOE"),
        ("Cafe Zoe", "Cafe\u0301 Zoë"),
        ("Smørrebrød", "smorrebrod"),
        ("Straße 9", "STRASSE 9"),
        ("Müller & Zoon", "Müller en Zoon"),
        ("Müller & Zoon", "mueller-und-zoon.png"),
        ("YoungFlora", "bij Young Flora, young-flora.jpg"),
        ("株式会社スポーク", "私は株式会社スポークで働く"),
        ("Фирма Спица", "в ФИРМА СПИЦА"),
    ],
)
def test_letters_of_other_languages_fold_as_their_readers_expect(name: str, text: str) -> None:
    assert Terms([name]).names_in(text) == [name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Vlekko", "Vlekkos nieuwe winkel"),
        ("Vlekko", "Vlekko\u2019s nieuwe winkel"),
        ("Vlekko", "#TeamVlekko"),
        ("Vlekko", "VlekkoFan sinds 2024"),
        ("Vlekko", "images/vlekko2.jpg"),
        ("Vlekko", "IMG_2024vlekko.jpg"),
        ("Vlekko", "@vlekkonl"),
        ("Vlekko", "V L E K K O"),
        ("Vlekko", "v.l.e.k.k.o."),
        ("Korenmaat", "teamkorenmaat"),
        ("Korenmaat", "korenmaatje.nl"),
        ("HEMA", "H.E.M.A."),
    ],
)
def test_a_name_is_found_in_forms_that_people_make_of_it(name: str, text: str) -> None:
    """A possessive, a hashtag, a handle or a numbered file name tells as much as the name alone."""
    assert Terms([name]).names_in(text) == [name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Vers", "een verse start, universeel"),
        ("Kaap", "Kaapstad, #kaapstad"),
        ("Blok", "blokken, Blokhut"),
        ("Cafe", "smm.3cafe9a1.css"),
        ("Spar", "sparren, TeamsparenNL"),
        ("Jumbo", "jumboset"),
    ],
)
def test_a_short_name_within_another_word_is_chance(name: str, text: str) -> None:
    assert Terms([name]).names_in(text) == []


def test_the_place_of_a_name_is_that_of_the_text_as_it_was_typed() -> None:
    """Line and column of a problem are counted from here."""
    text = "Straße: ﬁets e\u0301n Spáák\u00adwerk Tweewielers!"
    (hit,) = Terms([NAME]).find(text)
    assert text[hit.start : hit.end] == "Spáák\u00adwerk Tweewielers"


def test_a_long_text_and_a_long_list_take_no_longer_than_they_are() -> None:
    """A thousand pages are looked through in seconds."""
    names = Terms([f"Geheime Klant {number}x" for number in range(100)])
    text = "De klant was geheim, en dat bleef zo tot de lente. Müller ook. " * 10_000

    def seconds(words: str) -> float:
        start = time.perf_counter()
        assert names.names_in(words) == []
        return time.perf_counter() - start

    seconds(text)
    assert seconds(text * 4) < 12 * max(seconds(text), 0.005)
