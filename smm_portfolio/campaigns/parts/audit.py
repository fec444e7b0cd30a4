"""The audit after a fall: what fell, what was found, what is tried, and how the schedule changes."""

from __future__ import annotations

from smm_portfolio.campaigns.parts.cells import facts, metric_words, metrics_table, titled, words_table
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.metrics import metrics
from smm_portfolio.content.values.learning import Audit, AuditFinding
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import BlockView, PartView, PointView
from smm_portfolio.site.words import say, term

PATH = "campaigns.audit"


def audit_part(context: SiteContext, campaign: Campaign) -> PartView | None:
    """The audit of a campaign; None where it has none."""
    audit = campaign.audit
    if audit is None:
        return None
    fall = BlockView(
        body=context.text(audit.occasion), table=metrics_table(context, audit.fall, say(context, f"{PATH}.fall"))
    )
    blocks = (
        fall,
        _looked_at(context, audit),
        _findings(context, audit),
        _experiments(context, audit),
        _schedule(context, audit),
        BlockView(title=say(context, f"{PATH}.verdict"), body=context.text(audit.verdict)),
    )
    return PartView(
        id="audit",
        title=say(context, f"{PATH}.title"),
        note=say(context, f"{PATH}.note", period=context.format.period(audit.period)),
        blocks=tuple(one for one in blocks if one is not None),
    )


def _looked_at(context: SiteContext, audit: Audit) -> BlockView | None:
    if not audit.looked_at:
        return None
    items = tuple(context.text(one) for one in audit.looked_at)
    return BlockView(points=(PointView(title=say(context, f"{PATH}.looked_at"), items=items),))


def _findings(context: SiteContext, audit: Audit) -> BlockView:
    points = tuple(_finding(context, one) for one in audit.findings)
    return BlockView(title=say(context, f"{PATH}.findings"), points=points)


def _finding(context: SiteContext, finding: AuditFinding) -> PointView:
    text = context.text
    due = "" if finding.due is None else context.format.date(finding.due)
    return PointView(
        title=text(finding.observation),
        mark=text(finding.area),
        facts=facts(
            context,
            PATH,
            (
                ("evidence", metric_words(context, finding.evidence)),
                ("cause", text(finding.cause)),
                ("action", text(finding.action)),
                ("urgency", term(context, "urgency", finding.urgency)),
                ("owner", text(finding.owner)),
                ("due", due),
            ),
        ),
    )


def _experiments(context: SiteContext, audit: Audit) -> BlockView | None:
    text = context.text
    rows = [
        (
            text(one.name),
            text(one.hypothesis),
            text(metrics()[one.metric].name),
            text(one.keep),
            context.format.period(one.period) if one.period else "",
        )
        for one in audit.experiments
    ]
    return titled(words_table(context, f"{PATH}.experiments", rows))


def _schedule(context: SiteContext, audit: Audit) -> BlockView | None:
    rows = [(context.text(one.day), context.text(one.before), context.text(one.after)) for one in audit.schedule]
    return titled(words_table(context, f"{PATH}.schedule", rows))
