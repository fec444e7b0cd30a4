"""``smm check``: every problem of a project in one run."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.build.checking import check_project
from smm_portfolio.cli.console import FormatOption, ProjectOption, StrictOption, out, stop_on_errors
from smm_portfolio.hosts.gates import for_publication
from smm_portfolio.problems import errors_in
from smm_portfolio.problems.views import Format, count_line


def check(
    project: ProjectOption = Path(),
    style: FormatOption = Format.TEXT,
    strict: StrictOption = False,
) -> None:
    """Check all content of a project and say everything that is wrong, with place and way out."""
    loaded = check_project(project)
    stop_on_errors(loaded.problems, strict=strict, style=style)
    if style is Format.TEXT:
        entries = len(loaded.library.entries())
        out.print(f"{entries} entries checked: {count_line(loaded.problems)}.")
        stopping = len(errors_in(for_publication(loaded.problems)))
        if stopping:
            out.print(f"{stopping} of them stop smm build; smm serve and smm build --draft show the site nevertheless.")
