"""Links: real addresses, tracked by the campaign's one naming scheme."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from smm_portfolio.campaigns.checks.scope import Scope
from smm_portfolio.campaigns.counting.addresses import is_address
from smm_portfolio.campaigns.counting.links import links_in
from smm_portfolio.campaigns.tracking import PREFIX, parameters, tracked, typed_parameters
from smm_portfolio.content.values.base import Broken
from smm_portfolio.problems import Severity

CODE = "SMM105"


def link_findings(scope: Scope) -> Iterator[Broken]:
    """What is wrong with the links of a post."""
    if scope.post.link is not None:
        yield from _own(scope, scope.post.link)
    for language, text in scope.texts():
        path = scope.path("text", *([language] if language else []))
        for link in links_in(text):
            if "://" in link.text:
                yield from _in_text(scope, link.text, path)


def _own(scope: Scope, link: str) -> Iterator[Broken]:
    path = scope.path("link")
    if not is_address(link):
        message = f"'{link}' cannot be opened as a web address"
        yield Broken("SMM022", message, "Write a whole address, for example https://example.com/coats.", path)
        return
    typed = typed_parameters(link)
    if scope.campaign.utm is None:
        if not typed:
            message = "visitors through this link cannot be told from others"
            fix = "Add to the campaign: utm: {campaign: …}; the parameters of every link follow from it."
            yield Broken(CODE, message, fix, path, Severity.WARNING)
        return
    wrong = [
        f"{key}={value}" for key, value in typed.items() if parameters(scope.campaign, scope.post).get(key) != value
    ]
    if wrong:
        message = f"{', '.join(wrong)} is not by the campaign's naming scheme"
        yield Broken(CODE, message, f"Leave {PREFIX}… out of link; it is published as {_tracked(scope)}", path)


def _in_text(scope: Scope, link: str, path: tuple[str | int, ...]) -> Iterator[Broken]:
    if scope.campaign.utm is None:
        return
    expected = parameters(scope.campaign, scope.post)
    if typed_parameters(link) != expected:
        message = f"the link to {urlsplit(link).hostname} in the text is not tracked by the campaign's naming scheme"
        query = "&".join(f"{key}={value}" for key, value in expected.items())
        yield Broken(CODE, message, f"Move it to link:, or add {query}", path, Severity.WARNING)


def _tracked(scope: Scope) -> str:
    return tracked(scope.campaign, scope.post)
