"""Read the handbook as its readers do: pages, links, examples and the commands they are told to type."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="([^"]+)"')
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|<img[^>]*src=\"([^\"]+)\"|!\[[^\]]*\]\(([^)\s]+)\)")
_INLINE = re.compile(r"`((?:smm|make) [^`…]+)`")
_PROGRAMS = ("smm", "make")


@dataclass(frozen=True)
class Fence:
    """A block of code: where it stands, its language, its title and its text without indentation."""

    page: str
    language: str
    title: str
    body: str


def pages(folder: Path) -> list[Path]:
    """Every Markdown page below a folder, sorted."""
    return sorted(folder.rglob("*.md"))


def fences(path: Path) -> Iterator[Fence]:
    """Every block of code of a page."""
    for found in _FENCE.finditer(path.read_text(encoding="utf-8")):
        indent = len(found["indent"])
        body = "\n".join(line[indent:] for line in found["body"].splitlines()) + "\n"
        language, _, rest = found["info"].partition(" ")
        title = _TITLE.search(rest)
        yield Fence(path.name, language, title[1] if title else "", body)


def prose(path: Path) -> str:
    """A page without its blocks of code."""
    return _FENCE.sub("", path.read_text(encoding="utf-8"))


def links(path: Path) -> list[str]:
    """Every address that a page links to or shows, code left out."""
    text = re.sub(r"`[^`]*`", "", prose(path))
    return [next(filter(None, found)) for found in _LINK.findall(text)]


def missing_targets(path: Path) -> list[str]:
    """Relative links of a page whose file is not there.

    A link in the handbook names a page without its language; ``page.en.md`` alone is enough for it.
    """
    missing = []
    for link in links(path):
        name = link.partition("#")[0]
        if re.match(r"[a-z]+:", link) or not name:
            continue
        target = path.parent / name
        if not target.exists() and not target.with_name(f"{target.stem}.en.md").exists():
            missing.append(link)
    return missing


def commands(path: Path) -> list[list[str]]:
    """Every ``smm`` and ``make`` command that a page tells its reader to type, split into words."""
    lines = [line for fence in fences(path) if fence.language == "sh" for line in fence.body.splitlines()]
    lines += _INLINE.findall(prose(path))
    found = []
    for line in lines:
        words = shlex.split(line, comments=True)
        if words and Path(words[0]).name in _PROGRAMS:
            found.append([Path(words[0]).name, *words[1:]])
    return found
