"""One style sheet for each group of pages, with what those pages can use.

Material's style sheets dress every kind of page that anybody may write. A visitor of a home page would wait for all of
it, so the finished pages are read and the rest is left out; they look the same. Pages name their group in
``data-smm-styles``: people who go from one piece of work to the next fetch one file.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from smm_portfolio.build.links import html_files
from smm_portfolio.site.used_styles import Seen, used
from smm_portfolio.site.web_assets import FOLDER

_GROUP = re.compile(r'data-smm-styles="([a-z]+)"')
_HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)
_LINK = re.compile(r'[ \t]*<link rel="stylesheet" href="([^"]+)">\n?')
_SCRIPT = re.compile(r'<script\b[^>]* src="([^"]+)"')
_URL = re.compile(r"""url\((["']?)([^"')]+)\1\)""")
_FIXED = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#")


@dataclass(slots=True)
class _Group:
    """Pages that share their style sheets."""

    seen: Seen
    pages: list[Path] = field(default_factory=list)
    scripts: set[str] = field(default_factory=set)

    def add(self, page: str, path: Path, site: Path) -> None:
        """Take a page and the scripts that it loads, now or later."""
        self.pages.append(path)
        self.seen.add(page)
        for src in _SCRIPT.findall(page):
            place = _below(src, path.relative_to(site).as_posix())
            if place and place not in self.scripts:
                self.scripts.add(place)
                self.seen.add_script(_read(site / place))


def share_styles(site: Path) -> None:
    """Give every group of pages a style sheet of its own in place of those that it links.

    Args:
        site: the finished pages of one language; pages without a group stay as they are.
    """
    sheets = _Sheets(site)
    groups: dict[tuple[str, tuple[str, ...]], _Group] = {}
    for path in html_files(site):
        page = path.read_text(encoding="utf-8")
        named, linked = _GROUP.search(page), sheets.linked(page, path)
        if not named or not linked:
            continue
        key = (named[1], linked)
        if key not in groups:
            groups[key] = _Group(Seen(sheets.text(one) for one in linked))
        groups[key].add(page, path, site)
    for (name, linked), group in groups.items():
        css = used((sheets.text(one) for one in linked), group.seen).encode()
        made = site / FOLDER / f"{name}-{hashlib.sha256(css).hexdigest()[:8]}.css"
        made.write_bytes(css)
        for path in group.pages:
            _relink(path, made, len(linked))


@dataclass(slots=True)
class _Sheets:
    """The style sheets of a site, by their place below it."""

    site: Path
    texts: dict[str, str] = field(default_factory=dict)

    def linked(self, page: str, path: Path) -> tuple[str, ...]:
        """Those that a page links one after another from its start, as far as they can be put together."""
        head = _HEAD.search(page)
        found = []
        for href in _LINK.findall(head[0]) if head else ():
            place = _below(href, path.relative_to(self.site).as_posix())
            if place is None or not self.text(place):
                break
            found.append(place)
        return tuple(found)

    def text(self, place: str) -> str:
        """A style sheet as it reads from the folder of the shared ones; empty where it has to stay by itself."""
        if place not in self.texts:
            css = _read(self.site / place)
            self.texts[place] = "" if "@import" in css else "".join(_moved(css, posixpath.dirname(place)))
        return self.texts[place]


def _read(path: Path) -> str:
    """A file of the site; empty where it is not there or is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _below(href: str, page: str) -> str | None:
    """The place of a relative address, seen from a page; None for any other."""
    if _FIXED.match(href):
        return None
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page), urlsplit(href).path))
    return None if place.startswith("..") else place


def _moved(css: str, folder: str) -> Iterable[str]:
    """The pieces of a style sheet whose relative addresses are seen from the shared folder."""
    end = 0
    for match in _URL.finditer(css):
        yield css[end : match.start()]
        quote, url = match.groups()
        if not _FIXED.match(url):
            url = posixpath.relpath(posixpath.join(folder, url), FOLDER)
        yield f"url({quote}{url}{quote})"
        end = match.end()
    yield css[end:]


def _relink(path: Path, made: Path, count: int) -> None:
    """Replace the first links to style sheets of a page by one."""
    page = path.read_text(encoding="utf-8")
    href = posixpath.relpath(made.as_posix(), path.parent.as_posix())
    first, *others = list(_LINK.finditer(page))[:count]
    for match in reversed(others):
        page = page[: match.start()] + page[match.end() :]
    link = first[0].replace(f'"{first[1]}"', f'"{href}"')
    path.write_text(page[: first.start()] + link + page[first.end() :], encoding="utf-8", newline="")
