"""README and ARCHITECTURE: what a stranger reads first is true."""

import re
import struct
import subprocess
import tempfile
import tomllib
from pathlib import Path

import pytest

from tests.docs import handbook

PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
WALLS = re.compile(r"<!-- walls -->\n```text\n(.*?)```", re.DOTALL)
PATH = re.compile(
    r"`((?:smm_portfolio|site_src|tests|themes|content|site|print|campaigns|build|cli|hosts|reference)/[\w./*-]*)`"
)


@pytest.mark.parametrize("name", PAGES)
def test_links_and_pictures_are_there(name: str, repo_root: Path):
    assert handbook.missing_targets(repo_root / name) == []


def test_readme_names_the_wheel_that_is_built(repo_root: Path):
    project = tomllib.loads((repo_root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wheel = f"smm_portfolio-{project['version']}-py3-none-any.whl"
    for page in (repo_root / "README.md", *(repo_root / "site_src/handbook").glob("start*.md")):
        named = set(re.findall(r"smm_portfolio-[\w.]+-py3-none-any\.whl", page.read_text(encoding="utf-8")))
        assert named == {wheel}, page.name


def test_readme_names_the_oldest_python_that_works(repo_root: Path):
    project = tomllib.loads((repo_root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    assert f"Python {oldest} or newer" in (repo_root / "README.md").read_text(encoding="utf-8")


def test_pictures_are_small_and_described(repo_root: Path):
    """The first screen loads quickly and can be read without seeing it."""
    text = (repo_root / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="([^"]+)" width="\d+" alt="([^"]+)">', text)
    assert len(shown) == text.count("<img") >= 4
    for source, alt in shown:
        raw = (repo_root / source).read_bytes()
        assert len(raw) < 150_000, source
        width, height = struct.unpack(">II", raw[16:24])
        assert 300 <= width <= 2200
        assert height >= 300
        assert len(alt) > 40
    pictures = {path.relative_to(repo_root).as_posix() for path in (repo_root / "docs/pictures").iterdir()}
    assert pictures == {source for source, _ in shown}


def walls_in_contract(repo_root: Path) -> list[str]:
    contracts = tomllib.loads((repo_root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    return next(one["layers"] for one in contracts["contracts"] if one["id"] == "walls")


def walls_in_text(text: str) -> list[str]:
    found = WALLS.search(text)
    return found[1].split("\n")[:-1] if found else []


def test_walls_are_those_that_are_enforced(repo_root: Path):
    text = (repo_root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert walls_in_text(text) == walls_in_contract(repo_root)
    packages = {name for layer in walls_in_contract(repo_root) for name in layer.split(" | ")}
    explained = set(re.findall(r"`(\w+)`", "".join(line.split("|")[1] for line in text.splitlines() if "| `" in line)))
    assert packages <= explained


def test_a_wall_that_was_moved_is_seen(repo_root: Path):
    text = (repo_root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    moved = text.replace("site\npictures\n", "pictures\nsite\n")
    assert walls_in_text(moved) != walls_in_contract(repo_root)


def missing_places(text: str, root: Path) -> list[str]:
    """Files and folders that the text sends somebody to and that are not there."""
    places = PATH.findall(text)
    assert len(places) > 15
    found = []
    for place in places:
        below = root if (root / place.split("/")[0]).exists() else root / "smm_portfolio"
        starts = [below / place] if "*" not in place else list(below.glob(place))
        if not any(start.exists() for start in [*starts, root / "smm_portfolio" / place]):
            found.append(place)
    return found


def test_architecture_sends_nobody_to_a_place_that_is_gone(repo_root: Path):
    text = (repo_root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert missing_places(text, repo_root) == []
    assert missing_places(f"{text}\n`content/moved.py`", repo_root) == ["content/moved.py"]


# What may stand nowhere in the tree


def leaks(files: dict[str, str], repo_root: Path) -> list[str]:
    """Files that name a folder of this machine or something outside the repository."""
    words = (str(repo_root), f"{tempfile.gettempdir()}/", "../" + "shared", "shared" + "/research")
    return sorted(name for name, text in files.items() if any(word in text for word in words))


def tracked(repo_root: Path) -> dict[str, str]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=repo_root, capture_output=True, text=True, check=True).stdout
    paths = [repo_root / name for name in names.split("\0") if name]
    return {path.relative_to(repo_root).as_posix(): _text(path) for path in paths if path.is_file()}


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def test_nothing_points_out_of_the_repository(repo_root: Path):
    assert leaks(tracked(repo_root), repo_root) == []


def test_a_path_of_this_machine_is_seen(repo_root: Path):
    bad = {"a.md": f"see {repo_root}/x", "b.md": "see ../" + "shared/x", "c.md": "https://example.com/work/x"}
    assert leaks(bad, repo_root) == ["a.md", "b.md"]
