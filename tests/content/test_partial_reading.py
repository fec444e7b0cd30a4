"""One fault hides no other and makes up none: everything is reported in one run, and only what is so."""

from __future__ import annotations

import copy
import itertools
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from smm_portfolio.content.kinds import KINDS
from smm_portfolio.content.loader import content_files
from smm_portfolio.content.values.base import UNKNOWN, Model, UnknownValueError
from tests.content.entries import (
    CAMPAIGN,
    CASE,
    GUIDE,
    PLACES,
    ROLES,
    SALARIES,
    SKILLS,
    TASK,
    TASKS,
    changed,
    found,
    typed,
)

SETTINGS = {"smm.yml": "languages: [en]\n"}
ROOT = Path(__file__).parents[2]

FAULTS: dict[str, list[dict[str, Any]]] = {
    "case_study": [
        {"title": None},
        {"zzz": "x"},
        {"summary": ...},
        {"kind": "klant"},
        {"period": "2026-05..2026-03"},
        {"situation__text": "see <b>this</b>"},
        {"situation__date": "soon"},
        {"goals__0__metric": "reach"},
        {"goals__0__target": "many"},
        {"approach__0__why": "![x](//example.com/x.png)"},
        {"picture": {"file": "images/none.png", "alt": "x"}},
        {"results__0__baseline": {"numerator": "1"}},
        {"platforms": ["myspace"]},
    ],
    "skill_checklist": [
        {"levels__0__id": "Basic level"},
        {"levels__1": "sure"},
        {"groups__0__items__0__evidence": ["nothing"]},
        {"groups__0__items__0__sources": ["nobody"]},
        {"groups__0__items__0__name": ...},
        {"groups__0__intro": "[x](javascript:y)"},
    ],
    "onboarding_checklist": [
        {"phases__0__tasks__0__owner": "boss"},
        {"phases__0__tasks__0__link": "intranet"},
        {"phases__0__tasks__0__sources": ["nobody"]},
        {"phases__0__intro": "<b>x</b>"},
        {"signoff": {"statement": "x", "signatories": []}},
    ],
    "role_comparison": [
        {"roles__0__focus": ...},
        {"roles__1__tasks": []},
        {"roles__0__description": "<i>x</i>"},
        {"dimensions__0__values__manager__weight": "9"},
        {"dimensions__0__values__boss": {"text": "x"}},
        {"decisions": [{"situation": "x", "roles": ["trainee"]}]},
        {"fits": [{"who": "x", "role": "trainee"}]},
        {"sources": ["nobody"]},
    ],
    "salary_table": [
        {"rows__0__low": "50000"},
        {"rows__0__currency": "EURO"},
        {"rows__0__period": "jaar"},
        {"rows__0__year": "old"},
        {"rows__0__source": {"name": "x", "ulr": "y"}},
        {"rows__0__note": {"en": None}},
        {"intro": "<b>x</b>"},
    ],
    "guide": [
        {"date": "today"},
        {"paper": "A5"},
        {"web": "example.com"},
        {"sections__0__title": ...},
        {"sections__0__checklist": "none"},
        {"sections__0__text": "<b>x</b>"},
        {"sections__0__sources": "yes"},
    ],
    "campaign": [
        {"brand__real": "true"},
        {"brief__insight": "<b>x</b>"},
        {"brief__objectives__0__target": "much"},
        {"posts__0__date": "2027-01-01"},
        {"posts__0__time": "9:30"},
        {"posts__0__pillar": "weather"},
        {"posts__0__picture": {"file": "../x.png", "alt": "x"}},
        {"art__motif": "hat"},
        {"budget": "much"},
    ],
    "profile": [
        {"email": "mila"},
        {"strongest": "nothing"},
        {"selected": ["none", "nothing"]},
        {"about": "<b>x</b>"},
        {"languages": [{"language": "en", "level": "good"}]},
        {"headline": ...},
    ],
    "sources": [
        {"sources__cbs-2025__url": "cbs.nl"},
        {"sources__cbs-2025__accessed": "soon"},
        {"sources__cbs-2025__name": ...},
        {"sources__cbs-2025__note": {"en": ""}},
    ],
}
"""Faults of each kind that have nothing to do with each other."""


def project_with(project, kind: str, entry: dict[str, Any], name: str) -> list[tuple[str, str]]:
    return found(project({**SETTINGS, PLACES[kind][0]: typed(entry)}, name))


@pytest.mark.parametrize("kind", FAULTS)
def test_two_faults_are_both_reported_and_nothing_else(kind, project):
    """Any two faults of an entry are exactly those that each of them has alone."""
    alone = [
        project_with(project, kind, changed(PLACES[kind][1], **fault), f"alone-{n}")
        for n, fault in enumerate(FAULTS[kind])
    ]
    assert all(alone), [fault for fault, one in zip(FAULTS[kind], alone, strict=True) if not one]
    for one, other in itertools.combinations(range(len(alone)), 2):
        both = changed(PLACES[kind][1], **FAULTS[kind][one], **FAULTS[kind][other])
        together = project_with(project, kind, both, f"both-{one}-{other}")
        assert set(together) == {*alone[one], *alone[other]}, (FAULTS[kind][one], FAULTS[kind][other])


@pytest.mark.parametrize("kind", FAULTS)
def test_all_faults_at_once_are_all_reported(kind, project):
    alone: set[tuple[str, str]] = set()
    everything = PLACES[kind][1]
    for n, fault in enumerate(FAULTS[kind]):
        alone |= set(project_with(project, kind, changed(PLACES[kind][1], **fault), f"alone-{n}"))
        everything = changed(everything, **fault)
    assert set(project_with(project, kind, everything, "all")) == alone


def tasks(*changes: dict[str, Any]) -> dict[str, Any]:
    return changed(
        TASKS, phases__0__tasks=[changed(TASK, **{"id": f"t{n}", **change}) for n, change in enumerate(changes)]
    )


def test_ids_given_twice_are_found_beside_an_id_that_cannot_be_read(project):
    entry = tasks({"id": "Not an id"}, {"id": "a"}, {"id": "a"})
    assert project_with(project, "onboarding_checklist", entry, "p") == [
        ("SMM016", "phases[0].tasks[0].id"),
        ("SMM031", "phases[0].tasks[2].id"),
    ]


def test_tasks_that_wait_for_each_other_are_found_beside_a_due_date_that_cannot_be_read(project):
    entry = tasks({"due": "next week!"}, {"depends_on": ["t2"]}, {"depends_on": ["t1"]})
    assert project_with(project, "onboarding_checklist", entry, "p") == [
        ("SMM019", "phases[0].tasks[0].due"),
        ("SMM032", "phases[0].tasks[2].depends_on[0]"),
    ]


def test_a_task_whose_name_cannot_be_read_may_be_the_one_that_is_meant(project):
    entry = tasks({"id": "Laptop"}, {"depends_on": ["laptop"]}, {"due": "laptop + 1 day"})
    assert project_with(project, "onboarding_checklist", entry, "p") == [("SMM016", "phases[0].tasks[0].id")]


def test_posts_outside_the_campaign_are_found_beside_a_date_that_cannot_be_read(project):
    post = CAMPAIGN["posts"][0]
    posts = [changed(post, id="a", date="soon"), changed(post, id="b", date="2027-01-01")]
    assert project_with(project, "campaign", changed(CAMPAIGN, posts=posts), "p") == [
        ("SMM015", "posts[0].date"),
        ("SMM018", "posts[1].date"),
    ]


def test_a_list_is_not_too_short_because_its_entries_have_faults(project):
    entry = changed(ROLES, roles__0__name=..., roles__1__name=...)
    assert project_with(project, "role_comparison", entry, "p") == [
        ("SMM011", "roles[0].name"),
        ("SMM011", "roles[1].name"),
    ]


def test_a_level_that_cannot_be_read_may_be_the_one_that_is_meant(project):
    entry = changed(SKILLS, levels__0__id="Basic!")
    assert project_with(project, "skill_checklist", entry, "p") == [("SMM016", "levels[0].id")]


def test_a_source_that_has_a_fault_is_still_there(project):
    files = {
        "site_src/sources.yml": "sources:\n  cbs-2025: {name: CBS, url: cbs.nl}\n",
        "site_src/salaries/pay.yml": typed(changed(SALARIES, rows__0__source="cbs-2025")),
    }
    assert found(project({**SETTINGS, **files})) == [("SMM022", "sources.cbs-2025.url")]


BROKEN = "title: Results: the story\n"


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("onboarding_checklist", {"signoff": "tasks"}),
        ("skill_checklist", {"checklist": "skills"}),
        ("role_comparison", {"role": {"comparison": "roles", "role": "manager"}}),
        ("salary_table", {"salary_table": "pay"}),
    ],
)
def test_a_file_read_half_is_still_there_and_lacks_nothing(kind, part, project):
    """One slip in YAML would otherwise come with a missing-field for everything below it and broken links elsewhere."""
    guide = typed(changed(GUIDE, sections__0={"title": "x", **part}))
    root = project({**SETTINGS, PLACES["guide"][0]: guide, PLACES[kind][0]: BROKEN + typed(PLACES[kind][1])})
    assert found(root) == [("SMM002", "")]


def test_names_below_a_slip_are_known(project):
    files = {
        "site_src/sources.yml": "sources:\n  a: {name: Results: x}\n  cbs-2025:\n    name: CBS\n",
        "site_src/salaries/pay.yml": typed(changed(SALARIES, rows__0__source="cbs-2025")),
        "site_src/cases/case.yml": f"title: Results: x\nslug: elsewhere\n{typed(CASE)}",
        "site_src/profile.yml": typed(changed(PLACES["profile"][1], strongest="elsewhere")),
    }
    assert found(project({**SETTINGS, **files})) == [("SMM002", ""), ("SMM002", "")]


def test_settings_read_half_still_give_their_languages(project):
    files = {
        "smm.yml": "languages: [nl]\nname: Results: x\n",
        PLACES["case_study"][0]: typed(changed(CASE, title={"nl": "x"})),
    }
    assert found(project(files)) == [("SMM002", "")]


def test_a_fault_in_the_settings_hides_nothing_in_the_content(project):
    files = {
        "smm.yml": "languages: [nl, klingon]\nlook: 3D!\n",
        PLACES["case_study"][0]: typed(changed(CASE, kind="x")),
    }
    assert found(project(files)) == [("SMM013", "kind"), ("SMM017", "languages[1]"), ("SMM016", "look")]


def test_whatever_a_rule_does_with_an_unknown_value_ends_the_rule():
    uses = (bool, len, iter, str, hash, abs, int, float, range, lambda one: one.x, lambda one: one + 1,
            lambda one: 1 + one, lambda one: one * 2, lambda one: [1] * one, lambda one: one < 1, lambda one: one >= 1,
            lambda one: one == 1, lambda one: one in [1, 2], lambda one: f"{one}", lambda one: one[0],
            lambda one: one(), lambda one: -one, lambda one: one / 2)  # fmt: skip
    for use in uses:
        with pytest.raises(UnknownValueError):
            use(UNKNOWN)


def test_a_rule_with_a_fault_of_its_own_is_not_hidden():
    """Only what an unreadable value does to a rule is passed over; a mistake of ours must be seen."""

    class Faulty(Model):
        name: Any

        def rule_joins(self) -> Any:
            yield ", ".join([self.name])

    assert list(Faulty.model_construct(name=UNKNOWN).rules()) == []
    with pytest.raises(TypeError):
        list(Faulty(name=3).rules())


JUNK: list[Any] = [
    None, "", " ", "x", "index", "-1", "99999999999999999999", "1e9", "true", "no", "2026-02-30", "..", "2026-03..x",
    "EUR x", "start", "start - 9999 months", "a" * 5000, "é☃", [], {}, [[]], [None], {"nl": None}, {"xx": "y"},
    ["x", "x"],
    {"id": "x"}, {"value": "x"}, "../x", "images/" + "a" * 280, "https://x.y/z", "none", "mock", "{x}", "<b>", {"": ""},
    [{}], [{"id": "a"}, {"id": "a"}], {"start": "2026-01-01", "end": "x"}, {"anchor": "start", "offset": "x"}, "nl",
    {"inline": "x"}, {"numerator": "x", "denominator": "0"},
]  # fmt: skip


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for key, one in inside for found in [(*path, key), *places(one, (*path, key))]]


@pytest.mark.parametrize(
    "path", [ROOT / "smm.yml", *content_files(ROOT, ROOT / "site_src")], ids=lambda path: path.name
)
def test_nothing_that_can_be_typed_ends_in_a_traceback(path, project):
    """Junk in any place of a real file; some 4,000 further rounds of this were run by hand."""
    name = path.relative_to(ROOT).as_posix()
    chance = random.Random(name)
    sound = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    root = project(SETTINGS)
    for _ in range(25):
        data = copy.deepcopy(sound)
        for place in chance.sample(places(data), 2):
            inside = data
            try:
                for step in place[:-1]:
                    inside = inside[step]
                inside[place[-1]] = chance.choice(JUNK)
            except (TypeError, KeyError, IndexError):
                continue  # the first junk took the place of the second
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(typed(data), encoding="utf-8")
        found(root)


def test_every_kind_is_among_the_faults():
    assert set(FAULTS) == {kind.name for kind in KINDS}
