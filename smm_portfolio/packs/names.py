"""File names from a pattern: readable, safe on every system, and different for everybody."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Mapping

from smm_portfolio.packs.columns import known_headings
from smm_portfolio.packs.people import Person
from smm_portfolio.problems import Problem, UserError

DEFAULT = "{guide}-{name}-{start}"
"""The pattern where none is given; parts without a value are left out."""

_LONGEST = 120
"""Bytes of a name without its ending; file systems take 255, cloud folders add their own."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def pattern_fields(pattern: str) -> frozenset[str]:
    """The fields that a pattern asks for.

    Raises:
        UserError: it is no pattern.
    """
    try:
        names = [(name, spec, conversion) for _, name, spec, conversion in string.Formatter().parse(pattern)]
    except ValueError as error:
        raise _wrong(pattern, str(error)) from None
    found = {name for name, _, _ in names if name is not None}
    if any(spec or conversion for _, spec, conversion in names) or not all(re.fullmatch(r"\w+", n) for n in found):
        raise _wrong(pattern, "braces hold the name of a column and nothing else")
    if not found:
        raise _wrong(pattern, "everybody would get the same name")
    return frozenset(found)


def extra_fields(pattern: str) -> frozenset[str]:
    """The fields of a pattern that only this project's list has."""
    return pattern_fields(pattern) - {"guide", "line", *known_headings().values()}


def _wrong(pattern: str, why: str) -> UserError:
    fix = "Write for example {guide}-{name}-{start}."
    return UserError([Problem("SMM063", f"'{pattern}' is no pattern for file names: {why}", fix, path="--name")])


def file_stem(person: Person, guide: str, pattern: str = DEFAULT) -> str:
    """The name of somebody's files without ending.

    Letters and digits of every script stay; everything else becomes a hyphen, so no name leaves its folder.
    """
    values: Mapping[str, str] = {**person.texts, "guide": guide, "line": str(person.line)}
    filled = "".join(
        literal + (values.get(name, "") if name else "") for literal, name, _, _ in string.Formatter().parse(pattern)
    )
    return safe_name(filled)


def safe_name(text: str) -> str:
    """A text as the name of a file without ending; “pack” where nothing of it can stay."""
    plain = "".join(char if _stays(char) else "-" for char in unicodedata.normalize("NFC", text))
    stem = _cut(re.sub(r"-{2,}", "-", plain).strip("-."))
    return f"{stem}-" if stem.casefold() in _RESERVED else stem or "pack"


def _stays(char: str) -> bool:
    if "\ufe00" <= char <= "\ufe0f":  # says how the emoji before it looks, which does not stay
        return False
    return char in "_-" or unicodedata.category(char)[0] in "LN" or unicodedata.category(char) in ("Mn", "Mc")


def _cut(stem: str) -> str:
    """At most ``_LONGEST`` bytes, without half a character."""
    return stem.encode()[:_LONGEST].decode("utf-8", "ignore").strip("-.")


def name_problems(people: Iterable[Person], guide: str, pattern: str) -> tuple[dict[int, str], list[Problem]]:
    """File names by line, and the people who would share one, also where only case or accents' encoding differ."""
    stems: dict[int, str] = {}
    owners: dict[str, Person] = {}
    problems = []
    for person in people:
        stem = file_stem(person, guide, pattern)
        first = owners.setdefault(unicodedata.normalize("NFC", stem).casefold(), person)
        if first is not person:
            message = f"'{person.name}' and '{first.name}' (line {first.line}) would both get {stem}.pdf"
            fix = "Remove one of them, or tell them apart: --name '{guide}-{name}-{line}'."
            problems.append(Problem("SMM115", message, fix, person.file, person.line))
        stems[person.line] = stem
    return stems, problems
