"""Small typed scalars: ids, dates, numbers, booleans, addresses, as authors type them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from smm_portfolio.content.values.base import refuse, shown
from smm_portfolio.problems import Problem, UserError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")
_URL = re.compile(r"https?://[^\s<>\"]+")
_YEARS = range(1900, 3000)


def slugify(text: str) -> str:
    """The nearest usable id, for suggestions."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[:64].strip("-") or "id"


def is_id(text: str) -> bool:
    """Whether a text can be an id."""
    return bool(_ID.fullmatch(text)) and len(text) <= 64


def _id(value: Any) -> str:
    if not isinstance(value, str):
        raise refuse(
            "SMM012", f"{shown(value)} is not an id", "Write one word: lower-case letters, digits and hyphens."
        )
    if not is_id(value):
        raise refuse("SMM016", f"{shown(value)} is not a usable id", f"Write for example: {slugify(value)}")
    return value


def typed_day(text: str) -> dt.date | None:
    """A day as it was typed; None for a text that is no day.

    Why not every year: a week or a time zone beyond the first and the last that Python knows, its calendar ends.

    Raises:
        PydanticCustomError: it is in a year that no content is about.
    """
    try:
        day = dt.date.fromisoformat(text if _DATE.fullmatch(text) else "")
    except ValueError:
        return None
    if day.year not in _YEARS:
        message = f"{shown(text)} is not between the years {_YEARS[0]} and {_YEARS[-1]}"
        raise refuse("SMM015", message, "Correct the year; write for example 2026-03-01.")
    return day


def _date(value: Any) -> dt.date:
    if isinstance(value, dt.date):
        return value
    day = typed_day(value) if isinstance(value, str) else None
    if day is None:
        fix = "Write year-month-day, for example 2026-03-01."
        raise refuse("SMM015", f"{shown(value)} is not a date", fix)
    return day


def parse_date(text: str, where: str) -> dt.date:
    """A date from the command line.

    Raises:
        UserError: it is not a date.
    """
    try:
        return _date(text)
    except PydanticCustomError as error:
        context = error.context or {}
        raise UserError([Problem("SMM063", context["message"], context["fix"], path=where)]) from None


def _number(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    try:
        if isinstance(value, str) and _NUMBER.fullmatch(value) and len(value) <= 24:
            return Decimal(value)
    except InvalidOperation:  # pragma: no cover - the pattern admits only what Decimal reads
        pass
    hint = "Write digits with a point before decimals and no thousands separators, for example 12500 or 4.8."
    raise refuse("SMM012", f"{shown(value)} is not a number", hint)


def _whole(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[+-]?[0-9]{1,12}", value):
        return int(value)
    raise refuse("SMM012", f"{shown(value)} is not a whole number", "Write digits only, for example 3.")


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise refuse("SMM012", f"{shown(value)} is neither true nor false", "Write true or false.")


def _time(value: Any) -> dt.time:
    if isinstance(value, dt.time):
        return value
    try:
        return dt.time.fromisoformat(value if isinstance(value, str) and _TIME.fullmatch(value) else "")
    except ValueError:
        raise refuse("SMM015", f"{shown(value)} is not a time", "Write hours:minutes, for example 09:30.") from None


def visible(text: str, key: str = "") -> str:
    """The text itself; ``key`` is the key it stands behind, for the place of the problem.

    Raises:
        PydanticCustomError: it holds control characters, which no reader sees and which tools read as commands.
    """
    found = _CONTROL.search(text)
    if found:
        message = f"the text holds an invisible character (U+{ord(found[0]):04X})"
        fix = "Delete it; in YAML it is written as a backslash with a letter or a number."
        raise refuse("SMM014", message, fix, key)
    return text


def _word(value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return " ".join(visible(value).split())
    raise refuse("SMM012", f"{shown(value)} is not a text", "Write a text, or leave the key out.")


def _email(value: Any) -> str:
    if isinstance(value, str) and _EMAIL.fullmatch(value):
        return value
    raise refuse("SMM012", f"{shown(value)} is not an e-mail address", "Write name@example.com.")


def _url(value: Any) -> str:
    if not isinstance(value, str) or not _URL.fullmatch(value):
        raise refuse("SMM022", f"{shown(value)} is not a web address", "Start with https://.")
    try:
        urlsplit(value)
    except ValueError:
        fix = "Write the whole address, for example https://example.com/coats, without square brackets."
        raise refuse("SMM022", f"{shown(value)} is not a web address", fix) from None
    return value


class _OrNumber:
    """In an editor the text may look like a number: a year or a version is typed without quotes."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "type": ["string", "number"]}


Id = Annotated[str, BeforeValidator(_id), Field(pattern=f"^{_ID.pattern}$", max_length=64)]
"""Lower-case letters, digits and single hyphens; part of addresses and field names."""

Date = Annotated[dt.date, BeforeValidator(_date)]
"""A day, ``2026-03-01``."""

Time = Annotated[dt.time, BeforeValidator(_time), WithJsonSchema({"type": "string", "pattern": "^\\d\\d:\\d\\d$"})]
"""A time of day, ``09:30``, in the project's time zone."""

Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""An exact number with a decimal point."""

Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""``true`` or ``false``, nothing else."""

Word = Annotated[
    str,
    BeforeValidator(_word),
    Field(max_length=200),
    _OrNumber(),
]
"""A name that needs no translation."""

Email = Annotated[str, BeforeValidator(_email)]
"""An e-mail address."""

Url = Annotated[str, BeforeValidator(_url)]
"""A web address; never fetched, only linked to."""
