"""What can be ordered: each service with what the client gets, its price, and the work that shows it."""

from __future__ import annotations

from smm_portfolio.content.kinds.profile import Profile, Service
from smm_portfolio.content.library import Entry
from smm_portfolio.site.cards import work_card
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.facets import facets, service_slug, tag
from smm_portfolio.site.frame import make_page
from smm_portfolio.site.pages.about import actions
from smm_portfolio.site.places import Places
from smm_portfolio.site.relations import Work
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import LinkView, OfferView, ProofView, ServicesView
from smm_portfolio.site.words import count, say

PROOFS = 4
"""So many works stand below a service; more are one link away."""


def services_page(context: SiteContext, entry: Entry[Profile], places: Places) -> Page:
    """The page of services."""
    profile = entry.model
    title, summary = places["services"].title, say(context, "services.summary", name=profile.name)
    view = ServicesView(
        title=title,
        lede=summary,
        actions=actions(context, profile, places, but="services"),
        offers=tuple(_offer(context, service) for service in profile.services),
    )
    return make_page(
        context,
        places["services"].uri,
        "services",
        view,
        title=title,
        description=summary,
        layout="wide",
        source=entry.file,
        kind="services",
        in_nav=True,
        smm_sample=say(context, "profile_sample") if profile.sample else "",
    )


def _offer(context: SiteContext, service: Service) -> OfferView:
    slug, price = service_slug(context, service), context.text(service.price)
    value = facets(context).values.get(tag("service", slug))
    works = value.works if value else ()
    listed = facets(context).page_of("service", slug) if len(works) > PROOFS else None
    return OfferView(
        id=f"service-{slug}",
        name=context.text(service.name),
        description=context.text(service.description),
        price=say(context, "price", price=context.format.inside(price).rstrip(".")) if price else "",
        proofs=tuple(_proof(context, work) for work in works[:PROOFS]),
        more=LinkView(text=count(context, "all_works", len(works)), href=listed.href) if listed else None,
    )


def _proof(context: SiteContext, work: Work) -> ProofView:
    card = work_card(context, work, pictured=False)
    return ProofView(
        link=LinkView(text=card.title, href=card.href),
        kind=card.kind,
        result=card.result,
        result_name=card.result_name,
    )
