"""The library as one portfolio: cover with person and offer, work, skills with their evidence, contact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from smm_portfolio.content.kinds.case_study import Permission
from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.library import Entry
from smm_portfolio.print.case_frames import picture_frame
from smm_portfolio.print.case_view import case_sheet, contact_view, html, last_day, shown_address, web_view
from smm_portfolio.print.part_views import FactView
from smm_portfolio.print.portfolio_views import (
    AboutView,
    PortfolioView,
    ServiceView,
    SkillRowView,
    SkillTableView,
)
from smm_portfolio.print.portfolio_works import (
    anchor,
    campaign_block,
    campaigns_among,
    cases_among,
    full_title,
    overview,
)
from smm_portfolio.print.views import ContentsView, CoverView, LogoView
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import portfolio_works
from smm_portfolio.site.pages.skills import skill_view
from smm_portfolio.site.relations import Work, relations
from smm_portfolio.site.views import LinkView, SkillView
from smm_portfolio.site.words import say, term

_PORTRAIT = (40.0, 50.0)


def portfolio_view(
    context: SiteContext, entry: Entry[Profile], paper: PaperSize, logo: LogoView | None = None
) -> PortfolioView:
    """The portfolio of a profile in one language, on a sheet of paper."""
    profile, text = entry.model, context.text
    works = portfolio_works(context.library)
    words = context.labels["print"]["portfolio"]
    skills = _skills(context, works)
    return PortfolioView(
        lang=context.language,
        title=words["title"].format(name=profile.name),
        author=profile.name,
        description=text(profile.headline),
        cover=_cover(context, profile, works, logo),
        contents=_contents(context, profile, works, has_skills=bool(skills)),
        about=_about(context, profile),
        services=tuple(
            ServiceView(name=text(one.name), text=html(context, text(one.description)), price=text(one.price))
            for one in profile.services
        ),
        overview=overview(context, works),
        cases=tuple(case_sheet(context, one, paper, alone=False) for one in cases_among(works)),
        campaigns=tuple(campaign_block(context, one) for one in campaigns_among(works)),
        skills=skills,
        on_request=_on_request(context),
        on_request_text=say(context, "case.request_text"),
        contact=contact_view(context),
        contact_facts=_contact_facts(context, profile),
        contact_links=tuple(
            LinkView(text=text(link.label), href=link.url, note=shown_address(link.url)) for link in profile.links
        ),
        web=web_view(context, "", "portfolio.web_site"),
        small_print=text(profile.small_print),
    )


def portfolio_foot(context: SiteContext, profile: Profile, works: Iterable[Work]) -> str:
    """What stands at the foot of every page: whose it is, and as of when."""
    words = context.labels["print"]["portfolio"]
    parts = [words["title"].format(name=profile.name), dated(context, works)]
    return " · ".join(
        [part for part in parts if part] + ([context.labels["print"]["sample"]] if profile.sample else [])
    )


def dated(context: SiteContext, works: Iterable[Work]) -> str:
    """The day of smm.yml, else up to when the figures go; empty without either."""
    words, fixed = context.labels["print"]["portfolio"], context.library.settings.documents.date
    if fixed is not None:
        return str(words["date"].format(date=context.format.date(fixed)))
    day = _last_day(works)
    return str(words["figures_to"].format(date=context.format.date(day))) if day else ""


def _last_day(works: Iterable[Work]) -> dt.date | None:
    return max((last_day(case.model) for case in cases_among(works)), default=None)


def _cover(context: SiteContext, profile: Profile, works: tuple[Work, ...], logo: LogoView | None) -> CoverView:
    text, words = context.text, context.labels["print"]["portfolio"]
    facts = (
        (words["cover"]["contact"], profile.email or profile.phone or ""),
        (words["cover"]["place"], text(profile.location)),
        (words["cover"]["free"], text(profile.availability)),
        (words["cover"]["works"], count_works(context, len(works))),
        (words["cover"]["date"], context.format.sentence(dated(context, works))),
        (words["cover"]["web"], shown_address(context.language_url)),
    )
    return CoverView(
        brand=words["word"],
        title=profile.name,
        subtitle=text(profile.role),
        logo=logo,
        lead=text(profile.headline),
        facts=tuple(FactView(label=label, value=value) for label, value in facts if value),
    )


def count_works(context: SiteContext, number: int) -> str:
    """Three pieces of work."""
    return context.format.plural(context.labels["print"]["portfolio"]["works"], number) if number else ""


def _contents(
    context: SiteContext, profile: Profile, works: tuple[Work, ...], *, has_skills: bool
) -> tuple[ContentsView, ...]:
    words = context.labels["print"]["portfolio"]
    cases, campaigns = cases_among(works), campaigns_among(works)
    lines = [ContentsView(id="about", title=words["about"])]
    if profile.services:
        lines.append(ContentsView(id="services", title=words["services"]))
    if works:
        lines.append(ContentsView(id="work", title=words["work"], subs=_lines(context, cases)))
    if campaigns:
        lines.append(ContentsView(id="campaigns", title=words["campaigns"], subs=_lines(context, campaigns)))
    if has_skills:
        lines.append(ContentsView(id="skills", title=words["skills"]))
    return (*lines, ContentsView(id="contact", title=words["contact_title"]))


def _lines(context: SiteContext, works: Iterable[Work]) -> tuple[ContentsView, ...]:
    return tuple(ContentsView(id=anchor(work), title=full_title(context, work)) for work in works)


def _about(context: SiteContext, profile: Profile) -> AboutView:
    text = context.text
    spoken = context.format.listing(
        f"{context.format.language_name(one.language)} ({term(context, 'language_levels', one.level)})"
        for one in profile.languages
    )
    return AboutView(
        lead=text(profile.about_lead) or text(profile.lede) or text(profile.headline),
        text=html(context, text(profile.about)) if profile.about else None,
        portrait=picture_frame(context, profile.portrait, *_PORTRAIT) if profile.portrait else None,
        facts=(FactView(label=say(context, "languages"), value=context.format.sentence(spoken)),) if spoken else (),
    )


def _skills(context: SiteContext, works: tuple[Work, ...]) -> tuple[SkillTableView, ...]:
    """Skills with a level; a list that is only for others to fill in has none."""
    inside = {relations(context).href(work): f"#{anchor(work)}" for work in works}
    tables = []
    for entry in context.library.skills:
        for group in entry.model.groups:
            rated = [skill_view(context, entry.model, skill) for skill in group.items if skill.level]
            if rated:
                rows = tuple(_skill(context, view, inside) for view in rated)
                tables.append(SkillTableView(title=context.text(group.name), rows=rows))
    return tuple(tables)


def _skill(context: SiteContext, view: SkillView, inside: dict[str, str]) -> SkillRowView:
    root = context.language_url
    evidence = tuple(
        LinkView(text=link.text, href=inside.get(link.href) or (f"{root}{link.href}" if root else ""))
        for link in view.evidence
    )
    return SkillRowView(name=view.name, filled=view.level, level=view.level_label, evidence=evidence)


def _on_request(context: SiteContext) -> tuple[FactView, ...]:
    """Work that is only told to those who ask: what it is called and what it is about."""
    entries = (entry for entry in context.library.cases if entry.model.permission is Permission.ON_REQUEST)
    return tuple(
        FactView(label=context.text(entry.model.title), value=context.text(entry.model.summary)) for entry in entries
    )


def _contact_facts(context: SiteContext, profile: Profile) -> tuple[FactView, ...]:
    words = context.labels["print"]["portfolio"]["cover"]
    facts = ((words["place"], context.text(profile.location)), (words["free"], context.text(profile.availability)))
    return tuple(FactView(label=label, value=value) for label, value in facts if value)
