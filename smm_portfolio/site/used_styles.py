"""What of a style sheet a group of pages can use.

Why our own: the tools that do this well are written in JavaScript. It errs on the side of keeping: a rule goes only
where one of its class, id, tag or attribute names stands neither on any page nor in any script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import tinycss2

_CLASSES = re.compile(r"""class=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_SCRIPT = re.compile(
    r"<script(?![^>]*(?:src=|json))[^>]*>(.*?)</script>|\son[a-z]+=(?:\"([^\"]*)\"|'([^']*)')", re.DOTALL
)
"""A script in a page, whole or at an element."""
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_MADE = re.compile(r"(?<![.\w-])[A-Za-z_][\w-]*")
"""A word of a script that may become a class or an element; what follows a dot is looked for or a property."""
_DATASET = re.compile(r"\bdataset\.(\w+)")
_CAPITAL = re.compile(r"[A-Z]")
_CUSTOM = re.compile(r"--[\w-]+")
_NESTING = frozenset({"media", "supports", "layer", "container"})
_ALWAYS = frozenset({"html", "body"})


@dataclass(frozen=True, slots=True)
class _Test:
    """What an element needs for a selector to match, and by which texts, in small letters, a page may show it."""

    kind: Literal["class", "tag", "direction", "other"]
    name: str
    texts: tuple[str, ...] = ()


class Seen:
    """What of some style sheets pages and scripts name, gathered page by page; pages are not kept.

    A word of a script that ends with a hyphen is the beginning of names: ``step-${n}``.
    """

    def __init__(self, sheets: Iterable[str]) -> None:
        """Begin.

        Args:
            sheets: style sheets that the pages link.
        """
        self._classes: set[str] = set()
        self._made: set[str] = set(_ALWAYS)
        self._begun: tuple[str, ...] = ()
        self._words: set[str] = set()
        self._inline: set[str] = set()
        self._custom: set[str] = set()
        self._waiting = {text for css in sheets for test in _all_tests(_parsed(css)) for text in test.texts}
        self._found: set[str] = set()

    def add(self, page: str) -> None:
        """Take what a page names."""
        for double, single, bare in _CLASSES.findall(page):
            self._classes.update((double or single or bare).split())
        small = page.lower()
        found = {text for text in self._waiting if text in small}
        self._waiting -= found
        self._found |= found
        self._custom.update(_CUSTOM.findall(page))
        for parts in _SCRIPT.findall(page):
            script = "".join(parts)
            if script not in self._inline:
                self._inline.add(script)
                self.add_script(script)

    def add_script(self, script: str) -> None:
        """Take what a script may bring into the page: every word in it may be a name."""
        made = _MADE.findall(script)
        self._made.update(made)
        self._begun += tuple(word for word in made if word.endswith("-"))
        self._words.update(_WORD.findall(script))
        self._words.update(_attribute_name(name) for name in _DATASET.findall(script))
        self._custom.update(_CUSTOM.findall(script))

    def meets(self, test: _Test) -> bool:
        """Whether an element meets a test, or may come to."""
        found = test.name in self._classes or any(text in self._found for text in test.texts)
        if found or test.kind == "direction":  # scripts ask in which direction a page reads, and leave it so
            return found
        if test.kind == "other":
            return test.name in self._words
        return test.name in self._made or (test.kind == "class" and test.name.startswith(self._begun))

    @property
    def custom(self) -> frozenset[str]:
        """Custom properties that pages and scripts name."""
        return frozenset(self._custom)


def _attribute_name(name: str) -> str:
    """``smmDays`` as ``data-smm-days``."""
    return "data-" + _CAPITAL.sub(lambda match: f"-{match.group().lower()}", name)


def used(sheets: Iterable[str], seen: Seen) -> str:
    """The rules of style sheets that something seen can match, and the custom properties that they ask for.

    Args:
        sheets: in the order in which pages link them; one may ask for a property that another declares.
        seen: pages and scripts.
    """
    rules = [rule for css in sheets for rule in _kept(_parsed(css), seen)]
    return "".join(_written(rules, _asked(rules, seen)))


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule: ``head`` before the brace, and its declarations, or further rules inside it."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: tuple[_Rule, ...] = ()
    raw: str = ""


@lru_cache(maxsize=8)
def _parsed(css: str) -> tuple[_Rule, ...]:
    return tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[Any]) -> Iterable[_Rule]:
    """Rules as a browser reads them, which passes over faults."""
    for node in nodes:
        if node.type == "qualified-rule" and all(token.type != "error" for token in node.prelude):
            yield _Rule(tinycss2.serialize(node.prelude).strip(), tuple(_declarations(node.content)))
        elif node.type == "at-rule" and node.content is not None and node.lower_at_keyword in _NESTING:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield _Rule(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", rules=tuple(_rules(inner)))
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            yield _Rule("", raw=node.serialize())


def _declarations(content: Sequence[Any]) -> Iterable[tuple[str, str]]:
    """Name and text of each declaration; a rule inside keeps its text under an empty name, faults are left out."""
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type != "error":
            yield (node.name if node.type == "declaration" else "", node.serialize())


def _kept(rules: Iterable[_Rule], seen: Seen) -> Iterable[_Rule]:
    for rule in rules:
        if rule.raw:
            yield rule
        elif rule.rules:
            inner = tuple(_kept(rule.rules, seen))
            if inner:
                yield _Rule(rule.head, rules=inner)
        elif rule.declarations:
            selectors = [one for one in _selectors(rule.head) if _fits(one, seen)]
            if selectors:
                yield _Rule(",".join(selectors), rule.declarations)


@lru_cache(maxsize=16384)
def _selectors(head: str) -> tuple[str, ...]:
    """The selectors of a rule; commas inside brackets part nothing."""
    found, start, depth = [], 0, 0
    for place, char in enumerate(head):
        depth += (char in "([") - (char in ")]")
        if char == "," and not depth:
            found.append(head[start:place].strip())
            start = place + 1
    return (*found, head[start:].strip())


@lru_cache(maxsize=16384)
def _tests(selector: str) -> tuple[_Test, ...]:
    """What a selector asks for; alternatives in brackets, as of ``:is()``, ask for nothing."""
    return tuple(_parts(tinycss2.parse_component_value_list(selector, skip_comments=True)))


def _parts(tokens: Sequence[Any]) -> Iterable[_Test]:
    before = ""
    for token in tokens:
        if token.type == "ident" and before == ".":
            yield _Test("class", token.value)
        elif token.type == "ident" and before != ":":
            yield _Test("tag", token.lower_value, (f"<{token.lower_value}",))
        elif token.type == "hash":
            yield _Test("other", token.value, (token.value.lower(),))
        elif token.type == "[] block":
            yield from _attribute(token.content)
        before = token.value if token.type == "literal" else ""


def _attribute(content: Sequence[Any]) -> Iterable[_Test]:
    """The name of an attribute, and the value of one that must have just that: a scheme, a direction, a state."""
    name = next((token.lower_value for token in content if token.type == "ident"), "")
    yield _Test("other", name, (name,))
    operator = [token.value for token in content if token.type == "literal"]
    values = [str(token.value) for token in content if token.type in ("string", "ident", "number")][1:]
    if operator == ["="] and len(values) == 1 and (name == "dir" or name.startswith("data-")):
        kind: Literal["direction", "other"] = "direction" if name == "dir" else "other"
        yield _Test(kind, values[0], tuple(f"{name}={q}{values[0].lower()}{q}" for q in ('"', "'", "")))


def _all_tests(rules: Iterable[_Rule]) -> Iterable[_Test]:
    for rule in rules:
        yield from _all_tests(rule.rules)
        for selector in _selectors(rule.head) if rule.declarations else ():
            yield from _tests(selector)


def _fits(selector: str, seen: Seen) -> bool:
    return all(seen.meets(test) for test in _tests(selector))


def _asked(rules: Iterable[_Rule], seen: Seen) -> frozenset[str]:
    """Custom properties that a rule, a page or a script names, and those that these are made from in turn."""
    made: dict[str, set[str]] = {}
    asked = set(seen.custom)
    for name, text in _flat(rules):
        names = set(_CUSTOM.findall(text))
        if name.startswith("--"):
            made.setdefault(name, set()).update(names - {name})
        else:
            asked |= names
    waiting = list(asked)
    while waiting:
        for name in made.get(waiting.pop(), ()):
            if name not in asked:
                asked.add(name)
                waiting.append(name)
    return frozenset(asked)


def _flat(rules: Iterable[_Rule]) -> Iterable[tuple[str, str]]:
    for rule in rules:
        if rule.raw:
            yield ("", rule.raw)
        yield from rule.declarations
        yield from _flat(rule.rules)


def _written(rules: Iterable[_Rule], asked: frozenset[str]) -> Iterable[str]:
    for rule in rules:
        if rule.raw:
            yield rule.raw
        elif rule.rules:
            inner = "".join(_written(rule.rules, asked))
            if inner:
                yield f"{rule.head}{{{inner}}}"
        else:
            kept = [text for name, text in rule.declarations if not name.startswith("--") or name in asked]
            if kept:
                yield f"{rule.head}{{{';'.join(kept)}}}"
