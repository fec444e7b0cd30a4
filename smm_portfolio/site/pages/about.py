"""The page about the person: lead, story, facts, skills with their evidence, files to take along."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.library import Entry
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import portfolio_download
from smm_portfolio.site.frame import make_page
from smm_portfolio.site.pages.skills import strongest_skills
from smm_portfolio.site.pictures import file_view
from smm_portfolio.site.places import Places
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import AboutView, FactView, LinkView
from smm_portfolio.site.words import say, term

SKILLS = 5
_MEGABYTE = 1_000_000


def about_page(context: SiteContext, entry: Entry[Profile], places: Places) -> Page:
    """The page about the person."""
    profile = entry.model
    return make_page(
        context,
        places["about"].uri,
        "about",
        about_view(context, profile, places),
        title=places["about"].title,
        description=context.text(profile.about_lead) or context.text(profile.headline),
        layout="wide",
        source=entry.file,
        kind="about",
        in_nav=True,
        smm_sample=say(context, "profile_sample") if profile.sample else "",
    )


def about_view(context: SiteContext, profile: Profile, places: Places) -> AboutView:
    """Everything on the page."""
    text = context.text
    skills = strongest_skills(context, SKILLS)
    return AboutView(
        title=places["about"].title,
        name=profile.name,
        role=text(profile.role),
        lead=text(profile.about_lead),
        portrait=file_view(context, profile.portrait, place="portrait") if profile.portrait else None,
        actions=actions(context, profile, places, but="about"),
        story=text(profile.about),
        facts=profile_facts(context, profile),
        skills=skills,
        skills_all=LinkView(text=say(context, "all_skills"), href="skills/") if skills else None,
        downloads=(*_files(context, profile), *portfolio_download(context)),
    )


def actions(context: SiteContext, profile: Profile, places: Places, *, but: str) -> tuple[LinkView, ...]:
    """What to do next: write, and the other pages about the person."""
    found = [mail] if (mail := mail_link(context, profile)) else []
    others = [place for name, place in places.items() if name not in (but, "about")]
    return (*found, *(LinkView(text=place.title, href=place.href) for place in others))


def mail_link(context: SiteContext, profile: Profile) -> LinkView | None:
    """The button that starts a message."""
    if not profile.email:
        return None
    return LinkView(text=say(context, "mail", name=profile.name.split()[0]), href=f"mailto:{profile.email}")


def profile_facts(context: SiteContext, profile: Profile) -> tuple[FactView, ...]:
    """When, where and in which languages somebody works."""
    rows = (
        (say(context, "about.available"), context.text(profile.availability)),
        (say(context, "about.where"), context.text(profile.location)),
        (say(context, "languages"), spoken(context, profile)),
    )
    return tuple(FactView(term=name, value=value) for name, value in rows if value)


def spoken(context: SiteContext, profile: Profile) -> str:
    """Languages with how well, in words: Nederlands (moedertaal) en Engels (vloeiend)."""
    if not profile.languages:
        return ""
    known = (
        f"{context.format.language_name(one.language)} ({term(context, 'language_levels', one.level)})"
        for one in profile.languages
    )
    return context.format.sentence(context.format.listing(known))


def _files(context: SiteContext, profile: Profile) -> tuple[LinkView, ...]:
    """Files that the profile names, each with its kind and size."""
    links = []
    for one in profile.downloads:
        path = context.library.docs / one.file
        links.append(LinkView(text=context.text(one.label), href=one.file, note=_note(context, path)))
    return tuple(links)


def _note(context: SiteContext, path: Path) -> str:
    """Kind and size of a file: PDF, 240 kB."""
    size = path.stat().st_size
    large = size >= _MEGABYTE
    number = context.format.number(size / (_MEGABYTE if large else 1000), 1 if large else 0)
    amount = say(context, f"documents.{'megabytes' if large else 'kilobytes'}", n=number)
    kind = path.suffix.removeprefix(".").upper()
    return f"{kind}, {amount}" if kind else amount
