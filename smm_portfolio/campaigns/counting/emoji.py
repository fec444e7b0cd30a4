"""Emoji in a text, sequences whole: families, skin tones, flags, keycaps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from emoji import EMOJI_DATA

_AS_TEXT = "\ufe0e"
"""Asks for a black-and-white shape: what stands before it is no emoji."""
_LATIN = 0x10FF
"""Signs up to here (©, ®) are emoji only with a selector behind them."""


@cache
def _by_first() -> dict[str, tuple[str, ...]]:
    """Every emoji of Unicode by its first character, the longest first."""
    found: dict[str, list[str]] = {}
    for sequence in EMOJI_DATA:
        if len(sequence) > 1 or ord(sequence) > _LATIN:
            found.setdefault(sequence[0], []).append(sequence)
    return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}


def emoji_at(text: str, place: int) -> str:
    """The longest emoji that starts at a place; an empty string where none does."""
    for sequence in _by_first().get(text[place], ()):
        if text.startswith(sequence, place) and not text.startswith(_AS_TEXT, place + len(sequence)):
            return sequence
    return ""


def emoji_in(text: str) -> Iterator[str]:
    """Every emoji of a text, in order."""
    place = 0
    while place < len(text):
        found = emoji_at(text, place)
        if found:
            yield found
        place += len(found) or 1
