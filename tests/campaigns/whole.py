"""A project whose one campaign uses every part; its texts differ from each other, so that each can be looked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smm_portfolio.content.library import Library
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.text import Text
from tests.support.portfolio import library_of
from tests.support.small_project import MKDOCS
from tests.support.trees import write_tree

WHOLE = (Path(__file__).parent / "whole.yml").read_text(encoding="utf-8")
SETTINGS = "name: {nl: Voorbeeld, en: Example}\nlanguages: [nl, en]\nlook: studio\n"
SLUG = "deep-winter"


def files() -> dict[str, str]:
    """The project's files."""
    return {"smm.yml": SETTINGS, "mkdocs.yml": MKDOCS, f"site_src/campaigns/{SLUG}.yml": WHOLE}


def whole_library(folder: Path) -> Library:
    """Its content."""
    return library_of(write_tree(folder, files()))


def texts_in(value: Any, language: str) -> Iterator[str]:
    """Every text that somebody wrote in a part of a campaign, in one language."""
    match value:
        case Text():
            yield value.pick(language)
        case Model():
            for name in type(value).model_fields:
                yield from texts_in(getattr(value, name), language)
        case tuple():
            for one in value:
                yield from texts_in(one, language)


def bare(text: str) -> str:
    """A text without capitals, points at its end and unusual spaces: how it is found in a sentence of ours."""
    return " ".join(text.replace("\u00a0", " ").split()).rstrip(".").casefold()


def wordy(value: Any, words: int) -> Any:
    """A part of a campaign with so many words more in every text, as a client writes them."""
    match value:
        case Text():
            more = " ".join(f"{_MORE[place % len(_MORE)]}" for place in range(words))
            return type(value)(
                {language: f"{text} {more}"[: type(value).limit] for language, text in value.variants().items()}
            )
        case Model():
            return value.model_copy(
                update={name: wordy(getattr(value, name), words) for name in type(value).model_fields}
            )
        case tuple():
            return tuple(wordy(one, words) for one in value)
    return value


_MORE = ["en", "dan", "nog", "wat", "meer", "zodat", "niemand", "kan", "zeggen", "dat", "het", "kort", "was"]
