"""What a browser would be told by prose, rendered as the reference site renders it."""

from __future__ import annotations

import html
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "del", "details", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "img", "input", "ins", "kbd", "label", "li", "mark", "ol", "p", "pre", "s", "section", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
RISKY = re.compile(r"on\w*|style|srcset|srcdoc|action|formaction|background|poster|data|ping|xlink:href|http-equiv")
MORE = ("pymdownx.betterem", "pymdownx.caret", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink",
        "pymdownx.mark", "pymdownx.tasklist", "pymdownx.tilde")  # fmt: skip


@cache
def _converter(which: str) -> Markdown:
    """`site`: as mkdocs.yml says; `more`: with what Material's documentation adds; `bare`: MkDocs without settings."""
    listed: list[Any] = ["toc", "tables", "fenced_code"]
    if which != "bare":
        config = Path(__file__).parents[2] / "mkdocs.yml"
        listed = yaml.safe_load(config.read_text(encoding="utf-8"))["markdown_extensions"]
    names = [next(iter(one)) if isinstance(one, dict) else one for one in listed]
    options = {name: content for one in listed if isinstance(one, dict) for name, content in one.items()}
    return Markdown(extensions=[*names, *(MORE if which == "more" else ())], extension_configs=options)


def render(text: str, which: str) -> str:
    """HTML of a text, and of its headings as the table of contents shows them."""
    converter = _converter(which)
    body = converter.reset().convert(text)
    return body + "".join(_names(getattr(converter, "toc_tokens", [])))


def _names(tokens: list[Any]) -> list[str]:
    return [name for token in tokens for name in (token["name"], *_names(token["children"]))]


class _Dangers(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if RISKY.fullmatch(name) and not re.fullmatch(r"text-align: (left|right|center);", value or ""):
                self.found.append(f"{tag} {name}")
            if name in ("href", "src"):
                self._address(tag, name, re.sub(r"[\t\r\n]", "", value or "").strip("".join(map(chr, range(33)))))

    def _address(self, tag: str, name: str, url: str) -> None:
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", url)
        if name == "src" and (scheme or re.match(r"[/\\]{2}", url)):
            self.found.append(f"{tag} src {url}")
        if scheme and scheme[1].lower() not in ("http", "https", "mailto", "tel"):
            self.found.append(f"{tag} {name} {url}")

    handle_startendtag = handle_starttag

    def handle_comment(self, data: str) -> None:
        self.found.append("<!--")

    def handle_decl(self, decl: str) -> None:
        self.found.append("<!")

    def handle_pi(self, data: str) -> None:
        self.found.append("<?")


def dangers(text: str, which: str) -> list[str]:
    """Everything in the rendered text that Markdown alone would not make: tags, attributes, addresses."""
    parser = _Dangers()
    parser.feed(render(text, which))
    parser.close()
    return parser.found


def text_of(markup: str) -> str:
    """The words of some HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))
