"""Guides as PDFs: all of them for the site, or one with somebody's real dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from smm_portfolio.content.loader import Loaded
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.hosts.guides import rendered_guides
from smm_portfolio.hosts.session import Dressed, dress, language_of
from smm_portfolio.print.guide import Copy, make_guide
from smm_portfolio.problems import Problem


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
        large: whether it is in large print.
    """

    slug: str
    language: str
    dates: Mapping[str, dt.date]
    site_url: str = ""
    large: bool = False


def print_guide(loaded: Loaded, order: GuideOrder, out: Path) -> list[Problem]:
    """Print one guide; nothing of it is kept in a cache.

    Returns:
        Warnings.

    Raises:
        UserError: there is no such guide or language, or it cannot be printed; nothing is written then.
    """
    dressed = dress(loaded)
    library = dressed.library
    copy = Copy(
        language_of(library, order.language, None),
        order.site_url or str(library.settings.site_url or ""),
        {Anchor(name): day for name, day in order.dates.items()},
        large=order.large,
    )
    return make_guide(order.slug, out, library, dressed.look, dressed.fonts, copy)
