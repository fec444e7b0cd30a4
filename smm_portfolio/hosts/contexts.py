"""The circumstances in which the pages and documents of one language are made."""

from __future__ import annotations

import datetime as dt

from smm_portfolio.content.labels import labels
from smm_portfolio.content.library import Library
from smm_portfolio.hosts.addresses import normal_site_url
from smm_portfolio.hosts.session import Dressed, Request
from smm_portfolio.print.facts import document_facts
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.formatting import Formatter
from smm_portfolio.site.templates import PageTemplates


def site_context(
    dressed: Dressed, language: str, today: dt.date, request: Request, library: Library | None = None
) -> SiteContext:
    """The context of a build.

    Args:
        dressed: checked content with its look.
        language: two-letter code.
        today: the day of the build.
        request: address of the site and finished PDFs.
        library: a part of the content, where not all of it is shown.
    """
    return SiteContext(
        library or dressed.library,
        language,
        labels(language),
        Formatter(language),
        PageTemplates(dressed.look.folders("web")),
        today,
        normal_site_url(request.site_url),
        request.with_pdf,
        {uri: document_facts(pdf) for uri, pdf in request.pdf.items()},
    )
