"""What Markdown from YAML may not hold: HTML, event handlers, pictures from elsewhere, odd link schemes.

Why here and not in the output: the author sees the line, and the same text is safe on the web, in print, in an export.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_HTML = re.compile(r"<(?!https?://|mailto:)[a-zA-Z/!?]")
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?\s*([a-zA-Z][a-zA-Z0-9+.-]*:|//)")
_LINK = re.compile(r"\]\(\s*<?\s*([a-zA-Z&][a-zA-Z0-9+.\-\s&#;]*):")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_ATTRIBUTES = re.compile(r"\{:?[^}\n]*\b(on\w+|style|src|srcset|href|formaction)\s*=", re.IGNORECASE)
_SNIPPET = re.compile(r"^\s*-{1,2}8<-{1,2}")
_SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A finding: the code, what is wrong, the way out, and the 0-based line inside the text."""

    code: str
    message: str
    fix: str
    line: int


def unsafe_parts(text: str) -> Iterator[Unsafe]:
    """Every unsafe part of a Markdown text, in order; code spans and fenced code are left alone."""
    fence = ""
    for number, line in enumerate(text.splitlines()):
        opening = _FENCE.match(line)
        if fence:
            if opening and opening[1].startswith(fence):
                fence = ""
            continue
        if opening:
            fence = opening[1]
            continue
        yield from _in_line(_CODE_SPAN.sub("", line), number)


def _in_line(line: str, number: int) -> Iterator[Unsafe]:
    if _HTML.search(line):
        yield Unsafe(
            "SMM020", "HTML tags are not published from YAML", "Use Markdown; write &lt; for a literal <.", number
        )
    if _ATTRIBUTES.search(line):
        yield Unsafe(
            "SMM020", "attributes that run code or change addresses are not published", "Remove the {…} part.", number
        )
    if _SNIPPET.match(line):
        yield Unsafe("SMM020", "including other files from YAML text is not allowed", "Write the text itself.", number)
    if _IMAGE.search(line):
        yield Unsafe(
            "SMM021", "the picture would be fetched from another site", "Save it in images/ and link to that.", number
        )
        return
    for pattern in (_LINK, _DEFINITION):
        for found in pattern.finditer(line):
            scheme = re.sub(r"\s", "", found[1]).lower()
            if scheme not in _SCHEMES:
                yield Unsafe(
                    "SMM022",
                    f"'{scheme}:' is not a web, mail or telephone address",
                    "Use https:, mailto:, tel: or a page of this site.",
                    number,
                )
