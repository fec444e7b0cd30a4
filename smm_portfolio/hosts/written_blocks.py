"""Blocks in hand-written pages, checked before anything is built."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from smm_portfolio.content.labels import labels
from smm_portfolio.content.library import Library
from smm_portfolio.hosts.handwritten import variants
from smm_portfolio.looks import Look
from smm_portfolio.problems import Problem, UserError
from smm_portfolio.site.blocks import expand_blocks
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.formatting import Formatter
from smm_portfolio.site.templates import PageTemplates


def block_problems(library: Library, look: Look, today: dt.date) -> list[Problem]:
    """Every block of every hand-written page, in every language, that is not known or names nothing."""
    sources = [path.relative_to(library.docs).as_posix() for path in sorted(library.docs.rglob("*.md"))]
    with_blocks = {source for source in sources if "[smm:" in _text(library.docs / source)}
    problems: dict[Problem, None] = {}
    for language in library.languages if with_blocks else ():
        templates = PageTemplates(look.folders("web"))
        context = SiteContext(library, language, labels(language), Formatter(language), templates, today)
        for variant in variants(sources, language, library.languages):
            if variant.source in with_blocks:
                path = library.docs / variant.source
                file = path.relative_to(library.root).as_posix() if path.is_relative_to(library.root) else path.name
                try:
                    expand_blocks(_text(path), context, variant.uri, file)
                except UserError as error:
                    problems.update(dict.fromkeys(error.problems))
    return list(problems)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")
