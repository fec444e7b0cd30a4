"""Every message about a file points at the line and column that the author must look at."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.content.yaml_reader import DataPath, Document, dotted, read_yaml
from smm_portfolio.problems import Problem

WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\x7f\ufeff"), max_size=12)
KEYS = WORDS.filter(lambda text: text not in ("<<", "=") and len(text) < 100)
NESTED = st.recursive(
    WORDS, lambda inside: st.lists(inside, max_size=4) | st.dictionaries(KEYS, inside, max_size=4), max_leaves=20
)


def read(text: str) -> Document:
    document, problems = read_yaml(text.encode(), "a.yml")
    assert problems == []
    return document


def place(text: str, *path: str | int, **where: Any) -> tuple[int, int]:
    problem = read(text).place(Problem("SMM012", "", ""), path, **where)
    return problem.line, problem.column


def places(node: yaml.Node, path: DataPath = ()) -> dict[DataPath, tuple[int, int]]:
    """Where another reader (PyYAML's own, in Python) sees each value."""
    found = {path: (node.start_mark.line + 1, node.start_mark.column + 1)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found |= places(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            found |= places(value, (*path, position))
    return found


@given(st.dictionaries(KEYS, NESTED, min_size=1, max_size=4), st.booleans(), st.booleans())
def test_every_value_and_key_is_found_where_it_was_typed(data, flow, windows):
    """Whatever the nesting, quoting and line ends."""
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=flow or None, width=1000)
    document = read(text.replace("\n", "\r\n") if windows else text)
    assert document.data == data
    assert {path: (mark.line, mark.column) for path, mark in document.values.items()} == places(yaml.compose(text))
    for path, mark in document.keys.items():
        assert document.lines[mark.line - 1][mark.column - 1 :].startswith((str(path[-1]), "'", '"', "? "))


@pytest.mark.parametrize("prefix", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_a_mark_of_windows_editors_moves_nothing(prefix):
    assert place(f"{prefix}a: x\r\nb: y\r\n", "a") == (1, 4)
    assert place(f"{prefix}a: x\r\nb: y\r\n", "b") == (2, 4)


def test_columns_count_characters_as_editors_do():
    assert place("a: {b: 🥖é, c: x}\n", "a", "c") == (1, 15)


def test_a_separator_pasted_from_the_web_does_not_move_later_lines():
    assert place("a: one\u2028two\nb: x\n", "b") == (2, 4)
    assert read("a: one\u2028two\n").data == {"a": "one two"}


def test_a_value_that_the_model_unfolded_is_shown_at_what_was_typed():
    assert place("due: start - 7 days\n", "due", "anchor") == (1, 6)


def test_a_missing_value_is_shown_at_the_entry_that_lacks_it():
    assert place("rows:\n  - low: 1\n", "rows", 0, "typical") == (2, 5)


def test_the_key_is_shown_where_the_key_is_wrong():
    assert place("a:\n  titel: x\n", "a", "titel", key=True) == (2, 3)


def test_without_any_place_the_top_of_the_file_is_shown():
    assert place("# nothing\n", "a") == (1, 1)


def test_what_an_alias_repeats_is_shown_at_the_alias():
    """The alias is the place to change for this entry; the value itself may be right for others."""
    text = "a: &shared {low: x}\nb: *shared\n"
    assert place(text, "b", "low") == (2, 4)
    assert place(text, "a", "low") == (1, 18)


LITERAL = """\
text: |{indicator}

    first
      indented
    the `<b>` of <b>

    last
"""


@pytest.mark.parametrize("indicator", ["", "-", "+", "4", "2-"])
def test_a_part_of_a_literal_text_is_shown_in_its_own_line(indicator):
    text = LITERAL.format(indicator=indicator)
    lines = read(text).data["text"].strip("\n").splitlines()
    for offset, line in enumerate(lines, 1):
        if line.strip():
            found = place(text, "text", line_offset=offset, part=line.split()[0])
            assert found == (2 + offset, text.splitlines()[1 + offset].index(line.split()[0]) + 1)


def test_in_a_literal_text_the_line_is_kept_where_the_part_is_not_found():
    assert place("text: |\n  one\n  two\n", "text", line_offset=2, part="three") == (3, 3)


def test_a_part_of_a_folded_text_is_found_on_the_line_that_it_was_typed_on():
    text = "text: >\n\n  one\n  two <b>\n\n  three\nnext: <b>\n"
    assert place(text, "text", line_offset=1, part="<b>") == (4, 7)


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_part_of_a_text_over_several_lines_is_found_on_its_own(quote):
    text = f"text: {quote}one\n  two <b>\n  three{quote}\n"
    assert place(text, "text", line_offset=1, part="<b>") == (2, 7)


def test_a_part_that_folding_tore_apart_is_shown_at_the_start_of_its_text():
    text = "text: >\n  <b\n  c>\nnext: <b c>\n"
    assert place(text, "text", line_offset=1, part="<b c>") == (1, 7)


def test_the_place_in_one_line_is_exact():
    assert place("a: {nl: see <b>}\n", "a", "nl", line_offset=1, part="<b>") == (1, 13)


def test_paths_are_shown_as_programmers_and_others_read_them():
    assert dotted(("results", 2, "baseline", "value")) == "results[2].baseline.value"
    assert dotted(()) == ""
