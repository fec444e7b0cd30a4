"""The kinds of content, one a file, and where their files lie."""

from __future__ import annotations

from dataclasses import dataclass

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseStudy
from smm_portfolio.content.kinds.checklist import OnboardingChecklist, SkillChecklist
from smm_portfolio.content.kinds.guide import Guide
from smm_portfolio.content.kinds.profile import Profile
from smm_portfolio.content.kinds.role_comparison import RoleComparison
from smm_portfolio.content.kinds.salary_table import SalaryTable
from smm_portfolio.content.kinds.sources import Sources
from smm_portfolio.content.values.base import Model


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content.

    Args:
        name: its word everywhere, for example ``case_study``.
        model: how an entry is typed.
        folder: the folder whose ``*.yml`` files are entries; empty for a single file.
        file: the single file's name; empty for a folder.
        type: value of the ``type`` key that tells two kinds of one folder apart; empty where there is one.
    """

    name: str
    model: type[Model]
    folder: str = ""
    file: str = ""
    type: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("sources", Sources, file="sources.yml"),
    Kind("profile", Profile, file="profile.yml"),
    Kind("case_study", CaseStudy, folder="cases"),
    Kind("skill_checklist", SkillChecklist, folder="checklists", type="skill"),
    Kind("onboarding_checklist", OnboardingChecklist, folder="checklists", type="onboarding"),
    Kind("role_comparison", RoleComparison, folder="roles"),
    Kind("salary_table", SalaryTable, folder="salaries"),
    Kind("guide", Guide, folder="guides"),
    Kind("campaign", Campaign, folder="campaigns"),
)
"""Every kind, in the order in which they are read."""


def kinds_of_folder(folder: str) -> list[Kind]:
    """The kinds whose entries lie in a folder of this name."""
    return [kind for kind in KINDS if kind.folder == folder]


FOLDERS = tuple(dict.fromkeys(kind.folder for kind in KINDS if kind.folder))
FILES = tuple(kind.file for kind in KINDS if kind.file)
