"""What authors type stays what they typed, and what could harm them is refused with a way out."""

from __future__ import annotations

import pytest

from smm_portfolio.content import yaml_reader
from smm_portfolio.content.yaml_reader import MAX_ALIASES, MAX_BYTES, MAX_DEPTH, read_yaml
from smm_portfolio.problems import Problem


def read(text: str | bytes) -> tuple[object, list[Problem]]:
    document, problems = read_yaml(text.encode() if isinstance(text, str) else text, "a.yml")
    return document.data, problems


def only(text: str | bytes) -> Problem:
    _, (problem,) = read(text)
    return problem


def found(text: str | bytes) -> tuple[str, int, int]:
    problem = only(text)
    return problem.code, problem.line, problem.column


@pytest.mark.parametrize(
    "typed",
    [
        "no", "on", "off", "yes", "True", "12:30", "2026-01", "2026-01-31", "1_000", "0o7", "0x1f", "007", ".5",
        "1e3", "=", "nan", "N", "1,5", "3.10", "~/x",
    ],
)  # fmt: skip
def test_a_word_is_not_turned_into_something_else(typed):
    """YAML 1.1 would publish False for the Norwegian `no`, 750 for 12:30 and 3.1 for version 3.10."""
    assert read(f"a: {typed}") == ({"a": typed}, [])


@pytest.mark.parametrize("typed", ["", " ~", " null", " Null", " NULL", " # nothing yet"])
def test_an_empty_value_is_no_text(typed):
    """A key without a value is a key left out, not a page with a tilde on it."""
    assert read(f"a:{typed}\nb:\n  -{typed}\n  - x\n") == ({"a": None, "b": [None, "x"]}, [])


@pytest.mark.parametrize("typed", ['"~"', "'null'", '""', "'no'", "|-\n  ~"])
def test_a_quoted_word_stays_a_text(typed):
    data, problems = read(f"a: {typed}")
    assert problems == []
    assert isinstance(data, dict)
    assert data["a"] in {"~", "null", "", "no"}


def test_a_key_given_twice_is_an_error_and_the_first_stays():
    """Standard YAML readers silently keep the last one."""
    data, (problem,) = read("a: 1\nb: 2\na: 3\n")
    assert data == {"a": "1", "b": "2"}
    assert (problem.code, problem.line, problem.column, problem.path) == ("SMM003", 3, 1, "a")
    assert "line 1" in problem.message


def test_keys_given_twice_are_found_inside_what_is_itself_given_twice():
    data, problems = read("a: {x: 1}\na:\n  y: 1\n  y: 2\n  x: 3\n")
    assert data == {"a": {"x": "1"}}
    assert [(p.line, p.path) for p in problems] == [(2, "a"), (4, "a.y")]


def test_places_are_those_of_the_value_that_is_kept():
    document, _ = read_yaml(b"a: {x: 1}\na:\n  x: 2\nb: [1]\nb: [2, 3]\n", "a.yml")
    assert document.keys[("a", "x")].line == 1
    assert document.values[("a", "x")].line == 1
    assert ("b", 1) not in document.values


@pytest.mark.parametrize(
    "text", ["a: !!python/name:os.system x", "a: !!int 3", "a: !x {b: c}", "!!set {a}", "!y a: b", "- !x [a]"]
)
def test_tags_are_refused_and_never_run(text):
    assert only(text).code == "SMM005"


def test_the_tags_that_say_nothing_are_allowed():
    assert read("a: !!str 3\nb: !!map {c: !!seq [d]}\ne: ! f") == ({"a": "3", "b": {"c": ["d"]}, "e": "f"}, [])


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: 1\n...\n---\nb: 2\n"])
def test_a_second_document_is_not_silently_lost(text):
    assert only(text).code == "SMM005"


def test_one_document_may_have_its_marks():
    assert read("%YAML 1.1\n---\na: 1\n...\n") == ({"a": "1"}, [])


def test_an_alias_repeats_a_value():
    assert read("a: &x [1]\nb: *x\n") == ({"a": ["1"], "b": ["1"]}, [])


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: &x [*x]", (1, 8)), ("a: *x", (1, 4)), ("a: &x 1\n*x : 2", (2, 1)), ("a: &x {b: *x}", (1, 11))],
)
def test_an_alias_that_cannot_be_followed_is_an_error_at_its_place(text, place):
    assert found(text) == ("SMM005", *place)


def test_merge_keys_are_refused_by_name():
    """They would otherwise be 'an unknown key <<', which helps nobody."""
    data, (problem,) = read("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n")
    assert data == {"a": {"b": "1"}, "c": {"d": "2"}}
    assert (problem.code, problem.line, problem.column) == ("SMM005", 3, 3)
    assert "<<" in problem.message


@pytest.mark.parametrize("text", ["? [a, b]\n: c", "? {a: b}\n: c", "{[a]: b}"])
def test_keys_are_words(text):
    assert only(text).code == "SMM005"


def test_a_bomb_of_aliases_is_refused_before_it_unfolds():
    """Nine levels of nine would be 400 million values: the machine would be lost."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert only("\n".join(lines)).code == "SMM004"


def test_many_aliases_are_refused():
    assert read("a: &x 1\nb: [" + "*x, " * MAX_ALIASES + "]")[1] == []
    assert only("a: &x 1\nb: [" + "*x, " * (MAX_ALIASES + 1) + "]").code == "SMM004"


def test_values_are_counted(monkeypatch):
    monkeypatch.setattr(yaml_reader, "MAX_NODES", 10)
    assert read("[" + "x, " * 9 + "]")[1] == []
    assert only("[" + "x, " * 10 + "]").code == "SMM004"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "], ids=["list", "set", "dashes", "keys"])
def test_depth_is_limited(opening):
    closing = {"[": "]", "{a: ": "}"}.get(opening, "")
    assert read("x:\n " + opening * (MAX_DEPTH - 1) + "y" + closing * (MAX_DEPTH - 1))[1] == [] or opening == "? "
    assert only("x:\n " + opening * 50_000).code in {"SMM004", "SMM005"}


def test_size_is_limited():
    assert only(b"a: " + b"x" * MAX_BYTES).code == "SMM004"
    assert read(b"a: " + b"x" * (MAX_BYTES - 3))[1] == []


@pytest.mark.parametrize(
    ("raw", "line"), [(b"a: 1\nb: caf\xe9\n", 2), ("a: é".encode("utf-16"), 1), (b"\xff", 1)]
)  # fmt: skip
def test_another_encoding_is_named_with_its_line(raw, line):
    assert found(raw) == ("SMM001", line, 1)


@pytest.mark.parametrize(
    "character", ["\0", "\x01", "\x0b", "\x0c", "\x1b", "\x1c", "\x7f", "\x80", "\ufeff", "\ufffe"]
)
def test_an_invisible_character_is_shown_where_it_stands(character):
    assert found(f"a: 1\nb: x{character}y\n") == ("SMM002", 2, 5)
    assert f"U+{ord(character):04X}" in only(f"b: {character}").message


MISTAKES = {
    "tab as indentation": ("a:\n\tb: 1", (2, 1), "tab"),
    "tab in a block": ("a: |\n\tb", (2, 1), "tab"),
    "colon in a text": ("title: Results: the story", (1, 15), "quotes"),
    "indented too far": ("a: 1\n  b: 2", (2, 4), "indent"),
    "list not closed": ("a: 1\ntags: [x, y\nb: 2\n", (2, 7), "]"),
    "set not closed": ("a: {nl: x, en: y\nb: 2\n", (1, 4), "}"),
    "quote not closed": ('a: 1\nb: "x\nc: 2\n', (2, 4), "quote"),
    "no colon": ("a: 1\nb\nc: 2\n", (2, 1), "key: value"),
    "at sign": ("handle: @noor", (1, 9), "quotes"),
    "percent": ("a: %5", (1, 4), "quotes"),
    "backtick": ("a: `x`", (1, 4), "quotes"),
    "star": ("a: *bold* text", (1, 4), "quotes"),
    "quotes inside quotes": ("a: 'it's'", (1, 8), "it's"),
    "text after a quote": ("a:\n  - 'x' y", (2, 9), "quotes"),
    "dash on the key's line": ("a: - b", (1, 4), "line of its own"),
    "text after the end": ("a: 1\n...\nb: 2", (3, 1), "dots"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_slip_in_yaml_is_explained_at_the_place_to_mend(name):
    """The words of libyaml ("did not find expected key") help nobody, and often stand lines below the slip."""
    text, place, way_out = MISTAKES[name]
    assert found(text) == ("SMM002", *place)
    assert way_out in only(text).message + only(text).fix
    assert only(text).excerpt == text.splitlines()[place[0] - 1]


@pytest.mark.parametrize("text", ["a: 1\nb: [", "a: 1\n---\nb: 2", "a: 1\nb: *x\nc: 3"])
def test_a_file_read_half_says_so(text):
    """Otherwise everything below the slip would be reported as missing."""
    document, _ = read_yaml(text.encode(), "a.yml")
    assert not document.complete


@pytest.mark.parametrize("text", ["", "a: 1", "a: 1\na: 2", "a: !x 1", "[a]"])
def test_a_file_read_to_its_end_says_so(text):
    document, _ = read_yaml(text.encode(), "a.yml")
    assert document.complete
