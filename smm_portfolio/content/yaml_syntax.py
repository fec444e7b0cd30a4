"""What libyaml complains about, in words that say what to type instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from smm_portfolio.problems import Problem

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_QUOTES = 'Put quotes round the text: "…".'


@dataclass(frozen=True, slots=True)
class _Saying:
    """Our words for one complaint; ``opening`` means that the place to mend is where the construct begins."""

    complaint: str
    message: str
    fix: str
    opening: bool = False


_SAYINGS = (
    _Saying("found a tab character", "a tab stands where spaces are needed", "Replace the tab by spaces."),
    _Saying(
        "mapping values are not allowed",
        "a second colon with a space after it, or a line that is indented too far",
        'Put quotes round the text, as in title: "One: two", or indent the line like the one above it.',
    ),
    _Saying(
        "did not find expected ',' or ']'",
        "the list that starts here has no end, or a text in it needs quotes",
        "Close it with ], and put quotes round texts that hold a comma, a colon or a bracket.",
        opening=True,
    ),
    _Saying(
        "did not find expected ',' or '}'",
        "the set of keys that starts here has no end, or a text in it needs quotes",
        "Close it with }, and put quotes round texts that hold a comma, a colon or a brace.",
        opening=True,
    ),
    _Saying(
        "found unexpected end of stream",
        "the quote that is opened here is not closed",
        "Add the closing quote.",
        opening=True,
    ),
    _Saying(
        "could not find expected ':'",
        "this line has no colon after its key",
        "Write key: value, or indent the line so that it belongs to the text above it.",
        opening=True,
    ),
    _Saying(
        "did not find expected alphabetic or numeric character",
        "a text cannot start with * or &, which mean something else in YAML",
        _QUOTES,
        opening=True,
    ),
    _Saying(
        "did not find expected key",
        "this does not go with what stands above it",
        "Indent it like the keys above it; after a closing quote nothing may follow, so put a text that holds quotes "
        'between the other kind: "it\'s".',
    ),
    _Saying(
        "did not find expected '-' indicator",
        "this does not go with the list above it",
        "Start the line with a hyphen, or indent it as part of the entry above; put quotes round the whole text, not a "
        "part of it.",
    ),
    _Saying(
        "block sequence entries are not allowed",
        "a list cannot start on the line of its key",
        "Put each entry on a line of its own below the key, or put quotes round a text that starts with a hyphen.",
    ),
    _Saying(
        "did not find expected <document start>",
        "the file goes on after its end",
        "Remove the line with three dots.",
    ),
)


def syntax_problem(error: yaml.MarkedYAMLError, lines: list[str], file: str) -> Problem:
    """A complaint of libyaml as a problem at the place where it is mended.

    Args:
        error: what libyaml raised.
        lines: the lines of the file.
        file: its name.
    """
    complaint = error.problem or "the text cannot be read"
    mark = error.problem_mark or error.context_mark
    message, fix = complaint, "Check the indentation and the quotes of this line and the one above it."
    saying = next((one for one in _SAYINGS if one.complaint in complaint), None)
    if saying is not None:
        message, fix = saying.message, saying.fix
        mark = error.context_mark or mark if saying.opening else mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    excerpt = lines[line - 1] if line <= len(lines) else ""
    if "cannot start any token" in complaint:
        character = excerpt[column - 1 : column]
        message, fix = f"a text cannot start with {character}", _QUOTES
        if character == "\t":
            message, fix = "a tab stands where spaces are needed", "Replace the tab by spaces."
    return Problem("SMM002", message, fix).at(file, line, column, excerpt)


def forbidden_character(text: str, lines: list[str], file: str) -> Problem | None:
    """The first character that YAML does not allow in a file, such as a control character from another program."""
    found = _FORBIDDEN.search(text)
    if not found:
        return None
    before = re.split(r"\r\n|\r|\n", text[: found.start()])
    message = f"an invisible character (U+{ord(found[0]):04X}) that YAML forbids"
    fix = "Delete it; it often comes along when text is copied from another program."
    return Problem("SMM002", message, fix).at(file, len(before), len(before[-1]) + 1, lines[len(before) - 1])
