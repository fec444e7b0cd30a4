"""A project folder into a Library and every problem in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from smm_portfolio.content.anonymity import leaks
from smm_portfolio.content.binding import bind, bind_partly, real_path
from smm_portfolio.content.drafts import Draft, known_names, read_draft, read_inside, same_slug
from smm_portfolio.content.index_figures import told_figures
from smm_portfolio.content.kinds import FILES, FOLDERS
from smm_portfolio.content.kinds.case_study import CaseStudy
from smm_portfolio.content.kinds.sources import Sources
from smm_portfolio.content.library import Entry, Library, publishable
from smm_portfolio.content.published import shown_files, withheld_files
from smm_portfolio.content.references import Known, findings
from smm_portfolio.content.resolving import Resolver, unresolved
from smm_portfolio.content.settings import Settings
from smm_portfolio.content.values.base import Broken, known
from smm_portfolio.content.yaml_reader import Document, dotted, read_yaml
from smm_portfolio.problems import Problem, sort_problems

SETTINGS_FILE = "smm.yml"
PLATFORM_FACTS = "platforms.yml"
"""A project's own platform facts, which campaigns read."""
EXPORTS_FOLDER = "exports"
SNIPPET_ENDING = ".snippet.yml"
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


def load(
    root: Path,
    *,
    docs: Path | None = None,
    languages: tuple[str, ...] | None = None,
    resolve: Resolver = unresolved,
) -> Loaded:
    """Read and check everything in a project.

    Args:
        root: the project folder, with smm.yml; settings have defaults where there is none.
        docs: the docs folder, where a host knows it better than smm.yml.
        languages: the languages, where a project without smm.yml is built for one.
        resolve: fills entries with what they take from other files.

    Returns:
        The library and all problems. With errors among them the library holds what is sound and must not be published.
    """
    root = root.resolve()
    settings, problems = read_settings(root, languages)
    docs = (docs or root / settings.docs).resolve()
    drafts = []
    for path in content_files(root, docs):
        draft, found = read_draft(path, root, settings.languages)
        problems += found
        if draft is not None:
            drafts.append(draft)
    problems += same_slug(drafts)
    names = known_names(drafts, docs)
    readable_entries = [entry for draft in drafts if (entry := draft.model or draft.partial) is not None]
    private = withheld_files(readable_entries, docs)
    for place, draft in enumerate(drafts):
        readable = draft.model or draft.partial
        if readable is not None:
            resolved = resolve(readable, root, docs, settings.languages)
            if draft.model is not None:
                draft = drafts[place] = replace(draft, model=resolved.model)  # noqa: PLW2901 - the same, resolved
            broken = (
                *resolved.broken,
                *findings(resolved.model, names, settings.languages),
                *(_told_by(draft.model, draft.slug) if isinstance(draft.model, CaseStudy) else ()),
            )
            problems += [*resolved.problems, *(_placed(draft.document, one) for one in broken)]
    return Loaded(_library(root, docs, settings, drafts, private), sort_problems(problems))


def _told_by(case: CaseStudy, slug: str) -> Iterator[Broken]:
    """What a case tells that it must not: its client, figures that it shows as an index."""
    yield from leaks(case, slug)
    yield from told_figures(case)


def read_settings(root: Path, languages: tuple[str, ...] | None = None) -> tuple[Settings, list[Problem]]:
    """smm.yml, or the defaults where it is missing or faulty."""
    root = root.resolve()
    path = root / SETTINGS_FILE
    if not path.is_file():
        return Settings(languages=languages or ("en",)), []
    raw, problem = read_inside(path, root, SETTINGS_FILE)
    if raw is None:
        return Settings(), [problem] if problem else []
    document, problems = read_yaml(raw, SETTINGS_FILE)
    if document.data is None:
        return Settings(languages=languages or ("en",)), problems
    if not isinstance(document.data, dict):
        problem = Problem("SMM006", "the file is not a set of keys and values", "Start with a key such as name:.")
        return Settings(), problems or [problem.at(SETTINGS_FILE, 1, 1, document.lines[0])]
    listed = document.data.get("languages")
    given = tuple(code for code in listed if isinstance(code, str)) if isinstance(listed, list) else languages or ()
    settings, found = bind(document, Settings, given)
    readable = settings or bind_partly(document.data, Settings, given)
    settings = settings or _sound(readable)
    if document.complete:
        nothing = Known({}, frozenset(), root)
        problems += found
        problems += [_placed(document, broken) for broken in findings(readable, nothing, settings.languages)]
    return settings, problems


def _sound(readable: Settings) -> Settings:
    """The settings that could be read, with the defaults of the others."""
    sound = {name: value for name, value in readable if known(value)}
    languages = tuple(code for code in sound.pop("languages", ()) if known(code))
    return Settings(**sound, **({"languages": languages} if languages else {}))


def content_files(root: Path, docs: Path) -> list[Path]:
    """Every YAML file that is content, sorted: known files and folders in the docs folder and in the project."""
    places = list(dict.fromkeys((docs, root)))
    found = {place / name for place in places for name in FILES if (place / name).is_file()}
    for place in places:
        for folder in FOLDERS:
            found.update(path for path in (place / folder).glob("*.y*ml") if path.suffix in (".yml", ".yaml"))
    return sorted(found)


def _placed(document: Document, broken: Broken) -> Problem:
    path = dotted(real_path(document.data, broken.path) or broken.path)
    problem = Problem(broken.code, broken.message, broken.fix, path=path, severity=broken.severity)
    return document.place(problem, broken.path, key=broken.at_key, line_offset=broken.line_offset, part=broken.part)


def unpublished_files(library: Library) -> frozenset[Path]:
    """What lies in the docs folder and stays out of every site: content, exports that entries read, their folder.

    Why the whole folder: an export is private from the moment it lies there, not from its first mention in a case; and
    so are the archive that it came in, the copy of a spreadsheet program and a picture of the screen. Pages are pages,
    and what a case shows, it shows.
    """
    entries = (*((library.profile,) if library.profile else ()), *library.entries())
    shown = shown_files((entry.model for entry in entries), library.docs)
    lying = (path for path in (library.docs / EXPORTS_FOLDER).rglob("*") if path.suffix.lower() != ".md")
    exports = (path for path in lying if path.resolve() not in shown)
    facts = library.docs / PLATFORM_FACTS
    found = [*content_files(library.root, library.docs), *exports, *library.docs.rglob(f"*{SNIPPET_ENDING}"), facts]
    return library.private.union(path.resolve() for path in found if path.is_file())


def _library(root: Path, docs: Path, settings: Settings, drafts: list[Draft], private: frozenset[Path]) -> Library:
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
    return Library(root, docs, settings, profile, sources, private=private, **groups)
