"""A table whose column names nobody knows: the author says which column holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smm_portfolio.content.values.data_file import DataFile, ExportFormat
from smm_portfolio.evidence.formats import spec_of
from smm_portfolio.evidence.reading import Row, Table
from smm_portfolio.evidence.recognise import Match, plain


def own_tables(tables: Iterable[Table], hints: DataFile) -> tuple[Match, ...]:
    """The sheets that hold the most of the mapped column names, by the first row of each that does."""
    wanted = {plain(name) for name in hints.columns.values()}
    found = [(count, table, place) for table in tables for count, place in [_header(table, wanted)] if count]
    most = max((count for count, *_ in found), default=0)
    return tuple(_match(table, place, hints) for count, table, place in found if count == most)


def _header(table: Table, wanted: set[str]) -> tuple[int, int]:
    """How many of the names the best row holds, and its position."""
    rows = enumerate(table.rows[:100])
    counts = ((len(wanted & {plain(row.text(one)) for one in range(len(row.cells))}), -place) for place, row in rows)
    count, place = max(counts, default=(0, 0))
    return count, -place


def _match(table: Table, position: int, hints: DataFile) -> Match:
    header = table.rows[position]
    columns = mapped(header, hints.columns)
    used = {place for places in columns.values() for place in places}
    unknown = [header.text(place) for place in range(len(header.cells)) if place not in used and header.text(place)]
    format_id = hints.format or ExportFormat.TABLE
    return Match(
        format_id,
        next(iter(spec_of(format_id).tables)),
        table,
        position,
        hints.language or "",
        columns,
        unknown=tuple(unknown),
    )


def mapped(header: Row, columns: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """Positions of the columns that the author names; those that are not there are left out."""
    names = [plain(header.text(place)) for place in range(len(header.cells))]
    return {role: (names.index(plain(name)),) for role, name in columns.items() if plain(name) in names}
