"""What the words of each closed list mean, for people; ``words.yml`` holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """What each word of a list means, in the order of the list; empty where nobody wrote it down yet."""
    found = _all().get(words.__name__, {})
    return {str(word.value): found.get(word.value, "") for word in words}


def differing(lists: Iterable[type[StrEnum]]) -> list[str]:
    """Words without a meaning, and meanings without a word, as ``Confidence.high``."""
    used = {words.__name__: {str(word.value) for word in words} for words in lists}
    named = {f"{name}.{word}" for name, words in used.items() for word in words}
    explained = {f"{name}.{word}" for name, words in _all().items() for word in words}
    return sorted(named ^ explained)
