"""The whole portfolio as one PDF: one job for each language."""

from __future__ import annotations

from dataclasses import replace

from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.library import Entry
from smm_portfolio.print.case import DocumentPdf, Dress, paper_of, sheet_job
from smm_portfolio.print.case_view import mock_label, running_title
from smm_portfolio.print.guide import logo_view
from smm_portfolio.print.portfolio_view import portfolio_foot, portfolio_view
from smm_portfolio.print.portfolio_works import cases_among, full_title
from smm_portfolio.site.cards import is_mock
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import portfolio_uri, portfolio_works
from smm_portfolio.site.relations import Work


def portfolio_jobs(context: SiteContext, dress: Dress) -> list[DocumentPdf]:
    """The portfolio in one language; none where there is nobody or nothing to show."""
    profile = context.library.profile
    return [portfolio_job(context, profile, dress)] if profile and portfolio_works(context.library) else []


def portfolio_job(context: SiteContext, entry: Entry[Profile], dress: Dress) -> DocumentPdf:
    """The portfolio of a profile."""
    view = portfolio_view(context, entry, paper_of(context, dress), logo_view(dress.look))
    works = portfolio_works(context.library)
    words = {"doc-brand": entry.model.name, "doc-id": portfolio_foot(context, entry.model, works)}
    job = sheet_job(context, dress, "portfolio", view, words, source=entry.file)
    labels = {_named(context, work): mock_label(context, work).partition(" · ")[0] for work in works if is_mock(work)}
    job = replace(job, beside=tuple(labels.items()), min_page_chars=min(job.min_page_chars, view.cover.letters))
    return DocumentPdf(portfolio_uri(context.library), context.language, job)


def _named(context: SiteContext, work: Work) -> str:
    """The words by which a page that is about a mock is known."""
    return full_title(context, work) if work.kind == "campaign" else running_title(context, cases_among([work])[0])
