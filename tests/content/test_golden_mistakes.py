"""A project with mistakes in every kind of content, and word for word what is said of them.

When the words were changed on purpose: ``python -m tests.content.test_golden_mistakes`` writes them anew; read the
difference before you commit it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from smm_portfolio.build.checking import check_project
from smm_portfolio.content.binding import bind
from smm_portfolio.content.kinds import KINDS

GOLDEN = Path(__file__).parent / "golden"
PROJECT = GOLDEN / "mistakes"
VIEWS = {"text": "mistakes.txt", "json": "mistakes.json", "github": "mistakes.github.txt"}
TODAY = "1772323200"  # 1 March 2026


def smm_check(project: Path, view: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "smm_portfolio.cli", "check", "--project", str(project), "--format", view]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY, "NO_COLOR": "1", "COLUMNS": "80"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A copy elsewhere, so that nothing of this repository's own settings helps."""
    return Path(shutil.copytree(PROJECT, tmp_path_factory.mktemp("golden") / "mistakes"))


@pytest.mark.parametrize("view", VIEWS)
def test_every_mistake_is_reported_in_one_run(project, view):
    done = smm_check(project, view)
    assert done.stdout + done.stderr == (GOLDEN / VIEWS[view]).read_text(encoding="utf-8")
    assert done.returncode == 1


def found() -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads((GOLDEN / VIEWS["json"]).read_text(encoding="utf-8"))
    return listed


def test_the_golden_project_keeps_its_promise():
    """More than twenty mistakes, of many sorts, in every kind of file; nobody may make it easier unnoticed."""
    files = {str(one["file"]) for one in found()}
    assert len(found()) > 65
    assert len(Counter(one["code"] for one in found())) > 20
    assert files == {path.relative_to(PROJECT).as_posix() for path in PROJECT.rglob("*.yml")} - {
        "mkdocs.yml",
        "site_src/cases/geheim.yml",
    }
    assert len(files) > len(KINDS)


def test_every_place_is_the_one_that_is_meant():
    """The line holds the last key of the path, and the column stands on the key or on its value."""
    for one in found():
        line = (PROJECT / str(one["file"])).read_text(encoding="utf-8").splitlines()[int(str(one["line"])) - 1]
        at = line[int(str(one["column"])) - 1 :]
        assert at, one
        assert at == at.lstrip(), one
        if one["code"] == "SMM010":
            assert at.startswith(str(one["path"]).rpartition(".")[2]), one
        quoted = str(one["message"]).split("'")
        if (
            one["path"]
            and len(quoted) == 3
            and one["code"] in {"SMM012", "SMM013", "SMM015", "SMM016", "SMM022", "SMM030", "SMM040"}
        ):
            assert at.startswith(quoted[1].removesuffix(":")), one


def test_no_message_is_left_in_the_words_of_a_library():
    text = (GOLDEN / VIEWS["text"]).read_text(encoding="utf-8")
    for foreign in ("Traceback", "pydantic", "Input should", "Value error", "NoneType", "dict", "tuple", "regex", "^["):
        assert foreign not in text, foreign


def test_each_file_is_read_once(monkeypatch):
    """All mistakes in one go may not cost a second reading: a check then takes no longer than a build's own."""
    calls: Counter[str] = Counter()

    def counted(document, model, languages):
        calls[document.file] += 1
        return bind(document, model, languages)

    monkeypatch.setattr("smm_portfolio.content.drafts.bind", counted)
    check_project(PROJECT)
    assert set(calls.values()) == {1}


def write() -> None:
    """Write what is said now."""
    for view, name in VIEWS.items():
        done = smm_check(PROJECT, view)
        (GOLDEN / name).write_text(done.stdout + done.stderr, encoding="utf-8")


if __name__ == "__main__":
    write()
