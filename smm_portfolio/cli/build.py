"""``smm build``: the site in every language with its PDFs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smm_portfolio.build.site import BuildOptions, build_site
from smm_portfolio.cli.console import ProjectOption, SiteUrlOption, StrictOption, complain, out
from smm_portfolio.problems.views import count_line


def build(
    project: ProjectOption = Path(),
    target: Annotated[Path | None, typer.Option("--out", help="Folder of the site; site/ in the project.")] = None,
    site_url: SiteUrlOption = None,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help="Make the guides' PDFs, or leave them out.")] = True,
    strict: StrictOption = False,
) -> None:
    """Check everything, build every language, look through the result, and publish it in one step."""
    options = BuildOptions(project, target or project / "site", site_url or "", pdf, strict)
    built = build_site(options, lambda line: out.print(f"{line} …"))
    complain(built.warnings)
    parts = [f"{built.pages} generated pages"]
    if built.rendered or built.reused:
        parts.append(f"{built.rendered} PDFs laid out, {built.reused} unchanged")
    out.print(f"Published in {built.out.as_posix()}/: {', '.join(parts)}, {count_line(built.warnings)}.")
