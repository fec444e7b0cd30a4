"""Checks that need more than one value: rules, references between files, translations, texts and files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from smm_portfolio.content.kinds.case_study import CaseStudy
from smm_portfolio.content.kinds.guide import RolePart
from smm_portfolio.content.values.base import Broken, Model, RefTo
from smm_portfolio.content.values.base import known as readable
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.values.prose_safety import unsafe_parts
from smm_portfolio.content.values.scalars import is_id
from smm_portfolio.content.values.text import Prose, Text
from smm_portfolio.content.walk import leaves, models
from smm_portfolio.content.yaml_reader import DataPath
from smm_portfolio.problems import Severity

TARGETS = {
    "work": ("case_study", "campaign"),
    "checklist": ("skill_checklist", "onboarding_checklist"),
    "source": ("source",),
}
"""Which kinds a reference may mean, where it is not one kind of the same name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What references may point to.

    Args:
        slugs: by kind, also of entries that are faulty, so that one mistake is not reported twice.
        withheld: slugs of case studies that may not be published.
        docs: the docs folder, for files.
        roles: ids of the roles of each role comparison, as far as they can be read for certain.
        services: names by which case studies mean services of the profile; none where the profile gives no ids.
    """

    slugs: Mapping[str, frozenset[str]]
    withheld: frozenset[str]
    docs: Path
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    services: frozenset[str] = frozenset()


def findings(entry: Model, known: Known, languages: tuple[str, ...]) -> Iterator[Broken]:
    """Everything that is wrong with an entry beyond its field types."""
    for path, model in models(entry):
        if isinstance(model, Model):
            for broken in model.rules():
                yield replace(broken, path=(*path, *broken.path))
        if isinstance(model, RolePart):
            yield from _role_findings(model, path, known)
        if isinstance(model, CaseStudy):
            yield from _service_findings(model, path, known)
    for path, value, markers in leaves(entry):
        if isinstance(value, Text):
            yield from _text_findings(value, path, languages)
            continue
        for marker in markers:
            if isinstance(marker, RefTo):
                yield from _reference_findings(value, marker, path, known)
            else:
                yield from _file_findings(value, path, known.docs)


def _text_findings(text: Text, path: DataPath, languages: tuple[str, ...]) -> Iterator[Broken]:
    missing = text.missing(languages)
    if missing:
        shown = text.language_of(missing[0])
        yield Broken(
            "SMM050",
            f"no text in {', '.join(missing)}",
            f"Add {missing[0]}:; until then {shown} is shown.",
            path,
            Severity.WARNING,
        )
    if isinstance(text, Prose):
        for language, words in text.variants().items():
            for part in unsafe_parts(words):
                at = (*path, language) if language else path
                yield Broken(part.code, part.message, part.fix, at, line_offset=part.line + 1, part=part.part)


def _reference_findings(slug: str, marker: RefTo, path: DataPath, known: Known) -> Iterator[Broken]:
    kinds = TARGETS.get(marker.kind, (marker.kind,))
    slugs = frozenset().union(*(known.slugs.get(kind, frozenset()) for kind in kinds))
    if slug in slugs:
        if "case_study" in kinds and slug in known.withheld:
            yield Broken("SMM034", f"'{slug}' has permission: none and may not appear", "Remove the reference.", path)
        return
    shown = sorted(slugs - known.withheld if "case_study" in kinds else slugs)
    close = nearest(slug, shown)
    what = " or ".join(kind.replace("_", " ") for kind in kinds)
    fix = f"Did you mean {close}?" if close else f"Known: {', '.join(shown) or 'none yet'}."
    yield Broken("SMM030", f"there is no {what} '{slug}'", fix, path)


def _role_findings(part: RolePart, path: DataPath, known: Known) -> Iterator[Broken]:
    """A role that the named comparison does not have."""
    if not readable(part.comparison, part.role):
        return
    roles = known.roles.get(part.comparison)
    if roles is not None and part.role not in roles:
        close = nearest(part.role, sorted(roles))
        fix = f"Did you mean {close}?" if close else f"Use one of: {', '.join(sorted(roles))}."
        yield Broken("SMM030", f"'{part.role}' is not a role of {part.comparison}", fix, (*path, "role"))


def _service_findings(case: CaseStudy, path: DataPath, known: Known) -> Iterator[Broken]:
    """A service written as an id that the profile does not have. Why a warning: one's own words may look like an id."""
    if not known.services or not readable(case.services):
        return
    for place, text in enumerate(case.services):
        word = text.variants().get("", "") if readable(text) else ""
        if is_id(word) and word not in known.services:
            close = nearest(word, sorted(known.services))
            fix = f"Did you mean {close}?" if close else f"Known: {', '.join(sorted(known.services))}."
            what = f"there is no service '{word}' in profile.yml; it is shown as typed"
            yield Broken("SMM030", what, fix, (*path, "services", place), Severity.WARNING)


def _file_findings(name: str, path: DataPath, docs: Path) -> Iterator[Broken]:
    try:
        target = (docs / name).resolve()
        inside, there = target.is_relative_to(docs.resolve()), target.is_file()
    except (OSError, RuntimeError):  # a name that is too long, a link that leads to itself
        inside, there = True, False
    if not inside:
        yield Broken("SMM023", f"'{name}' leaves the docs folder", "Name the file relative to the docs folder.", path)
    elif not there:
        yield Broken("SMM024", f"there is no file {name}", f"Put it into {docs.name}/, or correct the name.", path)
