"""The pages about the person: about, services, contact."""

from __future__ import annotations

from dataclasses import dataclass

from smm_portfolio.site.views.parts import FactView, KindView, LinkView, PictureView
from smm_portfolio.site.views.work import SkillView


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """Who somebody is: lead, story, facts, skills with their evidence, files to take along."""

    title: str
    name: str
    role: str
    lead: str = ""
    portrait: PictureView | None = None
    actions: tuple[LinkView, ...] = ()
    story: str = ""  # prose
    facts: tuple[FactView, ...] = ()
    skills: tuple[SkillView, ...] = ()
    skills_all: LinkView | None = None
    downloads: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofView:
    """A piece of work that shows a service: link, the bold figure with its name, kind."""

    link: LinkView
    kind: KindView
    result: str = ""
    result_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """A service; ``id`` is its anchor, ``price`` a sentence, ``more`` leads to all work that shows it."""

    id: str
    name: str
    description: str  # prose
    price: str = ""
    proofs: tuple[ProofView, ...] = ()
    more: LinkView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesView:
    """What can be ordered."""

    title: str
    lede: str = ""
    actions: tuple[LinkView, ...] = ()
    offers: tuple[OfferView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """How to reach somebody, and what to say first."""

    title: str
    lede: str = ""
    email: LinkView | None = None
    phone: LinkView | None = None
    facts: tuple[FactView, ...] = ()
    links_label: str = ""
    links: tuple[LinkView, ...] = ()
    first_message: str = ""  # prose
