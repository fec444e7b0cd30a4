"""The facts about platforms that hold for a project: ours from ``data/platforms.yml``, with its own laid over them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from smm_portfolio import resources
from smm_portfolio.campaigns.facts import Fact, FormatFacts, PlatformFacts, PlatformFile
from smm_portfolio.content.binding import bind
from smm_portfolio.content.loader import PLATFORM_FACTS
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.media import ContentFormat, Platform
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.values.source import Source
from smm_portfolio.content.walk import models
from smm_portfolio.content.yaml_reader import DataPath, Document, dotted, read_yaml
from smm_portfolio.problems import InternalError, Problem

KeyT = TypeVar("KeyT")
ModelT = TypeVar("ModelT", bound=Model)

FILE = PLATFORM_FACTS


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is known of platforms.

    Args:
        file: ours with the project's laid over it.
        own: figures that the project brought, with the day they were checked.
        problems: what is wrong with the project's file.
    """

    file: PlatformFile
    own: frozenset[tuple[DataPath, dt.date]] = frozenset()
    problems: tuple[Problem, ...] = ()

    def platform(self, platform: Platform) -> PlatformFacts:
        """What is known of a platform; empty where nothing is."""
        return self.file.platforms.get(platform) or PlatformFacts()

    def format(self, platform: Platform, format_: ContentFormat, placement: str | None = None) -> FormatFacts | None:
        """What is known of a format, or of an ad placement; None where nothing is, and then nothing is claimed."""
        known = self.platform(platform)
        return known.placements.get(placement) if placement else known.formats.get(format_)

    def cited(self, fact: Fact) -> str:
        """The first source of a figure and its date, in words: ``Threads posts, 2026-04-14``."""
        source = self.file.sources.get(fact.sources[0])
        if source is None:
            return fact.sources[0]
        day = source.published or self.checked(fact).isoformat()
        return f"{source.name.pick('en')}, {day}"

    def checked(self, fact: Fact) -> dt.date:
        """The day that somebody last looked at a figure."""
        return fact.checked or self.file.checked


@cache
def shipped() -> Facts:
    """The facts that come with us.

    Raises:
        InternalError: our own file is faulty.
    """
    path = resources.data_dir() / FILE
    document, problems = read_yaml(path.read_bytes(), path.name)
    file, found = bind(document, PlatformFile, ())
    problems += found or (_broken(document, file, frozenset()) if file else [])
    if problems or file is None:
        raise InternalError(f"{path.name}:{problems[0].line}: {problems[0].message}")
    return Facts(_dated(file))


def facts_for(docs: Path, root: Path) -> Facts:
    """The facts for a project, with what its own platforms.yml says laid over ours.

    Args:
        docs: the docs folder, where platforms.yml may lie.
        root: the project folder, for file names in problems.
    """
    path = docs / FILE
    if not path.is_file():
        return shipped()
    return _read(path.read_bytes(), name_of(path, root))


def name_of(path: Path, root: Path) -> str:
    """A file's name in problems."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


@lru_cache(maxsize=8)
def _read(raw: bytes, name: str) -> Facts:
    document, problems = read_yaml(raw, name)
    if document.data is None:
        return Facts(shipped().file, problems=tuple(problems))
    file, found = bind(document, PlatformFile, ())
    problems += found
    if file is None:
        return Facts(shipped().file, problems=tuple(problems))
    problems += _broken(document, file, frozenset(shipped().file.sources))
    dated = _dated(file)
    own = frozenset((at, fact.checked) for at, fact in figures(dated) if fact.checked is not None)
    return Facts(_laid_over(shipped().file, dated), own, tuple(problems))


def figures(file: PlatformFile) -> Iterator[tuple[DataPath, Fact]]:
    """Every figure with its place in the file."""
    for path, model in models(file):
        if isinstance(model, Fact):
            yield path, model


def _broken(document: Document, file: PlatformFile, known: frozenset[str]) -> list[Problem]:
    """Figures that contradict themselves or cite a source that is nowhere."""
    problems = []
    for path, model in models(file):
        if not isinstance(model, Model):
            continue
        for broken in model.rules():
            at = (*path, *broken.path)
            problems.append(document.place(Problem(broken.code, broken.message, broken.fix, path=dotted(at)), at))
    sources = {*file.sources, *known}
    for path, fact in figures(file):
        for i, source in enumerate(fact.sources):
            if source not in sources:
                at = (*path, "sources", i)
                close = nearest(source, sorted(sources))
                fix = f"Did you mean {close}?" if close else "Add it to sources: in this file."
                problems.append(
                    document.place(Problem("SMM030", f"there is no source '{source}'", fix, path=dotted(at)), at)
                )
    return problems


def _dated(file: PlatformFile) -> PlatformFile:
    """The same facts, each with the day it was checked."""
    platforms = {
        platform: facts.model_copy(
            update={
                **_fresh(facts, file.checked),
                "formats": {key: _dated_format(one, file.checked) for key, one in facts.formats.items()},
                "placements": {key: _dated_format(one, file.checked) for key, one in facts.placements.items()},
            }
        )
        for platform, facts in file.platforms.items()
    }
    return file.model_copy(update={"platforms": platforms})


def _dated_format(facts: FormatFacts, day: dt.date) -> FormatFacts:
    return facts.model_copy(update=_fresh(facts, day))


def _fresh(model: Model, day: dt.date) -> dict[str, Fact]:
    undated = {name: value for name, value in model if isinstance(value, Fact) and value.checked is None}
    return {name: fact.model_copy(update={"checked": day}) for name, fact in undated.items()}


def _laid_over(ours: PlatformFile, own: PlatformFile) -> PlatformFile:
    platforms = dict(ours.platforms)
    for platform, facts in own.platforms.items():
        base = platforms.get(platform, PlatformFacts())
        platforms[platform] = _over(base, facts).model_copy(
            update={
                "formats": _each_over(base.formats, facts.formats),
                "placements": _each_over(base.placements, facts.placements),
            }
        )
    sources: dict[str, Source] = {**ours.sources, **own.sources}
    return ours.model_copy(update={"sources": sources, "platforms": platforms})


def _each_over(ours: dict[KeyT, FormatFacts], own: dict[KeyT, FormatFacts]) -> dict[KeyT, FormatFacts]:
    return {**ours, **{key: _over(ours.get(key, FormatFacts()), facts) for key, facts in own.items()}}


def _over(ours: ModelT, own: ModelT) -> ModelT:
    """A figure of the project takes the place of ours; the others stay."""
    return ours.model_copy(update={name: value for name, value in own if isinstance(value, (Fact, str))})
