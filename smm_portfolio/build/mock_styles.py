"""Styles and scripts that would take the label off a mock: a rule of one's own that hides it, a script that removes it.

What is looked for is what names the label. A rule that hides something else round it is beyond this; so are pictures
drawn over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import tinycss2

from smm_portfolio.problems import Problem

_FROM_THEME = re.compile(r"(?:[a-z]{2}/)?assets/(?:javascripts|stylesheets)/")
_OURS = re.compile(r"(?:[a-z]{2}/)?assets/smm/(?:smm|[a-z]+-[0-9a-f]{8})\.css")
"""Our style sheet, and those made from it and others, which are looked at by themselves as well."""
_LABEL = re.compile(r"\bsmm-mock|\[\s*class\s*[*^$~|]?=\s*[\"']?[^\]]*mock", re.IGNORECASE)
_CARD = ".smm-work-art"
"""Within the picture of a card our own style leaves the label out, because the card says it in words below."""
_TOKEN = re.compile(r"--smm-mock-[a-z]+\s*:")
_NOTHING = r"(?:[+-]?0*\.?0*(?:r?em|%|ch|v[wh])?|[0-3](?:\.\d*)?(?:px|pt)?)"
_HIDES = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|opacity\s*:\s*(?:0*\.[0-4]\d*|0|[0-4]?\d%)\s*(?:;|!|$)"
    r"|(?:-webkit-text-fill-)?color\s*:\s*(?:transparent|rgba?\([^)]*[,/]\s*0(?:\.0*)?%?\s*\))"
    r"|clip(?:-path)?\s*:\s*(?!none|auto|unset)|mask(?:-image)?\s*:\s*(?!none|unset)|filter\s*:\s*[^;]*opacity"
    r"|(?:transform|scale)\s*:\s*(?:[^;]*scale[xy]?\(\s*0*\.?[01]?\d?\s*[,)]|0)|transform\s*:\s*[^;]*translate[^;]*-\d{3}"
    rf"|(?:font-size|(?:max-)?(?:height|width|block-size|inline-size))\s*:\s*{_NOTHING}\s*(?:;|!|$)"
    r"|font\s*:\s*0|z-index\s*:\s*-|(?:left|right|top|bottom|text-indent|inset[a-z-]*|margin[a-z-]*)\s*:\s*[^;]*-\d{3,})",
    re.IGNORECASE,
)
_STYLES = re.compile(r"<style\b[^>]*>(.*?)</style", re.DOTALL | re.IGNORECASE)
_SCRIPTS = re.compile(r"<script\b(?![^>]*ld\+json)[^>]*>(.*?)</script", re.DOTALL | re.IGNORECASE)
_LABELLED = re.compile(r"<[a-z]+\b[^<>]*class=[\"'][^\"']*\bsmm-mock-(?:banner|tag)\b[^<>]*>", re.IGNORECASE)
_STYLE = re.compile(r"\sstyle=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_HIDDEN = re.compile(r"\shidden(?=[\s=>/])", re.IGNORECASE)


def hiding(site: Path) -> list[Problem]:
    """Every file of a finished site that would hide the label of a mock from readers."""
    problems = []
    for path in sorted(site.rglob("*")):
        uri = path.relative_to(site).as_posix()
        if path.suffix.lower() in (".css", ".js", ".mjs", ".html") and not _FROM_THEME.match(uri):
            text = path.read_text(encoding="utf-8", errors="replace")
            problems += [_problem(uri, what) for what in dict.fromkeys(_found(uri, text))]
    return problems


def _found(uri: str, text: str) -> Iterator[str]:
    if uri.endswith(".html"):
        yield from (f"a style hides '{one}'" for css in _STYLES.findall(text) for one in _rules(css, tokens=True))
        yield from ("a script changes it" for script in _SCRIPTS.findall(text) if "smm-mock" in script)
        yield from ("the element is hidden" for tag in _LABELLED.findall(text) if _is_hidden(tag))
    elif uri.endswith(".css"):
        yield from (f"a style hides '{one}'" for one in _rules(text, tokens=not _OURS.fullmatch(uri)))
    elif "smm-mock" in text:
        yield "a script changes it"


def _is_hidden(tag: str) -> bool:
    style = _STYLE.search(tag)
    return _HIDDEN.search(_STYLE.sub("", tag)) is not None or bool(style and _HIDES.search(style[1] or style[2] or ""))


@lru_cache(maxsize=64)
def _rules(css: str, *, tokens: bool) -> tuple[str, ...]:
    """Selectors of rules that hide the label.

    Args:
        css: a style sheet.
        tokens: whether it counts to set the colours of the label; the looks do, and their contrast is checked.
    """
    if "mock" not in css.lower():
        return ()
    found = []
    open_: list[Any] = list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    while open_:
        node = open_.pop(0)
        if node.type not in ("qualified-rule", "at-rule") or node.content is None:
            continue
        said = re.sub(r"/\*.*?\*/", "", tinycss2.serialize(node.content), flags=re.DOTALL)
        if node.type == "qualified-rule":
            selectors = tinycss2.serialize(node.prelude).split(",")
            named = [one.strip() for one in selectors if _LABEL.search(one) and _CARD not in one]
            if named and _HIDES.search(said):
                found += named
            elif tokens and _TOKEN.search(said):
                found.append("--smm-mock")
        if "{" in said:  # rules within rules, and those of @media and its like
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            open_ += inner
    return tuple(dict.fromkeys(found))


def _problem(uri: str, what: str) -> Problem:
    message = f"/{uri} takes the label off mocks: {what}"
    return Problem("SMM131", message, "Remove that rule or script. The label may look otherwise; readers must see it.")
