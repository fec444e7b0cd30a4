"""An author's Markdown as the plain HTML that paper and PDF/UA can carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

_EXTENSIONS = ("tables", "fenced_code", "sane_lists", "admonition")
_PRINTED_SCHEMES = {"http", "https", "mailto", "tel"}
TOP_HEADING = 3
"""Prose stands below the section's own heading, which is second."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text is printed.

    Args:
        picture: what a screen reader says about a picture that has no words of its own.
        site_url: the address of the site, to which links between pages are completed; empty where it is not known.
    """

    picture: str
    site_url: str = ""


def prose(text: str, place: Place) -> Markup:
    """Markdown to HTML for print.

    Why not the site's own Markdown: paper has no tabs, icons or scripts, and PDF/UA-1 needs links without markup inside
    and headings without gaps. Tags that an author typed are printed as text.
    """
    return Markup(_converter(place).reset().convert(text))  # noqa: S704  (raw HTML is switched off)


@lru_cache(maxsize=8)
def _converter(place: Place) -> Markdown:
    return Markdown(extensions=[*_EXTENSIONS, _Paper(place)], output_format="html")


class _Paper(Extension):
    """Switches raw HTML off and mends the tree."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (the library's name)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Mend(md, self._place), "smm-paper", 0)


class _Mend(Treeprocessor):
    """Runs last, when links and emphasis are elements."""

    def __init__(self, md: Markdown, place: Place) -> None:
        super().__init__(md)
        self._place = place

    def run(self, root: Element) -> None:
        level = TOP_HEADING - 1
        for element in root.iter():
            if re.fullmatch("h[1-6]", element.tag):
                level = min(max(int(element.tag[1]), TOP_HEADING), level + 1)
                element.tag = f"h{level}"
            elif element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                element.set("alt", element.get("alt") or self._place.picture)
            elif element.tag == "hr":
                element.tag = "div"
                element.set("class", "smm-hr")

    def _link(self, element: Element) -> None:
        words = "".join(element.itertext())
        for child in list(element):
            element.remove(child)
        element.text = words
        href = self._address(element.get("href", ""))
        element.attrib.clear()
        if href:
            element.set("href", href)
        else:
            element.tag = "span"

    def _address(self, href: str) -> str:
        """A link that works from paper: complete, or none."""
        if urlsplit(href).scheme in _PRINTED_SCHEMES:
            return href
        if not self._place.site_url or href.startswith("#") or urlsplit(href).scheme:
            return ""
        return urljoin(self._place.site_url, _page_address(href))


def _page_address(href: str) -> str:
    """``../roles/manager.md#x`` as the address that the page has on the site."""
    path, _, anchor = href.partition("#")
    path = re.sub(r"^(?:\.\./|\./|/)+", "", path)
    path = re.sub(r"(?:(?<=/)|^)index\.md$|\.md$", lambda found: "" if "index" in found[0] else "/", path)
    return f"{path}#{anchor}" if anchor else path
