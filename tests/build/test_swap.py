"""A build that dies leaves the site as it was, and never takes away what it did not make."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from smm_portfolio.build import swap as swapping
from smm_portfolio.build.swap import staging_folder, swap
from smm_portfolio.problems import UserError

FILES = 60
PUBLISHER = """
import sys
from itertools import count
from pathlib import Path
from smm_portfolio.build import swap as swapping

if sys.argv[2] == "renames":
    swapping._exchange = lambda one, other: False
target = Path(sys.argv[1])
for version in count(int(sys.argv[3])):
    staged = swapping.staging_folder(target)
    for number in range(60):
        (staged / f"{number}.html").write_text(str(version))
    (staged / "404.html").write_text('<meta name="generator" content="mkdocs-1.6">')
    swapping.swap(staged, target)
    print(version, flush=True)
"""


def publish(target: Path, text: str = "new") -> None:
    staged = staging_folder(target)
    (staged / "index.html").write_text(text, encoding="utf-8")
    (staged / "404.html").write_text('<meta name="generator" content="mkdocs-1.6">', encoding="utf-8")
    swap(staged, target)


def around(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def versions(target: Path) -> list[str]:
    pages = [path for path in target.iterdir() if path.name != "404.html"]
    return [*sorted({path.read_text() for path in pages}), str(len(pages))]


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_killed_at_random_moments_the_site_is_whole(way, tmp_path):
    """Old or new, never a mixture; where the system cannot exchange, the next build puts the old one back."""
    target = tmp_path / "my sites" / "site"
    chance = random.Random(4)
    last = 0
    for _ in range(8):
        command = [sys.executable, "-c", PUBLISHER, str(target), way, str(last + 1)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.08))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if way == "renames":
            staging_folder(target).rmdir()
        version, count = versions(target)
        assert count == str(FILES)
        assert int(version) > last
        last = int(version)
    publish(target)
    assert around(target) == ["site"]


def test_a_new_site_is_published(tmp_path):
    publish(tmp_path / "a" / "b" / "site")
    assert (tmp_path / "a/b/site/index.html").read_text() == "new"


@pytest.mark.parametrize("exchange", [True, False])
def test_a_site_takes_the_place_of_the_last_one_whole(exchange, tmp_path, monkeypatch):
    """Pages that are gone are gone, whatever the system can do."""
    target = tmp_path / "site"
    publish(target, "old")
    (target / "gone.html").touch()
    if not exchange:
        monkeypatch.setattr(swapping, "_exchange", lambda one, other: False)
    publish(target)
    assert sorted(path.name for path in target.iterdir()) == ["404.html", "index.html"]
    assert (target / "index.html").read_text() == "new"
    assert around(target) == ["site"]


def test_this_system_exchanges_in_one_step(tmp_path):
    """Otherwise the test above would not show what it says."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/x").touch()
    assert swapping._exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b/x").exists()
    assert not swapping._exchange(tmp_path / "a", tmp_path / "none")


def test_everybody_may_read_what_is_published(tmp_path):
    """A temporary folder is closed to a web server that runs as somebody else."""
    publish(tmp_path / "site")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_a_site_behind_a_link_is_published_where_the_link_leads(tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    publish(tmp_path / "site", "old")
    publish(tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "www/index.html").read_text() == "new"
    assert around(tmp_path / "www") == ["site", "www"]


FOREIGN = {
    "a document": {"thesis.docx": "x"},
    "a web site made by hand": {"index.html": "x", "404.html": "<h1>Not here</h1>", "sitemap.xml": "x"},
    "a program with a search folder": {"search/index.py": "x"},
    "a clone": {"404.html": 'content="mkdocs-1.6"', ".git/config": "x"},
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_a_build_did_not_make_is_left_alone(name, project):
    target = project(FOREIGN[name], "target")
    with pytest.raises(UserError, match="SMM062"):
        staging_folder(target)
    assert {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()} == set(FOREIGN[name])
    assert around(target) == ["target"]


def test_a_file_is_no_place_for_a_site(tmp_path):
    (tmp_path / "site").write_text("x")
    with pytest.raises(UserError, match="SMM062"):
        staging_folder(tmp_path / "site")
    with pytest.raises(UserError, match="SMM062"):
        staging_folder(tmp_path / "site" / "inside")


def test_an_empty_folder_may_be_filled(tmp_path):
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "new"


@pytest.mark.parametrize(
    "page", ['<meta name=generator content="mkdocs, material, smm-portfolio">', "<!-- MkDocs 1.6 -->"]
)
def test_a_site_of_mkdocs_may_be_replaced(page, project):
    target = project({"404.html": page, "index.html": "x"}, "site")
    publish(target)
    assert (target / "index.html").read_text() == "new"


def test_leftovers_of_the_dead_are_removed_and_those_of_the_living_stay(tmp_path):
    """Two builds at once do not pull the floor from under each other."""
    with subprocess.Popen([sys.executable, "-c", "pass"]) as dead:
        pass
    mine = tmp_path / f".site.building-{os.getpid()}-abc"
    gone, other = tmp_path / f".site.building-{dead.pid}-abc", tmp_path / f".site2.building-{dead.pid}-abc"
    odd = tmp_path / ".site.building-what"
    for folder in (mine, gone, other, odd):
        folder.mkdir()
    publish(tmp_path / "site")
    assert set(around(tmp_path / "site")) == {"site", mine.name, other.name}


def test_a_site_that_lost_its_place_gets_it_back(tmp_path):
    """Killed between the two renames: without this, a failed next build would mean no site at all."""
    with subprocess.Popen([sys.executable, "-c", "pass"]) as dead:
        pass
    old = tmp_path / f".site.building-{dead.pid}-abc-old"
    old.mkdir()
    (old / "404.html").write_text("mkdocs")
    (old / "index.html").write_text("old")
    staging_folder(tmp_path / "site").rmdir()
    assert (tmp_path / "site/index.html").read_text() == "old"
    assert around(tmp_path / "site") == ["site"]


def test_a_place_that_cannot_be_written_to_is_a_problem_not_a_traceback(tmp_path, monkeypatch):
    def full(*args: object, **kwargs: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    with pytest.raises(UserError, match="no space left"):
        staging_folder(tmp_path / "site")


def test_a_place_that_cannot_be_moved_is_a_problem_and_stays(tmp_path, monkeypatch):
    """A disk that is mounted at site/, as in a container."""
    target = tmp_path / "site"
    publish(target, "old")
    monkeypatch.setattr(swapping, "_exchange", lambda one, other: False)

    def busy(self: Path, other: object) -> None:
        raise OSError(16, "Device or resource busy")

    staged = staging_folder(target)
    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(UserError, match="busy"):
        swap(staged, target)
    assert (target / "index.html").read_text() == "old"
