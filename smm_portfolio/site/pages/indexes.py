"""Lists of pages of one kind, and the start page where there is no profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.base import Model
from smm_portfolio.site.cards import kind_view
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import make_page
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import NavItem, Page
from smm_portfolio.site.views import IndexView, ItemView
from smm_portfolio.site.words import say

ModelT = TypeVar("ModelT", bound=Model)


def index_page(
    context: SiteContext,
    section: str,
    entries: Iterable[Entry[ModelT]],
    meta: Callable[[ModelT], str],
    more: Iterable[ItemView] = (),
) -> Page:
    """The list of a kind.

    Args:
        context: the build.
        section: folder of its pages, and name of its labels.
        entries: what is listed, in order.
        meta: small facts of an entry.
        more: what else stands in the list, after the entries.
    """
    items = (*(entry_item(context, entry, meta(entry.model)) for entry in entries), *more)
    title, summary = say(context, f"{section}.title"), say(context, f"{section}.summary")
    view = IndexView(title=title, lede=summary, items=items, empty=say(context, f"{section}.empty"))
    return make_page(
        context, f"{section}/index.md", "index", view, title=title, description=summary, layout="doc", in_nav=True
    )


def entry_item(context: SiteContext, entry: Entry[Any], meta: str) -> ItemView:
    """An entry in a list: title, summary, small facts, and the guides that it is printed in."""
    return ItemView(
        title=context.text(entry.model.title),
        href=relations(context).href(entry),
        summary=context.text(entry.model.summary),
        meta=meta,
        kind=kind_view(context, entry) if isinstance(entry.model, Campaign) else None,
        downloads=relations(context).guides_of.get((entry.kind, entry.slug), ()),
    )


def overview_page(context: SiteContext, pages: Iterable[Page], nav: Iterable[NavItem]) -> Page:
    """The start page of a project without a profile: what there is."""
    by_uri = {page.uri: page for page in pages}
    places = [by_uri[uri] for item in nav for uri in _uris(item) if uri in by_uri]
    items = tuple(
        ItemView(title=page.title, href=page.url, summary=page.description) for page in places if page.kind == "index"
    ) or tuple(ItemView(title=page.title, href=page.url, summary=page.description) for page in places)
    settings = context.library.settings
    title = context.text(settings.name)
    summary = context.text(settings.description) or say(context, "overview.summary")
    view = IndexView(title=title, lede=summary, items=items)
    return make_page(context, "index.md", "index", view, title=title, description=summary, layout="wide", in_nav=True)


def _uris(item: NavItem) -> list[str]:
    return [item.uri, *(uri for child in item.children for uri in _uris(child))]
