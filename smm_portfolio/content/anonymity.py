"""What an anonymised case study must not say: its client's name, address and files, wherever they slipped in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from smm_portfolio.content.kinds.case_study import CaseStudy, Permission
from smm_portfolio.content.values.base import UNKNOWN, Broken, Model
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.yaml_reader import DataPath
from smm_portfolio.problems import Severity

CODE = "SMM036"
_UNPUBLISHED = frozenset(
    {
        ("client",),
        ("links",),
        ("testimonial", "name"),
        ("slug",),
        ("data", "file"),
        ("results", "file"),
        ("samples", "result", "file"),
    }
)
"""Fields that no page of an anonymised case shows; the slug is checked apart, because it becomes an address."""
_SHORTEST = 4
"""Shorter words of a name (De, en, BV) say nothing by themselves."""


def secrets(case: CaseStudy) -> tuple[str, ...]:
    """Texts that must stand nowhere in what is published: the client's name, its web address, its files."""
    if case.permission is not Permission.ANONYMISED or case.client is None:
        return ()
    found = [case.client.name]
    if case.client.url:
        found.append(_host(case.client.url))
    if case.client.logo:
        found.append(PurePosixPath(case.client.logo).name)
    return tuple(dict.fromkeys(found))


def leaks(case: CaseStudy, slug: str = "") -> Iterator[Broken]:
    """Where an anonymised case gives its client away.

    Args:
        case: any case study; only an anonymised one can leak.
        slug: last part of its address, which readers see.

    Yields:
        An error where the name, address or a file name stands in a text, a warning where a single telling word of
        the name does: that word may also be an ordinary one.
    """
    hidden = [_plain(secret) for secret in secrets(case)]
    if not hidden or case.client is None:
        return
    allowed = " ".join(case.anonymised_as.variants().values()) if case.anonymised_as else ""
    telling = [word for word in re.findall(r"\w+", case.client.name) if len(word) >= _SHORTEST and word not in allowed]
    for path, words in (*_texts(case), (("slug",), slug)):
        plain = _plain(words)
        if any(_stands_in(secret, plain) for secret in hidden):
            yield Broken(
                CODE,
                "the client of an anonymised case is named here",
                "Write what anonymised_as says instead, and rename files that carry the name.",
                path,
            )
        elif word := next((one for one in telling if _word_in(one, words, path)), ""):
            yield Broken(
                CODE,
                f"'{word}' is part of the name of an anonymised client",
                "Choose another word, unless nobody could recognise the client by it.",
                path,
                Severity.WARNING,
            )


def found_in(text: str, hidden: Iterable[str]) -> list[str]:
    """Which secrets a published text contains, however it is spelled: capitals, accents, hyphens for spaces."""
    plain = _plain(text)
    return [secret for secret in hidden if _stands_in(_plain(secret), plain)]


def _texts(model: Model, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """Every text of an entry that may be published, in every language."""
    for name in type(model).model_fields:
        at = (*path, name)
        if tuple(part for part in at if isinstance(part, str)) not in _UNPUBLISHED:
            yield from _inside(getattr(model, name), at)


def _inside(value: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(value, Text):
        for language, words in value.variants().items():
            yield ((*path, language) if language else path), words
    elif isinstance(value, Model):
        yield from _texts(value, path)
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from _inside(one, (*path, place))
    elif type(value) is str and value is not UNKNOWN:
        yield path, value


def _plain(text: str) -> str:
    """A text without capitals, accents and the signs that stand between words in file names and addresses."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(re.split(r"[\s_\-]+", bare)).strip()


def _stands_in(secret: str, plain: str) -> bool:
    """Whether a secret stands in a text by itself, not inside a longer word."""
    return re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", plain) is not None


def _word_in(word: str, text: str, path: DataPath) -> bool:
    """Whether a word of a name stands in a text as a name does; in an address capitals do not count."""
    if path == ("slug",) or path[-1] == "file":
        return _stands_in(_plain(word), _plain(text))
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


def _host(url: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url).split("/")[0]
