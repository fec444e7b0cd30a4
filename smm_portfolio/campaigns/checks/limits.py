"""Texts, titles, headlines, answers, hashtags, mentions, links and emoji against the platform's limits."""

from __future__ import annotations

from collections.abc import Iterator

from smm_portfolio.campaigns.checks.lines import lines_of
from smm_portfolio.campaigns.checks.scope import Scope, variants
from smm_portfolio.campaigns.counting.emoji import emoji_in
from smm_portfolio.campaigns.counting.links import links_in
from smm_portfolio.campaigns.counting.names import hashtags_in, mentions_in
from smm_portfolio.campaigns.facts import Fold, Most
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.problems import Severity

CODE = "SMM100"


def limit_findings(scope: Scope) -> Iterator[Broken]:
    """Everything of a post that is longer or more than its platform takes."""
    yield from _placement(scope)
    for language, text in scope.texts():
        path = scope.path("text", *([language] if language else []))
        warning = next(
            (words for steps, words in variants(scope.post.content_warning) if steps in ((), (language,))), ""
        )
        whole = scope.whole(text)
        yield from _length(scope, scope.format.text, warning + whole, "text", path)
        yield from _bytes(scope, whole, path)
        yield from _number(scope, scope.format.hashtags, hashtags_in(text), "hashtags", path)
        yield from _number(scope, scope.format.mentions, mentions_in(text), "mentions", path)
        yield from _number(scope, scope.format.links, [one.text for one in links_in(whole)], "links", path)
        yield from _number(scope, scope.format.emoji, list(emoji_in(text)), "emoji", path)
    yield from _lines(scope)
    yield from _answers(scope)


def _lines(scope: Scope) -> Iterator[Broken]:
    """Everything that is one line: titles, words in pictures, ad copy, answers, texts for people who do not see."""
    for line in lines_of(scope):
        for steps, words in variants(line.text):
            yield from _length(scope, line.fact, words, line.what, scope.path(*line.path, *steps))
    for steps, words in variants(scope.post.title if scope.format.title else None):
        yield from _cut(scope, scope.format.title_fold, words, scope.path("title", *steps))


def _answers(scope: Scope) -> Iterator[Broken]:
    """A poll with more or fewer answers than the platform offers."""
    poll, fact = scope.post.poll, scope.format.options
    if poll is None or fact is None or fact.least <= len(poll.options) <= fact.most:
        return
    message = f"the poll has {len(poll.options)} answers, and {scope.name} takes {fact.least} to {fact.most}"
    fix = f"Use {fact.least} to {fact.most} answers."
    yield scope.beyond(fact, CODE, message, fix, scope.path("poll", "options"))


def _placement(scope: Scope) -> Iterator[Broken]:
    """An ad placement that the platform does not have."""
    ad, known = scope.post.ad, sorted(scope.platform.placements)
    if ad is not None and ad.placement not in known:
        close = nearest(ad.placement, known)
        fix = f"Did you mean {close}?" if close else f"Known: {', '.join(known) or 'none; add it to platforms.yml'}."
        message = f"{scope.name} has no placement '{ad.placement}'"
        yield Broken("SMM030", message, fix, scope.path("ad", "placement"))


def _length(scope: Scope, fact: Most | None, text: str, what: str, path: tuple[str | int, ...]) -> Iterator[Broken]:
    if fact is None:
        return
    length = scope.count(text, fact.most)
    if length > fact.most:
        over = length - fact.most
        verb = "shows" if fact.soft else "takes"
        message = f"the {what} counts {length:,}, and {scope.name} {verb} {fact.most:,}"
        yield scope.beyond(fact, CODE, message, f"Shorten it by {over:,}.", path)


def _bytes(scope: Scope, text: str, path: tuple[str | int, ...]) -> Iterator[Broken]:
    fact, size = scope.format.text_bytes, len(text.encode())
    if fact is not None and size > fact.most:
        message = f"the text has {size:,} bytes, and {scope.name} takes {fact.most:,}"
        fix = "Use fewer emoji and accents, or fewer words."
        yield scope.beyond(fact, CODE, message, fix, path)


def _number(
    scope: Scope, fact: Most | None, found: list[str], what: str, path: tuple[str | int, ...]
) -> Iterator[Broken]:
    if fact is None or len(found) <= fact.most:
        return
    allowed = f"takes {fact.most}" if fact.most else "takes none here"
    message = f"the post has {len(found)} {what}, and {scope.name} {allowed}"
    fix = f"Remove {len(found) - fact.most}, for example {found[-1]}."
    yield scope.beyond(fact, CODE, message, fix, path)


def _cut(scope: Scope, fold: Fold | None, title: str, path: tuple[str | int, ...]) -> Iterator[Broken]:
    """A title that is cut off where it is shown: never more than a warning, because the place depends on the device."""
    if fold is not None and len(title) > fold.at:
        message = f"of the title about {fold.at} of {len(title)} characters show: {title[: fold.at]!r}"
        yield Broken(CODE, message, "Put what matters first.", path, Severity.WARNING)
