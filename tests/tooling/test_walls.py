"""The walls between the packages hold, and a hole in them is seen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BAD_IMPORTS = {
    "content knows MkDocs": ("content", "import mkdocs.plugins", "Only hosts and build know MkDocs"),
    "site knows MkDocs inside a function": (
        "site",
        "def f():\n    import mkdocs",
        "Only hosts and build know MkDocs",
    ),
    "content looks up at site": ("content", "import smm_portfolio.site", "Data goes one way"),
    "print leans on campaigns": ("print", "import smm_portfolio.campaigns", "Data goes one way"),
    "site lays out PDFs": ("site", "def f():\n    import weasyprint", "Only print knows WeasyPrint"),
}


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--config", "pyproject.toml", "--no-cache"]
    env = {**os.environ, "COLUMNS": "200"}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(repo_root: Path, tmp_path: Path) -> Path:
    """The package and the rules, to be spoilt."""
    shutil.copy(repo_root / "pyproject.toml", tmp_path)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(repo_root / "smm_portfolio", tmp_path / "smm_portfolio", ignore=ignore)
    return tmp_path


def test_walls_hold(copy: Path):
    done = lint_imports(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("case", BAD_IMPORTS)
def test_a_bad_import_is_seen(copy: Path, case: str):
    package, code, contract = BAD_IMPORTS[case]
    (copy / "smm_portfolio" / package / "bad.py").write_text(code + "\n")
    done = lint_imports(copy)
    assert done.returncode == 1
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), done.stdout


def test_a_package_that_nobody_placed_is_seen(copy: Path):
    (copy / "smm_portfolio" / "newcomer.py").write_text('"""New."""\n')
    assert lint_imports(copy).returncode == 1


@pytest.mark.parametrize(
    ("module", "code", "rule"),
    [
        ("print/bad.py", "import weasyprint", "TID253"),
        ("content/bad.py", "import urllib.request", "TID251"),
        ("site/bad.py", "import datetime\ntoday = datetime.date.today()", "TID251"),
        ("site/bad.py", "print('hello')", "T201"),
    ],
)
def test_what_makes_output_depend_on_the_machine_is_seen(copy: Path, module: str, code: str, rule: str):
    bad = copy / "smm_portfolio" / module
    bad.write_text(f'"""Bad."""\n\n{code}\n')
    command = [
        str(Path(sys.executable).with_name("ruff")),
        "check",
        "--no-cache",
        "--output-format=concise",
        str(bad),
    ]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert rule in done.stdout
