"""The known exports, read from ``data/exports.yml``."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator, Field

from smm_portfolio import resources
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.data_file import DateOrder, ExportFormat, Role
from smm_portfolio.content.values.evidence import Grain
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.scalars import Date, Flag, Number, Word
from smm_portfolio.content.values.source import Confidence, Source
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.problems import InternalError

Headers = Annotated[tuple[Word, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]
"""One column name or several that mean the same."""


class Separators(StrEnum):
    """How numbers in text are written."""

    LOCAL = "local"
    MACHINE = "machine"


class Blank(StrEnum):
    """What an empty cell means."""

    MISSING = "missing"
    ZERO = "zero"


class TableSpec(Model):
    """One shape of table that a format writes."""

    platform: Platform | None = None
    """Where the content appeared."""
    grain: Grain
    """What a row stands for."""
    interactions: tuple[Role, ...] = ()
    """What interactions consist of here."""
    per: Number | None = None
    """Seconds in one unit of watch time."""
    total: tuple[Word, ...] = ()
    """Words that mark a row as a total."""
    summary: Role | None = None
    """Role whose column is empty in a row that sums up the others."""
    tells: tuple[Word, ...]
    """Columns that only this table has."""
    columns: dict[Word, dict[Role, Headers]]
    """Column names by language and role."""
    other: dict[Word, tuple[Word, ...]] = Field(default_factory=dict)
    """Known columns that are not used, by language."""


class Title(Model):
    """What a file of one metric counts, by the title above its header."""

    quantity: Role
    """What it counts."""
    platform: Platform | None = None
    """Where."""


class FormatSpec(Model):
    """One export: its names, its ways with numbers and dates, and its tables."""

    name: Text
    """As a source is called on a page."""
    way: Word
    """How somebody makes this export."""
    sources: tuple[Word, ...] = Field(default=())
    """Keys of the sources in the same file."""
    confidence: Confidence
    """How sure the column names are."""
    numbers: Separators
    """How numbers are written."""
    blank: Blank
    """What an empty cell means."""
    dates: DateOrder
    """How dates in digits are written."""
    yearless: Flag = False
    """Whether dates come without a year."""
    traps: tuple[Text, ...] = ()
    """What is easily read wrongly."""
    tables: dict[Word, TableSpec]
    """Shapes of table, in the order in which they are preferred."""
    titles: dict[Word, Title] = Field(default_factory=dict)
    """Titles above the header that name the metric."""
    uncounted: tuple[Word, ...] = ()
    """Titles of files that no metric here counts."""


class ExportFacts(Model):
    """The whole file."""

    checked: Date
    """The day that the column names were last looked at."""
    sources: dict[Word, Source]
    """Where the column names come from."""
    formats: dict[ExportFormat, FormatSpec]
    """Every known export by id."""


@cache
def export_facts() -> ExportFacts:
    """Everything that is known of exports."""
    path = resources.data_dir() / "exports.yml"
    document, problems = read_yaml(path.read_bytes(), path.name)
    if problems:
        raise InternalError(f"{path.name}: {problems[0].message}")
    return ExportFacts.model_validate(document.data)


def spec_of(format_id: ExportFormat) -> FormatSpec:
    """What is known of one export."""
    return export_facts().formats[format_id]
