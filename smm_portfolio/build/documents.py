"""Printed documents: all of them for the site or a folder, or one of them, a guide with somebody's real dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from smm_portfolio.clock import build_day
from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import Loaded
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.deliverables.documents import DOCUMENTS
from smm_portfolio.hosts.contexts import site_context
from smm_portfolio.hosts.documents import rendered_documents
from smm_portfolio.hosts.session import Dressed, Request, dress, language_of
from smm_portfolio.looks.files import write_whole
from smm_portfolio.print.case import DocumentPdf, Dress, case_job, document_problems
from smm_portfolio.print.facts import document_facts
from smm_portfolio.print.guide import Copy, make_guide
from smm_portfolio.print.pool import render_many
from smm_portfolio.print.portfolio import portfolio_job
from smm_portfolio.problems import Problem, UserError
from smm_portfolio.site.downloads import portfolio_works, printed_cases, told_cases

PORTFOLIO = "portfolio"
"""What the portfolio is called on the command line."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Finished documents.

    Args:
        files: by language and address below the language's root, the PDF.
        rendered: how many were laid out.
        reused: how many had not changed.
        sources: the content file behind each address.
        problems: warnings.
    """

    files: Mapping[str, Mapping[str, bytes]]
    rendered: int
    reused: int
    sources: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def document_count(library: Library) -> int:
    """How many PDFs a build makes."""
    portfolios = 1 if portfolio_works(library) else 0
    campaigns = len(library.campaigns) * len(DOCUMENTS)
    return (len(library.guides) + len(printed_cases(library)) + portfolios + campaigns) * len(library.languages)


def print_documents(dressed: Dressed, site_url: str, languages: tuple[str, ...] = ()) -> Printed:
    """Make every PDF of a build.

    Args:
        dressed: checked content with its look.
        site_url: address of the site, or empty.
        languages: which ones; all of the project where none are named.

    Raises:
        UserError: a document cannot be printed, or this machine lacks the libraries.
    """
    made = rendered_documents(dressed, languages or dressed.library.languages, site_url)
    files: dict[str, dict[str, bytes]] = {}
    for one in made:
        files.setdefault(one.language, {})[one.uri] = one.pdf
    reused = sum(one.reused for one in made)
    problems = tuple(problem for one in made for problem in one.problems)
    return Printed(files, len(made) - reused, reused, {one.uri: one.source for one in made}, problems)


@dataclass(frozen=True, slots=True)
class DocumentOrder:
    """One document for somebody.

    Args:
        name: slug of a guide or case study, ``guides/`` or ``work/`` before it where both have it, or ``portfolio``.
        language: to print it in; the first of the project where it is left out.
        dates: known days by anchor, of a guide; without them due dates stay relative.
        site_url: address of the site, for the QR codes, or empty.
        large: whether a guide is in large print.
    """

    name: str
    language: str | None = None
    dates: Mapping[str, dt.date] = field(default_factory=dict)
    site_url: str = ""
    large: bool = False


def print_document(loaded: Loaded, order: DocumentOrder, out: Path) -> list[Problem]:
    """Print one document; nothing of it is kept in a cache.

    Returns:
        Warnings.

    Raises:
        UserError: there is no such document or language, or it cannot be printed; nothing is written then.
    """
    dressed = dress(loaded)
    library = dressed.library
    language = language_of(library, order.language, None)
    site_url = order.site_url or str(library.settings.site_url or "")
    slug = order.name.removeprefix("guides/")
    if any(guide.slug == slug for guide in library.guides) and not order.name.startswith("work/"):
        dates = {Anchor(name): day for name, day in order.dates.items()}
        copy = Copy(language, site_url, dates, large=order.large)
        return make_guide(slug, out, library, dressed.look, dressed.fonts, copy)
    job = _job(dressed, order, language, site_url)
    (result,) = render_many([job.job])
    if not result.ok:
        raise UserError(result.problems)
    write_whole(out, result.pdf)
    return [*result.problems, *document_problems(job, document_facts(result.pdf).pages, len(result.pdf))]


def write_documents(loaded: Loaded, language: str | None, site_url: str, folder: Path) -> tuple[list[Path], Printed]:
    """Print everything that a build prints into a folder, by language and address.

    Raises:
        UserError: there is no such language, or a document cannot be printed; nothing is written then.
    """
    dressed = dress(loaded)
    languages = (language_of(dressed.library, language, None),) if language else ()
    printed = print_documents(dressed, site_url or str(dressed.library.settings.site_url or ""), languages)
    written = []
    for code, files in sorted(printed.files.items()):
        for uri, pdf in sorted(files.items()):
            path = folder / code / uri
            write_whole(path, pdf)
            written.append(path)
    return written, printed


def _job(dressed: Dressed, order: DocumentOrder, language: str, site_url: str) -> DocumentPdf:
    """A case study, or the portfolio.

    Raises:
        UserError: neither.
    """
    library = dressed.library
    context = site_context(dressed, language, build_day(), Request(site_url=site_url))
    clothes = Dress(dressed.look, dressed.fonts)
    if order.dates or order.large:
        raise _refused(f"'{order.name}' is not a guide", "Dates and large print belong to guides; leave them out.")
    if order.name == PORTFOLIO and library.profile and portfolio_works(library):
        return portfolio_job(context, library.profile, clothes)
    slug = order.name.removeprefix("work/")
    case = next((entry for entry in told_cases(library) if entry.slug == slug), None)
    if case is not None:
        return case_job(context, case, clothes)
    if any(entry.slug == slug for entry in library.cases):
        raise _refused(f"'{slug}' is shown on request only", "Its page is a teaser, so there is nothing to print.")
    known = [*(one.slug for one in library.guides), *(one.slug for one in told_cases(library)), PORTFOLIO]
    close = nearest(order.name, known)
    fix = f"Did you mean {close}?" if close else f"Use one of: {', '.join(known)}."
    raise _refused(f"there is no guide, case study or portfolio '{order.name}'", fix)


def _refused(message: str, fix: str) -> UserError:
    return UserError([Problem("SMM063", message, fix)])
