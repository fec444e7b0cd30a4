"""However a table is written, the same figures come out of it; reach is never one of the sums."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from babel.dates import format_skeleton
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smm_portfolio.content.metrics import metrics
from smm_portfolio.content.values.data_file import DataFile, DateOrder
from smm_portfolio.evidence.dates import Day, read_day, with_years
from smm_portfolio.evidence.exports import read_export
from smm_portfolio.evidence.observations import Export, Span
from smm_portfolio.evidence.pooling import CannotTellError
from smm_portfolio.evidence.report import findings_of
from smm_portfolio.evidence.totals import total
from tests.evidence import samples as s
from tests.evidence.test_reading import ENCODINGS

MARCH = Span(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
LANGUAGES = ["en", "nl", "de", "fr", "es", "it", "pt"]


def written(thousands: str, decimal: str) -> Callable[[Decimal, int], str]:
    """A number as one country writes it."""

    def write(number: Decimal, places: int) -> str:
        return f"{number:,.{places}f}".translate({ord(","): thousands, ord("."): decimal})

    return write


COUNTRIES = {
    "en": written(",", "."),
    "nl": written(".", ","),
    "fr": written("\u202f", ","),
    "fr, older": written("\u00a0", ","),
    "sv": written(" ", ","),
    "de-CH": written("\u2019", "."),
    "a program": written("", "."),
    "a program in Dutch": written("", ","),
}
HEADERS = {
    "en": ["Reporting starts", "Reporting ends", "Campaign name", "Impressions", "Link clicks", "Amount spent (EUR)"],
    "nl": [
        "Start rapportage",
        "Einde rapportage",
        "Campagnenaam",
        "Weergaven",
        "Klikken op links",
        "Besteed bedrag (EUR)",
    ],
}
ADS = st.lists(
    st.tuples(st.integers(0, 10**8), st.integers(0, 10**6), st.decimals(0, 10**6, places=2)), min_size=1, max_size=9
)


def read(raw: bytes, **hints: object) -> Export:
    export = read_export(raw, DataFile.model_validate({"file": "x.csv", **hints}), "x.csv")
    assert not export.problems, export.problems
    return export


def encoded(text: str, encoding: str) -> bytes:
    try:
        return ENCODINGS[encoding](text)
    except UnicodeEncodeError:
        assume(False)  # cp1252 has no narrow space
        raise


@given(
    ADS,
    st.sampled_from(sorted(HEADERS)),
    st.sampled_from(sorted(COUNTRIES)),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(sorted(ENCODINGS)),
    st.permutations(range(6)),
)
@settings(max_examples=200, deadline=None)
def test_ads_give_the_same_in_any_language_country_encoding_and_order_of_columns(
    ads, language, country, delimiter, encoding, order
):
    write = COUNTRIES[country]
    rows = [
        [
            "2026-03-01",
            "2026-03-31",
            f"Actie {n}, é",
            write(Decimal(seen), 0),
            write(Decimal(clicks), 0),
            write(cost, 2),
        ]
        for n, (seen, clicks, cost) in enumerate(ads)
    ]
    header, *body = [[row[place] for place in order] for row in [HEADERS[language], *rows]]
    export = read(encoded(s.text(header, body, delimiter), encoding))
    sums = [sum((row[place] for row in ads), Decimal(0)) for place in range(3)]
    for metric, amount in zip(("impressions", "link_clicks", "spend"), sums, strict=True):
        assert total(metric, [export], MARCH).figure.value == amount
    assert export.tables[0].currency == "EUR"
    cpm = total("cpm", [export], MARCH).figure
    assert (cpm.numerator, cpm.denominator) == (sums[2], sums[0])
    assert (cpm.amount(Decimal(1000)) is None) == (sums[0] == 0)


@given(ADS, st.sampled_from([s.xls, s.xlsx]))
@settings(max_examples=40, deadline=None)
def test_ads_give_the_same_in_a_workbook(ads, write):
    rows = [
        ["2026-03-01", "2026-03-31", str(n), seen, clicks, float(cost)] for n, (seen, clicks, cost) in enumerate(ads)
    ]
    export = read(write({"Any name": [HEADERS["en"], *rows]}))
    assert total("spend", [export], MARCH).figure.value == sum(row[2] for row in ads)
    assert total("impressions", [export], MARCH).figure.value == sum(row[0] for row in ads)


# Dates without a year


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("skeleton", ["MMMMd", "MMMd", "yMMMMd", "yMMMd"])
def test_every_day_is_read_in_the_words_of_every_language(language, skeleton):
    for number in range(366):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=number)
        year = 2024 if "y" in skeleton else None
        text = format_skeleton(skeleton, day, locale=language)
        assert read_day(text, DateOrder.MONTH_FIRST) == Day(day.month, day.day, year), text


@given(st.dates(dt.date(2019, 1, 1), dt.date(2027, 1, 1)), st.integers(1, 365), st.integers(0, 30), st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_year_of_days_without_years_gets_them_back(first, days, late, falling):
    dates = [first + dt.timedelta(days=number) for number in range(days)]
    dates = dates[::-1] if falling else dates
    assume(late + days <= 365)
    last = max(dates) + dt.timedelta(days=late)
    assert with_years([Day(day.month, day.day) for day in dates], last) == dates


# What is never a sum


POSTS = st.lists(
    st.tuples(st.integers(1, 28), *[st.integers(0, 10**6)] * 3), min_size=1, max_size=9, unique_by=lambda row: row[0]
)


def days_of(figures) -> Export:
    """A table of one's own with a day a row: date, views, reach, impressions."""
    lines = [
        "date;views;reach;interactions",
        *(f"2026-03-{day:02};{';'.join(map(str, rest))}" for day, *rest in figures),
    ]
    columns = {name: name for name in ("date", "views", "reach", "interactions")}
    return read("\n".join(lines).encode(), columns=columns, period="2026-03")


@given(POSTS)
@settings(max_examples=60, deadline=None)
def test_reach_is_the_figure_of_one_row_or_none_at_all(figures):
    export = days_of(figures)
    for window in (None, MARCH, *(Span(dt.date(2026, 3, day), dt.date(2026, 3, day)) for day, *_ in figures)):
        inside = [row for row in figures if window is None or window.holds(Span(*[dt.date(2026, 3, row[0])] * 2))]
        if window == MARCH or len(inside) > 1:
            with pytest.raises(CannotTellError, match="cannot be added up"):
                total("reach", [export], window)
        else:
            assert [total("reach", [export], window).figure.value] == [row[2] for row in inside]
        if len(figures) > 1:
            with pytest.raises(CannotTellError):
                total("frequency", [export], window)


@given(POSTS)
@settings(max_examples=60, deadline=None)
def test_a_rate_of_added_reach_says_so_and_a_denominator_of_zero_gives_none(figures):
    export = days_of(figures)
    figure = total("er_reach", [export], MARCH).figure
    assert (figure.numerator, figure.denominator) == (sum(row[3] for row in figures), sum(row[2] for row in figures))
    assert figure.of == "day_reach"
    assert (figure.amount(metrics()["er_reach"].scale) is None) == (figure.denominator == 0)


# Anything at all under a known header

HEADS = [s.IG_EN, s.IG_NL, s.FB_EN, s.ADS_EN, s.TIKTOK_CONTENT, s.LINKEDIN_METRICS, s.LINKEDIN_ADS, s.YOUTUBE,
         ["Date", "Primary"], ["Session default channel group", "Sessions", "Event count", "Key events"]]  # fmt: skip
HOSTILE = ["", "--", "undefined", "0", "-7", "1.250", "12,5", "12%", "\u00b2", "\u0663", "1e300", "9" * 25, "Total",
           "#", "03/14/2026", "31-12-9999", "2026-13", "9999-12", "29 februari", "\u00b2 maart", "0:04:31", '"', "\n",
           "=1+1", "# Start date: 20260301", "\x1b[31m", "a;b", "a,b", "\t"]  # fmt: skip


@given(st.sampled_from(HEADS), st.data())
@settings(max_examples=150, deadline=None)
def test_no_cell_under_a_known_header_stops_the_program(header, data):
    cell = st.one_of(st.sampled_from(["2026-03-14", "5"]), st.sampled_from(HOSTILE))
    wide = st.lists(cell, min_size=len(header) - 1, max_size=len(header) + 1)
    body = data.draw(st.lists(wide, max_size=4))
    raw = s.text(header, body, data.draw(st.sampled_from([",", ";", "\t"]))).encode()
    hints = data.draw(st.sampled_from([{}, {"exported": "2026-04-02"}, {"period": "2026-03"}]))
    export = read_export(raw, DataFile.model_validate({"file": "x.csv", **hints}), "x.csv")
    assert export.problems or findings_of(export).span
