"""Which pictures and videos a project has, and who names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.loader import unpublished_files
from smm_portfolio.content.values.base import Model, ProjectFile
from smm_portfolio.content.values.data_file import PrivateFile
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.walk import leaves
from smm_portfolio.content.yaml_reader import DataPath
from smm_portfolio.pictures.film import ENDINGS as VIDEOS

RASTER = frozenset((".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff"))
DRAWN = frozenset((".svg",))
RAW = frozenset(
    (".heic", ".heif", ".hif", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf", ".psd", ".jp2", ".jxl")
)
"""Pictures that hardly any browser shows and that hold what the camera knew."""
_PICTURED = RASTER | DRAWN | RAW | VIDEOS
_FILE_NAME = re.compile(r"[^\s/\\\"'<>\[\]#?=:]+\.[A-Za-z]{3,4}(?![A-Za-z0-9])")
_SPEAKING = frozenset((".md", ".css", ".js", ".html"))


@dataclass(frozen=True, slots=True)
class Named:
    """A file that an entry names: the entry, where in it, and the path relative to the docs folder."""

    entry: Entry[Model]
    path: DataPath
    file: str


def named_files(library: Library) -> Iterator[Named]:
    """Every published file that YAML names."""
    entries: Iterable[Entry[Model]] = library.entries()
    if library.profile is not None:
        entries = (library.profile, *entries)
    for entry in entries:
        for path, value, markers in leaves(entry.model):
            kept = [one for one in markers if isinstance(one, ProjectFile) and not isinstance(one, PrivateFile)]
            if kept and isinstance(value, str):
                yield Named(entry, path, value)


def docs_files(library: Library) -> dict[str, Path]:
    """Pictures and videos of the docs folder by path relative to it, without what is never published."""
    return {file: path for file, path in _published(library).items() if path.suffix.lower() in _PICTURED}


def other_files(library: Library) -> dict[str, Path]:
    """The other files of the docs folder that are published, by path relative to it."""
    return {file: path for file, path in _published(library).items() if path.suffix.lower() not in _PICTURED}


def _published(library: Library) -> dict[str, Path]:
    hidden = unpublished_files(library)
    found = (path for path in sorted(library.docs.rglob("*")) if path.is_file() and path.resolve() not in hidden)
    return {path.relative_to(library.docs).as_posix(): path for path in found}


def spoken_of(library: Library) -> frozenset[str]:
    """Keys of every file name that hand-written pages, styles, scripts and the texts of YAML speak of."""
    found: set[str] = set()
    for path in (library.root / "mkdocs.yml", *written_files(library)):
        if path.is_file():
            found |= spoken_in(path.read_text(encoding="utf-8", errors="replace"))
    profile = (library.profile,) if library.profile else ()
    for entry in (*profile, *library.entries()):
        for _, value, _ in leaves(entry.model):
            if isinstance(value, Text):
                for words in value.variants().values():
                    found |= spoken_in(words)
    return frozenset(found)


def written_files(library: Library) -> list[Path]:
    """Files of the docs folder that may speak of a picture, sorted."""
    return [path for path in sorted(library.docs.rglob("*")) if path.suffix.lower() in _SPEAKING]


def spoken_in(text: str) -> set[str]:
    """Keys of everything in a text that may be the name of a file."""
    return {key_of(one) for one in _FILE_NAME.findall(text)}


def key_of(name: str) -> str:
    """A file name, also one written as an address, as far as it can be found again in any text."""
    words = unquote(name).rpartition("/")[2].split()
    return words[-1].lstrip("(").lower() if words else ""
