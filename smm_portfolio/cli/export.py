"""``smm export``: the docs tree on disk, for Zensical or whatever comes next."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smm_portfolio.cli.console import ProjectOption, SiteUrlOption, complain, out
from smm_portfolio.hosts.export import export_project


def export(
    target: Annotated[Path, typer.Argument(help="New or empty folder, or one that an export made.")],
    project: ProjectOption = Path(),
    site_url: SiteUrlOption = None,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help="Make the guides' PDFs, or leave them out.")] = True,
) -> None:
    """Write every page of every language as Markdown, with assets and a mkdocs.yml that needs no plugin of ours."""
    exported = export_project(project, target, site_url or "", with_pdf=pdf)
    complain(exported.warnings)
    out.print(f"{exported.files} files in {target.as_posix()}/. Build a language: zensical build -f {exported.example}")
