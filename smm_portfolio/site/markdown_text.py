"""Texts on their way into a Markdown page: plain text made literal, prose kept inside its own block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&#|~^=:$@\"'+!]")
_HEADING = re.compile(r"^#{1,6}(?=\s)")
_FENCE = re.compile(r"^\s{0,3}(?:`{3,}|~{3,})")
_INLINE_CODE = re.compile(r"(`+).+?\1")
_TAG_START = re.compile(r"<(?=[/!a-zA-Z])(?!https?://|mailto:)")
_ADDRESS = re.compile(r"<(?:https?://|mailto:)[^\s<>]*>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


def literal(text: str) -> str:
    """One line of plain text, written so that Markdown and its extensions show it as typed.

    Why: entities survive every extension (emoji codes, automatic links, attribute lists), a backslash
    does not.
    """
    line = " ".join(text.split())
    return _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", line)


def markdown_link(text: str, href: str) -> str:
    """A link whose words are shown as typed; without an address only the words."""
    if not href:
        return literal(text)
    address = href.replace("(", "%28").replace(")", "%29").replace("\\", "%5C")
    return f"[{literal(text)}]({address})"


def contained_prose(text: str, level: int = 3) -> str:
    """Markdown that stays inside the block it is put in.

    Args:
        text: Markdown as the author wrote it.
        level: The highest heading allowed there; the author's headings move down together to fit below it.

    Returns:
        The Markdown with moved headings. Tags are made literal when they do not balance, because a stray
        ``</div>`` would close the page's own block.
    """
    lines = text.strip("\n").splitlines()
    code = list(in_fence(lines))
    outside = [line for line, fenced in zip(lines, code, strict=True) if not fenced]
    tops = [len(match.group()) for line in outside if (match := _HEADING.match(line))]
    shift = max(0, level - min(tops)) if tops else 0
    keep_tags = _balanced("\n".join(outside))

    def contained(line: str) -> str:
        if not keep_tags:
            line = _TAG_START.sub("&lt;", line)
        return _HEADING.sub(lambda match: "#" * min(6, len(match.group()) + shift), line)

    return "\n".join(line if fenced else contained(line) for line, fenced in zip(lines, code, strict=True))


def in_fence(lines: list[str]) -> Iterator[bool]:
    """Whether each line belongs to a fenced code block, its fences included."""
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        if not fence and match:
            fence = match.group().strip()
            yield True
        elif fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            yield True
        else:
            yield False


def _balanced(text: str) -> bool:
    checker = _Tags()
    checker.feed(_ADDRESS.sub("", _INLINE_CODE.sub("", text)))
    checker.close()
    return checker.balanced and not checker.open


class _Tags(HTMLParser):
    """Follows opening and closing tags; ``balanced`` turns false at the first that does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.balanced = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.balanced = False
