"""Case studies and the portfolio as files: which there are, where they lie, and the links to them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseStudy, Permission
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.values.scalars import slugify
from smm_portfolio.site.context import DocumentFacts, SiteContext
from smm_portfolio.site.relations import Work
from smm_portfolio.site.views import LinkView
from smm_portfolio.site.words import count, say

_MEGABYTE = 1_000_000
WorkT = TypeVar("WorkT", Entry[CaseStudy], Work)


def case_uri(slug: str) -> str:
    """Where the PDF of a case study lies in the site of its language."""
    return f"work/{slug}.pdf"


def portfolio_uri(library: Library) -> str:
    """Where the portfolio lies: its name says whose it is, because it ends up in a folder with those of others."""
    name = library.profile.model.name if library.profile else library.settings.name.pick(library.languages[0])
    return f"portfolio-{slugify(name)}.pdf"


def printed_cases(library: Library) -> tuple[Entry[CaseStudy], ...]:
    """Case studies with a PDF of their own: selected ones first, then the newest, as many as smm.yml allows.

    Why not all: a first build would lay out a thousand of them for minutes, and nobody downloads them.
    """
    return _first(library, told_cases(library), library.settings.documents.cases)


def portfolio_works(library: Library) -> tuple[Work, ...]:
    """What the portfolio shows, in its order; nothing where it is not made."""
    if library.profile is None:
        return ()
    works: tuple[Work, ...] = (*told_cases(library), *library.campaigns)
    return _first(library, works, library.settings.documents.portfolio)


def told_cases(library: Library) -> tuple[Entry[CaseStudy], ...]:
    """Case studies whose story is public; of one on request there is only a teaser."""
    return tuple(entry for entry in library.cases if entry.model.permission is not Permission.ON_REQUEST)


def case_download(context: SiteContext, entry: Entry[CaseStudy]) -> tuple[LinkView, ...]:
    """The link to a case study as PDF, where this build has it."""
    return document_link(context, case_uri(entry.slug), say(context, "documents.case"))


def portfolio_download(context: SiteContext) -> tuple[LinkView, ...]:
    """The link to the whole portfolio as PDF, where this build has it."""
    return document_link(context, portfolio_uri(context.library), say(context, "documents.portfolio"))


def document_link(context: SiteContext, uri: str, text: str) -> tuple[LinkView, ...]:
    """A link that says what it leads to, unless its text does, and how much; nothing for a file that is not made."""
    facts = context.documents.get(uri)
    if facts is None:
        return ()
    note, kind = document_note(context, facts), uri.rpartition(".")[2].upper()
    if kind.casefold() not in text.casefold():
        note = say(context, "documents.file_note", kind=kind, size=note)
    return (LinkView(text=text, href=uri, note=note),)


def document_note(context: SiteContext, facts: DocumentFacts) -> str:
    """Pages and size of a file: 2 bladzijden, 93 kB; of one without pages only its size."""
    large = facts.size >= _MEGABYTE
    amount = Decimal(facts.size) / (_MEGABYTE if large else 1000)
    number = context.format.number(amount, 1 if large else 0)
    size = say(context, f"documents.{'megabytes' if large else 'kilobytes'}", n=number)
    if not facts.pages:
        return size
    return say(context, "documents.note", pages=count(context, "documents.pages", facts.pages), size=size)


def _first(library: Library, works: Iterable[WorkT], most: int) -> tuple[WorkT, ...]:
    """The works that the profile names, then the newest, at most so many.

    Why a case study before a campaign of the same name: evidence means the same.
    """
    selected = library.profile.model.selected if library.profile else ()

    def place(work: Work) -> tuple[int, int, str, bool]:
        named = selected.index(work.slug) if work.slug in selected else len(selected)
        return named, -work.model.period.end.toordinal(), work.slug, isinstance(work.model, Campaign)

    return tuple(sorted(works, key=place)[:most])
