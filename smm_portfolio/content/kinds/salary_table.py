"""What people earn, with where, when and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Broken, Model
from smm_portfolio.content.values.money import Currency
from smm_portfolio.content.values.scalars import Number, Whole
from smm_portfolio.content.values.source import Cited, Confidence
from smm_portfolio.content.values.text import Prose, Text


class SalaryPeriod(StrEnum):
    """What the amount is paid for."""

    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


class GrossNet(StrEnum):
    """Before or after tax."""

    GROSS = "gross"
    NET = "net"
    UNKNOWN = "unknown"


class SalaryRow(Model):
    """One figure or range from one source; currencies and periods are never mixed or converted."""

    region: Text
    """Country or region."""
    role: Text
    """Job as the source names it."""
    level: Text
    """Level or part of the distribution, for example 'junior' or 'median'."""
    low: Annotated[Number, Field(ge=0)] | None = None
    """Lower end."""
    typical: Annotated[Number, Field(ge=0)] | None = None
    """Median or mean, as the source says."""
    high: Annotated[Number, Field(ge=0)] | None = None
    """Upper end."""
    currency: Currency
    """ISO 4217 code."""
    period: SalaryPeriod
    """hour, month or year."""
    gross: GrossNet = GrossNet.UNKNOWN
    """gross, net or unknown."""
    year: Annotated[Whole, Field(ge=1990, le=2100)] | None = None
    """The year that the figure is about; left out where the source does not say."""
    sample_size: Annotated[Whole, Field(ge=1)] | None = None
    """How many people were asked."""
    source: Cited
    """Who says so."""
    confidence: Confidence
    """high: statistics office or survey with numbers; medium: dated aggregator; low: undated or blog."""
    note: Text | None = None
    """What to know when reading it."""

    def rule_range(self) -> Iterator[Broken]:
        """No figure at all, or a range upside down."""
        figures = [(name, value) for name in ("low", "typical", "high") if (value := getattr(self, name)) is not None]
        if not figures:
            yield Broken("SMM018", "the row has no figure", "Give low, typical or high.")
        for (first, smaller), (second, larger) in pairwise(figures):
            if smaller > larger:
                yield Broken(
                    "SMM018", f"{first} ({smaller}) is more than {second} ({larger})", "Swap the two.", (first,)
                )

    def rule_age(self) -> Iterator[Broken]:
        """High confidence in a figure of unknown age."""
        if self.year is None and self.confidence is Confidence.HIGH:
            yield Broken(
                "SMM051",
                "a figure without a year cannot have high confidence",
                "Add year, or use low.",
                ("confidence",),
            )


class SalaryTable(Model):
    """salaries/*.yml: figures with region, currency, period, year, source and confidence."""

    title: Text
    """Title of the page."""
    summary: Text
    """One sentence for cards and search results."""
    intro: Prose | None = None
    """How to read the figures."""
    rows: Annotated[tuple[SalaryRow, ...], Field(min_length=1)]
    """The figures."""
    gaps: tuple[Text, ...] = ()
    """What is not known; said, not estimated."""
    sources: tuple[Cited, ...] = ()
    """Further sources."""
