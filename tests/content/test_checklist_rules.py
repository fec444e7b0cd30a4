"""What a self-assessment and the questions of a checklist rest on: targets, lessons and answers that are there."""

from __future__ import annotations

import pytest

from smm_portfolio.content.condition_words import answers_of, condition_words
from smm_portfolio.content.kinds.checklist import OnboardingChecklist
from smm_portfolio.content.labels import labels
from tests.content.entries import PLACES, SKILLS, TASK, TASKS, changed, found, problems, typed

QUESTION = {"field": "role", "name": "What do you do?", "choices": [{"values": ["ads", "Paid"], "name": "advertisers"}]}
ASKING = changed(TASKS, phases__0__tasks=[TASK | {"when": 'role == "ads"'}], questions=[QUESTION])


def files(kind: str, entry: dict[str, object]) -> dict[str, str]:
    return {"smm.yml": "languages: [en]\n", PLACES[kind][0]: typed(entry)}


def target(**values: object) -> dict[str, object]:
    return changed(SKILLS, targets=[{"id": "junior", "name": "Junior", **values}])


def lesson(**values: object) -> dict[str, object]:
    return changed(SKILLS, groups__0__items__0__learn=[{"text": "Read it", **values}])


GOOD = {
    "a target for all skills": target(level="sure"),
    "a target for one skill": target(levels={"caption": "sure"}),
    "a target that asks for nothing yet": target(),
    "an exercise in words": lesson(),
    "a page of the site": lesson(page="course/captions.md"),
    "a page elsewhere": lesson(link="https://example.com/captions"),
}
BAD = {
    "a level off the ladder": (target(level="expert"), "SMM030", "targets[0].level"),
    "a level of a skill off the ladder": (target(levels={"caption": "expert"}), "SMM030", "targets[0].levels.caption"),
    "a skill that is not there": (target(levels={"captoin": "sure"}), "SMM030", "targets[0].levels.captoin"),
    "a page that is not there": (lesson(page="course/other.md"), "SMM024", "groups[0].items[0].learn[0].page"),
    "a file that is no page": (lesson(page="course/captions.png"), "SMM012", "groups[0].items[0].learn[0].page"),
    "a page outside the docs": (lesson(page="../secret.md"), "SMM023", "groups[0].items[0].learn[0].page"),
    "a lesson in two places": (
        lesson(page="course/captions.md", link="https://example.com"), "SMM018", "groups[0].items[0].learn[0]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_targets_and_lessons_that_lead_somewhere(name, project):
    assert found(project({**files("skill_checklist", GOOD[name]), "site_src/course/captions.md": "# Captions\n"})) == []


@pytest.mark.parametrize("name", BAD)
def test_targets_and_lessons_that_lead_nowhere(name, project):
    """A learner would follow a link to nothing, or be measured against a level that does not exist."""
    entry, code, path = BAD[name]
    root = project({**files("skill_checklist", entry), "site_src/course/captions.md": "# Captions\n"})
    assert found(root) == [(code, path)]


def test_a_slip_in_a_skill_gets_the_word_that_was_meant(project):
    (problem,) = problems(project(files("skill_checklist", BAD["a skill that is not there"][0])))
    assert problem.fix == "Did you mean caption?"


def test_two_targets_with_one_id(project):
    twice = changed(SKILLS, targets=[{"id": "junior", "name": "Junior"}] * 2)
    assert found(project(files("skill_checklist", twice))) == [("SMM031", "targets[1].id")]


def test_a_question_with_an_answer_for_every_value(project):
    assert found(project(files("onboarding_checklist", ASKING))) == []


def test_a_question_that_no_condition_asks(project):
    entry = changed(ASKING, questions__0__field="roll")
    assert found(project(files("onboarding_checklist", entry))) == [("SMM030", "questions[0].field")]


def test_a_value_without_an_answer(project):
    """Nobody could say on the page that the task is for them."""
    entry = changed(ASKING, questions__0__choices__0__values=["paid"])
    (problem,) = problems(project(files("onboarding_checklist", entry)))
    assert (problem.code, problem.path) == ("SMM030", "questions[0].choices")
    assert "'ads'" in problem.message


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ('role == "ADS"', "only for: advertisers"),
        ('role in ["ads", "paid"]', "only for: advertisers"),
        ('role != "ads" and region == "NL"', "only for: not advertisers and region NL"),
        ('role in ["ads", "editor"]', "only for: role ads or editor"),
    ],
)
def test_a_condition_is_said_in_the_words_of_the_checklist(condition, words):
    entry = changed(ASKING, phases__0__tasks__0__when=condition)
    checklist = OnboardingChecklist.model_validate(entry, context={"languages": ("en",)})
    ((_, task),) = checklist.tasks()
    assert task.when is not None
    assert condition_words(task.when, labels("en")["people"], answers_of(checklist, "en")) == words
