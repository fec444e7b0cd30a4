"""``smm serve``: the site on this machine, following every change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smm_portfolio.build.preview import serve_site
from smm_portfolio.cli.console import ProjectOption, complain, out


def serve(
    project: ProjectOption = Path(),
    port: Annotated[int, typer.Option(help="Port on this machine.", min=0, max=65535)] = 8000,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf", help="Make the guides' PDFs too.")] = False,
) -> None:
    """Show the site in every language and follow every change; a mistake is shown and the last good page stays."""
    serve_site(project, port, with_pdf=pdf, tell=out.print, complain=complain)
