"""One content file on its way into the library: read whole, or partly for the sake of its other problems."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smm_portfolio.content.binding import bind, bind_partly
from smm_portfolio.content.kinds import KINDS, Kind, kinds_of_folder
from smm_portfolio.content.kinds.case_study import Permission
from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.kinds.role_comparison import RoleComparison
from smm_portfolio.content.references import Known
from smm_portfolio.content.values.base import Model, known, readable, shown
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.values.scalars import is_id, slugify
from smm_portfolio.content.yaml_reader import Document, read_yaml
from smm_portfolio.problems import Problem

_SLUG_LINE = re.compile(r"^slug:\s*[\"']?([\w-]+)", re.MULTILINE)
_NESTED_KEY = re.compile(r"^\s+[\"']?([\w-]+)[\"']?:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Draft:
    """What one file gave.

    Args:
        kinds: its kind; more than one where the file does not tell which.
        slug: last part of its address.
        document: the file with its places.
        model: the entry; None where it has faults.
        partial: what can be read of a faulty entry.
    """

    kinds: tuple[Kind, ...]
    slug: str
    document: Document
    model: Model | None = None
    partial: Model | None = None

    @property
    def kind(self) -> Kind:
        """Its kind, or the first that it may be."""
        return self.kinds[0]


def read_draft(path: Path, root: Path, languages: tuple[str, ...]) -> tuple[Draft | None, list[Problem]]:
    """Read one content file.

    Args:
        path: the file.
        root: the project folder.
        languages: the project's languages.

    Returns:
        The draft, or None for a file that cannot be opened; and every problem of its form and fields.
    """
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    raw, problem = read_inside(path, root, file)
    if raw is None:
        return None, [problem] if problem else []
    document, problems = read_yaml(raw, file)
    data = document.data if isinstance(document.data, dict) else {}
    kinds = _kinds(path, data)
    draft = Draft(kinds, _slug(document, path), document)
    problems += _slug_problems(draft, path)
    if not document.complete:
        return draft, problems
    if not isinstance(document.data, dict):
        problem = Problem("SMM006", "the file is not a set of keys and values", "Start with a key such as title:.")
        return draft, [*problems, problem.at(file, 1, 1, document.lines[0])]
    if len(kinds) > 1:
        return draft, [*problems, _type_problem(path, document)]
    model, found = bind(document, draft.kind.model, languages)
    partial = bind_partly(data, draft.kind.model, languages) if model is None else None
    return Draft(kinds, draft.slug, document, model, partial), problems + found


def read_inside(path: Path, root: Path, file: str) -> tuple[bytes | None, Problem | None]:
    """The bytes of a file that lies inside the project, or what is wrong with it."""
    try:
        resolved = path.resolve()
        if not resolved.is_relative_to(root):
            return None, Problem("SMM023", "the file is a link that leaves the project", "Copy the file itself.", file)
        return resolved.read_bytes(), None
    except OSError as error:
        message = f"the file cannot be read ({(error.strerror or 'unknown reason').lower()})"
        return None, Problem("SMM001", message, "Check that it is a file and that you may read it.", file)
    except RuntimeError:  # Python before 3.13
        return None, Problem(
            "SMM001", "the file is a link that leads to itself", "Replace it by the file itself.", file
        )


def _kinds(path: Path, data: dict[str, Any]) -> tuple[Kind, ...]:
    """The kinds that a file in this place can be, told apart by its ``type`` key."""
    named = tuple(kind for kind in KINDS if kind.file == path.name)
    kinds = named or tuple(kinds_of_folder(path.parent.name))
    chosen = tuple(kind for kind in kinds if kind.type and kind.type == data.get("type"))
    return chosen or kinds


def _type_problem(path: Path, document: Document) -> Problem:
    types = [kind.type for kind in kinds_of_folder(path.parent.name)]
    given = document.data.get("type")
    if given is None:
        problem = Problem("SMM011", "'type' is missing", f"Add type: {' or type: '.join(types)}.", path="type")
        return document.place(problem, ())
    close = nearest(str(given), types)
    fix = f"Did you mean {close}?" if close else f"Use one of: {', '.join(types)}."
    problem = Problem("SMM013", f"{shown(given)} is not a type of {path.parent.name}", fix, path="type")
    return document.place(problem, ("type",))


def _slug(document: Document, path: Path) -> str:
    """The address that an entry asks for; of a file read half also where it stands below the fault."""
    given = document.data.get("slug") if isinstance(document.data, dict) else None
    if not document.complete and (found := _SLUG_LINE.search("\n".join(document.lines))):
        return found[1]
    return given if isinstance(given, str) else path.stem


def _slug_problems(draft: Draft, path: Path) -> list[Problem]:
    """A file name that cannot be an address, or the one of the page that lists all entries."""
    if draft.slug == "index":
        fix = "Rename the file, or give it its own slug."
        problem = Problem("SMM016", "the address 'index' belongs to the page that lists all entries", fix, path="slug")
        return [draft.document.place(problem, ("slug",))]
    if draft.slug == path.stem and not is_id(draft.slug) and draft.kind.folder:
        message = f"the file name gives the address, and {shown(draft.slug)} is not usable as one"
        problem = Problem("SMM016", message, f"Rename the file, for example to {slugify(draft.slug)}.yml")
        return [draft.document.place(problem, ())]
    return []


def same_slug(drafts: Iterable[Draft]) -> list[Problem]:
    """Entries that would share one page."""
    first: dict[tuple[str, str], Draft] = {}
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
            if draft.kind.file:
                problem = Problem("SMM031", f"{other} says the same", "Keep one of the two files.")
            problems.append(draft.document.place(problem, ("slug",)))
        first.setdefault(key, draft)
    return problems


def known_names(drafts: Iterable[Draft], docs: Path) -> Known:
    """What references may point to, faulty entries included."""
    slugs: defaultdict[str, set[str]] = defaultdict(set)
    withheld, roles, services = set(), {}, frozenset[str]()
    for draft in drafts:
        data = draft.document.data if isinstance(draft.document.data, dict) else {}
        for kind in draft.kinds:
            slugs[kind.name].add(draft.slug)
        if draft.kind.name == "case_study" and data.get("permission") == Permission.NONE:
            withheld.add(draft.slug)
        if draft.kind.name == "sources":
            listed = data.get("sources")
            slugs["source"].update(listed if isinstance(listed, dict) else ())
            if not draft.document.complete:
                slugs["source"].update(_NESTED_KEY.findall("\n".join(draft.document.lines)))
        entry = draft.model or draft.partial
        if isinstance(entry, RoleComparison) and known(entry.roles) and known(*entry.roles):
            roles[draft.slug] = frozenset(role.id for role in entry.roles)
        if isinstance(entry, Profile):
            services = _service_names(entry)
    found = {kind: frozenset(names) for kind, names in slugs.items()}
    return Known(found, frozenset(withheld), docs, roles, services)


def _service_names(profile: Profile) -> frozenset[str]:
    """Words that mean a service of the profile: its id, or what its name becomes; none where no service has an id."""
    offered = [service for _, service in readable(profile.services, "id", "name")] if known(profile.services) else []
    if not any(service.id for service in offered):
        return frozenset()
    return frozenset(
        word for one in offered for word in ([one.id] if one.id else map(slugify, one.name.variants().values()))
    )
