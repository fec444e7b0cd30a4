"""A stranger clones the repository into a folder with spaces, types one command and has the site."""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def make(clone: Path, *words: str) -> str:
    """Run make with as little around it as a new machine has (and with pip's own settings, to reach its index)."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_"))}
    env = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], **kept}
    done = subprocess.run(
        ["make", *words],
        cwd=clone,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def git(folder: Path, *words: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
    return subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, text=True, check=True).stdout


def copy_tracked(repo_root: Path, clone: Path) -> None:
    """What a clone would hold after committing: the files that Git knows, as they are now."""
    for name in filter(None, git(repo_root, "ls-files", "-z").split("\0")):
        target = clone / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(repo_root / name, target)
    git(clone, "init", "--quiet")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "As cloned")


def copy_finished(cache: Path, target: Path) -> None:
    """What is in a cache that other tests may be writing to: half a file has another name and may go at any moment."""
    for path in sorted(cache.rglob("*")):
        with suppress(FileNotFoundError):
            if path.is_file() and not path.name.startswith("."):
                place = target / path.relative_to(cache)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, place)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, repo_root: Path, reference_site: Path) -> Path:
    """A fresh clone in which `make site` has run once; it finds in its cache what the reference site made."""
    assert reference_site.is_dir()
    folder = tmp_path_factory.mktemp("een map met spaties")
    copy_tracked(repo_root, folder)
    copy_finished(repo_root / ".cache/smm", folder / ".cache/smm")
    (folder / "first-run.log").write_text(make(folder, "site"), encoding="utf-8")
    return folder


def test_first_make_site_sets_up_builds_and_says_where_to_look(built: Path):
    log = (built / "first-run.log").read_text(encoding="utf-8")
    assert "making .venv" in log
    assert log.rstrip().splitlines()[-1].startswith("The website is in site/. Look at it: make serve")
    assert (built / "site/index.html").is_file()
    assert (built / "site/en/index.html").is_file()
    assert list((built / "site").rglob("*.pdf"))


def test_building_leaves_nothing_that_git_would_commit(built: Path):
    assert git(built, "status", "--porcelain").split() == ["??", "first-run.log"]


def test_second_make_site_does_no_set_up_and_gives_the_same_bytes(built: Path):
    def snapshot() -> dict[str, bytes]:
        site = built / "site"
        return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    first = snapshot()
    log = make(built, "site")
    assert "==>" not in log
    assert "scripts/setup" not in log
    second = snapshot()
    assert sorted(second) == sorted(first)
    assert [name for name in first if first[name] != second[name]] == []
