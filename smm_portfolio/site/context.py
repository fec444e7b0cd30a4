"""What every page builder needs: the library, the language, its labels and formats, and the templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from smm_portfolio.content.library import Library
from smm_portfolio.content.values.text import Text
from smm_portfolio.pictures import NO_PICTURES, PictureSet
from smm_portfolio.site.formatting import Formatter
from smm_portfolio.site.templates import PageTemplates


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A finished file of this build: number of pages, 0 where it has none, and size in bytes."""

    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class SiteContext:
    """The circumstances of one build in one language.

    Args:
        library: all content.
        language: two-letter code of the pages.
        labels: the whole label file of the language.
        format: numbers, money and dates in the language.
        templates: page templates of the look.
        today: the day of the build, for the age of figures; passed in, never read from a clock.
        site_url: address of the whole site, with a slash at the end, or empty.
        with_pdf: whether the guides' PDFs are part of this build, so that pages may link to them.
        documents: the files of this build by address below the language's root; pages link to no other.
        pictures: picture files that are ready for pages.
        memo: what was worked out once for this build, so that no page does it again.
    """

    library: Library
    language: str
    labels: Mapping[str, Any]
    format: Formatter
    templates: PageTemplates
    today: dt.date
    site_url: str = ""
    with_pdf: bool = True
    documents: Mapping[str, DocumentFacts] = field(default_factory=dict)
    pictures: PictureSet = NO_PICTURES
    memo: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def language_url(self) -> str:
        """Absolute address of this language's root, or empty where the site's is not known."""
        default = self.library.settings.default_language
        folder = "" if self.language == default else f"{self.language}/"
        return f"{self.site_url}{folder}" if self.site_url else ""

    def text(self, text: Text | None) -> str:
        """A text in this language, or an empty string."""
        return "" if text is None else text.pick(self.language)
