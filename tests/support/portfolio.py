"""A small project with every kind of content, in Dutch and English, and its compiled pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from smm_portfolio import resources
from smm_portfolio.content.labels import labels
from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import load
from smm_portfolio.problems import errors_in
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.formatting import Formatter
from smm_portfolio.site.templates import PageTemplates

TODAY = dt.date(2026, 11, 22)
SECRETS = ("Spaakwerk Tweewielers", "spaakwerk.example", "spaakwerk", "Bartje Wiel", "secret-post")

FILES = (Path(__file__).parent / "portfolio.txt").read_text(encoding="utf-8")
"""Its files; a line `== path` begins each."""


def library_of(root: Path, languages: tuple[str, ...] | None = None) -> Library:
    """The content of a project that must be sound."""
    loaded = load(root, languages=languages)
    assert not errors_in(loaded.problems), errors_in(loaded.problems)
    return loaded.library


def context_of(library: Library, language: str, *, with_pdf: bool = True, today: dt.date = TODAY) -> SiteContext:
    """The circumstances of a build with the base templates."""
    templates = PageTemplates([resources.themes_dir() / "base" / "web"])
    return SiteContext(library, language, labels(language), Formatter(language), templates, today, "", with_pdf)
