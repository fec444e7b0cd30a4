"""Every picture of a project made ready, and everything that is wrong with one, at the place that names it."""

from __future__ import annotations

import multiprocessing
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from smm_portfolio.content.library import Library
from smm_portfolio.content.yaml_reader import dotted, read_yaml
from smm_portfolio.looks.files import worker_pool
from smm_portfolio.pictures.encoding import avif_here
from smm_portfolio.pictures.faults import SIZE, UNREADABLE, Fault
from smm_portfolio.pictures.film import ENDINGS as VIDEOS
from smm_portfolio.pictures.film import place_in
from smm_portfolio.pictures.notes import kind_of
from smm_portfolio.pictures.project import (
    DRAWN,
    RASTER,
    RAW,
    Named,
    docs_files,
    key_of,
    named_files,
    other_files,
    spoken_of,
    written_files,
)
from smm_portfolio.pictures.shown import FOLDER, Candidate, PictureSet, Shown, Source
from smm_portfolio.pictures.store import Made, Purpose, Task, finished, make, mime_of
from smm_portfolio.problems import Problem, Severity, sort_problems

CACHE = Path(".cache") / "smm" / "pictures"
_NEEDED = {"portrait": 320, "picture": 480}
"""Pixels that a picture needs to be sharp where it stands, by the field that names it; a telephone shows that many."""
_HEAD = 960
"""The same for the main picture of a case, which opens its page."""
_SUFFIXES = {"jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"), "tiff": (".tif", ".tiff")}


@dataclass(frozen=True, slots=True)
class Prepared:
    """Pictures that are ready, and what is wrong with the others."""

    pictures: PictureSet
    problems: tuple[Problem, ...]


def prepare(library: Library, *, whole_site: bool, avif: bool | None = None) -> Prepared:
    """Make every picture of a project ready for its pages; what was made before is not made again.

    Args:
        library: the content.
        whole_site: whether the site is ours. In somebody else's site the pictures of hand-written pages keep their
            markup, and one that cannot be cleaned is reported and left alone.
        avif: whether AVIF is made; by default where the installed Pillow can.
    """
    avif = avif_here() if avif is None else avif
    files = docs_files(library)
    naming = _by_file(named_files(library))
    spoken = spoken_of(library) if files else frozenset()
    tasks = list(_tasks(files, naming, spoken, library.root / CACHE, avif=avif, whole_site=whole_site))
    made = dict(zip(tasks, _made(task for _, task in tasks), strict=True))
    problems = [*_odd_files(files, naming), *_disguised(library)]
    shown, cleaned, on_disk = {}, {}, {}
    for (file, task), result in made.items():
        if isinstance(result, Fault):
            problems.append((file, result))
            continue
        if task.purpose == "clean":
            cleaned[file] = result.folder / result.files[0][0]
        if task.purpose == "pages" or result.kind == "svg":
            shown[file] = _shown(result)
            on_disk.update({name: result.folder / name for name, *_ in result.files})
            problems += [(file, fault) for fault in _doubts(file, result, naming.get(file, ()))]
    placed = [one for file, fault in problems for one in _placed(library, file, fault, naming, whole_site=whole_site)]
    pictures = PictureSet(shown, cleaned, frozenset(naming), on_disk)
    return Prepared(pictures, tuple(sort_problems(placed)))


def _by_file(named: Iterable[Named]) -> dict[str, tuple[Named, ...]]:
    found: dict[str, tuple[Named, ...]] = {}
    for one in named:
        file = posixpath.normpath(one.file)
        found[file] = (*found.get(file, ()), one)
    return found


def _tasks(
    files: Mapping[str, Path],
    naming: Mapping[str, tuple[Named, ...]],
    spoken: frozenset[str],
    folder: Path,
    *,
    avif: bool,
    whole_site: bool,
) -> Iterator[tuple[str, Task]]:
    """What has to be made of each file: sizes for pages, and a clean copy where its own name may be asked for."""
    for file, path in files.items():
        ending = path.suffix.lower()
        written = key_of(file) in spoken
        purposes: list[Purpose] = []
        if ending in RASTER and (file in naming or (whole_site and written)):
            purposes.append("pages")
        if ending in DRAWN or (ending in RASTER and (file not in naming or written)):
            purposes.append("clean")
        yield from ((file, Task(path, purpose, folder, avif)) for purpose in purposes)


def _made(tasks: Iterable[Task]) -> list[Made | Fault]:
    """The outcome of each task: from the cache, else made here or, where there are several, side by side."""
    listed = list(tasks)
    done: dict[Task, Made | Fault] = {task: found for task in listed if (found := finished(task))}
    missing = [task for task in dict.fromkeys(listed) if task not in done]
    if len(missing) == 1 or multiprocessing.parent_process() is not None:
        done.update((task, make(task)) for task in missing)  # a process of a pool starts none itself
    elif missing:
        try:
            with worker_pool(len(missing), ("smm_portfolio.pictures.store",)) as pool:
                done.update(zip(missing, pool.map(make, missing), strict=True))
        except BrokenProcessPool:
            killed = Fault(SIZE, "the process that read the pictures was killed", "Look for a huge picture.")
            done.update({task: finished(task) or killed for task in missing})
    return [done[task] for task in listed]


def _shown(made: Made) -> Shown:
    """The files of a picture as sets, one a format; the last file is the one for every browser."""
    *better, last = made.files
    sets: dict[tuple[str, bool], list[Candidate]] = {}
    for name, format_, width, _, still in better:
        sets.setdefault((format_, still), []).append(Candidate(f"{FOLDER}/{name}", width))
    sources = tuple(
        Source(mime_of(format_), tuple(found), "(prefers-reduced-motion: reduce)" if still else "")
        for (format_, still), found in sets.items()
    )
    _, _, width, height, _ = max(made.files, key=lambda one: one[2])
    return Shown(f"{FOLDER}/{last[0]}", width, height, sources)


def _odd_files(files: Mapping[str, Path], naming: Mapping[str, tuple[Named, ...]]) -> Iterator[tuple[str, Fault]]:
    """Files that nothing is made of: pictures that browsers do not show, and videos that say too much."""
    for file, path in files.items():
        ending = path.suffix.lower()
        if ending in RAW:
            message = f"{path.name} is a file that hardly any browser shows, and it holds what the camera knew"
            yield file, Fault(UNREADABLE, message, "Export it as JPEG, and move the original out of the docs folder.")
        elif ending in VIDEOS and (fault := place_in(path)):
            yield file, fault
    for file, names in naming.items():
        pictured = any(one.path[-2:-1] in (("picture",), ("portrait",)) for one in names)
        if pictured and PurePosixPath(file).suffix.lower() not in RASTER | DRAWN | RAW:
            fix = "Use JPEG, PNG, WebP, AVIF, GIF or SVG."
            yield file, Fault(UNREADABLE, f"{PurePosixPath(file).name} is no picture by its name", fix)


def _disguised(library: Library) -> Iterator[tuple[str, Fault]]:
    """Pictures whose names do not say so: they would be published as they are, with all that the camera noted."""
    for file, path in other_files(library).items():
        with path.open("rb") as opened:
            head = opened.read(12)
        stem = PurePosixPath(file).name.partition(".")[0] or "picture"
        if kind := kind_of(head):
            message = f"{path.name} is a {kind} picture by its contents, and would be published as it is"
            yield file, Fault(UNREADABLE, message, f"Rename it to {stem}.{kind}, or move it out of the docs folder.")
        elif path.suffix.lower() == ".svgz":
            message = f"{path.name} is a packed drawing, and would be published as it is"
            yield file, Fault(UNREADABLE, message, f"Save it as {stem}.svg.")


def _doubts(file: str, made: Made, names: Iterable[Named]) -> Iterator[Fault]:
    """What can be published and will disappoint."""
    path = PurePosixPath(file)
    if made.kind != "svg" and path.suffix.lower() not in _SUFFIXES.get(made.kind, (f".{made.kind}",)):
        message = f"{path.name} is a {made.kind} file by its contents"
        fix = f"Rename it to {path.stem}.{made.kind.replace('jpeg', 'jpg')}."
        yield Fault(UNREADABLE, message, fix, Severity.WARNING)
    needed = max((_needed(one) for one in names), default=0)
    if made.kind != "svg" and made.width < needed:
        message = f"the picture is {made.width} pixels wide and needs {needed} to be sharp where it stands"
        yield Fault(SIZE, message, "Use the original in place of a thumbnail or a screenshot.", Severity.WARNING)


def _needed(named: Named) -> int:
    if named.path == ("picture", "file"):
        return _HEAD
    return _NEEDED.get(str(named.path[-2]), 0) if len(named.path) > 1 else 0


def _placed(
    library: Library, file: str, fault: Fault, naming: Mapping[str, tuple[Named, ...]], *, whole_site: bool
) -> Iterator[Problem]:
    """The finding where an entry names the file, else where a page does, else at the file itself."""
    problem = Problem(fault.code, fault.message, fault.fix, severity=fault.severity)
    for one in naming.get(file, ()):
        document, _ = read_yaml((library.root / one.entry.file).read_bytes(), one.entry.file)
        yield document.place(replace(problem, path=dotted(one.path)), one.path)
    if file not in naming:
        if not whole_site:
            problem = replace(problem, severity=Severity.WARNING)
        yield _in_page(library, file, problem)


def _in_page(library: Library, file: str, problem: Problem) -> Problem:
    name = key_of(file)
    for path in written_files(library):
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1) if name in text.lower() else ():
            if name in line.lower():
                return problem.at(_relative(library, path), number, line.lower().find(name) + 1, line)
    return problem.at(_relative(library, library.docs / file))


def _relative(library: Library, path: Path) -> str:
    return path.relative_to(library.root).as_posix() if path.is_relative_to(library.root) else path.name
