"""The home page and the list of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from smm_portfolio.site.views.parts import CrumbsView, FactView, KindView, LinkView, PictureView, Room, room

Facet = Literal["platform", "sector", "service", "kind"]
"""What the work can be filtered by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadView:
    """The strongest result: baseline and result as giant figures, with change, period and source.

    ``ratio`` is result divided by baseline, from the raw numbers; it sets the two blocks (Studio) or the
    slope (Quiet) to scale. ``None`` draws no picture.
    """

    baseline: str
    result: str
    name: str
    delta: str
    source: str
    link: LinkView | None = None
    ratio: float | None = None

    @property
    def room(self) -> Room:
        """How large the two figures can be."""
        return room(self.baseline, self.result)

    @property
    def heights(self) -> tuple[int, int]:
        """How high baseline and result stand, in percent of the higher one."""
        if self.ratio is None or self.ratio <= 0:
            return (0, 0)
        return (round(100 / self.ratio), 100) if self.ratio >= 1 else (100, round(100 * self.ratio))


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """One piece of work in a list. ``result`` is the bold figure (``18 → 41``), ``result_name`` its name.

    ``tags`` are its values for filters, such as ``platform=instagram``; ``monogram`` stands where there is no picture.
    """

    title: str
    href: str
    kind: KindView
    picture: PictureView
    result: str = ""
    result_name: str = ""
    meta: str = ""
    tags: tuple[str, ...] = ()
    monogram: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView:
    """A skill with its level in quarters of the ladder (0 = not rated … 4 = the top) and the cases that show it."""

    name: str
    level: int
    level_label: str
    detail: str = ""  # prose
    evidence: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """First page: who, what for whom, strongest result, work, skills, contact."""

    name: str
    role: str
    title: str
    lede: str = ""
    contact: LinkView | None = None
    actions: tuple[LinkView, ...] = ()
    availability: str = ""
    lead: LeadView | None = None
    works: tuple[CardView, ...] = ()
    works_all: LinkView | None = None
    works_note: str = ""
    skills: tuple[SkillView, ...] = ()
    skills_all: LinkView | None = None
    services: tuple[FactView, ...] = ()
    services_all: LinkView | None = None
    about_lead: str = ""
    about: str = ""  # prose
    about_link: LinkView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One value to narrow the work down to: a link to its page, with the number of works there."""

    text: str
    href: str
    value: str
    count: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterView:
    """One way to narrow the work down."""

    facet: Facet
    label: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkView:
    """Work as cards: all of it, or what has one value.

    ``chosen`` names that value, ``everything`` leads back to all work, ``script`` is what the script reads.
    """

    title: str
    lede: str = ""
    crumbs: CrumbsView | None = None
    count: str = ""
    filters: tuple[FilterView, ...] = ()
    chosen: str = ""
    everything: LinkView | None = None
    script: Mapping[str, Any] = field(default_factory=dict)
    cards: tuple[CardView, ...] = ()
