"""Generated pages without the detour of their HTML through Markdown: only headings and prose are Markdown.

Why: nine tenths of a generated page is finished HTML. Python-Markdown reads all of it twice to find the few lines that
are Markdown; taking them out first halves the time of a build. What comes out is the same, which a test compares.
"""

from __future__ import annotations

import re

from smm_portfolio.site.markdown_text import in_fence

_PROSE = re.compile(r'<div class="smm-prose[^"]*" markdown="1">')
_HEADING = re.compile(r"#{1,6} ")
_ATTRIBUTE = re.compile(r' markdown="(?:1|block)"(?=[ >])')
_PLACE = re.compile(r"<!--smm-(\d+)-->")
_ID = re.compile(r"\sid=\"([^\"]+)\"")


def parted(body: str) -> tuple[str, list[str]]:
    """Split a generated page.

    Args:
        body: Markdown with HTML blocks, as our templates write it.

    Returns:
        The Markdown with a comment in place of each stretch of HTML, and the stretches.
    """
    lines = body.splitlines()
    fenced = in_fence(lines)
    markdown: list[str] = []
    stretches: list[str] = []
    raw: list[str] = []
    inside = False

    def flush() -> None:
        if any(line.strip() for line in raw):
            markdown.extend(["", f"<!--smm-{len(stretches)}-->", ""])
            stretches.append(_ATTRIBUTE.sub("", "\n".join(raw)))
        raw.clear()

    for line, code in zip(lines, fenced, strict=True):
        if inside and (code or line != "</div>"):
            markdown.append(line)
        elif not inside and _HEADING.match(line):
            flush()
            markdown.extend(["", line, ""])
        else:
            raw.append(line)
            inside = bool(_PROSE.fullmatch(line))
            if inside:
                flush()
    flush()
    return "\n".join(markdown), stretches


def joined(html: str, stretches: list[str]) -> str:
    """Put the stretches back into the converted page."""
    return _PLACE.sub(lambda found: stretches[int(found[1])], html)


def ids_in(stretches: list[str]) -> set[str]:
    """Places inside the HTML that links may point to."""
    return {found[1] for stretch in stretches for found in _ID.finditer(stretch)}
