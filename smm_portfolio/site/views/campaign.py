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


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """A post as a neutral preview in true proportion.

    ``text`` is what shows before the fold, ``rest`` what follows it; ``fold`` names the fold in words.
    ``safe`` turns on the hatched zones of vertical video, in percent: top, right, bottom, left.
    """

    id: str
    format: Format
    format_label: str
    size: str
    account: str
    initials: str
    when: str = ""
    picture: PictureView | None = None
    overlay: tuple[str, ...] = ()
    subtitle: str = ""
    duration: str = ""
    headline: str = ""
    text: str = ""
    rest: str = ""
    fold: str = ""
    safe: tuple[int, int, int, int] | None = None
    checks: tuple[StateView, ...] = ()
    mock_tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A post in the calendar."""

    format: Format
    time: str
    channel: str
    title: str
    state: StateView
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
    """A campaign plan: brief, audiences, channels, posts to scale, calendar."""

    title: str
    lede: str
    kind: KindView
    crumbs: CrumbsView
    frames: tuple[PictureView, ...] = ()
    facts: tuple[FactView, ...] = ()
    brief: tuple[SectionView, ...] = ()
    goals_caption: str = ""
    goals_note: str = ""
    goals: tuple[GoalRow, ...] = ()
    audiences: tuple[AudienceView, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    posts_title: str = ""
    posts_note: str = ""
    posts: tuple[PostView, ...] = ()
    months: tuple[MonthView, ...] = ()
    sections: tuple[SectionView, ...] = ()
    disclaimer: str = ""
    downloads: tuple[LinkView, ...] = ()
    next: NextView | None = None
