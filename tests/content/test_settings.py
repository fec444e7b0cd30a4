"""smm.yml: what holds for the whole project, wrong in every way that was thought of."""

from __future__ import annotations

import pytest

from smm_portfolio.content.loader import load, read_settings
from tests.content.entries import CASE, found, problems, typed

WRONG = {
    "a key of another tool": ("site_name: x", ("SMM010", "site_name")),
    "a language in full": ("languages: [dutch]", ("SMM017", "languages[0]")),
    "no language": ("languages: []", ("SMM014", "languages")),
    "one language as a word": ("languages: nl", ("SMM012", "languages")),
    "a language twice": ("languages: [nl, en, nl]", ("SMM031", "languages[2]")),
    "a look that is no name": ("look: My Look", ("SMM016", "look")),
    "a site without scheme": ("site_url: example.com", ("SMM022", "site_url")),
    "a docs folder above": ("docs: ../elsewhere", ("SMM014", "docs")),
    "a docs folder above in the middle": ("docs: a/../../elsewhere", ("SMM023", "docs")),
    "a country in words": ("calendar: {country: Nederland}", ("SMM014", "calendar.country")),
    "a day in words": ("calendar: {weekend: [zondag]}", ("SMM013", "calendar.weekend[0]")),
    "a week without work": ("calendar: {weekend: [mon, tue, wed, thu, fri, sat, sun]}", ("SMM014", "calendar.weekend")),
    "a closed day that is none": ("calendar: {closed: [2026-12-32]}", ("SMM015", "calendar.closed[0]")),
    "a name that lacks a language": ("languages: [nl, en]\nname: {nl: x}", ("SMM050", "name")),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting_is_found_at_its_place(name, project):
    text, expected = WRONG[name]
    (problem,) = problems(project({"smm.yml": f"name: Portfolio\n{text}\n" if "name:" not in text else text}))
    assert (problem.code, problem.path) == expected
    assert problem.file == "smm.yml"
    assert problem.line >= 1
    assert problem.column >= 1


@pytest.mark.parametrize("name", WRONG)
def test_the_other_settings_still_count(name, project):
    """Everything else is checked with the settings that could be read."""
    text, _ = WRONG[name]
    settings, _ = read_settings(project({"smm.yml": f"{text}\nbranch: trunk\n"}))
    assert settings.branch == "trunk"
    assert all(isinstance(code, str) for code in settings.languages)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_file_means_the_defaults(text, project):
    root = project({"smm.yml": text})
    assert found(root) == []
    assert load(root).library.settings.docs == "site_src"


def test_without_a_file_the_host_says_the_language(project):
    root = project({"site_src/cases/case.yml": typed({**CASE, "title": {"nl": "x"}})})
    assert load(root, languages=("nl",)).problems == []
    assert load(root, languages=("nl",)).library.languages == ("nl",)


@pytest.mark.parametrize("text", ["- nl\n", "nl\n"])
def test_a_list_is_no_settings(text, project):
    assert found(project({"smm.yml": text})) == [("SMM006", "")]


def test_settings_that_are_a_folder_are_a_problem(project):
    root = project({"smm.yml/x": "x"})
    assert load(root).library.settings.docs == "site_src"


def test_settings_that_are_a_link_to_elsewhere_are_refused(project, tmp_path):
    (tmp_path / "outside.yml").write_text("docs: docs\n", encoding="utf-8")
    root = project({"site_src/x.md": "x"})
    (root / "smm.yml").symlink_to(tmp_path / "outside.yml")
    assert found(root) == [("SMM023", "")]


def test_content_lies_in_the_docs_folder_or_beside_it(project):
    tree = {
        "smm.yml": "docs: pages\n",
        "pages/cases/a.yml": typed(CASE),
        "cases/b.yml": typed(CASE),
        "site_src/cases/c.yml": typed(CASE),
    }
    assert [entry.slug for entry in load(project(tree)).library.cases] == ["b", "a"]
