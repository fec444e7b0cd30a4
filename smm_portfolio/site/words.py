"""Our own words on generated pages: labels by path, terms for choices, plurals, and Markdown as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from markdown import Markdown

from smm_portfolio.site.context import SiteContext

_DOUBLE = '"“”„«»'
_MARKS = f"{_DOUBLE}'‘’"


def say(context: SiteContext, path: str, **values: str) -> str:
    """A label of section ``pages``, its placeholders filled in.

    Args:
        context: the build.
        path: keys joined by dots, such as ``case.client``.
        values: texts for the placeholders.
    """
    text = str(_at(context, path))
    return text.format(**values) if values else text


def sayings(context: SiteContext, path: str) -> tuple[str, ...]:
    """A label that is a list, such as the heads of a table."""
    return tuple(_at(context, path))


def count(context: SiteContext, path: str, number: int, **values: str) -> str:
    """A label with plural forms, ``{n}`` and further placeholders filled in."""
    forms: Mapping[str, str] = _at(context, path)
    form = forms.get(context.format.locale.plural_form(number), forms["other"])
    return form.format(n=context.format.number(number), **values)


def forms(context: SiteContext, path: str, **values: str) -> dict[str, str]:
    """The plural forms of a label for a script, which fills in ``{n}`` itself; further placeholders are filled."""
    found: Mapping[str, str] = _at(context, path)
    return {name: form.format(n="{n}", **values) for name, form in found.items()}


def term(context: SiteContext, group: str, key: str) -> str:
    """The word for a choice: ``term(context, "kinds", "mock")``."""
    return str(context.labels["terms"][group][key])


def in_letters(context: SiteContext, number: int) -> str:
    """A small number as a word, a larger one in figures."""
    words = context.labels["terms"]["numbers"]
    return str(words[number]) if number < len(words) else context.format.number(number)


def _at(context: SiteContext, path: str) -> Any:
    found: Any = context.labels["pages"]
    for key in path.split("."):
        found = found[key]
    return found


@lru_cache(maxsize=512)
def plain(markdown: str) -> str:
    """Markdown as one line of plain text, for places that take no markup."""
    reader = _Text()
    reader.feed(Markdown().convert(markdown))
    reader.close()
    return " ".join("".join(reader.parts).split())


class _Text(HTMLParser):
    """Collects the text between tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def bare(quote: str) -> str:
    """Somebody's words without the marks around them, which a page adds itself."""
    words = quote.strip()
    inside = words[1:-1].strip()
    marked = len(words) > 2 and words[0] in _MARKS and words[-1] in _MARKS
    return inside if marked and not set(inside) & set(_DOUBLE) else words
