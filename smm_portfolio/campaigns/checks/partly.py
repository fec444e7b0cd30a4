"""Posts of a campaign that has faults elsewhere: those that could be read are checked in the same run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from smm_portfolio.campaigns.checks.scope import Scope
from smm_portfolio.campaigns.platforms import Facts
from smm_portfolio.content.binding import bind_partly
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import content_files
from smm_portfolio.content.values.base import Broken, UnknownValueError, is_partial, known, readable
from smm_portfolio.content.yaml_reader import dotted, read_yaml
from smm_portfolio.problems import Problem

Check = Callable[[Scope], Iterator[Broken]]
FOLDER = "campaigns"


def partial_problems(library: Library, facts: Facts, checks: tuple[Check, ...]) -> Iterator[Problem]:
    """What platforms would not take of the campaigns that are not in the library because of other faults.

    Args:
        library: the content that is sound.
        facts: what is known of platforms.
        checks: what looks at a post.
    """
    read = {entry.file for entry in library.campaigns}
    for path in content_files(library.root, library.docs):
        file = path.relative_to(library.root).as_posix() if path.is_relative_to(library.root) else path.name
        if path.parent.name != FOLDER or file in read or not path.is_file():
            continue
        document, _ = read_yaml(path.read_bytes(), file)
        if document.complete and isinstance(document.data, dict):
            campaign = bind_partly(document.data, Campaign, library.settings.languages)
            for broken in _findings(campaign, library, facts, checks):
                problem = Problem(
                    broken.code, broken.message, broken.fix, path=dotted(broken.path), severity=broken.severity
                )
                yield document.place(problem, broken.path)


def _findings(campaign: Campaign, library: Library, facts: Facts, checks: tuple[Check, ...]) -> Iterator[Broken]:
    """Post by post; a check that needs something that could not be read falls silent, as rules do."""
    if not known(campaign.posts):
        return
    for number, post in readable(campaign.posts):
        if is_partial(post):
            continue
        for check in checks:
            try:
                yield from check(Scope(campaign, post, number, facts, library.docs))
            except UnknownValueError:
                continue
            except TypeError:
                if not is_partial(campaign):
                    raise
