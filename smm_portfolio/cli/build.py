"""``smm build``: the site in every language with its PDFs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smm_portfolio.build.site import BuildOptions, build_site
from smm_portfolio.cli.console import ProjectOption, SiteUrlOption, StrictOption, complain, out
from smm_portfolio.hosts.gates import waiting_places
from smm_portfolio.problems.views import count_line


def build(
    project: ProjectOption = Path(),
    target: Annotated[Path | None, typer.Option("--out", help="Folder of the site; site/ in the project.")] = None,
    site_url: SiteUrlOption = None,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help="Make the guides' PDFs, or leave them out.")] = True,
    strict: StrictOption = False,
    draft: Annotated[
        bool,
        typer.Option("--draft", help="Only for a look: in draft/, with a note on every page; texts may be missing."),
    ] = False,
) -> None:
    """Check everything, build every language, look through the result, and publish it in one step."""
    folder = target or project / ("draft" if draft else "site")
    built = build_site(
        BuildOptions(project, folder, site_url or "", pdf, strict, draft), lambda line: out.print(f"{line} …")
    )
    waiting = waiting_places(built.warnings)
    rest = [problem for problem in built.warnings if problem not in waiting]
    complain(rest)
    parts = [f"{built.pages} generated pages"]
    if built.rendered or built.reused:
        parts.append(f"{built.rendered} PDFs laid out, {built.reused} unchanged")
    parts.append(count_line(rest))
    out.print(f"{'A draft' if draft else 'Published'} in {built.out.as_posix()}/: {', '.join(parts)}.")
    if waiting:
        out.print(f"{len(waiting)} places still wait for a text of yours; smm check lists them.")
