"""What an anonymised case study must not say: its client's name, address and files, wherever they slipped in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from smm_portfolio.content.client_names import bare_name, page_of, site_of
from smm_portfolio.content.kinds.case_study import CaseStudy, Permission, Testimonial
from smm_portfolio.content.published import published_texts
from smm_portfolio.content.terms import Terms, fold
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.yaml_reader import DataPath
from smm_portfolio.problems import Severity

CODE = "SMM036"
_WORD = re.compile(r"[^\W\d_]+")
_ANY_LOGO = frozenset({"logo", "client", "klant", "customer", "brand", "merk", "image", "img", "picture", "icon"})
"""Words of file names that tell nothing: logo.svg stands in every second site."""
_SHORTEST = 4
"""Shorter words of a name (De, en, BV) say nothing by themselves."""


def secrets(case: CaseStudy) -> tuple[str, ...]:
    """Texts that must stand nowhere in what is published: the client's name, addresses, accounts, files, who speaks."""
    if case.permission not in (Permission.ANONYMISED, Permission.ON_REQUEST):
        return ()
    found = []
    told = _told(case)
    if case.client is not None:
        found.append(bare_name(case.client.name))
        if case.client.url:
            found += site_of(case.client.url, told)
        if case.client.logo and not set(_WORD.findall(fold(PurePosixPath(case.client.logo).stem))) <= _ANY_LOGO:
            found.append(PurePosixPath(case.client.logo).name)
    if case.testimonial is not None and _names_somebody(case.testimonial, told):
        found.append(case.testimonial.name)
    for link in case.links:
        found += page_of(link.url, told)
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
        if any(hidden.find_written(words)):
            yield Broken(
                CODE,
                "the client of a case on request is named here"
                if request
                else "the client of an anonymised case is named here",
                "A teaser names nobody: write what sort of client it is."
                if request
                else "Write what anonymised_as says instead, and rename files that carry the name; where it is an "
                "ordinary word, leave client out.",
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


def _told(case: CaseStudy) -> frozenset[str]:
    """Words that readers of the case see anyway, since they say what sort of client it is."""
    return _words_of(case.anonymised_as) if case.anonymised_as else frozenset()


def _names_somebody(testimonial: Testimonial, told: frozenset[str]) -> bool:
    """Whether somebody can be recognised: a first name alone, or a position in place of a name, fits many people."""
    words = frozenset(_WORD.findall(fold(testimonial.name)))
    position = all(words >= frozenset(_WORD.findall(fold(said))) for said in testimonial.role.variants().values())
    return len(words) > 1 and not position and not told.issuperset(words)


def _words_of(text: Text) -> frozenset[str]:
    return frozenset(word for said in text.variants().values() for word in _WORD.findall(fold(said)))
