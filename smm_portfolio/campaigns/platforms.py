"""What a platform shows of a format: pixels, fold, longest text, safe zones; facts from ``data/platforms.yml``."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import Field

from smm_portfolio import resources
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.media import ContentFormat, Platform
from smm_portfolio.content.values.scalars import Date, Id, Whole
from smm_portfolio.content.values.source import Confidence, Source
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.problems import InternalError

Percent = Annotated[Whole, Field(ge=0, le=100)]


class FormatFacts(Model):
    """One format on one platform."""

    px: tuple[Whole, Whole] | None = None
    """Width and height of the picture in pixels."""
    fold: Whole | None = None
    """Characters shown before 'more'; approximate."""
    limit: Whole | None = None
    """Longest text in characters."""
    safe: tuple[Percent, Percent, Percent, Percent] | None = None
    """Percent of the frame that buttons and texts may cover: top, right, bottom, left."""
    confidence: Confidence
    """How far the figures can be trusted."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of sources in the same file."""


class PlatformFacts(Model):
    """The whole file."""

    checked: Date
    """The day that the sources were last looked at."""
    sources: dict[Id, Source]
    """Sources by id."""
    platforms: dict[Platform, dict[ContentFormat, FormatFacts]]
    """Facts by platform and format."""


@cache
def platform_facts() -> PlatformFacts:
    """Everything that is known of platforms."""
    path = resources.data_dir() / "platforms.yml"
    document, problems = read_yaml(path.read_bytes(), path.name)
    if problems:
        raise InternalError(f"{path.name}: {problems[0].message}")
    return PlatformFacts.model_validate(document.data)


def format_facts(platform: Platform, format_: ContentFormat) -> FormatFacts | None:
    """What is known of a format; None where nothing is, and then nothing is drawn or claimed."""
    return platform_facts().platforms.get(platform, {}).get(format_)
