"""Google Analytics 4: comment lines with the period, and several tables of the same visits in one file."""

from __future__ import annotations

import re
from dataclasses import replace

from smm_portfolio.content.values.data_file import DataFile, DateOrder, ExportFormat
from smm_portfolio.evidence.dates import read_day
from smm_portfolio.evidence.observations import Block, Span
from smm_portfolio.evidence.reading import Row, Table
from smm_portfolio.evidence.recognise import Match, plain, recognise

_START = re.compile(r"#\s*Start date:\s*(\d{8}|\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_END = re.compile(r"#\s*End date:\s*(\d{8}|\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_RANGE = re.compile(r"#\s*(\d{8})\s*-\s*(\d{8})\s*$")


def ga4_blocks(match: Match, hints: DataFile) -> list[Block]:
    """Every table of the file with the period of the comment lines above it."""
    found: list[Block] = []
    period: Span | None = None
    edge: dict[str, str] = {}
    body: list[Row] = []
    commented = False
    for row in match.table.rows:
        line = ",".join(str(cell) for cell in row.cells).rstrip(",")
        if line.startswith("#"):
            if not commented and body:
                found += _tables(match, body, period, hints)
                body = []
            commented = True
            period = _period(line, edge) or period
        else:
            commented = False
            body.append(row)
    return found + _tables(match, body, period, hints)


def _period(line: str, edge: dict[str, str]) -> Span | None:
    joined = _RANGE.search(line)
    if joined:
        edge.update(start=joined[1], end=joined[2])
    for name, pattern in (("start", _START), ("end", _END)):
        part = pattern.search(line)
        if part:
            edge[name] = part[1]
    if "start" not in edge or "end" not in edge:
        return None
    days = [read_day(edge[name], DateOrder.YEAR_FIRST) for name in ("start", "end")]
    dates = [day.date() if day else None for day in days]
    return Span(dates[0], dates[1]) if dates[0] and dates[1] and dates[0] <= dates[1] else None


def _tables(match: Match, body: list[Row], period: Span | None, hints: DataFile) -> list[Block]:
    """A run of rows without comments, cut wherever another header begins."""
    starts = [place for place, row in enumerate(body) if place == 0 or _is_header(row)]
    if not starts:
        return []
    found = []
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        part = Table(match.table.sheet, tuple(body[start:end]))
        # only its own first row is the header of a part
        told = hints.model_copy(update={"format": ExportFormat.GA4})
        inner = recognise([replace(part, rows=part.rows[:1])], told).matches
        if inner:
            own = replace(inner[0], table=part)
            undated = "date" not in own.columns
            found.append(Block(own, part.rows[1:], own.columns, period=period, undated=undated))
    return found


def _is_header(row: Row) -> bool:
    """A row of names only: a row of a table holds at least one number."""
    texts = [row.text(place) for place in range(len(row.cells))]
    filled = [text for text in texts if text]
    return len(filled) > 1 and not any(plain(text)[:1].isdigit() for text in filled)
