"""People, editors, scripts and GitHub each see where a problem is and what to do about it."""

from __future__ import annotations

import json

import pytest

from smm_portfolio.problems import CODES, InternalError, Problem, Severity, UserError, errors_in, sort_problems
from smm_portfolio.problems.views import Format, clip, count_line, headline, show, width_of

WHERE = "cases/a.yml"


def problem(message: str = "it is wrong", **fields: object) -> Problem:
    return Problem(**{"code": "SMM010", "message": message, "fix": "Mend it.", **fields})


def test_a_terminal_shows_place_line_caret_and_way_out():
    text = show([problem(file=WHERE, line=12, column=3, path="goals[0].by", excerpt="  by: soon")])
    assert text.splitlines() == [
        "cases/a.yml:12:3 SMM010 goals[0].by: it is wrong",
        "   12 |   by: soon",
        "          ^",
        "      → Mend it.",
        "",
        "1 error",
    ]


def caret_points_at(excerpt: str, column: int) -> str:
    """The character that stands above the caret in a terminal."""
    line, caret = show([problem(file=WHERE, line=1, column=column, excerpt=excerpt)]).splitlines()[1:3]
    return next(one for place, one in enumerate(line) if width_of(line[:place]) >= caret.index("^"))


@pytest.mark.parametrize(
    "before",
    ["", "title: ", "\t\t", "nl: 标题 ", "🥖🥖: ", "e\u0301te\u0301: ", "x" * 300, "字" * 300, "🥖" * 97],
    ids=["start", "latin", "tabs", "chinese", "emoji", "combining", "long", "long and wide", "long emoji"],
)
@pytest.mark.parametrize("after", ["", " more", "y" * 300], ids=["end", "short", "long"])
def test_the_caret_stands_under_its_character(before, after):
    """A caret that is off sends people to the wrong word."""
    assert caret_points_at(f"{before}→{after}", len(before) + 1) == "→"


@pytest.mark.parametrize("length", [0, 99, 100, 101, 500])
@pytest.mark.parametrize("column", [0, 49, 50, 98, 99, 100, 499, 10_000])
def test_a_long_line_is_cut_to_a_window(length, column):
    window, caret = clip("x" * length, column)
    assert len(window) <= 100
    assert 0 <= caret <= len(window)


def test_a_cut_line_says_so_at_both_ends():
    window, _ = clip("x" * 500, 250)
    assert window == "…" + "x" * 98 + "…"


def test_nothing_in_a_file_commands_the_terminal():
    """A key can hold an escape sequence that clears the screen or colours what follows."""
    text = show([problem("'\x1b[2J' is odd", file=WHERE, line=1, column=1, excerpt='a: "\x1b]0;x\x07"', fix="\x1b[1m")])
    assert not {"\x1b", "\x07"} & set(text)


def test_without_a_line_only_the_file_is_named():
    assert headline(problem(file=WHERE)) == "cases/a.yml SMM010: it is wrong"
    assert headline(problem()) == "SMM010: it is wrong"
    assert "^" not in show([problem(file=WHERE, excerpt="x")])


def test_a_warning_calls_itself_one():
    one = problem(file=WHERE, line=1, column=2, severity=Severity.WARNING)
    assert headline(one) == "cases/a.yml:1:2 SMM010 warning: it is wrong"


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [(0, 0, "no problems"), (1, 0, "1 error"), (2, 1, "2 errors, 1 warning"), (0, 2, "2 warnings")],
)
def test_problems_are_counted(errors, warnings, words):
    found = [problem()] * errors + [problem(severity=Severity.WARNING)] * warnings
    assert count_line(found) == words


def test_no_problems_show_nothing():
    assert [show([], style) for style in Format] == ["", "[]", ""]


def test_scripts_get_every_field():
    one = problem("„é” 标", file=WHERE, line=1, column=2, path="a", severity=Severity.WARNING, excerpt="x")
    assert json.loads(show([one], Format.JSON)) == [
        {"file": WHERE, "line": 1, "column": 2, "code": "SMM010", "severity": "warning", "path": "a",
         "message": "„é” 标", "fix": "Mend it."}
    ]  # fmt: skip
    assert "标" in show([one], Format.JSON)


def test_github_shows_it_beside_the_line():
    one = problem(file="a,b:c.yml", line=3, column=5, path="goals[0]")
    assert show([one], Format.GITHUB) == (
        "::error file=a%2Cb%3Ac.yml,line=3,col=5,title=SMM010::goals[0]: it is wrong. Mend it."
    )


def test_github_cannot_be_given_a_second_command():
    """A line break in a message would start a new workflow command."""
    text = show([problem("100%\r\n::error::x", file=WHERE)], Format.GITHUB)
    assert text == "::error file=cases/a.yml,title=SMM010::100%25%0D%0A::error::x. Mend it."


def test_problems_come_in_the_order_of_the_files_and_once():
    a, b, c = problem(file="a", line=2), problem(file="a", line=10), problem(file="b", line=1)
    assert sort_problems([c, b, a, b, problem(file="a", line=2, excerpt="x")]) == [a, b, c]


def test_different_problems_in_one_place_all_stay():
    found = [problem("one", file="a"), problem("two", file="a"), problem("one", file="a", path="x")]
    assert len(sort_problems(found)) == 3


def test_warnings_stop_nothing():
    warning = problem(severity=Severity.WARNING)
    assert errors_in([problem(), warning]) == [problem()]


def test_an_error_carries_its_problems_also_into_another_process():
    """Languages are built in processes of their own; what goes wrong there must come back whole."""
    import pickle

    error = UserError([problem(file="b"), problem(file="a")])
    assert [one.file for one in pickle.loads(pickle.dumps(error)).problems] == ["a", "b"]


def test_a_code_that_is_not_explained_cannot_be_used():
    with pytest.raises(InternalError, match="SMM999"):
        problem(code="SMM999")
    assert all(code.id == key and code.title and code.why for key, code in CODES.items())
