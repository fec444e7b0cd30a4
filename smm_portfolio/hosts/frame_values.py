"""What the theme templates are told about the site: its names, its contact, and where head and foot lead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smm_portfolio.content.labels import labels
from smm_portfolio.hosts.addresses import language_path
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import portfolio_download
from smm_portfolio.site.places import address
from smm_portfolio.site.tree import NavItem

FOOTER = {"work/": "works", "about/": "about", "services/": "services", "contact/": "contact"}
"""Where the foot of every page leads, and the part of the labels that names each."""


def frame_values(context: SiteContext, nav: tuple[NavItem, ...]) -> Mapping[str, Any]:
    """What the theme templates read from ``config.extra.smm``.

    Args:
        context: the build.
        nav: the generated places.
    """
    library = context.library
    profile = library.profile.model if library.profile else None
    text = context.text
    return {
        "labels": context.labels["site"]["chrome"],
        "language": context.language,
        "home": language_path(context.language, library.languages),
        "site_url": context.site_url,
        "wordmark": text(library.settings.name),
        "contact_line": text(profile.contact_line) if profile else "",
        "contact_url": f"mailto:{profile.email}" if profile and profile.email else "",
        "contact_label": profile.email or "" if profile else "",
        "links": [{"text": text(link.label), "url": link.url} for link in profile.links] if profile else [],
        "small_print": text(profile.small_print) if profile else "",
        "pages": [*_footer(nav), *_portfolio(context)] if nav else [],
        "not_found": _not_found(context, nav),
    }


def _footer(nav: tuple[NavItem, ...]) -> list[dict[str, str]]:
    """Where the foot of every page leads: the work, and the pages about the person."""
    items = [one for item in nav for one in (item, *item.children)]
    found = [one for one in items if one.uri and address(one.uri) in FOOTER]
    return [{"text": one.title, "url": address(one.uri)} for one in found]


def _portfolio(context: SiteContext) -> list[dict[str, str]]:
    """The portfolio as a file, with its pages and size."""
    return [{"text": f"{link.text} ({link.note})", "url": link.href} for link in portfolio_download(context)]


def _not_found(context: SiteContext, nav: tuple[NavItem, ...]) -> list[dict[str, Any]]:
    """What the page of a wrong address says in the other languages: a server has one such page for all of them."""
    languages = context.library.languages
    if context.language != languages[0] or not nav:
        return []
    urls = [place["url"] for place in _footer(nav)]
    found = []
    for language in languages[1:]:
        chrome, pages = labels(language)["site"]["chrome"], labels(language)["pages"]
        folder = language_path(language, languages)
        places = [{"text": chrome["home"], "url": folder}]
        places += [{"text": pages[FOOTER[url]]["title"], "url": f"{folder}{url}"} for url in urls]
        found.append(
            {"lang": language, "title": chrome["not_found"], "text": chrome["not_found_text"], "places": places}
        )
    return found
