"""What the core hands to a host: pages, files and navigation of one language, engine-neutral."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page.

    Args:
        uri: path inside the docs tree, forward slashes, ending in ``.md``.
        title: page title, plain text.
        body: Markdown with simple HTML blocks, without front matter.
        source: the YAML file it was made from, relative to the project; empty for an index.
        description: one sentence for search results.
        meta: further front matter: ``smm_layout``, ``smm_mock``, ``hide``, ``tags`` …
        kind: kind of the entry, or ``index``.
        in_nav: whether the page stands in the navigation tree; false for collections that may grow large.
    """

    uri: str
    title: str
    body: str
    source: str = ""
    description: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)
    kind: str = "index"
    in_nav: bool = False

    @property
    def url(self) -> str:
        """Address relative to the language's root: ``work/korenmaat/``, and an empty string for the home page."""
        stem = self.uri.removesuffix(".md")
        return "" if stem == "index" else stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"

    def front_matter(self) -> dict[str, Any]:
        """Title, description and meta as one mapping, keys sorted for stable bytes."""
        found = {"title": self.title, **({"description": self.description} if self.description else {}), **self.meta}
        return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Asset:
    """One file beside the pages: a style sheet, a script, a font, a picture, a calendar."""

    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class NavItem:
    """A place in the navigation: a page, or a heading with places below it."""

    title: str
    uri: str = ""
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything that the core makes for one language."""

    language: str
    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    nav: tuple[NavItem, ...] = ()

    def page(self, uri: str) -> Page | None:
        """The page at a path, or None."""
        return next((page for page in self.pages if page.uri == uri), None)
