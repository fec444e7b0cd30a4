"""When a task is due: an anchor and a signed distance from it.

Day one: the anchor itself has distance 0, so ``start`` is the first working day and ``start - 1 day`` the day before;
``end`` is the last working day, of a contract or of a colleague, and ``end - 1 day`` the day before that.
Human-resources software counts the same way (Dayforce: -4 is four days before the first day).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from smm_portfolio.content.values.base import Model, refuse, shown
from smm_portfolio.content.values.scalars import Id, Whole

_SHORT = re.compile(
    r"(?P<anchor>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?:\s*(?P<sign>[+-])\s*(?P<count>[0-9]{1,4})\s*(?P<unit>business\s+days?|days?|weeks?|months?))?"
)
_FIX = "Write an anchor and a distance: start, start - 7 days, kickoff + 2 business days, start + 1 month."


class DueUnit(StrEnum):
    """What the distance counts."""

    DAY = "day"
    BUSINESS_DAY = "business_day"
    WEEK = "week"
    MONTH = "month"


class Anchor(StrEnum):
    """The fixed days that a due date can be counted from; the id of another task works too."""

    START = "start"
    KICKOFF = "kickoff"
    CONTRACT = "contract"
    END = "end"


class Due(Model):
    """An anchor (``start``, ``kickoff``, ``contract``, ``end`` or the id of another task) and a signed distance."""

    anchor: Id
    """start, kickoff, contract, end, or the id of another task of the checklist."""
    offset: Whole = 0
    """Distance; negative is before the anchor, 0 is the anchor itself."""
    unit: DueUnit = DueUnit.DAY
    """What the distance counts: day, business_day, week or month."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = _SHORT.fullmatch(value.strip())
        if not found:
            raise refuse("SMM019", f"{shown(value)} is not a due date", _FIX)
        if found["sign"] is None:
            return {"anchor": found["anchor"]}
        unit = re.sub(r"\s+", "_", found["unit"].removesuffix("s"))
        return {"anchor": found["anchor"], "offset": found["sign"] + found["count"], "unit": unit}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "anyOf": [{"type": "string", "examples": ["start - 7 days", "kickoff + 2 business days"]}, handler(schema)]
        }

    @property
    def is_fixed(self) -> bool:
        """Whether the anchor is a day given from outside, not another task."""
        return self.anchor in set(Anchor)
