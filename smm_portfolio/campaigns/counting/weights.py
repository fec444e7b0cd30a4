"""Length on X: weighted characters, links at a fixed length, an emoji as one heavy character.

Source: https://docs.x.com/fundamentals/counting-characters and the configuration that twitter-text publishes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from smm_portfolio.campaigns.counting.characters import INVALID
from smm_portfolio.campaigns.counting.emoji import emoji_at
from smm_portfolio.campaigns.counting.links import links_in

_INVALID = re.compile(f"[{INVALID}]")


@dataclass(frozen=True, slots=True)
class Weights:
    """A configuration of twitter-text.

    Args:
        most: longest post, in weighted characters.
        scale: weight of one weighted character.
        heavy: weight of a character outside the light ranges, and of an emoji.
        light: first and last code point and weight of each other range.
        link: weighted characters of a link.
        emoji: whether an emoji sequence counts as one.
    """

    most: int
    scale: int
    heavy: int
    light: tuple[tuple[int, int, int], ...]
    link: int
    emoji: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """What X makes of a text.

    Args:
        length: weighted characters.
        valid: whether it can be posted.
        permillage: length in thousandths of the most.
        fits_until: 0-based place, in UTF-16 units of the text as typed, of the last character that still fits.
    """

    length: int
    valid: bool
    permillage: int
    fits_until: int


def weigh(text: str, weights: Weights) -> Weighed:
    """Count a text the way X does.

    Args:
        text: the post as typed.
        weights: the configuration.
    """
    normal = unicodedata.normalize("NFC", text)
    links = {link.start: link.text for link in links_in(normal)}
    total = place = units = fits = 0
    sound = True
    while place < len(normal):
        part, weight = _part(normal, place, links, weights)
        total += weight
        place += len(part)
        units += _units(part)
        sound = sound and not _INVALID.search(part)
        if sound and total <= weights.most * weights.scale:
            fits = units - 1
    length = total // weights.scale
    return Weighed(
        length=length,
        valid=sound and 0 < length <= weights.most,
        permillage=length * 1000 // weights.most,
        fits_until=fits + _units(text) - _units(normal),
    )


def _part(text: str, place: int, links: dict[int, str], weights: Weights) -> tuple[str, int]:
    """What is counted as one at a place, and its weight."""
    if place in links:
        return links[place], weights.link * weights.scale
    found = emoji_at(text, place) if weights.emoji else ""
    if found:
        return found, weights.heavy
    point = ord(text[place])
    light = next((weight for first, last, weight in weights.light if first <= point <= last), weights.heavy)
    return text[place], light


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
