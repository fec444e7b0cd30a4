"""Ways to narrow the work down: platform, sector, service and kind, and the works of each value.

What has a page and a place in the filter: a value that some works have and others lack, in a portfolio of at least
``FEWEST`` works, and of each facet the ``MOST`` common ones. A value of all works would filter nothing; a list that
fits a glance needs no filter; and a thousand case studies with a sector each must not make a thousand pages.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseKind, CaseStudy, Permission
from smm_portfolio.content.kinds.profile import Service
from smm_portfolio.content.values.scalars import slugify
from smm_portfolio.content.values.text import Text
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import unique
from smm_portfolio.site.relations import Work, relations
from smm_portfolio.site.views import Facet
from smm_portfolio.site.words import term

FACETS: tuple[Facet, ...] = get_args(Facet)
FEWEST = 4
MOST = 12


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet, with the works that have it, the newest first.

    ``label`` is its name at the start of a line; ``slug`` is the same in every language.
    """

    facet: Facet
    slug: str
    label: str
    works: tuple[Work, ...]

    @property
    def tag(self) -> str:
        """How cards and the address of a filtered list name it."""
        return tag(self.facet, self.slug)

    @property
    def href(self) -> str:
        """Address of its page."""
        return f"work/{self.facet}/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Facets:
    """Every value that occurs, by tag, and those with a page, by facet."""

    values: Mapping[str, Value]
    shown: Mapping[Facet, tuple[Value, ...]]

    def page_of(self, facet: Facet, slug: str) -> Value | None:
        """A value that has a page."""
        return next((value for value in self.shown.get(facet, ()) if value.slug == slug), None)


def tag(facet: Facet, slug: str) -> str:
    """A value as cards carry it: ``platform=instagram``."""
    return f"{facet}={slug}"


def facets(context: SiteContext) -> Facets:
    """The facets of all work, made on first use."""
    if "facets" not in context.memo:
        context.memo["facets"] = _facets(context)
    found: Facets = context.memo["facets"]
    return found


def work_values(context: SiteContext, work: Work) -> tuple[tuple[Facet, str, str], ...]:
    """Facet, slug and name of everything that a work is found by; of work on request no more than its page says."""
    model, kind = work.model, "mock" if isinstance(work.model, Campaign) else work.model.kind.value
    found: list[tuple[Facet, str, str]] = []
    if not isinstance(model, CaseStudy) or model.permission is not Permission.ON_REQUEST:
        found += [("platform", one, term(context, "platforms", one)) for one in work_platforms(work)]
    if isinstance(model, CaseStudy):
        found.append(("sector", text_slug(context, model.sector), context.text(model.sector)))
        if model.permission is not Permission.ON_REQUEST:
            found += [("service", text_slug(context, one), service_name(context, one)) for one in model.services]
    return (*found, ("kind", kind, term(context, "kinds", kind)))


def work_platforms(work: Work) -> list[str]:
    """Where a work ran, each platform once."""
    model = work.model
    if isinstance(model, Campaign):
        return unique(channel.platform.value for channel in model.channels)
    return unique(platform.value for platform in model.platforms)


def text_slug(context: SiteContext, text: Text) -> str:
    """A text as a part of addresses, from the default language, so that it is the same in every language.

    Why a checksum: of a name in other letters than Latin ones nothing would be left.
    """
    name = text.pick(context.library.settings.default_language)
    latin = slugify(name)
    return latin if latin != "id" or name.lower() == "id" else f"{zlib.crc32(name.encode()):08x}"


def service_slug(context: SiteContext, service: Service) -> str:
    """The word that case studies name a service of the profile by."""
    return service.id or text_slug(context, service.name)


def service_name(context: SiteContext, text: Text) -> str:
    """A service of a case study: as the profile calls it where it is one of those, else as typed."""
    if "services" not in context.memo:
        profile = context.library.profile
        offered = profile.model.services if profile else ()
        context.memo["services"] = {service_slug(context, one): context.text(one.name) for one in offered}
    return str(context.memo["services"].get(text_slug(context, text)) or context.text(text))


def _facets(context: SiteContext) -> Facets:
    works = relations(context).works
    labels: dict[tuple[Facet, str], str] = {}
    having: dict[tuple[Facet, str], dict[tuple[str, str], Work]] = {}
    for work in works:
        for facet, slug, label in work_values(context, work):
            labels.setdefault((facet, slug), label)
            having.setdefault((facet, slug), {})[(work.kind, work.slug)] = work
    values = [
        Value(facet, slug, context.format.sentence(label), tuple(having[(facet, slug)].values()))
        for (facet, slug), label in labels.items()
    ]
    return Facets(
        {value.tag: value for value in values}, dict(_shown(values, len(works))) if len(works) >= FEWEST else {}
    )


def _shown(values: Iterable[Value], total: int) -> Iterable[tuple[Facet, tuple[Value, ...]]]:
    telling = [value for value in values if len(value.works) < total]
    kinds = [kind.value for kind in CaseKind]
    for facet in FACETS:
        common = sorted((one for one in telling if one.facet == facet), key=lambda one: (-len(one.works), one.slug))
        if facet == "kind":
            common.sort(key=lambda one: kinds.index(one.slug))
        if common:
            yield facet, tuple(common[:MOST])
