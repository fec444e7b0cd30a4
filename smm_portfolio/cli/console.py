"""What commands share: the terminal, options, and how problems are shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from smm_portfolio.problems import Problem, errors_in
from smm_portfolio.problems.views import Format, show

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

ProjectOption = Annotated[
    Path, typer.Option("--project", "-C", help="Project folder, with smm.yml.", file_okay=False, exists=True)
]
FormatOption = Annotated[Format, typer.Option("--format", help="How problems are shown: text, json or github.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")]
SiteUrlOption = Annotated[
    str | None, typer.Option("--site-url", help="Address of the finished site; overrides site_url in smm.yml.")
]


def complain(problems: Sequence[Problem], style: Format = Format.TEXT) -> None:
    """Show problems: annotations and JSON on standard output, text for people on standard error."""
    if style is Format.TEXT:
        if problems:
            err.out(show(problems))
    else:
        out.out(show(problems, style))


def stop_on_errors(problems: Sequence[Problem], *, strict: bool = False, style: Format = Format.TEXT) -> None:
    """Show all problems; end with exit code 1 where one of them is an error (or any, when strict)."""
    complain(problems, style)
    if errors_in(problems) or (strict and problems):
        raise typer.Exit(1)
