"""A case study in story order."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.site.views.parts import (
    NO_ART,
    CrumbsView,
    FactView,
    FigureView,
    Format,
    KindView,
    LinkView,
    PictureView,
    Room,
    StateView,
    room,
)

_TABLE = 40
"""Letters in the four figures of a row, at most, for a table of 720 pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One goal against its result. A missed goal keeps its row, in the same size."""

    name: str
    baseline: str
    target: str
    result: str
    change: str
    state: StateView
    source: str = ""

    @property
    def wide(self) -> bool:
        """Whether its figures need more room than a table has on a tablet, as amounts in millions do."""
        return sum(map(len, (self.baseline, self.target, self.result, self.change))) > _TABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class TileView:
    """One metric: baseline, result, change, period, denominator or source."""

    name: str
    result: str
    baseline: str = ""
    delta: str = ""
    period: str = ""
    source: str = ""

    @property
    def room(self) -> Room:
        """How large the figures can be."""
        return room(self.baseline, self.result)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A decision and the reason for it."""

    title: str
    why: str = ""  # prose


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleView:
    """A piece of content in a neutral frame: who, when, format, picture, caption, one figure."""

    account: str
    initials: str
    date: str
    format: Format
    format_label: str
    picture: PictureView | None = None
    caption: str = ""
    figure: str = ""
    owner: str = ""
    link: LinkView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A testimonial whose permission is on record; ``by`` names person, role and permission."""

    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextView:
    """What to read next, at the size of a page title."""

    title: str
    href: str
    result: str = ""
    art: Markup = NO_ART


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case study in story order: situation and goals, approach, results, content, lessons."""

    title: str
    lede: str
    kind: KindView
    crumbs: CrumbsView
    frames: tuple[PictureView, ...] = ()
    facts: tuple[FactView, ...] = ()
    situation_lead: str = ""
    situation: str = ""  # prose
    audience: str = ""  # prose
    goals_caption: str = ""
    goals_note: str = ""
    goals: tuple[GoalRow, ...] = ()
    tiles_note: str = ""
    tiles: tuple[TileView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    caveat: str = ""  # prose
    approach: tuple[StepView, ...] = ()
    samples_note: str = ""
    samples: tuple[SampleView, ...] = ()
    worked: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
    quote: QuoteView | None = None
    skills: tuple[LinkView, ...] = ()
    tools: tuple[str, ...] = ()
    links: tuple[LinkView, ...] = ()
    downloads: tuple[LinkView, ...] = ()
    next: NextView | None = None
