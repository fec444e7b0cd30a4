"""The same versions in a year: the lock covers all we ask for, with hashes, and names no machine."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ \\]+)(?: ; (?P<marker>[^\\]+?))? \\$", re.MULTILINE)


def locked(text: str) -> dict[str, list[str]]:
    """Name -> locked versions (more than one where Pythons differ)."""
    versions: dict[str, list[str]] = {}
    for entry in ENTRY.finditer(text):
        versions.setdefault(canonicalize_name(entry["name"]), []).append(entry["version"])
    return versions


def unmet(requirements: list[str], lock: dict[str, list[str]]) -> list[str]:
    """The requirements that the lock lacks or holds in a version that does not fit."""
    wrong = []
    for text in requirements:
        requirement = Requirement(text)
        versions = lock.get(canonicalize_name(requirement.name), [])
        if not versions or not all(requirement.specifier.contains(v, prereleases=True) for v in versions):
            wrong.append(text)
    return wrong


def faults(text: str) -> list[str]:
    """What a lock file may not hold: an entry without hashes, an address, an option, a path."""
    found = [
        line for line in text.splitlines() if re.search(r"https?:|file:|://| @ |^-|\.internal|/home/|/root/", line)
    ]
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    return found + [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry]


def undeclared(sources: dict[str, str], declared: set[str]) -> list[str]:
    """Imports of packages that are only there because another package wants them."""
    owners = packages_distributions()
    found = set()
    for name, source in sources.items():
        for node in ast.walk(ast.parse(source)):
            modules = [node.module] if isinstance(node, ast.ImportFrom) else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for top in {(module or "").split(".")[0] for module in modules} - {"smm_portfolio"}:
                if top not in sys.stdlib_module_names and not declared & set(
                    map(canonicalize_name, owners.get(top, []))
                ):
                    found.add(f"{name}: {top}")
    return sorted(found)


@pytest.fixture(scope="module")
def pyproject(repo_root: Path) -> dict:
    return tomllib.loads((repo_root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["run.txt", "dev.txt"])
def lock_text(request, repo_root: Path) -> str:
    return (repo_root / "requirements" / request.param).read_text(encoding="utf-8")


def test_every_runtime_and_build_requirement_is_locked(pyproject, lock_text):
    asked = pyproject["project"]["dependencies"] + pyproject["build-system"]["requires"]
    assert unmet(asked, locked(lock_text)) == [], "run `make lock`"


def test_every_developer_tool_is_locked(pyproject, repo_root: Path):
    text = (repo_root / "requirements/dev.txt").read_text(encoding="utf-8")
    asked = [item for item in pyproject["dependency-groups"]["dev"] if isinstance(item, str)]
    assert unmet(asked, locked(text)) == [], "run `make lock`"


def test_developers_run_what_users_run(repo_root: Path):
    run, dev = (locked((repo_root / "requirements" / name).read_text()) for name in ("run.txt", "dev.txt"))
    assert {name: dev.get(name) for name in run} == run


def test_one_version_of_everything_for_every_python(lock_text):
    assert {name: versions for name, versions in locked(lock_text).items() if len(versions) > 1} == {}


def test_lock_holds_hashes_and_no_address(lock_text):
    assert faults(lock_text) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://pypi.example/simple",
        "--find-links /home/me/wheels",
        "rich @ file:///home/me/rich.whl \\\n    --hash=sha256:00",
        "rich==15.0.0",
    ],
)
def test_a_bad_lock_is_seen(line: str):
    assert faults(line + "\n")


@pytest.mark.parametrize("requirement", ["nowhere>=1", "rich>=99"])
def test_a_forgotten_lock_is_seen(requirement: str, lock_text):
    assert unmet([requirement], locked(lock_text)) == [requirement]


def test_every_package_that_we_import_is_asked_for(pyproject, repo_root: Path):
    asked = [*pyproject["project"]["dependencies"]]
    asked += [one for extra in pyproject["project"]["optional-dependencies"].values() for one in extra]
    declared = {canonicalize_name(Requirement(text).name) for text in asked}
    declared |= {"pydantic-core"}  # a part of pydantic, which asks for exactly the one that fits
    package = repo_root / "smm_portfolio"
    sources = {str(path.relative_to(package)): path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
    assert undeclared(sources, declared) == []


def test_a_borrowed_package_is_seen():
    assert undeclared({"a.py": "import json, rich\nimport pytest\n"}, {"rich"}) == ["a.py: pytest"]
