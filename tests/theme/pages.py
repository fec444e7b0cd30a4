"""Pages rendered for tests, and what a browser would find wrong with their HTML."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import markdown
import yaml

from smm_portfolio import resources
from smm_portfolio.site.templates import PageTemplates

EXTENSIONS = ["md_in_html", "attr_list", "tables", "toc", "admonition", "pymdownx.superfences", "pymdownx.magiclink"]
WEB = resources.themes_dir() / "base" / "web"
TEMPLATES = PageTemplates([WEB])


@cache
def labels(lang: str) -> dict[str, object]:
    return yaml.safe_load((resources.locales_dir() / f"{lang}.yml").read_text(encoding="utf-8"))["site"]


def page_markdown(name: str, view: object, lang: str = "nl", url: str = "work/bakery/") -> str:
    return TEMPLATES.page(name, view, labels=labels(lang), lang=lang, page_url=url)


def page_html(name: str, view: object, lang: str = "nl") -> str:
    return markdown.markdown(page_markdown(name, view, lang), extensions=EXTENSIONS)


class _Nesting(HTMLParser):
    VOID = frozenset(("br", "img", "input", "hr", "path", "rect", "circle", "wbr", "source"))

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if "markdown" in found:
            self.faults.append(f"<{tag} markdown> was left over at line {self.getpos()[0]}")
        if found.get("id"):
            self.ids.append(found["id"])
        if tag in ("div", "ul", "ol", "table", "section", "li", "p") and self.stack and self.stack[-1] == "p":
            self.faults.append(f"<{tag}> inside <p> at line {self.getpos()[0]}")
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        if not self.stack or self.stack.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing at line {self.getpos()[0]}")


def faults(html: str) -> list[str]:
    """Tags that do not nest, paragraphs that hold blocks, ids used twice, Markdown that was not read."""
    parser = _Nesting()
    parser.feed(html)
    parser.close()
    twice = sorted({f"id {name} twice" for name in parser.ids if parser.ids.count(name) > 1})
    raw = [f"left over: {match}" for match in re.findall(r"^(?:## .*|.*\{ #.*\}.*|\*\*.*)$", html, re.MULTILINE)]
    return [*parser.faults, *(f"<{tag}> is never closed" for tag in parser.stack), *twice, *raw]
