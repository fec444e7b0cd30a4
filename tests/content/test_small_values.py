"""Money, periods, due dates, ids, times and texts, as authors type them."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from smm_portfolio.content.values.due import Due, DueUnit
from smm_portfolio.content.values.money import Money
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.scalars import Date, Email, Flag, Id, Number, Time, Url, Whole, Word, is_id, slugify
from smm_portfolio.content.values.text import Prose, Text

CALENDAR_YEARS = st.integers(1900, 2999)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31))


def read(kind: Any, value: Any, languages: tuple[str, ...] = ("nl", "en")) -> Any:
    return TypeAdapter(kind).validate_python(value, context={"languages": languages})


def refused(kind: Any, value: Any) -> str:
    """The code that a value is refused with."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    error = caught.value.errors()[0]
    return str(error["ctx"]["code"]) if error["type"] == "smm" else error["type"]


# Periods


@given(CALENDAR_YEARS, st.integers(1, 12))
def test_a_month_is_from_its_first_to_its_last_day(year, month):
    """February has 29 days in a leap year, also in 2000 and not in 1900."""
    period = read(Period, f"{year:04}-{month:02}")
    assert (period.start, period.start.day) == (dt.date(year, month, 1), 1)
    assert period.days == calendar.monthrange(year, month)[1]


@given(DAYS, DAYS)
def test_a_period_holds_both_its_ends(one, other):
    start, end = sorted((one, other))
    period = read(Period, f"{start}..{end}")
    assert (period.start, period.end) == (start, end)
    assert period.days == (end - start).days + 1
    assert list(period.rules()) == []


def test_months_can_be_joined():
    assert read(Period, "2024-01..2024-02") == read(Period, {"start": "2024-01-01", "end": "2024-02-29"})
    assert read(Period, " 2026-03-01 .. 2026-05 ").end == dt.date(2026, 5, 31)


def test_a_period_upside_down_is_found():
    (broken,) = read(Period, "2026-05..2026-03").rules()
    assert broken.code == "SMM018"


@pytest.mark.parametrize(
    "typed", ["", "..", "2026", "2026-3", "2026-13", "2026-02-30", "2026-W09-1", "2026-03..", "..2026-03", "a..b",
              "2026-03-01...2026-04-01", "2026-03-01/2026-04-01", "2026-03-01T00:00", "0000-01", "٢٠٢٦-٠٣"],
)  # fmt: skip
def test_a_period_that_is_none_is_refused(typed):
    assert refused(Period, typed) == "SMM015"


# Money


@given(st.decimals(0, 10**12, places=2), st.sampled_from(["EUR", "USD", "RUB", "JPY"]))
def test_money_keeps_every_cent(amount, currency):
    assert read(Money, f"{currency} {amount}") == read(Money, {"amount": str(amount), "currency": currency})
    assert read(Money, f"{currency} {amount}").amount == amount


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1))
def test_money_of_one_currency_adds_up(amounts):
    total = read(Money, "EUR 0")
    for amount in amounts:
        total += read(Money, f"EUR {amount}")
    assert total.amount == sum(amounts)


def test_money_of_two_currencies_is_never_added():
    with pytest.raises(ValueError, match="USD"):
        read(Money, "EUR 1") + read(Money, "USD 1")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("5", "SMM012"), ("EUR", "SMM012"), ("€ 5", "SMM012"), ("5 EUR", "SMM012"), ("EUR 1.250,00", "SMM012"),
     ("EUR 1,250", "SMM012"), ("EUR -5", "SMM012"), ("eur 5", "SMM012"), ("EURO 5", "SMM012"), ("ABC 5", "SMM013")],
)  # fmt: skip
def test_money_that_is_none_is_refused(typed, code):
    assert refused(Money, typed) == code


# Due dates


@given(
    st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True),
    st.integers(-9999, 9999),
    st.sampled_from(list(DueUnit)),
    st.booleans(),
)
def test_the_short_form_of_a_due_date_says_what_the_long_one_says(anchor, offset, unit, several):
    words = unit.replace("_", " ") + ("s" if several else "")
    short = f"{anchor} {'-' if offset < 0 else '+'} {abs(offset)} {words}"
    assert read(Due, short) == read(Due, {"anchor": anchor, "offset": str(offset), "unit": str(unit)})


@pytest.mark.parametrize(
    ("typed", "anchor", "offset", "unit"),
    [
        ("start", "start", 0, "day"),
        (" start ", "start", 0, "day"),
        ("start-7 days", "start", -7, "day"),
        ("kickoff +2  business   days", "kickoff", 2, "business_day"),
        ("laptop-ready + 1 week", "laptop-ready", 1, "week"),
        ("step-2 - 3 days", "step-2", -3, "day"),
    ],
)
def test_a_due_date_is_read_as_it_sounds(typed, anchor, offset, unit):
    due = read(Due, typed)
    assert (due.anchor, due.offset, due.unit) == (anchor, offset, unit)


@pytest.mark.parametrize(
    "typed", ["next week", "start + days", "start 3 days", "start + 3", "start + 1.5 days", "+ 3 days", "2026-01-05!",
              "start + 3 hours", "start + 12345 days", "Start", "start + 3 dagen", "", "start + -3 days"],
)  # fmt: skip
def test_a_due_date_that_is_none_is_refused(typed):
    assert refused(Due, typed) == "SMM019"


def test_only_the_three_anchors_are_fixed():
    assert [read(Due, one).is_fixed for one in ("start", "kickoff", "contract", "laptop")] == [True, True, True, False]


# Words, numbers, times


@given(st.text(max_size=80))
def test_what_is_suggested_as_an_id_can_be_used(text):
    assert is_id(slugify(text))
    assert read(Id, slugify(text)) == slugify(text)


@pytest.mark.parametrize("typed", ["a", "a-b", "2026", "a1-2b"])
def test_ids(typed):
    assert read(Id, typed) == typed


@pytest.mark.parametrize("typed", ["", "-", "a-", "-a", "a--b", "A", "a_b", "a.b", "a b", "é", "a\n", "../a", "a" * 65])
def test_what_would_break_an_address_is_no_id(typed):
    assert refused(Id, typed) == "SMM016"


@given(st.decimals(-(10**12), 10**12, places=3))
def test_numbers_are_exact(number):
    assert read(Number, f"{number:f}") == number


@pytest.mark.parametrize(
    "typed", ["", "1,5", "1.250,00", "1 000", "1_000", "1e3", "0x1f", "0o7", ".5", "5.", "--5", "½", "٣", "NaN", "inf",
              "12:30", "9" * 25],
)  # fmt: skip
def test_numbers_that_could_be_read_in_two_ways_are_refused(typed):
    assert refused(Number, typed) == "SMM012"


@pytest.mark.parametrize("typed", ["", "1.0", "one", "1_0", "٣", "1" * 13])
def test_whole_numbers(typed):
    assert read(Whole, "-07") == -7
    assert refused(Whole, typed) == "SMM012"


@pytest.mark.parametrize("typed", ["yes", "no", "on", "off", "True", "1", "", "ja"])
def test_true_and_false_are_the_only_answers(typed):
    """`no` is a language or a country as often as it is a no."""
    assert (read(Flag, "true"), read(Flag, "false")) == (True, False)
    assert refused(Flag, typed) == "SMM012"


@given(st.times())
def test_times(time):
    assert read(Time, f"{time:%H:%M}") == time.replace(second=0, microsecond=0)


@pytest.mark.parametrize("typed", ["9:30", "24:00", "09.30", "T0930", "0930Z", "09:3", "half tien", ""])
def test_times_that_are_none_are_refused(typed):
    assert refused(Time, typed) == "SMM015"


@given(DAYS)
def test_dates(day):
    assert read(Date, day.isoformat()) == day


@pytest.mark.parametrize("typed", ["2026-02-29", "20260301", "2026-W09-1", "1-3-2026", "2026-3-1", "2026-03-01 ", ""])
def test_dates_that_are_none_are_refused(typed):
    assert refused(Date, typed) == "SMM015"


@pytest.mark.parametrize("typed", ["0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31"])
def test_a_year_that_is_a_typing_mistake_is_refused(typed):
    """Weeks and time zones around the first and the last day of the calendar end in a traceback."""
    assert refused(Date, typed) == "SMM015"
    assert refused(Period, typed) == "SMM015"
    assert refused(Period, typed[:7]) == "SMM015"


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "www.x.nl", "ftp://x.nl", "//x.nl", "https://", "https://a b", "https://[half", ""],
)
def test_addresses_that_are_none_are_refused(typed):
    assert read(Url, "https://x.nl/é?a=b#c") == "https://x.nl/é?a=b#c"
    assert refused(Url, typed) == "SMM022"


@pytest.mark.parametrize("typed", ["a", "a@b", "a b@c.nl", "a@b.nl,c@d.nl ", "<a@b.nl>", ""])
def test_mail_addresses_that_are_none_are_refused(typed):
    assert read(Email, "noor.v+x@example.co.uk") == "noor.v+x@example.co.uk"
    assert refused(Email, typed) == "SMM012"


def test_names_stand_on_one_line():
    assert read(Word, " De \n Vijzel ") == "De Vijzel"


# Texts


def test_a_text_for_all_languages_is_never_missing():
    text = read(Text, "Reels")
    assert (text.pick("nl"), text.pick("fr"), text.missing(("nl", "fr"))) == ("Reels", "Reels", [])


def test_the_default_language_stands_in_for_a_missing_one():
    text = read(Text, {"nl": "Werk"}, ("nl", "en"))
    assert (text.pick("en"), text.language_of("en"), text.missing(("nl", "en"))) == ("Werk", "nl", ["en"])


def test_where_the_default_is_missing_too_what_there_is_stands_in():
    text = read(Text, {"en": "Work"}, ("nl", "en"))
    assert (text.pick("nl"), text.language_of("nl"), text.missing(("nl", "en"))) == ("Work", "en", ["nl"])


def test_languages_that_the_project_does_not_have_are_passed_over():
    assert read(Text, {"nl": "Werk", "de": None, "fr": ""}).variants() == {"nl": "Werk"}


def test_a_text_in_other_languages_only_is_shown_all_the_same():
    """Better another language than an empty heading; the missing ones are reported."""
    text = read(Text, {"de": "Arbeit"})
    assert (text.pick("nl"), text.missing(("nl", "en"))) == ("Arbeit", ["nl", "en"])


@pytest.mark.parametrize(("kind", "limit"), [(Text, 400), (Prose, 40_000)])
def test_texts_have_limits(kind, limit):
    assert len(read(kind, "x" * limit).pick("nl")) == limit
    assert refused(kind, "x" * (limit + 1)) == "SMM014"
    assert refused(kind, {"nl": "x", "en": "x" * (limit + 1)}) == "SMM014"


def test_a_line_is_one_line_and_prose_keeps_its_lines():
    assert read(Text, " a\n  b\t c ").pick("nl") == "a b c"
    assert read(Prose, "\n\na\n\n  b\n").pick("nl") == "a\n\n  b"


@given(st.text(st.characters(categories=("Cc",), exclude_characters="\t\n"), min_size=1, max_size=1))
def test_no_text_holds_what_nobody_sees(character):
    """Markdown uses some of them as its own marks: a link would come out another than it was checked."""
    assert refused(Text, f"a{character}b") == "SMM014"
    assert refused(Prose, f"a{character}b") == "SMM014"
    assert refused(Word, f"a{character}b") == "SMM014"


@given(st.text(min_size=1, max_size=50))
def test_a_text_is_kept_as_it_was_typed(text):
    try:
        kept = read(Prose, text).pick("nl")
    except ValidationError:
        return
    assert kept == text.strip("\n")


def test_equal_texts_are_equal():
    assert read(Text, {"nl": "a", "en": "b"}) == read(Text, {"en": "b", "nl": "a"})
    assert hash(read(Text, {"nl": "a", "en": "b"})) == hash(read(Text, {"en": "b", "nl": "a"}))
    assert read(Text, "a") != read(Prose, "a")
    assert repr(read(Text, "a")) == "Text({'': 'a'})"


def test_amounts_are_decimals():
    assert isinstance(read(Money, "EUR 5").amount, Decimal)
