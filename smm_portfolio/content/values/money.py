"""Money: an exact amount in one currency."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from babel.numbers import list_currencies
from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from smm_portfolio.content.values.base import Model, refuse, shown
from smm_portfolio.content.values.scalars import Number


def _currency(value: Any) -> str:
    if isinstance(value, str) and value in list_currencies():
        return value
    fix = "Use the three-letter code, for example EUR, USD or GBP."
    raise refuse("SMM013", f"{shown(value)} is not a currency", fix)


Currency = Annotated[str, BeforeValidator(_currency), Field(pattern="^[A-Z]{3}$")]
"""ISO 4217 code."""


class Money(Model):
    """An amount in one currency, typed as ``EUR 1200`` or ``{amount: 1200, currency: EUR}``."""

    amount: Number
    """Exact amount in the currency's main unit."""
    currency: Currency
    """ISO 4217 code."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = re.fullmatch(r"([A-Z]{3})\s+(\d+(?:\.\d+)?)", value.strip())
        if not found:
            raise refuse("SMM012", f"{shown(value)} is not an amount of money", "Write for example EUR 1200.")
        return {"amount": found[2], "currency": found[1]}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "pattern": r"^[A-Z]{3} \d+(\.\d+)?$"}, handler(schema)]}

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money.model_construct(amount=Decimal(self.amount) + other.amount, currency=self.currency)
