"""Who the site is about, as schema.org data."""

from __future__ import annotations

from typing import Any

from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.words import say

Data = dict[str, Any]


def home_data(context: SiteContext, title: str, description: str) -> Data:
    """The home page: that of a person, else of a site."""
    profile = context.library.profile
    if profile is None:
        return {"@type": "WebSite", "name": title, **({"description": description} if description else {})}
    model, text = profile.model, context.text
    person: Data = {**_name(context), "jobTitle": text(model.role), "description": text(model.headline)}
    if model.sample:
        person["disambiguatingDescription"] = say(context, "profile_sample")
    if model.email:
        person["email"] = f"mailto:{model.email}"
    if model.languages:
        person["knowsLanguage"] = [one.language for one in model.languages]
    if model.links:
        person["sameAs"] = [link.url for link in model.links]
    return {"@type": "ProfilePage", "name": title, "mainEntity": person}


def author(context: SiteContext) -> Data:
    """Who made a work, for the data of its page; empty without a profile."""
    return {"author": _name(context)} if context.library.profile else {}


def _name(context: SiteContext) -> Data:
    profile = context.library.profile
    assert profile is not None
    home = {"@id": f"{context.language_url}#me", "url": context.language_url} if context.site_url else {}
    return {"@type": "Person", "name": profile.model.name, **home}
