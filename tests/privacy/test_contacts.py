"""Contact and account details are found in running text; amounts, dates, versions and examples are left alone."""

from __future__ import annotations

import time

import pytest

from smm_portfolio.content.contacts import Contacts, is_reserved, is_reserved_number

FOUND = {
    "Mail bartje@fietsen.nl.": "bartje@fietsen.nl",
    "[mail](mailto:bartje.wiel+werk@post.fietsen.co.uk)": "bartje.wiel+werk@post.fietsen.co.uk",
    "bartje%40fietsen.nl": "bartje%40fietsen.nl",
    "bartje&#64;fietsen.nl": "bartje&#64;fietsen.nl",
    "mail bartje (at) fietsen.nl": "bartje (at) fietsen.nl",
    "bartje[at]fietsen[dot]nl!": "bartje[at]fietsen[dot]nl",
    "mail bartje at fietsen dot co dot uk": "bartje at fietsen dot co dot uk",
    "b.wiel apenstaartje fietsen punt nl": "b.wiel apenstaartje fietsen punt nl",
    "bartje&#64;fietsen&#46;nl": "bartje&#64;fietsen&#46;nl",
    "bartje\uff20fietsen.nl": "bartje\uff20fietsen.nl",
    "bartje\u200b@fietsen.nl": "bartje\u200b@fietsen.nl",
    "Tel.06-23456789": "06-23456789",
    "06\u202f2345\u202f6789": "06\u202f2345\u202f6789",
    "06\u20142345 6789": "06\u20142345 6789",
    "+31 (0)6 2345 6789": "+31 (0)6 2345 6789",
    "+32 (0)2 513 89 40": "+32 (0)2 513 89 40",
    "Bel 06-23456789.": "06-23456789",
    "Bel 06 2345 6789": "06 2345 6789",
    "(020) 624 11 11": "(020) 624 11 11",
    "+31 20 624 1111": "+31 20 624 1111",
    "0031206241111": "0031206241111",
    '<a href="tel:0206241111">': "0206241111",
    "https://wa.me/31623456789": "31623456789",
    "+44 20 7123 4567": "+44 20 7123 4567",
    "NL91 ABNA 0417 1643 00": "NL91 ABNA 0417 1643 00",
    "NL91ABNA0417164300": "NL91ABNA0417164300",
    "BSN 111222333": "111222333",
    "act_1234567890": "act_1234567890",
    "UA-123456-1": "UA-123456-1",
    "G-1A2B3C4D5E": "G-1A2B3C4D5E",
    "GTM-AB12CD3": "GTM-AB12CD3",
    "AW-123456789": "AW-123456789",
    "urn:li:sponsoredAccount:507404993": "urn:li:sponsoredAccount:507404993",
    "https://ads.tiktok.com/i18n/perf?aadvid=7012345678901": "aadvid=7012345678901",
    "https://www.instagram.com/p/Cx1/?igsh=MWx2cGJ0": "?igsh=MWx2cGJ0",
    "https://fietsen.nl/?a=1&fbclid=IwAR0abcdef": "&fbclid=IwAR0abcdef",
    "ghp_abcdefghijklmnopqrstuvwxyz0123456789": "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
    "-----BEGIN RSA PRIVATE KEY-----": "-----BEGIN RSA PRIVATE KEY-----",
}

LEFT_ALONE = [
    "wat er at home te zien is, punt",
    "look at this dot on the map",
    "de bakker at broodjes. Punt uit.",
    "name (at) example dot com",
    "01-02-2026 12:30",
    "0,0612345678",
    "KvK 01234567, BTW NL001234567B01",
    "08:00-09:00 12:00",
    "robin@example.com",
    "ict@kaapnoord.example",
    "logo@2x.png",
    "actions/checkout@v4.2.1",
    "npm install pakket@1.2.3",
    "git clone git@github.com:smm/portfolio.git",
    "2026-03-01..2026-05-31",
    "01-02-2026 tot 03-04-2026",
    "van 20.000 naar 40.000 weergaven",
    "€ 0 850 000 000 en 1 000 000",
    "+20 % in 3 maanden, +1.250 volgers",
    "0,5 tot 0,75 procent",
    "versie 0.1.0 2026",
    "ISBN 978-90-6265-123-4",
    "om 09:30 en 17.45 uur",
    "1080 x 1920, 0-255",
    "https://www.tiktok.com/@lapwerk/video/7301234567890123456",
    "https://example.org/?id=0612345678",
    "+44 20 7946 0123",
    "+1 (212) 555-0147",
    "NL92ABNA0417164300",
    "BSN 123456789",
    "G-SHOCK en G-STAR",
    "UTM-parameters, GTM",
    "?utm_source=instagram&utm_medium=social",
]


@pytest.fixture(scope="module")
def contacts() -> Contacts:
    return Contacts([], "NL")


def texts(contacts: Contacts, text: str) -> list[str]:
    return [one.text for one in contacts.find(text) if not one.public]


@pytest.mark.parametrize("text", FOUND)
def test_a_detail_is_found_where_it_stands(contacts: Contacts, text: str) -> None:
    (detail,) = [one for one in contacts.find(text) if not one.public]
    assert detail.text == FOUND[text]
    assert text[detail.start :].startswith(detail.text) or detail.what == "telephone number"


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_figures_dates_and_examples_are_no_details(contacts: Contacts, text: str) -> None:
    """One false alarm a page, and nobody reads the true one."""
    assert texts(contacts, text) == []


def test_a_number_is_read_as_in_the_country_of_the_project(contacts: Contacts) -> None:
    assert texts(contacts, "call 020 7123 4567") == []
    assert texts(Contacts([], "GB"), "call 020 7123 4567") == ["020 7123 4567"]
    assert texts(Contacts([], "US"), "call 212-736-5000 or (212) 736 5000") == ["212-736-5000", "(212) 736 5000"]


@pytest.mark.parametrize(
    ("allowed", "text"),
    [
        ("Bartje@Fietsen.nl", "bartje@fietsen.nl"),
        ("fietsen.nl", "wie-dan-ook@post.fietsen.nl"),
        ("+31 20 624 11 11", "bel 020-6241111"),
        ("020 624 11 11", "+31206241111"),
        ("act_1234567890", "ACT_1234567890 act_1234567890"),
        ("NL91ABNA0417164300", "NL91ABNA0417164300"),
    ],
)
def test_what_is_meant_to_be_public_is_not_reported(allowed: str, text: str) -> None:
    assert texts(Contacts([allowed], "NL"), text) == []


def test_account_names_are_told_apart() -> None:
    """They lead to people, but are there to be seen: a remark, no more."""
    found = list(Contacts(["@lapwerk"], "NL").find("met @lapwerk, @bakker.jan en @jan@mastodon.social"))
    assert [(one.text, one.public) for one in found] == [("@bakker.jan", True), ("@jan@mastodon.social", True)]


def test_reserved_names_and_numbers_are_those_of_the_registers() -> None:
    assert is_reserved("EXAMPLE.com")
    assert is_reserved("shop.example")
    assert not is_reserved("myexample.com")
    assert is_reserved_number("+447700900461")
    assert not is_reserved_number("+447700800461")


@pytest.mark.parametrize("sign", ["a", "a.", "@", "0 ", "+1 2 ", "AA11", "a@a.", "(0", "a-", "act_1", "1-"])
def test_no_text_takes_more_than_its_length(contacts: Contacts, sign: str) -> None:
    """A page of one sign over and over must not hold up a build."""
    text = sign * (200_000 // len(sign))
    start = time.perf_counter()
    list(contacts.find(text))
    assert time.perf_counter() - start < 5
