"""What other sites show of a page when somebody shares it, as data for the templates and for front matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from babel.core import get_global

from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.structured import Place, generated_data
from smm_portfolio.site.tree import Page

_TYPES = {"case_study": "article", "campaign": "article", "profile": "profile", "about": "profile"}
_BRITISH = {"en": "en_GB"}
"""Our own words are British English, which the likeliest territory of a language does not tell."""


@dataclass(frozen=True, slots=True)
class Share:
    """One page as a card on other sites.

    Args:
        title: without the name of the site.
        description: one sentence.
        url: absolute address, or empty.
        type: of Open Graph: website, profile or article.
        locale: such as ``nl_NL``.
        other_locales: those of the same page in other languages.
        picture: absolute address of a picture of 1200 by 630 pixels, or empty.
        picture_alt: what stands on it.
    """

    title: str
    description: str
    url: str
    type: str
    locale: str
    other_locales: tuple[str, ...] = ()
    picture: str = ""
    picture_alt: str = ""

    def meta(self) -> dict[str, object]:
        """As plain data."""
        return {**asdict(self), "other_locales": list(self.other_locales)}


def og_locale(language: str) -> str:
    """A language as Open Graph writes it, with its likeliest territory (CLDR)."""
    likely = str(get_global("likely_subtags").get(language, language)).split("_")
    return _BRITISH.get(language) or (f"{language}_{likely[-1]}" if len(likely) > 1 else language)


def share(
    context: SiteContext,
    place: Place,
    *,
    kind: str = "",
    languages: Iterable[str] = (),
    picture: str = "",
    picture_alt: str = "",
) -> Share:
    """The card of a page.

    Args:
        context: the build.
        place: title, description, address and language of the page.
        kind: of the entry behind it.
        languages: those that the page has a text of its own in.
        picture: address of its picture below the language's root, or empty.
        picture_alt: what stands on the picture.
    """
    pictured = picture if context.site_url else ""
    return Share(
        title=place.title,
        description=place.description,
        url=place.url,
        type=_TYPES.get(kind, "website"),
        locale=og_locale(place.language),
        other_locales=tuple(og_locale(one) for one in languages if one != place.language),
        picture=f"{context.language_url}{pictured}" if pictured else "",
        picture_alt=picture_alt if pictured else "",
    )


def shared_pages(context: SiteContext, pages: Iterable[Page], pictures: Mapping[str, str]) -> tuple[Page, ...]:
    """Generated pages with their cards and their structured data in the front matter.

    Args:
        context: the build.
        pages: of one language.
        pictures: address of the picture of a page by the page's path; the one at ``""`` stands for all others.
    """
    listed = tuple(pages)
    titles = {page.url: page.title for page in listed}
    often = Counter(titles.values())
    named = (_titled(context, page, titles, alone=often[page.title] == 1) for page in listed)
    return tuple(_shared(context, page, titles, pictures) for page in named)


def _titled(context: SiteContext, page: Page, titles: Mapping[str, str], *, alone: bool) -> Page:
    """A page with a title for tabs and search results that no other page of the language has.

    The home page says what its owner is, since a search for a name finds many; of pages with the same title each says
    which list it stands in.
    """
    name, profile = context.text(context.library.settings.name), context.library.profile
    above = titles.get(f"{page.url.rstrip('/').rpartition('/')[0]}/", "")
    if page.url == "" and profile:
        title = f"{name} – {context.text(profile.model.role)}"
    elif above and not alone:
        title = f"{page.title} · {above} – {name}"
    else:
        return page
    return replace(page, meta={"smm_head_title": title, **page.meta})


def _shared(context: SiteContext, page: Page, titles: Mapping[str, str], pictures: Mapping[str, str]) -> Page:
    place = Place.of(context, page.url, page.title, page.description)
    # a work never falls back on the common picture, which would not say that it is a mock
    common = "" if page.kind in ("case_study", "campaign") else pictures.get("", "")
    card = share(
        context,
        place,
        kind=page.kind,
        languages=context.library.languages,
        picture=pictures.get(page.uri, common),
        picture_alt=page.title,
    )
    data = generated_data(context, page, place, titles, card.picture)
    return replace(page, meta={**page.meta, "smm_share": card.meta(), "smm_data": data})
