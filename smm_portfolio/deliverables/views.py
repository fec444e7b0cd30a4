"""What printed documents of a campaign show: slides, frames of posts, sheets to sign; frozen and computed."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.print.case_views import FrameView
from smm_portfolio.print.part_views import FactView, FieldView, SignView
from smm_portfolio.site.views import MonthView, PlanTable


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPostView:
    """A post on paper: its frame, what it is, and its text as people see it before they ask for more."""

    frame: FrameView | None
    width: float
    label: str
    title: str
    when: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """A column of a slide: a large mark, a title and lines."""

    title: str
    mark: str = ""
    lines: tuple[str, ...] = ()
    facts: tuple[FactView, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideView:
    """One thought on one page; whatever it has stands in this order.

    ``lead`` is set large beside ``table`` where ``beside`` says so; ``notes`` stand below in columns.
    """

    title: str
    eyebrow: str
    lead: tuple[FactView, ...] = ()
    table: PlanTable | None = None
    beside: bool = False
    posts: tuple[ShownPostView, ...] = ()
    month: MonthView | None = None
    columns: tuple[ColumnView, ...] = ()
    notes: tuple[FactView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckView:
    """A campaign to present: a cover and slides."""

    lang: str
    author: str
    title: str
    lede: str
    label: str
    mock: str
    cover: FrameView
    slides: tuple[SlideView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """A sheet of a campaign: what is on it, whose it is, and the label."""

    lang: str
    author: str
    title: str
    label: str
    mock: str
    lede: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSheetView(SheetView):
    """The brief on one page: facts on top, parts in two columns."""

    facts: tuple[FactView, ...] = ()
    parts: tuple[BriefPartView, ...] = ()
    goals: PlanTable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPartView:
    """A part of the brief: a text, or lines."""

    title: str
    body: Markup | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarSheetView(SheetView):
    """The content calendar on paper: a page a month, then all posts in order."""

    months: tuple[MonthView, ...] = ()
    listing: PlanTable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalPostView:
    """A post to sign off: how it looks, what it says, and what somebody thinks of it."""

    id: str
    title: str
    facts: tuple[FactView, ...]
    link: FactView | None
    frame: FrameView | None
    text: tuple[str, ...]
    choices: tuple[FieldView, ...]
    remarks: FieldView
    signed: FieldView


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalView(SheetView):
    """Every post with its boxes, and the signatures at the end."""

    posts: tuple[ApprovalPostView, ...] = ()
    signs: tuple[SignView, ...] = ()
