"""What a page is, as schema.org data (JSON-LD) that search engines read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.faq import questions
from smm_portfolio.site.occupations import occupations
from smm_portfolio.site.people import author, home_data, person_data
from smm_portfolio.site.tree import Page
from smm_portfolio.site.words import say
from smm_portfolio.site.works_data import work_data

Data = dict[str, Any]
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Signs that could end the script element or its line; inside JSON strings their codes mean the same."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page as others see it: title, description, address below the language's root, absolute address, language."""

    path: str
    title: str
    description: str
    url: str
    language: str

    @classmethod
    def of(cls, context: SiteContext, path: str, title: str, description: str) -> Place:
        """A page in the language of the build."""
        url = f"{context.language_url}{path}" if context.site_url else ""
        return cls(path, title, description, url, context.language)


def generated_data(context: SiteContext, page: Page, place: Place, titles: Mapping[str, str], picture: str = "") -> str:
    """The data of a generated page as the text of its script element; empty where there is nothing to say."""
    return script_text([*_of_kind(context, page, place, picture), *breadcrumbs(context, place, titles)])


def written_data(context: SiteContext, place: Place, titles: Mapping[str, str], faq_html: str = "") -> str:
    """The data of a hand-written page.

    Args:
        context: the build.
        place: the page.
        titles: titles of pages by address, for the way up.
        faq_html: the page's HTML where its front matter says ``faq: true``.
    """
    asked = questions(faq_html)
    faq = [{"@type": "FAQPage", **identity(place), "name": place.title, "mainEntity": asked}] if asked else []
    return script_text([*faq, *breadcrumbs(context, place, titles)])


def identity(place: Place) -> Data:
    """Address, where it is known, and language."""
    return {**({"url": place.url} if place.url else {}), "inLanguage": place.language}


def breadcrumbs(context: SiteContext, place: Place, titles: Mapping[str, str]) -> list[Data]:
    """The way from home to a page through the folders that have a page; nothing without the site's address."""
    if not context.site_url or not place.path:
        return []
    parts = place.path.rstrip("/").split("/")
    folders = ["/".join(parts[:depth]) + "/" for depth in range(1, len(parts))]
    steps = [("", say(context, "home")), *((one, titles[one]) for one in folders if one in titles)]
    steps.append((place.path, place.title))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": f"{context.language_url}{path}"}
        for number, (path, name) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def script_text(graph: list[Data]) -> str:
    """JSON that cannot end the script element which it stands in."""
    if not graph:
        return ""
    document = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _of_kind(context: SiteContext, page: Page, place: Place, picture: str) -> list[Data]:
    said = identity(place)
    if page.uri == "index.md":
        return [{**home_data(context, place.title, place.description), **said}]
    if page.kind in ("about", "services", "contact"):
        return [{**person_data(context, page.kind, place.title, place.description), **said}]
    if page.uri.startswith("work/") and page.kind == "index":
        return [{"@type": "CollectionPage", "name": place.title, "description": place.description, **said}]
    entry = next((one for one in context.library.entries() if one.file == page.source), None) if page.source else None
    if entry is None:
        return []
    if page.kind in ("case_study", "campaign"):
        more: Data = {"image": picture} if picture else {}
        return [{**work_data(context, entry.model, place.title, place.description), **said, **author(context), **more}]
    return occupations(context, entry.model) if page.kind == "salary_table" else []
