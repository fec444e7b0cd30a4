"""The whole of one language for a host: generated pages, the look's files, and what the templates are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from smm_portfolio.campaigns.pages import campaign_pages
from smm_portfolio.deliverables.files import campaign_files
from smm_portfolio.deliverables.post_pictures import post_pictures
from smm_portfolio.hosts.contexts import site_context
from smm_portfolio.hosts.frame_values import frame_values
from smm_portfolio.hosts.session import CACHE, Dressed, Request
from smm_portfolio.pictures import prepare
from smm_portfolio.print.share import share_pictures, share_uris
from smm_portfolio.site.compile import compile_tree
from smm_portfolio.site.context import DocumentFacts, SiteContext
from smm_portfolio.site.heads import head_assets, head_values
from smm_portfolio.site.places import address
from smm_portfolio.site.sharing import shared_pages
from smm_portfolio.site.tree import Asset, NavItem, Page, Tree
from smm_portfolio.site.web_assets import FOLDER, WebFiles, web_files

WORK = "work/index.md"
CAMPAIGNS = "campaigns/index.md"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a host asks for.

    Args:
        portfolio: everything but campaigns.
        campaigns: campaign pages.
        linked: whether the site has campaign pages, from this host or another; without them nothing links to them.
        chrome: our header, footer and page templates; without it pages keep the host site's own look.
    """

    portfolio: bool = True
    campaigns: bool = True
    linked: bool = True
    chrome: bool = True


@dataclass(frozen=True, slots=True)
class Assembly:
    """One language, complete.

    Args:
        context: the circumstances that the pages were made in.
        tree: generated pages and navigation.
        files: style sheet, script, fonts.
        overrides: folders of theme templates, the nearest first; empty without chrome.
        extra: values for the theme templates.
        pictures: address of the share picture by page path; ``""`` for pages without one of their own.
    """

    context: SiteContext
    tree: Tree
    files: WebFiles
    overrides: tuple[Path, ...]
    extra: Mapping[str, Any]
    pictures: Mapping[str, str] = field(default_factory=dict)


def assemble(
    dressed: Dressed,
    request: Request,
    language: str,
    scope: Scope,
    today: dt.date,
    taken: frozenset[str] = frozenset(),
) -> Assembly:
    """Compile a library for one language.

    Args:
        dressed: checked content with its look and fonts.
        request: what the build was asked for.
        language: language of the pages.
        scope: which pages, and whether the site's frame is ours.
        today: the day of the build.
        taken: addresses of hand-written pages, which win over generated ones.
    """
    library, look = dressed.library, dressed.look
    ready = prepare(library, whole_site=scope.chrome).pictures
    if not scope.linked:
        library = replace(library, campaigns=())
    context = replace(site_context(dressed, language, today, request, library), pictures=ready)
    given = _campaign_files(context, dressed, request) if scope.campaigns else {}
    sizes = {uri: DocumentFacts(0, len(content)) for uri, content in given.items()}
    context = replace(context, documents={**context.documents, **sizes})
    tree = compile_tree(context, taken) if scope.portfolio else Tree(language)
    pages: tuple[Page, ...] = tree.pages
    if scope.campaigns:
        pages += campaign_pages(context)
    written = frozenset(address(uri) for uri in taken)
    pages = tuple(page for page in pages if page.url not in written)
    assets, pictures = (*tree.assets, *(Asset(uri, content) for uri, content in given.items())), {}
    if scope.chrome:
        shown = {"", *(page.uri for page in pages)}
        drawn = _pictures(context, dressed) if request.pictured else {}
        drawn = {uri: content for uri, content in drawn.items() if uri in shown}
        pictures = share_uris(drawn, FOLDER)
        pages = shared_pages(context, pages, pictures)
        assets += head_assets(context, look, dressed.fonts)
        assets += tuple(Asset(pictures[uri], content) for uri, content in drawn.items())
    return Assembly(
        context,
        Tree(language, pages, assets, _with_campaigns(tree.nav, context)),
        web_files(look, dressed.fonts, chrome=scope.chrome),
        look.folders("web/overrides") if scope.chrome else (),
        {**frame_values(context, tree.nav), **head_values(look)},
        pictures,
    )


def _campaign_files(context: SiteContext, dressed: Dressed, request: Request) -> dict[str, bytes]:
    """What campaigns give away; their posts as pictures only where this build makes documents."""
    pictures = post_pictures(context, dressed.look, dressed.fonts, _cache(dressed)) if request.pictured else {}
    return {**campaign_files(context), **pictures}


def _cache(dressed: Dressed) -> Path:
    return dressed.library.root / CACHE


def draw_pictures(dressed: Dressed, request: Request, today: dt.date) -> None:
    """Make the pictures of every language at once, so that the build of a language finds them in the cache."""
    for language in dressed.library.languages:
        context = site_context(dressed, language, today, request)
        _pictures(context, dressed)
        post_pictures(context, dressed.look, dressed.fonts, _cache(dressed))


def _pictures(context: SiteContext, dressed: Dressed) -> dict[str, bytes]:
    """Share pictures, which are of use only where their whole address can be named."""
    if not context.site_url:
        return {}
    return share_pictures(context, dressed.look, dressed.fonts, _cache(dressed))


def _with_campaigns(nav: tuple[NavItem, ...], context: SiteContext) -> tuple[NavItem, ...]:
    """The navigation with the campaigns beside the other work, where the site has any."""
    if not context.library.campaigns:
        return nav
    title = str(context.labels["pages"]["campaigns"]["title"])
    campaigns = NavItem(title, CAMPAIGNS)
    if any(item.uri == WORK for item in nav):
        return tuple(replace(item, children=(*item.children, campaigns)) if item.uri == WORK else item for item in nav)
    return (*nav, campaigns)
