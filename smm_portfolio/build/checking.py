"""Everything that can be known to be wrong before anything is built."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.content.loader import SETTINGS_FILE, Loaded, load
from smm_portfolio.problems import Problem, UserError


def check_project(root: Path) -> Loaded:
    """Load a project and find every problem in its content.

    Raises:
        UserError: there is no project in the folder.
    """
    if not (root / SETTINGS_FILE).is_file() and not (root / "mkdocs.yml").is_file():
        problem = Problem(
            "SMM060",
            f"there is neither {SETTINGS_FILE} nor mkdocs.yml in {root.resolve().name}/",
            "Go to the project folder, name it with --project, or start one with: smm new my-site",
        )
        raise UserError([problem])
    return load(root)
