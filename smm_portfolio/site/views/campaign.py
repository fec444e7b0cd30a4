"""A campaign plan: brief, posts to scale, calendar."""

from __future__ import annotations

from dataclasses import dataclass

from smm_portfolio.site.views.case import GoalRow, NextView
from smm_portfolio.site.views.parts import (
    CrumbsView,
    FactView,
    Format,
    KindView,
    LinkView,
    PictureView,
    SectionView,
    StateView,
)
from smm_portfolio.site.views.plan import PartView, PlanTable
from smm_portfolio.site.views.posts import PostView

_WEEK = 7
_BUSY = 2
"""How much wider a day of posts is than one without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A post in the calendar."""

    format: Format
    time: str
    channel: str
    title: str
    state: StateView
    key: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A day; ``iso`` is the date, ``label`` the weekday as spoken (``wo``)."""

    number: str
    iso: str
    label: str
    weekend: bool = False
    holidays: tuple[str, ...] = ()
    events: tuple[EventView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """A month as a grid of seven columns: empty cells before and after its days."""

    id: str
    title: str
    weekdays: tuple[str, ...]
    before: int
    after: int
    days: tuple[DayView, ...]
    note: str = ""

    @property
    def weeks(self) -> tuple[tuple[DayView | None, ...], ...]:
        """The days in rows of seven, None for the days of other months."""
        cells = (*(None for _ in range(self.before)), *self.days, *(None for _ in range(self.after)))
        return tuple(cells[first : first + _WEEK] for first in range(0, len(cells), _WEEK))

    @property
    def weights(self) -> tuple[int, ...]:
        """Width of each column on paper, in percent: days that carry posts need more than those that never do."""
        busy = [any(day.events for week in self.weeks if (day := week[place])) for place in range(_WEEK)]
        parts = [_BUSY if one else 1 for one in busy]
        shares = [100 * part // sum(parts) for part in parts]
        return (*shares[:-1], 100 - sum(shares[:-1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceView:
    """A segment: name, facts, and what it wants to do."""

    name: str
    facts: tuple[FactView, ...] = ()
    body: str = ""  # prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """What one channel is for."""

    name: str
    role: str
    formats: str = ""
    rhythm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignView:
    """A campaign plan, whole or as an exercise.

    ``jumps`` lead to the parts of the page, ``filters`` to the posts of one channel, ``lessons`` are the assignment and
    its questions, ``files`` what can be taken along, ``downloads`` further pages.
    """

    title: str
    lede: str
    kind: KindView
    crumbs: CrumbsView
    frames: tuple[PictureView, ...] = ()
    facts: tuple[FactView, ...] = ()
    jumps: tuple[LinkView, ...] = ()
    lessons: tuple[PartView, ...] = ()
    brief: tuple[SectionView, ...] = ()
    goals_caption: str = ""
    goals_note: str = ""
    goals: tuple[GoalRow, ...] = ()
    audiences: tuple[AudienceView, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    posts_title: str = ""
    posts_note: str = ""
    posts: tuple[tuple[PostView, ...], ...] = ()  # rows: one post, or two beside each other
    filters: tuple[LinkView, ...] = ()
    months: tuple[MonthView, ...] = ()
    listing: PlanTable | None = None
    chain: str = ""
    parts: tuple[PartView, ...] = ()
    sections: tuple[SectionView, ...] = ()
    disclaimer: str = ""
    files: tuple[LinkView, ...] = ()
    downloads: tuple[LinkView, ...] = ()
    next: NextView | None = None
