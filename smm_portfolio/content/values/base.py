"""The base of every model, and the way a model says that values contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from smm_portfolio.problems import Severity

T = TypeVar("T")


class Model(BaseModel):
    """Immutable, closed to unknown keys; the docstring under a field is its description in schema and handbook."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, arbitrary_types_allowed=True)

    def rules(self) -> Iterator[Broken]:
        """What the values of this entry break between them: everything that its ``rule_…`` methods yield.

        A rule that needs a value which is itself faulty falls silent: that value is reported already.
        """
        for name in _rule_names(type(self)):
            try:
                yield from getattr(self, name)()
            except UnknownValueError:
                continue
            except TypeError:
                if not is_partial(self):
                    raise


def is_partial(value: object) -> bool:
    """Whether a value, or anything inside it, could not be read; C code such as ``str.join`` complains of it itself."""
    if isinstance(value, BaseModel):
        return any(map(is_partial, vars(value).values()))
    if isinstance(value, tuple | dict):
        return any(map(is_partial, value.values() if isinstance(value, dict) else value))
    return value is UNKNOWN


@cache
def _rule_names(model: type[Model]) -> tuple[str, ...]:
    return tuple(name for name in dir(model) if name.startswith("rule_"))


class UnknownValueError(Exception):
    """A rule looked at a value that could not be read."""


class Unknown:
    """Stands for a value that could not be read; whatever a rule does with it ends that rule."""

    __slots__ = ()

    def _refuse(self, *_: object) -> NoReturn:
        raise UnknownValueError

    __getattr__ = __bool__ = __iter__ = __len__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __hash__ = __getitem__ = __contains__ = __str__ = __format__ = __call__ = __index__ = __int__ = __float__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __neg__ = _refuse
    __abs__ = _refuse


UNKNOWN = Unknown()


def known(*values: object) -> bool:
    """Whether all of these could be read, each with the fields directly inside it."""
    inside = [one for value in values if isinstance(value, Model) for one in vars(value).values()]
    return all(one is not UNKNOWN for one in (*values, *inside))


def readable(items: Iterable[T], *names: str) -> Iterator[tuple[int, T]]:
    """Position and value of every item that could be read, so that one faulty item does not end a whole rule.

    Args:
        items: values of one entry.
        names: attributes that must be readable too.
    """
    for position, item in enumerate(items):
        if item is not UNKNOWN and known(*(getattr(item, name) for name in names)):
            yield position, item


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that an entry breaks, at a path inside that entry.

    Args:
        code: as in ``Problem``.
        message: as in ``Problem``.
        fix: as in ``Problem``.
        path: steps from the entry to the value.
        severity: error or warning.
        line_offset: 1-based line inside a text, where a part of it is meant; else 0.
        part: the words of that line.
        at_key: whether the last key of the path is wrong, not what stands behind it.
    """

    code: str
    message: str
    fix: str
    path: tuple[str | int, ...] = ()
    severity: Severity = Severity.ERROR
    line_offset: int = 0
    part: str = ""
    at_key: bool = False


def twice(ids: Iterable[tuple[tuple[str | int, ...], str]]) -> Iterator[Broken]:
    """Every id that stands earlier in the same entry too.

    Args:
        ids: path and id.
    """
    seen: set[str] = set()
    for path, one in ids:
        if not known(one):
            continue
        if one in seen:
            yield Broken("SMM031", f"the id '{one}' was already used in this file", "Give each its own id.", path)
        seen.add(one)


@dataclass(frozen=True, slots=True)
class RefTo:
    """Field metadata: the text is the slug of an entry of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """Field metadata: the text is the path of a file inside the docs folder."""


def refuse(code: str, message: str, fix: str, key: str = "", *, at_key: bool = False) -> PydanticCustomError:
    """A validation error that keeps our code and way out; raise what this returns.

    Args:
        code: as in ``Problem``.
        message: as in ``Problem``.
        fix: as in ``Problem``.
        key: the key inside the value that is meant, where it is not the whole value.
        at_key: whether the key itself is wrong, not what stands behind it.

    Why: pydantic's own messages are English prose that changes between versions; codes do not.
    """
    # pydantic formats the template, so braces of the user's text must not be read as fields
    context: dict[str, Any] = {"code": code, "fix": fix, "message": message, "key": key, "at_key": at_key}
    return PydanticCustomError("smm", "{message}", context)


def shown(value: Any) -> str:
    """A value of the author's inside a message: quoted, on one line, not endlessly long."""
    if value is None:
        return "an empty value"
    if not isinstance(value, str):
        return "this"
    line = "".join(one if one.isprintable() else " " for one in value)
    return f"'{line if len(line) <= 60 else line[:59] + '…'}'"
