"""``smm schema``: JSON Schema of every kind, so that editors complete and check while somebody types."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.cli.console import ProjectOption, out
from smm_portfolio.content.schema import write_schemas


def schema(project: ProjectOption = Path()) -> None:
    """Write the JSON Schema of every kind of content into the project's schema/ folder."""
    for path in write_schemas(project / "schema"):
        out.print(path.as_posix())
