"""The other versions of a post and the further posts of a thread, each looked at as if it were published alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from smm_portfolio.campaigns.checks.scope import Scope
from smm_portfolio.campaigns.versions import given_in, varied
from smm_portfolio.content.kinds.campaign import Post
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.media import ContentFormat
from smm_portfolio.problems import Severity

Check = Callable[[Scope], Iterator[Broken]]

SAME, NOT_SHOWN = "SMM140", "SMM141"
_STEPS = 2
"""Steps of a path that lead to a post: posts, and its place."""
_STRIPS = (ContentFormat.CAROUSEL, ContentFormat.STORY, ContentFormat.PHOTO, ContentFormat.AD)
_POLLS = (ContentFormat.POLL, ContentFormat.STORY, ContentFormat.TEXT, ContentFormat.CHANNEL_MESSAGE)


def variant_findings(scope: Scope, checks: tuple[Check, ...]) -> Iterator[Broken]:
    """What is wrong with the other versions of a post, at the fields that they give.

    Args:
        scope: the post.
        checks: what looks at a post.
    """
    test = scope.post.test
    for i, variant in enumerate(test.variants if test else ()):
        at = scope.path("test", "variants", i)
        given = given_in(variant)
        if all(getattr(variant, name) == getattr(scope.post, name) for name in given):
            message = f"version '{variant.id}' is the same as the post, so the test has no answer"
            yield Broken(SAME, message, "Give the text, headline, picture or ad copy that is different.", (*at, "id"))
            continue
        other = replace(scope, post=varied(scope.post, variant))
        for check in checks:
            for broken in check(other):
                if broken.path[_STEPS] in given:
                    yield replace(broken, path=(*at, *broken.path[_STEPS:]))


def part_findings(scope: Scope, checks: tuple[Check, ...]) -> Iterator[Broken]:
    """What is wrong with the further posts of a thread: each has the platform's limits to itself.

    Args:
        scope: the post.
        checks: what looks at a post.

    Why without what the client wants in every post: the thread as a whole is one post to its readers.
    """
    for i, part in enumerate(scope.post.parts):
        brief = scope.campaign.brief.model_copy(update={"required_words": ()})
        alone = {"text": part, "hashtags": (), "link": None, "parts": (), "claims": (), "disclosure": None}
        campaign = scope.campaign.model_copy(update={"brief": brief})
        other = replace(scope, campaign=campaign, post=scope.post.model_copy(update=alone))
        for check in checks:
            for broken in check(other):
                if broken.path[_STEPS] == "text":
                    yield replace(broken, path=scope.path("parts", i, *broken.path[_STEPS + 1 :]))


def shown_findings(scope: Scope) -> Iterator[Broken]:
    """Cards, further posts and polls that a post of this format does not show."""
    for key, given, formats in _parts(scope.post):
        if given and scope.post.format not in formats:
            message = f"a post of the format {scope.post.format} does not show its {key}"
            fix = f"Choose another format ({', '.join(formats)}), or remove {key}."
            yield Broken(NOT_SHOWN, message, fix, scope.path(key), Severity.WARNING)


def _parts(post: Post) -> tuple[tuple[str, bool, tuple[ContentFormat, ...]], ...]:
    return (
        ("cards", bool(post.cards), _STRIPS),
        ("parts", bool(post.parts), (ContentFormat.THREAD,)),
        ("poll", post.poll is not None, _POLLS),
    )
