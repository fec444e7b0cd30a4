"""What an entry points to is there, may be shown, and lies inside the project."""

from __future__ import annotations

import pytest

from smm_portfolio.content.loader import load
from tests.content.entries import (
    CAMPAIGN,
    CASE,
    GUIDE,
    PLACES,
    PROFILE,
    ROLES,
    SALARIES,
    SKILLS,
    TASKS,
    changed,
    found,
    problems,
    typed,
)

PICTURE = {"file": "images/bread.png", "alt": "Bread"}


def files(**entries: dict[str, object] | None) -> dict[str, str]:
    """Settings and entries by kind."""
    return {"smm.yml": "languages: [en]\n", **{PLACES[kind][0]: typed(entry) for kind, entry in entries.items()}}


def with_part(key: str, value: object) -> dict[str, object]:
    """A guide that prints one thing."""
    return changed(GUIDE, sections__0={"title": "x", key: value})


POINTING = {
    "a skill to a case": ("skill_checklist", changed(SKILLS, groups__0__items__0__evidence=["case"]), "case_study"),
    "a skill to a campaign": ("skill_checklist", changed(SKILLS, groups__0__items__0__evidence=["spring"]), "campaign"),
    "a guide to tasks": ("guide", with_part("checklist", "tasks"), "onboarding_checklist"),
    "a guide to skills": ("guide", with_part("checklist", "skills"), "skill_checklist"),
    "a guide to a sign-off": ("guide", with_part("signoff", "tasks"), "onboarding_checklist"),
    "a guide to roles": ("guide", with_part("role_comparison", "roles"), "role_comparison"),
    "a guide to pay": ("guide", with_part("salary_table", "pay"), "salary_table"),
    "a row to its source": ("salary_table", changed(SALARIES, rows__0__source="cbs-2025"), "sources"),
    "a profile to its best work": ("profile", changed(PROFILE, strongest="case"), "case_study"),
    "a profile to selected work": ("profile", changed(PROFILE, selected=["spring"]), "campaign"),
}  # fmt: skip


@pytest.mark.parametrize("name", POINTING)
def test_a_reference_is_followed(name, project):
    """With its target there is no problem; without it the problem is at the word that points nowhere."""
    kind, entry, target = POINTING[name]
    assert found(project(files(**{kind: entry, target: PLACES[target][1]}), "with")) == []
    (problem,) = problems(project(files(**{kind: entry}), "without"))
    assert problem.code == "SMM030"
    assert problem.excerpt[problem.column - 1 :].split("\n")[0] in typed(entry)
    assert problem.message.split("'")[1] in problem.excerpt[problem.column - 1 :]


def test_a_slip_in_a_reference_gets_the_word_that_was_meant(project):
    entry = changed(PROFILE, strongest="cas")
    (problem,) = problems(project(files(profile=entry, case_study=CASE)))
    assert problem.fix == "Did you mean case?"


def test_a_reference_of_the_wrong_sort_is_not_followed(project):
    """A sign-off needs tasks; a list of skills of that name has none."""
    entry = with_part("signoff", "skills")
    assert found(project(files(guide=entry, skill_checklist=SKILLS))) == [("SMM030", "sections[0].signoff")]


def test_a_role_that_a_comparison_lacks_is_found_before_printing(project):
    entry = changed(GUIDE, sections__0={"title": "x", "role": {"comparison": "roles", "role": "directer"}})
    assert found(project(files(guide=entry, role_comparison=ROLES), "a")) == [("SMM030", "sections[0].role.role")]
    right = changed(entry, sections__0__role__role="manager")
    assert found(project(files(guide=right, role_comparison=ROLES), "b")) == []


def test_an_evidence_that_may_not_be_shown_is_an_error_wherever_it_is_named(project):
    """`permission: none` means that not even its name leaks through somebody else's page."""
    secret = changed(CASE, permission="none")
    skills = changed(SKILLS, groups__0__items__0__evidence=["case"])
    profile = changed(PROFILE, strongest="case", selected=["case"])
    root = project(files(case_study=secret, skill_checklist=skills, profile=profile))
    assert sorted(found(root)) == [
        ("SMM034", "groups[0].items[0].evidence[0]"),
        ("SMM034", "selected[0]"),
        ("SMM034", "strongest"),
    ]
    assert load(root).library.cases == ()


def test_work_that_may_not_be_shown_is_not_suggested_either(project):
    root = project(files(case_study=changed(CASE, permission="none"), profile=changed(PROFILE, strongest="cas")))
    (problem,) = problems(root)
    assert "case" not in problem.fix.replace("case study", "")


def test_two_entries_of_one_address_are_named_both(project):
    tree = {
        **files(case_study=changed(CASE, slug="bread")),
        "site_src/cases/other.yml": typed(changed(CASE, slug="bread")),
    }
    (problem,) = problems(project(tree))
    assert (problem.code, problem.file, problem.path) == ("SMM031", "site_src/cases/other.yml", "slug")
    assert "site_src/cases/case.yml" in problem.message


@pytest.mark.parametrize("other", ["site_src/cases/case.yaml", "cases/case.yml"])
def test_two_files_of_one_name_would_share_a_page(other, project):
    assert found(project({**files(case_study=CASE), other: typed(CASE)})) == [("SMM031", "slug")]


def test_two_checklists_of_one_name_would_share_a_page(project):
    tree = {**files(skill_checklist=SKILLS), "site_src/checklists/skills.yml": typed(TASKS)}
    assert found(project(tree)) == [("SMM031", "slug")]


def test_entries_of_different_kinds_may_have_one_name(project):
    tree = {**files(case_study=CASE), "site_src/roles/case.yml": typed(ROLES), "site_src/guides/case.yml": typed(GUIDE)}
    assert found(project(tree)) == []


def test_a_second_profile_is_not_silently_ignored(project):
    (problem,) = problems(project({**files(profile=PROFILE), "profile.yml": typed(PROFILE)}))
    assert problem.code == "SMM031"
    assert "says the same" in problem.message


@pytest.mark.parametrize("name", ["My Case.yml", "Kaas.yml", "case.en.yml", "één.yml", "a_b.yml"])
def test_a_file_name_that_makes_no_address_is_refused(name, project):
    (problem,) = problems(project({f"site_src/cases/{name}": typed(CASE)}))
    assert problem.code == "SMM016"
    assert "Rename the file" in problem.fix


def test_a_slug_makes_any_file_name_usable(project):
    assert found(project({"site_src/cases/My Case.yml": typed(changed(CASE, slug="my-case"))})) == []


@pytest.mark.parametrize("entry", [CASE, changed(CASE, slug="index")])
def test_no_entry_takes_the_place_of_the_list_of_all(entry, project):
    (problem,) = problems(project({"site_src/cases/index.yml": typed(entry)}))
    assert (problem.code, problem.path) == ("SMM016", "slug")


def test_a_picture_that_is_there_is_no_problem(project):
    tree = {**files(case_study=changed(CASE, picture=PICTURE)), "site_src/images/bread.png": b"\x89PNG"}
    assert found(project(tree)) == []


ESCAPES = {
    "above": "../secret.png",
    "above in the middle": "images/../../secret.png",
    "from the root": "/etc/hostname",
    "from home": "~/secret.png",
    "with backslashes": "..\\secret.png",
    "of another drive": "C:/secret.png",
}


@pytest.mark.parametrize("name", ESCAPES)
def test_a_file_outside_the_project_is_refused(name, project):
    tree = {**files(case_study=changed(CASE, picture={**PICTURE, "file": ESCAPES[name]})), "secret.png": b"x"}
    assert found(project(tree)) == [("SMM023", "picture.file")]


@pytest.mark.parametrize("file", ["https://example.com/x.png", "//example.com/x.png", "data://x"])
def test_a_file_of_another_site_is_refused(file, project):
    assert found(project(files(case_study=changed(CASE, picture={**PICTURE, "file": file})))) == [
        ("SMM021", "picture.file")
    ]


@pytest.mark.parametrize(
    "file",
    ["images/none.png", "images", "images/", "images/" + "x" * 260, "images/a\u2028b.png", "images/%2e%2e/x.png"],
)
def test_a_file_that_is_not_there_is_found(file, project):
    tree = {**files(case_study=changed(CASE, picture={**PICTURE, "file": file})), "site_src/images/bread.png": b"x"}
    assert found(project(tree)) == [("SMM024", "picture.file")]


def linked(root, target: str, to: str) -> None:
    (root / target).parent.mkdir(parents=True, exist_ok=True)
    (root / target).symlink_to(to)


def test_a_picture_that_is_a_link_to_elsewhere_is_refused(project):
    """Git keeps such links: a clone would publish whatever lies there on the machine that builds."""
    root = project(files(case_study=changed(CASE, picture=PICTURE)))
    linked(root, "site_src/images/bread.png", "/etc/hostname")
    assert found(root) == [("SMM023", "picture.file")]


def test_a_link_inside_the_project_is_followed(project):
    root = project({**files(case_study=changed(CASE, picture=PICTURE)), "site_src/images/other.png": b"x"})
    linked(root, "site_src/images/bread.png", "other.png")
    assert found(root) == []


def test_content_that_is_a_link_to_elsewhere_is_refused(project, tmp_path):
    (tmp_path / "outside.yml").write_text(typed(CASE), encoding="utf-8")
    root = project(files())
    linked(root, "site_src/cases/case.yml", str(tmp_path / "outside.yml"))
    assert found(root) == [("SMM023", "")]


@pytest.mark.parametrize("to", ["loop.yml", "nothing.yml"])
def test_a_link_that_leads_nowhere_is_a_problem_not_a_traceback(to, project):
    root = project(files())
    linked(root, "site_src/cases/loop.yml", to)
    linked(root, "site_src/images/bread.png", "bread.png")
    (root / "site_src/cases/case.yml").write_text(typed(changed(CASE, picture=PICTURE)), encoding="utf-8")
    assert sorted(found(root)) == [("SMM001", ""), ("SMM024", "picture.file")]


def test_a_folder_named_like_a_file_is_a_problem_not_a_traceback(project):
    assert found(project({**files(), "site_src/cases/case.yml/x.txt": "x"})) == [("SMM001", "")]


def test_a_posting_cannot_name_a_pillar_that_is_not_there(project):
    pillars = [{"id": "rain", "name": "Rain", "description": "Wet."}]
    entry = changed(CAMPAIGN, pillars=pillars, posts__0__pillar="sun")
    (problem,) = problems(project(files(campaign=entry), "a"))
    assert (problem.code, problem.fix) == ("SMM030", "Use one of: rain.")
    assert found(project(files(campaign=changed(entry, posts__0__pillar="rain")), "b")) == []


IDS_TWICE = {
    "roles[1].id": ("role_comparison", changed(ROLES, roles__1__id="manager", dimensions__0__values__specialist=...)),
    "dimensions[1].id": ("role_comparison", changed(ROLES, dimensions=ROLES["dimensions"] * 2)),
    "levels[1].id": ("skill_checklist", changed(SKILLS, levels__1__id="basic")),
    "groups[0].items[1].id": ("skill_checklist", changed(SKILLS, groups__0__items=SKILLS["groups"][0]["items"] * 2)),
    "posts[1].id": ("campaign", changed(CAMPAIGN, posts=CAMPAIGN["posts"] * 2)),
    "pillars[1].id": ("campaign", changed(CAMPAIGN, pillars=[{"id": "a", "name": "A", "description": "A"}] * 2)),
    "phases[0].tasks[1].id": ("onboarding_checklist", changed(TASKS, phases__0__tasks=TASKS["phases"][0]["tasks"] * 2)),
}


@pytest.mark.parametrize("path", IDS_TWICE)
def test_an_id_given_twice_is_shown_at_the_second(path, project):
    """Two of one id would share a tick, a form field, an anchor or a column."""
    kind, entry = IDS_TWICE[path]
    assert found(project(files(**{kind: entry}))) == [("SMM031", path)]


def test_a_group_of_skills_has_an_anchor_of_its_own(project):
    entry = changed(SKILLS, groups=[*SKILLS["groups"], changed(SKILLS["groups"][0], items__0__id="other")])
    assert found(project(files(skill_checklist=entry))) == [("SMM031", "groups[1].id")]


def test_a_text_that_lacks_a_language_is_a_warning(project):
    """The page is still made, with the default language in its place."""
    tree = {"smm.yml": "languages: [nl, en]\n", PLACES["case_study"][0]: typed(changed(CASE, title={"nl": "x"}))}
    (problem,) = problems(project(tree))
    assert (problem.code, problem.path, problem.is_error) == ("SMM050", "title", False)


def test_a_language_that_the_project_gave_up_may_stay_in_the_files(project):
    tree = {"smm.yml": "languages: [nl]\n", PLACES["case_study"][0]: typed(changed(CASE, title={"nl": "x", "en": "y"}))}
    root = project(tree)
    assert found(root) == []
    assert load(root).library.cases[0].model.title.variants() == {"nl": "x"}


SERVICES = {"services": [{"id": "plan", "name": "A plan", "description": "Three months."}]}


def test_a_case_names_a_service_of_the_profile_by_its_id(project):
    """A slip would show the id on the page and leave the case out below the service."""
    profile = changed(PROFILE, **SERVICES)

    def with_services(*services: object, name: str) -> list[tuple[str, str]]:
        case = changed(CASE, services=list(services))
        return found(project(files(profile=profile, case_study=case), name))

    assert with_services("plan", "Photography", {"en": "copy"}, name="right") == []
    assert with_services("plann", name="slip") == [("SMM030", "services[0]")]
    (problem,) = problems(project(files(profile=profile, case_study=changed(CASE, services=["plann"])), "told"))
    assert (problem.is_error, problem.fix) == (False, "Did you mean plan?")


def test_without_ids_every_service_is_in_one_s_own_words(project):
    profile = changed(PROFILE, services=[{"name": "A plan", "description": "Three months."}])
    assert found(project(files(profile=profile, case_study=changed(CASE, services=["planning"])))) == []


def test_two_services_with_one_id_are_told_apart_by_nobody(project):
    twice = [{"id": "plan", "name": name, "description": "x"} for name in ("A", "B")]
    assert found(project(files(profile=changed(PROFILE, services=twice)))) == [("SMM031", "services[1].id")]
