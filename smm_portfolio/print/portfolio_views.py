"""What the whole portfolio shows: cover, contents, about, services, work, campaigns, skills, contact."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.print.case_views import CaseSheetView, ContactView, FrameView
from smm_portfolio.print.part_views import FactView, WebView
from smm_portfolio.print.views import ContentsView, CoverView
from smm_portfolio.site.views import LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """The story: a sentence set large, prose, a portrait, languages and profiles elsewhere."""

    lead: str
    text: Markup | None
    portrait: FrameView | None = None
    facts: tuple[FactView, ...] = ()
    links: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceView:
    """Something that can be ordered."""

    name: str
    text: Markup
    price: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRowView:
    """A line of the overview: picture, title that leads to the page, kind, strongest figure."""

    id: str
    title: str
    label: str
    meta: str
    frame: FrameView
    result: str = ""
    result_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignBlockView:
    """A mock campaign in short; ``mock`` is the label that its page carries."""

    id: str
    title: str
    mock: str
    summary: str
    frame: FrameView
    facts: tuple[FactView, ...]
    message: str
    insight: Markup
    web: WebView


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRowView:
    """A skill: how many of four boxes are full, the level in words, and the work that proves it."""

    name: str
    filled: int
    level: str
    evidence: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillTableView:
    """Skills that belong together."""

    title: str
    rows: tuple[SkillRowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioView:
    """A whole document."""

    lang: str
    title: str
    author: str
    description: str
    cover: CoverView
    contents: tuple[ContentsView, ...]
    about: AboutView
    services: tuple[ServiceView, ...]
    overview: tuple[WorkRowView, ...]
    cases: tuple[CaseSheetView, ...]
    campaigns: tuple[CampaignBlockView, ...]
    skills: tuple[SkillTableView, ...]
    on_request: tuple[FactView, ...]
    on_request_text: str
    contact: ContactView | None
    contact_facts: tuple[FactView, ...]
    contact_links: tuple[LinkView, ...]
    web: WebView
    small_print: str
