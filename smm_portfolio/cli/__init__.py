"""The ``smm`` command: one module a subcommand, no logic."""

from __future__ import annotations

from smm_portfolio.cli.app import main

__all__ = ["main"]
