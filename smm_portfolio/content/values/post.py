"""Parts of a post: its files, what lies over a vertical picture, its words as an ad, and why it is advertising."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.media import FileName
from smm_portfolio.content.values.scalars import Flag, Id, Whole
from smm_portfolio.content.values.text import Text


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
