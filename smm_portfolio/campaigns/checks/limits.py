"""Texts, titles, headlines, hashtags, mentions, links and emoji against the platform's limits."""

from __future__ import annotations

from collections.abc import Iterator

from smm_portfolio.campaigns.checks.scope import Scope, variants
from smm_portfolio.campaigns.counting.emoji import emoji_in
from smm_portfolio.campaigns.counting.links import links_in
from smm_portfolio.campaigns.counting.names import hashtags_in, mentions_in
from smm_portfolio.campaigns.facts import Fold, Most
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.values.text import Text
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


def _lines(scope: Scope) -> Iterator[Broken]:
    """Everything that is one line: title, words in the picture, ad copy, descriptions for people who do not see."""
    post, format_ = scope.post, scope.format
    named: list[tuple[Most | None, Text | None, str, tuple[str | int, ...]]] = [
        (format_.title, post.title, "title", ("title",)),
        (format_.overlay, post.headline, "headline", ("headline",)),
        (format_.alt, post.alt, "alt text", ("alt",)),
    ]
    if post.ad is not None:
        named.append((format_.headline, post.ad.headline, "headline", ("ad", "headline")))
        named.append((format_.description, post.ad.description, "description", ("ad", "description")))
    named += [(format_.alt, medium.alt, "alt text", ("media", i, "alt")) for i, medium in enumerate(post.media)]
    for fact, text, what, path in named:
        for steps, words in variants(text):
            yield from _length(scope, fact, words, what, scope.path(*path, *steps))
    for steps, words in variants(post.title if format_.title else None):
        yield from _cut(scope, format_.title_fold, words, scope.path("title", *steps))


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
