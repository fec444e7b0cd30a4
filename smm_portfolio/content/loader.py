"""A project folder into a Library and every problem in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smm_portfolio.content.binding import bind, bind_partly
from smm_portfolio.content.kinds import FILES, FOLDERS, KINDS, Kind, kinds_of_folder
from smm_portfolio.content.kinds.case_study import CaseStudy, Permission
from smm_portfolio.content.kinds.sources import Sources
from smm_portfolio.content.library import Entry, Library, publishable
from smm_portfolio.content.references import Known, findings
from smm_portfolio.content.settings import Settings
from smm_portfolio.content.values.base import UNKNOWN, Broken, Model
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.yaml_reader import Document, dotted, read_yaml
from smm_portfolio.problems import Problem, sort_problems

SETTINGS_FILE = "smm.yml"
_ATTRIBUTES = {
    "case_study": "cases",
    "skill_checklist": "skills",
    "onboarding_checklist": "checklists",
    "role_comparison": "roles",
    "salary_table": "salaries",
    "guide": "guides",
    "campaign": "campaigns",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a project folder holds: the library, and every problem in it, sorted."""

    library: Library
    problems: list[Problem]


@dataclass(slots=True)
class _Draft:
    """An entry on its way into the library: read whole, or partly for the sake of its other problems."""

    kind: Kind
    slug: str
    document: Document
    model: Model | None
    partial: Model | None = None


def load(root: Path, *, docs: Path | None = None, languages: tuple[str, ...] | None = None) -> Loaded:
    """Read and check everything in a project.

    Args:
        root: the project folder, with smm.yml; settings have defaults where there is none.
        docs: the docs folder, where a host knows it better than smm.yml.
        languages: the languages, where a project without smm.yml is built for one.

    Returns:
        The library and all problems. With errors among them the library holds what is sound and must not be published.
    """
    root = root.resolve()
    settings, problems = read_settings(root, languages)
    docs = (docs or root / settings.docs).resolve()
    drafts = []
    for path in content_files(root, docs):
        draft, found = _draft(path, root, settings)
        problems += found
        if draft is not None:
            drafts.append(draft)
    problems += _same_slug(drafts)
    known = _known(drafts, docs)
    for draft in drafts:
        readable = draft.model or draft.partial
        if readable is not None:
            problems += [_placed(draft.document, broken) for broken in findings(readable, known, settings.languages)]
    return Loaded(_library(root, docs, settings, drafts), sort_problems(problems))


def read_settings(root: Path, languages: tuple[str, ...] | None = None) -> tuple[Settings, list[Problem]]:
    """smm.yml, or the defaults where it is missing or faulty."""
    path = root / SETTINGS_FILE
    if not path.is_file():
        return Settings(languages=languages or ("en",)), []
    document, problems = read_yaml(path.read_bytes(), SETTINGS_FILE)
    if problems and not isinstance(document.data, dict):
        return Settings(), problems
    listed = document.data.get("languages") if isinstance(document.data, dict) else None
    given = tuple(code for code in listed if isinstance(code, str)) if isinstance(listed, list) else languages or ()
    settings, found = bind(document, Settings, given)
    if settings is None:
        readable = bind_partly(document.data, Settings, given)
        settings = Settings(**{name: value for name, value in readable if value is not UNKNOWN})
    return settings, problems + found


def content_files(root: Path, docs: Path) -> list[Path]:
    """Every YAML file that is content, sorted: known files and folders in the docs folder and in the project."""
    places = list(dict.fromkeys((docs, root)))
    found = {place / name for place in places for name in FILES if (place / name).is_file()}
    for place in places:
        for folder in FOLDERS:
            found.update(path for path in (place / folder).glob("*.y*ml") if path.suffix in (".yml", ".yaml"))
    return sorted(found)


def _draft(path: Path, root: Path, settings: Settings) -> tuple[_Draft | None, list[Problem]]:
    resolved = path.resolve()
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    if not resolved.is_relative_to(root):
        return None, [Problem("SMM023", "the file is a link that leaves the project", "Copy the file itself.", file)]
    try:
        raw = resolved.read_bytes()
    except OSError as error:
        return None, [Problem("SMM001", f"the file cannot be read ({error.strerror})", "Check its permissions.", file)]
    document, problems = read_yaml(raw, file)
    if not isinstance(document.data, dict):
        if not problems:
            problems = [
                Problem(
                    "SMM006", "the file is not a set of keys and values", "Start with a key such as title:.", file, 1, 1
                )
            ]
        kind = _by_place(path, None)
        return (_Draft(kind, path.stem, document, None) if kind else None), problems
    kind = _by_place(path, document.data)
    if kind is None:
        return None, [*problems, _type_problem(path, document)]
    model, found = bind(document, kind.model, settings.languages)
    partial = bind_partly(document.data, kind.model, settings.languages) if model is None else None
    return _Draft(kind, _slug(document.data, path), document, model, partial), problems + found


def _by_place(path: Path, data: dict[str, Any] | None) -> Kind | None:
    """The kind that lies in this folder or file; None where the ``type`` key does not tell."""
    for kind in KINDS:
        if kind.file and kind.file == path.name:
            return kind
    kinds = kinds_of_folder(path.parent.name)
    if len(kinds) == 1 or data is None:
        return kinds[0] if kinds else None
    return next((kind for kind in kinds if kind.type == data.get("type")), None)


def _type_problem(path: Path, document: Document) -> Problem:
    types = [kind.type for kind in kinds_of_folder(path.parent.name)]
    given = document.data.get("type")
    if given is None:
        problem = Problem("SMM011", "'type' is missing", f"Add type: {' or type: '.join(types)}.", path="type")
        return document.place(problem, ())
    close = nearest(str(given), types)
    fix = f"Did you mean {close}?" if close else f"Use one of: {', '.join(types)}."
    problem = Problem("SMM013", f"'{given}' is not a type of {path.parent.name}", fix, path="type")
    return document.place(problem, ("type",))


def _slug(data: dict[str, Any], path: Path) -> str:
    given = data.get("slug")
    return given if isinstance(given, str) else path.stem


def _same_slug(drafts: list[_Draft]) -> list[Problem]:
    first: dict[tuple[str, str], _Draft] = {}
    problems = []
    for draft in drafts:
        key = (draft.kind.folder or draft.kind.file, draft.slug)
        if key in first:
            other = first[key].document.file
            problem = Problem(
                "SMM031",
                f"the address '{draft.slug}' is already taken by {other}",
                "Rename the file, or give it its own slug.",
                path="slug",
            )
            problems.append(draft.document.place(problem, ("slug",)))
        first.setdefault(key, draft)
    return problems


def _known(drafts: list[_Draft], docs: Path) -> Known:
    slugs: defaultdict[str, set[str]] = defaultdict(set)
    withheld = set()
    for draft in drafts:
        slugs[draft.kind.name].add(draft.slug)
        data = draft.document.data
        if draft.kind.name == "case_study" and isinstance(data, dict) and data.get("permission") == Permission.NONE:
            withheld.add(draft.slug)
        if draft.kind.name == "sources" and isinstance(data, dict):
            listed = data.get("sources")
            slugs["source"].update(listed if isinstance(listed, dict) else ())
    return Known({kind: frozenset(found) for kind, found in slugs.items()}, frozenset(withheld), docs)


def _placed(document: Document, broken: Broken) -> Problem:
    problem = Problem(broken.code, broken.message, broken.fix, path=dotted(broken.path), severity=broken.severity)
    return document.place(problem, broken.path, line_offset=broken.line_offset, part=broken.part)


def _library(root: Path, docs: Path, settings: Settings, drafts: list[_Draft]) -> Library:
    entries: dict[str, list[Entry[Any]]] = {name: [] for name in _ATTRIBUTES.values()}
    profile: Entry[Any] | None = None
    sources: dict[str, Any] = {}
    for draft in drafts:
        model = draft.model
        if model is None or (isinstance(model, CaseStudy) and not publishable(model)):
            continue
        entry = Entry(draft.kind.name, draft.slug, draft.document.file, model)
        if isinstance(model, Sources):
            sources.update(model.sources)
        elif draft.kind.name == "profile":
            profile = entry
        else:
            entries[_ATTRIBUTES[draft.kind.name]].append(entry)
    groups: dict[str, Any] = {name: tuple(found) for name, found in entries.items()}
    return Library(root, docs, settings, profile, sources, **groups)
