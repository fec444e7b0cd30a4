"""Addresses between pages and languages of one site."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from babel.core import Locale


class Alternate(TypedDict):
    """The same page in one language, as the templates read it.

    ``url`` is relative to the page that links (MkDocs' filter ``url`` cannot leave a language's root); ``abs_url`` is
    absolute where the site's address is known; ``own`` says whether the page has a text of its own in the language,
    ``default`` whether it is the one for readers of all other languages.
    """

    lang: str
    name: str
    url: str
    abs_url: str
    own: bool
    default: bool


def language_path(language: str, languages: tuple[str, ...]) -> str:
    """Folder of a language below the site's root: empty for the default, else ``en/``."""
    return "" if language == languages[0] else f"{language}/"


def alternates(
    page_url: str, language: str, languages: tuple[str, ...], own: Iterable[str], site_url: str = ""
) -> list[Alternate]:
    """The page in every language of the site.

    Args:
        page_url: its address below a language's root, the same in every language.
        language: language of the page that links.
        languages: languages of the site, the default first.
        own: languages that the page has a text of its own in.
        site_url: address of the whole site with a slash at the end, or empty.
    """
    root = "../" * page_url.count("/") + ("" if language == languages[0] else "../")
    written = set(own)
    default = next((code for code in languages if code in written), "")
    found: list[Alternate] = []
    for code in languages:
        path = language_path(code, languages) + page_url
        url = page_url.rpartition("/")[2] if code == language else root + path
        name = (Locale.parse(code).get_display_name(code) or code).capitalize()
        found.append(
            Alternate(
                lang=code,
                name=name,
                url=url or "./",
                abs_url=site_url + path if site_url else "",
                own=code in written,
                default=code == default,
            )
        )
    return found


def normal_site_url(url: str | None) -> str:
    """An address with one slash at the end, or an empty string."""
    return url.rstrip("/") + "/" if url else ""
