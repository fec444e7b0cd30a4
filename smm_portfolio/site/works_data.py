"""Case studies and campaigns as schema.org data: no more than their page says, and a mock says so four times."""

from __future__ import annotations

from typing import Any

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseKind, CaseStudy, Permission
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.facets import service_name
from smm_portfolio.site.words import say

Data = dict[str, Any]


def work_data(context: SiteContext, work: Any, title: str, description: str) -> Data:
    """A case study or a campaign.

    Args:
        context: the build.
        work: the entry's model.
        title: of its page, which names a mock as one.
        description: of its page.
    """
    if isinstance(work, Campaign):
        return _mock(context, "campaigns", title, description)
    assert isinstance(work, CaseStudy)
    if work.kind is CaseKind.MOCK:
        return {**_mock(context, "case", title, description), **_told(context, work)}
    data: Data = {"@type": "CreativeWork", "name": title, "description": description}
    if work.sample:
        data["disambiguatingDescription"] = say(context, "case.sample")
    if work.permission is Permission.PUBLIC and work.client is not None:
        data["about"] = {"@type": "Organization", "name": work.client.name}
    return {**data, **_told(context, work)}


def _mock(context: SiteContext, group: str, title: str, description: str) -> Data:
    label, note = say(context, f"{group}.mock"), say(context, f"{group}.mock_note")
    return {
        "@type": "CreativeWork",
        "name": title,
        "description": f"{label}, {note}. {description}",
        "genre": f"{label}, {note}",
        "creativeWorkStatus": label,
    }


def _told(context: SiteContext, case: CaseStudy) -> Data:
    """When it ran and what it shows; nothing of a case that is shown on request."""
    if case.permission is Permission.ON_REQUEST:
        return {}
    words = [context.text(case.sector), *(service_name(context, one) for one in case.services)]
    return {
        "temporalCoverage": f"{case.period.start.isoformat()}/{case.period.end.isoformat()}",
        "keywords": ", ".join(dict.fromkeys(words)),
    }
