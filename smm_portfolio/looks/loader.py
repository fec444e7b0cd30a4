"""From a name to a look: the brand files of its layers merged, checked and resolved."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.yaml_reader import DataPath, Document, read_yaml
from smm_portfolio.looks.check import contrast_problems
from smm_portfolio.looks.look import Look
from smm_portfolio.looks.model import Brand
from smm_portfolio.looks.resolve import BadRole, follow_by_night, resolve, without_stale_night
from smm_portfolio.looks.schema_errors import problems_of
from smm_portfolio.problems import Problem, errors_in, sort_problems
from smm_portfolio.resources import themes_dir

BASE = "base"
BRAND_FILE = "brand.yml"
_MAX_LAYERS = 8


@dataclass(frozen=True)
class _Layer:
    """One brand file."""

    folder: Path
    document: Document

    @property
    def data(self) -> dict[str, Any]:
        return self.document.data if isinstance(self.document.data, dict) else {}


def available_looks(project: Path | None = None) -> list[str]:
    """Names of the looks that a project may choose: its own and those that come with us."""
    found = {path.parent.name for root in _search(project) for path in root.glob(f"*/{BRAND_FILE}")}
    return sorted(found - {BASE})


def load_look(name: str, project: Path | None = None) -> tuple[Look | None, list[Problem]]:
    """Load a look.

    Args:
        name: of a folder in ``themes/`` of the project, or of a look that comes with us.
        project: root of the user's project; its looks come first, and may extend one of ours of the same name.

    Returns:
        The look, or None where an error stands in the way, and all problems (low contrast among them, as warnings).
    """
    layers, problems = _layers(name, project)
    if errors_in(problems):
        return None, sort_problems(problems)
    merged, wrong = _merge(layers)
    problems += wrong
    if merged is None:
        return None, sort_problems(problems)
    try:
        colours = resolve(merged.colours)
    except BadRole as error:
        return None, sort_problems([*problems, _placed(error.problem, error.path, layers)])
    folders = tuple(layer.folder for layer in layers)
    look = Look(name, merged, folders, colours["light"], colours["dark"], colours["print"])
    problems += [_caused(problem, causes, layers) for causes, problem in contrast_problems(look)]
    problems += [_placed(problem, path, layers) for path, problem in _missing_files(look)]
    return (None if errors_in(problems) else look), sort_problems(problems)


def _search(project: Path | None) -> list[Path]:
    own = [project / "themes"] if project and (project / "themes").is_dir() else []
    return own + [themes_dir()] * (not own or own[0].resolve() != themes_dir().resolve())


def _layers(name: str, project: Path | None) -> tuple[list[_Layer], list[Problem]]:
    """The layers of a look, the base first."""
    chain: list[_Layer] = []
    problems: list[Problem] = []
    roots = _search(project)
    wanted: str | None = name
    while wanted and len(chain) < _MAX_LAYERS:
        folder = _folder(wanted, roots, {layer.folder for layer in chain})
        if folder is None:
            problems.append(_unknown(wanted, project, chain))
            return chain[::-1], problems
        document, wrong = read_yaml((folder / BRAND_FILE).read_bytes(), _shown(folder / BRAND_FILE, project))
        problems += wrong
        chain.append(_Layer(folder, document))
        below = chain[-1].data.get("extends")
        wanted = below if isinstance(below, str) else (None if wanted == BASE else BASE)
    return chain[::-1], problems


def _folder(name: str, roots: Iterable[Path], taken: set[Path]) -> Path | None:
    """The first folder of that name that is not in the chain yet: a project's ``studio`` may extend our ``studio``."""
    if "/" in name or name.startswith("."):
        return None
    folders = (root / name for root in roots)
    return next((folder for folder in folders if (folder / BRAND_FILE).is_file() and folder not in taken), None)


def _unknown(name: str, project: Path | None, chain: list[_Layer]) -> Problem:
    known = available_looks(project)
    close = nearest(name, known)
    problem = Problem(
        "SMM061",
        f"there is no look “{name}”",
        f"Did you mean {close}?" if close else f"Choose one of: {', '.join(known)}.",
    )
    return chain[-1].document.place(problem, ("extends",)) if chain else problem


def _shown(path: Path, project: Path | None) -> str:
    if project and path.resolve().is_relative_to(project.resolve()):
        return path.resolve().relative_to(project.resolve()).as_posix()
    return path.relative_to(themes_dir().parent).as_posix()


def _merge(layers: list[_Layer]) -> tuple[Brand | None, list[Problem]]:
    data: dict[str, Any] = {}
    problems: list[Problem] = []
    brand: Brand | None = None
    roles: dict[str, set[str]] = {}
    for depth, layer in enumerate(layers):
        added = copy.deepcopy(layer.data)
        if depth and brand:
            problems += _unknown_roles(layer, roles)
            night = follow_by_night(resolve(brand.colours), added)
            without_stale_night(data, added)
            _deep(data, {"colours": {"dark": night}})
        _deep(data, added)
        try:
            brand = Brand.model_validate(data)
        except ValidationError as error:
            problems += [_placed(p, path, layers[: depth + 1], key=key) for path, p, key in problems_of(error)]
            return None, problems
        if not depth:
            roles = {scheme: set(getattr(brand.colours, scheme)) for scheme in ("light", "print")}
            roles["dark"] = roles["light"]
    return (None if errors_in(problems) else brand), problems


def _unknown_roles(layer: _Layer, roles: dict[str, set[str]]) -> list[Problem]:
    problems = []
    colours = layer.data.get("colours")
    for scheme, known in roles.items():
        given = colours.get(scheme) if isinstance(colours, dict) else None
        for role in given if isinstance(given, dict) else ():
            if role not in known:
                close = nearest(role, sorted(known))
                problem = Problem(
                    "SMM010",
                    f"unknown colour role “{role}”",
                    f"Did you mean {close}?" if close else "The handbook lists the roles of a look.",
                    path=f"colours.{scheme}.{role}",
                )
                problems.append(layer.document.place(problem, ("colours", scheme, role), key=True))
    return problems


def _deep(target: dict[str, Any], added: dict[str, Any]) -> None:
    """Merge mappings; everything else, lists included, is replaced."""
    for key, value in added.items():
        if isinstance(value, dict) and isinstance(target.get(key), dict) and "like" not in value:
            _deep(target[key], value)
        else:
            target[key] = value


def _placed(problem: Problem, path: DataPath, layers: list[_Layer], *, key: bool = False) -> Problem:
    """The problem at the last layer that says something about its path."""
    for length in range(len(path), 0, -1):
        for layer in reversed(layers):
            if path[:length] in layer.document.values:
                return layer.document.place(problem, path[:length], key=key)
    return layers[-1].document.place(problem, ())


def _caused(problem: Problem, causes: Iterable[tuple[str, str]], layers: list[_Layer]) -> Problem:
    """The problem in the nearest layer that has a hand in it: a look is told of the line that it wrote itself."""
    paths = [("colours", *cause) for cause in causes]
    for layer in reversed(layers):
        for path in paths:
            if path in layer.document.values:
                return layer.document.place(problem, path)
    return layers[-1].document.place(problem, ())


def _missing_files(look: Look) -> Iterable[tuple[DataPath, Problem]]:
    brand = look.brand
    named: list[tuple[DataPath, str]] = [(("logo", "file"), brand.logo.file)] if brand.logo else []
    for font, spec in brand.type.fonts.items():
        named += [
            (("type", "fonts", font, field), value)
            for field in ("file", "file_italic")
            if (value := getattr(spec, field))
        ]
    for path, value in named:
        found = look.find(value)
        inside = found is not None and any(found.resolve().is_relative_to(layer.resolve()) for layer in look.layers)
        if not inside:
            yield path, Problem("SMM024", f"the look has no file {value}", "Put it into the folder of the look.")
