"""A table whose column names nobody knows: the author says which column holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smm_portfolio.content.values.data_file import DataFile, ExportFormat
from smm_portfolio.evidence.formats import spec_of
from smm_portfolio.evidence.reading import Row, Table
from smm_portfolio.evidence.recognise import Match, plain


def own_table(tables: Iterable[Table], hints: DataFile) -> Match | None:
    """The first row that holds the mapped column names, as a header; the one with the most of them."""
    wanted = {plain(name) for name in hints.columns.values()}
    best: tuple[int, Table, int] | None = None
    for table in tables:
        for position, row in enumerate(table.rows[:100]):
            names = {plain(row.text(place)) for place in range(len(row.cells))}
            count = len(wanted & names)
            if count and (best is None or count > best[0]):
                best = (count, table, position)
    if best is None:
        return None
    _, table, position = best
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
