"""Self-assessment: a skill checklist that the visitor fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from smm_portfolio.site.views.parts import CrumbsView, FactView, LinkView, SourceView


@dataclass(frozen=True, slots=True, kw_only=True)
class AskView:
    """A skill to rate; ``asked`` says what each target asks of it, ``learn`` how to get better at it.

    A lesson without a page has an empty ``href``.
    """

    id: str
    name: str
    detail: str = ""  # prose
    asked: str = ""
    learn: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaView:
    """Skills that belong together."""

    id: str
    title: str
    note: str = ""
    asks: tuple[AskView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessView:
    """A form for oneself: the ladder, skills by area, and room for what it comes to.

    ``ladder`` are level ids with their words, lowest first, and before them the value for "not yet"; ``targets`` ids
    with their words; ``own`` leads to the levels of the owner of the site; ``data`` becomes JSON, see ``assess.js``.
    """

    id: str
    title: str
    lede: str
    ladder: tuple[tuple[str, str], ...]
    levels: tuple[FactView, ...]
    areas: tuple[AreaView, ...]
    targets: tuple[tuple[str, str], ...]
    data: Mapping[str, Any] = field(hash=False)
    intro: str = ""  # prose
    crumbs: CrumbsView | None = None
    own: LinkView | None = None
    downloads: tuple[LinkView, ...] = ()
    sources: tuple[SourceView, ...] = ()
