"""A post's text as it would be typed, and what of it shows before the fold."""

from __future__ import annotations

import re


def paragraphs(text: str) -> str:
    """A post's text as it would be typed: lines that YAML wrapped are joined, paragraphs and marked breaks stay.

    Why not as Markdown: a line that begins with # is a hashtag here, not a heading.
    """
    blocks = re.split(r"\n\s*\n|(?:\\| {2})\n", text.strip())
    return "\n".join(" ".join(block.split()) for block in blocks)


def folded(text: str, fold: int | None) -> tuple[str, str]:
    """What shows before the fold, up to the last whole word, and what follows."""
    if fold is None or len(text) <= fold:
        return text, ""
    cut = max(text.rfind(" ", 0, fold + 1), text.rfind("\n", 0, fold + 1))
    cut = cut if cut > 0 else fold
    return text[:cut].rstrip(), text[cut:].lstrip(" ")
