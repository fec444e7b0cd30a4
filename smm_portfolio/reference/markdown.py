"""The few pieces of Markdown that reference pages are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import yaml

MARK = "<!-- Written by `make docs` from the code. Change the code, not this page. -->"


def page(title: str, description: str, order: int, parts: Iterable[str]) -> str:
    """A whole page: front matter, a note that it is generated, and its parts with an empty line between them."""
    meta = {"title": title, "description": description, "order": order}
    head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{head}---\n\n" + "\n\n".join([MARK, f"# {title}", *filter(None, parts)]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; an empty string where there are no rows."""
    lines = ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    if not lines:
        return ""
    return "\n".join(["| " + " | ".join(head) + " |", "|" + " --- |" * len(head), *lines])


def fence(text: str, language: str = "yaml") -> str:
    """A block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def code(text: str) -> str:
    """A word of code inside a sentence."""
    return f"`{text}`"


def heading(level: int, text: str, anchor: str = "") -> str:
    """A heading with an anchor of its own, so that links survive another wording."""
    return f"{'#' * level} {text}" + (f" {{#{anchor}}}" if anchor else "")


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def prose(docstring: str | None) -> str:
    """The text of a docstring without its sections for programmers, with Markdown's quotes round code."""
    text = re.split(r"\n\s*(?:Args|Returns|Raises|Why|Source):", docstring or "")[0]
    return " ".join(text.replace("``", "`").split())


def spaced(name: str) -> str:
    """``QuotePermission`` and ``case_study`` as words: quote permission, case study."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", " ").lower()


def anchor(name: str) -> str:
    """The anchor that a model or word list has on its page."""
    return spaced(name).replace(" ", "-")


def _cell(text: str) -> str:
    """Text on one line, without what would be read as HTML or as the next cell; code keeps its signs."""
    parts = " ".join(text.split()).replace("|", "\\|").split("`")
    return "`".join(part if place % 2 else part.replace("<", "&lt;") for place, part in enumerate(parts))
