"""Everything of a post that is one line with a limit: titles, words in pictures, ad copy, answers, alt texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smm_portfolio.campaigns.checks.scope import Scope
from smm_portfolio.campaigns.facts import Most
from smm_portfolio.content.values.text import Text


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its limit.

    Args:
        key: what it is, as labels of previews call it.
        what: what it is in messages.
        fact: the limit; None where no source names one, and then nothing is claimed.
        text: the words; None where the post has none.
        path: steps from the post.
    """

    key: str
    what: str
    fact: Most | None
    text: Text | None
    path: tuple[str | int, ...]


def lines_of(scope: Scope) -> Iterator[Line]:
    """The lines of a post, in the order in which they are typed."""
    post, facts = scope.post, scope.format
    yield Line("title", "title", facts.title, post.title, ("title",))
    yield Line("overlay", "headline", facts.overlay, post.headline, ("headline",))
    yield Line("alt", "alt text", facts.alt, post.alt, ("alt",))
    for i, card in enumerate(post.cards):
        yield Line("overlay", "headline", facts.overlay, card.headline, ("cards", i, "headline"))
        yield Line("alt", "alt text", facts.alt, card.alt, ("cards", i, "alt"))
    if post.poll is not None:
        yield Line("question", "question", facts.question, post.poll.question, ("poll", "question"))
        for i, option in enumerate(post.poll.options):
            yield Line("answer", "answer", facts.option, option, ("poll", "options", i))
    if post.ad is not None:
        yield Line("headline", "headline", facts.headline, post.ad.headline, ("ad", "headline"))
        yield Line("description", "description", facts.description, post.ad.description, ("ad", "description"))
    for i, medium in enumerate(post.media):
        yield Line("alt", "alt text", facts.alt, medium.alt, ("media", i, "alt"))
