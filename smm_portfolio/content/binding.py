"""A document into a model; every validation error becomes a problem at its line and column."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from smm_portfolio.content.values.base import UNKNOWN, Model
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.yaml_reader import DataPath, Document, dotted
from smm_portfolio.problems import Problem

M = TypeVar("M", bound=Model)


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
            values[name] = _read_partly(field.annotation, _adapter(model, name), data[name], languages)
        else:
            values[name] = UNKNOWN if field.is_required() else field.get_default(call_default_factory=True)
    return cast("M", model.model_construct(**values))


def _read_partly(annotation: Any, adapter: TypeAdapter[Any] | None, value: Any, languages: tuple[str, ...]) -> Any:
    try:
        reader: TypeAdapter[Any] = adapter or TypeAdapter(annotation)
        return reader.validate_python(value, context={"languages": languages})
    except ValidationError:
        pass
    if isinstance(value, list):
        element = next((part for part in _parts(annotation) if typing.get_origin(part) is tuple), None)
        if element is None:
            return UNKNOWN
        return tuple(_read_partly(typing.get_args(element)[0], None, one, languages) for one in value)
    inner = next(_models_in(annotation), None)
    if isinstance(value, dict) and inner is not None and issubclass(inner, Model):
        return bind_partly(value, inner, languages)
    return UNKNOWN


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    annotation: Any = field.annotation
    return TypeAdapter(Annotated[(annotation, *field.metadata)] if field.metadata else annotation)


def _parts(annotation: Any) -> Iterator[Any]:
    """The annotation and everything that a union or Annotated in it is made of."""
    yield annotation
    if typing.get_origin(annotation) is not tuple:
        for part in typing.get_args(annotation):
            yield from _parts(part)


def real_path(data: Any, loc: DataPath) -> list[str | int]:
    """The steps of an error's location that exist in the data; model names and missing keys are left out."""
    path: list[str | int] = []
    for step in loc:
        inside_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if inside_list or (isinstance(data, dict) and step in data):
            path.append(step)
            data = data[step]
    return path


def _problem(document: Document, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    path = tuple(real_path(document.data, detail["loc"]))
    kind, context = detail["type"], detail.get("ctx", {})
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "smm":
        code, message, fix = context["code"], context["message"], context["fix"]
        return document.place(Problem(code, message, fix, path=dotted(path)), path)
    if kind == "extra_forbidden":
        known = list(_fields_at(model, detail["loc"][:-1]))
        close = nearest(name, known)
        fix = f"Did you mean {close}?" if close else f"Known here: {', '.join(known)}."
        problem = Problem("SMM010", f"'{name}' is not a key of this entry", fix, path=dotted(path))
        return document.place(problem, path, key=True)
    if kind == "missing":
        where = (*path, name)
        problem = Problem(
            "SMM011", f"'{name}' is missing", f"Add {name}: {_hint(model, detail['loc'])}", path=dotted(where)
        )
        return document.place(problem, path, key=True)
    code, message, fix = _standard(kind, context, detail["input"])
    return document.place(Problem(code, message, fix, path=dotted(path)), path)


def _standard(kind: str, context: dict[str, Any], value: Any) -> tuple[str, str, str]:
    """Code, message and way out of pydantic's own error types; only their stable type codes are used."""
    shown = f"'{value}'" if isinstance(value, str) else "this"
    if kind in ("enum", "literal_error"):
        expected = str(context["expected"])
        words = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
        close = nearest(value, words) if isinstance(value, str) else None
        fix = f"Did you mean {close}? " if close else ""
        return "SMM013", f"{shown} is not one of the choices", f"{fix}Use one of: {', '.join(words)}."
    if kind in ("too_short", "string_too_short"):
        return "SMM014", "this needs at least one entry" if kind == "too_short" else "this is too short", "Add one."
    if kind in ("too_long", "string_too_long"):
        return "SMM014", f"{shown} is longer than {context.get('max_length')}", "Shorten it."
    limits = {"greater_than_equal": "ge", "less_than_equal": "le", "greater_than": "gt", "less_than": "lt"}
    if kind in limits:
        bound = context[limits[kind]]
        wanted = kind.replace("_", " ")
        return "SMM014", f"{shown} must be {wanted} {bound}", f"Give a value {wanted} {bound}."
    if kind == "string_pattern_mismatch":
        return "SMM014", f"{shown} has not the expected form", f"It must match {context['pattern']}."
    if kind in ("tuple_type", "list_type"):
        return "SMM012", "this must be a list", "Write each entry on its own line after a hyphen, or [a, b]."
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "SMM012", "this must be a set of keys and values", "Write key: value lines, indented below the key."
    return "SMM012", f"{shown} has the wrong type", "The handbook shows an example of this field."


def _hint(model: type[BaseModel], loc: DataPath) -> str:
    """The first sentence of the missing field's description."""
    owner = _model_at(model, loc[:-1])
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    return (field.description or "…").split("\n")[0] if field else "…"


def _fields_at(model: type[BaseModel], loc: DataPath) -> Iterator[str]:
    owner = _model_at(model, loc)
    yield from owner.model_fields if owner else ()


def _model_at(model: type[BaseModel], loc: DataPath) -> type[BaseModel] | None:
    """The model that reads the entry at a location of a validation error."""
    current: Any = model
    for step in loc:
        found = next(_models_in(current), None)
        if isinstance(step, str) and found and step in found.model_fields:
            current = found.model_fields[step].annotation
    return next(_models_in(current), None)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation mentions, through Annotated, unions and containers."""
    if inspect.isclass(annotation) and typing.get_origin(annotation) is None and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        if part is not annotation:
            yield from _models_in(part)
