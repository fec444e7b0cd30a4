"""The rules of single formats: how their tables lie in the file, and what period they speak of."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from smm_portfolio.content.values.data_file import DataFile, ExportFormat
from smm_portfolio.evidence.importers.ga4 import ga4_blocks
from smm_portfolio.evidence.importers.linkedin_ads import linkedin_ads_blocks
from smm_portfolio.evidence.importers.meta_results import meta_results_blocks
from smm_portfolio.evidence.importers.plain import plain_blocks
from smm_portfolio.evidence.importers.youtube import youtube_blocks
from smm_portfolio.evidence.observations import Block
from smm_portfolio.evidence.recognise import Match

Importer = Callable[[Match, DataFile], list[Block]]

_RULES: Mapping[ExportFormat, Importer] = {
    ExportFormat.META_RESULTS: meta_results_blocks,
    ExportFormat.LINKEDIN_ADS: linkedin_ads_blocks,
    ExportFormat.YOUTUBE: youtube_blocks,
    ExportFormat.GA4: ga4_blocks,
}


def blocks_of(match: Match, hints: DataFile) -> list[Block]:
    """The tables behind a recognised header."""
    return _RULES.get(match.format, plain_blocks)(match, hints)
