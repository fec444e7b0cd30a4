"""What the annotations of a model say about the values inside an entry."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from smm_portfolio.content.yaml_reader import DataPath


def parts(annotation: Any) -> Iterator[Any]:
    """What a value may be: the members of a union and what Annotated wraps, containers whole."""
    if typing.get_origin(annotation) in (tuple, dict) or inspect.isclass(annotation):
        yield annotation
        return
    for part in typing.get_args(annotation):
        yield from parts(part)


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a value may be read as, leaving containers closed."""
    return next((part for part in parts(annotation) if _is_model(part)), None)


def item_of(annotation: Any, container: type) -> Any:
    """The annotation of the items of a list (``tuple``) or of the values of a ``dict``; None where it is neither."""
    found = next((part for part in parts(annotation) if typing.get_origin(part) is container), None)
    if found is None:
        return None
    return typing.get_args(found)[0 if container is tuple else 1]


def key_of(annotation: Any) -> Any:
    """The annotation of the keys of a ``dict``; ``str`` where it is none."""
    found = next((part for part in parts(annotation) if typing.get_origin(part) is dict), None)
    return str if found is None else typing.get_args(found)[0]


def model_at(model: type[BaseModel], path: DataPath) -> type[BaseModel] | None:
    """The model that reads the entry at a location of a validation error."""
    current: Any = model
    for step in path:
        current = _step(current, step)
    return model_in(current)


def _step(annotation: Any, step: str | int) -> Any:
    """The annotation one step further in; the same where the step is a name that only pydantic knows."""
    if isinstance(step, int):
        return item_of(annotation, tuple) or annotation
    item = item_of(annotation, dict)
    if item is not None:
        return item
    found = model_in(annotation)
    return found.model_fields[step].annotation if found and step in found.model_fields else annotation


@cache
def describes(model: type[BaseModel], name: str) -> str:
    """The first line of a field's description."""
    field = model.model_fields.get(name)
    return ((field.description if field else None) or "").split("\n")[0]


def _is_model(part: Any) -> bool:
    return inspect.isclass(part) and typing.get_origin(part) is None and issubclass(part, BaseModel)
