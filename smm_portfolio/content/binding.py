"""A document into a model; every validation error becomes a problem at its line and column."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, TypeVar, cast

from pydantic import BaseModel, BeforeValidator, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from smm_portfolio.content.annotations import describes, item_of, key_of, model_at, model_in
from smm_portfolio.content.values.base import UNKNOWN, Model, shown
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.yaml_reader import DataPath, Document, dotted
from smm_portfolio.problems import Problem

M = TypeVar("M", bound=Model)
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "more than"),
    "less_than": ("lt", "less than"),
}


def bind(document: Document, model: type[M], languages: tuple[str, ...]) -> tuple[M | None, list[Problem]]:
    """Read a document as a model.

    Args:
        document: what the YAML reader gave.
        model: the kind of content.
        languages: the project's languages, the default first.

    Returns:
        The entry, or None with the problems that keep it from being read.
    """
    context = {"languages": languages}
    try:
        return model.model_validate(document.data, context=context), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    problems = [_problem(document, model, detail) for detail in details if not _consequence(detail)]
    return None, problems


def _consequence(detail: ErrorDetails) -> bool:
    """Whether a list counts as too short only because its entries are faulty, which is reported beside it."""
    given = detail["input"]
    return detail["type"] == "too_short" and isinstance(given, list) and len(given) >= detail["ctx"]["min_length"]


def bind_partly(data: Any, model: type[M], languages: tuple[str, ...]) -> M:
    """What can be read of a faulty document, so that rules and references of the rest are checked in the same run.

    Args:
        data: the data of the document.
        model: the kind of content.
        languages: the project's languages.

    Returns:
        An entry in which every value that cannot be read is ``UNKNOWN``; never to be published.
    """
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if isinstance(data, dict) and name in data:
            values[name] = _read_partly(_annotation(model, name), data[name], languages)
        else:
            values[name] = UNKNOWN if field.is_required() else field.get_default(call_default_factory=True)
    return cast("M", model.model_construct(**values))


def _read_partly(annotation: Any, value: Any, languages: tuple[str, ...]) -> Any:
    context = {"languages": languages}
    try:
        return _reader(_Same(annotation)).validate_python(value, context=context)
    except ValidationError:
        pass
    try:
        for prepare in _preparations(annotation):
            value = prepare(value)
    except PydanticCustomError:
        return UNKNOWN
    item = item_of(annotation, tuple)
    if isinstance(value, list) and item is not None:
        return tuple(_read_partly(item, one, languages) for one in value)
    if not isinstance(value, dict):
        return UNKNOWN
    item, key = item_of(annotation, dict), key_of(annotation)
    if item is not None:
        keys = [one for one in value if _read_partly(key, one, languages) is not UNKNOWN]
        return {one: _read_partly(item, value[one], languages) for one in keys}
    inner = model_in(annotation)
    return bind_partly(value, inner, languages) if inner is not None and issubclass(inner, Model) else UNKNOWN


def _preparations(annotation: Any) -> Iterator[Any]:
    """What unfolds a short form before a model reads it, such as a source given in place."""
    for part in typing.get_args(annotation):
        if isinstance(part, BeforeValidator) and model_in(annotation) is not None:
            yield part.func


class _Same:
    """An annotation as a key; most cannot be hashed, but each is one object for as long as its model lives."""

    __slots__ = ("annotation",)

    def __init__(self, annotation: Any) -> None:
        self.annotation = annotation

    def __hash__(self) -> int:
        return id(self.annotation)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.annotation is self.annotation


@cache
def _reader(key: _Same) -> TypeAdapter[Any]:
    return TypeAdapter(key.annotation)


@cache
def _annotation(model: type[BaseModel], name: str) -> Any:
    field = model.model_fields[name]
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def real_path(data: Any, loc: DataPath) -> DataPath:
    """The steps of a location that exist in the data; names that only the model knows are left out."""
    path: list[str | int] = []
    for step in loc:
        inside_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if inside_list or (isinstance(data, dict) and step in data):
            path.append(step)
            data = data[step]
    return tuple(path)


def _problem(document: Document, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    loc, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    path = real_path(document.data, loc)
    name = str(loc[-1]) if loc else ""
    if kind == "smm":
        problem = Problem(context["code"], context["message"], context["fix"])
        path = (*path, context["key"]) if context["key"] else path
        return _placed(document, problem, path, key=context["at_key"] or name == "[key]")
    if kind == "extra_forbidden":
        owner = model_at(model, loc[:-1])
        known = list(owner.model_fields) if owner else []
        close = nearest(name, known)
        fix = f"Did you mean {close}?" if close else f"Known here: {', '.join(known)}."
        return _placed(document, Problem("SMM010", f"{shown(name)} is not a key of this entry", fix), path, key=True)
    if kind == "missing":
        owner = model_at(model, loc[:-1])
        problem = Problem("SMM011", f"'{name}' is missing", f"Add {name}: {_hint(owner, name) or '…'}")
        return _placed(document, problem, (*path, name), key=True)
    return _placed(document, _standard(model, detail), path)


def _placed(document: Document, problem: Problem, path: DataPath, *, key: bool = False) -> Problem:
    named = Problem(problem.code, problem.message, problem.fix, path=dotted(path))
    return document.place(named, path, key=key)


def _standard(model: type[BaseModel], detail: ErrorDetails) -> Problem:
    """One of pydantic's own error types in our words; only their stable type codes are used."""
    kind, context, what = detail["type"], detail.get("ctx", {}), shown(detail["input"])
    if kind in ("enum", "literal_error"):
        return _choice(str(context["expected"]), detail["input"])
    if kind == "too_short":
        count = context["min_length"]
        message = f"this needs at least {count} entr{'y' if count == 1 else 'ies'}"
        return Problem("SMM014", message, "Add one." if count == 1 else "Add what is missing.")
    if kind in ("too_long", "string_too_long"):
        if isinstance(detail["input"], str):
            return Problem("SMM014", f"{what} has more than {context['max_length']} characters", "Shorten it.")
        return Problem("SMM014", f"this has more than {context['max_length']} entries", "Remove some.")
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        return Problem("SMM014", f"{what} must be {words} {context[name]}", f"Give a value of {words} {context[name]}.")
    loc = detail["loc"]
    named = max((position for position, step in enumerate(loc) if isinstance(step, str)), default=0)
    hint = _hint(model_at(model, loc[:named]), str(loc[named])) if loc else ""
    if kind == "string_pattern_mismatch":
        return Problem("SMM014", f"{what} has not the expected form", hint or f"It must match {context['pattern']}.")
    if kind in ("tuple_type", "list_type"):
        return Problem("SMM012", "this must be a list", "Write each entry on its own line after a hyphen, or [a, b].")
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        inner = model_at(model, loc)
        keys = f": {', '.join(inner.model_fields)}" if inner and kind != "dict_type" else ""
        return Problem("SMM012", f"{what} must be a set of keys and values", f"Write key: value lines below it{keys}.")
    return Problem("SMM012", f"{what} has the wrong type", hint or "The handbook shows an example of this field.")


def _choice(expected: str, given: Any) -> Problem:
    words = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    close = nearest(given, words) if isinstance(given, str) else None
    hint = f"Did you mean {close}? " if close else ""
    return Problem("SMM013", f"{shown(given)} is not one of the choices", f"{hint}Use one of: {', '.join(words)}.")


def _hint(owner: type[BaseModel] | None, name: str) -> str:
    """The description of a field."""
    return describes(owner, name) if owner else ""
