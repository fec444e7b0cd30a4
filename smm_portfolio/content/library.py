"""All content of a project, typed and resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseStudy, Permission
from smm_portfolio.content.kinds.checklist import OnboardingChecklist, SkillChecklist
from smm_portfolio.content.kinds.guide import Guide
from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.kinds.role_comparison import RoleComparison
from smm_portfolio.content.kinds.salary_table import SalaryTable
from smm_portfolio.content.settings import Settings
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.source import Cite, Source

ModelT_co = TypeVar("ModelT_co", bound=Model, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[ModelT_co]):
    """One piece of content.

    Args:
        kind: name of its kind, for example ``case_study``.
        slug: last part of its address, the same in all languages.
        file: where it was typed, relative to the project, forward slashes.
        model: the content.
    """

    kind: str
    slug: str
    file: str
    model: ModelT_co


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that may be published, by kind and slug, in the order of file names.

    Case studies with ``permission: none`` are not in it: what is not here cannot leak.
    """

    root: Path
    docs: Path
    settings: Settings
    profile: Entry[Profile] | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    cases: tuple[Entry[CaseStudy], ...] = ()
    skills: tuple[Entry[SkillChecklist], ...] = ()
    checklists: tuple[Entry[OnboardingChecklist], ...] = ()
    roles: tuple[Entry[RoleComparison], ...] = ()
    salaries: tuple[Entry[SalaryTable], ...] = ()
    guides: tuple[Entry[Guide], ...] = ()
    campaigns: tuple[Entry[Campaign], ...] = ()
    private: frozenset[Path] = frozenset()

    @property
    def languages(self) -> tuple[str, ...]:
        """The project's languages, the default first."""
        return self.settings.languages

    def entries(self) -> tuple[Entry[Model], ...]:
        """Every entry that has a page of its own."""
        return (*self.cases, *self.skills, *self.checklists, *self.roles, *self.salaries, *self.guides, *self.campaigns)

    def find(self, kind: str, slug: str) -> Entry[Model] | None:
        """The entry of a kind with a slug, or None."""
        return next((entry for entry in self.entries() if entry.kind == kind and entry.slug == slug), None)

    def cited(self, cite: Cite) -> Source | None:
        """The source that a citation means."""
        return cite.inline if cite.inline is not None else self.sources.get(cite.id or "")


def publishable(case: CaseStudy) -> bool:
    """Whether anything of a case study may appear."""
    return case.permission is not Permission.NONE
