"""The documents of a build as PDFs, from the project's cache where nothing changed: guides, case studies, portfolio."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from smm_portfolio.clock import build_day
from smm_portfolio.deliverables.documents import campaign_jobs
from smm_portfolio.hosts.contexts import site_context
from smm_portfolio.hosts.session import CACHE, Dressed, Request
from smm_portfolio.print.case import DocumentPdf, Dress, case_jobs, document_problems
from smm_portfolio.print.facts import document_facts
from smm_portfolio.print.guide import guide_jobs
from smm_portfolio.print.pool import render_many
from smm_portfolio.print.portfolio import portfolio_jobs
from smm_portfolio.problems import Problem, UserError, errors_in


@dataclass(frozen=True, slots=True)
class FinishedDocument:
    """One PDF.

    Args:
        uri: address below the language's root.
        language: its language.
        source: the file that it comes from.
        pdf: the document.
        reused: whether it came from the cache.
        problems: warnings about it.
    """

    uri: str
    language: str
    source: str
    pdf: bytes
    reused: bool
    problems: tuple[Problem, ...] = ()


def document_orders(dressed: Dressed, languages: Iterable[str], site_url: str) -> list[DocumentPdf]:
    """Every document that a build has: all guides, the case studies that smm.yml allows, the portfolio."""
    wanted = tuple(languages)
    guides = guide_jobs(dressed.library, dressed.look, dressed.fonts, wanted, site_url=site_url)
    orders = [DocumentPdf(one.uri, one.language, one.job) for one in guides]
    dress = Dress(dressed.look, dressed.fonts)
    for language in wanted:
        context = site_context(dressed, language, build_day(), Request(site_url=site_url))
        orders += [*case_jobs(context, dress), *portfolio_jobs(context, dress), *campaign_jobs(context, dress)]
    return orders


def rendered_documents(dressed: Dressed, languages: Iterable[str], site_url: str) -> list[FinishedDocument]:
    """Every document in every language.

    Raises:
        UserError: a document cannot be printed; carries the problems of all of them.
        PdfUnavailable: this machine cannot make PDFs.
    """
    orders = document_orders(dressed, languages, site_url)
    # the longest first, so that no processor is left with it at the end
    turns = sorted(range(len(orders)), key=lambda place: -len(orders[place].job.html))
    results = render_many([orders[place].job for place in turns], cache=dressed.library.root / CACHE / "pdf")
    by_order = dict(zip(turns, results, strict=True))
    if wrong := errors_in(problem for result in results for problem in result.problems):
        raise UserError(wrong)
    finished = []
    for place, order in enumerate(orders):
        result = by_order[place]
        facts = document_facts(result.pdf)
        problems = (*result.problems, *document_problems(order, facts.pages, facts.size))
        one = FinishedDocument(order.uri, order.language, order.job.source, result.pdf, result.reused, problems)
        finished.append(one)
    return finished


def document_files(dressed: Dressed, language: str, site_url: str) -> dict[str, bytes]:
    """The documents of one language by address; see ``rendered_documents``."""
    return {one.uri: one.pdf for one in rendered_documents(dressed, (language,), site_url)}
