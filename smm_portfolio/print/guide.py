"""Printed guides: one job for each guide and language, and one PDF with real dates for somebody who asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from smm_portfolio.content.kinds.guide import Guide, PaperSize
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.looks import FontSet, Look
from smm_portfolio.looks.files import write_whole
from smm_portfolio.print.context import Context
from smm_portfolio.print.guide_view import guide_view, used_anchors
from smm_portfolio.print.job import PrintJob
from smm_portfolio.print.pool import render_many
from smm_portfolio.print.styles import print_styles
from smm_portfolio.print.templates import document
from smm_portfolio.print.views import LogoView
from smm_portfolio.problems import Problem, UserError

Anchors = Mapping[Anchor, dt.date]
_NO_ANCHORS: Anchors = {}
_ENOUGH_LETTERS = 120
"""A page with fewer is a heading that was left alone."""


@dataclass(frozen=True, slots=True)
class GuidePdf:
    """A guide to be rendered.

    Args:
        uri: where it goes in the site of its language: ``guides/new-hire.pdf``.
        language: two-letter code.
        job: what to render.
    """

    uri: str
    language: str
    job: PrintJob


def guide_uri(slug: str) -> str:
    """Where the PDF of a guide lies in the site of its language."""
    return f"guides/{slug}.pdf"


def guide_jobs(
    library: Library,
    look: Look,
    fonts: FontSet,
    languages: Iterable[str],
    *,
    site_url: str = "",
    anchors: Anchors = _NO_ANCHORS,
) -> list[GuidePdf]:
    """Every guide in every language.

    Args:
        library: all content, without errors.
        look: how it looks.
        fonts: of the look.
        languages: which ones to make.
        site_url: root of the finished site, for the QR codes; without it the documents say the way in words.
        anchors: days that are known; due dates that count from others stay relative.

    Raises:
        UserError: a due date outside the calendar.
    """
    return [
        GuidePdf(
            guide_uri(entry.slug),
            language,
            guide_job(entry, library, look, fonts, language, site_url=site_url, anchors=anchors),
        )
        for language in languages
        for entry in library.guides
    ]


def guide_job(
    entry: Entry[Guide],
    library: Library,
    look: Look,
    fonts: FontSet,
    language: str,
    *,
    site_url: str = "",
    anchors: Anchors = _NO_ANCHORS,
    paper: PaperSize | None = None,
) -> PrintJob:
    """One guide in one language; arguments as for ``guide_jobs``, and ``paper`` in place of the guide's own.

    Raises:
        UserError: a due date outside the calendar, placed in the guide's file.
    """
    used = used_anchors(entry.model, library)
    context = Context(
        library,
        language,
        site_url=language_root(library, language, site_url),
        lists_sources=any(section.sources for section in entry.model.sections),
        anchors={anchor: anchors[anchor] for anchor in Anchor if anchor in anchors and anchor in used},
    )
    try:
        view = guide_view(entry, context, _logo(look))
    except UserError as error:
        raise UserError(problem if problem.file else problem.at(entry.file) for problem in error.problems) from error
    html = document(look, "guide", view, context.labels)
    words = {
        "doc-brand": view.running,
        "doc-id": view.foot,
        "page-word": context.labels["page_word"],
        "of-word": context.labels["of_word"],
    }
    styles = print_styles(
        look,
        fonts,
        text=html + "".join(words.values()),
        words=words,
        paper=paper or entry.model.paper,
        sheets=("guide.css",),
    )
    roots = (library.docs, fonts.folder, *look.layers)
    enough = min(_ENOUGH_LETTERS, view.cover.letters)
    return PrintJob(html, styles, entry.file, base=library.docs, roots=roots, lang=language, min_page_chars=enough)


def language_root(library: Library, language: str, site_url: str) -> str:
    """The address of the site of one language, ending in a slash; empty where the site's is not known."""
    if not site_url:
        return ""
    root = site_url.rstrip("/") + "/"
    return root if language == library.settings.default_language else f"{root}{language}/"


def _logo(look: Look) -> LogoView | None:
    logo = look.brand.logo
    path = look.find(logo.file) if logo else None
    return LogoView(src=path.resolve().as_uri(), alt=logo.alt) if logo and path else None


def make_guide(
    slug: str,
    out: Path,
    library: Library,
    look: Look,
    fonts: FontSet,
    language: str,
    *,
    site_url: str = "",
    anchors: Anchors = _NO_ANCHORS,
    paper: PaperSize | None = None,
) -> list[Problem]:
    """Render one guide and write it whole; a copy with somebody's dates is kept in no cache.

    Returns:
        Warnings.

    Raises:
        UserError: no such guide, or every problem of the document; nothing is written then.
        PdfUnavailable: this machine cannot make PDFs.
    """
    entry = next((guide for guide in library.guides if guide.slug == slug), None)
    if entry is None:
        known = [guide.slug for guide in library.guides]
        close = nearest(slug, known)
        fix = f"Did you mean {close}?" if close else f"Use one of: {', '.join(known) or 'none yet'}."
        raise UserError([Problem("SMM063", f"there is no guide '{slug}'", fix)])
    job = guide_job(entry, library, look, fonts, language, site_url=site_url, anchors=anchors, paper=paper)
    (result,) = render_many([job])
    if not result.ok:
        raise UserError(result.problems)
    write_whole(out, result.pdf)
    return list(result.problems)
