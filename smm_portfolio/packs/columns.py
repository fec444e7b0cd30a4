"""Headings of a list of people to fields, by name in any language that we ship."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from smm_portfolio import resources
from smm_portfolio.content.labels import labels
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.packs.tables import Cell
from smm_portfolio.problems import Problem


@cache
def shipped_languages() -> tuple[str, ...]:
    """The languages that we have labels for."""
    return tuple(sorted(path.stem for path in resources.locales_dir().glob("*.yml")))


@cache
def known_headings() -> Mapping[str, str]:
    """Field by heading, as ``plain`` writes it; the name of the field itself is a heading, too."""
    found: dict[str, str] = {}
    for language in shipped_languages():
        for key, names in labels(language)["people"]["columns"].items():
            for name in (key, *names):
                found.setdefault(plain(name), key)
    return found


def plain(heading: str) -> str:
    """A heading without case, accents, hyphens and signs: “E-mail *” and “email” are one."""
    letters = unicodedata.normalize("NFKD", heading.casefold())
    return "".join(char for char in letters if char.isalnum())


def extra_key(heading: str) -> str:
    """The name by which conditions and file names mean a column that we do not know: ``Shirt size``, ``shirt_size``."""
    return re.sub(r"\W+", "_", heading.casefold()).strip("_")


def fields_of(headings: Sequence[Cell], wanted: frozenset[str]) -> tuple[dict[str, str], list[Problem]]:
    """The field that each heading means.

    Args:
        headings: cells of the first row.
        wanted: further fields that the guide asks for, taken as they are.

    Returns:
        Field by heading, and headings given twice or nearly a known one.
    """
    fields: dict[str, str] = {}
    problems = []
    known = known_headings()
    for cell in headings:
        key = known.get(plain(cell.text)) or extra_key(cell.text)
        if key in fields.values():
            message = f"'{cell.text}' is a second column for {key}"
            problems.append(cell.problem("SMM112", message, "Remove one of the two."))
        elif key not in known.values() and key not in wanted and (close := nearest(plain(cell.text), known)):
            shown = _as_typed(close)
            problems.append(
                cell.problem("SMM112", f"'{cell.text}' is not a known column", f"Did you mean {shown}? Else rename it.")
            )
        else:
            fields[cell.text] = key
    return fields, problems


def _as_typed(heading: str) -> str:
    """A known heading as people write it."""
    names = (
        name
        for language in shipped_languages()
        for key, listed in labels(language)["people"]["columns"].items()
        for name in (*listed, key)
    )
    return next(str(name) for name in names if plain(name) == heading)
