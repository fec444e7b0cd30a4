"""The guides of a build as PDFs, from the project's cache where nothing changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from smm_portfolio.hosts.session import CACHE, Dressed
from smm_portfolio.print.guide import guide_jobs
from smm_portfolio.print.pool import render_many
from smm_portfolio.problems import UserError


@dataclass(frozen=True, slots=True)
class FinishedGuide:
    """One PDF.

    Args:
        uri: address below the language's root.
        language: its language.
        source: the guide's file.
        pdf: the document.
        reused: whether it came from the cache.
    """

    uri: str
    language: str
    source: str
    pdf: bytes
    reused: bool


def rendered_guides(dressed: Dressed, languages: Iterable[str], site_url: str) -> list[FinishedGuide]:
    """Every guide in every language.

    Raises:
        UserError: a guide cannot be printed; carries the problems of all of them.
        PdfUnavailable: this machine cannot make PDFs.
    """
    library = dressed.library
    orders = guide_jobs(library, dressed.look, dressed.fonts, languages, site_url=site_url)
    results = render_many([order.job for order in orders], cache=library.root / CACHE / "pdf")
    problems = [problem for result in results for problem in result.problems]
    if problems:
        raise UserError(problems)
    return [
        FinishedGuide(order.uri, order.language, order.job.source, result.pdf, result.reused)
        for order, result in zip(orders, results, strict=True)
    ]


def guide_files(dressed: Dressed, language: str, site_url: str) -> dict[str, bytes]:
    """The guides of one language by address; see ``rendered_guides``."""
    return {guide.uri: guide.pdf for guide in rendered_guides(dressed, (language,), site_url)}
