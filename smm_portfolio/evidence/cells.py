"""Numbers as people and programs write them; what is ambiguous is decided by the whole column, never by one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from smm_portfolio.content.metrics import Unit, metrics

_MISSING = frozenset({"", "-", "--", "–", "—", "n/a", "n.v.t.", "undefined", "null", "nan", "none"})
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'\u2019]")
_SIGNS = re.compile(r"^([+\-\u2212]?)\s*(?:[€$£¥]|[A-Z]{3})\s*|\s*(?:[€$£¥]|[A-Z]{3})$")
_FORMS = {
    ".": re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?"),
    ",": re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<decimals>\d+))?"),
}
_COMMA_LANGUAGES = frozenset({"nl", "de", "fr", "es", "it", "pt", "pl", "ru", "sv", "da", "nb", "fi", "cs", "tr", "id"})
_FRACTIONAL = frozenset({"conversions", "key_events", "watch_time"})
"""Quantities that may be fractions although people count them: attribution shares a conversion among channels."""
_ZEROS = frozenset({"0", "00"})
_DURATION = re.compile(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:\.\d+)?")


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    return text.strip().casefold() in _MISSING


@cache
def is_whole(quantity: str) -> bool:
    """Whether a quantity can only be a whole number."""
    known = metrics().get(quantity)
    return (known is None or known.unit is Unit.COUNT) and not is_money(quantity) and quantity not in _FRACTIONAL


@cache
def is_money(quantity: str) -> bool:
    """Whether a quantity is an amount of money."""
    known = metrics().get(quantity)
    return quantity == "total_cost" or (known is not None and known.unit is Unit.CURRENCY)


def read_number(text: str, decimal: str, *, whole: bool) -> Decimal | None:
    """A number written with a decimal point or comma; None where it is not one.

    Args:
        text: the cell; currency signs, spaces and apostrophes between thousands are passed over.
        decimal: ``.`` or ``,``.
        whole: whether it counts things: then 1.250 can only be a thousand and more.
    """
    bare = _SPACES.sub("", _SIGNS.sub(r"\1", text.strip())).replace("\u2212", "-")
    found = _FORMS[decimal].fullmatch(bare)
    if not found or len(bare) > 24:
        return None
    decimals = found["decimals"]
    if whole and decimals and decimals not in _ZEROS:
        return None
    thousands = "," if decimal == "." else "."
    return Decimal(bare.replace(thousands, "").replace(",", "."))


def read_duration(text: str) -> Decimal | None:
    """Seconds of ``0:04:31`` or ``4:31``."""
    found = _DURATION.fullmatch(text.strip())
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return Decimal(hours * 3600 + minutes * 60 + seconds)


def decimal_sign(cells: Iterable[tuple[str, bool]], language: str | None, told: str | None) -> str:
    """The decimal sign of a table.

    Args:
        cells: texts of all number cells, each with whether it counts things.
        language: language of the column names.
        told: language that the author gave, which settles it.

    Returns:
        ``.`` or ``,``: what the author's language uses, else the only one that fits every cell (or more cells than
        the other), else what the language of the header uses.
    """
    if told:
        return _usual(told)
    fits = _fits(cells)
    if fits["."] != fits[","]:
        return max(fits, key=lambda sign: fits[sign])
    return _usual(language or "en")


def machine_sign(cells: Iterable[tuple[str, bool]]) -> str:
    """The decimal sign of a format that writes a point and no thousands: a comma only where a spreadsheet put it there.

    Args:
        cells: texts of all number cells, each with whether it counts things.
    """
    cells = tuple(cells)
    if all("," not in text for text, _ in cells):
        return "."
    fits = _fits(cells)
    return "." if fits["."] > fits[","] else ","


def _fits(cells: Iterable[tuple[str, bool]]) -> dict[str, int]:
    """How many cells can be read with either sign."""
    fits = {".": 0, ",": 0}
    for text, whole in cells:
        for sign in fits:
            fits[sign] += read_number(text, sign, whole=whole) is not None
    return fits


def _usual(language: str) -> str:
    return "," if language in _COMMA_LANGUAGES else "."
