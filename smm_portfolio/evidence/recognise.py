"""Which export a table is, by the names of its columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from smm_portfolio.content.values.data_file import DataFile, ExportFormat
from smm_portfolio.evidence.formats import FormatSpec, TableSpec, export_facts, spec_of
from smm_portfolio.evidence.reading import Row, Table

_SEARCHED = 30
"""Rows in which a header is looked for."""
_CLOSE = 0.12
"""Two formats whose scores differ by less are both named, and the author chooses."""
_LEAST = 0.35
_TOLD = 0.5
"""Share of known columns that proves a format which the author names, where none of its own columns is there."""
_CURRENCY = re.compile(r"\s*\(([A-Za-z]{3})\)\s*$")


@dataclass(frozen=True, slots=True)
class Match:
    """A header that fits a known table.

    Args:
        format: id of the export.
        shape: id of the table inside the format.
        table: the rows that it stands in.
        header: position of the header among the rows.
        language: language of most column names.
        columns: position of the columns by role, the name that the facts give first before the others.
        unused: names of columns that are known and not used.
        unknown: names of columns that nobody knows.
        score: 0 to 1, the share of columns that are known.
    """

    format: ExportFormat
    shape: str
    table: Table
    header: int
    language: str
    columns: Mapping[str, tuple[int, ...]]
    unused: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    score: float = 0.0

    @property
    def spec(self) -> FormatSpec:
        """What is known of the export."""
        return spec_of(self.format)

    @property
    def shape_spec(self) -> TableSpec:
        """What is known of the table."""
        return self.spec.tables[self.shape]

    @property
    def names(self) -> Row:
        """The header row."""
        return self.table.rows[self.header]


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a file may be.

    Args:
        matches: the tables that were found, the best format only.
        rivals: formats that fit about as well; the author chooses where there are any.
        header: the widest row near the top, for the message where nothing fits.
    """

    matches: tuple[Match, ...] = ()
    rivals: tuple[ExportFormat, ...] = ()
    header: tuple[str, ...] = field(default=())


def recognise(tables: Iterable[Table], hints: DataFile) -> Recognition:
    """Find every header that a known format writes.

    Args:
        tables: what the file holds.
        hints: the format, where the author said it.
    """
    tables = tuple(tables)
    wanted = (hints.format,) if hints.format else tuple(one for one in ExportFormat if one is not ExportFormat.TABLE)
    found = [match for table in tables for match in _matches(table, wanted, told=hints.format is not None)]
    best: dict[ExportFormat, float] = {}
    for match in found:
        best[match.format] = max(best.get(match.format, 0), match.score)
    header = _widest(tables)
    if not best:
        return Recognition(header=header)
    leader = max(best, key=lambda one: best[one])
    rivals = tuple(one for one in best if best[leader] - best[one] < _CLOSE)
    chosen = tuple(match for match in found if match.format is leader)
    return Recognition(chosen, rivals if len(rivals) > 1 else (), header)


def plain(name: str) -> str:
    """A column name without what varies: capitals, kinds of quotes and dashes, double spaces."""
    text = unicodedata.normalize("NFKC", name).casefold().replace("\u2019", "'").replace("\u2013", "-")
    return " ".join(text.replace("\ufeff", "").split())


def column_currency(name: str) -> str:
    """The code in brackets at the end of a column name, or empty."""
    found = _CURRENCY.search(name)
    return found[1].upper() if found else ""


def without_currency(name: str) -> str:
    """The name without such a code."""
    return _CURRENCY.sub("", name)


def _matches(table: Table, wanted: Iterable[ExportFormat], *, told: bool) -> list[Match]:
    found: list[Match] = []
    for position, row in _places(table):
        for format_id in wanted:
            for shape in spec_of(format_id).tables:
                match = _match(table, position, row, format_id, shape, told=told)
                if match is not None and match.score >= _LEAST:
                    found.append(match)
    # one header per table and format: the best, where two shapes share columns
    best: dict[tuple[ExportFormat, int], Match] = {}
    for match in found:
        key = (match.format, match.header)
        if key not in best or match.score > best[key].score:
            best[key] = match
    first: dict[ExportFormat, Match] = {}
    for match in best.values():
        rival = first.get(match.format)
        if rival is None or match.score > rival.score:
            first[match.format] = match
    return list(first.values())


def _places(table: Table) -> Iterator[tuple[int, Row]]:
    """Rows that may be a header: those near the top, and the first below comments, which begin another table."""
    commented, further = False, 0
    for position, row in enumerate(table.rows):
        is_comment = row.text(0).startswith("#")
        if not is_comment and (position < _SEARCHED or (commented and further < _SEARCHED)):
            further += position >= _SEARCHED
            yield position, row
        commented = is_comment


def _match(table: Table, position: int, row: Row, format_id: ExportFormat, shape: str, *, told: bool) -> Match | None:
    names = [plain(row.text(place)) for place in range(len(row.cells))]
    known = _known_columns(format_id, shape)
    bare = [_bare(name, known.all) for name in names]
    tells = known.tells.intersection(bare)
    language = max(known.by_language, key=lambda one: sum(name in known.by_language[one] for name in bare))
    roles = {**known.any_role, **known.roles[language]}
    columns: dict[str, list[int]] = {}
    for place, name in enumerate(bare):
        if name in roles:
            columns.setdefault(roles[name], []).append(place)
    for places in columns.values():
        places.sort(key=lambda place: known.ranks[bare[place]])
    filled = [place for place, name in enumerate(names) if name]
    used = {place for places in columns.values() for place in places}
    unknown = tuple(row.text(place) for place in filled if bare[place] not in known.all)
    score = (len(filled) - len(unknown)) / len(filled) if filled else 0
    if not tells and not (told and score > _TOLD):
        return None
    if len(used) < (1 if told or len(tells) > 1 or format_id is ExportFormat.META_RESULTS else 2):
        return None
    return Match(
        format_id,
        shape,
        table,
        position,
        language,
        {role: tuple(places) for role, places in columns.items()},
        tuple(row.text(place) for place in filled if bare[place] in known.all and place not in used),
        unknown,
        score,
    )


@dataclass(frozen=True, slots=True)
class _Known:
    tells: frozenset[str]
    all: frozenset[str]
    by_language: Mapping[str, frozenset[str]]
    roles: Mapping[str, Mapping[str, str]]
    any_role: Mapping[str, str]
    ranks: Mapping[str, int]


@cache
def _known_columns(format_id: ExportFormat, shape: str) -> _Known:
    spec = spec_of(format_id).tables[shape]
    roles = {
        language: {plain(name): role for role, names in columns.items() for name in names}
        for language, columns in spec.columns.items()
    }
    others = {language: {plain(name) for name in names} for language, names in spec.other.items()}
    by_language = {one: frozenset(roles[one]) | frozenset(others.get(one, ())) for one in roles} or {"en": frozenset()}
    everything = frozenset().union(*by_language.values(), *others.values())
    known_in: dict[str, set[str]] = {}
    for mapping in roles.values():
        for name, role in mapping.items():
            known_in.setdefault(name, set()).add(role)
    ranks = {
        plain(name): rank
        for columns in spec.columns.values()
        for names in columns.values()
        for rank, name in enumerate(names)
    }
    # a column of another language counts where it cannot mean anything else in this one
    agreed = {name: found.copy().pop() for name, found in known_in.items() if len(found) == 1}
    tells = frozenset(plain(one) for one in spec.tells)
    return _Known(tells, everything, by_language, roles or {"en": {}}, agreed, ranks)


def _bare(name: str, known: frozenset[str]) -> str:
    """The name as the facts spell it: with a placeholder where a currency stands or may stand."""
    if name in known:
        return name
    placed = without_currency(name) + "{currency}"
    return placed if placed in known else name


def _widest(tables: Iterable[Table]) -> tuple[str, ...]:
    rows = [row for table in tables for row in table.rows[:_SEARCHED] if not row.text(0).startswith("#")]
    if not rows:
        return ()
    widest = max(rows, key=lambda row: sum(bool(row.text(place)) for place in range(len(row.cells))))
    return tuple(name for name in (widest.text(place) for place in range(len(widest.cells))) if name)


def known_formats() -> tuple[tuple[ExportFormat, FormatSpec], ...]:
    """Every export that is recognised by itself."""
    return tuple(pair for pair in export_facts().formats.items() if pair[0] is not ExportFormat.TABLE)
