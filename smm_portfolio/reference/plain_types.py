"""The type of a field in plain words."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import annotated_types
from pydantic import AfterValidator, BaseModel, BeforeValidator

from smm_portfolio.content.references import TARGETS
from smm_portfolio.content.values import media, metric, money, scalars, source
from smm_portfolio.content.values.base import RefTo
from smm_portfolio.content.values.text import Prose, Text
from smm_portfolio.looks import model as look_model
from smm_portfolio.reference.markdown import spaced

_FEW = 5
Link = Callable[[type[Any]], str]
"""Gives the address that explains a model or a list of words."""


@dataclass(frozen=True, slots=True)
class Named:
    """A type that authors know by a name: one of it, and several."""

    alias: Any
    one: str
    many: str


# The more special first: a metric id is also a word.
NAMED = (
    Named(metric.MetricId, "[metric](metrics.md)", "[metrics](metrics.md)"),
    Named(media.FileName, "file name", "file names"),
    Named(money.Currency, "currency code", "currency codes"),
    Named(source.Cited, "[source](values.md#source) or its id", "[sources](values.md#source) or their ids"),
    Named(scalars.Id, "[id](values.md#id)", "[ids](values.md#id)"),
    Named(scalars.Date, "[date](values.md#date)", "[dates](values.md#date)"),
    Named(scalars.Time, "time", "times"),
    Named(scalars.Number, "[number](values.md#number)", "[numbers](values.md#number)"),
    Named(scalars.Whole, "whole number", "whole numbers"),
    Named(scalars.Flag, "`true` or `false`", "`true` or `false`"),
    Named(scalars.Email, "e-mail address", "e-mail addresses"),
    Named(scalars.Url, "web address", "web addresses"),
    Named(scalars.Word, "plain text", "plain texts"),
    Named(look_model.Colour, "colour or role", "colours or roles"),
    Named(look_model.Css, "style value", "style values"),
    Named(look_model.Name, "name", "names"),
)
_PLAIN: dict[Any, tuple[str, str]] = {
    Text: ("[text](values.md#text)", "[texts](values.md#text)"),
    Prose: ("[Markdown](values.md#text)", "[Markdown texts](values.md#text)"),
    str: ("plain text", "plain texts"),
    bool: ("`true` or `false`", "`true` or `false`"),
    int: ("whole number", "whole numbers"),
    float: ("number", "numbers"),
}


def in_words(annotation: Any, metadata: Iterable[Any], link: Link, *, many: bool = False) -> str:
    """What an author types for a field of this type.

    Args:
        annotation: of the field.
        metadata: what ``Annotated`` adds to it.
        link: where a model or a list of words is explained.
        many: whether several of it are meant.
    """
    marks = list(metadata)
    if typing.get_origin(annotation) is typing.Annotated:
        annotation, *more = typing.get_args(annotation)
        marks += more
    reference = next((mark for mark in marks if isinstance(mark, RefTo)), None)
    if reference is not None:
        return _reference(reference, many=many)
    named = _named(marks)
    if named is not None:
        return (named.many if many else named.one) + _limits(marks)
    return _by_structure(annotation, marks, link, many=many)


def _by_structure(annotation: Any, marks: list[Any], link: Link, *, many: bool) -> str:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(in_words(one, (), link, many=many) for one in arguments if one is not type(None))
    if origin is tuple:
        return f"list of {in_words(arguments[0], (), link, many=True)}{_limits(marks)}"
    if origin is dict:
        key, value = (in_words(one, (), link) for one in arguments)
        return f"for each {key}: {value}"
    if origin is typing.Literal:
        return " or ".join(f"`{word}`" for word in arguments)
    if annotation in _PLAIN:
        return _PLAIN[annotation][many] + _limits(marks)
    if inspect.isclass(annotation) and issubclass(annotation, StrEnum):
        return _choice(annotation, link, many=many)
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        noun = spaced(annotation.__name__)
        return f"[{noun}]({link(annotation)}){' entries' if many else ''}"
    if inspect.isclass(annotation):
        return f"[{spaced(annotation.__name__)}{'s' if many else ''}]({link(annotation)})"
    raise TypeError(f"no plain words for {annotation!r}")


def _choice(words: type[StrEnum], link: Link, *, many: bool) -> str:
    """A short list word by word, a long one by its name."""
    if len(words) <= _FEW:
        shown = ", ".join(f"`{word}`" for word in words)
        return f"{'any' if many else 'one'} of [{shown}]({link(words)})"
    return f"[{spaced(words.__name__)}{'s' if many else ''}]({link(words)})"


def _named(marks: list[Any]) -> Named | None:
    for named in NAMED:
        validators = [
            mark for mark in typing.get_args(named.alias) if isinstance(mark, BeforeValidator | AfterValidator)
        ]
        if validators[-1] in marks:
            return named
    return None


def _reference(reference: RefTo, *, many: bool) -> str:
    kinds = [spaced(kind) for kind in TARGETS.get(reference.kind, (reference.kind,))]
    what = " or ".join(kinds)
    return f"slugs of {what} entries" if many else f"slug of a {what}"


def _limits(marks: list[Any]) -> str:
    """Bounds that an author meets, for example ``, 0 to 3``."""
    low = next((mark.ge for mark in marks if isinstance(mark, annotated_types.Ge)), None)
    high = next((mark.le for mark in marks if isinstance(mark, annotated_types.Le)), None)
    least = next((mark.min_length for mark in marks if isinstance(mark, annotated_types.MinLen)), None)
    most = min((mark.max_length for mark in marks if isinstance(mark, annotated_types.MaxLen)), default=None)
    if low is not None or high is not None:
        return f", {low} to {high}" if low is not None and high is not None else f", {low} or more"
    if least is not None:
        return f", {least} to {most}" if most is not None else f", at least {least}"
    return f", at most {most} characters" if most is not None and most < 64 else ""
