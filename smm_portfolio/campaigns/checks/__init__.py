"""Everything that is wrong with a campaign in the eyes of its platforms, its client and its readers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from smm_portfolio.campaigns.ages import age_problems
from smm_portfolio.campaigns.checks.honesty import honesty_findings
from smm_portfolio.campaigns.checks.limits import limit_findings
from smm_portfolio.campaigns.checks.links import link_findings
from smm_portfolio.campaigns.checks.media import media_findings
from smm_portfolio.campaigns.checks.partly import partial_problems
from smm_portfolio.campaigns.checks.plan import plan_findings
from smm_portfolio.campaigns.checks.safe_zones import safe_zone_findings
from smm_portfolio.campaigns.checks.scope import Scope
from smm_portfolio.campaigns.checks.versions import part_findings, shown_findings, variant_findings
from smm_portfolio.campaigns.platforms import Facts, facts_for
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.yaml_reader import dotted, read_yaml
from smm_portfolio.problems import Problem, sort_problems

__all__ = ["campaign_findings", "campaign_problems"]

_CHECKS = (limit_findings, honesty_findings, link_findings, media_findings, safe_zone_findings)


def _versions(scope: Scope) -> Iterator[Broken]:
    return variant_findings(scope, _CHECKS)


def _parts(scope: Scope) -> Iterator[Broken]:
    return part_findings(scope, _CHECKS)


_EVERY = (*_CHECKS, shown_findings, _versions, _parts)


def campaign_findings(campaign: Campaign, facts: Facts, docs: Path) -> Iterator[Broken]:
    """What platforms, client and readers would not take, in the plan and post by post.

    Args:
        campaign: the campaign.
        facts: what is known of platforms.
        docs: the docs folder, for files.
    """
    yield from plan_findings(campaign)
    for number, post in enumerate(campaign.posts):
        scope = Scope(campaign, post, number, facts, docs)
        for check in _EVERY:
            yield from check(scope)


def campaign_problems(library: Library, today: dt.date) -> list[Problem]:
    """The findings about every campaign of a project, and about its facts, each at its place.

    Args:
        library: the content.
        today: the day that the age of facts is counted to.
    """
    docs, root = library.docs, library.root
    facts = facts_for(docs, root)
    unread = list(partial_problems(library, facts, _EVERY))
    if not library.campaigns and not unread:
        return []
    problems = [*facts.problems, *unread]
    for entry in library.campaigns:
        problems += _placed(entry, root, campaign_findings(entry.model, facts, docs))
    used = {post.platform for entry in library.campaigns for post in entry.model.posts}
    problems += age_problems(facts, docs, root, used, today)
    return sort_problems(problems)


def _placed(entry: Entry[Campaign], root: Path, found: Iterator[Broken]) -> Iterator[Problem]:
    """The findings with line and column; the file is read again only where there are any.

    Why: an entry of the library keeps no positions, because no page needs them.
    """
    document = None
    for broken in found:
        if document is None:
            document, _ = read_yaml((root / entry.file).read_bytes(), entry.file)
        problem = Problem(broken.code, broken.message, broken.fix, path=dotted(broken.path), severity=broken.severity)
        yield document.place(problem, broken.path)
