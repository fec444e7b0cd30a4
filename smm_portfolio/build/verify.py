"""The finished site is looked through before it is published: every entry has its page, every link its target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from smm_portfolio.build.links import PageLinks, Target, css_targets, html_files, page_links
from smm_portfolio.problems import Problem

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_HARMLESS = ("mailto:", "tel:", "http:", "https:", "//")
_EMBEDDED = ("data:image/", "data:font/", "data:application/font", "data:application/x-font")


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be there.

    Args:
        pages: address of each generated page below the site's root, with the file that it was made from.
        files: other files that must be there, such as PDFs, with the file that they were made from.
    """

    pages: Mapping[str, str]
    files: Mapping[str, str]

    @property
    def sources(self) -> Mapping[str, str]:
        """The file that each address was made from."""
        return {**self.pages, **self.files}


def verify(site: Path, expected: Expected, site_url: str = "") -> list[Problem]:
    """Every problem of a finished site.

    Args:
        site: its folder.
        expected: pages and files that must be there.
        site_url: its address; absolute links to it are followed like relative ones.
    """
    problems = list(_missing(site, expected))
    pages = {
        path.relative_to(site).as_posix(): page_links(path.read_text(encoding="utf-8", errors="replace"))
        for path in html_files(site)
    }
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    finished = _Site(pages, files, site_url, urlsplit(site_url).path or "/")
    for name, links in pages.items():
        # most links of a page stand on every page: each distinct one is followed once
        for target in dict.fromkeys(links.targets):
            problem = _wrong(target, name, finished)
            if problem is not None:
                problems.append(problem.at(_source(name, expected), 0, 0))
    problems += _style_problems(site, finished)
    return problems


@dataclass(frozen=True, slots=True)
class _Site:
    """What there is: pages with their links, files, and the address of the site with its folder on the server."""

    pages: Mapping[str, PageLinks]
    files: frozenset[str]
    url: str
    folder: str


def _missing(site: Path, expected: Expected) -> Iterator[Problem]:
    for url, source in expected.pages.items():
        if not (site / url / "index.html").is_file() and not (site / f"{url.rstrip('/')}.html").is_file():
            yield Problem(
                "SMM081", f"the page /{url} was not made", "Report this; it is a fault of smm-portfolio.", source
            )
    for name, source in expected.files.items():
        if not (site / name).is_file():
            yield Problem(
                "SMM081", f"the file /{name} was not made", "Report this; it is a fault of smm-portfolio.", source
            )


def _wrong(target: Target, page: str, site: _Site) -> Problem | None:
    url = target.url.strip()
    if site.url and url.startswith(site.url):
        url = site.folder + url.removeprefix(site.url)
    elif _SCHEME.match(url):
        return _foreign(url, page, target)
    try:
        parts = urlsplit(url)
    except ValueError:
        return _dead(page, target)
    where = _where(unquote(parts.path), page, site.folder)
    found = _file(where, site.files) if where is not None else None
    if found is None:
        return _dead(page, target)
    fragment = unquote(parts.fragment)
    if fragment and found in site.pages and fragment not in site.pages[found].ids and not fragment.startswith(":~:"):
        return Problem(
            "SMM082", f"/{page} links to {target.url}, which has no such part", "Correct what stands after #."
        )
    return None


def _dead(page: str, target: Target) -> Problem:
    message = f"/{page} links to {target.url}, which is not there"
    return Problem("SMM082", message, "Correct the link or add the page.")


def _foreign(url: str, page: str, target: Target) -> Problem | None:
    scheme = url.lower()
    if target.loaded and scheme.startswith(_EMBEDDED):
        return None
    if scheme.startswith(("javascript:", "vbscript:", "data:")):
        return Problem("SMM022", f"/{page} holds a link that runs code ({url[:40]})", "Remove the link.")
    if target.loaded:
        return Problem("SMM083", f"/{page} would load {url}", "Save the file in the project and use that.")
    if not scheme.startswith(_HARMLESS):
        return Problem("SMM022", f"/{page} links to {url}", "Use https:, mailto: or tel:.")
    return None


def _where(path: str, page: str, folder: str) -> str | None:
    """The file or folder below the site's root that a path on a page means, or None where it leaves the site."""
    if not path:
        return page
    if path.startswith("/"):
        inside = "" if f"{path}/" == folder else path.removeprefix(folder)
        return _resolve("", inside) if f"{path}/".startswith(folder) else None
    return _resolve(page.rpartition("/")[0], path)


def _resolve(base: str, path: str) -> str | None:
    """A path below the site's root, or None where it leaves it."""
    steps: list[str] = [step for step in base.split("/") if step]
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps) + ("/" if path.endswith("/") or path in ("", ".", "..") else "")


def _file(where: str, files: frozenset[str]) -> str | None:
    for candidate in (where, f"{where.rstrip('/')}/index.html".lstrip("/")):
        if candidate in files:
            return candidate
    return None


def _style_problems(folder: Path, site: _Site) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*.css")):
        name = path.relative_to(folder).as_posix()
        for url in css_targets(path.read_text(encoding="utf-8", errors="replace")):
            if url.lower().startswith(("data:", "#")):
                continue
            if _SCHEME.match(url):
                yield Problem("SMM083", f"/{name} would load {url}", "Save the file in the project and use that.")
                continue
            where = _where(unquote(re.split("[?#]", url)[0]), name, site.folder)
            if where is None or _file(where, site.files) is None:
                yield Problem("SMM082", f"/{name} loads {url}, which is not there", "Correct the address.")


def _source(page: str, expected: Expected) -> str:
    return expected.pages.get(page.removesuffix("index.html"), "")
