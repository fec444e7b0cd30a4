"""``smm pdf``: guides, case studies and the portfolio as PDFs; a guide with real dates if a start is given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smm_portfolio.build.checking import check_project
from smm_portfolio.build.documents import DocumentOrder, print_document, write_documents
from smm_portfolio.cli.console import ProjectOption, SiteUrlOption, complain, out, stop_on_errors
from smm_portfolio.content.values.scalars import parse_date
from smm_portfolio.problems import errors_in


def pdf(  # noqa: PLR0913, PLR0917  (typer: one argument an option)
    name: Annotated[
        str | None,
        typer.Argument(help="Slug of a guide or case study (its file name without .yml), or portfolio; all without."),
    ] = None,
    project: ProjectOption = Path(),
    language: Annotated[
        str | None, typer.Option("--language", "-l", help="Language; the first of the project, or all for all.")
    ] = None,
    start: Annotated[str | None, typer.Option(help="First day, 2027-01-04: prints real dates.")] = None,
    kickoff: Annotated[str | None, typer.Option(help="Day of the kick-off.")] = None,
    contract: Annotated[str | None, typer.Option(help="Day of the contract.")] = None,
    end: Annotated[str | None, typer.Option(help="Last day.")] = None,
    large: Annotated[bool, typer.Option("--large-print", help="16 points and more, in one column.")] = False,
    target: Annotated[
        Path | None, typer.Option("--out", help="File to write, <name>-<language>.pdf; for all a folder, pdf/.")
    ] = None,
    site_url: SiteUrlOption = None,
) -> None:
    """Print one document, or all of them. Dates of a guide are relative, or real when the first day is given."""
    loaded = check_project(project)
    stop_on_errors(errors_in(loaded.problems))
    if name is None:
        files, printed = write_documents(loaded, language, site_url or "", target or Path("pdf"))
        complain(printed.problems)
        for file in files:
            out.print(f"Printed {file.as_posix()}.")
        return
    anchors = {"start": start, "kickoff": kickoff, "contract": contract, "end": end}
    dates = {key: parse_date(value, f"--{key}") for key, value in anchors.items() if value}
    order = DocumentOrder(name, language, dates, site_url or "", large=large)
    chosen = language or loaded.library.settings.default_language
    path = target or Path(f"{name.rpartition('/')[2]}-{chosen}.pdf")
    complain(print_document(loaded, order, path))
    out.print(f"Printed {path.as_posix()}.")
