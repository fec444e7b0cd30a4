"""The brief of a campaign in words: facts, why and what and how, goals, audiences, channels."""

from __future__ import annotations

from collections.abc import Iterable

from smm_portfolio.content.kinds.campaign import Audience, Campaign
from smm_portfolio.content.values.learning import CampaignPart
from smm_portfolio.content.values.metric import Metric
from smm_portfolio.site.cards import goal_change
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.figures import change_words, metric_name, same_periods, tell
from smm_portfolio.site.frame import unique
from smm_portfolio.site.markdown_text import contained_prose, literal
from smm_portfolio.site.pages.results import sentences
from smm_portfolio.site.views import AudienceView, ChannelRow, FactView, GoalRow, SectionView, StateView
from smm_portfolio.site.words import say, term

ALL = frozenset(CampaignPart)
"""Everything: what a page shows that is no exercise."""


def brief_facts(context: SiteContext, campaign: Campaign, shown: frozenset[CampaignPart] = ALL) -> tuple[FactView, ...]:
    """The strip of facts below the title; what an exercise withholds is not among them."""
    objective, audience = campaign.brief.objectives[0], campaign.audiences[0]
    rows = (
        ("period", None, context.format.period(campaign.period)),
        ("goal", CampaignPart.OBJECTIVES, _goal_fact(context, objective)),
        ("audience", CampaignPart.AUDIENCES, _audience_fact(context, audience)),
        ("message", CampaignPart.BRIEF, context.text(campaign.brief.message).rstrip(".")),
        ("budget", None, _budget(context, campaign)),
        ("approval", CampaignPart.POSTS, _approval_fact(context, campaign)),
    )
    kept = [(key, value) for key, part, value in rows if part is None or part in shown]
    return tuple(FactView(term=say(context, f"campaigns.{key}"), value=value) for key, value in kept)


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


def brief_sections(
    context: SiteContext, campaign: Campaign, shown: frozenset[CampaignPart] = ALL
) -> tuple[SectionView, ...]:
    """Why, what and how, in three sections; the brand and the reason are always there."""
    parts = [(key, *(one for one in body if one)) for key, *body in _brief_parts(context, campaign, shown)]
    return tuple(
        SectionView(id=key.partition("_")[0], title=say(context, f"campaigns.{key}"), body="\n\n".join(body))
        for key, *body in parts
        if body
    )


def _brief_parts(
    context: SiteContext, campaign: Campaign, shown: frozenset[CampaignPart]
) -> tuple[tuple[str, ...], ...]:
    brief, text = campaign.brief, context.text
    brand = _labelled(context, "brand", contained_prose(text(campaign.brand.description), 4))
    goal = _labelled(context, "business_goal", literal(text(brief.business_goal)))
    pillars = (f"- **{literal(text(one.name))}**: {literal(text(one.description))}" for one in campaign.pillars)
    series = _labelled(context, "pillars", "\n".join(pillars)) if CampaignPart.PILLARS in shown else ""
    if CampaignPart.BRIEF not in shown:
        return (("why", brand, goal), ("how", series))
    return (
        ("why", brand, goal, _labelled(context, "insight", contained_prose(text(brief.insight), 4))),
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
            series,
        ),
    )


def objective_notes(context: SiteContext, campaign: Campaign) -> str:
    """Why each objective is what it is, and where its baseline comes from."""
    lines = []
    for one in campaign.brief.objectives:
        told = tell(context, one)
        source = say(context, "source", source=told.source) if told.source else ""
        said = sentences(context.text(one.note), source)
        if said:
            lines.append(f"- **{literal(told.name)}**: {literal(said)}")
    return "\n".join(lines)


def goals_note(context: SiteContext, campaign: Campaign) -> str:
    """Over which periods the goals are measured."""
    periods = same_periods(campaign.brief.objectives)
    if periods is None or periods[0] is None or periods[1] is None:
        return say(context, "campaigns.goals_note_only")
    before, target = context.format.period(periods[0]), context.format.period(periods[1])
    return say(context, "campaigns.goals_note", baseline=before, target=target)


def reported(campaign: Campaign, objective: Metric) -> Metric:
    """An objective with the result that the report has for it; as it is without one."""
    results = campaign.report.results if campaign.report else ()
    same = (one for one in results if (one.metric, one.label) == (objective.metric, objective.label))
    found = next(same, objective)
    return objective if found.result is None else objective.model_copy(update={"result": found.result})


def goal_row(context: SiteContext, objective: Metric) -> GoalRow:
    """An objective: the change is the one that is aimed at, until there is a result."""
    told = tell(context, objective)
    aim = objective if objective.result else objective.model_copy(update={"result": objective.target})
    return GoalRow(
        name=metric_name(context, objective),
        baseline=told.baseline,
        target=told.target,
        result=f"{told.result} ({say(context, 'campaigns.simulated')})" if told.result else "",
        change=change_words(context, aim),
        state=_state(context, objective),
    )


def _state(context: SiteContext, objective: Metric) -> StateView:
    reached = objective.reached()
    if reached is None:
        return StateView(id="no", label=say(context, "campaigns.goal_open"))
    return StateView(id="ok" if reached else "miss", label=say(context, f"case.{'reached' if reached else 'missed'}"))


def audience_view(context: SiteContext, audience: Audience) -> AudienceView:
    """A segment: age, interests and what it is trying to do."""
    rows = (
        ("ages", _ages(audience)),
        ("interests", context.format.sentence(context.format.listing(context.text(one) for one in audience.interests))),
        ("intent", context.text(audience.intent)),
    )
    facts = tuple(FactView(term=say(context, f"campaigns.{key}"), value=value) for key, value in rows if value)
    return AudienceView(name=context.text(audience.name), facts=facts, body=context.text(audience.description))


def channel_rows(context: SiteContext, campaign: Campaign) -> tuple[ChannelRow, ...]:
    """What each channel is for."""
    return tuple(
        ChannelRow(
            name=term(context, "platforms", one.platform),
            role=f"{term(context, 'funnel', one.funnel)}. {context.text(one.job)}",
            formats=", ".join(unique(term(context, "formats", shape) for shape in one.formats)),
            rhythm=context.text(one.rhythm),
        )
        for one in campaign.channels
    )


def _labelled(context: SiteContext, key: str, body: str) -> str:
    return f"### {literal(say(context, f'campaigns.{key}'))}\n\n{body}" if body else ""


def _bullets(texts: Iterable[str]) -> str:
    return "\n".join(f"- {literal(text)}" for text in texts)
