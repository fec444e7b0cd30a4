"""What is wrong with something a user wrote: where, what, why, and the way out.

The closed error family::

    SmmError
    ├── UserError       one or more problems in what the user typed; shown without a traceback
    │   └── PdfUnavailable   the machine lacks the libraries that make PDFs
    └── InternalError   a fault of ours; shown with a traceback and a request to report it
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from smm_portfolio.problems.codes import CODES, Code

__all__ = [
    "CODES",
    "Code",
    "InternalError",
    "PdfUnavailable",
    "Problem",
    "Severity",
    "SmmError",
    "UserError",
    "errors_in",
    "sort_problems",
]


class Severity(StrEnum):
    """An error stops the build; a warning is shown and, with ``--strict``, stops it too."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about one place in one file.

    Args:
        code: a key of ``CODES``, for example ``SMM010``; stable between versions.
        message: what is wrong and why, one sentence without a full stop at the end.
        fix: what to type or do next, one sentence.
        file: path relative to the project, with forward slashes; empty when no file is meant.
        line: 1-based; 0 when the whole file is meant.
        column: 1-based, in characters; 0 when the whole line is meant.
        path: where in the data, for example ``results[2].baseline``.
        severity: error or warning.
        excerpt: the source line, for the terminal view.
    """

    code: str
    message: str
    fix: str
    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    severity: Severity = Severity.ERROR
    excerpt: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise InternalError(f"unknown problem code {self.code}")

    def at(self, file: str, line: int = 0, column: int = 0, excerpt: str = "") -> Problem:
        """The same problem, placed."""
        return replace(self, file=file, line=line, column=column, excerpt=excerpt or self.excerpt)

    @property
    def is_error(self) -> bool:
        """Whether this problem stops a build."""
        return self.severity is Severity.ERROR


class SmmError(Exception):
    """Base of every exception that this package raises on purpose."""


class UserError(SmmError):
    """Something a user typed is wrong; carries every problem that was found, sorted.

    Args:
        problems: at least one problem.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sort_problems(problems)
        super().__init__("\n".join(f"{p.code} {p.message}" for p in self.problems))

    def __reduce__(self) -> tuple[type[UserError], tuple[list[Problem]]]:
        return type(self), (self.problems,)


class PdfUnavailable(UserError):
    """The libraries that WeasyPrint needs cannot be loaded on this machine."""


class InternalError(SmmError):
    """A fault of this package; the user can do nothing about it but report it."""


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Order by file, line, column and code, each distinct problem once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.file, p.line, p.column, p.code, p.path, p.message))


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Only those that stop a build."""
    return [problem for problem in problems if problem.is_error]
