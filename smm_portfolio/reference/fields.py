"""Tables of fields: one for a model, and one for every model that it holds."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from smm_portfolio.content.values.source import Cite, Source
from smm_portfolio.content.values.text import Text
from smm_portfolio.reference.markdown import anchor, bullets, code, heading, prose, spaced, table
from smm_portfolio.reference.plain_types import Link, in_words
from smm_portfolio.reference.words import meanings

SHARED = "smm_portfolio.content.values"
_HEAD = ("Field", "What it is", "Type", "Needed")


def field_table(model: type[BaseModel], link: Link) -> str:
    """Every field: name, description, type in words, and whether it may be left out."""
    return table(_HEAD, [_row(name, field, link) for name, field in model.model_fields.items()])


def _row(name: str, field: FieldInfo, link: Link) -> tuple[str, str, str, str]:
    words = in_words(field.annotation, field.metadata, link)
    return code(name), prose(field.description), words, "**yes**" if field.is_required() else _default(field)


def _default(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=True)
    if isinstance(value, bool):
        return f"no; `{str(value).lower()}`"
    if isinstance(value, tuple) and value:
        return f"no; `[{', '.join(map(str, value))}]`"
    if isinstance(value, Text):
        return f"no; `{value.pick('')}`"
    if value is None or value in ((), {}) or isinstance(value, BaseModel):
        return "no"
    return f"no; `{value}`"


def parts_of(model: type[BaseModel]) -> Iterator[type[Any]]:
    """Every model and list of words that a model mentions, itself excluded, in reading order, each once."""
    seen: dict[type[Any], None] = {}
    _collect(model, seen)
    return (one for one in seen if one is not model)


def _collect(model: type[BaseModel], seen: dict[type[Any], None]) -> None:
    if model in seen:
        return
    seen[model] = None
    for field in model.model_fields.values():
        for one in _classes(field.annotation):
            if issubclass(one, BaseModel) and one is not Cite:
                _collect(one, seen)
            elif one is Cite:
                _collect(Source, seen)
            else:
                seen.setdefault(one)


def _classes(annotation: Any) -> Iterator[type[Any]]:
    if inspect.isclass(annotation) and typing.get_origin(annotation) is None:
        if issubclass(annotation, BaseModel | StrEnum) or is_value(annotation):
            yield annotation
        return
    for part in typing.get_args(annotation):
        yield from _classes(part)


def is_value(one: type[Any]) -> bool:
    """Whether it is a value with a notation of its own, such as a condition."""
    return is_shared(one) and not issubclass(one, BaseModel | StrEnum | Text)


def is_shared(one: type[Any]) -> bool:
    """Whether it is explained on the page of values that many kinds use."""
    return one.__module__.startswith(SHARED)


def link_from(*, shared_page: bool = False) -> Link:
    """Where a model is explained, seen from a page of a kind, or from the page of shared values."""
    return lambda one: f"{'' if shared_page or not is_shared(one) else 'values.md'}#{anchor(one.__name__)}"


def sections(parts: Iterator[type[Any]], link: Link, level: int = 2) -> Iterator[str]:
    """A section for every part: a model with its fields and rules, or a list of words with their meaning."""
    for one in parts:
        yield heading(level, spaced(one.__name__).capitalize(), anchor(one.__name__))
        yield notation(one) if is_value(one) else prose(one.__doc__)
        if issubclass(one, StrEnum):
            yield table(("Word", "Meaning"), [(code(word), text) for word, text in meanings(one).items()])
        elif issubclass(one, BaseModel):
            yield field_table(one, link)
            yield rules(one)


def notation(value: type[Any]) -> str:
    """How a value with a notation of its own is typed, in the words of its module."""
    text = inspect.getdoc(inspect.getmodule(value)) or ""
    return text.replace("``", "`").replace("::\n", ":\n")


def rules(model: type[BaseModel]) -> str:
    """What is reported beyond single fields, in the words of the model's own rules."""
    found = [
        f"{prose(member.__doc__)}"
        for name, member in vars(model).items()
        if name.startswith("rule_") and inspect.isfunction(member)
    ]
    return f"Also reported:\n\n{bullets(found)}" if found else ""
