"""For whom something is meant: ``role == "ads" and not region in ["NL"]``, read into a tree and never run as code.

Grammar::

    condition  = and_part {"or" and_part}
    and_part   = not_part {"and" not_part}
    not_part   = "not" not_part | "(" condition ")" | comparison
    comparison = field ("==" | "!=") text | field ["not"] "in" "[" text {"," text} "]"
    field      = letter {letter | digit | "_"}        a column of the list of people
    text       = '"' … '"' | "'" … "'"

Texts are compared without regard to case and outer spaces, because people type ``ads`` and ``Ads`` in spreadsheets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from smm_portfolio.content.values.base import refuse

MAX_LENGTH = 400
MAX_DEPTH = 20

_TOKEN = re.compile(
    r"\s*(?:(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<text>\"[^\"]*\"|'[^']*')|(?P<sign>==|!=|[()\[\],])|(?P<bad>\S))"
)
_WORDS = {"and", "or", "not", "in"}


@dataclass(frozen=True, slots=True)
class Is:
    """A field has one of some values; ``negated`` for ``!=`` and ``not in``."""

    name: str
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """``and``."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """``or``."""

    parts: tuple[Node, ...]


Node = Is | Not | All | AnyOf


class BadConditionError(ValueError):
    """A condition that cannot be read.

    Args:
        message: what is wrong.
        position: 1-based character of the expression.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"{message} (character {position})")
        self.position = position


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as typed, and its tree."""

    source: str
    tree: Node = field(compare=False)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it asks for."""
        return frozenset(node.name for node in _walk(self.tree) if isinstance(node, Is))

    def values_of(self, name: str) -> frozenset[str]:
        """The values that it compares a field with."""
        return frozenset(
            v for node in _walk(self.tree) if isinstance(node, Is) and node.name == name for v in node.values
        )

    def holds(self, values: Mapping[str, str]) -> bool:
        """Whether it holds for somebody; a field without a value is an empty text."""
        return _holds(self.tree, values)


def parse(source: str) -> Condition:
    """Read a condition.

    Raises:
        BadConditionError: it is not one, with the character where reading stopped.
    """
    if len(source) > MAX_LENGTH:
        raise BadConditionError(f"the condition has more than {MAX_LENGTH} characters", MAX_LENGTH + 1)
    return Condition(source.strip(), _Parser(source).whole())


def _walk(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Not):
        yield from _walk(node.part)
    elif isinstance(node, All | AnyOf):
        for part in node.parts:
            yield from _walk(part)


def _holds(node: Node, values: Mapping[str, str]) -> bool:
    if isinstance(node, Is):
        given = folded(values.get(node.name, ""))
        return (given in {folded(value) for value in node.values}) is not node.negated
    if isinstance(node, Not):
        return not _holds(node.part, values)
    results = (_holds(part, values) for part in node.parts)
    return all(results) if isinstance(node, All) else any(results)


def folded(text: str) -> str:
    """A text as conditions compare it: without regard to case and outer spaces."""
    return text.strip().casefold()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int


class _Parser:
    """Recursive descent over the tokens; depth is limited, so a hostile file costs no stack."""

    def __init__(self, source: str) -> None:
        self._tokens = [
            _Token(str(match.lastgroup), match[str(match.lastgroup)], match.start(str(match.lastgroup)) + 1)
            for match in _TOKEN.finditer(source)
        ]
        self._tokens.append(_Token("end", "", len(source) + 1))
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._any()
        if self._now.kind != "end":
            raise self._wrong("'and', 'or' or the end was expected")
        return node

    @property
    def _now(self) -> _Token:
        return self._tokens[self._at]

    def _wrong(self, message: str) -> BadConditionError:
        found = f", not {self._now.text}" if self._now.text else ""
        return BadConditionError(message + found, self._now.position)

    def _take(self, kind: str, what: str, *texts: str) -> str:
        now = self._now
        if now.kind != kind or (texts and now.text not in texts):
            raise self._wrong(f"{what} was expected")
        self._at += 1
        return now.text

    def _skip(self, kind: str, text: str) -> bool:
        found = self._now.kind == kind and self._now.text == text
        self._at += found
        return found

    def _any(self) -> Node:
        return self._chain("or", self._all, AnyOf)

    def _all(self) -> Node:
        return self._chain("and", self._one, All)

    def _chain(self, word: str, part: Callable[[], Node], join: type[All] | type[AnyOf]) -> Node:
        parts = [part()]
        while self._skip("word", word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else join(tuple(parts))

    def _one(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._wrong("the condition is nested too deeply")
        try:
            if self._skip("word", "not"):
                return Not(self._one())
            if self._skip("sign", "("):
                inner = self._any()
                self._take("sign", "a closing parenthesis", ")")
                return inner
            return self._comparison()
        finally:
            self._depth -= 1

    def _comparison(self) -> Is:
        if self._now.text in _WORDS:
            raise self._wrong("the name of a column was expected")
        name = self._take("word", "the name of a column")
        if self._now.kind == "sign" and self._now.text in ("==", "!="):
            negated = self._take("sign", "a comparison") == "!="
            return Is(name, (self._text(),), negated)
        negated = self._skip("word", "not")
        self._take("word", "==, != or in", "in")
        self._take("sign", "[", "[")
        values = [self._text()]
        while self._skip("sign", ","):
            values.append(self._text())
        self._take("sign", "a comma or ]", "]")
        return Is(name, tuple(values), negated)

    def _text(self) -> str:
        return self._take("text", "a text in quotes")[1:-1]


def _condition(value: Any) -> Condition:
    if isinstance(value, Condition):
        return value
    example = 'Write for example: role == "ads", or region in ["NL", "BE"] and not role == "intern".'
    if not isinstance(value, str):
        raise refuse("SMM110", "this must be a condition", example)
    try:
        return parse(value)
    except BadConditionError as error:
        raise refuse("SMM110", f"this condition cannot be read: {error}", example) from None


When = Annotated[
    Condition,
    BeforeValidator(_condition),
    WithJsonSchema({"type": "string", "examples": ['role == "ads"', 'region in ["NL", "BE"]']}),
]
"""For whom something is meant: a condition on the columns of the list of people."""
