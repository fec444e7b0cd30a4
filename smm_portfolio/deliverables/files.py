"""The files of every campaign that need no printer, by address."""

from __future__ import annotations

from smm_portfolio.campaigns.files import CampaignFile, file_uri
from smm_portfolio.deliverables.appointments import calendar_ics
from smm_portfolio.deliverables.schedulers import scheduler_zip
from smm_portfolio.deliverables.tables import calendar_csv, calendar_xlsx
from smm_portfolio.site.context import SiteContext

_MAKERS = {
    CampaignFile.ICS: calendar_ics,
    CampaignFile.CSV: calendar_csv,
    CampaignFile.XLSX: calendar_xlsx,
    CampaignFile.SCHEDULERS: scheduler_zip,
}


def campaign_files(context: SiteContext) -> dict[str, bytes]:
    """Calendar files of every campaign, by address below the language's root; the same content gives the same bytes."""
    return {
        file_uri(entry.slug, file): make(context, entry)
        for entry in context.library.campaigns
        for file, make in _MAKERS.items()
    }
