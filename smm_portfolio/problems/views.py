"""How a list of problems looks in a terminal, in GitHub's annotations and as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby

from smm_portfolio.problems import Problem, errors_in

_MANY = 4
"""Problems of one kind in a row that are shown as a list."""


class Format(StrEnum):
    """What ``--format`` takes."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def show(problems: Sequence[Problem], style: Format = Format.TEXT) -> str:
    """All problems in one of the three views; an empty string where there are none (JSON: an empty list)."""
    if style is Format.JSON:
        return as_json(problems)
    if style is Format.GITHUB:
        return "\n".join(as_github(problem) for problem in problems)
    return as_text(problems)


def headline(problem: Problem) -> str:
    """``file:line:column code path: what`` as editors and terminals recognise it."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    words = [place, problem.code, "warning" if not problem.is_error else "", problem.path]
    return _printable(" ".join(word for word in words if word) + f": {problem.message}")


def as_text(problems: Sequence[Problem]) -> str:
    """For people: headline, the source line with a caret, and the way out; a count at the end.

    Many of one kind in a row are a list, with the way out once at its end.
    """
    blocks = []
    for same, group in groupby(problems, key=lambda one: (one.code, one.message, one.fix, one.severity)):
        listed = list(group)
        if len(listed) >= _MANY:
            blocks.append("\n".join([*map(headline, listed), f"      → {_printable(same[2])}"]))
            continue
        blocks += map(_block, listed)
    if problems:
        blocks.append(count_line(problems))
    return "\n\n".join(blocks)


def _block(problem: Problem) -> str:
    lines = [headline(problem)]
    if problem.excerpt and problem.line:
        gutter = f"{problem.line:>5} | "
        excerpt, caret = clip(problem.excerpt, max(problem.column - 1, 0))
        lines.append(gutter + excerpt)
        lines.append(" " * (len(gutter) + width_of(excerpt[:caret])) + "^")
    lines.append(f"      → {_printable(problem.fix)}")
    return "\n".join(lines)


def clip(line: str, column: int, width: int = 100) -> tuple[str, int]:
    """A window of a long line round a 0-based column, and the column inside it; tabs become single spaces."""
    line = _printable(line)
    column = min(column, len(line))
    start = max(0, min(column - width // 2, len(line) - width))
    window = line[start : start + width]
    if start:
        window = "…" + window[1:]
    if start + width < len(line):
        window = window[:-1] + "…"
    return window, column - start


def width_of(text: str) -> int:
    """Columns that a terminal gives to a text: two for East Asian and emoji characters, none for combining ones."""
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in text)
    return len(text) + wide - sum(unicodedata.category(one) in ("Mn", "Me", "Cf") for one in text)


def _printable(text: str) -> str:
    """Without control characters, which a terminal would obey."""
    return "".join(" " if unicodedata.category(one) == "Cc" else one for one in text)


def count_line(problems: Iterable[Problem]) -> str:
    """``3 errors, 1 warning``."""
    listed = list(problems)
    wrong = len(errors_in(listed))
    parts = [(wrong, "error"), (len(listed) - wrong, "warning")]
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in parts if n) or "no problems"


def as_json(problems: Sequence[Problem]) -> str:
    """For programs: a list of objects with the fields of ``Problem``."""
    keys = ("file", "line", "column", "code", "severity", "path", "message", "fix")
    return json.dumps([{key: getattr(p, key) for key in keys} for p in problems], ensure_ascii=False, indent=2)


def as_github(problem: Problem) -> str:
    """For GitHub Actions: a workflow command that becomes an annotation beside the line.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    fields = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{key}={_escape_property(str(value))}" for key, value in fields.items() if value)
    where = f"{problem.path}: " if problem.path else ""
    return f"::{problem.severity} {properties}::{_escape_data(f'{where}{problem.message}. {problem.fix}')}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
