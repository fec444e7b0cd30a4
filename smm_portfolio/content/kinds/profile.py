"""Who the portfolio is about."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Broken, Model, RefTo, readable, twice
from smm_portfolio.content.values.media import FileName, Picture
from smm_portfolio.content.values.scalars import Email, Flag, Id, Url, Word
from smm_portfolio.content.values.text import Prose, Text


class LanguageLevel(StrEnum):
    """How well somebody speaks a language."""

    NATIVE = "native"
    FLUENT = "fluent"
    WORKING = "working"
    BASIC = "basic"


class Link(Model):
    """A web address with the words to show for it."""

    label: Text
    """Words to show."""
    url: Url
    """Address."""


class SpokenLanguage(Model):
    """A language and how well it is spoken."""

    language: Annotated[Word, Field(pattern="^[a-z]{2}$")]
    """Two-letter code."""
    level: LanguageLevel
    """native, fluent, working or basic."""


class Service(Model):
    """Something that can be ordered."""

    id: Id | None = None
    """Word by which case studies name it in their services; made from the name where it is left out."""
    name: Text
    """What it is called."""
    description: Prose
    """What the client gets."""
    price: Text | None = None
    """Price or how it is agreed."""


class Download(Model):
    """A file to take along."""

    label: Text
    """Words to show, for example 'CV'."""
    file: FileName
    """Path relative to the docs folder."""


class Profile(Model):
    """profile.yml: name, offer, contact and availability, for the pages about you, the footer and the covers."""

    name: Word
    """Person or agency."""
    role: Text
    """Job title and place, for example 'junior social media manager, Utrecht'."""
    headline: Text
    """One sentence that says what you do for whom; the title of the home page."""
    lede: Text | None = None
    """A second sentence: how."""
    about: Prose | None = None
    """The longer story."""
    about_lead: Text | None = None
    """First sentence of the story, set large."""
    location: Text | None = None
    """Town or region."""
    email: Email | None = None
    """Address for enquiries."""
    phone: Word | None = None
    """Telephone number."""
    availability: Text | None = None
    """From when and for how many hours."""
    contact_line: Text | None = None
    """Question in the footer that asks for contact."""
    first_message: Prose | None = None
    """What somebody best writes in a first message, for the contact page."""
    languages: tuple[SpokenLanguage, ...] = ()
    """Languages you work in."""
    links: tuple[Link, ...] = ()
    """Profiles elsewhere."""
    services: tuple[Service, ...] = ()
    """What can be ordered."""
    downloads: tuple[Download, ...] = ()
    """Files to take along from the page about you, such as a CV."""
    portrait: Picture | None = None
    """A picture of you; never the first thing on a page."""
    strongest: Annotated[Id, RefTo("case_study")] | None = None
    """Case study whose first result opens the home page."""
    selected: tuple[Annotated[Id, RefTo("work")], ...] = ()
    """Case studies and campaigns on the home page, in order."""
    small_print: Text | None = None
    """Honest line at the bottom of every page."""
    sample: Flag = False
    """The person and the figures are invented; says so on every page."""

    def rule_services(self) -> Iterator[Broken]:
        """Two services with one id."""
        yield from twice((("services", at, "id"), one.id) for at, one in readable(self.services, "id") if one.id)
