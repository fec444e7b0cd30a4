"""What the two pages of a case study show: frozen, computed, the same alone and inside the portfolio."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.print.part_views import FactView, WebView
from smm_portfolio.site.views import LinkView

_LONG_TITLE = 52
_LONG_FIGURE, _LONG_NAME = 8, 22
_STORY = 240.0
"""Height of a page, in mm, with a line to spare on Letter and two on A4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameView:
    """A picture of the strip: measures in mm, a drawing or the address of a picture, words below, label inside."""

    width: float
    height: float
    art: Markup | None = None
    src: str = ""
    alt: str = ""
    caption: str = ""
    mock: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BigFigureView:
    """One figure set large: name, figure, where it came from with absolute and relative change."""

    name: str
    figure: str
    note: str = ""

    @property
    def is_long(self) -> bool:
        """Whether the figure needs the smaller size."""
        return len(self.figure) > _LONG_FIGURE

    @property
    def name_is_long(self) -> bool:
        """Whether the name takes two lines, so that the figures beside it need the room as well."""
        return len(self.name) > _LONG_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """A row of the goal table; ``note`` has parts, period, source and remark, ``state`` is full, open or none."""

    name: str
    baseline: str
    target: str
    result: str
    change: str
    verdict: str
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A chart with its finding as a heading."""

    title: str
    drawing: Markup
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A decision and the reason for it."""

    title: str
    why: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """A testimonial with recorded consent."""

    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """The next step: a question, whom to ask, and how."""

    question: str
    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheetView:
    """A case study on two pages.

    ``mock`` is the label that every page of a mock carries, and empty for real work; ``running`` names the case in the
    head of its pages; ``foot`` says in the portfolio nothing, alone whose it is and up to when its figures go.
    """

    lang: str
    author: str
    id: str
    label: str
    mock: str
    sample: str
    title: str
    running: str
    lede: str
    foot: str
    frames: tuple[FrameView, ...]
    facts: tuple[FactView, ...]
    figures: tuple[BigFigureView, ...]
    situation_lead: str
    situation: Markup
    audience: Markup | None
    goals: tuple[str, ...]
    approach: tuple[DecisionView, ...]
    results: tuple[ResultView, ...]
    results_note: str
    chart: ChartView | None
    caveat: Markup | None
    worked: tuple[str, ...]
    change: tuple[str, ...]
    quote: SaidView | None
    skills: tuple[LinkView, ...]
    tools: str
    links: tuple[LinkView, ...]
    web: WebView
    contact: ContactView | None = None

    @property
    def is_long(self) -> bool:
        """Whether the title needs the smaller size."""
        return len(self.title) > _LONG_TITLE

    @property
    def breaks(self) -> bool:
        """Whether the proof begins a page although the story leaves room on the first.

        Estimated from the letters of each column, in mm. A story that fills its page or more is followed at once: a
        forced page would leave a nearly empty one behind it.
        """
        title = _lines(self.title, 48 if self.is_long else 32) * (9 if self.is_long else 11.5)
        head = title + _lines(self.lede, 88) * 6 + 105
        situation = _lines(self.situation_lead, 50) + _lines(self.situation.striptags(), 52)
        goals = sum(_lines(goal, 50) for goal in self.goals)
        rows = [self.approach[start : start + 3] for start in range(0, len(self.approach), 3)]
        decisions = sum(max(_lines(one.title, 30) + _lines(one.why.striptags(), 34) for one in row) for row in rows)
        return head + (max(situation, goals) + decisions) * 4.5 + 20 < _STORY


def _lines(text: str, letters: int) -> int:
    """Lines that a text takes in a column of so many letters."""
    return -(-len(text) // letters)
