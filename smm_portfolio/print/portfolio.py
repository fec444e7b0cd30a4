"""The whole portfolio as one PDF: one job for each language."""

from __future__ import annotations

from dataclasses import replace

from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.library import Entry
from smm_portfolio.print.case import DocumentPdf, Dress, case_fit, paper_of, sheet_job
from smm_portfolio.print.case_view import mock_label
from smm_portfolio.print.guide import logo_view
from smm_portfolio.print.portfolio_view import portfolio_foot, portfolio_view
from smm_portfolio.print.portfolio_views import PortfolioView
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import portfolio_uri, portfolio_works


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
    fewest = min(job.min_page_chars, view.cover.letters)
    job = replace(job, sections=_sections(context, view), min_page_chars=fewest, fit=case_fit(dress, view.cases))
    return DocumentPdf(portfolio_uri(context.library), context.language, job)


def _sections(context: SiteContext, view: PortfolioView) -> tuple[tuple[str, str], ...]:
    """Where each part begins, and the label of those that are mocks; services follow the story on its page."""
    campaigns = mock_label(context, context.library.campaigns[0]) if view.campaigns else ""
    labels = {**{case.id: case.mock for case in view.cases}, "campaigns": campaigns}
    anchors = [one.id for line in view.contents for one in (line, *(line.subs if line.id == "work" else ()))]
    return tuple((anchor, labels.get(anchor, "")) for anchor in anchors if anchor != "services")
