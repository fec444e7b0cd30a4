"""What every part of a guide needs while its views are made: words, names of fields, sources cited so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from smm_portfolio.content.labels import Labels, labels
from smm_portfolio.content.library import Library
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.content.values.scalars import slugify
from smm_portfolio.content.values.source import Cite, Source
from smm_portfolio.content.values.text import Prose, Text
from smm_portfolio.print.part_views import FieldView
from smm_portfolio.print.prose import Place, prose


class Fields:
    """Makes fields, each with a name of its own."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def add(self, name: str, label: str, title: str = "") -> FieldView:
        """A field.

        Args:
            name: parts joined by dots, made from ids; where the same name comes again it gets a number.
            label: what stands beside it.
            title: what a screen reader says; the label where it says enough.
        """
        count = self._used[name] = self._used.get(name, 0) + 1
        own = name if count == 1 else f"{name}.{count}"
        return FieldView(id=own.replace(".", "-"), name=own, label=label, title=title or label)


class Cited:
    """Sources in the order in which the document cites them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._numbers: dict[Source, int] = {}

    def add(self, cites: Iterable[Cite]) -> None:
        """Cite sources."""
        for cite in cites:
            self.number(cite)

    def number(self, cite: Cite) -> int:
        """The number of a source in the list, from 1; 0 where the citation leads nowhere."""
        source = self._library.cited(cite)
        return self._numbers.setdefault(source, len(self._numbers) + 1) if source else 0

    def sources(self) -> tuple[Source, ...]:
        """All of them, in order."""
        return tuple(self._numbers)


@dataclass(frozen=True)
class Context:
    """One guide in one language on its way to a view.

    Args:
        library: all content.
        language: two-letter code.
        site_url: address of the site of this language, ending in a slash; empty where it is not known.
        anchors: the days that are known.
        lists_sources: whether the document ends with its sources, so that their numbers lead somewhere.
    """

    library: Library
    language: str
    site_url: str = ""
    lists_sources: bool = True
    anchors: Mapping[Anchor, dt.date] = field(default_factory=dict)
    fields: Fields = field(default_factory=Fields)
    cited: Cited = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cited", Cited(self.library))

    @property
    def labels(self) -> Labels:
        """Section ``print`` of the labels."""
        return self.section("print")

    def section(self, name: str) -> Labels:
        """A section of the language's labels."""
        found: Labels = labels(self.language)[name]
        return found

    def say(self, text: Text | None) -> str:
        """A line in this language, or nothing."""
        return text.pick(self.language) if text else ""

    def key(self, text: Text) -> str:
        """Part of a field name for something without an id: the same in every language."""
        return slugify(text.pick(self.library.settings.default_language))[:40].strip("-")

    def html(self, text: Prose) -> Markup:
        """Markdown in this language as HTML."""
        return prose(text.pick(self.language), Place(self.labels["picture"], self.site_url))

    def prose(self, text: Prose | None) -> Markup | None:
        """Markdown in this language as HTML, or nothing."""
        return self.html(text) if text else None

    def numbers(self, cites: Iterable[Cite]) -> str:
        """“bron: 3, 5”: sources by their number in the list at the end; empty where the document has none."""
        found = [str(self.cited.number(cite)) for cite in cites]
        return str(self.labels["cited"].format(numbers=", ".join(found))) if found and self.lists_sources else ""
