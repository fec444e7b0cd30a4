"""Whether this machine has what building a site and its PDFs takes, and what to install where it has not."""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib
import importlib.metadata
import os
import platform
import shutil
import sys
import textwrap
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from packaging.requirements import Requirement
from rich.console import Console

State = Literal["ok", "warning", "error"]
Loader = Callable[[str], object]
"""Loads a shared library by name, or raises OSError."""

OLDEST_PYTHON = (3, 11)
LITTLE_DISK_MB = 500

# The names under which WeasyPrint 70 looks for each library (weasyprint/text/ffi.py), that of Linux first.
# It still works without harfbuzz-subset, but warns, writes larger fonts and says that it will be required.
PDF_LIBRARIES: dict[str, tuple[str, ...]] = {
    "gobject": ("libgobject-2.0.so.0", "libgobject-2.0-0", "gobject-2.0", "libgobject-2.0.0.dylib"),
    "pango": ("libpango-1.0.so.0", "libpango-1.0-0", "pango-1.0", "libpango-1.0.dylib"),
    "pangoft2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "pangoft2-1.0", "libpangoft2-1.0.dylib"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz-0", "harfbuzz", "libharfbuzz.0.dylib"),
    "harfbuzz-subset": (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset-0",
        "harfbuzz-subset",
        "libharfbuzz-subset.0.dylib",
    ),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig-1", "fontconfig", "libfontconfig.1.dylib"),
}

INSTALL: dict[str, str] = {
    "debian": "sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango harfbuzz",
    "rhel": "sudo dnf install pango harfbuzz",
    "suse": "sudo zypper install libpango-1_0-0 libharfbuzz-subset0",
    "arch": "sudo pacman -S pango harfbuzz",
    "alpine": "apk add pango harfbuzz-subset",
    "macos": (
        "brew install pango\n"
        "and, where Python is not Homebrew's own, export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib"
    ),
    "windows": (
        "use WSL (wsl --install) and follow the instructions for Ubuntu,\n"
        "or install MSYS2 and run in its shell: pacman -S mingw-w64-ucrt-x86_64-pango\n"
        "(elsewhere than in C:\\msys64: set WEASYPRINT_DLL_DIRECTORIES to the folder with the DLLs)"
    ),
    "other": "install Pango 1.44 or newer (with pangoft2), HarfBuzz with its subset library, and Fontconfig",
}


@dataclass(frozen=True)
class Finding:
    """One thing looked at: what it is, how it is, and what to do where it is not well."""

    name: str
    state: State
    detail: str
    fix: str = ""


def diagnose(root: Path = Path()) -> list[Finding]:
    """Look at everything that building the project in `root` needs. Changes nothing."""
    return [
        check_python(sys.version_info[:3]),
        check_packages(),
        check_fonts(),
        check_pictures(),
        check_pdf_libraries(),
        check_git(),
        check_folder(root),
    ]


def run_doctor(console: Console, root: Path = Path()) -> int:
    """Show every finding; the exit code is 1 when something keeps a site or its PDFs from being built."""
    signs = {"ok": "[green]ok[/]      ", "warning": "[yellow]warning[/] ", "error": "[red]missing[/] "}
    findings = diagnose(root)
    for finding in findings:
        console.print(f"{signs[finding.state]} [bold]{finding.name}[/]: ", end="")
        console.print(finding.detail, markup=False, highlight=False)
        for line in finding.fix.splitlines():
            console.print(f"         {line}", markup=False, highlight=False, soft_wrap=True)
    return int(any(finding.state == "error" for finding in findings))


def pdf_advice(load: Loader | None = None) -> str:
    """What to install before PDFs can be made here; empty when nothing is missing."""
    finding = check_pdf_libraries(load)
    return "" if finding.state == "ok" else f"{finding.name}: {finding.detail}\n{finding.fix}"


def check_python(version: tuple[int, ...]) -> Finding:
    """Whether `version` (major, minor, micro) is one that this package runs on."""
    text = ".".join(map(str, version))
    if version >= OLDEST_PYTHON:
        return Finding("Python", "ok", text)
    oldest = ".".join(map(str, OLDEST_PYTHON))
    return Finding("Python", "error", f"{text} is too old", f"Install Python {oldest} or newer.")


def check_packages() -> Finding:
    """Whether every Python package that we need is there, in a version that fits."""
    return _check_requirements("Packages", [r for r in _requirements() if not _is_font(r)])


def check_fonts() -> Finding:
    """Whether the packages that the fonts and the emoji come in are there."""
    return _check_requirements("Fonts", [r for r in _requirements() if _is_font(r)])


def check_pictures() -> Finding:
    """Whether Pillow writes the two formats that make pictures small; without AVIF pages do with WebP."""
    try:
        check = importlib.import_module("PIL.features").check
    except ImportError as error:
        return Finding("Pictures", "error", f"Pillow does not start ({error})", "pip install --upgrade pillow")
    missing = [name for name in ("avif", "webp") if not check(name)]
    if not missing:
        return Finding("Pictures", "ok", "AVIF and WebP")
    fix = "Its wheels can, since 11.3: pip install --upgrade --force-reinstall --only-binary :all: pillow"
    return Finding("Pictures", "warning" if missing == ["avif"] else "error", f"Pillow writes no {missing[-1]}", fix)


def _requirements() -> list[Requirement]:
    with suppress(importlib.metadata.PackageNotFoundError):
        texts = importlib.metadata.requires("smm-portfolio") or []
        found = [Requirement(text) for text in texts]
        return [r for r in found if r.marker is None or r.marker.evaluate({"extra": ""})]
    return []


def _is_font(requirement: Requirement) -> bool:
    return "font" in requirement.name


def _check_requirements(name: str, requirements: list[Requirement]) -> Finding:
    if not requirements:
        fix = "Install smm-portfolio as its README says."
        return Finding(name, "error", "smm-portfolio itself is not installed", fix)
    wrong = []
    for requirement in requirements:
        try:
            version = importlib.metadata.version(requirement.name)
        except importlib.metadata.PackageNotFoundError:
            wrong.append(str(requirement))
            continue
        if not requirement.specifier.contains(version, prereleases=True):
            wrong.append(f"{requirement} (now {version})")
    if wrong:
        return Finding(name, "error", ", ".join(wrong), "Install smm-portfolio again, as its README says.")
    return Finding(name, "ok", f"{len(requirements)} present")


def check_pdf_libraries(load: Loader | None = None, system: str | None = None) -> Finding:
    """Whether the libraries that WeasyPrint needs can be loaded, asked of the loader as WeasyPrint asks.

    Args:
        load: loads a library by name or raises OSError; the real one when left out.
        system: key of `INSTALL`; this machine when left out.
    """
    name = "Libraries for PDF"
    load = load or _load
    missing = [library for library, names in PDF_LIBRARIES.items() if not _loads(load, names)]
    if not missing:
        return Finding(name, "ok", ", ".join(PDF_LIBRARIES))
    advice = textwrap.indent(INSTALL[system or this_system()], "  ")
    fix = f"Install them:\n{advice}\nor build without PDFs: smm build --no-pdf"
    return Finding(name, "error", f"{', '.join(missing)} cannot be loaded", fix)


def _loads(load: Loader, names: tuple[str, ...]) -> bool:
    for name in names:
        with suppress(OSError):
            load(name)
            return True
    return False


def _load(name: str) -> object:
    """Load a library as WeasyPrint does: by the name itself, then by what the system finds under it."""
    if sys.platform == "win32":  # pragma: no cover
        default = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"
        for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", default).split(";"):
            with suppress(OSError):
                os.add_dll_directory(folder)
    try:
        return ctypes.CDLL(name)
    except OSError:
        found = None if ".so" in name else ctypes.util.find_library(name)
        if found is None:
            raise
        return ctypes.CDLL(found)


def this_system(release: Mapping[str, str] | None = None) -> str:
    """The key of `INSTALL` for this machine, from `release` (os-release) on Linux."""
    if release is None:
        if sys.platform == "darwin":
            return "macos"
        if sys.platform == "win32":
            return "windows"
        try:
            release = platform.freedesktop_os_release()
        except OSError:
            return "other"
    for family in [release.get("ID", ""), *release.get("ID_LIKE", "").split()]:
        if family in INSTALL:
            return family
    return "other"


def check_git() -> Finding:
    """Whether Git is there, which publishing to GitHub Pages goes through; building does without."""
    if found := shutil.which("git"):
        return Finding("Git", "ok", found)
    return Finding("Git", "warning", "not found", "Building works; publishing to GitHub Pages needs Git.")


def check_folder(root: Path) -> Finding:
    """Whether the build can write its cache and its site in `root`, and has room to."""
    name, root = "Folder", root.resolve()
    for folder in (root / ".cache" / "smm", root / "site"):
        existing = next(path for path in (folder, *folder.parents) if path.exists())
        if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
            fix = f"Make {existing} a folder that you may write in, or work in another one."
            return Finding(name, "error", f"{folder} cannot be written", fix)
    free = shutil.disk_usage(root).free // 1_000_000
    if free < LITTLE_DISK_MB:
        fix = f"Free some space: a build needs up to {LITTLE_DISK_MB} MB."
        return Finding(name, "warning", f"{free} MB free in {root}", fix)
    return Finding(name, "ok", f"{root} can be written")
