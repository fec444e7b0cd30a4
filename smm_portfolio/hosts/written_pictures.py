"""Pictures of hand-written pages and of prose: the plain ``<img>`` of Markdown as a set of sizes and formats."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from smm_portfolio.pictures import PictureSet, Shown

SIZES = "(min-width: 76.25em) 45rem, (min-width: 60em) 70vw, 92vw"
"""How wide the column of a hand-written page is."""
_STEPS = re.compile(
    r"<(picture|pre|code|script|style|textarea|svg)\b.*?</\1>|<!--.*?-->|(?P<img><img\b(?:\"[^\"]*\"|'[^']*'|[^'\">])*>)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_SECTION = re.compile(r"<h2\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Places:
    """Which addresses mean which pictures.

    Args:
        pictures: everything that is ready.
        files: path relative to the docs folder by address relative to the root of the language's site.
    """

    pictures: PictureSet
    files: Mapping[str, str]

    def find(self, src: str, page_url: str) -> tuple[Shown | None, str]:
        """The picture that an address on a page means, and the part behind ``#``."""
        parts = urlsplit(src)
        if parts.scheme or parts.netloc or parts.path.startswith("/") or not parts.path:
            return None, ""
        address = posixpath.normpath(posixpath.join(posixpath.dirname(page_url), unquote(parts.path)))
        file = self.files.get(address)
        return (self.pictures.shown.get(file) if file else None), parts.fragment


def with_sizes(content: str, page_url: str, places: Places) -> str:
    """The HTML of a page with every picture that is ready in all its sizes.

    Args:
        content: HTML.
        page_url: address of the page relative to the root of the language's site.
        places: which addresses mean which pictures.
    """
    if "<img" not in content:
        return content
    section = _SECTION.search(content)
    top = section.start() if section else len(content)
    seen = 0

    def replaced(found: re.Match[str]) -> str:
        nonlocal seen
        if found["img"] is None:
            return found[0]
        attributes = _attributes(found["img"])
        shown, fragment = places.find(attributes.get("src") or "", page_url)
        if shown is None:
            return found[0]
        seen += 1
        first = seen == 1 and found.start() < top
        return _markup(shown, attributes, _Way(page_url), fragment, first=first)

    return _STEPS.sub(replaced, content)


class _Way:
    """The way from a page to the root of its language's site."""

    def __init__(self, page_url: str) -> None:
        self._up = "../" * page_url.count("/")

    def to(self, href: str) -> str:
        return quote(f"{self._up}{href}")


def _attributes(tag: str) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for one in _ATTRIBUTE.finditer(tag[4:].rstrip("/> \n")):
        value = next((part for part in one.groups()[1:] if part is not None), None)
        found.setdefault(one[1].lower(), None if value is None else html.unescape(value))
    return found


def _markup(shown: Shown, given: Mapping[str, str | None], way: _Way, fragment: str, *, first: bool) -> str:
    """The sets and the fallback; what the author wrote stays, what is missing is added."""
    width, height = given.get("width") or "", given.get("height") or ""
    sizes = f"min({width}px, 100vw)" if width.isdigit() else SIZES
    attributes: dict[str, str | None] = {**given, "src": way.to(shown.src) + (f"#{fragment}" if fragment else "")}
    if shown.width and not (width or height):
        attributes.update(width=str(shown.width), height=str(shown.height))
    elif shown.width and width.isdigit() and not height:
        attributes["height"] = str(max(1, round(int(width) * shown.height / shown.width)))
    if first and "loading" not in given:
        attributes.setdefault("fetchpriority", "high")
    else:
        attributes.setdefault("loading", "lazy")
    attributes.setdefault("decoding", "async")
    image = f"<img{_written(attributes.items())}>"
    if not shown.sources:
        return image
    sets = []
    for one in shown.sources:
        files = ", ".join(f"{way.to(file.href)} {file.width}w".removesuffix(" 0w") for file in one.files)
        told = [("type", one.type), ("media", one.media or None), ("srcset", files)]
        told.append(("sizes", sizes if one.files[0].width else None))
        sets.append(f"<source{_written((key, value) for key, value in told if value)}>")
    return f"<picture>{''.join(sets)}{image}</picture>"


def _written(attributes: Iterable[tuple[str, str | None]]) -> str:
    return "".join(f" {key}" if value is None else f' {key}="{html.escape(value)}"' for key, value in attributes)
