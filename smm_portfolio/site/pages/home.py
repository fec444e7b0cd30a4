"""The home page: who, what for whom, strongest result, work, skills, contact."""

from __future__ import annotations

from smm_portfolio.content.kinds.case_study import CaseKind, Permission
from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.library import Entry
from smm_portfolio.site.cards import result_name, work_card
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.figures import first_told, periods_words
from smm_portfolio.site.frame import make_page
from smm_portfolio.site.markdown_text import literal, markdown_link
from smm_portfolio.site.pages.about import mail_link, spoken
from smm_portfolio.site.pages.results import sentences
from smm_portfolio.site.pages.skills import strongest_skills
from smm_portfolio.site.places import Places
from smm_portfolio.site.relations import Work, client_name, relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import FactView, HomeView, LeadView, LinkView
from smm_portfolio.site.words import count, plain, say

WORKS = 6
SKILLS = 5


def home_page(context: SiteContext, entry: Entry[Profile], places: Places) -> Page:
    """The home page of a profile; where there are pages about the person, it leads to them and says less."""
    profile = entry.model
    headline = context.text(profile.headline)
    return make_page(
        context,
        "index.md",
        "home",
        home_view(context, profile, places),
        title=profile.name,
        description=headline,
        layout="home",
        source=entry.file,
        kind=entry.kind,
        in_nav=True,
        smm_sample=say(context, "profile_sample") if profile.sample else "",
    )


def home_view(context: SiteContext, profile: Profile, places: Places) -> HomeView:
    """Everything on the home page."""
    text = context.text
    works = _selected(context, profile)
    skills = strongest_skills(context, SKILLS)
    total = len(relations(context).works)
    return HomeView(
        name=profile.name,
        role=text(profile.role),
        title=text(profile.headline),
        lede=text(profile.lede),
        contact=mail_link(context, profile),
        actions=(LinkView(text=say(context, "see_work"), href="work/"),) if total else (),
        availability=text(profile.availability),
        lead=_lead(context, profile),
        works=tuple(work_card(context, work) for work in works),
        works_all=LinkView(text=count(context, "all_works", total), href="work/") if total else None,
        skills=skills,
        skills_all=LinkView(text=say(context, "all_skills"), href="skills/") if skills else None,
        services=tuple(
            FactView(term=text(one.name), value=_service(context, text(one.description), text(one.price)))
            for one in profile.services
        ),
        services_all=_link(context, places, "services", "services.all"),
        about_lead=text(profile.about_lead),
        about=_opening(text(profile.about)) if "about" in places else _about(context, profile),
        about_link=_link(context, places, "about", "about.more"),
    )


def _link(context: SiteContext, places: Places, name: str, label: str) -> LinkView | None:
    return LinkView(text=say(context, label), href=places[name].href) if name in places else None


def _opening(story: str) -> str:
    """The first paragraph of the story, where the whole of it has a page."""
    paragraphs = (part.strip() for part in story.split("\n\n"))
    return next((part for part in paragraphs if part and not part.startswith("#")), "")


def _selected(context: SiteContext, profile: Profile) -> list[Work]:
    """The works that the profile names, else the newest."""
    known = relations(context)
    chosen = [known.work_by_slug[slug] for slug in profile.selected if slug in known.work_by_slug]
    return chosen or list(known.works[:WORKS])


def _lead(context: SiteContext, profile: Profile) -> LeadView | None:
    """The strongest result: that of the case which the profile names, else of the newest real case."""
    known = relations(context)
    shown = [work for work in known.cases if work.model.permission is not Permission.ON_REQUEST]
    named = [work for work in shown if work.slug == profile.strongest]
    work = next(iter([*named, *(one for one in shown if one.model.kind is not CaseKind.MOCK)]), None)
    if work is None:
        return None
    told = first_told(context, work.model)
    if not told.baseline or not told.result:
        return None
    source = say(context, "source", source=told.source) if told.source else ""
    where = ", ".join(part for part in (client_name(context, work.model), periods_words(context, told.metric)) if part)
    return LeadView(
        baseline=told.baseline,
        result=told.result,
        name=result_name(context, work.model, told.name),
        delta=told.change,
        source=sentences(where, source) + "." * (not source),
        link=LinkView(text=say(context, "read_case"), href=known.href(work)),
        ratio=float(told.ratio) if told.ratio is not None else None,
    )


def _service(context: SiteContext, description: str, price: str) -> str:
    words = plain(description)
    return f"{words} {say(context, 'price', price=context.format.inside(price).rstrip('.'))}." if price else words


def _about(context: SiteContext, profile: Profile) -> str:
    """The longer story, languages and profiles elsewhere, as Markdown."""
    parts = [context.text(profile.about)]
    if profile.languages:
        parts.append(f"**{literal(say(context, 'languages'))}:** {literal(spoken(context, profile))}.")
    if profile.links:
        links = ", ".join(markdown_link(context.text(one.label), one.url) for one in profile.links)
        parts.append(f"**{literal(say(context, 'elsewhere'))}:** {links}")
    return "\n\n".join(part for part in parts if part)
