"""`smm doctor` finds what is missing and says what to install on this very system."""

import io
import shutil
from pathlib import Path

import pytest
from rich.console import Console

from smm_portfolio import doctor
from smm_portfolio.doctor import INSTALL, PDF_LIBRARIES, Finding

pytestmark = pytest.mark.filterwarnings("error")


def loader_without(*libraries: str):
    """A loader that knows every PDF library but these."""
    absent = {name for library in libraries for name in PDF_LIBRARIES[library]}

    def load(name: str) -> object:
        if name in absent:
            raise OSError(name)
        return object()

    return load


def test_all_is_well_where_the_tests_run(tmp_path: Path):
    assert [f for f in doctor.diagnose(tmp_path) if f.state == "error"] == []


@pytest.mark.parametrize("library", PDF_LIBRARIES)
def test_each_missing_library_is_named(library: str):
    finding = doctor.check_pdf_libraries(loader_without(library), "debian")
    assert finding.state == "error"
    assert finding.detail.startswith(library)
    assert "sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0" in finding.fix
    assert "--no-pdf" in finding.fix


def test_a_library_under_another_systems_name_counts():
    def load(name: str) -> object:
        if name.endswith((".so.0", ".so.1")):
            raise OSError(name)
        return object()

    assert doctor.check_pdf_libraries(load, "macos").state == "ok"


@pytest.mark.parametrize("system", INSTALL)
def test_every_system_has_its_own_advice(system: str):
    finding = doctor.check_pdf_libraries(loader_without("pango"), system)
    assert all(line in finding.fix for line in INSTALL[system].splitlines())


@pytest.mark.parametrize(
    ("release", "system"),
    [
        ({"ID": "debian"}, "debian"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "debian"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "debian"),
        ({"ID": "fedora"}, "fedora"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "rhel"),
        ({"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"}, "suse"),
        ({"ID": "alpine"}, "alpine"),
        ({"ID": "manjaro", "ID_LIKE": "arch"}, "arch"),
        ({"ID": "plan9"}, "other"),
        ({}, "other"),
    ],
)
def test_linux_families_are_known(release: dict[str, str], system: str):
    assert doctor.this_system(release) == system


@pytest.mark.parametrize(("platform", "system"), [("darwin", "macos"), ("win32", "windows")])
def test_other_systems_are_known(monkeypatch, platform: str, system: str):
    monkeypatch.setattr(doctor.sys, "platform", platform)
    assert doctor.this_system() == system


def test_advice_for_set_up_is_empty_when_nothing_is_missing():
    assert doctor.pdf_advice(loader_without()) == ""
    assert "pangoft2 cannot be loaded" in doctor.pdf_advice(loader_without("pangoft2"))


def test_old_python_is_an_error():
    assert doctor.check_python((3, 10, 14)).state == "error"
    assert doctor.check_python((3, 11, 0)).state == "ok"


def test_missing_and_wrong_packages_are_named(monkeypatch):
    asked = ["nowhere-to-be-found>=1", "rich>=99", "click>=8.1", "windows-only; sys_platform == 'plan9'"]
    monkeypatch.setattr(doctor.importlib.metadata, "requires", lambda name: asked)
    finding = doctor.check_packages()
    assert finding.state == "error"
    assert "nowhere-to-be-found" in finding.detail
    assert "rich>=99 (now" in finding.detail
    assert "click" not in finding.detail
    assert "windows-only" not in finding.detail


def test_missing_fonts_are_named(monkeypatch):
    monkeypatch.setattr(doctor.importlib.metadata, "requires", lambda name: ["fontpkg-nowhere>=1", "rich"])
    assert doctor.check_fonts().detail == "fontpkg-nowhere>=1"


@pytest.mark.parametrize(("missing", "state"), [((), "ok"), (("avif",), "warning"), (("avif", "webp"), "error")])
def test_formats_that_pictures_cannot_be_written_in_are_named(monkeypatch, missing: tuple[str, ...], state: str):
    monkeypatch.setattr("PIL.features.check", lambda name: name not in missing)
    finding = doctor.check_pictures()
    assert finding.state == state
    assert all(name in finding.detail for name in missing[-1:])


def test_a_package_that_is_not_installed_is_said(monkeypatch):
    def absent(name: str) -> list[str]:
        raise doctor.importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(doctor.importlib.metadata, "requires", absent)
    assert doctor.check_packages().state == "error"


def test_missing_git_is_only_a_warning(monkeypatch):
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    assert doctor.check_git().state == "warning"


def test_a_cache_that_cannot_be_written_is_an_error(tmp_path: Path):
    (tmp_path / ".cache").write_text("a file where a folder belongs")
    finding = doctor.check_folder(tmp_path)
    assert finding.state == "error"
    assert str(tmp_path / ".cache") in finding.fix


def test_a_full_disk_is_a_warning(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10, 9, 1_000_000))
    finding = doctor.check_folder(tmp_path)
    assert (finding.state, finding.detail) == ("warning", f"1 MB free in {tmp_path}")


def test_looking_changes_nothing(tmp_path: Path):
    doctor.diagnose(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("state", "code"), [("ok", 0), ("warning", 0), ("error", 1)])
def test_exit_code_tells_whether_building_works(monkeypatch, state, code: int):
    finding = Finding("Thing", state, "[is] so", "do this\nor that")
    monkeypatch.setattr(doctor, "diagnose", lambda root: [finding])
    out = io.StringIO()
    assert doctor.run_doctor(Console(file=out, width=60)) == code
    assert "Thing: [is] so" in out.getvalue()
    assert "         or that" in out.getvalue()
