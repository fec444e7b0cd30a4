"""Numbers, money, durations, dates and changes as a reader of one language expects them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache
from typing import Any

from babel.dates import get_timezone_name
from babel.lists import format_list
from babel.numbers import get_currency_name, get_currency_precision, get_currency_symbol, parse_pattern

from smm_portfolio.content.labels import labels
from smm_portfolio.content.metrics import Unit
from smm_portfolio.content.values.metric import Change
from smm_portfolio.content.values.period import Period
from smm_portfolio.site.dates import NBSP, day_text, locale_of, period_text

MINUS = "\u2212"
_WIDE = Context(prec=200)
"""Digits for any figure that typed numbers of 24 digits can give; Decimal refuses to round beyond its usual 28."""
_NOUNS_KEEP_CAPITALS = frozenset({"de"})


class Formatter:
    """Writes values in one language.

    Why our own English is British and percent signs come from our labels: CLDR's Dutch glues the sign to the figure.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = locale_of(language)
        self._terms: Mapping[str, Any] = labels(language)["terms"]
        self._units: Mapping[str, str] = self._terms["units"]

    # Numbers

    def number(self, value: Decimal | float, most: int = 2) -> str:
        """A number with thousands separated and at most ``most`` decimals, none that are zero at the end."""
        return _number(_exact(value), most, self.language)

    def signed(self, value: Decimal | float, most: int = 2) -> str:
        """A number with its sign, a real minus; zero has none."""
        rounded = _rounded(_exact(value), most)
        return _sign(rounded) + self.number(rounded.copy_abs(), most)

    def percent(self, value: Decimal | float) -> str:
        """A percentage, 4.8 for 4.8 %, with one decimal below a hundred and two below one."""
        return self._units["percent"].format(n=self.number(value, _percent_decimals(_exact(value))))

    def relative(self, share: Decimal | float) -> str:
        """A relative change, 0.55 for +55 %, with a decimal only below ten."""
        value = _exact(share) * 100
        most = 0 if abs(value) >= Decimal("9.95") else 1
        return self._units["percent"].format(n=self.signed(value, most))

    def money(self, amount: Decimal | float, currency: str) -> str:
        """An amount with its currency; cents only where there are any."""
        value = _exact(amount)
        return (MINUS if value < 0 else "") + _money(value.copy_abs(), currency, self.language)

    def duration(self, seconds: Decimal | float) -> str:
        """A span of time in its two largest units: hours and minutes, minutes and seconds."""
        value = abs(_exact(seconds))
        sign = MINUS if _exact(seconds) < 0 else ""
        if value < 60:
            return sign + self._unit("seconds", self.number(value, 1))
        if value < 3600:
            return sign + self._two(value, 60, ("minutes", "seconds"))
        return sign + self._two(_rounded(value / 60, 0), 60, ("hours", "minutes"))

    def amount(self, value: Decimal, unit: Unit, currency: str | None = None) -> str:
        """A figure of a metric, in the metric's unit."""
        if unit is Unit.PERCENT:
            return self.percent(value)
        if unit is Unit.CURRENCY and currency:
            return self.money(value, currency)
        if unit in (Unit.DURATION_MIN, Unit.DURATION_S):
            return self.duration(value * (60 if unit is Unit.DURATION_MIN else 1))
        return self.number(value, 1 if unit is Unit.COUNT else 2)

    def change(self, change: Change, unit: Unit, currency: str | None = None) -> str:
        """A change, absolute and relative together: ``+23 (+128 %)``; points for a percentage."""
        if not change.absolute:
            return str(self._terms["unchanged"])
        size = abs(change.absolute)
        if unit is Unit.PERCENT:
            written = self._units["points"].format(n=self.number(size, _percent_decimals(size)))
        else:
            written = self.amount(size, unit, currency)
        relative = self._terms["from_zero"] if change.relative is None else self.relative(change.relative)
        return f"{_sign(change.absolute)}{written} ({relative})"

    # Days

    def date(self, day: dt.date) -> str:
        """A day: 31 mei 2026."""
        return day_text(day, "d MMMM y", self.language)

    def short_date(self, day: dt.date) -> str:
        """A day for a narrow place: 31 mei 2026 with an abbreviated month."""
        return day_text(day, "d MMM y", self.language)

    def day_month(self, day: dt.date) -> str:
        """A day whose year is known: 8 april."""
        return day_text(day, "d MMMM", self.language)

    def month(self, day: dt.date) -> str:
        """The month of a day, as a heading: April 2026."""
        return self.sentence(self.inside_month(day))

    def inside_month(self, day: dt.date) -> str:
        """The month of a day in the middle of a sentence: april 2026."""
        return day_text(day, "LLLL y", self.language)

    def weekday(self, day: dt.date, *, short: bool = True) -> str:
        """The name of a day of the week."""
        return day_text(day, "EEE" if short else "EEEE", self.language)

    def time(self, time: dt.time) -> str:
        """A time of day: 09:30."""
        return f"{time:%H:%M}"

    def zone(self, name: str) -> str:
        """The common name of a time zone."""
        return self.sentence(get_timezone_name(name, locale=self.locale))

    def period(self, period: Period) -> str:
        """A period: 1 t/m 30 april 2026, or maart t/m mei 2026 for whole months."""
        return period_text(period.start, period.end, self.language)

    def short_period(self, period: Period) -> str:
        """A period for tiles and tables: mrt–mei 2026."""
        return period_text(period.start, period.end, self.language, short=True)

    # Words

    def listing(self, items: Iterable[str]) -> str:
        """Words in a row: a, b en c."""
        return format_list(list(items), locale=self.locale)

    def plural(self, forms: Mapping[str, str], count: int) -> str:
        """The form that goes with a count, ``{n}`` filled in."""
        form = forms.get(self.locale.plural_form(count), forms["other"])
        return form.format(n=self.number(count))

    def inside(self, text: str) -> str:
        """A name in the middle of a sentence: without its capital, unless it is an abbreviation or a German noun."""
        if self.language in _NOUNS_KEEP_CAPITALS or text[1:2].isupper():
            return text
        return text[:1].lower() + text[1:]

    def sentence(self, text: str) -> str:
        """A text at the start of a sentence."""
        return text[:1].upper() + text[1:]

    def currency_name(self, currency: str) -> str:
        """The name of a currency in the middle of a sentence: euro, Amerikaanse dollar.

        Why with a count: CLDR writes the bare name as a heading.
        """
        return get_currency_name(currency, count=2, locale=self.locale)

    def language_name(self, code: str) -> str:
        """The name of a language."""
        return str(self.locale.languages.get(code, code))

    def _unit(self, unit: str, number: str) -> str:
        return self._units[unit].format(n=number)

    def _two(self, value: Decimal, step: int, names: tuple[str, str]) -> str:
        """A value in its larger unit, and what is left over in the smaller."""
        whole, rest = divmod(_rounded(value, 0), step)
        if not rest:
            return self._unit(names[0], self.number(whole))
        return f"{self._unit(f'{names[0]}_short', self.number(whole))} {self._unit(names[1], self.number(rest))}"


def _exact(value: Decimal | float) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(round(value, 9)))


def _rounded(value: Decimal, most: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, _WIDE)


def _sign(value: Decimal) -> str:
    return "" if not value else "+" if value > 0 else MINUS


def _percent_decimals(value: Decimal) -> int:
    size = abs(value)
    return 0 if size >= 100 else 1 if size >= 1 else 2


@lru_cache(maxsize=16384)
def _number(value: Decimal, most: int, language: str) -> str:
    rounded = _rounded(value, most)
    pattern = parse_pattern("#,##0." + "#" * most if most else "#,##0")
    with localcontext(_WIDE):
        written: str = pattern.apply(abs(rounded), locale_of(language))
    return written if rounded >= 0 else MINUS + written


@lru_cache(maxsize=4096)
def _money(value: Decimal, currency: str, language: str) -> str:
    cents = get_currency_precision(currency)
    rounded = _rounded(value, cents)
    number = (
        _number(rounded, 0, language) if rounded == rounded.to_integral_value() else _cents(rounded, cents, language)
    )
    locale = locale_of(language)
    prefix, suffix = locale.currency_formats["standard"].prefix[0], locale.currency_formats["standard"].suffix[0]
    symbol = get_currency_symbol(currency, locale=locale)
    spaced = NBSP if symbol[-1:].isalpha() else ""
    if "¤" in prefix:
        before = prefix.replace("¤", symbol)
        return f"{before}{'' if before.endswith(NBSP) else spaced}{number}"
    return f"{number}{suffix.replace('¤', symbol)}"


def _cents(value: Decimal, digits: int, language: str) -> str:
    with localcontext(_WIDE):
        written: str = parse_pattern("#,##0." + "0" * digits).apply(value, locale_of(language))
    return written
