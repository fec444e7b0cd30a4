"""How to reach somebody: e-mail, telephone, profiles elsewhere, and what to say first. No form: nothing is sent."""

from __future__ import annotations

import re

from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.library import Entry
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import make_page
from smm_portfolio.site.pages.about import profile_facts
from smm_portfolio.site.pages.results import ended
from smm_portfolio.site.places import Places
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import ContactView, LinkView
from smm_portfolio.site.words import say


def contact_page(context: SiteContext, entry: Entry[Profile], places: Places) -> Page:
    """The page of contact."""
    profile, text = entry.model, context.text
    title, summary = places["contact"].title, say(context, "contact.summary", name=profile.name)
    view = ContactView(
        title=title,
        lede=summary,
        email=LinkView(text=profile.email, href=f"mailto:{profile.email}") if profile.email else None,
        phone=LinkView(text=profile.phone, href=tel(profile.phone)) if profile.phone else None,
        facts=profile_facts(context, profile),
        links_label=say(context, "elsewhere"),
        links=tuple(LinkView(text=text(link.label), href=link.url) for link in profile.links),
        first_message=text(profile.first_message),
    )
    return make_page(
        context,
        places["contact"].uri,
        "contact",
        view,
        title=title,
        description=f"{summary} {ended(context.format.sentence(text(profile.availability)))}".rstrip(),
        layout="wide",
        source=entry.file,
        kind="contact",
        in_nav=True,
        smm_sample=say(context, "profile_sample") if profile.sample else "",
    )


def tel(number: str) -> str:
    """A telephone number as a link: digits and a plus in front; the (0) in +31 (0)6 is not dialled."""
    bare = number.replace("(0)", "") if number.strip().startswith("+") else number
    plus = "+" if bare.strip().startswith("+") else ""
    return f"tel:{plus}{re.sub(r'[^0-9]', '', bare)}"
