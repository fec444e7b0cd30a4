"""Who the site is about, as schema.org data."""

from __future__ import annotations

from typing import Any

from smm_portfolio.content.kinds.profile import Profile, Service
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.words import plain, say

Data = dict[str, Any]


def home_data(context: SiteContext, title: str, description: str) -> Data:
    """The home page: that of a person, else of a site."""
    profile = context.library.profile
    if profile is None:
        return {"@type": "WebSite", "name": title, **({"description": description} if description else {})}
    return {"@type": "ProfilePage", "name": title, "mainEntity": _person(context, profile.model)}


def person_data(context: SiteContext, page: str, title: str, description: str) -> Data:
    """A page about the person.

    Args:
        context: the build.
        page: about, services or contact.
        title: of the page.
        description: of the page.
    """
    assert context.library.profile is not None
    profile = context.library.profile.model
    said: Data = {"name": title, "description": description}
    if page == "about":
        return {"@type": "AboutPage", **said, "mainEntity": _person(context, profile)}
    if page == "contact":
        return {"@type": "ContactPage", **said, "mainEntity": {**_person(context, profile), **_reach(context, profile)}}
    offers = [_offer(context, service) for service in profile.services]
    catalogue = {"@type": "OfferCatalog", "name": title, "itemListElement": offers}
    return {"@type": "WebPage", **said, "mainEntity": catalogue}


def _person(context: SiteContext, profile: Profile) -> Data:
    text = context.text
    person: Data = {**_name(context), "jobTitle": text(profile.role), "description": text(profile.headline)}
    if profile.sample:
        person["disambiguatingDescription"] = say(context, "profile_sample")
    if profile.email:
        person["email"] = f"mailto:{profile.email}"
    if profile.portrait and context.site_url:
        person["image"] = f"{context.language_url}{profile.portrait.file}"
    if profile.languages:
        person["knowsLanguage"] = [one.language for one in profile.languages]
    if profile.links:
        person["sameAs"] = [link.url for link in profile.links]
    return person


def _reach(context: SiteContext, profile: Profile) -> Data:
    """How to reach somebody, without what is not known."""
    known = {"email": profile.email and f"mailto:{profile.email}", "telephone": profile.phone}
    point = {name: value for name, value in known.items() if value}
    if not point:
        return {}
    spoken = [one.language for one in profile.languages]
    more = {"availableLanguage": spoken} if spoken else {}
    return {"contactPoint": {"@type": "ContactPoint", "contactType": say(context, "contact.title"), **point, **more}}


def _offer(context: SiteContext, service: Service) -> Data:
    name = context.text(service.name)
    sold = {"@type": "Service", "name": name, "description": plain(context.text(service.description))}
    price = {"description": context.text(service.price)} if service.price else {}
    return {"@type": "Offer", "name": name, **price, "itemOffered": {**sold, "provider": _name(context)}}


def author(context: SiteContext) -> Data:
    """Who made a work, for the data of its page; empty without a profile."""
    return {"author": _name(context)} if context.library.profile else {}


def _name(context: SiteContext) -> Data:
    profile = context.library.profile
    assert profile is not None
    # one person in every language
    home = {"@id": f"{context.site_url}#me", "url": context.language_url} if context.site_url else {}
    return {"@type": "Person", "name": profile.model.name, **home}
