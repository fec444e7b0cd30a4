"""What of an entry readers may come to see: texts with their paths, and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from smm_portfolio.content.kinds.case_study import CaseStudy, Permission
from smm_portfolio.content.values.base import UNKNOWN, Model, ProjectFile
from smm_portfolio.content.values.data_file import PrivateFile
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.walk import leaves
from smm_portfolio.content.yaml_reader import DataPath

_NOT_OF_ANONYMISED = frozenset(
    {
        ("client",),
        ("links",),
        ("testimonial", "name"),
        ("slug",),
        ("data", "file"),
        ("data", "columns"),
        ("data", "only"),
        ("results", "file"),
        ("samples", "result", "file"),
    }
)
"""Fields that no page of an anonymised case shows; the slug is checked apart, because it becomes an address."""
_OF_TEASER = frozenset({"title", "summary", "sector", "slug"})
"""All that is told of a case on request."""


def published_texts(entry: Model) -> Iterator[tuple[DataPath, str]]:
    """Every text of an entry that may be published, in every language.

    Args:
        entry: content, or the settings.

    Yields:
        The path, with the language at its end where the text has one; and the text.
    """
    for path, text in _texts(entry, ()):
        if is_shown(entry, path):
            yield path, text


def withheld_files(entries: Iterable[Model], docs: Path) -> frozenset[Path]:
    """Files in the docs folder that only entries name which do not show them, such as the logo of an anonymised client.

    Why: a site generator copies whatever lies in its folder, linked to or not.
    """
    shown, hidden = _named_files(entries, docs)
    return frozenset(hidden - shown)


def shown_files(entries: Iterable[Model], docs: Path) -> frozenset[Path]:
    """Files that entries name to show them."""
    return frozenset(_named_files(entries, docs)[0])


def _named_files(entries: Iterable[Model], docs: Path) -> tuple[set[Path], set[Path]]:
    """What entries name and show, and what they name and do not show."""
    shown: set[Path] = set()
    hidden: set[Path] = set()
    for entry in entries:
        for path, name, markers in leaves(entry):
            if any(isinstance(marker, ProjectFile) for marker in markers):
                seen = is_shown(entry, path) and not any(isinstance(marker, PrivateFile) for marker in markers)
                (shown if seen else hidden).add(_target(docs, str(name)))
    return shown, hidden


def _target(docs: Path, name: str) -> Path:
    """The file that a name means; a link that leads to itself means nothing else."""
    try:
        return (docs / name).resolve()
    except (OSError, RuntimeError):
        return docs / name


def is_shown(case: Model, path: DataPath) -> bool:
    """Whether readers may come to see what stands at a path of an entry."""
    if not isinstance(case, CaseStudy):
        return True
    if case.permission is Permission.NONE:
        return False
    if case.permission is Permission.ON_REQUEST:
        return path[0] in _OF_TEASER
    if case.permission is not Permission.ANONYMISED:
        return True
    names = tuple(step for step in path if isinstance(step, str))
    return not any(names[: len(hidden)] == hidden for hidden in _NOT_OF_ANONYMISED)


def _texts(model: Model, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    for name in type(model).model_fields:
        yield from _inside(getattr(model, name), (*path, name))


def _inside(value: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(value, Text):
        for language, words in value.variants().items():
            yield ((*path, language) if language else path), words
    elif isinstance(value, Model):
        yield from _texts(value, path)
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from _inside(one, (*path, place))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _inside(one, (*path, key))
    elif type(value) is str and value is not UNKNOWN:
        yield path, value
