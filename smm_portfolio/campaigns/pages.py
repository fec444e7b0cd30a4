"""Campaign pages: the plan from brief to audit, and the same as an exercise; always labelled as a mock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from smm_portfolio.campaigns.brief import (
    ALL,
    audience_view,
    brief_facts,
    brief_sections,
    channel_rows,
    goal_row,
    goals_note,
    objective_notes,
    reported,
)
from smm_portfolio.campaigns.calendar import month_views
from smm_portfolio.campaigns.exercise import given, lesson_parts
from smm_portfolio.campaigns.files import file_links
from smm_portfolio.campaigns.listing import channel_filters, post_table, status_chain
from smm_portfolio.campaigns.parts import plan_parts
from smm_portfolio.campaigns.previews import post_rows
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.learning import CampaignPart, Exercise
from smm_portfolio.site.cards import kind_view, mock_tag, work_tags
from smm_portfolio.site.citations import source_link, source_list
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import crumbs, make_page
from smm_portfolio.site.markdown_text import literal
from smm_portfolio.site.pages.indexes import index_page
from smm_portfolio.site.pictures import drawn, drawn_view
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import CampaignView, GoalRow, LinkView, NextView, SectionView
from smm_portfolio.site.words import count, in_letters, say

EXERCISE = "exercise"
ANSWERS = "answers"
"""Names of the two pages of an exercise, the same in every language."""


def campaign_pages(context: SiteContext) -> tuple[Page, ...]:
    """The index of campaigns, a page for each, and its exercise; nothing where there is none."""
    entries = context.library.campaigns
    if not entries:
        return ()
    followers = (*entries[1:], *entries[:1])
    pages = (
        _page(context, entry, _next(context, follower) if follower is not entry else None)
        for entry, follower in zip(entries, followers, strict=True)
    )
    lessons = (page for entry in entries for page in _lesson_pages(context, entry))
    return (_index(context), *pages, *lessons)


def campaign_view(
    context: SiteContext,
    entry: Entry[Campaign],
    following: NextView | None = None,
    shown: frozenset[CampaignPart] = ALL,
) -> CampaignView:
    """Everything on a campaign's page.

    Args:
        context: the build.
        entry: the campaign.
        following: what to read next.
        shown: parts that may be seen; an exercise withholds the others.
    """
    campaign, text = entry.model, context.text
    view = CampaignView(
        title=text(campaign.title),
        lede=text(campaign.summary),
        kind=kind_view(context, entry),
        crumbs=crumbs(campaign.brand.name, (say(context, "campaigns.title"), "campaigns/")),
        frames=(drawn_view(campaign.art, "169", mock_tag=mock_tag(context, entry)),),
        facts=brief_facts(context, campaign, shown),
        brief=brief_sections(context, campaign, shown),
        goals_note=goals_note(context, campaign),
        goals=_goals(context, campaign, shown),
        audiences=tuple(audience_view(context, one) for one in campaign.audiences if CampaignPart.AUDIENCES in shown),
        channels=channel_rows(context, campaign) if CampaignPart.CHANNELS in shown else (),
        **_posts(context, campaign, shown),
        parts=plan_parts(context, campaign, shown),
        sections=_after(context, campaign, shown),
        disclaimer=_disclaimer(context, campaign),
        next=following,
    )
    return replace(view, jumps=tuple(_jumps(context, view)))


def _goals(context: SiteContext, campaign: Campaign, shown: frozenset[CampaignPart]) -> tuple[GoalRow, ...]:
    """Objectives, with what the report says of them unless an exercise withholds it."""
    if CampaignPart.OBJECTIVES not in shown:
        return ()
    goals = campaign.brief.objectives
    if CampaignPart.REPORT in shown:
        goals = tuple(reported(campaign, one) for one in goals)
    return tuple(goal_row(context, one) for one in goals)


def _posts(context: SiteContext, campaign: Campaign, shown: frozenset[CampaignPart]) -> dict[str, Any]:
    """Previews and calendar, as fields of the view."""
    found: dict[str, Any] = {}
    if CampaignPart.POSTS in shown:
        drawn_posts = [post for post in campaign.posts if post.preview]
        number = len(drawn_posts)
        letters = context.format.sentence(in_letters(context, number))
        found["posts_title"] = count(context, "campaigns.posts_title", number, Words=letters)
        found["posts_note"] = say(context, "campaigns.posts_note")
        found["posts"] = post_rows(context, campaign, drawn_posts)
    if CampaignPart.CALENDAR in shown:
        if CampaignPart.POSTS not in shown:  # then there is nothing on the page that a day could lead to
            undrawn = tuple(post.model_copy(update={"preview": False}) for post in campaign.posts)
            campaign = campaign.model_copy(update={"posts": undrawn})
        found["filters"] = channel_filters(context, campaign)
        found["months"] = month_views(context, campaign)
        found["listing"] = post_table(context, campaign)
        found["chain"] = status_chain(context, campaign)
    return found


def _jumps(context: SiteContext, view: CampaignView) -> Iterator[LinkView]:
    """Links to the parts of the page, in their order."""
    for section in view.brief[:1]:
        yield LinkView(text=say(context, "campaigns.jumps.brief"), href=f"#{section.id}")
    for name, there in (("goals", view.goals), ("audiences", view.audiences), ("channels", view.channels)):
        if there:
            yield LinkView(text=say(context, f"campaigns.jumps.{name}"), href=f"#{name}")
    if view.posts:
        yield LinkView(text=say(context, "campaigns.jumps.posts"), href="#posts")
    if view.months:
        yield LinkView(text=say(context, "campaigns.jumps.calendar"), href=f"#{view.months[0].id}")
    for part in view.parts:
        yield LinkView(text=part.title, href=f"#{part.id}")


def _page(context: SiteContext, entry: Entry[Campaign], following: NextView | None) -> Page:
    view = replace(campaign_view(context, entry, following), files=file_links(context, entry.slug))
    if entry.model.exercise is not None:
        link = LinkView(text=say(context, "campaigns.exercise_link"), href=f"campaigns/{entry.slug}/{EXERCISE}/")
        view = replace(view, downloads=(*view.downloads, link))
    return _make(context, entry, f"campaigns/{entry.slug}.md", view, tags=work_tags(context, entry))


def _lesson_pages(context: SiteContext, entry: Entry[Campaign]) -> Iterator[Page]:
    """The campaign without its solution, and the solution; both stay out of search engines."""
    exercise = entry.model.exercise
    if exercise is None:
        return
    yield _lesson(context, entry, exercise, answers=False)
    yield _lesson(context, entry, exercise, answers=True)


def _lesson(context: SiteContext, entry: Entry[Campaign], exercise: Exercise, *, answers: bool) -> Page:
    shown = frozenset(exercise.withheld) if answers else given(exercise)
    own, other = (ANSWERS, EXERCISE) if answers else (EXERCISE, ANSWERS)
    base = f"campaigns/{entry.slug}"
    name = relations(context).name(entry)
    view = campaign_view(context, entry, None, shown)
    if answers:
        view = _withheld_only(view, shown)
    title = say(context, f"campaigns.exercise.{'answers_title' if answers else 'title'}", title=view.title)
    lessons = lesson_parts(context, exercise, answers=answers)
    view = replace(
        view,
        title=title,
        lede=say(context, f"campaigns.exercise.{'answers_lede' if answers else 'lede'}"),
        crumbs=crumbs(title, (say(context, "campaigns.title"), "campaigns/"), (name, f"{base}/")),
        lessons=lessons,
        jumps=(*(LinkView(text=one.title, href=f"#{one.id}") for one in lessons), *_jumps(context, view)),
        downloads=(
            LinkView(text=say(context, f"campaigns.exercise.to_{other}"), href=f"{base}/{other}/"),
            LinkView(text=say(context, "campaigns.exercise.to_campaign"), href=f"{base}/"),
        ),
    )
    return _make(context, entry, f"{base}/{own}.md", view, smm_robots="noindex", search={"exclude": True})


def _withheld_only(view: CampaignView, shown: frozenset[CampaignPart]) -> CampaignView:
    """A page of answers: what learners have in their hands already is left out."""
    kept = view.brief if CampaignPart.BRIEF in shown else view.brief[1:]
    brief = kept if shown & {CampaignPart.BRIEF, CampaignPart.PILLARS} else ()
    return replace(view, facts=(), brief=brief, sections=tuple(one for one in view.sections if one.id != "sources"))


def _make(context: SiteContext, entry: Entry[Campaign], uri: str, view: CampaignView, **more: Any) -> Page:
    campaign = entry.model
    return make_page(
        context,
        uri,
        "campaign",
        view,
        title=say(context, "campaigns.mock_title", title=view.title, brand=campaign.brand.name),
        description=context.text(campaign.summary),
        layout="wide",
        source=entry.file,
        kind=entry.kind,
        smm_styles="campaign",
        smm_mock=say(context, "campaigns.mock"),
        smm_mock_note=say(context, "campaigns.mock_note"),
        **more,
    )


def _index(context: SiteContext) -> Page:
    def meta(campaign: Campaign) -> str:
        posts = count(context, "campaigns.posts", len(campaign.posts))
        period = context.format.period(campaign.period)
        return say(context, "campaigns.meta", brand=campaign.brand.name, period=period, count=posts)

    return index_page(context, "campaigns", context.library.campaigns, meta)


def _next(context: SiteContext, entry: Entry[Campaign]) -> NextView:
    title, href = relations(context).name(entry), relations(context).href(entry)
    return NextView(
        title=title, href=href, result=context.text(entry.model.summary), art=drawn(entry.model.art, "band")
    )


def _after(context: SiteContext, campaign: Campaign, shown: frozenset[CampaignPart]) -> tuple[SectionView, ...]:
    """What stands after the calendar: why these goals, the trail of versions, and sources."""
    trail = "\n".join(
        "- **"
        + literal(
            say(
                context,
                "campaigns.approval_row",
                version=one.version,
                date=context.format.date(one.date),
                by=context.format.inside(context.text(one.by)),
            )
        )
        + f"**: {literal(context.text(one.note))}"
        for one in campaign.approvals
    )
    sources = "\n".join(f"- {source_link(one)}" for one in source_list(context, campaign.sources))
    parts = (
        ("goal_notes", objective_notes(context, campaign) if CampaignPart.OBJECTIVES in shown else ""),
        ("approvals", trail if CampaignPart.POSTS in shown else ""),
        ("sources", sources),
    )
    return tuple(
        SectionView(id=key.replace("_", "-"), title=say(context, f"campaigns.{key}"), body=body)
        for key, body in parts
        if body
    )


def _disclaimer(context: SiteContext, campaign: Campaign) -> str:
    brand = campaign.brand
    ours = say(context, "campaigns.disclaimer_real" if brand.real else "campaigns.disclaimer", brand=brand.name)
    return f"{ours} {context.text(brand.disclaimer)}".strip()
