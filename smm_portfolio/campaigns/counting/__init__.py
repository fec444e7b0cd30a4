"""Length of a text as each platform counts it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import regex

from smm_portfolio.campaigns.counting.emoji import emoji_in
from smm_portfolio.campaigns.counting.links import links_in
from smm_portfolio.campaigns.counting.weights import Weights, weigh

__all__ = ["Mode", "Rule", "Weights", "characters", "measure"]

_REMOTE_ACCOUNT = regex.compile(r"(?<![\w/])(@[A-Za-z0-9_]+(?:[A-Za-z0-9_.\-]*[A-Za-z0-9_])?)@[\w.\-]*\w")


class Mode(StrEnum):
    """A way to count."""

    CODEPOINTS = "codepoints"
    UTF16 = "utf16"
    GRAPHEMES = "graphemes"
    X = "x"
    MASTODON = "mastodon"
    THREADS = "threads"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a platform counts.

    Args:
        mode: the way.
        link: what a link counts for, where it has a fixed length.
        weights: X's configuration.
    """

    mode: Mode
    link: int = 0
    weights: Weights | None = None


def measure(text: str, rule: Rule) -> int:
    """Length of a text in the platform's own units.

    Args:
        text: what is posted.
        rule: how the platform counts.
    """
    if rule.mode is Mode.X and rule.weights is not None:
        return weigh(text, rule.weights).length
    text = unicodedata.normalize("NFC", text)
    if rule.mode is Mode.UTF16:
        return len(text.encode("utf-16-le")) // 2
    if rule.mode is Mode.GRAPHEMES:
        return len(characters(text))
    if rule.mode is Mode.MASTODON:
        return _on_mastodon(text, rule.link)
    if rule.mode is Mode.THREADS:
        return len(text) + sum(len(one.encode()) - len(one) for one in emoji_in(text))
    return len(text)


def characters(text: str) -> list[str]:
    """The characters as a reader sees them: extended grapheme clusters (UAX #29)."""
    return regex.findall(r"\X", text)


def _on_mastodon(text: str, link_length: int) -> int:
    """Links that name their scheme count alike, and of a mention only what stands before the server."""
    total = place = 0
    for link in links_in(text):
        if "://" in link.text:
            total += link_length + len(characters(_REMOTE_ACCOUNT.sub(r"\1", text[place : link.start])))
            place = link.end
    return total + len(characters(_REMOTE_ACCOUNT.sub(r"\1", text[place:])))
