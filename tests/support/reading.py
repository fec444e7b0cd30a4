"""Pages as a reader sees them: converted, without tags, entities and non-breaking spaces."""

from __future__ import annotations

import html
import re

import markdown


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
