"""Which files a campaign gives away, where they lie, and the links to those that a build has made."""

from __future__ import annotations

from enum import StrEnum

from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import document_link
from smm_portfolio.site.views import LinkView
from smm_portfolio.site.words import say


class CampaignFile(StrEnum):
    """A file that a campaign gives away; the value ends its name."""

    DECK = "deck.pdf"
    DECK_PAPER = "deck-print.pdf"
    BRIEF = "brief.pdf"
    CALENDAR_PRINT = "calendar.pdf"
    APPROVAL = "approval.pdf"
    POSTS = "posts.zip"
    ICS = "calendar.ics"
    CSV = "calendar.csv"
    XLSX = "calendar.xlsx"
    SCHEDULERS = "schedulers.zip"


def file_uri(slug: str, file: CampaignFile) -> str:
    """Where a file lies below the language's root; its name says that it is a mock, because it travels alone."""
    return f"campaigns/{slug}/{slug}-mock-{file}"


def post_uri(slug: str, post: str) -> str:
    """Where the picture of a post lies below the language's root."""
    return f"campaigns/{slug}/{slug}-mock-post-{post}.png"


def file_links(context: SiteContext, slug: str) -> tuple[LinkView, ...]:
    """Links to the files that this build has."""
    return tuple(
        link
        for file in CampaignFile
        for link in document_link(
            context, file_uri(slug, file), say(context, f"campaigns.downloads.{file.name.lower()}")
        )
    )
