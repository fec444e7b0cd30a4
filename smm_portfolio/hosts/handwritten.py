"""Hand-written pages in several languages: ``page.md`` is the default language, ``page.en.md`` English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_VARIANT = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2})\.md$")


@dataclass(frozen=True, slots=True)
class Variant:
    """The file that one page of one language is made from.

    Args:
        uri: address of the page in the docs tree, without language suffix.
        source: the file, as it lies in the docs folder.
        language: the language that the file is written in.
        languages: every language that the page has a text of its own in.
    """

    uri: str
    source: str
    language: str
    languages: tuple[str, ...]


def variants(sources: Iterable[str], language: str, languages: tuple[str, ...]) -> tuple[Variant, ...]:
    """Choose a file for every hand-written page.

    Args:
        sources: Markdown files of the docs folder, relative, forward slashes.
        language: language of this build.
        languages: languages of the project, the default first.

    Returns:
        One variant a page, sorted by address. Where a page has no text in the language, the default language stands in,
        else the first there is: a page is rather shown in another language than missing.
    """
    pages: dict[str, dict[str, str]] = {}
    for source in sorted(sources):
        found = _VARIANT.fullmatch(source)
        if found and found["language"] in languages:
            pages.setdefault(f"{found['stem']}.md", {})[found["language"]] = source
        else:
            pages.setdefault(source, {}).setdefault(languages[0], source)
    return tuple(_choose(uri, texts, language, languages) for uri, texts in sorted(pages.items()))


def _choose(uri: str, texts: Mapping[str, str], language: str, languages: tuple[str, ...]) -> Variant:
    order = (language, languages[0], *sorted(texts))
    chosen = next(code for code in order if code in texts)
    return Variant(uri, texts[chosen], chosen, tuple(code for code in languages if code in texts))
