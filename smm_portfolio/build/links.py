"""Where every page of a finished site points to, read from its HTML.

Why regular expressions: a thousand pages are read in a second, and the HTML is our own output, not somebody's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TAG = re.compile(
    r"<(a|area|link|form|script|img|source|iframe|video|audio|embed|object|track|input|image|use|meta)"
    r"(?=[\s/>])((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>",
    re.IGNORECASE,
)
_ID = re.compile(
    r"<[a-z](?:\"[^\"]*\"|'[^']*'|[^'\"<>])*?\sid\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SKIPPED = re.compile(
    r"<!--.*?-->|(<script\b[^>]*>).*?</script>|(<style\b[^>]*>).*?</style>", re.DOTALL | re.IGNORECASE
)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(r"\sstyle=(?:\"([^\"]*url\([^\"]*)\"|'([^']*url\([^']*)')", re.IGNORECASE)
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)|@import\s+[\"']([^\"']+)[\"']", re.IGNORECASE)
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])[^,]*")
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"']+)", re.IGNORECASE)
_LOADING = {
    ("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("iframe", "src"),
    ("video", "src"), ("video", "poster"), ("audio", "src"), ("embed", "src"), ("object", "data"), ("track", "src"),
    ("input", "src"), ("image", "href"), ("image", "xlink:href"), ("use", "href"), ("use", "xlink:href"),
    ("link", "imagesrcset"),
}  # fmt: skip
_FOLLOWED = {("a", "href"), ("area", "href"), ("link", "href"), ("form", "action")}
_LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "manifest",
    "apple-touch-icon",
    "prefetch",
    "shortcut",
    "preconnect",
    "dns-prefetch",
}
"""Relations that make a browser talk to the server by itself; the last two open a connection and load nothing."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address on a page: as written, and whether the browser loads it by itself."""

    url: str
    loaded: bool


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What one HTML file points to, and the places inside it that can be pointed to."""

    targets: tuple[Target, ...]
    ids: frozenset[str]


def page_links(text: str) -> PageLinks:
    """Read the addresses and ids of an HTML page; scripts, styles and comments hold none."""
    cleaned = _SKIPPED.sub(lambda found: found[1] or found[2] or "", text)
    targets: list[Target] = []
    ids = {html.unescape(found[1] or found[2] or found[3] or "") for found in _ID.finditer(cleaned)}
    for tag in _TAG.finditer(cleaned):
        attributes: dict[str, str] = {}
        for one in _ATTRIBUTE.finditer(tag[2]):
            attributes.setdefault(one[1].lower(), html.unescape(one[2] or one[3] or one[4] or ""))
        if "name" in attributes and tag[1].lower() == "a":
            ids.add(attributes["name"])
        targets += _targets(tag[1].lower(), attributes)
    styles = [found[1] for found in _STYLE.finditer(text)] + [
        html.unescape(found[1] or found[2]) for found in _INLINE.finditer(cleaned)
    ]
    targets += [Target(url, True) for style in styles for url in css_targets(style)]
    return PageLinks(tuple(targets), frozenset(ids))


def _targets(tag: str, attributes: dict[str, str]) -> Iterator[Target]:
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        found = _REFRESH.match(attributes.get("content", ""))
        if found:
            yield Target(found[1].strip(), False)
    for name, value in attributes.items():
        if (tag, name) in _LOADING:
            for url in _CANDIDATE.findall(value) if name.endswith("srcset") else (value,):
                yield Target(url, True)
        elif (tag, name) in _FOLLOWED:
            loaded = tag == "link" and bool(_LOADING_LINKS & set(attributes.get("rel", "").lower().split()))
            yield Target(value, loaded)


def css_targets(text: str) -> Iterator[str]:
    """Addresses that a style sheet loads."""
    for found in _CSS_URL.finditer(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        yield (found[1] or found[2]).strip()


def html_files(site: Path) -> list[Path]:
    """Every HTML page of a site, sorted."""
    return sorted(site.rglob("*.html"))
