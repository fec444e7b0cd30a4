"""Where a fact comes from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from smm_portfolio.content.values.base import Model, RefTo, refuse
from smm_portfolio.content.values.scalars import Date, Id, Url, Word
from smm_portfolio.content.values.text import Text


class Confidence(StrEnum):
    """How far a figure can be trusted."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Source(Model):
    """A publication, export or document that a fact was taken from."""

    name: Text
    """Who says it: publisher and title."""
    url: Url | None = None
    """Where it can be read."""
    published: Word | None = None
    """Date or year of publication, as far as it is known."""
    accessed: Date | None = None
    """The day somebody last looked."""
    note: Text | None = None
    """What a reader should know about it, for example that it is undated."""


def _cited(value: Any) -> Any:
    if isinstance(value, str):
        return {"id": value}
    if isinstance(value, dict) and "id" in value:
        raise refuse("SMM010", "a source written in place has no id", "Remove id, or cite by id alone.")
    return {"inline": value}


class Cite(Model):
    """The id of an entry in sources.yml, or the source written in place."""

    id: Annotated[Id, RefTo("source")] | None = None
    inline: Source | None = None

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(Source.__pydantic_core_schema__)]}


Cited = Annotated[Cite, BeforeValidator(_cited)]
"""``source: bls-2023`` or ``source: {name: …, url: …}``."""
