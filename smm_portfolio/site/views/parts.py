"""Small parts that several pages share: links, facts, states, pictures, charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from smm_portfolio.pictures import Source

NO_ART = Markup("")
"""No drawing: a template leaves it out."""

Room = Literal["s", "m", "l", "xl"]
"""How much room a giant figure needs, so that it can be set as large as fits."""

Ratio = Literal["45", "11", "169", "916", "191", "23"]
"""Width to height: 4:5, 1:1, 16:9, 9:16, 1.91:1, 2:3."""
KindId = Literal["client", "employer", "volunteer", "own", "mock"]
StateId = Literal["ok", "late", "soon", "no", "miss"]
"""Shape of a state: tick, triangle, clock, dash, dash in the colour of a miss."""
Format = Literal["45", "11", "169", "916", "191", "23", "txt"]
"""Glyph of a format: the frame of its picture, or lines for a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link; ``note`` is said after it (``PDF, 240 kB``), ``current`` marks the page or choice one is on."""

    text: str
    href: str
    note: str = ""
    lang: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CrumbsView:
    """The way up: links to the pages above, and the name of this page."""

    links: tuple[LinkView, ...] = ()
    here: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindView:
    """What sort of work it is; square and word, never colour alone."""

    id: KindId
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateView:
    """How something stands: shape and word."""

    id: StateId
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A label and its value in a facts strip; ``term`` is the label."""

    term: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture in true proportion: a file (``src``) or a drawing (``art``).

    ``alt`` is empty when the picture only decorates. ``mock_tag`` sits inside the picture: a crop keeps it.
    ``sources`` are the same picture in better formats and other widths, ``sizes`` as in HTML; ``width`` and ``height``
    are pixels of the largest file.
    """

    ratio: Ratio
    art: Markup = NO_ART
    src: str = ""
    sources: tuple[Source, ...] = ()
    sizes: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""
    mock_tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """Plain figures behind a chart: column heads, and rows whose first cell names the row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A chart for a wide and a narrow box; ``title`` states the finding, ``foot`` its limits, ``table`` the data."""

    title: str
    wide: Markup
    narrow: Markup
    note: str = ""
    foot: str = ""
    table: TableView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A part of a page that is mostly text. ``id`` is the anchor, the same in every language."""

    id: str
    title: str
    body: str = ""  # prose
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """Where a fact comes from: words, and a link where there is one."""

    text: str
    href: str = ""


_LONG_TITLE = 90
_LONG_WORD = 20


def room(*figures: str) -> Room:
    """The room that the longest of some figures needs; ``18`` is ``s``, ``4,8 %`` ``m``, ``58.000`` ``l``."""
    longest = max(map(len, figures))
    return "s" if longest <= 3 else "m" if longest <= 5 else "l" if longest <= 7 else "xl"


def is_long(title: str) -> bool:
    """Whether a title is set a size smaller: at full size it would fill the first screen, or a word its line."""
    return len(title) > _LONG_TITLE or any(len(word) >= _LONG_WORD for word in title.split())
