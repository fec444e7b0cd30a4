"""What the words of each closed list mean, for people; ``words.yml`` holds them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.problems import InternalError


@cache
def _all() -> Mapping[str, Mapping[str, str]]:
    document, problems = read_yaml(Path(__file__).with_name("words.yml").read_bytes(), "words.yml")
    if problems:
        raise InternalError(f"words.yml:{problems[0].line}: {problems[0].message}")
    found: Mapping[str, Mapping[str, str]] = document.data
    return found


def meanings(words: type[StrEnum]) -> Mapping[str, str]:
    """What each word of a list means.

    Raises:
        InternalError: a word has no meaning here, or a meaning has no word.
    """
    found = _all().get(words.__name__, {})
    named = {str(word.value) for word in words}
    if set(found) != named:
        raise InternalError(f"words.yml: {words.__name__} differs in {', '.join(sorted(set(found) ^ named))}")
    return found


def explained() -> frozenset[str]:
    """The lists that have meanings, by class name."""
    return frozenset(_all())
