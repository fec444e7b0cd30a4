"""A hand-written page that takes the place of an entry's own is not taken silently."""

from __future__ import annotations

import pytest

from smm_portfolio.content.loader import load
from smm_portfolio.hosts.clashes import clash_problems
from tests.content.entries import CASE, GUIDE, SKILLS, typed

FILES = {
    "smm.yml": "languages: [nl, en]\n",
    "site_src/cases/bread.yml": typed(CASE),
    "site_src/guides/new.yml": typed(GUIDE),
}


@pytest.mark.parametrize("page", ["work/bread.md", "work/bread.nl.md", "work/bread.en.md"])
def test_the_entry_that_nobody_would_see_is_named(page, project):
    root = project({**FILES, f"site_src/{page}": "# Bread\n"})
    (problem,) = clash_problems(load(root).library)
    assert (problem.code, problem.file, problem.is_error) == ("SMM084", "site_src/cases/bread.yml", False)
    assert page in problem.message


@pytest.mark.parametrize("page", ["skills/craft.md", "checklists/craft.md"])
def test_a_skill_checklist_has_two_pages_to_lose(page, project):
    """Its levels, and the self-assessment beside the checklists."""
    root = project({**FILES, "checklists/craft.yml": typed(SKILLS), f"site_src/{page}": "# Craft\n"})
    assert [problem.file for problem in clash_problems(load(root).library)] == ["checklists/craft.yml"]


@pytest.mark.parametrize("page", ["bread.md", "work/index.md", "work/brood.md", "guides/bread.md", "index.md"])
def test_other_pages_are_nobody_s_rival(page, project):
    """A hand-written page in place of a list of entries is meant."""
    root = project({**FILES, f"site_src/{page}": "# x\n"})
    assert clash_problems(load(root).library) == []
