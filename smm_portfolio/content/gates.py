"""What may not go out as it stands: private terms, contact details, and text that waits to be written, in any text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from smm_portfolio.content.anonymity import secrets
from smm_portfolio.content.binding import real_path
from smm_portfolio.content.contacts import Contacts
from smm_portfolio.content.hidden import hidden_names
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseKind, CaseStudy
from smm_portfolio.content.kinds.sources import Sources
from smm_portfolio.content.library import Library
from smm_portfolio.content.placeholders import placeholders, without_code
from smm_portfolio.content.published import published_texts
from smm_portfolio.content.terms import Terms
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.yaml_reader import DataPath, Document, dotted, read_yaml
from smm_portfolio.problems import Problem, Severity

SETTINGS_FILE = "smm.yml"
STOPS = frozenset({"SMM127", "SMM128", "SMM137"})
"""Warnings while somebody writes, errors when they publish."""
_WAY_OUT = {
    "SMM036": "Write what anonymised_as says; where the name is an ordinary word, leave client out of the case.",
    "SMM126": "Say it in other words, or take the term off private_terms.",
    "SMM127": "Remove it, or add it to public_contacts in smm.yml where readers are meant to see it.",
    "SMM128": "Write your own text, or remove the field or the file. Until then: smm serve, or smm build --draft.",
    "SMM137": "Move it out of the docs folder; what readers may have belongs in a folder such as files.",
    "SMM130": "Remove it, or add it to public_contacts in smm.yml where its owner is glad to be named.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a text that may not go out: a code, what it is, the words, and where they start."""

    code: str
    message: str
    text: str
    start: int


class Gate:
    """Looks through texts of one project.

    Args:
        library: whose settings and cases say what is private, and what is meant to be public.
    """

    def __init__(self, library: Library) -> None:
        profile = library.profile.model if library.profile else None
        settings = library.settings
        own = [profile.email, profile.phone, *(link.url for link in profile.links)] if profile else []
        handles = [link.url.rstrip("/").rpartition("/")[2] for link in profile.links] if profile else []
        allowed = [*filter(None, own), *handles, *settings.public_contacts]
        self._contacts = Contacts(allowed, settings.calendar.country)
        self._names = hidden_names(library)
        self._terms = Terms(self._names)
        self.hides = bool(self._names)
        self.sample = profile is not None and profile.sample

    def names(self, text: str, own: tuple[str, ...] = ()) -> Iterator[Finding]:
        """Private terms and anonymised clients.

        Args:
            text: a text, an address or a file name.
            own: names that the case itself is checked for already.
        """
        reached = 0
        # one place tells one thing: an address is not reported again for the account in it
        for hit in sorted(self._terms.find_written(text), key=lambda one: (one.start, -one.end)):
            if hit.name not in own and hit.start >= reached:
                reached = hit.end
                case = self._names[hit.name]
                message = (
                    f"the client that {case} does not name is named here" if case else "a private term stands here"
                )
                yield Finding("SMM036" if case else "SMM126", message, text[hit.start : hit.end], hit.start)

    def details(self, text: str, *, mock: bool = False) -> Iterator[Finding]:
        """Contact and account details; account names only outside mocks, whose accounts are invented."""
        told = without_code(text)
        for detail in self._contacts.find(text):
            if not detail.public or (not mock and told[detail.start] == detail.text[0]):
                article = "an" if detail.what[0] in "aeiou" else "a"
                message = f"{article} {detail.what} would be published"
                yield Finding("SMM130" if detail.public else "SMM127", message, detail.text, detail.start)

    def waiting(self, text: str, path: DataPath = (), *, invented: bool = False) -> Iterator[Finding]:
        """Text that waits to be written, code aside."""
        for one in placeholders(without_code(text), path, invented=invented or self.sample):
            yield Finding("SMM128", one.what, one.text, one.start)


def problem_of(finding: Finding, path: str = "") -> Problem:
    """A finding as a problem that has no place yet."""
    severity = Severity.ERROR if finding.code in ("SMM036", "SMM126") else Severity.WARNING
    return Problem(finding.code, finding.message, _WAY_OUT[finding.code], path=path, severity=severity)


def entry_problems(library: Library, gate: Gate) -> Iterator[Problem]:
    """Every finding in the YAML of a project, at its place; a file is read again only where there is one."""
    settings = library.settings.model_copy(update={"private_terms": (), "public_contacts": ()})
    entries: list[tuple[str, str, Model]] = [(SETTINGS_FILE, "", settings)]
    found = [*((library.profile,) if library.profile else ()), *library.entries()]
    entries += [(entry.file, entry.slug, entry.model) for entry in found]
    entries += [
        (file, "", Sources.model_construct(sources=dict(library.sources))) for file in _files(library, "sources.yml")
    ]
    for file, slug, model in entries:
        findings = list(_in_entry(model, slug, gate))
        if findings:
            document = _read(library, file)
            yield from (_placed(document, path, text, finding) for path, text, finding in findings)


def _in_entry(model: Model, slug: str, gate: Gate) -> Iterator[tuple[DataPath, str, Finding]]:
    mock = isinstance(model, Campaign) or (isinstance(model, CaseStudy) and model.kind is CaseKind.MOCK)
    invented = mock or bool(getattr(model, "sample", False))
    own = secrets(model) if isinstance(model, CaseStudy) else ()
    texts = [*published_texts(model), *([(("slug",), slug)] if slug else [])]
    waiting: set[DataPath] = set()
    for path, text in texts:
        for finding in gate.names(text, own):
            yield path, text, finding
        for finding in gate.details(text, mock=mock):
            yield path, text, finding
        place = path[:-1] if len(path) > 1 and _is_language(path[-1]) else path
        for finding in gate.waiting(text, path, invented=invented):
            if place not in waiting:  # one text is one place, in however many languages
                waiting.add(place)
                yield path, text, finding


def _files(library: Library, name: str) -> list[str]:
    """A file of the docs folder or the project, where it is."""
    found = (folder / name for folder in dict.fromkeys((library.docs, library.root)))
    return [path.relative_to(library.root).as_posix() for path in found if path.is_file()][:1]


def _is_language(step: str | int) -> bool:
    return isinstance(step, str) and len(step) == 2


def _read(library: Library, file: str) -> Document:
    path = library.root / file
    return read_yaml(path.read_bytes() if path.is_file() else b"", file)[0]


def _placed(document: Document, path: DataPath, text: str, finding: Finding) -> Problem:
    real = real_path(document.data, path)
    problem = replace(problem_of(finding), path=dotted(real or path))
    line = text.count("\n", 0, finding.start) + 1
    return document.place(problem, path, line_offset=line, part=finding.text)
