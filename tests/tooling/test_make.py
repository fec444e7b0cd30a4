"""The commands that people type, and what set-up does on machines unlike this one."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

STAMPS = ("run", "dev", "pdf", "browser")


def run(command: list[str], cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "HOME": str(cwd), **env}
    return subprocess.run(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def set_up(root: Path) -> Path:
    """Mark everything as set up."""
    (root / ".venv").mkdir(exist_ok=True)
    for stamp in STAMPS:
        (root / ".venv" / f".ready-{stamp}").touch()
    return root


@pytest.fixture
def clone(repo_root: Path, tmp_path: Path) -> Path:
    """What set-up reads, in a folder with spaces."""
    root = tmp_path / "a folder with spaces"
    root.mkdir()
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(repo_root / name, root)
    for name in ("requirements", "scripts", "tests/support"):
        shutil.copytree(repo_root / name, root / name)
    return root


def plan(root: Path, *words: str) -> str:
    done = run(["make", "-n", *words], root)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_help_lists_every_command(clone: Path):
    commands = re.search(r"^\.PHONY: (.*)$", (clone / "Makefile").read_text(), re.MULTILINE)
    assert commands
    listed = re.findall(r"^  make ([\w-]+)", run(["make"], clone).stdout, re.MULTILINE)
    assert sorted(listed) == sorted(commands[1].split())


def test_first_site_sets_up_and_builds(clone: Path):
    assert re.findall(r"scripts/setup (\w+)|(smm build)", plan(clone, "site")) == [
        ("run", ""),
        ("pdf", ""),
        ("", "smm build"),
    ]


@pytest.mark.parametrize("command", ["site", "test", "serve", "check", "bench"])
def test_second_time_does_no_set_up(clone: Path, command: str):
    assert "setup" not in plan(set_up(clone), command)


@pytest.mark.parametrize("changed", ["requirements/run.txt", "pyproject.toml"])
def test_changed_dependencies_are_installed(clone: Path, changed: str):
    set_up(clone)
    later = (clone / ".venv/.ready-run").stat().st_mtime + 5
    os.utime(clone / changed, (later, later))
    assert "scripts/setup run" in plan(clone, "site")


def test_site_without_pdf_needs_no_libraries_for_it(clone: Path):
    text = plan(clone, "site", "PDF=no")
    assert "setup pdf" not in text
    assert "smm build --no-pdf" in text


def test_site_hands_on_options_and_says_where_to_look(clone: Path):
    text = plan(set_up(clone), "site", "ARGS=--site-url https://me.example/work/")
    assert "smm build --site-url https://me.example/work/" in text
    assert "make serve" in text


def test_test_runs_lint_types_and_every_test(clone: Path):
    text = plan(set_up(clone), "test")
    order = ["ruff check", "ruff format --check", "lint-imports", "mypy", "pytest -n 3"]
    places = [text.index(word) for word in order]
    assert places == sorted(places)


def test_continuous_integration_runs_make_test(repo_root: Path):
    script = repo_root / ".ci/run"
    assert os.access(script, os.X_OK)
    assert "make --no-print-directory test </dev/null" in script.read_text()


# --- Set-up on other machines: `PATH` holds only what the machine has

BASICS = ("sh", "cat", "chmod", "dirname", "env", "grep", "touch")
Machine = Callable[..., dict[str, str]]


@pytest.fixture
def machine(clone: Path, tmp_path: Path) -> Machine:
    """`machine(name="shell script", …)` is a machine with those programs, the basics and a record of calls."""

    def make(**programs: str) -> dict[str, str]:
        folder = tmp_path / "bin"
        folder.mkdir()
        for name in BASICS:
            (folder / name).symlink_to(shutil.which(name) or "/nonexistent")
        for name, script in programs.items():
            program = folder / name.replace("_", "-")
            program.write_text(f"#!/bin/sh\n{script}\n")
            program.chmod(0o755)
        return {"PATH": str(folder), "LOG": str(tmp_path / "log")}

    return make


def venv_python(clone: Path, script: str) -> None:
    python = clone / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(0o755)


LIBRARIES_AFTER_APT = (
    'case "$2" in *pdf_advice*) [ -e installed ] || { echo "pango cannot be loaded" >&2; exit 1; };; esac'
)
APT = 'echo "apt-get $*" >> "$LOG"; case "$*" in *install*) touch installed;; esac'
ROOT, USER = "echo 0", "echo 1000"


def log(env: dict[str, str]) -> str:
    path = Path(env["LOG"])
    return path.read_text() if path.exists() else ""


def test_root_gets_the_libraries_from_apt(clone: Path, machine: Machine):
    venv_python(clone, LIBRARIES_AFTER_APT)
    env = machine(apt_get=APT, id=ROOT)
    done = run(["sh", "scripts/setup", "pdf"], clone, **env)
    assert done.returncode == 0, done.stderr
    update, install = log(env).splitlines()
    assert update.endswith("update")
    assert install.endswith("install -y --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0")


def test_user_with_sudo_gets_the_libraries_from_apt(clone: Path, machine: Machine):
    venv_python(clone, LIBRARIES_AFTER_APT)
    env = machine(apt_get=APT, id=USER, sudo='[ "$1" = -n ] && exit 0; echo sudo >> "$LOG"; exec "$@"', true="")
    done = run(["sh", "scripts/setup", "pdf"], clone, **env)
    assert done.returncode == 0, done.stderr
    assert log(env).count("sudo\n") == 2


@pytest.mark.parametrize(
    "programs",
    [
        pytest.param({"id": ROOT}, id="no apt"),
        pytest.param({"id": USER, "apt_get": APT}, id="no sudo"),
        pytest.param({"id": USER, "apt_get": APT, "sudo": "exit 1"}, id="sudo wants a password and nobody is there"),
        pytest.param({"id": ROOT, "apt_get": 'echo "E: no such package" >&2; exit 100'}, id="apt fails"),
    ],
)
def test_where_libraries_cannot_be_installed_set_up_says_both_ways_on(
    clone: Path, machine: Machine, programs: dict[str, str]
):
    venv_python(clone, LIBRARIES_AFTER_APT)
    env = machine(**programs)
    done = run(["sh", "scripts/setup", "pdf"], clone, **env)
    assert done.returncode == 1
    assert "pango cannot be loaded" in done.stderr
    assert "make site PDF=no" in done.stderr
    assert log(env) == ""


def test_libraries_that_are_there_are_left_alone(clone: Path, machine: Machine):
    venv_python(clone, "exit 0")
    env = machine(apt_get=APT, id=ROOT)
    assert run(["sh", "scripts/setup", "pdf"], clone, **env).returncode == 0
    assert log(env) == ""


@pytest.mark.parametrize("programs", [{}, {"python3": "exit 1"}], ids=["none", "too old"])
def test_without_a_python_that_will_do_set_up_says_where_to_get_one(clone: Path, machine: Machine, programs):
    done = run(["sh", "scripts/setup", "run"], clone, **machine(id=ROOT, **programs))
    assert done.returncode == 1
    assert "No Python 3.11 or newer found" in done.stderr
    assert "brew install python" in done.stderr


def test_a_chosen_python_is_not_replaced_by_another(clone: Path, machine: Machine):
    done = run(["sh", "scripts/setup", "run"], clone, PYTHON="old-python", **machine(id=ROOT, python3="exit 0"))
    assert done.returncode == 1
    assert "PYTHON=old-python" in done.stderr


PYTHON_WITHOUT_VENV = """
case "$*" in
  *ensurepip*) [ -e installed ] || exit 1;;
  *%d.%d*) echo python3.12-venv;;
  --version) echo Python 3.12.3;;
  "-m venv"*) echo "venv $*" >> "$LOG"; exit 9;;
esac
"""


def test_debian_python_gets_its_venv_package(clone: Path, machine: Machine):
    env = machine(apt_get=APT, id=ROOT, python3=PYTHON_WITHOUT_VENV)
    run(["sh", "scripts/setup", "run"], clone, **env)
    assert "install -y --no-install-recommends python3.12-venv\nvenv -m venv" in log(env)


def test_python_without_venv_and_without_apt_says_what_to_install(clone: Path, machine: Machine):
    done = run(["sh", "scripts/setup", "run"], clone, **machine(id=USER, python3=PYTHON_WITHOUT_VENV))
    assert done.returncode == 1
    assert "sudo apt-get install python3.12-venv" in done.stderr


@pytest.mark.parametrize(
    ("system", "call"),
    [
        ("debian", "install -y --no-install-recommends libatomic1 chromium"),
        ("ubuntu", "playwright install --with-deps chromium"),
    ],
)
def test_chromium_comes_from_where_it_runs(clone: Path, machine: Machine, system: str, call: str):
    venv_python(clone, "[ -e installed ]")
    playwright = clone / ".venv/bin/playwright"
    playwright.write_text('#!/bin/sh\necho "playwright $*" >> "$LOG"; touch installed\n')
    playwright.chmod(0o755)
    (clone / "os-release").write_text(f"NAME=x\nID={system}\n")
    apt = APT if system == "debian" else 'echo "apt-get $*" >> "$LOG"'
    env = machine(apt_get=apt, id=ROOT)
    done = run(["sh", "scripts/setup", "browser"], clone, OS_RELEASE="os-release", **env)
    assert done.returncode == 0, done.stderr
    assert call in log(env)


def test_no_chromium_is_said(clone: Path, machine: Machine):
    venv_python(clone, "exit 1")
    (clone / ".venv/bin/playwright").symlink_to(shutil.which("true") or "/bin/true")
    done = run(["sh", "scripts/setup", "browser"], clone, **machine(id=USER))
    assert done.returncode == 1
    assert "SMM_CHROMIUM" in done.stderr
