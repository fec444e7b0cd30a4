"""Names that must not be published, found in a text however they are spelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
"""Where a name such as YoungCapital has a second word."""
_BETWEEN = r"[\W_]{0,5}\s*[\W_]{0,2}"
"""What may stand between two words: spaces, a hyphen, an underscore, ``%20``'s sign, a line's end, or nothing."""
_AND = rf"(?:{_BETWEEN}|[\W_]+(?:and|en|et|und|y)[\W_]+)"
"""The same where the name has a sign for 'and'."""
_UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u061c\u064b-\u065f\u115f\u1160\u180b-\u180f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
    "\U000e0000-\U000e01ef]"
)
"""Accents that stand apart, and signs of no width that could hide in a name."""
_ALONE = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_ANY_ALONE = re.compile(f"[{''.join(_ALONE)}]")
"""Letters that no accent can be taken from."""
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
"""How file names and addresses spell letters that they cannot hold."""
_NO_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
_MARKUP = re.compile(
    r"[*`~^=]+|</?[A-Za-z][^<>]{0,300}>|&(?:shy|zwnj|zwj|ZeroWidthSpace|NoBreak|#173|#x0*ad|#8203|#x200b);"
)
"""What can stand within a word and is not shown."""
_SPACED = re.compile(r"[ .·\u00a0\u2009-](?:[^\W_][ .·\u00a0\u2009-]){2,}[^\W_](?![^\W_])")
"""A word written letter by letter, as logos and printed capitals are, from behind its first letter: a sign between two
letters is rarer than a letter, which makes the search five times as quick."""
_OWNED = 4
"""Letters of a name that may take an s: Korenmaats brood."""
_CLEAR = 5
"""Letters of a name that is known by a capital or a figure beside it too, as in TeamVlekko and vlekko2.jpg; hashes and
packed data hold shorter ones by chance."""
_LONG = 8
"""Letters of a name that is no part of another word by chance: teamkorenmaat."""


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
    letters: int


class Terms:
    """Names to look for.

    Capitals, accents, and what stands between words do not count. A short name counts only as whole words, with an s
    behind it or not; a longer one also where capitals or figures set it apart, and a long one within any word.

    Why each name is first sought as a plain string: that is the quickest search there is, and a page without the name
    costs nothing more, so that the whole takes time in proportion to the text.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._terms = tuple(term for name in dict.fromkeys(names) for term in _terms(name))

    def __bool__(self) -> bool:
        return bool(self._terms)

    def find(self, text: str) -> Iterator[Hit]:
        """Every place of every name, in the order of the names."""
        if not self._terms:
            return
        plain = fold(text)
        folded = _Folded(text, plain)
        spaced: list[tuple[int, int, str]] | None = None
        for term in self._terms:
            found = False
            if term.longest in plain:
                for place in term.pattern.finditer(plain):
                    if folded.stands_alone(place.start(), place.end(), term):
                        found = True
                        yield Hit(term.name, folded.origin(place.start()), folded.origin(place.end()))
            if not found:
                spaced = _spaced(plain) if spaced is None else spaced
                for start, end, word in spaced:
                    if term.pattern.fullmatch(word):
                        yield Hit(term.name, folded.origin(start), folded.origin(end))

    def find_written(self, text: str) -> Iterator[Hit]:
        """Every place in a text as it was typed, and as readers see it: bold letters within a name do not hide it."""
        yield from self.find(text)
        if self._terms and _MARKUP.search(text):
            places = [at for start, end in _shown(text) for at in range(start, end)]
            for hit in self.find("".join(text[at] for at in places)):
                yield Hit(hit.name, places[hit.start], places[hit.end - 1] + 1)

    def names_in(self, text: str) -> list[str]:
        """Which names stand in a text."""
        return list(dict.fromkeys(hit.name for hit in self.find(text)))


def fold(text: str) -> str:
    """A text without capitals, accents and invisible signs."""
    if text.isascii():
        return text.lower()
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return _ANY_ALONE.sub(lambda found: _ALONE[found[0]], plain)


def _shown(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text between its markup: where each starts and ends."""
    start = 0
    for found in _MARKUP.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


class _Folded:
    """A folded text beside the text itself."""

    def __init__(self, text: str, plain: str) -> None:
        self._text, self._plain = text, plain
        self._origins: list[int] | None = None

    def origin(self, place: int) -> int:
        """Where a place of the folded text lies in the text itself."""
        if len(self._plain) == len(self._text) and self._text.isascii():
            return place
        if self._origins is None:
            self._origins = [
                at for at, sign in enumerate(self._text) for _ in range(1 if sign.isascii() else len(fold(sign)))
            ]
        return self._origins[place] if place < len(self._origins) else len(self._text)

    def stands_alone(self, start: int, end: int, term: _Term) -> bool:
        """Whether a name is one where it stands, and no part of another word by chance."""
        return term.letters >= _LONG or (self._starts(start, term) and self._ends(start, end, term))

    def _starts(self, start: int, term: _Term) -> bool:
        if not start or not _joined(self._plain[start - 1], self._plain[start]):
            return True
        return term.letters >= _CLEAR and self._apart(start)

    def _ends(self, start: int, end: int, term: _Term) -> bool:
        if end == len(self._plain) or not _joined(self._plain[end - 1], self._plain[end]):
            return True
        after = self._plain[end : end + 2]
        if term.letters >= _OWNED and after[0] == "s" and not (after[1:] and _joined("s", after[1])):
            return True
        handle = start > 0 and self._plain[start - 1] in "@#"
        return term.letters >= _CLEAR and (handle or self._apart(end))

    def _apart(self, place: int) -> bool:
        """Whether a figure meets a letter here, or a capital begins a word within the word."""
        if self._plain[place - 1].isdigit() != self._plain[place].isdigit():
            return True
        at = self.origin(place)
        before, sign, after = self._text[at - 1 : at], self._text[at : at + 1], self._text[at + 1 : at + 2]
        return sign.isupper() and (before.islower() or after.islower())


def _joined(one: str, other: str) -> bool:
    """Whether two signs belong to one word; scripts that do not part words have no border to miss."""
    return one.isalnum() and other.isalnum() and not any(_unparted(sign) for sign in (one, other))


def _unparted(letter: str) -> bool:
    return not letter.isascii() and unicodedata.name(letter, "").startswith(_NO_SPACES)


def _spaced(plain: str) -> list[tuple[int, int, str]]:
    """Words that are written letter by letter: where they stand, and what they spell."""
    found = []
    for one in _SPACED.finditer(plain):
        start = one.start() - 1
        if start >= 0 and plain[start].isalnum() and not (start and plain[start - 1].isalnum()):
            found.append((start, one.end(), "".join(_WORD.findall(plain, start, one.end()))))
    return found


def _terms(name: str) -> Iterator[_Term]:
    """A name, and as file names spell it where that differs."""
    parted = _HUMP.sub(" ", unicodedata.normalize("NFC", name))
    for spelling in dict.fromkeys((fold(parted), fold(parted.casefold().translate(_WRITTEN_OUT)))):
        places = list(_WORD.finditer(spelling))
        words = [place[0] for place in places]
        if words:
            gaps = [spelling[one.end() : other.start()] for one, other in pairwise(places)]
            joins = [_AND if "&" in gap or "+" in gap else _BETWEEN for gap in gaps]
            pattern = words[0] + "".join(join + word for join, word in zip(joins, words[1:], strict=True))
            yield _Term(name, max(words, key=len), re.compile(pattern), sum(map(len, words)))
