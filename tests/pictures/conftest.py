"""A small site with pictures, built once per run by the command that users type."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pictures.files import pictured_project
from tests.support.shared import once
from tests.support.trees import write_tree


@pytest.fixture(scope="session")
def pictured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    """The project, with its site in ``site`` and its export in ``exported``. Only read it."""

    def build(folder: Path) -> None:
        write_tree(folder, pictured_project())
        (folder / ".cache/smm").mkdir(parents=True)
        (repo_root / ".cache/smm/fonts").mkdir(parents=True, exist_ok=True)
        (folder / ".cache/smm/fonts").symlink_to(repo_root / ".cache/smm/fonts")
        for words in (("build", "--no-pdf"), ("export", "exported", "--no-pdf")):
            command = [sys.executable, "-m", "smm_portfolio.cli", *words]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode:
                pytest.fail(f"smm {words[0]} failed:\n{done.stdout}{done.stderr}", pytrace=False)

    return once(request.config, tmp_path_factory, "pictured-project", build)
