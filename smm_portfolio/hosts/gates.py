"""What may not go out as it stands, in all that a project publishes: YAML, written pages, settings, file names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePath

from smm_portfolio.content.gates import SETTINGS_FILE, STOPS, Finding, Gate, entry_problems, problem_of
from smm_portfolio.content.kinds import FOLDERS
from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import unpublished_files
from smm_portfolio.content.values.data_file import ENDINGS
from smm_portfolio.hosts.file_texts import texts_of
from smm_portfolio.hosts.hidden_search import unread_problem
from smm_portfolio.hosts.markup_texts import marked_up
from smm_portfolio.pictures.faults import PictureError
from smm_portfolio.pictures.film import ENDINGS as VIDEOS
from smm_portfolio.pictures.project import DRAWN, RASTER, RAW
from smm_portfolio.pictures.svg import clean_svg
from smm_portfolio.problems import Problem, Severity, sort_problems

CONFIG_FILE = "mkdocs.yml"
_NOT_DOCUMENTS = RASTER | RAW | VIDEOS | {".js", ".mjs", ".css", ".map", ".woff", ".woff2", ".ttf", ".otf"}
"""Pictures are drawn anew, and code of others names its authors; the last look searches these too."""
_COPY = re.compile(r"\.ya?ml(?:[.~ ].*|~)$")
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
"""Of Windows; the first two hold small copies of every picture in the folder, also of those that are withheld."""
_WITHOUT_SETTINGS = frozenset({"SMM127", "SMM130"})
"""Not reported in a site without an smm.yml: it has no place to say what is meant to be public."""


def gate_problems(library: Library) -> list[Problem]:
    """Private terms, contact details and text that waits to be written, each at its place.

    A site without an smm.yml is somebody else's: only the entries are looked at, and only for what cannot be meant.
    """
    gate = Gate(library)
    found = list(entry_problems(library, gate))
    if not (library.root / SETTINGS_FILE).is_file():
        return sort_problems(one for one in found if one.code not in _WITHOUT_SETTINGS)
    return sort_problems([*found, *_written(library, gate), *_configuration(library, gate), *_files(library, gate)])


def for_publication(problems: Iterable[Problem]) -> list[Problem]:
    """The same problems as somebody meets them who publishes: what may wait while they write is now an error."""
    return [replace(one, severity=Severity.ERROR) if one.code in STOPS else one for one in problems]


def waiting_places(problems: Iterable[Problem]) -> list[Problem]:
    """Those of the problems that are a text still to be written."""
    return [one for one in problems if one.code == "SMM128"]


def _written(library: Library, gate: Gate) -> Iterator[Problem]:
    """Hand-written pages as they were typed: front matter, comments, titles of links, attributes are published too."""
    for path in sorted(library.docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        file = path.relative_to(library.root).as_posix() if path.is_relative_to(library.root) else path.name
        yield from _placed(file, text, [*gate.names(text), *gate.details(text), *gate.waiting(text)])


def _configuration(library: Library, gate: Gate) -> Iterator[Problem]:
    """mkdocs.yml: names, copyright and links of the site; what stands behind # is not published."""
    path = library.root / CONFIG_FILE
    if path.is_file():
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        told = "\n".join(line if not line.lstrip().startswith("#") else " " * len(line) for line in text.split("\n"))
        found = [*gate.names(told), *(one for one in gate.details(told) if one.code in STOPS), *gate.waiting(told)]
        yield from _placed(CONFIG_FILE, text, found)


def _files(library: Library, gate: Gate) -> Iterator[Problem]:
    """Files of the docs folder, which keep their names in the site, and what documents among them say."""
    hidden = unpublished_files(library)
    for path in sorted(library.docs.rglob("*")):
        inside = path.relative_to(library.docs)
        if path.is_file() and path.suffix != ".md" and path.resolve() not in hidden and not is_dotted(inside):
            file = path.relative_to(library.root).as_posix() if path.is_relative_to(library.root) else path.name
            if _by_accident(inside):
                yield problem_of(Finding("SMM137", f"{path.name} would be published", "", 0)).at(file)
            for finding in gate.names(inside.as_posix()):
                fix = "Rename the file, or move it out of the docs folder."
                yield replace(problem_of(finding), fix=fix, message=f"{finding.message}, in a file name").at(file)
            if path.suffix.lower() not in _NOT_DOCUMENTS:
                yield from _document(path, file, gate)


def is_dotted(inside: PurePath) -> bool:
    """Whether a file lies hidden in the docs folder, where no site takes it from."""
    return any(step.startswith(".") for step in inside.parts)


def _by_accident(inside: PurePath) -> bool:
    """Whether somebody hardly wants to publish a file: a copy of content, or a table that lies among it.

    Why: a copy of a case tells all that its page leaves out, and readers of the site can guess its address.
    """
    name = inside.name.lower()
    among_content = inside.parts[0] in FOLDERS and PurePath(name).suffix in (*ENDINGS, ".yml", ".yaml")
    return among_content or name in _LEFT_BY_SYSTEMS or _COPY.search(name) is not None


def _document(path: Path, file: str, gate: Gate) -> Iterator[Problem]:
    """What a document says that may not go out; one problem for each thing, since it has no lines to name."""
    stat = path.stat()
    texts, unread = _texts(path, stat.st_mtime_ns, stat.st_size)
    found: dict[tuple[str, str], Finding] = {}
    for text in texts:
        for finding in (*gate.names(text), *gate.details(text)):
            if finding.code != "SMM130":  # a document of one's own is full of account names
                found.setdefault((finding.code, " ".join(finding.text.split())), finding)
    for (code, words), finding in found.items():
        where = f" ({words})" if code in STOPS else ""
        yield replace(problem_of(finding), message=f"{finding.message}, in this file{where}").at(file)
    for why in unread:
        problem = unread_problem(path.name, why).at(file)
        yield problem if gate.hides else replace(problem, severity=Severity.WARNING)


@lru_cache(maxsize=1024)
def _texts(path: Path, _changed: int, _size: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a document says, and why a part of it cannot be read; of a drawing what its published copy says."""
    unread: list[str] = []
    if path.suffix.lower() in DRAWN:
        try:
            return tuple(marked_up(clean_svg(path.read_bytes())[0].decode())), ()
        except PictureError:
            return (), ()  # it is not published, and why is said elsewhere
    return tuple(texts_of(path, unread) or ()), tuple(dict.fromkeys(unread))


def _placed(file: str, text: str, findings: list[Finding]) -> Iterator[Problem]:
    if findings:
        lines = text.split("\n")
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        for finding in findings:
            number = bisect_right(starts, finding.start)
            column = finding.start - starts[number - 1] + 1
            yield problem_of(finding).at(file, number, column, lines[number - 1])
