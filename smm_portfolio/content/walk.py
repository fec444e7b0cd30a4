"""Every value inside an entry with its path, and the markers that its field carries."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from smm_portfolio.content.values.base import UNKNOWN, ProjectFile, RefTo
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.yaml_reader import DataPath

Marker = RefTo | ProjectFile
Leaf = tuple[DataPath, Any, tuple[Marker, ...]]


def models(entry: BaseModel, path: DataPath = ()) -> Iterator[tuple[DataPath, BaseModel]]:
    """The entry and every model inside it, outermost first."""
    yield path, entry
    for name in type(entry).model_fields:
        for at, value in _unpacked(getattr(entry, name), (*path, name)):
            if isinstance(value, BaseModel):
                yield from models(value, at)


def leaves(entry: BaseModel) -> Iterator[Leaf]:
    """Every text and every marked value with its path and markers."""
    for path, model in models(entry):
        for name, markers in _plan(type(model)):
            for at, value in _unpacked(getattr(model, name), (*path, name)):
                if isinstance(value, Text) or (markers and isinstance(value, str)):
                    yield at, value, markers


def _unpacked(value: Any, path: DataPath) -> Iterator[tuple[DataPath, Any]]:
    if isinstance(value, tuple):
        for position, one in enumerate(value):
            yield from _unpacked(one, (*path, position))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _unpacked(one, (*path, key))
    elif value is not None and value is not UNKNOWN:
        yield path, value


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, tuple[Marker, ...]], ...]:
    """Name and markers of each field; computed once a class."""
    return tuple(
        (name, (*_markers(field.annotation), *(m for m in field.metadata if isinstance(m, Marker))))
        for name, field in model.model_fields.items()
    )


def _markers(annotation: Any) -> Iterator[Marker]:
    for part in getattr(annotation, "__metadata__", ()):
        if isinstance(part, Marker):
            yield part
    for part in typing.get_args(annotation):
        if part is not annotation:
            yield from _markers(part)
