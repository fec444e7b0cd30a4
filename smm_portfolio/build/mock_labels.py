"""Every finished file of a mock says that it is one; the walk finds them by address and name, whoever made them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from smm_portfolio import resources
from smm_portfolio.build.mock_styles import hiding
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseKind, CaseStudy
from smm_portfolio.content.labels import labels
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.terms import fold
from smm_portfolio.hosts.addresses import language_path
from smm_portfolio.hosts.file_texts import PACKED, PICTURES, texts_of
from smm_portfolio.hosts.pdf_texts import pdf_pages
from smm_portfolio.problems import Problem

SHARED = "assets/smm/share"
"""Where pictures for shared links lie."""
_FOLDERS = {"case_study": "work", "campaign": "campaigns"}
_TABLES = frozenset({".csv", ".tsv", *PACKED})
_SPEAKING = frozenset({".svg", ".json", ".txt", ".md", *PICTURES, *_TABLES})
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_BODY = re.compile(r"<body\b.*</body>", re.DOTALL)
_META = re.compile(r'<meta name="smm:mock" content="([^"]*)"')
_FRAME = re.compile(r'class="(?:[^"]*\s)?smm-pic[\s"]')
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_CARD = re.compile(r'<li class="smm-work\b.*?</li>', re.DOTALL)
_WORD = re.compile(r"\w+")
_EVENT = re.compile(r"BEGIN:VEVENT\r?\n.*?END:VEVENT", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mock:
    """A mock: its address below a language's root, the last part of it, its titles, and the file it was made from."""

    folder: str
    slug: str
    titles: tuple[str, ...]
    source: str

    def owns(self, uri: str) -> bool:
        """Whether a file, addressed from a language's root, is its own: by folder, or by the names that we give."""
        stem = uri.rpartition("/")[2].rpartition(".")[0]
        named = f"{self.folder}/{self.slug}", f"downloads/{self.slug}", f"{SHARED}/{self.folder}-{self.slug}"
        return (
            uri.startswith(f"{self.folder}/{self.slug}/")
            or uri.rpartition(".")[0] in named
            or stem.startswith(f"{self.slug}-mock-")
        )


def unlabelled(site: Path, library: Library) -> list[Problem]:
    """Every place of a finished site where a mock could be taken for real work.

    Args:
        site: its folder.
        library: what it was made from.
    """
    mocks = tuple(_mocks(library))
    prefixes = tuple(language_path(one, library.languages) for one in library.languages[1:])
    problems = []
    for path in sorted(site.rglob("*")) if mocks else ():
        if path.is_file():
            uri = path.relative_to(site).as_posix()
            below = next((uri.removeprefix(prefix) for prefix in prefixes if uri.startswith(prefix)), uri)
            problems += [_problem(uri, mock, what) for mock, what in _missing(path, below, mocks)]
    return [*problems, *(hiding(site) if mocks else ())]


def says_so(text: str, *, shortly: bool = False) -> bool:
    """Whether a text holds a label of mocks, in any language.

    Args:
        text: what is read.
        shortly: whether the single word will do, where something else only mentions a mock.
    """
    plain = " ".join(fold(text).split())
    return any(label in plain for label in _labels()) or (
        shortly and not set(_words()).isdisjoint(_WORD.findall(plain))
    )


def _mocks(library: Library) -> Iterator[Mock]:
    works: list[Entry[CaseStudy] | Entry[Campaign]] = [*library.campaigns]
    works += [one for one in library.cases if one.model.kind is CaseKind.MOCK]
    for entry in works:
        titles = tuple(dict.fromkeys(fold(title) for title in entry.model.title.variants().values()))
        yield Mock(_FOLDERS[entry.kind], entry.slug, titles, entry.file)


@cache
def _labels() -> tuple[str, ...]:
    found = []
    for path in sorted(resources.locales_dir().glob("*.yml")):
        pages = labels(path.stem)["pages"]
        found += [str(pages[group][name]) for group in ("case", "campaigns") for name in ("mock", "mock_tag")]
    return tuple(dict.fromkeys(" ".join(fold(label).split()) for label in found))


@cache
def _words() -> tuple[str, ...]:
    """The word for a mock in every language, for the names of files that have no room for more."""
    return tuple(
        fold(str(labels(path.stem)["terms"]["kinds"]["mock"])) for path in resources.locales_dir().glob("*.yml")
    )


def _missing(path: Path, uri: str, mocks: tuple[Mock, ...]) -> Iterator[tuple[Mock, str]]:
    """What lacks the label in one file, for each mock that it shows."""
    ending = path.suffix.lower()
    if path.name == "search_index.json":
        yield from _search(path, mocks)
    elif ending == ".html":
        yield from _page(path.read_text(encoding="utf-8", errors="replace"), uri, mocks)
    elif ending == ".pdf":
        yield from _document(path.read_bytes(), uri, mocks)
    else:
        for mock in mocks:
            if mock.owns(uri):
                yield from ((mock, what) for what in _other(path, ending))


def _page(page: str, uri: str, mocks: tuple[Mock, ...]) -> Iterator[tuple[Mock, str]]:
    for mock in mocks:
        if mock.owns(uri):
            parts: Mapping[str, re.Pattern[str]] = {"its title": _TITLE, "its text": _BODY}
            for what, pattern in parts.items():
                found = pattern.search(page)
                if found is None or not says_so(found[0]):
                    yield mock, what
            if any(not says_so(found[1]) for found in _DATA.finditer(page)):
                yield mock, "its data for search engines"
            if not any(says_so(found) for found in _META.findall(page)):
                yield mock, "its metadata"
            if "smm-mock-banner" not in page:
                yield mock, "its banner"
            if page.count("smm-mock-tag") < len(_FRAME.findall(page)):
                yield mock, "a frame"
        elif f"{mock.folder}/{mock.slug}/" in page:
            for card in _CARD.findall(page):
                if f"{mock.folder}/{mock.slug}/" in card and not says_so(card):
                    yield mock, "its card"


def _document(content: bytes, uri: str, mocks: tuple[Mock, ...]) -> Iterator[tuple[Mock, str]]:
    """Every page of a mock's own document; in others every page that gives its title."""
    pages = [" ".join(fold(text).split()) for text in pdf_pages(content)]
    for mock in mocks:
        own = mock.owns(uri)
        for number, page in enumerate(pages, 1):
            if (own or any(title in page for title in mock.titles)) and not says_so(page, shortly=not own):
                yield mock, f"page {number}"


def _search(path: Path, mocks: tuple[Mock, ...]) -> Iterator[tuple[Mock, str]]:
    """What search shows first of a page; its sections stand below that title."""
    for entry in json.loads(path.read_text(encoding="utf-8"))["docs"]:
        for mock in mocks:
            if entry["location"] == f"{mock.folder}/{mock.slug}/" and not says_so(f"{entry['title']} {entry['text']}"):
                yield mock, f"the entry {entry['location']}"


def _other(path: Path, ending: str) -> Iterator[str]:
    if ending == ".ics":
        events = _EVENT.findall(re.sub(r"\r?\n[ \t]", "", path.read_text(encoding="utf-8")))
        yield from (f"event {number}" for number, event in enumerate(events, 1) if not says_so(event))
    elif ending in _SPEAKING:
        named = ending in _TABLES and any(word in fold(path.name) for word in _words())
        if not named and not says_so(" ".join(texts_of(path) or ())):
            yield "the file"


def _problem(uri: str, mock: Mock, what: str) -> Problem:
    message = f"/{uri} shows a mock without saying so: {what}"
    return Problem(
        "SMM131", message, "Put the label back where a template of yours leaves it out; else report this.", mock.source
    )
