"""The wheel does everything by itself: installed from the lock, in an empty environment, far from this repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.starter import write_own_texts

pytestmark = pytest.mark.slow


def run(command: list[str | Path], cwd: Path, **env: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env or None,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    return build_wheel(repo_root, tmp_path_factory.mktemp("wheel"))


def build_wheel(repo_root: Path, folder: Path) -> Path:
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder], repo_root)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, repo_root: Path, wheel: Path) -> Path:
    """The `bin` of an environment with the locked packages and the wheel, and nothing else."""
    folder = tmp_path_factory.mktemp("wheel-environment")
    run([sys.executable, "-m", "venv", folder], repo_root)
    pip = [folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "-r", repo_root / "requirements/run.txt"], repo_root)
    run([*pip, "--no-deps", wheel], repo_root)
    return folder / "bin"


def users_environment(programs: Path, home: Path) -> dict[str, str]:
    """What a stranger has: no variable of ours, no path into this repository."""
    return {"PATH": f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin", "HOME": str(home), "LANG": "C.UTF-8"}


def test_wheel_holds_every_file_of_the_package_and_the_themes(wheel: Path, repo_root: Path):
    """A file that Git knows and the wheel lacks works here and nowhere else."""
    tracked = run(["git", "ls-files", "-z", "smm_portfolio", "themes"], repo_root).split("\0")
    expected = {f"smm_portfolio/{name}" if name.startswith("themes/") else name for name in tracked if name}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert expected - held == set(), "tracked, not in the wheel"
    assert held - expected == set(), "in the wheel, not tracked"


def test_wheel_says_what_it_is(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        info = {name.split("/")[1]: archive.read(name).decode() for name in archive.namelist() if "info/" in name}
        assert any(name.endswith("licenses/LICENSE") for name in archive.namelist())
    assert "smm = smm_portfolio.cli:main" in info["entry_points.txt"]
    assert "smm-campaigns = smm_portfolio.hosts.mkdocs:SmmCampaignsPlugin" in info["entry_points.txt"]
    assert "License-Expression: MIT" in info["METADATA"]
    assert "Requires-Python: >=3.11" in info["METADATA"]


def test_two_wheels_of_one_source_are_the_same(wheel: Path, tmp_path: Path, repo_root: Path):
    assert build_wheel(repo_root, tmp_path).read_bytes() == wheel.read_bytes()


def test_environment_from_the_lock_is_complete(installed: Path, tmp_path: Path):
    run([installed / "python", "-m", "pip", "check"], tmp_path, **users_environment(installed, tmp_path))


def test_doctor_finds_nothing_missing(installed: Path, tmp_path: Path):
    run(["smm", "doctor"], tmp_path, **users_environment(installed, tmp_path))


def test_stranger_makes_a_site_with_the_wheel_alone(installed: Path, tmp_path: Path):
    env = users_environment(installed, tmp_path)
    run(["smm", "new", "my-site"], tmp_path, **env)
    site = tmp_path / "my-site"
    run(["smm", "build", "--draft"], site, **env)
    run(["smm", "build"], write_own_texts(site), **env)
    assert (site / "draft/index.html").is_file()
    assert (site / "site/index.html").is_file()
    assert (site / "site/en/index.html").is_file()
    pdfs = list((site / "site").rglob("*.pdf"))
    assert pdfs
    assert all(pdf.read_bytes().startswith(b"%PDF-") for pdf in pdfs)
