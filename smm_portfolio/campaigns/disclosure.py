"""The words by which a post says that it is advertising, from ``data/disclosure.yml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from pydantic import Field

from smm_portfolio import resources
from smm_portfolio.campaigns.facts import Fact
from smm_portfolio.content.binding import bind
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.scalars import Date, Id, Word
from smm_portfolio.content.values.source import Source
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.problems import InternalError


class Words(Fact):
    """Hashtags and phrases."""

    words: Annotated[tuple[Word, ...], Field(min_length=1)]
    """As typed; capitals do not matter."""


class Vocabulary(Model):
    """The words of one language."""

    strong: Words
    """Named by the rules themselves."""
    strong_too: Words
    """Understood at once by anybody."""
    weak: Words
    """Not understood by everybody."""


class DisclosureFile(Model):
    """The whole file."""

    checked: Date
    """The day that the rules were last looked at."""
    sources: dict[Id, Source]
    """Sources by id."""
    languages: dict[str, Vocabulary]
    """Words by language."""


@cache
def vocabularies() -> DisclosureFile:
    """Every word, by language.

    Raises:
        InternalError: our own file is faulty.
    """
    path = resources.data_dir() / "disclosure.yml"
    document, problems = read_yaml(path.read_bytes(), path.name)
    file, found = bind(document, DisclosureFile, ())
    if file is None:
        raise InternalError(f"{path.name}: {(problems + found)[0].message}")
    return file


@cache
def words_of(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The strong and the weak words of a language; a language without its own list uses all."""
    file = vocabularies()
    chosen = [file.languages[language]] if language in file.languages else list(file.languages.values())
    strong = dict.fromkeys(word for one in chosen for word in (*one.strong.words, *one.strong_too.words))
    return tuple(strong), tuple(dict.fromkeys(word for one in chosen for word in one.weak.words))


def disclosed(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in a text, whole."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in words)
