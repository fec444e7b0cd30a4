"""Case studies as PDFs of two pages: one job for each case study and language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from smm_portfolio.content.kinds.case_study import CaseStudy
from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.library import Entry
from smm_portfolio.looks import FontSet, Look
from smm_portfolio.print.case_view import case_sheet, owner_name
from smm_portfolio.print.case_views import CaseSheetView
from smm_portfolio.print.job import Fit, PrintJob
from smm_portfolio.print.styles import closer_styles, print_styles
from smm_portfolio.print.templates import document
from smm_portfolio.problems import Problem, Severity
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import case_uri, printed_cases

CASE_PAGES = 2
"""A case study is read at a table, front and back of one sheet."""
CLOSER = ("case-close.css", "case-closer.css")
"""What is tried, one after the other, where a case takes more pages."""
ENOUGH_LETTERS = 60
"""A page with fewer is a heading that was left alone."""
MOST_BYTES = 10_000_000
"""What mail servers and application forms commonly take."""


@dataclass(frozen=True, slots=True)
class DocumentPdf:
    """A document to be rendered.

    Args:
        uri: where it goes in the site of its language: ``work/korenmaat.pdf``.
        language: two-letter code.
        job: what to render.
        most_pages: more are reported; 0 for any number.
    """

    uri: str
    language: str
    job: PrintJob
    most_pages: int = 0


@dataclass(frozen=True, slots=True)
class Dress:
    """What every document of a build is set in.

    Args:
        look: how it looks.
        fonts: of the look.
        paper: sheet of paper; that of smm.yml where it is left out.
    """

    look: Look
    fonts: FontSet
    paper: PaperSize | None = None


def case_jobs(context: SiteContext, dress: Dress) -> list[DocumentPdf]:
    """The case studies of one language that get a PDF."""
    return [case_job(context, entry, dress) for entry in printed_cases(context.library)]


def case_job(context: SiteContext, entry: Entry[CaseStudy], dress: Dress) -> DocumentPdf:
    """One case study; it must be public or anonymised."""
    view = case_sheet(context, entry, paper_of(context, dress))
    words = {"doc-brand": owner_name(context), "doc-id": view.foot}
    job = sheet_job(context, dress, "case", view, words, source=entry.file)
    fit = case_fit(dress, [view])
    labelled = replace(job, every_page=view.mock, min_page_chars=0, fit=fit)  # a long case may end with a few lines
    return DocumentPdf(case_uri(entry.slug), context.language, labelled, CASE_PAGES)


def case_fit(dress: Dress, views: Iterable[CaseSheetView]) -> Fit:
    """That each case study should take two pages, and what is done where one takes more."""
    return Fit(CASE_PAGES, closer_styles(dress.look, CLOSER), tuple(view.id for view in views))


def paper_of(context: SiteContext, dress: Dress) -> PaperSize:
    """The sheet that a document is printed on."""
    return dress.paper or context.library.settings.documents.paper


def sheet_job(
    context: SiteContext,
    dress: Dress,
    template: str,
    view: object,
    words: dict[str, str],
    *,
    source: str,
) -> PrintJob:
    """What to render for a view of case studies.

    Args:
        context: the build.
        dress: look, fonts, paper.
        template: of the looks' ``print/`` folders, without ending.
        view: what it shows.
        words: texts of the margins by token.
        source: the content file that problems name.
    """
    labels = context.labels["print"]
    html = document(dress.look, template, view, {**labels, **context.labels["site"]})
    margins = {**words, "page-word": labels["page_word"], "of-word": labels["of_word"]}
    paper = paper_of(context, dress)
    small = ("case-letter.css",) if paper is PaperSize.LETTER else ()
    text = html + "".join(margins.values())
    styles = print_styles(dress.look, dress.fonts, text=text, words=margins, paper=paper, sheets=("case.css", *small))
    colours = "".join(
        f"--smm-{role}: {colour};" for role, colour in dress.look.light.items() if role.startswith("art-")
    )
    library = context.library
    return PrintJob(
        html,
        (*styles, f":root {{{colours}}}"),
        source=source,
        base=library.docs,
        roots=(library.docs, dress.fonts.folder, *dress.look.layers),
        lang=context.language,
        forms=False,
        min_page_chars=ENOUGH_LETTERS,
    )


def document_problems(order: DocumentPdf, pages: int, size: int) -> list[Problem]:
    """Warnings about a finished document that is longer or larger than people want it; nothing of it is cut.

    Args:
        order: the document.
        pages: how many it has.
        size: in bytes.
    """
    problems = []
    if order.most_pages and pages > order.most_pages:
        problems.append(
            Problem(
                "SMM132",
                f"as a PDF this case study takes {pages} pages in {order.language}, more than {order.most_pages}",
                "Shorten the situation, the approach or the lessons, or leave it as it is: nothing is left out.",
                order.job.source,
                severity=Severity.WARNING,
            )
        )
    if size > MOST_BYTES:
        problems.append(
            Problem(
                "SMM133",
                f"{order.uri} has {size / 1_000_000:.1f} MB, more than {MOST_BYTES // 1_000_000}",
                "Show fewer works in it: documents.portfolio in smm.yml.",
                order.job.source,
                severity=Severity.WARNING,
            )
        )
    return problems
