"""The fixtures that the other tests stand on."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.support.servers import serve
from tests.support.shared import once
from tests.support.trees import parse_tree


def test_project_writes_a_tree_from_a_dictionary(project):
    root = project({"smm.yml": "\n    a: 1\n    b: 2\n", "images/x.png": b"\x89PNG"})
    assert (root / "smm.yml").read_text() == "a: 1\nb: 2\n"
    assert (root / "images/x.png").read_bytes() == b"\x89PNG"


def test_project_writes_a_tree_from_indented_text(project):
    root = project("""
        == smm.yml
        languages:
          - nl
        == cases/one case.yml
        title: é
    """)
    assert (root / "smm.yml").read_text() == "languages:\n  - nl\n"
    assert (root / "cases/one case.yml").read_text(encoding="utf-8") == "title: é\n"


def test_projects_of_one_test_stay_apart(project):
    assert project({"a": ""}) != project({"a": ""}, name="other")


def test_a_tree_without_a_header_is_refused():
    with pytest.raises(ValueError, match="== path"):
        parse_tree("title: x\n")


def test_a_tree_outside_the_project_is_refused(project):
    with pytest.raises(ValueError, match="outside"):
        project({"../escape.yml": ""})


def fetch(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_site_is_served_below_its_base_and_nowhere_else(tmp_path: Path):
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "404.html").write_text("lost")
    (tmp_path / "en").mkdir()
    (tmp_path / "en/index.html").write_text("hello")
    with serve(tmp_path, base="/portfolio/") as home:
        assert fetch(home) == (200, "home")
        assert fetch(home + "en/") == (200, "hello")
        assert fetch(home + "gone/") == (404, "lost")
        assert fetch(home.removesuffix("portfolio/")) == (404, "lost")
        assert fetch(home.removesuffix("portfolio/") + "en/") == (404, "lost")


def test_chromium_shows_a_served_page(tmp_path: Path, chromium, site_server):
    (tmp_path / "index.html").write_text("<title>Hallo</title>")
    page = chromium.new_page()
    page.goto(site_server(tmp_path))
    assert page.title() == "Hallo"
    page.close()


def start_chromium(repo_root: Path, chosen: str) -> subprocess.CompletedProcess[str]:
    """Ask in another process, because Playwright runs once in each."""
    command = [sys.executable, "tests/support/chromium.py"]
    env = {**os.environ, "SMM_CHROMIUM": chosen}
    return subprocess.run(command, cwd=repo_root, env=env, capture_output=True, text=True, check=False)


def test_a_chosen_chromium_that_is_not_there_is_not_replaced_in_silence(repo_root: Path):
    done = start_chromium(repo_root, "/nonexistent/chromium")
    assert done.returncode == 1
    assert "SMM_CHROMIUM" in done.stderr


def test_a_chromium_that_is_an_empty_door_does_not_count(repo_root: Path, tmp_path: Path):
    door = tmp_path / "chromium-browser"
    door.write_text("#!/bin/sh\necho 'requires the chromium snap'\n")
    door.chmod(0o755)
    assert "no Chromium" in start_chromium(repo_root, str(door)).stderr


class Factory:
    """Stands in for the temporary folders of one run, with or without workers."""

    def __init__(self, base: Path):
        self.base = base

    def getbasetemp(self) -> Path:
        self.base.mkdir(parents=True, exist_ok=True)
        return self.base


class Worker:
    workerinput: dict[str, str]

    def __init__(self):
        self.workerinput = {}


def test_shared_work_is_done_once_for_all_workers(tmp_path: Path):
    made: list[Path] = []

    def make(folder: Path) -> None:
        folder.mkdir()
        made.append(folder)

    folders = {once(Worker(), Factory(tmp_path / worker), "site", make) for worker in ("gw0", "gw1")}  # type: ignore[arg-type]
    assert folders == {tmp_path / "site"}
    assert made == [tmp_path / "site"]


def test_failed_shared_work_is_not_taken_for_done(tmp_path: Path):
    def fail(folder: Path) -> None:
        raise RuntimeError("no site")

    for worker in ("gw0", "gw1"):
        with pytest.raises(RuntimeError, match="no site"):
            once(Worker(), Factory(tmp_path / worker), "site", fail)  # type: ignore[arg-type]
