"""What holds for all posts of a campaign: words that must or may not be in, claims with their proof, tracked links."""

from __future__ import annotations

from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.scalars import Id
from smm_portfolio.content.values.source import Cited
from smm_portfolio.content.values.text import Text


class Phrase(Model):
    """Words that the client wants in, or never wants to read."""

    words: Text
    """The words, exactly; capitals do not matter."""
    platforms: tuple[Platform, ...] = ()
    """Only there; without it everywhere."""
    why: Text | None = None
    """The reason, for whoever writes the next post."""


class Claim(Model):
    """Something that the brand says of itself, with what proves it."""

    id: Id
    """Short id; posts name it under claims."""
    words: Text
    """The words that a post that makes the claim must hold, exactly; capitals do not matter."""
    proof: Cited
    """What proves it."""


class Utm(Model):
    """One naming scheme for the parameters that tell a site where visitors come from.

    The source is the platform, the content is the id of the post.
    """

    campaign: Id
    """utm_campaign of every link."""
    medium: Id = "social"
    """utm_medium of posts."""
    paid_medium: Id = "paid-social"
    """utm_medium of ads."""
