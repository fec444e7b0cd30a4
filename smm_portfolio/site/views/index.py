"""Indexes of pages of one kind, and guides with their downloads."""

from __future__ import annotations

from dataclasses import dataclass

from smm_portfolio.site.views.parts import CrumbsView, FactView, KindView, LinkView, SectionView


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """An entry of an index: title, a sentence, small facts, downloads."""

    title: str
    href: str = ""
    summary: str = ""
    meta: str = ""
    kind: KindView | None = None
    downloads: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """A list of pages of one kind; ``empty`` is said when there is none."""

    title: str
    lede: str = ""
    crumbs: CrumbsView | None = None
    items: tuple[ItemView, ...] = ()
    empty: str = ""
    after: str = ""  # prose


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """A printed document on the web: what it holds, and its files."""

    title: str
    lede: str = ""
    crumbs: CrumbsView | None = None
    facts: tuple[FactView, ...] = ()
    downloads: tuple[LinkView, ...] = ()
    contents: tuple[LinkView, ...] = ()
    sections: tuple[SectionView, ...] = ()
