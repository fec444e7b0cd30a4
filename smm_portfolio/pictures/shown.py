"""Which files stand for a picture on pages, and in which sizes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = "assets/smm/pictures"
"""Where pictures lie in a site. Their names are hashes, so that no file name of the author's is published."""
_IN_TEXT = re.compile(rf"{FOLDER}/([0-9a-f]{{16}}[a-z0-9-]*\.[a-z]+)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One file of a set: address from the root of the language's site, and width in pixels; 0 for the only one."""

    href: str
    width: int


@dataclass(frozen=True, slots=True)
class Source:
    """A set in one format.

    Args:
        type: MIME type.
        files: the narrowest first.
        media: when it is meant, as a media query; empty for always.
    """

    type: str
    files: tuple[Candidate, ...]
    media: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as pages show it.

    Args:
        src: address of the file for browsers that know none of the other formats.
        width: pixels of the largest file.
        height: pixels of the largest file.
        sources: the better formats first.
    """

    src: str
    width: int
    height: int
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureSet:
    """Every picture of a project that pages may show.

    Args:
        shown: by path relative to the docs folder.
        cleaned: file that is published in place of one of the docs folder, by path relative to it.
        named: paths that YAML names; their own names are published only where something else needs them.
        files: where the file behind each name in ``FOLDER`` lies on disk.
    """

    shown: Mapping[str, Shown] = field(default_factory=dict)
    cleaned: Mapping[str, Path] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    files: Mapping[str, Path] = field(default_factory=dict)

    def find(self, file: str) -> Shown | None:
        """A picture by its path as YAML names it, or None."""
        return self.shown.get(posixpath.normpath(file))

    def published(self, file: str, path: Path) -> Path | None:
        """What is published under a file's own name: itself, its cleaned copy, or nothing.

        Args:
            file: path relative to the docs folder.
            path: the file.
        """
        return self.cleaned.get(file) or (None if file in self.shown else path)

    def used_in(self, text: str) -> dict[str, Path]:
        """Files that a finished page refers to, by address from the root of the language's site."""
        return {f"{FOLDER}/{name}": self.files[name] for name in _IN_TEXT.findall(text) if name in self.files}


NO_PICTURES = PictureSet()
"""For pages that nobody will look at, such as those that are only checked."""
