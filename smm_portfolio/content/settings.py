"""smm.yml: what holds for the whole project."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from holidays import country_holidays, list_supported_countries
from pydantic import BeforeValidator, Field

from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.values.base import Broken, Model, readable, refuse, shown, twice
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.values.scalars import Date, Id, Url, Whole, Word
from smm_portfolio.content.values.text import Text, is_language

SHORTEST_TERM = 3
"""Letters and digits of a private term."""


def _language(value: Any) -> str:
    if isinstance(value, str) and is_language(value):
        return value
    raise refuse("SMM017", f"{shown(value)} is not a language code", "Use a two-letter code such as nl or en.")


class Weekday(StrEnum):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class CalendarSettings(Model):
    """Which days are worked."""

    country: Annotated[Word, Field(pattern="^[A-Z]{2}$")] = "NL"
    """Country whose public holidays count, ISO 3166 code."""
    region: Word | None = None
    """State or province, where its holidays differ."""
    weekend: tuple[Weekday, ...] = (Weekday.SAT, Weekday.SUN)
    """Days of the week that are not worked."""
    closed: tuple[Date, ...] = ()
    """Own closed days."""

    def rule_weekend(self) -> Iterator[Broken]:
        """A week without a working day."""
        if set(self.weekend) == set(Weekday):
            yield Broken("SMM014", "the weekend leaves no working day", "Leave out at least one day.", ("weekend",))

    def rule_place(self) -> Iterator[Broken]:
        """A country or region whose holidays nobody knows."""
        try:
            country_holidays(self.country, subdiv=self.region)
        except NotImplementedError:
            yield self._unknown_place()

    def _unknown_place(self) -> Broken:
        known = list_supported_countries()
        if self.country not in known:
            message = f"the holidays of {shown(self.country)} are not known"
            return Broken("SMM013", message, "Use a code such as NL.", ("country",))
        regions = ", ".join(sorted(known[self.country])) or "none"
        message = f"{shown(self.region)} is not a region of {self.country}"
        return Broken("SMM013", message, f"Use one of: {regions}; or leave region out.", ("region",))


class DocumentSettings(Model):
    """Which case studies become documents, and on what paper."""

    cases: Annotated[Whole, Field(ge=0)] = 50
    """How many case studies get a PDF: those that the profile selects first, then the newest; 0 for none."""
    portfolio: Annotated[Whole, Field(ge=0)] = 12
    """How many case studies and campaigns the portfolio holds, chosen in the same way; 0 for no portfolio."""
    paper: PaperSize = PaperSize.A4
    """A4 or Letter."""
    date: Date | None = None
    """The day that stands on the portfolio; without one it says up to when its figures go."""


class Settings(Model):
    """smm.yml: name, languages, look, address and calendar of the project."""

    name: Text = Text({"": "Portfolio"})
    """Name of the site, in the header and in titles."""
    description: Text | None = None
    """One sentence for search results."""
    languages: Annotated[tuple[Annotated[str, BeforeValidator(_language)], ...], Field(min_length=1)] = ("en",)
    """Two-letter codes; the first is the default and stands at the root of the site."""
    look: Id = "studio"
    """Folder in themes/, or a look that comes with us: studio or quiet."""
    site_url: Url | None = None
    """Address of the finished site; GitHub Pages gives it by itself."""
    repository: Url | None = None
    """Address of the repository, for the edit links; GitHub Actions gives it by itself."""
    branch: Word = "main"
    """Branch that the edit links point to."""
    docs: Annotated[Word, Field(pattern=r"^[\w][\w./-]*$")] = "site_src"
    """Folder of the pages and their YAML, where mkdocs.yml does not say."""
    timezone: Word = "Europe/Amsterdam"
    """Time zone of posting times."""
    calendar: CalendarSettings = CalendarSettings()
    """Which days are worked."""
    documents: DocumentSettings = DocumentSettings()
    """Case studies and the portfolio as PDFs."""
    private_terms: tuple[Word, ...] = ()
    """Names and words that may stand nowhere in what is published; lines of private_terms.txt are added to them."""
    public_contacts: tuple[Word, ...] = ()
    """E-mail addresses, telephone numbers, account names and ids that may be published besides those of the profile."""

    def rule_timezone(self) -> Iterator[Broken]:
        """A time zone that no clock knows."""
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            close = nearest(self.timezone, available_timezones())
            fix = f"Did you mean {close}?" if close else "Write for example Europe/Amsterdam."
            yield Broken("SMM013", f"{shown(self.timezone)} is not a time zone", fix, ("timezone",))

    def rule_languages(self) -> Iterator[Broken]:
        """A language listed twice would be built over itself."""
        yield from twice((("languages", position), code) for position, code in enumerate(self.languages))

    def rule_private_terms(self) -> Iterator[Broken]:
        """A private term so short that it would be found in every other sentence."""
        for position, term in readable(self.private_terms):
            if sum(sign.isalnum() for sign in term) < SHORTEST_TERM:
                fix = f"Write at least {SHORTEST_TERM} letters, for example the whole name."
                yield Broken("SMM014", f"{shown(term)} is too short to look for", fix, ("private_terms", position))

    def rule_docs(self) -> Iterator[Broken]:
        """A docs folder outside the project."""
        if ".." in self.docs.split("/"):
            yield Broken("SMM023", f"'{self.docs}' leaves the project", "Name a folder inside the project.", ("docs",))

    @property
    def default_language(self) -> str:
        """The language at the root of the site."""
        return self.languages[0]
