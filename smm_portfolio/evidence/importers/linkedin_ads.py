"""LinkedIn Campaign Manager: the period stands above the table, and campaign dates are not it."""

from __future__ import annotations

import re

from smm_portfolio.content.values.data_file import DataFile, DateOrder
from smm_portfolio.evidence.dates import read_day
from smm_portfolio.evidence.observations import Block, Span
from smm_portfolio.evidence.recognise import Match

_EDGES = (re.compile(r"report start:?\s*(.+)", re.IGNORECASE), re.compile(r"report end:?\s*(.+)", re.IGNORECASE))


def linkedin_ads_blocks(match: Match, hints: DataFile) -> list[Block]:
    """Everything below the header, for the period of the lines ``Report Start`` and ``Report End``."""
    lines = [", ".join(filter(None, map(str, row.cells))) for row in match.table.rows[: match.header]]
    edges = []
    for pattern in _EDGES:
        found = next((pattern.match(line) for line in lines if pattern.match(line)), None)
        # "August 31, 2026, 11:59 PM": what follows the year is the time
        day = read_day(re.sub(r"(\d{4}).*", r"\1", found[1]), DateOrder.MONTH_FIRST) if found else None
        edges.append(day.date() if day and day.year else None)
    period = Span(edges[0], edges[1]) if edges[0] and edges[1] else None
    rows = match.table.rows[match.header + 1 :]
    return [Block(match, rows, match.columns, period=period, undated="date" not in match.columns)]
