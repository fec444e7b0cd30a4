"""The navigation of a site that does not write its own: generated places first, then the folders of written pages."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from smm_portfolio.hosts.handwritten import Variant
from smm_portfolio.site.tree import NavItem, Tree

HOME = "index.md"


def navigation(tree: Tree, written: Mapping[str, Variant], docs: Path) -> list[Any]:
    """Navigation in the form of MkDocs' ``nav``.

    Args:
        tree: generated pages with their navigation.
        written: hand-written pages by address.
        docs: the docs folder, to read titles from front matter.

    Returns:
        A list of paths and ``{title: …}`` mappings. Pages of a folder follow ``order`` in their front matter, then
        their names; a folder is called as its index page; ``nav: false`` leaves a page out.
    """
    heads = {uri: front_matter(docs / variant.source) for uri, variant in written.items()}
    left_out = frozenset(uri for uri, head in heads.items() if head.get("nav") is False)
    places = [place for item in tree.nav if (place := _place(item, left_out, top=True))]
    named = _uris(tree.nav)
    written = {uri: variant for uri, variant in written.items() if uri not in left_out}
    loose = sorted((uri for uri in written if "/" not in uri and uri not in named), key=lambda uri: _order(uri, heads))
    if HOME in loose:
        loose.remove(HOME)
        places.insert(0, HOME)
    inside = [uri for uri in written if "/" in uri and uri not in named]
    return [*places, *loose, *_sections("", inside, heads)]


def _sections(folder: str, uris: list[str], heads: Mapping[str, dict[str, Any]]) -> list[Any]:
    """The folders below a folder, each as a section with its pages and then its own folders."""
    below: dict[str, list[str]] = {}
    for uri in uris:
        name, nested, _ = uri.removeprefix(folder).partition("/")
        if nested:
            below.setdefault(f"{folder}{name}/", []).append(uri)
    sections = []
    for path, found in below.items():
        index = f"{path}index.md"
        title = str(heads.get(index, {}).get("title") or path.split("/")[-2].replace("-", " ").capitalize())
        pages = sorted(
            (uri for uri in found if "/" not in uri.removeprefix(path)),
            key=lambda uri: (uri != index, *_order(uri, heads)),
        )
        first = min((_order(uri, heads) for uri in (pages or found)), default=(1e9, index))
        place = _order(index, heads) if index in heads else first
        sections.append((place, {title: [*pages, *_sections(path, found, heads)]}))
    return [section for _, section in sorted(sections, key=lambda pair: pair[0])]


def front_matter(path: Path) -> dict[str, Any]:
    """The front matter of a Markdown file; empty where there is none or it cannot be read."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if not text.startswith("---\n"):
        return {}
    head, closed, _ = text[4:].partition("\n---")
    if not closed:
        return {}
    try:
        found = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _order(uri: str, heads: Mapping[str, dict[str, Any]]) -> tuple[float, str]:
    order = heads.get(uri, {}).get("order")
    if isinstance(order, bool) or not isinstance(order, int | float) or math.isnan(order):
        return (1e9, uri)
    return (float(order), uri)


def _place(item: NavItem, left_out: frozenset[str], *, top: bool = False) -> Any:
    """A place as MkDocs writes it, or nothing where all of it is left out.

    A single page at the top is a section of one, so that it keeps its short name.
    """
    inside = [place for child in item.children if (place := _place(child, left_out))]
    own = [item.uri] if item.uri and item.uri not in left_out else []
    if inside or (own and top and item.uri != HOME):
        return {item.title: [*own, *inside]}
    return own[0] if own else None


def _uris(items: tuple[NavItem, ...]) -> set[str]:
    found = set()
    for item in items:
        found |= {item.uri} if item.uri else set()
        found |= _uris(item.children)
    return found
