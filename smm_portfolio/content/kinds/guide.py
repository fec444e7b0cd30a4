"""A printed document put together from checklists, roles, salaries and text, in order."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Broken, Model, RefTo, known
from smm_portfolio.content.values.scalars import Date, Email, Flag, Id, Url, Word
from smm_portfolio.content.values.source import Cited
from smm_portfolio.content.values.text import Prose, Text


class PaperSize(StrEnum):
    """Sheet of paper."""

    A4 = "A4"
    LETTER = "Letter"


class Term(Model):
    """A word and what it means."""

    term: Text
    """The word."""
    meaning: Text
    """What it means."""


class Contact(Model):
    """Somebody to turn to."""

    name: Text
    """Name, or what the person is for."""
    role: Text
    """What to ask them."""
    email: Email | None = None
    """Address."""
    phone: Word | None = None
    """Number or extension."""


class CrisisLevel(Model):
    """How serious, who decides, how fast."""

    name: Text
    """Level."""
    example: Text
    """What it looks like."""
    decides: Text
    """Who decides."""
    within: Text
    """How fast to answer."""


class CrisisCard(Model):
    """One page to tear out: whom to call, what to do first, what never to do."""

    call: tuple[Contact, ...] = ()
    """Numbers, the first first."""
    first_15: tuple[Text, ...]
    """The first fifteen minutes."""
    first_60: tuple[Text, ...]
    """The first hour."""
    first_180: tuple[Text, ...]
    """The first three hours."""
    levels: tuple[CrisisLevel, ...] = ()
    """The levels, lowest first."""
    holding: Text
    """First sentence to publish."""
    never: tuple[Text, ...] = ()
    """What never to do."""


class RolePart(Model):
    """One role of a comparison, described."""

    comparison: Annotated[Id, RefTo("role_comparison")]
    """Slug of the comparison."""
    role: Id
    """Id of the role."""


class Section(Model):
    """One part of the document: a title and exactly one thing to print."""

    title: Text
    """Heading, as in the contents."""
    intro: Prose | None = None
    """A paragraph above it."""
    text: Prose | None = None
    """Markdown."""
    checklist: Annotated[Id, RefTo("checklist")] | None = None
    """Slug of a checklist."""
    role: RolePart | None = None
    """A role description."""
    role_comparison: Annotated[Id, RefTo("role_comparison")] | None = None
    """Slug of a role comparison."""
    salary_table: Annotated[Id, RefTo("salary_table")] | None = None
    """Slug of a salary table."""
    glossary: tuple[Term, ...] | None = None
    """Words and meanings."""
    contacts: tuple[Contact, ...] | None = None
    """People to turn to."""
    crisis_card: CrisisCard | None = None
    """The crisis card."""
    signoff: Annotated[Id, RefTo("onboarding_checklist")] | None = None
    """Sign-off block of an onboarding checklist."""
    sources: Flag = False
    """The list of everything that the document cites."""

    def rule_one_part(self) -> Iterator[Broken]:
        """Nothing to print, or two things."""
        parts = (
            "text",
            "checklist",
            "role",
            "role_comparison",
            "salary_table",
            "glossary",
            "contacts",
            "crisis_card",
            "signoff",
        )
        given = [part for part in parts if getattr(self, part) is not None]
        if known(self.sources) and self.sources:
            given.append("sources")
        if len(given) > 1 or (not given and known(self.sources)):
            what = "has nothing to print" if not given else f"has {' and '.join(given)}"
            yield Broken(
                "SMM018",
                f"a section holds exactly one part; this one {what}",
                f"Give one of: {', '.join(parts)}, or sources: true.",
            )


class Guide(Model):
    """guides/*.yml: a document for print, put together from other content, in order."""

    title: Text
    """Title on the cover."""
    subtitle: Text | None = None
    """Second line on the cover."""
    summary: Text
    """One sentence for cards and search results."""
    organisation: Word | None = None
    """Name on the cover and in the running head; the profile's where it is left out."""
    version: Word
    """Version, on the cover and on every page."""
    date: Date
    """Date of that version."""
    paper: PaperSize = PaperSize.A4
    """A4 or Letter."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """What it consists of, in order."""
    web: Url | None = None
    """Address behind the QR code; the guide's page where it is left out."""
    sources: tuple[Cited, ...] = ()
    """Further sources."""
