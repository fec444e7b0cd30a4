"""A part that is a few lines too long is set closer, step by step; where that is not enough it stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from smm_portfolio.print.job import Fit, PrintJob

Layout = Callable[[str, Sequence[str]], Any]
"""Lays HTML out with further style sheets: a WeasyPrint ``Document``."""


def fitted(job: PrintJob, html: str, lay_out: Layout) -> Any:
    """The document with each part set as close as it must be.

    Why a part that stays too long is not set closer: it should at least be easy to read.
    """
    document = lay_out(html, ())
    if job.fit is None or not (left := too_long(job, job.fit, document)):
        return document
    steps: dict[str, int] = {}
    for step in range(1, len(job.fit.steps) + 1):
        steps.update(dict.fromkeys(left, step))
        closer = lay_out(_marked(html, steps), job.fit.steps[:step])
        if not (left := too_long(job, job.fit, closer)):
            return closer
    helped = {part: step for part, step in steps.items() if part not in left}
    return lay_out(_marked(html, helped), job.fit.steps[: max(helped.values())]) if helped else document


def too_long(job: PrintJob, fit: Fit, document: Any) -> list[str]:
    """The parts of a layout that take more pages than they may."""
    places = {anchor: number for number, page in enumerate(document.pages) for anchor in page.anchors}
    known = [anchor for anchor, _ in job.sections] or fit.parts
    starts = [(anchor, places[anchor]) for anchor in known if anchor in places]
    ends = [*starts, ("", len(document.pages))]
    return [part for (part, start), (_, end) in pairwise(ends) if part in fit.parts and end - start > fit.most]


def _marked(html: str, steps: Mapping[str, int]) -> str:
    for part, step in steps.items():
        counted = " ".join(str(number) for number in range(1, step + 1))
        html = html.replace(f'data-part="{part}"', f'data-part="{part}" data-close="{counted}"')
    return html
