"""Pages as a reader sees them: converted, without tags, entities and non-breaking spaces."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Collection, Iterable

import markdown

from smm_portfolio.site.tree import Page


def converted(body: str) -> str:
    """The HTML that Material's extensions make of a page."""
    return markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"])


def words(body: str) -> str:
    """What stands on a page, on one line."""
    text = re.sub(r"<(svg|style)\b.*?</\1>", " ", converted(body), flags=re.DOTALL)
    text = re.sub(r"</?(?:a|b|code|em|strong)\b[^>]*>", "", text)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("\u00a0", " ").split())


def row(body: str, name: str) -> str:
    """The table row or list item that a name stands in."""
    found = [one for one in re.findall(r"<(?:tr|li)\b.*?</(?:tr|li)>", converted(body), flags=re.DOTALL) if name in one]
    assert found, f"no row for {name}"
    return words(found[0])


def links(body: str) -> list[str]:
    """Where a page leads to, as written."""
    return re.findall(r'href="([^"]+)"', converted(body))


def broken_links(pages: Iterable[Page], files: Collection[str]) -> list[tuple[str, str]]:
    """Links between pages that lead nowhere: the page, and the link as written.

    Args:
        pages: every page of one language.
        files: addresses of other files, from the language's root.
    """
    bodies = {page.url: converted(page.body) for page in pages}
    uris = {page.uri for page in pages}
    found = []
    for page in pages:
        for href in re.findall(r'href="([^"]+)"', bodies[page.url]):
            if href.startswith(("http", "mailto:", "#")):
                continue
            target, _, anchor = href.partition("#")
            if target.endswith(".md"):  # an author's link to a page's file, which the site generator resolves
                if posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target)) not in uris:
                    found.append((page.uri, href))
                continue
            url = posixpath.normpath(posixpath.join("/", page.url, target)).lstrip("/")
            url += "/" if url and not posixpath.splitext(url)[1] else ""
            there = bodies.get(url)
            if (there is None and url not in files) or (anchor and (there is None or f'id="{anchor}"' not in there)):
                found.append((page.uri, href))
    return found
