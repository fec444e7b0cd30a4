"""Look tokens inside inline SVG, put in before layout.

Why: WeasyPrint hands an inline SVG to its own renderer, which neither sees the style sheets of the document nor
``currentColor``; ``var()`` in it would be ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_DECLARATION = re.compile(r"--([\w-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])")
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL | re.IGNORECASE)
_VAR = re.compile(r"var\(\s*--([\w-]+)\s*\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MAX_DEPTH = 8


def tokens_in(sheets: Iterable[str]) -> dict[str, str]:
    """Custom properties by name (without ``--``), the last declaration of each, references between them resolved."""
    raw: dict[str, str] = {}
    for sheet in sheets:
        raw.update(_DECLARATION.findall(_COMMENT.sub("", sheet)))
    return {name: _resolved(value, raw, _MAX_DEPTH) for name, value in raw.items()}


def _resolved(value: str, raw: dict[str, str], depth: int) -> str:
    if depth == 0:
        return value
    return _VAR.sub(lambda m: _resolved(raw.get(m[1], m[0]), raw, depth - 1), value)


def with_tokens(html: str, tokens: dict[str, str]) -> tuple[str, list[str]]:
    """The document with values in place of ``var()`` inside SVG, and the names that no sheet declares."""
    unknown: dict[str, None] = {}

    def value(found: re.Match[str]) -> str:
        if found[1] not in tokens:
            unknown[found[1]] = None
            return found[0]
        return tokens[found[1]].replace('"', "'")

    filled = _SVG.sub(lambda svg: _VAR.sub(value, svg[0]), html)
    return filled, list(unknown)
