"""``smm campaign``: what a campaign gives away as files, and a case study made of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smm_portfolio.cli.console import ProjectOption, out

app = typer.Typer(help="Turn a mock campaign into a case study.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """What can be made of a mock campaign."""


@app.command("case")
def case(
    campaign: Annotated[str, typer.Argument(help="Name of the campaign's file, without .yml.")],
    project: ProjectOption = Path(),
) -> None:
    """Write a case study of kind mock from a campaign that has a report; figures stay marked as simulated."""
    from smm_portfolio.build.campaigns import write_case

    path = write_case(project, campaign)
    out.print(f"Written: {path}. Read it over: it holds the campaign's own words.", markup=False)
