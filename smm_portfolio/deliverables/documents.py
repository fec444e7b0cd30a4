"""What is printed of a campaign: deck for a screen and for paper, brief, calendar, approval sheet."""

from __future__ import annotations

from collections.abc import Iterable

from smm_portfolio.campaigns.files import CampaignFile, file_uri
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.library import Entry
from smm_portfolio.deliverables.deck import deck_view
from smm_portfolio.deliverables.sheets import approval_sheet, brief_sheet, calendar_sheet
from smm_portfolio.print.case import DocumentPdf, Dress, paper_of
from smm_portfolio.print.case_view import owner_name
from smm_portfolio.print.job import PrintJob
from smm_portfolio.print.styles import print_styles
from smm_portfolio.print.templates import document
from smm_portfolio.site.context import SiteContext

DOCUMENTS = (
    CampaignFile.DECK,
    CampaignFile.DECK_PAPER,
    CampaignFile.BRIEF,
    CampaignFile.CALENDAR_PRINT,
    CampaignFile.APPROVAL,
)
_LETTER = "campaign-letter.css"


def campaign_jobs(context: SiteContext, dress: Dress) -> list[DocumentPdf]:
    """Every document of every campaign in one language."""
    return [order for entry in context.library.campaigns for order in _orders(context, entry, dress)]


def _orders(context: SiteContext, entry: Entry[Campaign], dress: Dress) -> Iterable[DocumentPdf]:
    deck, brief = deck_view(context, entry), brief_sheet(context, entry)
    calendar, approval = calendar_sheet(context, entry), approval_sheet(context, entry)
    made: tuple[tuple[CampaignFile, str, object, tuple[str, ...], bool], ...] = (
        (CampaignFile.DECK, "deck", deck, ("campaign.css", "deck.css"), False),
        (CampaignFile.DECK_PAPER, "deck", deck, ("campaign.css", "deck.css", "deck-paper.css"), False),
        (CampaignFile.BRIEF, "campaign-brief", brief, ("campaign.css",), False),
        (CampaignFile.CALENDAR_PRINT, "campaign-calendar", calendar, ("campaign.css", "campaign-calendar.css"), False),
        (CampaignFile.APPROVAL, "campaign-approval", approval, ("campaign.css",), True),
    )
    for file, template, view, sheets, forms in made:
        job = _job(context, dress, template, view, (brief.mock, sheets, forms), entry.file)
        most = 1 if file is CampaignFile.BRIEF else 0
        yield DocumentPdf(file_uri(entry.slug, file), context.language, job, most)


def _job(
    context: SiteContext,
    dress: Dress,
    template: str,
    view: object,
    how: tuple[str, tuple[str, ...], bool],
    source: str,
) -> PrintJob:
    """What to render; ``how`` is the label of the mock, the style sheets, and whether there are fields."""
    mock, sheets, forms = how
    labels, library = context.labels["print"], context.library
    html = document(dress.look, template, view, {**labels, **context.labels["site"]})
    words = {
        "doc-brand": owner_name(context),
        "doc-id": mock,
        "page-word": labels["page_word"],
        "of-word": labels["of_word"],
    }
    letter = paper_of(context, dress) is PaperSize.LETTER
    styles = print_styles(
        dress.look,
        dress.fonts,
        text=html + "".join(words.values()),
        words=words,
        paper=paper_of(context, dress),
        sheets=(*sheets, *((_LETTER,) if letter else ())),
    )
    art = "".join(f"--smm-{role}: {colour};" for role, colour in dress.look.light.items() if role.startswith("art-"))
    return PrintJob(
        html,
        (*styles, f":root {{{art}}}"),
        source=source,
        base=library.docs,
        roots=(library.docs, dress.fonts.folder, *dress.look.layers),
        lang=context.language,
        forms=forms,
        min_page_chars=0,
        every_page=mock,
    )
