"""Meta Business Suite, results: one metric a file, named by the line above the header."""

from __future__ import annotations

from smm_portfolio.content.values.data_file import DataFile
from smm_portfolio.evidence.observations import Block
from smm_portfolio.evidence.recognise import Match, plain


def meta_results_blocks(match: Match, hints: DataFile) -> list[Block]:
    """The one table, with its column named by the title; without a known title the column stays unnamed."""
    above = match.table.rows[: match.header]
    names = [plain(row.text(0)) for row in above]
    titles = {plain(name): title for name, title in match.spec.titles.items()}
    title = next((titles[name] for name in reversed(names) if name in titles), None)
    columns = dict(match.columns)
    names_below = [plain(match.names.text(place)) for place in range(len(match.names.cells))]
    if title is not None and not set(hints.columns) - {"date"}:
        columns[title.quantity] = (names_below.index("primary"),)
    rows = match.table.rows[match.header + 1 :]
    return [Block(match, rows, columns, platform=title.platform if title else None)]


def title_of(match: Match) -> str:
    """The line above the header, for the message where it is not known."""
    return match.table.rows[match.header - 1].text(0) if match.header else ""
