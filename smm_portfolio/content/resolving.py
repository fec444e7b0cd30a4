"""The step between reading and checking: an entry with what it takes from other files filled in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from smm_portfolio.content.values.base import Broken, Model
from smm_portfolio.problems import Problem


@dataclass(frozen=True, slots=True)
class Resolved:
    """An entry after the step.

    Args:
        model: the entry as everything downstream sees it.
        broken: what is wrong in the entry.
        problems: what is wrong in the files that it names.
    """

    model: Model
    broken: tuple[Broken, ...] = ()
    problems: tuple[Problem, ...] = ()


class Resolver(Protocol):
    """Fills an entry; gets the project folder, the docs folder and the languages.

    Why it is passed in: reading exports stands above content, and content must not know it.
    """

    def __call__(self, entry: Model, root: Path, docs: Path, languages: tuple[str, ...]) -> Resolved:
        """The entry with its figures."""
        ...


def unresolved(entry: Model, root: Path, docs: Path, languages: tuple[str, ...]) -> Resolved:
    """Leave an entry as it was typed."""
    return Resolved(entry)
