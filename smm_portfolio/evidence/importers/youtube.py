"""YouTube Studio: per video for a chosen period that the table does not name, or per day."""

from __future__ import annotations

from smm_portfolio.content.values.data_file import DataFile
from smm_portfolio.evidence.observations import Block
from smm_portfolio.evidence.recognise import Match


def youtube_blocks(match: Match, hints: DataFile) -> list[Block]:
    """Everything below the header.

    Why the period counts and not the date of the video: the table lists what happened in the period that was chosen
    on the screen, for videos of any age. Only without a period are videos taken by their date, as counted since then.
    """
    per_video = "id" in match.columns
    rows = match.table.rows[match.header + 1 :]
    return [Block(match, rows, match.columns, undated=per_video and hints.period is not None)]
