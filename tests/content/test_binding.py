"""A wrong key or value is named with its place, its reason and what to type instead."""

from __future__ import annotations

import pytest

from smm_portfolio.content.annotations import model_at
from smm_portfolio.content.binding import bind
from smm_portfolio.content.kinds import KINDS
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.problems import Problem
from tests.content.entries import CASE, PLACES, ROLES, SOURCES, TASKS, changed, typed

MODELS = {kind.name: kind.model for kind in KINDS}


def bound(kind: str, data: object, languages: tuple[str, ...] = ("en",)) -> tuple[Model | None, list[Problem]]:
    document, problems = read_yaml(typed(data).encode(), "a.yml")
    assert problems == []
    return bind(document, MODELS[kind], languages)


def only(kind: str, data: object) -> Problem:
    entry, (problem,) = bound(kind, data)
    assert entry is None
    return problem


@pytest.mark.parametrize("kind", MODELS)
def test_a_sound_entry_has_no_problem(kind):
    entry, problems = bound(kind, PLACES[kind][1])
    assert problems == []
    assert isinstance(entry, MODELS[kind])


def sets_of_keys(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in an entry where a key can be typed."""
    if isinstance(data, list):
        return [found for position, one in enumerate(data) for found in sets_of_keys(one, (*path, position))]
    if not isinstance(data, dict):
        return []
    return [path, *(found for key, one in data.items() for found in sets_of_keys(one, (*path, key)))]


DEPTHS = [
    (kind, path)
    for kind, (_, entry) in PLACES.items()
    for path in sets_of_keys(entry)
    if path[-1:] not in (("sources",), ("values",))  # authors name these keys themselves
]


@pytest.mark.parametrize(("kind", "path"), DEPTHS, ids=lambda part: part if isinstance(part, str) else str(part))
def test_a_misspelt_key_is_found_at_every_depth_with_the_one_that_was_meant(kind, path):
    """Inside lists, inside sets whose keys authors choose, inside a source written in place."""
    owner = model_at(MODELS[kind], (*path, "inline") if path[-1:] == ("source",) else path)
    assert owner is not None
    real = max(owner.model_fields, key=len)
    slip = real[:-1] + "q"
    data = changed(PLACES[kind][1], **{"__".join(map(str, (*path, slip))): "x"})
    document, _ = read_yaml(typed(data).encode(), "a.yml")
    problems = [one for one in bind(document, MODELS[kind], ("en",))[1] if one.code == "SMM010"]
    assert [one.fix for one in problems] == [f"Did you mean {real}?"]
    assert document.lines[problems[0].line - 1][problems[0].column - 1 :].startswith(slip)


def test_a_key_like_nothing_else_gets_the_list_of_keys():
    assert only("sources", changed(SOURCES, **{"sources__cbs-2025__zzz": "x"})).fix == (
        "Known here: name, url, published, accessed, note."
    )


def test_a_key_named_after_a_field_is_still_a_name_of_the_author():
    """A source with the id `name` or a role with the id `text` is read like any other."""
    problem = only("sources", {"sources": {"name": {"name": "CBS", "zzz": "x"}}})
    assert (problem.path, problem.fix) == (
        "sources.name.zzz",
        "Known here: name, url, published, accessed, note.",
    )


def test_a_missing_field_says_what_goes_there():
    problem = only("case_study", changed(CASE, situation__date=...))
    assert (problem.code, problem.path) == ("SMM011", "situation.date")
    assert problem.fix == "Add date: The day that the starting figures were read."
    assert problem.excerpt == "situation:"


def test_a_missing_field_of_a_list_is_shown_at_the_entry_that_lacks_it():
    problem = only("onboarding_checklist", changed(TASKS, phases__0__tasks__0__done=...))
    assert (problem.path, problem.excerpt.strip()) == ("phases[0].tasks[0].done", "- id: laptop")


WRONG = {
    "a text for a list": ("platforms", "instagram", "SMM012", "must be a list"),
    "a text for keys": ("situation", "quiet", "SMM012", "text, lead, date"),
    "a list for a text": ("title", ["a"], "SMM012", "must be a text"),
    "a list for a name": ("tools", [["a"]], "SMM012", "not a text"),
    "an empty text": ("title", "", "SMM014", "empty"),
    "blanks for a text": ("title", "  \n ", "SMM014", "empty"),
    "nothing for a text": ("title", None, "SMM012", "must be a text"),
    "nothing for a list": ("platforms", None, "SMM012", "must be a list"),
    "a line that is too long": ("title", "x" * 401, "SMM014", "401 characters, more than 400"),
    "a text that is too long": ("audience", "x" * 40_001, "SMM014", "40,001 characters"),
    "a name that is too long": ("tools", ["x" * 201], "SMM014", "200 characters"),
    "an invisible character": ("title", "a\x00b", "SMM014", "U+0000"),
    "an escape in a longer text": ("audience", "a\x02b", "SMM014", "U+0002"),
    "a word that is no choice": ("kind", "klient", "SMM013", "Did you mean client?"),
    "nothing for a choice": ("kind", None, "SMM013", "an empty value is not one of the choices"),
    "an empty list": ("results", [], "SMM014", "at least 1 entry"),
    "yes for true": ("sample", "yes", "SMM012", "Write true or false"),
    "a decimal comma": ("goals__0__target", "4,5", "SMM012", "a point before decimals"),
    "a thousands sign": ("goals__0__target", "1_000", "SMM012", "no thousands separators"),
    "words for a number": ("goals__0__target", "ten", "SMM012", "'ten' is not a number"),
    "a list for a number": ("goals__0__target", ["10"], "SMM012", "this is not a number"),
    "a date the other way round": ("situation__date", "28-02-2026", "SMM015", "year-month-day"),
    "a day that is not there": ("situation__date", "2026-02-29", "SMM015", "not a date"),
    "a week": ("situation__date", "2026-W09-6", "SMM015", "not a date"),
    "a day without zeros": ("situation__date", "2026-2-8", "SMM015", "not a date"),
    "an id with blanks": ("slug", "My Case!", "SMM016", "my-case"),
    "an id with accents": ("slug", "Café Één", "SMM016", "cafe-een"),
    "an id that is too long": ("slug", "a" * 65, "SMM016", "not a usable id"),
    "an id in a list": ("slug", ["a"], "SMM012", "not an id"),
    "an unknown metric": ("results__0__metric", "conversion", "SMM040", "Did you mean conversions?"),
    "a language in full": ("title", {"nederlands": "x"}, "SMM017", "Use one of: en"),
    "a language in capitals": ("title", {"EN": "x"}, "SMM017", "not a language code"),
    "a code that is no language": ("title", {"xx": "x"}, "SMM017", "not a language code"),
    "no text in a language": ("title", {"en": None}, "SMM012", "'en' is missing"),
    "an empty text in a language": ("title", {"en": " "}, "SMM014", "empty"),
    "no language at all": ("title", {}, "SMM012", "must be a text"),
    "a period that is none": ("period", "spring", "SMM015", "2026-03-01..2026-05-31"),
    "a month that is none": ("period", "2026-13", "SMM015", "not a day or a month"),
    "half a period": ("period", "2026-03-01..", "SMM015", "not a day or a month"),
    "money in words": ("budget", "1200 euro", "SMM012", "EUR 1200"),
    "money of another place": ("budget", "XYZ 5", "SMM013", "not a currency"),
    "a link without scheme": ("links", [{"label": "x", "url": "example.com"}], "SMM022", "https://"),
    "a link that runs code": ("links", [{"label": "x", "url": "javascript:alert(1)"}], "SMM022", "https://"),
    "a file from elsewhere": ("picture", {"file": "https://x.nl/y.png", "alt": "x"}, "SMM021", "images/"),
    "a file above": ("picture", {"file": "../x.png", "alt": "x"}, "SMM023", "leaves the docs folder"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_explained(name):
    path, value, code, words = WRONG[name]
    problem = only("case_study", changed(CASE, **{path: value}))
    assert problem.code == code
    assert words in problem.message + problem.fix
    assert problem.path.startswith(path.replace("__0__", "[0].").replace("__", "."))
    assert len(problem.message) < 200


def test_a_wrong_key_of_the_author_is_shown_at_the_key():
    problem = only("role_comparison", changed(ROLES, dimensions__0__values={"Big Boss": {"text": "x"}}))
    assert (problem.code, problem.fix) == ("SMM016", "Write for example: big-boss")
    assert problem.excerpt[problem.column - 1 :].startswith("Big Boss")


def test_the_language_that_is_wrong_is_shown_not_the_whole_text():
    problem = only("case_study", changed(CASE, title={"en": "x", "dutch": "y"}))
    assert (problem.path, problem.excerpt.strip()) == ("title.dutch", "dutch: y")


def test_limits_are_said_in_words():
    row = {"year": "1066", "sample_size": "0"}
    data = changed(PLACES["salary_table"][1], **{f"rows__0__{key}": value for key, value in row.items()})
    _, problems = bound("salary_table", data)
    assert sorted(one.message for one in problems) == ["'0' must be at least 1", "'1066' must be at least 1990"]


def test_too_few_and_too_many_are_counted():
    one, three = ROLES["roles"][:1], [*ROLES["roles"], *ROLES["roles"], *ROLES["roles"]]
    assert "at least 2 entries" in only("role_comparison", changed(ROLES, roles=one)).message
    assert "more than 4 entries" in only("role_comparison", changed(ROLES, roles=three)).message


def test_a_pattern_is_explained_by_an_example_not_by_itself():
    data = changed(PLACES["campaign"][1], audiences__0__ages="young")
    assert only("campaign", data).fix == "Age range, for example 25-40."


def test_words_of_the_author_in_braces_are_shown_as_typed():
    assert "'{kind}'" in only("case_study", changed(CASE, kind="{kind}")).message
    assert "'{x}' is not a date" in only("case_study", changed(CASE, situation__date="{x}")).message
