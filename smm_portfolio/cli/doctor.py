"""``smm doctor``: whether this machine has what a build needs."""

from __future__ import annotations

import typer

from smm_portfolio.cli.console import out
from smm_portfolio.doctor import run_doctor


def doctor() -> None:
    """Check Python, the PDF libraries, fonts and folders, and say what to install."""
    raise typer.Exit(run_doctor(out))
