"""A period with both ends included."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from smm_portfolio.content.values.base import Broken, Model, refuse, shown
from smm_portfolio.content.values.scalars import Date, typed_day

_FIX = "Write 2026-03-01..2026-05-31, or a month such as 2026-03."


class Period(Model):
    """First and last day, both included; a month or a pair of days or months joined by ``..``."""

    start: Date
    """First day."""
    end: Date
    """Last day."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        first, joined, last = value.partition("..")
        return {"start": _edge(first.strip(), last=False), "end": _edge((last if joined else first).strip(), last=True)}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        day = r"\d{4}-\d{2}(-\d{2})?"
        return {"anyOf": [{"type": "string", "pattern": f"^{day}(\\.\\.{day})?$"}, handler(schema)]}

    def rule_order(self) -> Iterator[Broken]:
        """A period that ends before it starts."""
        if self.end < self.start:
            yield Broken(
                "SMM018", f"the period ends on {self.end} before it starts on {self.start}", "Swap the two dates."
            )

    @property
    def days(self) -> int:
        """Number of days, both ends included."""
        return (self.end - self.start).days + 1


def _edge(text: str, *, last: bool) -> dt.date:
    month = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
    if month:
        number = calendar.monthrange(int(month[1]), int(month[2]))[1] if last else 1
        day = typed_day(f"{text}-{number:02}")
    else:
        day = typed_day(text)
    if day is None:
        raise refuse("SMM015", f"{shown(text)} is not a day or a month", _FIX)
    return day
