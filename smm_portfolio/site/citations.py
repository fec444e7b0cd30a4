"""Sources as a reader sees them: who, when, where, and what to know about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from smm_portfolio.content.values.source import Cite, Source
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.markdown_text import markdown_link
from smm_portfolio.site.views import SourceView
from smm_portfolio.site.words import say


def source_name(context: SiteContext, cite: Cite | None) -> str:
    """Who says it, without date; empty where no source is given."""
    source = context.library.cited(cite) if cite else None
    return context.text(source.name) if source else ""


def source_view(context: SiteContext, cite: Cite, *, note: bool = False) -> SourceView:
    """A source with its date and address, and what to know about it where asked."""
    source = context.library.cited(cite)
    if source is None:
        return SourceView(text=cite.id or "")
    text = _dated(context, source)
    if note and source.note is not None:
        text = f"{text}. {context.text(source.note)}"
    return SourceView(text=text, href=source.url or "")


def source_list(context: SiteContext, cites: Iterable[Cite]) -> tuple[SourceView, ...]:
    """Sources of a page, each once, with their notes."""
    found: dict[str, SourceView] = {}
    for cite in cites:
        view = source_view(context, cite, note=True)
        found.setdefault(view.text, view)
    return tuple(found.values())


def source_link(source: SourceView) -> str:
    """A source as Markdown."""
    return markdown_link(source.text, source.href)


def _dated(context: SiteContext, source: Source) -> str:
    name = context.text(source.name)
    if source.published:
        return say(context, "source_at", source=name, date=_published(context, source.published))
    if source.accessed:
        return say(context, "source_read", source=name, date=context.format.date(source.accessed))
    return name


def _published(context: SiteContext, word: str) -> str:
    """A date or month as typed by its parts, in words; anything else as it stands."""
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", word)
    if not match:
        return word
    try:
        day = dt.date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return word
    return context.format.date(day) if match[3] else context.format.inside_month(day)
