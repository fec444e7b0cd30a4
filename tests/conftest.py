"""What every test may use. A missing tool fails a test; nothing is ever skipped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support.chromium import launch
from tests.support.servers import serve
from tests.support.shared import once
from tests.support.trees import write_tree

pytest_plugins = ["pytester", "tests.support.log_guard"]


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The top of this repository, which is also the reference project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """`project(files)` writes a project into a folder of its own; `project(files, name="b")` a second one."""

    def make(files: Mapping[str, str | bytes] | str, name: str = "project") -> Path:
        return write_tree(tmp_path / name, files)

    return make


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running Chromium; one per worker."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site_server() -> Iterator[Callable[..., str]]:
    """`site_server(folder, base="/portfolio/")` serves a folder until the run ends and gives its address."""
    with ExitStack() as stack:

        def start(directory: Path, base: str = "/") -> str:
            return stack.enter_context(serve(directory, base))

        yield start


@pytest.fixture(scope="session")
def reference_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    """The reference site with its PDFs, built once per run by the command that users type. Only read it."""

    def build(folder: Path) -> None:
        command = [sys.executable, "-m", "smm_portfolio.cli", "build", "--out", str(folder)]
        done = subprocess.run(command, cwd=repo_root, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.fail(f"smm build failed ({done.returncode}):\n{done.stdout}{done.stderr}", pytrace=False)

    return once(request.config, tmp_path_factory, "reference-site", build)
