"""What other sites show of hand-written pages: title and description from their front matter."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from smm_portfolio.hosts.addresses import language_path
from smm_portfolio.hosts.assembly import Assembly
from smm_portfolio.hosts.handwritten import Variant
from smm_portfolio.site.sharing import share
from smm_portfolio.site.structured import Place, written_data
from smm_portfolio.site.tree import Page


def written_meta(
    assembly: Assembly, variant: Variant, titles: Mapping[str, str], head: Mapping[str, Any], title: str, content: str
) -> dict[str, Any]:
    """Card and structured data of a hand-written page, for its front matter.

    Args:
        assembly: the language that it is built with.
        variant: the page.
        titles: titles of hand-written pages by address, for the way up.
        head: its own front matter.
        title: its title.
        content: its text as HTML.
    """
    context = assembly.context
    path = Page(variant.uri, "", "").url
    folder = language_path(variant.language, context.library.languages)
    place = Place(
        path,
        html.unescape(title),
        str(head.get("description") or context.text(context.library.settings.description)),
        f"{context.site_url}{folder}{path}" if context.site_url else "",
        variant.language,
    )
    known = {**titles, **{page.url: page.title for page in assembly.tree.pages}}
    picture = assembly.pictures.get(variant.uri, assembly.pictures.get("", ""))
    card = share(context, place, languages=variant.languages, picture=picture, picture_alt=place.title)
    data = written_data(context, place, known, content if head.get("faq") is True else "")
    return {"smm_share": card.meta(), "smm_data": data}


def written_titles(heads: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Titles of hand-written pages by address; those without one in their front matter are left out."""
    return {Page(uri, "", "").url: str(head["title"]) for uri, head in heads.items() if head.get("title")}
