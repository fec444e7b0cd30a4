"""What platforms allow and show: every figure with its sources, the day it was checked, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from smm_portfolio.campaigns.counting import Mode, Rule, Weights
from smm_portfolio.content.values.base import Broken, Model
from smm_portfolio.content.values.media import ContentFormat, Platform
from smm_portfolio.content.values.scalars import Date, Flag, Id, Number, Whole, Word
from smm_portfolio.content.values.source import Confidence, Source
from smm_portfolio.content.values.text import Text

Percent = Annotated[Whole, Field(ge=0, le=100)]
Positive = Annotated[Whole, Field(ge=1)]


class Fact(Model):
    """Something that a platform allows or shows."""

    confidence: Confidence
    """high: the platform's own documentation, or two independent recent sources; medium: several others; low: one, or
    sources disagree."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of sources in the same file, or in the file that comes with us."""
    checked: Date | None = None
    """The day that somebody last looked; without it the day of the file."""
    disagree: Text | None = None
    """What other sources say."""
    note: Text | None = None
    """What a reader should know."""

    @property
    def sure(self) -> bool:
        """Whether breaking it is an error and not a warning."""
        return self.confidence is Confidence.HIGH


class Most(Fact):
    """A limit: characters, hashtags, links."""

    most: Annotated[Whole, Field(ge=0)]
    """The most that is allowed."""
    soft: Flag = False
    """More is allowed, but cut off where it is shown."""

    @property
    def sure(self) -> bool:
        """A soft limit is never an error."""
        return super().sure and not self.soft


class MostMegabytes(Fact):
    """Largest file."""

    most: Annotated[Number, Field(gt=0)]
    """Megabytes of 1,000,000 bytes."""


class Between(Fact):
    """A number of pictures, or a length in seconds."""

    least: Annotated[Whole, Field(ge=0)] = 0
    """The least."""
    most: Positive
    """The most."""

    def rule_order(self) -> Iterator[Broken]:
        """A least that is more than the most."""
        if self.least > self.most:
            yield Broken("SMM018", f"least {self.least} is more than most {self.most}", "Swap the two.", ("least",))


class Ratios(Fact):
    """Proportions that a picture may have, width divided by height."""

    least: Annotated[Number, Field(gt=0)] | None = None
    """The tallest: 0.75 is 3:4; without it any."""
    most: Annotated[Number, Field(gt=0)]
    """The widest: 1.91 is 1.91:1."""


class Fold(Fact):
    """Where "more" begins; approximate, it depends on device and font."""

    at: Positive
    """Characters shown before it."""


class Canvas(Fact):
    """The size a picture is best made in."""

    px: tuple[Positive, Positive]
    """Width and height in pixels."""


class Margins(Fact):
    """Parts of a vertical frame that the platform's buttons and texts cover, in percent of the frame."""

    top: Percent = 0
    """From the top."""
    right: Percent = 0
    """From the right."""
    bottom: Percent = 0
    """From the bottom."""
    left: Percent = 0
    """From the left."""

    @property
    def sides(self) -> tuple[int, int, int, int]:
        """Top, right, bottom, left."""
        return self.top, self.right, self.bottom, self.left


class FileTypes(Fact):
    """Kinds of file that are accepted."""

    types: Annotated[tuple[Word, ...], Field(min_length=1)]
    """Endings without the dot, lower case: jpeg, png, mp4, mov."""


class Range(Model):
    """Characters that weigh alike on X."""

    first: Annotated[Whole, Field(ge=0)]
    """First code point."""
    last: Annotated[Whole, Field(ge=0)]
    """Last code point."""
    weight: Positive
    """Weight of each."""


class Counting(Fact):
    """How the platform counts a text."""

    mode: Mode
    """codepoints, utf16, graphemes, x, mastodon or threads."""
    link: Annotated[Whole, Field(ge=0)] = 0
    """What a link counts for, where it has a fixed length."""
    link_in_text: Flag = False
    """A post's link stands in its text and counts."""
    scale: Positive = 1
    """X: weight of one weighted character."""
    heavy: Positive = 1
    """X: weight of a character outside the light ranges."""
    light: tuple[Range, ...] = ()
    """X: ranges of light characters."""

    def rule(self, most: int) -> Rule:
        """The way to count, for a text of at most so many."""
        if self.mode is not Mode.X:
            return Rule(self.mode, self.link)
        light = tuple((one.first, one.last, one.weight) for one in self.light)
        return Rule(self.mode, self.link, Weights(most, self.scale, self.heavy, light, self.link, emoji=True))


class FormatFacts(Model):
    """One format or ad placement of a platform; what is not known is left out and not claimed."""

    canvas: Canvas | None = None
    """Size of the picture."""
    ratios: Ratios | None = None
    """Proportions that are accepted."""
    safe: Margins | None = None
    """What the platform covers."""
    fold: Fold | None = None
    """Where "more" begins."""
    text: Most | None = None
    """Longest text, in the platform's own counting."""
    text_bytes: Most | None = None
    """Longest text in UTF-8 bytes."""
    title: Most | None = None
    """Longest title, where the format has one."""
    title_fold: Fold | None = None
    """Where a title is cut off."""
    headline: Most | None = None
    """Longest headline of an ad."""
    description: Most | None = None
    """Longest description of an ad."""
    overlay: Most | None = None
    """Longest text inside the picture."""
    hashtags: Most | None = None
    """Most hashtags."""
    mentions: Most | None = None
    """Most accounts mentioned."""
    links: Most | None = None
    """Most links in the text."""
    emoji: Most | None = None
    """Most emoji."""
    files: Between | None = None
    """Number of pictures and videos together."""
    images: Between | None = None
    """Number of pictures."""
    videos: Between | None = None
    """Number of videos."""
    image_types: FileTypes | None = None
    """Kinds of picture."""
    video_types: FileTypes | None = None
    """Kinds of video."""
    image_size: MostMegabytes | None = None
    """Largest picture."""
    video_size: MostMegabytes | None = None
    """Largest video."""
    seconds: Between | None = None
    """Length of a video."""
    alt: Most | None = None
    """Longest description for people who do not see the picture."""
    question: Most | None = None
    """Longest question of a poll."""
    options: Between | None = None
    """Number of answers of a poll."""
    option: Most | None = None
    """Longest answer of a poll."""


class PlatformFacts(Model):
    """A platform."""

    name: Word | None = None
    """Name as it is written."""
    counting: Counting | None = None
    """How it counts."""
    handle: Most | None = None
    """Longest account name."""
    bio: Most | None = None
    """Longest profile text."""
    formats: dict[ContentFormat, FormatFacts] = Field(default_factory=dict)
    """Facts by format."""
    placements: dict[Id, FormatFacts] = Field(default_factory=dict)
    """Facts by ad placement."""


class PlatformFile(Model):
    """platforms.yml: what platforms allow; a project's own file, with the same keys, overrides what comes with us."""

    checked: Date
    """The day that the sources were last looked at."""
    sources: dict[Id, Source] = Field(default_factory=dict)
    """Sources by id."""
    platforms: dict[Platform, PlatformFacts] = Field(default_factory=dict)
    """Facts by platform."""
