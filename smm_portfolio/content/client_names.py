"""What a client is called and where it is found: its name as people say it, its site, its accounts on platforms."""

from __future__ import annotations

import re
from urllib.parse import unquote

from smm_portfolio.content.terms import fold
from smm_portfolio.content.values.media import Platform

_LEGAL_FORM = re.compile(
    r"(?:,?\s+(?:b\.?\s?v\.?\s?b\.?\s?a|b\.?\s?v|n\.?\s?v|v\.?\s?o\.?\s?f|c\.?\s?v|u\.?\s?a|gmbh(?: & co\.? kg)?|kg|ag"
    r"|ug|e\.?\s?v|ltd|limited|l\.?l\.?[cp]|plc|inc|corp|s\.?a(?:\.?r\.?l)?|s\.?r\.?l|s\.?p\.?a|a\.?b|a\.?s|o\.?y)\.?)+\s*$",
    re.IGNORECASE,
)
"""What registers add to a name and nobody says: Korenmaat B.V. is known as Korenmaat."""
_ARTICLE = re.compile(r"^(?:de|het|the|die|der|das|le|la|les|el|'t|’t)\s+(?=\S+\s+\S)", re.IGNORECASE)
"""Left out in speech too, where at least two words remain that tell who it is."""
_SHARED = frozenset({*(one.value for one in Platform), "fb", "twitter", "youtu", "linktr", "bsky", "wa", "t"})
"""Sites on which everybody has an address of their own, by the name before the ending."""
_ENTRANCES = frozenset(
    {"c", "company", "feed", "i", "in", "pages", "people", "permalink", "photo", "photos", "post", "posts", "profile"}
    | {"pub", "pulse", "school", "showcase", "stories", "story", "user", "video", "videos", "watch"}
)
"""Steps of addresses on platforms before the account that they lead to."""
_ITEMS = frozenset(
    {"channel", "events", "explore", "groups", "hashtag", "p", "pin", "playlist", "reel", "reels", "search", "share"}
    | {"shorts", "tv", "watch"}
)
"""Steps before something else than an account: the id of a post, a group, a word that was sought."""
_SHORTEST = 4
_WORD = re.compile(r"[^\W_]+")


def bare_name(name: str) -> str:
    """A client's name as people say it: without its legal form, and without an article that two words follow."""
    said = _LEGAL_FORM.sub("", name.strip())
    return _ARTICLE.sub("", said) or name


def site_of(url: str, told: frozenset[str] = frozenset()) -> list[str]:
    """What tells a client's web address: the site where it is its own, else the page and the account.

    Why: somebody whose client only has a page on a platform must still be able to link to that platform.

    Args:
        url: as it was typed.
        told: words that readers see anyway.
    """
    address = _address(url)
    return page_of(url, told) if _is_shared(address) else [address.partition("/")[0]]


def page_of(url: str, told: frozenset[str] = frozenset()) -> list[str]:
    """What tells where something can be seen: the address, and the account that it belongs to.

    Args:
        url: as it was typed.
        told: words that readers see anyway; an account that consists of them gives nobody away.
    """
    address = _address(url)
    if "/" not in address and _is_shared(address):
        return []
    account = account_of(url)
    words = _WORD.findall(fold(account))
    clear = sum(map(len, words)) >= _SHORTEST and not told.issuperset(words)
    return [address, account] if clear else [address]


def account_of(url: str) -> str:
    """The account that an address on a platform leads to, or nothing."""
    host, *steps = (unquote(step) for step in _address(url).partition("?")[0].split("/"))
    if not steps or not _is_shared(host) or host.startswith("youtu.") or steps[0].casefold() in _ITEMS:
        return ""
    named = (step for step in steps if step.casefold().partition(".")[0] not in _ENTRANCES)
    return bare_name(next(named, "").lstrip("@").partition("_activity-")[0].replace("-", " "))


def _address(url: str) -> str:
    """An address as people tell it; what stands behind ``?`` only where it alone says which page is meant."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip(), flags=re.IGNORECASE).partition("#")[0]
    page, sign, query = bare.partition("?")
    page = page.rstrip("/")
    last = page.rpartition("/")[2].casefold().partition(".")[0]
    return f"{page}?{query}" if sign and "/" in page and last in _ENTRANCES else page


def _is_shared(address: str) -> bool:
    """Whether an address lies on a site where everybody may have one."""
    return address.partition("/")[0].casefold().rpartition(".")[0].rpartition(".")[2] in _SHARED
