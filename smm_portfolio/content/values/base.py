"""The base of every model, and the way a model says that values contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NoReturn

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from smm_portfolio.problems import Severity


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
    __hash__ = __getitem__ = __contains__ = __str__ = __format__ = __add__ = __sub__ = _refuse


UNKNOWN = Unknown()


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that an entry breaks, at a path inside that entry."""

    code: str
    message: str
    fix: str
    path: tuple[str | int, ...] = ()
    severity: Severity = Severity.ERROR
    line_offset: int = 0


@dataclass(frozen=True, slots=True)
class RefTo:
    """Field metadata: the text is the slug of an entry of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """Field metadata: the text is the path of a file inside the docs folder."""


def refuse(code: str, message: str, fix: str) -> PydanticCustomError:
    """A validation error that keeps our code and way out; raise what this returns.

    Why: pydantic's own messages are English prose that changes between versions; codes do not.
    """
    # pydantic formats the template, so braces of the user's text must not be read as fields
    context: dict[str, Any] = {"code": code, "fix": fix, "message": message}
    return PydanticCustomError("smm", "{message}", context)
