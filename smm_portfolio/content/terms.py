"""Names that must not be published, found in a text however they are spelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"[\W_]{0,5}"
"""What may stand between two words of a name: a space, a hyphen, an underscore, ``%20``'s sign, or nothing."""
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060-\u2064"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)
"""Accents that stand apart, and signs of no width that could hide in a name."""
_ALONE = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_ANY_ALONE = re.compile(f"[{''.join(_ALONE)}]")
"""Letters that no accent can be taken from."""
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""How file names and addresses spell letters that they cannot hold."""
_NO_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: which one, and where the words stand that spell it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Term:
    name: str
    longest: str
    pattern: re.Pattern[str]


class Terms:
    """Names to look for.

    Capitals, accents, and what stands between words do not count; a name counts only as whole words.

    Why each name is first sought as a plain string: that is the quickest search there is, and a page without the name
    costs nothing more, so that the whole takes time in proportion to the text.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._terms = tuple(term for name in dict.fromkeys(names) for term in _terms(name))

    def __bool__(self) -> bool:
        return bool(self._terms)

    def find(self, text: str) -> Iterator[Hit]:
        """Every place of every name, in the order of the names."""
        plain = fold(text) if self._terms else ""
        for term in self._terms:
            if term.longest in plain:
                for found in term.pattern.finditer(plain):
                    yield Hit(term.name, _origin(text, plain, found.start()), _origin(text, plain, found.end()))

    def names_in(self, text: str) -> list[str]:
        """Which names stand in a text."""
        plain = fold(text) if self._terms else ""
        return list(
            dict.fromkeys(term.name for term in self._terms if term.longest in plain and term.pattern.search(plain))
        )


def fold(text: str) -> str:
    """A text without capitals, accents and invisible signs."""
    if text.isascii():
        return text.lower()
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return _ANY_ALONE.sub(lambda found: _ALONE[found[0]], plain)


def _terms(name: str) -> Iterator[_Term]:
    """A name, and as file names spell it where that differs."""
    composed = unicodedata.normalize("NFC", name).casefold()
    for spelling in dict.fromkeys((fold(name), fold(composed.translate(_WRITTEN_OUT)))):
        words = _WORD.findall(spelling)
        if words:
            joined = _BETWEEN.join(words)
            pattern = f"{_edge(words[0][0], '<')}{joined}{_edge(words[-1][-1], '')}"
            yield _Term(name, max(words, key=len), re.compile(pattern))


def _edge(letter: str, side: str) -> str:
    """A name ends where a word does, except in scripts that do not part words."""
    return "" if unicodedata.name(letter, "").startswith(_NO_SPACES) else rf"(?{side}![^\W_])"


def _origin(text: str, plain: str, place: int) -> int:
    """Where a place of the folded text lies in the text itself."""
    if len(plain) == len(text) and text.isascii():
        return place
    reached = 0
    for at, sign in enumerate(text):
        length = len(fold(sign))
        if reached >= place and length:
            return at
        reached += length
    return len(text)
