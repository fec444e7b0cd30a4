"""``smm pack`` as people type it: what is wrong in one go, exit codes, and one person without a list."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.packs.pack_project import FILES, listed, row
from tests.support.trees import write_tree


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, font_cache: Path) -> Path:
    """The project, with the fonts of other tests in its cache."""
    folder = write_tree(tmp_path_factory.mktemp("command"), FILES)
    cache = folder / ".cache" / "smm"
    cache.mkdir(parents=True)
    if (font_cache / "fonts").is_dir():
        (cache / "fonts").symlink_to(font_cache / "fonts")
    return folder


def smm(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "smm_portfolio.cli", "pack", *words]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795000000", "COLUMNS": "200"}
    root = str(Path(__file__).resolve().parents[2])
    return subprocess.run(
        command,
        cwd=project,
        env={**environment, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_person_without_a_list(project: Path):
    done = smm(project, "start", "-f", "name=Noor", "-f", "start=4 januari 2027", "-f", "role=maker", "--no-owners")
    assert done.returncode == 0, done.stderr
    assert "1 packs made" in done.stdout
    with pikepdf.open(project / "packs" / "start-Noor-2027-01-04.pdf") as document:
        assert len(document.pages) >= 4


def test_problems_are_shown_with_their_cells_and_nothing_is_written(project: Path, tmp_path: Path):
    people = listed(tmp_path / "people.csv", [row("Noor"), row("Bas", "03/04/2027"), row("Eva", role="baas")])
    out = tmp_path / "out"
    done = smm(project, "start", "--people", str(people), "--out", str(out))
    assert done.returncode == 1
    assert "people.csv:3:2 SMM113" in done.stderr
    assert "people.csv:4:3 SMM013" in done.stderr
    assert not out.exists()
    some = smm(project, "start", "--people", str(people), "--out", str(out), "--keep-going", "--no-owners", "--no-ics")
    assert some.returncode == 1
    assert "1 packs made" in some.stdout
    assert "2 rows left out" in some.stdout
    assert [path.name for path in out.glob("*.pdf")] == ["start-Noor-2027-02-01.pdf"]
    read = smm(project, "start", "--people", str(people), "--out", str(out), "--dates", "day-first")
    assert "SMM113" not in read.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("start",), "--people people.csv"),
        (("strat", "-f", "name=Noor"), "Did you mean start?"),
        (("start", "-f", "name=Noor", "-f", "start=2027-01-04", "--name", "{0"), "no pattern"),
        (("start", "-f", "name=Noor"), "no column for 'start'"),
    ],
)
def test_what_is_missing_is_said_without_a_traceback(project: Path, words: tuple[str, ...], said: str):
    done = smm(project, *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
