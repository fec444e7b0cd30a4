"""A look, ready to use: every colour resolved, its folders known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from smm_portfolio.looks.model import Brand


@dataclass(frozen=True)
class Look:
    """One look.

    Args:
        name: name of its folder.
        brand: the merged brand file.
        layers: its folders, the base first, each changing the ones before it.
        light: colours of the site by day, ``#RRGGBB`` by role.
        dark: colours of the site by night, the same roles.
        paper: colours of the printed documents.
    """

    name: str
    brand: Brand
    layers: tuple[Path, ...]
    light: Mapping[str, str]
    dark: Mapping[str, str]
    paper: Mapping[str, str]

    def find(self, relative: str) -> Path | None:
        """A file of the look by its path in a look folder; the last layer that has it wins."""
        for layer in reversed(self.layers):
            if (path := layer / relative).is_file():
                return path
        return None

    def each(self, relative: str) -> tuple[Path, ...]:
        """A file of every layer that has it, the base first; for style sheets, which add up."""
        return tuple(path for layer in self.layers if (path := layer / relative).is_file())

    def folders(self, relative: str) -> tuple[Path, ...]:
        """A folder of every layer that has it, the last first; for templates, where the first that is found wins."""
        return tuple(path for layer in reversed(self.layers) if (path := layer / relative).is_dir())
