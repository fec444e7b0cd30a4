"""What the template of a whole guide shows: cover, contents, sections."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.print.part_views import FactView, FieldView, Part, WebView


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoView:
    """A mark beside the name: address of the file and what it shows."""

    src: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverView:
    """The first page. ``opening`` is the one large line below the drawing, ``lead`` a sentence in its place."""

    brand: str
    title: str
    subtitle: str = ""
    logo: LogoView | None = None
    opening: FactView | None = None
    lead: str = ""
    facts: tuple[FactView, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether the title needs the smaller size."""
        return len(self.title) > 24 or max(map(len, self.title.split())) > 16

    @property
    def letters(self) -> int:
        """How many letters the page has; a short title is no reason to call the document faulty."""
        facts = (part for fact in (self.opening, *self.facts) if fact for part in (fact.label, fact.value))
        words = " ".join((self.brand, self.title, self.subtitle, self.lead, *facts))
        return len("".join(words.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsView:
    """A line of the contents; ``subs`` are the phases of a checklist."""

    id: str
    title: str
    subs: tuple[ContentsView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A numbered section; ``follows`` where it goes on below the one before it instead of on a new page."""

    id: str
    title: str
    intro: Markup | None = None
    part: Part
    follows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """A whole document. ``person`` are the lines that say whose copy it is; ``large`` asks for large print."""

    lang: str
    title: str
    author: str
    description: str
    running: str
    foot: str
    cover: CoverView
    contents: tuple[ContentsView, ...]
    person: tuple[FieldView, ...]
    web: WebView | None
    sections: tuple[SectionView, ...]
    large: bool = False
