"""Printed guides: one job for each guide and language, and one PDF with real dates for somebody who asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from smm_portfolio.content.kinds.guide import Guide, PaperSize
from smm_portfolio.content.labels import labels
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
from smm_portfolio.print.views import GuideView, LogoView
from smm_portfolio.problems import Problem, UserError

_ENOUGH_LETTERS, _ENOUGH_LARGE_LETTERS = 120, 40
"""A page with fewer is a heading that was left alone; in large print a page holds a third."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What may differ between two copies of a guide.

    Args:
        language: two-letter code.
        site_url: root of the finished site, for the QR code; without it the guide says the way in words.
        anchors: days that are known; due dates that count from others stay relative.
        paper: sheet of paper; the guide's own where it is left out.
        large: whether it is in large print.
    """

    language: str
    site_url: str = ""
    anchors: Mapping[Anchor, dt.date] = field(default_factory=dict)
    paper: PaperSize | None = None
    large: bool = False


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
    anchors: Mapping[Anchor, dt.date] | None = None,
) -> list[GuidePdf]:
    """Every guide in every language.

    Args:
        library: all content, without errors.
        look: how it looks.
        fonts: of the look.
        languages: which ones to make.
        site_url: see ``Copy``.
        anchors: see ``Copy``.

    Raises:
        UserError: a due date outside the calendar.
    """
    copies = [Copy(language, site_url, anchors or {}) for language in languages]
    return [
        GuidePdf(guide_uri(entry.slug), copy.language, guide_job(entry, library, look, fonts, copy))
        for copy in copies
        for entry in library.guides
    ]


def guide_job(entry: Entry[Guide], library: Library, look: Look, fonts: FontSet, copy: Copy) -> PrintJob:
    """One copy of a guide.

    Raises:
        UserError: a due date outside the calendar, placed in the checklist's file.
    """
    used = used_anchors(entry.model, library)
    context = Context(
        library,
        copy.language,
        site_url=language_root(library, copy.language, copy.site_url),
        lists_sources=any(section.sources for section in entry.model.sections),
        anchors={anchor: copy.anchors[anchor] for anchor in Anchor if anchor in copy.anchors and anchor in used},
    )
    view = guide_view(entry, context, logo_view(look))
    return view_job(view, entry, library, look, fonts, copy)


def view_job(
    view: GuideView,
    entry: Entry[Guide],
    library: Library,
    look: Look,
    fonts: FontSet,
    copy: Copy,
    *,
    sheets: tuple[str, ...] = (),
    variant: str = "pdf/ua-1",
) -> PrintJob:
    """What to render for a view of a guide.

    Args:
        view: of this copy.
        entry: the guide.
        library: all content.
        look: how it looks.
        fonts: of the look.
        copy: language, paper and size of print.
        sheets: style sheets of the looks' ``print/`` folders beside ``guide.css``.
        variant: see ``PrintJob``.
    """
    words = labels(copy.language)["print"]
    view = replace(view, large=copy.large)
    html = document(look, "guide", view, words)
    margins = {
        "doc-brand": view.running,
        "doc-id": view.foot,
        "page-word": words["page_word"],
        "of-word": words["of_word"],
    }
    text, paper = html + "".join(margins.values()), copy.paper or entry.model.paper
    return PrintJob(
        html,
        print_styles(
            look, fonts, text=text, words=margins, paper=paper, sheets=("guide.css", *sheets), large=copy.large
        ),
        source=entry.file,
        base=library.docs,
        roots=(library.docs, fonts.folder, *look.layers),
        lang=copy.language,
        variant=variant,
        min_page_chars=min(_ENOUGH_LARGE_LETTERS if copy.large else _ENOUGH_LETTERS, view.cover.letters),
    )


def language_root(library: Library, language: str, site_url: str) -> str:
    """The address of the site of one language, ending in a slash; empty where the site's is not known."""
    if not site_url:
        return ""
    root = site_url.rstrip("/") + "/"
    return root if language == library.settings.default_language else f"{root}{language}/"


def logo_view(look: Look) -> LogoView | None:
    """The mark of a look for the cover, where it has one."""
    logo = look.brand.logo
    path = look.find(logo.file) if logo else None
    return LogoView(src=path.resolve().as_uri(), alt=logo.alt) if logo and path else None


def make_guide(slug: str, out: Path, library: Library, look: Look, fonts: FontSet, copy: Copy) -> list[Problem]:
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
    (result,) = render_many([guide_job(entry, library, look, fonts, copy)])
    if not result.ok:
        raise UserError(result.problems)
    write_whole(out, result.pdf)
    return list(result.problems)
