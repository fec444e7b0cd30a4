"""Conditions: a task meant for some people is printed for them, and a slip of the pen is shown where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from smm_portfolio.content.condition_words import condition_words
from smm_portfolio.content.kinds.checklist import OnboardingChecklist
from smm_portfolio.content.labels import labels
from smm_portfolio.content.values.condition import MAX_DEPTH, BadConditionError, parse

FIELDS = ("role", "region", "level")
VALUES = ("ads", "NL", "junior", "")
people = st.fixed_dictionaries({name: st.sampled_from(VALUES) for name in FIELDS})
comparisons = st.builds(
    lambda name, sign, value: (f"{name} {sign} '{value}'", lambda who: (who[name] == value) is (sign == "==")),
    st.sampled_from(FIELDS),
    st.sampled_from(["==", "!="]),
    st.sampled_from(VALUES),
)
lists = st.builds(
    lambda name, sign, values: (
        f"{name} {sign} [{', '.join(map(repr, values))}]",
        lambda who: (who[name] in values) is (sign == "in"),
    ),
    st.sampled_from(FIELDS),
    st.sampled_from(["in", "not in"]),
    st.lists(st.sampled_from(VALUES), min_size=1, max_size=3),
)
conditions = st.recursive(
    comparisons | lists,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: (f"({p[0][0]}) and ({p[1][0]})", lambda w: p[0][1](w) and p[1][1](w))),
        st.tuples(inner, inner).map(lambda p: (f"({p[0][0]}) or ({p[1][0]})", lambda w: p[0][1](w) or p[1][1](w))),
        inner.map(lambda p: (f"not ({p[0]})", lambda w: not p[1](w))),
    ),
    max_leaves=6,
)


@given(conditions, people)
def test_a_condition_means_what_it_says(condition, who):
    text, expected = condition
    if len(text) <= 400:
        assert parse(text).holds(who) is expected(who)


@given(people)
def test_and_binds_closer_than_or_and_not_closest(who):
    loose = 'role == "ads" or region == "NL" and not level == "junior"'
    strict = '(role == "ads") or ((region == "NL") and (not (level == "junior")))'
    assert parse(loose).tree == parse(strict).tree
    assert parse(loose).holds(who) is parse(strict).holds(who)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_with_a_place(text):
    position = 1
    try:
        parse(text)
    except BadConditionError as error:
        position = error.position
    assert 1 <= position <= len(text) + 1


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ('role = "ads"', 6, "in was expected, not ="),
        ("role == ads", 9, "text in quotes"),
        ('role == "ads" region == "NL"', 15, "'and', 'or'"),
        ('region in ["NL" "BE"]', 17, "comma"),
        ("", 1, "name of a column"),
        ('(role == "ads"', 15, "closing parenthesis"),
        ('and == "x"', 1, "name of a column"),
        ("__import__('os').system('x')", 11, "in was expected"),
    ],
)
def test_a_mistake_is_shown_at_its_character(text, position, word):
    with pytest.raises(BadConditionError, match=word) as found:
        parse(text)
    assert found.value.position == position


def test_depth_is_limited():
    parse("not " * (MAX_DEPTH - 1) + 'role == "x"')
    with pytest.raises(BadConditionError, match="deeply"):
        parse("not " * MAX_DEPTH + 'role == "x"')


def test_case_and_outer_spaces_do_not_matter():
    assert parse('role == "Ads"').holds({"role": " ADS "})
    assert not parse('role == "ads"').holds({})


def test_fields_and_values_are_known_to_the_preflight():
    condition = parse('role == "ads" or not region in ["NL", "BE"]')
    assert condition.fields == {"role", "region"}
    assert condition.values_of("region") == {"NL", "BE"}


def checklist(first: str, second: str) -> OnboardingChecklist:
    def task(name: str, due: str, when: str) -> dict[str, str]:
        given = {"id": name, "title": name, "done": "Done.", "owner": "hire", "due": due, "category": "work"}
        return given | ({"when": when} if when else {})

    tasks = [task("one", "start", first), task("two", "one + 1 day", second)]
    phases = [{"id": "p", "name": "P", "tasks": tasks}]
    return OnboardingChecklist.model_validate({"type": "onboarding", "title": "T", "summary": "S", "phases": phases})


def test_a_date_may_not_count_from_a_task_that_not_everybody_has():
    ads = 'role == "ads"'
    assert [broken.code for broken in checklist(ads, "").rules()] == ["SMM018"]
    assert list(checklist(ads, ads).rules()) == []
    assert list(checklist("", ads).rules()) == []


def test_a_bad_condition_is_a_problem_of_the_checklist():
    with pytest.raises(ValidationError, match="character 6"):
        checklist("role = 'ads'", "")


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ('role == "maker"', "alleen voor: rol maker"),
        ('role in ["a", "b"] and not region == "NL"', "alleen voor: rol a of b en niet regio NL"),
        (
            'role == "a" and (region == "NL" or shirt_size != "M")',
            "alleen voor: rol a en (regio NL of niet shirt size M)",
        ),
    ],
)
def test_on_paper_for_everybody_a_condition_stands_in_words(text, dutch):
    assert condition_words(parse(text), labels("nl")["people"]) == dutch
