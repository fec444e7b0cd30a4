"""Pictures: a file with its words and its owner, or artwork that code draws."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from smm_portfolio.content.values.base import Model, ProjectFile, refuse, shown
from smm_portfolio.content.values.scalars import Whole
from smm_portfolio.content.values.text import Text


class Platform(StrEnum):
    """Where content appears."""

    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    LINKEDIN = "linkedin"
    X = "x"
    THREADS = "threads"
    PINTEREST = "pinterest"
    TELEGRAM = "telegram"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    NEWSLETTER = "newsletter"
    WEBSITE = "website"
    PODCAST = "podcast"
    SEARCH = "search"


class ContentFormat(StrEnum):
    """The shape of one piece of content."""

    FEED = "feed"
    CAROUSEL = "carousel"
    STORY = "story"
    REEL = "reel"
    SHORT = "short"
    VIDEO = "video"
    TEXT = "text"
    THREAD = "thread"
    PIN = "pin"
    CHANNEL_MESSAGE = "channel_message"
    AD = "ad"
    PHOTO = "photo"
    NEWSLETTER = "newsletter"
    ARTICLE = "article"
    PODCAST = "podcast"
    LIVE = "live"
    POLL = "poll"


class Motif(StrEnum):
    """Subjects that the look can draw where there is no picture."""

    LOAVES = "loaves"
    BOOKS = "books"
    QUILT = "quilt"
    COAT = "coat"
    PLANTS = "plants"
    BICYCLES = "bicycles"
    CUPS = "cups"
    BOTTLES = "bottles"
    SCREENS = "screens"
    HOUSES = "houses"
    TYPE = "type"


def _inside(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise refuse("SMM012", "this must be the path of a file", "Write for example images/window.jpg.")
    if "://" in value or value.startswith("//"):
        raise refuse("SMM021", "the file would be fetched from another site", "Save it in images/ and name that file.")
    parts = value.replace("\\", "/").split("/")
    if value.startswith(("/", "~")) or ".." in parts or "\\" in value or ":" in parts[0] or "\0" in value:
        raise refuse("SMM023", f"{shown(value)} leaves the docs folder", "Name the file relative to the docs folder.")
    return value


FileName = Annotated[str, BeforeValidator(_inside), ProjectFile(), Field(max_length=300)]
"""Path relative to the docs folder, with forward slashes."""


def _page(value: Any) -> str:
    name = _inside(value)
    if not name.endswith(".md"):
        raise refuse("SMM012", f"{shown(value)} is not a page", "Name its Markdown file, for example training/kpis.md.")
    return name


PageName = Annotated[str, BeforeValidator(_page), ProjectFile(), Field(max_length=300)]
"""A Markdown file of the docs folder, in the default language."""


class Artwork(Model):
    """A drawing made by code from a subject; the same motif and seed always give the same drawing."""

    motif: Motif
    """The subject."""
    seed: Whole = 1
    """Another number gives another arrangement."""


class Picture(Model):
    """A picture file with the words for people who do not see it."""

    file: FileName
    """Path relative to the docs folder."""
    alt: Text
    """What the picture shows."""
    owner: Text | None = None
    """Who holds the rights, and that they agreed."""
