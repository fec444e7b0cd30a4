"""Formats whose rows simply follow the header."""

from __future__ import annotations

from smm_portfolio.content.values.data_file import DataFile
from smm_portfolio.evidence.observations import Block
from smm_portfolio.evidence.recognise import Match


def plain_blocks(match: Match, hints: DataFile) -> list[Block]:
    """Everything below the header."""
    return [Block(match, match.table.rows[match.header + 1 :], match.columns)]
