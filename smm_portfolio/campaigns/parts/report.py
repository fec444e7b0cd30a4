"""The report: what came of a campaign against its goals, post by post, and what was learned."""

from __future__ import annotations

from collections.abc import Sequence

from smm_portfolio.campaigns.parts.cells import facts, metric_words, metrics_table, titled, words_table
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.values.learning import Report, TopPost
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import BlockView, PartView, PointView
from smm_portfolio.site.words import say

PATH = "campaigns.report"


def report_part(context: SiteContext, campaign: Campaign) -> PartView | None:
    """The report of a campaign; None where it has none."""
    report = campaign.report
    if report is None:
        return None
    results = BlockView(
        body=context.text(report.summary),
        table=metrics_table(context, report.results, say(context, f"{PATH}.results")),
    )
    blocks = (
        results,
        _posts(context, campaign, report.best, "best"),
        _posts(context, campaign, report.weakest, "weakest"),
        _findings(context, report),
    )
    following = context.text(report.next_period)
    last = BlockView(title=say(context, f"{PATH}.next"), body=following) if following else None
    return PartView(
        id="report",
        title=say(context, f"{PATH}.title"),
        note=say(context, f"{PATH}.note", period=context.format.period(report.period)),
        blocks=tuple(one for one in (*blocks, last) if one is not None),
    )


def _posts(context: SiteContext, campaign: Campaign, posts: Sequence[TopPost], key: str) -> BlockView | None:
    titles = {post.id: context.text(post.title) for post in campaign.posts}
    rows = [(titles[one.post], metric_words(context, [one.figure]), context.text(one.why)) for one in posts]
    return titled(words_table(context, f"{PATH}.{key}", rows))


def _findings(context: SiteContext, report: Report) -> BlockView | None:
    if not report.findings:
        return None
    points = tuple(
        PointView(
            title=context.text(one.title),
            facts=facts(
                context,
                PATH,
                (("evidence", metric_words(context, one.evidence)), ("action", context.text(one.action))),
            ),
            body=context.text(one.cause),
        )
        for one in report.findings
    )
    return BlockView(title=say(context, f"{PATH}.findings"), points=points)
