"""Text that lies in markup: what is shown, what attributes and remarks hold, letters written as something else."""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

_TAG = re.compile(r"<[^<>]*>")
_WITHIN_WORDS = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|text|time"
    r"|tspan|u|var|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
"""Tags that can stand in the middle of a word; others part what they stand between."""
_CODE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s=<>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?")
_VOCABULARY = frozenset(
    {"as", "charset", "crossorigin", "decoding", "dir", "http-equiv", "loading", "media", "method", "property"}
    | {"rel", "role", "target", "type"}
)
"""Attributes whose values are words of HTML and its relatives: a client may be called Action, Media or Main."""
_THEME_NAMES = ("md-", "smm-", "aria-", "data-md-", "data-smm-", "accept-", "http-")
_FRAME = re.compile(r"__(?:md_|search)|getElementById\(location")
"""In the scripts of the site's frame."""
_TYPE = re.compile(r'"@type"\s*:\s*(?:"[A-Za-z]*"|\[[^\]]*\])')
"""Words of schema.org."""
_THEME_FILE = re.compile(r"assets/(?:javascripts|stylesheets)/[\w./-]*")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOREIGN = re.compile(r"xn--([a-z0-9-]+)", re.IGNORECASE)
_ENCLOSED = re.compile(r"data:[\w/+.-]*(?:;[\w=.+-]+)*;base64,([A-Za-z0-9+/=%\s]+)", re.IGNORECASE)


def loosened(text: str) -> str:
    """A text without the ways in which HTML, addresses and scripts write a letter as something else."""
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = unquote(text)
    if "\\u" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if "xn--" in text:
        text = _FOREIGN.sub(_international, text)
    return text


def marked_up(text: str) -> Iterator[str]:
    """Text in XML: with tags, whose attributes hold text too, and without, since a tag may part a word."""
    yield loosened(text)
    yield loosened(_TAG.sub("", text))


def html_texts(text: str) -> Iterator[str]:
    """Text in HTML: what is shown, code of the page's own, and what tags hold beside the words of the language."""
    bare = text
    if "<script" in text or "<style" in text:
        for found in _CODE.finditer(text):
            if not _FRAME.search(found[3]) and "__config" not in found[2]:
                yield loosened(_TYPE.sub("", found[3]))
        bare = _CODE.sub(" ", text)
    yield loosened(_THEME_FILE.sub("", _TAG.sub(lambda found: _said(found[0]), bare)))
    yield loosened(_TAG.sub("\n", _WITHIN_WORDS.sub("", bare)))


def json_texts(text: str) -> Iterator[str]:
    """Every key and value of JSON; search indexes hold HTML in them."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        yield loosened(text)
        return
    found: list[str] = []
    open_ = [data]
    while open_:
        value: Any = open_.pop()
        if isinstance(value, dict):
            found += value
            open_ += value.values()
        elif isinstance(value, list):
            open_ += value
        elif isinstance(value, str):
            found.append(value)
    yield from marked_up("\n".join(found))


def enclosed(text: str) -> Iterator[bytes]:
    """Files that stand inside a text as ``data:`` addresses."""
    for found in _ENCLOSED.finditer(text) if "base64," in text else ():
        try:
            yield base64.b64decode(unquote(found[1]) + "==")
        except (binascii.Error, ValueError):
            continue


@lru_cache(maxsize=1 << 16)  # pages have most of their tags in common
def _said(tag: str) -> str:
    """What a tag holds beside the words of HTML."""
    if tag.startswith("<!"):
        return tag
    name, _, rest = tag[1:-1].partition(" ")
    parts = [name] if "-" in name else []
    for one in _ATTRIBUTE.finditer(rest):
        key, value = one[1].lower(), next((part for part in one.groups()[1:] if part is not None), "")
        if "-" in key and not key.startswith(_THEME_NAMES):
            parts.append(key)
        if key == "class":
            parts += [word for word in value.split() if not word.startswith(_THEME_NAMES)]
        elif key not in _VOCABULARY and not key.startswith(("data-md-", "data-smm-")):
            parts.append(value)
    return f" {' '.join(parts)} "


def _international(found: re.Match[str]) -> str:
    """A name of a domain in letters that domains do not have, as people read it."""
    try:
        return found[1].lower().encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return found[0]
