"""``smm pdf``: one guide as a PDF, with real dates if a start is given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smm_portfolio.build.checking import check_project
from smm_portfolio.build.guides import GuideOrder, print_guide
from smm_portfolio.cli.console import ProjectOption, SiteUrlOption, complain, out, stop_on_errors
from smm_portfolio.content.values.scalars import parse_date
from smm_portfolio.problems import errors_in


def pdf(  # noqa: PLR0913, PLR0917  (typer: one argument an option)
    guide: Annotated[str, typer.Argument(help="Slug of the guide: the name of its file without .yml.")],
    project: ProjectOption = Path(),
    language: Annotated[
        str | None, typer.Option("--language", "-l", help="Language; the first of the project.")
    ] = None,
    start: Annotated[str | None, typer.Option(help="First day, 2027-01-04: prints real dates.")] = None,
    kickoff: Annotated[str | None, typer.Option(help="Day of the kick-off.")] = None,
    contract: Annotated[str | None, typer.Option(help="Day of the contract.")] = None,
    end: Annotated[str | None, typer.Option(help="Last day.")] = None,
    large: Annotated[bool, typer.Option("--large-print", help="16 points and more, in one column.")] = False,
    target: Annotated[Path | None, typer.Option("--out", help="File to write; <guide>-<language>.pdf.")] = None,
    site_url: SiteUrlOption = None,
) -> None:
    """Print one guide. Dates are relative, or real when the first day is given."""
    loaded = check_project(project)
    stop_on_errors(errors_in(loaded.problems))
    anchors = {"start": start, "kickoff": kickoff, "contract": contract, "end": end}
    dates = {name: parse_date(value, f"--{name}") for name, value in anchors.items() if value}
    chosen = language or loaded.library.settings.default_language
    order = GuideOrder(guide, chosen, dates, site_url or "", large=large)
    path = target or Path(f"{guide}-{chosen}.pdf")
    complain(print_guide(loaded, order, path))
    out.print(f"Printed {path.as_posix()}.")
