"""Guides as PDFs: all of them for the site, or one with somebody's real dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from smm_portfolio.content.loader import Loaded
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.hosts.guides import rendered_guides
from smm_portfolio.hosts.session import Dressed, dress, language_of
from smm_portfolio.print.guide import guide_job, make_guide
from smm_portfolio.problems import Problem, UserError


@dataclass(frozen=True, slots=True)
class Printed:
    """Finished guides.

    Args:
        files: by language and address below the language's root, the PDF.
        rendered: how many were laid out.
        reused: how many had not changed.
        sources: the guide file behind each address.
    """

    files: Mapping[str, Mapping[str, bytes]]
    rendered: int
    reused: int
    sources: Mapping[str, str] = field(default_factory=dict)


def print_guides(dressed: Dressed, site_url: str) -> Printed:
    """Make the PDF of every guide in every language.

    Raises:
        UserError: a guide cannot be printed, or this machine lacks the libraries.
    """
    made = rendered_guides(dressed, dressed.library.languages, site_url)
    files: dict[str, dict[str, bytes]] = {}
    for one in made:
        files.setdefault(one.language, {})[one.uri] = one.pdf
    reused = sum(one.reused for one in made)
    return Printed(files, len(made) - reused, reused, {one.uri: one.source for one in made})


@dataclass(frozen=True, slots=True)
class GuideOrder:
    """One guide for somebody.

    Args:
        slug: of the guide.
        language: to print it in.
        dates: known days by anchor; without them due dates stay relative.
        site_url: address of the site, for the QR codes, or empty.
    """

    slug: str
    language: str
    dates: Mapping[str, dt.date]
    site_url: str = ""


def print_guide(loaded: Loaded, order: GuideOrder, out: Path) -> list[Problem]:
    """Print one guide; nothing of it is kept in a cache.

    Returns:
        Warnings.

    Raises:
        UserError: there is no such guide or language, or it cannot be printed; nothing is written then.
    """
    dressed = dress(loaded)
    library = dressed.library
    language = language_of(library, order.language, None)
    entry = next((guide for guide in library.guides if guide.slug == order.slug), None)
    if entry is None:
        slugs = [guide.slug for guide in library.guides]
        close = nearest(order.slug, slugs)
        fix = f"Did you mean {close}?" if close else f"Known: {', '.join(slugs) or 'none yet'}."
        raise UserError([Problem("SMM030", f"there is no guide '{order.slug}'", fix)])
    anchors = {Anchor(name): day for name, day in order.dates.items()}
    url = order.site_url or str(library.settings.site_url or "")
    job = guide_job(entry, library, dressed.look, dressed.fonts, language, site_url=url, anchors=anchors)
    return make_guide(job, out)
