"""A post's text as it would be typed, and what of it shows before the fold."""

from __future__ import annotations

import re

from smm_portfolio.campaigns.counting.names import hashtags_in
from smm_portfolio.content.kinds.campaign import Post


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


def as_posted(post: Post, text: str, link: str = "") -> str:
    """Everything that is typed into the platform's box: text, hashtags, and the link where it belongs to the text.

    Args:
        post: the post.
        text: its text in one language.
        link: its link, or empty.
    """
    blocks = re.split(r"\n\s*\n", text.strip())
    words = "\n\n".join(paragraphs(block) for block in blocks)
    written = {tag.casefold() for tag in hashtags_in(words)}
    tags: dict[str, str] = {}
    for tag in post.hashtags:
        name = tag.lstrip("#")
        tags.setdefault(name.casefold(), f"#{name}")
    added = [tag for name, tag in tags.items() if name not in written]
    return "\n\n".join(part for part in (words, " ".join(added), link) if part)


def as_shown(post: Post, text: str, link: str = "") -> str:
    """Text, hashtags and link as a preview draws them: paragraphs below each other without an empty line between."""
    return as_posted(post, text, link).replace("\n\n", "\n")
