"""Hashtags and mentions in a text, by X's published rules, which the other platforms follow closely enough."""

from __future__ import annotations

import regex

from smm_portfolio.campaigns.counting.characters import AT, HASH
from smm_portfolio.campaigns.counting.links import links_in

_JOINERS = r"_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
_IN_TAG = rf"[\p{{L}}\p{{M}}\p{{Nd}}{_JOINERS}]"
_HASHTAG = regex.compile(
    rf"(?<!&|{_IN_TAG})[{HASH}](?!\ufe0f|\u20e3)(?={_IN_TAG}*[\p{{L}}\p{{M}}])({_IN_TAG}++)(?![{HASH}]|://)"
)
_MENTION = regex.compile(
    rf"(?<![A-Za-z0-9_!#$%&*{AT}/.])[{AT}]([A-Za-z0-9_]{{1,20}})(/[A-Za-z][A-Za-z0-9_\-]{{0,24}})?"
)


def hashtags_in(text: str) -> list[str]:
    """The hashtags of a text, without their sign; what stands inside a link is none."""
    links = links_in(text)
    return [
        match[1]
        for match in _HASHTAG.finditer(text)
        if not any(link.start <= match.start() < link.end for link in links)
    ]


def mentions_in(text: str) -> list[str]:
    """The accounts that a text mentions, without their sign."""
    return [match[1] for match in _MENTION.finditer(text) if _ends(text, match.end())]


def is_hashtag(text: str) -> bool:
    """Whether a text is one hashtag and nothing else."""
    return _HASHTAG.fullmatch(text) is not None


def is_username(text: str) -> bool:
    """Whether a text is the name of an account, with its sign, and nothing else."""
    match = _MENTION.fullmatch(text)
    return match is not None and match[2] is None


def is_list(text: str) -> bool:
    """Whether a text is the name of a list of accounts, and nothing else."""
    match = _MENTION.fullmatch(text)
    return match is not None and match[2] is not None


def _ends(text: str, place: int) -> bool:
    """Whether a mention may end here: not in front of another sign, an accented letter or a scheme."""
    return not regex.match(rf"[{AT}\u00C0-\u024F]|://", text[place : place + 3])
