"""Parts of a post: its files, what lies over a vertical picture, its words as an ad, and why it is advertising."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.media import Artwork, FileName, Picture
from smm_portfolio.content.values.metric import MetricId
from smm_portfolio.content.values.scalars import Flag, Id, Whole
from smm_portfolio.content.values.text import Prose, Text


class Disclosure(StrEnum):
    """Why a post must say that it is advertising."""

    PARTNERSHIP = "partnership"
    GIFT = "gift"
    AFFILIATE = "affiliate"


class Medium(Model):
    """A picture or video of a post, as it would be uploaded."""

    file: FileName
    """Path relative to the docs folder."""
    alt: Text | None = None
    """What the picture shows; needed for pictures."""
    captions: FileName | None = None
    """Subtitles of a video, as .srt or .vtt file."""
    captions_in_picture: Flag = False
    """The subtitles are part of the picture."""
    silent: Flag = False
    """Nobody speaks, so that there is nothing to caption."""


class Element(Model):
    """Something that lies over a vertical picture, in pixels of the format's canvas."""

    name: Text
    """What it is: logo, price, button."""
    left: Annotated[Whole, Field(ge=0)]
    """From the left edge."""
    top: Annotated[Whole, Field(ge=0)]
    """From the top edge."""
    width: Annotated[Whole, Field(ge=1)]
    """Width."""
    height: Annotated[Whole, Field(ge=1)]
    """Height."""


class AdCopy(Model):
    """What an ad has and an ordinary post has not."""

    placement: Id
    """Where it is shown: feed-ad, story-ad, in-feed-ad; the platforms' own are in platforms.yml."""
    headline: Text | None = None
    """Headline below the picture."""
    description: Text | None = None
    """Line below the headline."""
    call_to_action: Text | None = None
    """Words on the button."""


class Card(Model):
    """One card of a carousel, in the order in which people swipe."""

    headline: Text | None = None
    """Text inside the picture."""
    alt: Text
    """What the picture shows."""
    picture: Picture | None = None
    """Picture file; without one artwork is drawn."""
    art: Artwork | None = None
    """A drawing in place of a picture; without one the post's."""


class Poll(Model):
    """A question with answers to choose from."""

    question: Text
    """The question."""
    options: Annotated[tuple[Text, ...], Field(min_length=2, max_length=12)]
    """The answers."""
    hours: Annotated[Whole, Field(ge=1, le=720)] | None = None
    """How long it is open, in hours."""


class Variant(Model):
    """Another version of a post, to be tried against it; what is not given is as in the post itself."""

    id: Id
    """Short id: b."""
    differs: Text
    """What is different: one thing, or the test says nothing."""
    text: Prose | None = None
    """Other text."""
    headline: Text | None = None
    """Other words in the picture."""
    alt: Text | None = None
    """What the other picture shows."""
    picture: Picture | None = None
    """Other picture."""
    art: Artwork | None = None
    """Other drawing."""
    ad: AdCopy | None = None
    """Other words of an ad."""


class SplitTest(Model):
    """An A/B test: the post is version A, its variants are B and on."""

    hypothesis: Text
    """If we change this, then that, because."""
    metric: MetricId
    """Id of the metric that decides."""
    decision: Text
    """From which difference and after how many people one version wins."""
    variants: Annotated[tuple[Variant, ...], Field(min_length=1, max_length=4)]
    """The other versions."""
