"""A table of figures beside a case study: which file, and what the file does not say itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from smm_portfolio.content.metrics import metrics, rate_parts
from smm_portfolio.content.values.base import Model, ProjectFile, refuse
from smm_portfolio.content.values.media import FileName, Platform
from smm_portfolio.content.values.money import Currency
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.scalars import Date, Word
from smm_portfolio.content.values.text import Text

ENDINGS = (".csv", ".tsv", ".txt", ".xls", ".xlsx")
"""File endings of tables."""

ROLES = ("date", "end", "id", "link", "campaign", "platform", "currency")
"""What a column can be besides a quantity."""


class ExportFormat(StrEnum):
    """Where a table comes from."""

    META_CONTENT = "meta_content"
    META_RESULTS = "meta_results"
    META_ADS = "meta_ads"
    TIKTOK_OVERVIEW = "tiktok_overview"
    TIKTOK_CONTENT = "tiktok_content"
    LINKEDIN_PAGE = "linkedin_page"
    LINKEDIN_ADS = "linkedin_ads"
    YOUTUBE = "youtube"
    GA4 = "ga4"
    TABLE = "table"


class DateOrder(StrEnum):
    """How a date in digits is read."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    YEAR_FIRST = "year_first"


class PrivateFile(ProjectFile):
    """Field metadata: a file that is read and never published."""


def quantities() -> tuple[str, ...]:
    """Everything that a column can count: metrics that are no rates, and the parts of rates."""
    counted = (key for key, one in metrics().items() if not one.is_rate)
    return (*counted, *rate_parts())


def _table_file(value: Any) -> str:
    if isinstance(value, str) and not value.lower().endswith(ENDINGS):
        raise refuse("SMM012", f"'{value}' is not a table", f"Use a file that ends in {', '.join(ENDINGS)}.")
    return str(value) if isinstance(value, str) else value


TableFile = Annotated[FileName, BeforeValidator(_table_file), PrivateFile()]
"""Path of an export relative to the docs folder; the file is read and never published."""


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


TableFiles = Annotated[
    tuple[TableFile, ...],
    BeforeValidator(_several),
    Field(max_length=24),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One export, or several whose rows belong together."""


def _role(value: Any) -> str:
    known = (*ROLES, *quantities())
    if value in known:
        return str(value)
    if value in metrics():
        parts = f"{metrics()[value].numerator} and {metrics()[value].denominator}"
        raise refuse("SMM045", f"{value} is a rate and cannot be read from a column", f"Map its parts: {parts}.")
    close = nearest(str(value), known)
    hint = f"Did you mean {close}? " if close else ""
    raise refuse(
        "SMM040", f"'{value}' is not something a column can hold", f"{hint}Use date or a metric such as views."
    )


Role = Annotated[Word, BeforeValidator(_role)]
"""What a column holds: date, id … or a quantity."""


class DataFile(Model):
    """What the reader needs to know of an export, where the export does not say it."""

    file: TableFile
    """Path of the export relative to the docs folder."""
    format: ExportFormat | None = None
    """Where it comes from; recognised by its header where it is left out."""
    name: Text | None = None
    """What to call it as a source, for example 'Booking system'."""
    columns: Annotated[
        dict[Role, Word],
        Field(max_length=40, json_schema_extra={"propertyNames": {"enum": [*ROLES, *quantities()]}}),
    ] = Field(default_factory=dict)
    """Which column holds what, as `views: Weergaven`: for tables of your own and headers that are not recognised."""
    only: Annotated[dict[Word, tuple[Word, ...]], Field(max_length=10)] = Field(default_factory=dict)
    """Count only rows with these words in a column, as `Post type: [IG reel]`."""
    period: Period | None = None
    """The period that the whole file covers, where the file does not say it."""
    exported: Date | None = None
    """The day of the export."""
    platform: Platform | None = None
    """Where the content appeared, where the file does not say it."""
    currency: Currency | None = None
    """Currency of its amounts, where the file does not say it."""
    language: Annotated[Word, Field(pattern="^[a-z]{2}$")] | None = None
    """Language of the screen it was exported from; decides between 1.250 and 1,250 where nothing else does."""
    dates: DateOrder | None = None
    """day_first, month_first or year_first, where 03/04/2026 could be both."""
