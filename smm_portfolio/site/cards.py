"""Pieces of work as cards: case studies and campaigns, from content alone."""

from __future__ import annotations

from collections.abc import Iterable

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseKind, CaseStudy, Permission
from smm_portfolio.content.metrics import Direction
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.metric import Metric
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.facets import tag, work_platforms, work_values
from smm_portfolio.site.figures import Told, first_told, metric_name
from smm_portfolio.site.frame import unique
from smm_portfolio.site.monogram import initials
from smm_portfolio.site.pictures import drawn_view, file_view, subject
from smm_portfolio.site.relations import Work, relations
from smm_portfolio.site.views import CardView, KindView, PictureView
from smm_portfolio.site.words import say, term

ARROW = "\u2192"
_NO_BRAND = frozenset((Platform.NEWSLETTER, Platform.WEBSITE, Platform.PODCAST))


def work_card(context: SiteContext, work: Work, *, pictured: bool = True) -> CardView:
    """The card of a case study or a campaign.

    Args:
        context: the build.
        work: the entry.
        pictured: false puts a monogram in place of a drawing, for the far end of a very long list.
    """
    model = work.model
    result, name = _campaign_result(context, model) if isinstance(model, Campaign) else _case_result(context, model)
    title = relations(context).name(work)
    return CardView(
        title=title,
        href=relations(context).href(work),
        kind=kind_view(context, work),
        picture=_picture(context, work, drawn=pictured),
        result=result,
        result_name=name,
        meta=_meta(context, work),
        tags=tuple(unique(tag(facet, slug) for facet, slug, _ in work_values(context, work))),
        monogram=initials(title) if title.strip() else "",
    )


def kind_view(context: SiteContext, work: Work) -> KindView:
    """What sort of work it is; an invented sample says so."""
    model = work.model
    if isinstance(model, Campaign):
        return KindView(id="mock", label=term(context, "kinds", "mock"))
    label = term(context, "kinds", model.kind)
    if model.sample:
        label = f"{label}, {say(context, 'works.sample')}"
    return KindView(id=model.kind.value, label=label)


def is_mock(work: Work) -> bool:
    """Whether a work must carry the mock label everywhere."""
    return isinstance(work.model, Campaign) or work.model.kind is CaseKind.MOCK


def mock_tag(context: SiteContext, work: Work) -> str:
    """The label inside every picture of a mock; empty for real work."""
    if not is_mock(work):
        return ""
    return say(context, "campaigns.mock_tag" if isinstance(work.model, Campaign) else "case.mock_tag")


def result_words(told: Told) -> str:
    """The bold figure: from where to where, or the result alone."""
    return f"{told.baseline} {ARROW} {told.result}" if told.baseline and told.result else told.result


def result_name(context: SiteContext, case: CaseStudy, name: str) -> str:
    """The name of a figure in the middle of a sentence; a figure of a mock is simulated and says so."""
    inside = context.format.inside(name)
    return say(context, "works.simulated", name=inside) if case.kind is CaseKind.MOCK else inside


def work_tags(context: SiteContext, work: Work) -> list[str]:
    """Words that a work is found by: platforms, sector and kind."""
    return unique(name for facet, _, name in work_values(context, work) if facet != "service")


def goal_change(context: SiteContext, objective: Metric) -> str:
    """How far an objective wants to go, as a part of its baseline; empty where it cannot be said."""
    before, goal = objective.amount(objective.baseline), objective.amount(objective.target)
    if not before or goal is None or objective.definition.direction is Direction.CONTEXT:
        return ""
    return context.format.relative((goal - before) / abs(before))


def _picture(context: SiteContext, work: Work, *, drawn: bool) -> PictureView:
    model, label = work.model, mock_tag(context, work)
    file = model.picture if isinstance(model, CaseStudy) and model.permission is not Permission.ON_REQUEST else None
    if file is not None:
        return file_view(context, file, "169", label, "card")
    return (
        drawn_view(subject(work.slug, model.art), "169", mock_tag=label)
        if drawn
        else PictureView(ratio="169", mock_tag=label)
    )


def _case_result(context: SiteContext, case: CaseStudy) -> tuple[str, str]:
    if case.permission is Permission.ON_REQUEST:
        return "", ""
    told = first_told(context, case)
    return result_words(told), result_name(context, case, told.name)


def _campaign_result(context: SiteContext, campaign: Campaign) -> tuple[str, str]:
    objective = campaign.brief.objectives[0]
    change = goal_change(context, objective)
    name = say(context, "works.aim", name=context.format.inside(metric_name(context, objective)))
    return change, name if change else ""


def platform_list(context: SiteContext, platforms: Iterable[str]) -> str:
    """Platforms as part of a sentence: Instagram en nieuwsbrief."""
    words: list[str] = []
    for platform in unique(platforms):
        name = term(context, "platforms", platform)
        words.append(context.format.inside(name) if words and platform in _NO_BRAND else name)
    return context.format.listing(words)


def _meta(context: SiteContext, work: Work) -> str:
    if isinstance(work.model, CaseStudy) and work.model.permission is Permission.ON_REQUEST:
        return f"{context.text(work.model.sector)}, {say(context, 'works.in_request')}"
    return platform_list(context, work_platforms(work))
