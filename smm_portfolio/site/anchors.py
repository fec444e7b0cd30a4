"""Anchors of headings that are the same in every language, so that a link to a part survives a change of language."""

from __future__ import annotations

import re

from smm_portfolio.site.markdown_text import in_fence

_HEADING = re.compile(r"^(?P<text>#{1,6} .*?)(?:\s*\{\s*(?P<attributes>[^{}]*)\})?\s*$")


def with_anchors(body: str) -> str:
    """The page with an id on every heading: its own, else ``heading-1``, ``heading-2`` … in the order of the page."""
    lines = body.splitlines()
    number = 0
    anchored: list[str] = []
    for line, fenced in zip(lines, in_fence(lines), strict=True):
        found = None if fenced else _HEADING.match(line)
        if found is None or "#" in (found["attributes"] or ""):
            anchored.append(line)
            continue
        number += 1
        attributes = " ".join(part for part in (f"#heading-{number}", found["attributes"]) if part)
        anchored.append(f"{found['text']} {{ {attributes.strip()} }}")
    return "\n".join(anchored) + "\n"
