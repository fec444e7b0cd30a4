"""Links as X finds them in a text: with a scheme anywhere, without one only where the name is ASCII.

Source: the published rules and conformance cases of twitter-text 3 (https://github.com/twitter/twitter-text).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from smm_portfolio import resources
from smm_portfolio.campaigns.counting.characters import (
    ACCENTED,
    AT,
    CYRILLIC,
    DIRECTIONAL,
    HASH,
    INVALID,
    PUNCTUATION,
    SPACES,
)

MOST_CHARACTERS = 4096
"""A longer address is text. The scheme counts twice, as it does in twitter-text."""
MOST_IN_LABEL = 63
"""Characters between two dots of a name, in punycode (RFC 1035)."""
MOST_IN_SHORT_LINK = 40
"""Characters behind ``t.co/``."""

_LETTER = rf"[^{PUNCTUATION}{SPACES}{INVALID}{DIRECTIONAL}]"
_NOT_GLUED = r"(?![0-9A-Za-z@+\-])"
_TLD = rf"(?:\L<tlds>{_NOT_GLUED}|xn--[\-0-9a-z]+)"
_SUBDOMAIN = rf"{_LETTER}(?:[_\-]|{_LETTER}){{0,62}}+(?<![_\-])\."
_DOMAIN = rf"{_LETTER}(?:-|{_LETTER}){{0,62}}+(?<!-)\."
# 10 labels are more than any real name has, and keep a text of nothing but dots from taking minutes
_NAME = rf"(?:{_SUBDOMAIN}){{0,10}}{_DOMAIN}{_TLD}"
_PATH_LETTER = rf"[a-z0-9{CYRILLIC}{ACCENTED}!*';:=+,.$/%#\[\]\-\u2013_~@|&]"
_PATH_END = rf"[a-z0-9{CYRILLIC}{ACCENTED}+\-=_#/]"
_BRACKETS = rf"\((?:{_PATH_LETTER}|\({_PATH_LETTER}+\))+\)"
_PATH = rf"/(?:(?:{_PATH_LETTER}|{_BRACKETS})*(?:{_PATH_END}|{_BRACKETS}))?"
_QUERY = r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/]"


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text.

    Args:
        start: place of its first character.
        end: place after its last.
        text: the link as typed.
    """

    start: int
    end: int
    text: str


@cache
def top_level_domains() -> tuple[str, ...]:
    """Every top-level domain, from ``data/tlds.txt``."""
    lines = (resources.data_dir() / "tlds.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _in_text() -> regex.Pattern[str]:
    before = rf"(?<=^|[^A-Za-z0-9{AT}${HASH}{INVALID}]|[{DIRECTIONAL}])"
    link = rf"(?P<scheme>https?://)?(?P<name>{_NAME})(?::[0-9]+)?(?P<path>{_PATH})?(?:{_QUERY})?"
    return regex.compile(before + link, regex.IGNORECASE, tlds=top_level_domains())


@cache
def _ascii_name() -> regex.Pattern[str]:
    label = rf"(?:[\-a-z0-9{ACCENTED}]+\.)+"
    return regex.compile(label + _TLD, regex.IGNORECASE, tlds=top_level_domains())


_SHORT = regex.compile(r"https?://t\.co/([a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?", regex.I)


def links_in(text: str) -> list[Link]:
    """Every link of a text, in order.

    Args:
        text: in normal form C.
    """
    if "." not in text:
        return []
    return [link for match in _in_text().finditer(text) for link in _accepted(text, match)]


def _accepted(text: str, match: regex.Match[str]) -> Iterator[Link]:
    scheme, name = match["scheme"], match["name"]
    encoded = _encoded_length(name)
    if encoded is None or len(scheme or "https://") + len(match[0]) + encoded - len(name) > MOST_CHARACTERS:
        return
    if scheme is None:
        if not text[: match.start()].endswith(("-", "_", ".", "/")):
            yield from _bare(text, match)
        return
    short = _SHORT.match(match[0])
    if short is None:
        yield Link(match.start(), match.end(), match[0])
    elif len(short[1]) <= MOST_IN_SHORT_LINK:
        yield Link(match.start(), match.start() + short.end(), short[0])


def _bare(text: str, match: regex.Match[str]) -> Iterator[Link]:
    """Links without a scheme: the ASCII names in what was found; the last takes the path."""
    names = list(_ascii_name().finditer(text, match.start("name"), match.end("name")))
    for name in names:
        last = name is names[-1] and match["path"] is not None
        end = match.end() if last else name.end()
        yield Link(name.start(), end, text[name.start() : end])


def _encoded_length(name: str) -> int | None:
    """Length of a name in punycode; None where a label is longer than names may have."""
    if name.lower().startswith("xn--") and not name.isascii():
        return None
    labels = [label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in name.split(".")]
    return None if any(not 1 <= len(label) <= MOST_IN_LABEL for label in labels) else len(".".join(labels))
