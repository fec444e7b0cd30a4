"""What an anonymised case study must not say: its client's name, address and files, wherever they slipped in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from smm_portfolio.content.kinds.case_study import CaseStudy, Permission
from smm_portfolio.content.published import published_texts
from smm_portfolio.content.terms import Terms, fold
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.yaml_reader import DataPath
from smm_portfolio.problems import Severity

CODE = "SMM036"
_WORD = re.compile(r"[^\W\d_]+")
_ANY_LOGO = frozenset({"logo", "client", "klant", "customer", "brand", "merk", "image", "img", "picture", "icon"})
"""Words of file names that tell nothing: logo.svg stands in every second site."""
_SHORTEST = 4
"""Shorter words of a name (De, en, BV) say nothing by themselves."""


def secrets(case: CaseStudy) -> tuple[str, ...]:
    """Texts that must stand nowhere in what is published: the client's name, its addresses, its files, who speaks."""
    if case.permission not in (Permission.ANONYMISED, Permission.ON_REQUEST):
        return ()
    found = []
    if case.client is not None:
        found.append(case.client.name)
        if case.client.url:
            found.append(_address(case.client.url).split("/")[0])
        if case.client.logo and not set(_WORD.findall(fold(PurePosixPath(case.client.logo).stem))) <= _ANY_LOGO:
            found.append(PurePosixPath(case.client.logo).name)
    if case.testimonial is not None:
        found.append(case.testimonial.name)
    found += [address for link in case.links if _telling(address := _address(link.url))]
    return tuple(dict.fromkeys(found))


def leaks(case: CaseStudy, slug: str = "") -> Iterator[Broken]:
    """Where an anonymised case gives its client away.

    Args:
        case: any case study; only one that is anonymised, or shown on request, can leak.
        slug: last part of its address, which readers see.

    Yields:
        An error where the name, address or a file name stands in a text, a warning where a single telling word of
        the name does: that word may also be an ordinary one.
    """
    hidden = Terms(secrets(case))
    if not hidden:
        return
    request = case.permission is Permission.ON_REQUEST
    allowed = fold(" ".join(case.anonymised_as.variants().values())) if case.anonymised_as else ""
    name = case.client.name if case.client else ""
    telling = [word for word in re.findall(r"\w+", name) if len(word) >= _SHORTEST and fold(word) not in allowed]
    for path, words in (*published_texts(case), (("slug",), slug)):
        if hidden.names_in(words):
            yield Broken(
                CODE,
                "the client of a case on request is named here"
                if request
                else "the client of an anonymised case is named here",
                "A teaser names nobody: write what sort of client it is."
                if request
                else "Write what anonymised_as says instead, and rename files that carry the name.",
                path,
            )
        elif word := next((one for one in telling if _word_in(one, words, path)), ""):
            yield Broken(
                CODE,
                f"'{word}' is part of the name of {'a client on request' if request else 'an anonymised client'}",
                "Choose another word, unless nobody could recognise the client by it.",
                path,
                Severity.WARNING,
            )


def found_in(text: str, hidden: Iterable[str]) -> list[str]:
    """Which secrets a published text contains, however it is spelled: capitals, accents, hyphens for spaces."""
    return Terms(hidden).names_in(text)


def _word_in(word: str, text: str, path: DataPath) -> bool:
    """Whether a word of a name stands in a text as a name does; in an address capitals do not count."""
    if path == ("slug",) or path[-1] in ("file", "url"):
        return bool(found_in(text, [word]))
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


def _address(url: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url, flags=re.IGNORECASE).rstrip("/")


def _telling(address: str) -> bool:
    """Whether an address is the client's own: a page, or a site that is not a platform's."""
    parts = urlsplit(f"//{address}")
    return bool(parts.path) or address.split(".", maxsplit=1)[0].casefold() not in {one.value for one in Platform}
