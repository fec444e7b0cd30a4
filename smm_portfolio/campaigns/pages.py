"""Campaign pages: brief, goals, audiences, channels, posts to scale, calendar, approvals; always labelled as a mock."""

from __future__ import annotations

from collections.abc import Iterable

from smm_portfolio.campaigns.calendar import month_views
from smm_portfolio.campaigns.previews import post_view
from smm_portfolio.content.kinds.campaign import Audience, Campaign
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.metric import Metric
from smm_portfolio.site.cards import goal_change, kind_view, mock_tag, work_tags
from smm_portfolio.site.citations import source_link, source_list
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.figures import change_words, metric_name, same_periods, tell
from smm_portfolio.site.frame import crumbs, make_page, unique
from smm_portfolio.site.markdown_text import contained_prose, literal
from smm_portfolio.site.pages.indexes import index_page
from smm_portfolio.site.pages.results import sentences
from smm_portfolio.site.pictures import drawn, drawn_view
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import (
    AudienceView,
    CampaignView,
    ChannelRow,
    FactView,
    GoalRow,
    NextView,
    SectionView,
    StateView,
)
from smm_portfolio.site.words import count, in_letters, say, term


def campaign_pages(context: SiteContext) -> tuple[Page, ...]:
    """The index of campaigns and a page for each; nothing where there is none."""
    entries = context.library.campaigns
    if not entries:
        return ()
    followers = (*entries[1:], *entries[:1])
    pages = (
        _page(context, entry, _next(context, follower) if follower is not entry else None)
        for entry, follower in zip(entries, followers, strict=True)
    )
    return (_index(context), *pages)


def campaign_view(context: SiteContext, entry: Entry[Campaign], following: NextView | None = None) -> CampaignView:
    """Everything on a campaign's page."""
    campaign, text = entry.model, context.text
    shown = [post for post in campaign.posts if post.preview]
    return CampaignView(
        title=text(campaign.title),
        lede=text(campaign.summary),
        kind=kind_view(context, entry),
        crumbs=crumbs(campaign.brand.name, (say(context, "campaigns.title"), "campaigns/")),
        frames=(drawn_view(campaign.art, "169", mock_tag=mock_tag(context, entry)),),
        facts=_facts(context, campaign),
        brief=_brief(context, campaign),
        goals_note=_goals_note(context, campaign),
        goals=tuple(_goal_row(context, one) for one in campaign.brief.objectives),
        audiences=tuple(_audience(context, one) for one in campaign.audiences),
        channels=_channels(context, campaign),
        posts_title=count(
            context,
            "campaigns.posts_title",
            len(shown),
            Words=context.format.sentence(in_letters(context, len(shown))),
        ),
        posts_note=say(context, "campaigns.posts_note"),
        posts=tuple(post_view(context, campaign, post) for post in shown),
        months=month_views(context, campaign),
        sections=_after(context, campaign),
        disclaimer=_disclaimer(context, campaign),
        next=following,
    )


def _page(context: SiteContext, entry: Entry[Campaign], following: NextView | None) -> Page:
    campaign = entry.model
    title = say(context, "campaigns.mock_title", title=context.text(campaign.title), brand=campaign.brand.name)
    return make_page(
        context,
        f"campaigns/{entry.slug}.md",
        "campaign",
        campaign_view(context, entry, following),
        title=title,
        description=context.text(campaign.summary),
        layout="wide",
        source=entry.file,
        kind=entry.kind,
        tags=work_tags(context, entry),
        smm_mock=say(context, "campaigns.mock"),
        smm_mock_note=say(context, "campaigns.mock_note"),
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


def _facts(context: SiteContext, campaign: Campaign) -> tuple[FactView, ...]:
    objective, audience = campaign.brief.objectives[0], campaign.audiences[0]
    rows = (
        ("period", context.format.period(campaign.period)),
        ("goal", _goal_fact(context, objective)),
        ("audience", _audience_fact(context, audience)),
        ("message", context.text(campaign.brief.message).rstrip(".")),
        ("budget", _budget(context, campaign)),
        ("approval", _approval_fact(context, campaign)),
    )
    return tuple(FactView(term=say(context, f"campaigns.{key}"), value=value) for key, value in rows)


def _goal_fact(context: SiteContext, objective: Metric) -> str:
    told, change = tell(context, objective), goal_change(context, objective)
    if not change:
        return say(context, "campaigns.goal_fact_only", name=told.name, target=told.target or told.result)
    return say(
        context, "campaigns.goal_fact", name=told.name, change=change, baseline=told.baseline, target=told.target
    )


def _audience_fact(context: SiteContext, audience: Audience) -> str:
    name = context.text(audience.name)
    return say(context, "campaigns.audience_fact", name=name, ages=_ages(audience)) if audience.ages else name


def _ages(audience: Audience) -> str:
    return (audience.ages or "").replace("-", "–")


def _budget(context: SiteContext, campaign: Campaign) -> str:
    if campaign.budget is None:
        return say(context, "campaigns.budget_unknown")
    budget = context.format.money(campaign.budget.amount, campaign.budget.currency)
    if campaign.reserve is None:
        return budget
    reserve = context.format.money(campaign.reserve.amount, campaign.reserve.currency)
    return say(context, "campaigns.budget_fact", budget=budget, reserve=reserve)


def _approval_fact(context: SiteContext, campaign: Campaign) -> str:
    if not campaign.approvals:
        return say(context, "campaigns.approval_none")
    last = campaign.approvals[-1]
    return say(context, "campaigns.approval_fact", version=last.version, date=context.format.date(last.date))


def _brief(context: SiteContext, campaign: Campaign) -> tuple[SectionView, ...]:
    """Why, what and how, in three sections."""
    brief, text = campaign.brief, context.text
    pillars = (f"- **{literal(text(one.name))}**: {literal(text(one.description))}" for one in campaign.pillars)
    parts = (
        (
            "why",
            _labelled(context, "brand", contained_prose(text(campaign.brand.description), 4)),
            _labelled(context, "business_goal", literal(text(brief.business_goal))),
            _labelled(context, "insight", contained_prose(text(brief.insight), 4)),
        ),
        (
            "message_part",
            f"**{literal(text(brief.message))}**",
            _labelled(context, "proof", _bullets(text(one) for one in brief.proof)),
            _labelled(context, "action", literal(text(brief.call_to_action))),
        ),
        (
            "how",
            _labelled(context, "tone", literal(text(brief.tone))),
            _labelled(context, "mandatories", _bullets(text(one) for one in brief.mandatories)),
            _labelled(context, "pillars", "\n".join(pillars)),
        ),
    )
    return tuple(
        SectionView(id=key.partition("_")[0], title=say(context, f"campaigns.{key}"), body=_joined(*body))
        for key, *body in parts
    )


def _objectives(context: SiteContext, campaign: Campaign) -> str:
    """Why each objective is what it is, and where its baseline comes from."""
    lines = []
    for one in campaign.brief.objectives:
        told = tell(context, one)
        source = say(context, "source", source=told.source) if told.source else ""
        said = sentences(context.text(one.note), source)
        if said:
            lines.append(f"- **{literal(told.name)}**: {literal(said)}")
    return "\n".join(lines)


def _goals_note(context: SiteContext, campaign: Campaign) -> str:
    periods = same_periods(campaign.brief.objectives)
    if periods is None or periods[0] is None or periods[1] is None:
        return say(context, "campaigns.goals_note_only")
    before, target = context.format.period(periods[0]), context.format.period(periods[1])
    return say(context, "campaigns.goals_note", baseline=before, target=target)


def _goal_row(context: SiteContext, objective: Metric) -> GoalRow:
    """An objective: the change is the one that is aimed at; there is no result yet."""
    told = tell(context, objective)
    aim = objective.model_copy(update={"result": objective.target})
    return GoalRow(
        name=metric_name(context, objective),
        baseline=told.baseline,
        target=told.target,
        result=told.result,
        change=change_words(context, aim),
        state=StateView(id="no", label=say(context, "campaigns.goal_open")),
    )


def _audience(context: SiteContext, audience: Audience) -> AudienceView:
    facts = (FactView(term=say(context, "campaigns.ages"), value=_ages(audience)),) if audience.ages else ()
    return AudienceView(name=context.text(audience.name), facts=facts, body=context.text(audience.description))


def _channels(context: SiteContext, campaign: Campaign) -> tuple[ChannelRow, ...]:
    return tuple(
        ChannelRow(
            name=term(context, "platforms", one.platform),
            role=f"{term(context, 'funnel', one.funnel)}. {context.text(one.job)}",
            formats=", ".join(unique(term(context, "formats", shape) for shape in one.formats)),
            rhythm=context.text(one.rhythm),
        )
        for one in campaign.channels
    )


def _after(context: SiteContext, campaign: Campaign) -> tuple[SectionView, ...]:
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
    parts = (("goal_notes", _objectives(context, campaign)), ("approvals", trail), ("sources", sources))
    return tuple(
        SectionView(id=key.replace("_", "-"), title=say(context, f"campaigns.{key}"), body=body)
        for key, body in parts
        if body
    )


def _disclaimer(context: SiteContext, campaign: Campaign) -> str:
    brand = campaign.brand
    ours = say(context, "campaigns.disclaimer_real" if brand.real else "campaigns.disclaimer", brand=brand.name)
    return f"{ours} {context.text(brand.disclaimer)}".strip()


def _labelled(context: SiteContext, key: str, body: str) -> str:
    return f"### {literal(say(context, f'campaigns.{key}'))}\n\n{body}" if body else ""


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _bullets(texts: Iterable[str]) -> str:
    return "\n".join(f"- {literal(text)}" for text in texts)
