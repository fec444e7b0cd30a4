"""A level must look like one: the lowest step is not an empty bar, and no two steps look alike."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.content.loader import load
from smm_portfolio.site.pages.skills import skill_view
from tests.support.portfolio import context_of


def test_the_steps_of_the_reference_ladder_fill_the_bar_from_the_first(repo_root: Path) -> None:
    library = load(repo_root).library
    checklist = library.skills[0].model
    skill = checklist.groups[0].items[0]
    context = context_of(library, "nl")
    levels = [
        skill_view(context, checklist, skill.model_copy(update={"level": step.id})).level for step in checklist.levels
    ]
    assert levels == [1, 2, 3, 4]
    assert skill_view(context, checklist, skill.model_copy(update={"level": None})).level == 0
