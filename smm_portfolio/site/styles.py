"""Style sheets as they are published: strong enough to stand inside Material's typesetting, and small.

Why: our components stand inside ``.md-typeset``, whose selectors for lists go as far as
``[dir=ltr] .md-typeset ul li`` (two classes, two elements). Writing every selector of every look to beat that would
make them unreadable, so they are written plainly (``.smm-work``) and the first class of ours is tripled on the way out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import tinycss2

_OURS = re.compile(r"\.smm(?:-[\w-]+)?(?![\w-])")
_STRING = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NESTED = frozenset({"media", "supports", "layer", "container"})


@lru_cache(maxsize=8)
def published(css: str) -> str:
    """The style sheet with strengthened selectors, without comments and needless space."""
    return "".join(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def strengthened(selector: str) -> str:
    """A selector whose first class of ours counts three times: ``.smm-work a`` beats ``[dir] .md-typeset ul li a``."""
    return _OURS.sub(lambda match: match.group() * 3, selector, count=1)


def _rules(nodes: Iterable[Any]) -> Iterable[str]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield f"{_prelude(node.prelude)}{{{_squeezed(tinycss2.serialize(node.content))}}}"
        elif node.type == "at-rule" and node.content is None:
            yield f"@{node.at_keyword} {_squeezed(tinycss2.serialize(node.prelude))};"
        elif node.type == "at-rule":
            inside = tinycss2.serialize(node.content)
            if node.lower_at_keyword in _NESTED:
                inner = tinycss2.parse_rule_list(inside, skip_comments=True, skip_whitespace=True)
                body = "".join(_rules(inner))
            else:
                body = _squeezed(inside)
            yield f"@{node.at_keyword} {_squeezed(tinycss2.serialize(node.prelude))}{{{body}}}"
        elif node.type == "error":
            raise ValueError(f"line {node.source_line}: {node.message}")


def _prelude(tokens: list[Any]) -> str:
    """The selectors of a rule, each strengthened; only commas outside brackets part selectors."""
    selectors: list[list[Any]] = []
    current: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            selectors.append(current)
            current = []
        elif token.type != "comment":
            current.append(token)
    selectors.append(current)
    return ",".join(strengthened(_squeezed(tinycss2.serialize(selector))) for selector in selectors)


def _squeezed(css: str) -> str:
    """One space at most between words, none around punctuation that needs none; strings stay as they are."""
    parts = _STRING.split(_COMMENT.sub("", css))
    for index in range(0, len(parts), 2):
        parts[index] = re.sub(r" ?([{};,]) ?", r"\1", re.sub(r"\s+", " ", parts[index]))
    return "".join(parts).strip().rstrip(";")
