"""The words of the tool itself in one language, from ``locales/<language>.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel.core import Locale

from smm_portfolio import resources
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.problems import InternalError

FALLBACK = "en"
Labels = Mapping[str, Any]
"""Sections of labels by name; a label is a text, a set of plural forms, or a further section."""


@cache
def labels(language: str) -> Labels:
    """Every label of a language; English where we have no file for it."""
    path = resources.locales_dir() / f"{language}.yml"
    if not path.is_file():
        path = resources.locales_dir() / f"{FALLBACK}.yml"
    document, problems = read_yaml(path.read_bytes(), path.name)
    if problems:
        raise InternalError(f"{path.name}: {problems[0].message}")
    found: Labels = document.data
    return found


def plural(forms: Mapping[str, str], count: int, language: str) -> str:
    """The form that goes with a count, ``{n}`` filled in.

    Args:
        forms: texts by CLDR plural category; ``other`` is always there.
        count: how many.
        language: two-letter code.
    """
    category: str = Locale.parse(language).plural_form(count)
    return forms.get(category, forms["other"]).format(n=count)
