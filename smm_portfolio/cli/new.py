"""``smm new``: a project to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from smm_portfolio.build.starter import make_project
from smm_portfolio.cli.console import out


def new(
    folder: Annotated[Path, typer.Argument(help="New folder for the project.")],
    language: Annotated[
        list[str] | None, typer.Option("--language", "-l", help="Language; repeat it for several. Default: nl en.")
    ] = None,
) -> None:
    """Start a project with sample content, all of it marked as sample."""
    made = make_project(folder, tuple(language or ("nl", "en")))
    out.print(
        f"{len(made)} files in {folder.as_posix()}/. Next:\n\n  cd {folder.as_posix()}\n  smm serve\n\n"
        "Every sample text says what to write in its place. smm build publishes once they are all yours."
    )
