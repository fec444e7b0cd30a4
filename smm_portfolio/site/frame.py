"""What every generated page has: its template rendered, and the front matter that layouts and search read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from smm_portfolio.content.library import Entry
from smm_portfolio.site.anchors import with_anchors
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import CrumbsView, LinkView

Layout = Literal["home", "wide", "doc"]
_FEW = 3
"""Fewer headings need no list of contents."""


def make_page(
    context: SiteContext,
    uri: str,
    template: str,
    view: Any,
    *,
    title: str,
    description: str,
    layout: Layout,
    **more: Any,
) -> Page:
    """Render a view into a page.

    Args:
        context: the build.
        uri: path in the docs tree.
        template: page template without ending.
        view: what it shows.
        title: title of the page in the browser and in search results.
        description: one sentence.
        layout: the frame that the look puts around it.
        more: ``source``, ``kind`` and ``in_nav`` of ``Page``; ``tags``, ``smm_mock``, ``smm_sample`` and ``smm_styles``
            (the group of pages whose style sheet it shares) for the front matter.
    """
    place = {key: more.pop(key) for key in ("source", "kind", "in_nav") if key in more}
    draft = Page(uri, title, "", **place)
    rendered = context.templates.page(
        template, view, labels=context.labels["site"], lang=context.language, page_url=draft.url
    )
    body = with_anchors(rendered)
    meta = {"smm_layout": layout, "hide": _hidden(layout, body), **{key: value for key, value in more.items() if value}}
    return Page(uri, title, body, description=description, meta=meta, **place)


def entry_page(context: SiteContext, entry: Entry[Any], uri: str, template: str, view: Any, title: str = "") -> Page:
    """The page of an entry beside the list of its section.

    Args:
        context: the build.
        entry: what the page is about; it has a title and a summary.
        uri: path in the docs tree.
        template: page template without ending.
        view: what it shows.
        title: of the page, where it is not that of the entry.
    """
    return make_page(
        context,
        uri,
        template,
        view,
        title=title or context.text(entry.model.title),
        description=context.text(entry.model.summary),
        layout="doc",
        source=entry.file,
        kind=entry.kind,
        in_nav=True,
    )


def crumbs(here: str, *ups: tuple[str, str]) -> CrumbsView:
    """The way up: pairs of title and address, and where one is."""
    return CrumbsView(links=tuple(LinkView(text=text, href=href) for text, href in ups), here=here)


def unique(words: Iterable[str]) -> list[str]:
    """Words in order, each once, none empty."""
    return list(dict.fromkeys(word for word in words if word))


def _hidden(layout: Layout, body: str) -> list[str]:
    if layout != "doc":
        return ["navigation", "toc"]
    return ["toc"] if body.count("\n## ") < _FEW else []
