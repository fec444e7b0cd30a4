"""``make bench``: a thousand case studies built by us, by plain MkDocs + Material, and by Zensical, in one run.

What is compared: the pages that ``smm export`` writes, as somebody would have written them by hand, against the project
that they come from. Every build starts with an empty cache of its own; our fonts are cut beforehand, since that happens
once per brand and machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.project import write_project

REPO = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Timing:
    """Wall seconds of one build, the best of its rounds."""

    name: str
    seconds: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1000, help="number of case studies")
    parser.add_argument("--rounds", type=int, default=2, help="rounds per build; the best counts")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="smm-bench-") as folder:
        timings = _measure(Path(folder), options.cases, options.rounds)
    _print(timings, options.cases)


def _measure(folder: Path, cases: int, rounds: int) -> list[Timing]:
    project = folder / "project"
    write_project(project, cases)
    _smm(project, "export", str(folder / "export"), "--no-pdf")  # cuts the fonts and writes the peers' pages
    export = folder / "export"
    plain = _peer(export, folder / "plain", navigation=True)
    outside = _peer(export, folder / "outside", navigation=False)
    zensical = _peer(export, folder / "zensical", navigation=True)
    found = [
        _best("smm build, first", rounds, lambda: _smm(project, "build", "--no-pdf"), before=lambda: _forget(project)),
        _best(
            "smm build, after one edit",
            rounds,
            lambda: _smm(project, "build", "--no-pdf"),
            before=lambda: _edit(project),
        ),
        _best("MkDocs + Material, as it comes", 1, lambda: _run(plain, BIN / "mkdocs", "build", "-q")),
        _best(
            "MkDocs + Material, pages out of the navigation",
            rounds,
            lambda: _run(outside, BIN / "mkdocs", "build", "-q"),
        ),
        _best(
            "Zensical, cold",
            rounds,
            lambda: _run(zensical, BIN / "zensical", "build"),
            before=lambda: shutil.rmtree(zensical / ".cache", ignore_errors=True),
        ),
    ]
    half = folder / "half"
    write_project(half, cases // 2)
    _smm(half, "check")
    shutil.copytree(project / ".cache", half / ".cache", dirs_exist_ok=True)
    found.append(
        _best("smm build, half as many", rounds, lambda: _smm(half, "build", "--no-pdf"), before=lambda: _forget(half))
    )
    return found


def _peer(export: Path, target: Path, *, navigation: bool) -> Path:
    """The exported pages as a project of their own; by default MkDocs puts every page into the navigation."""
    shutil.copytree(export, target)
    config = yaml.safe_load((export / "mkdocs.nl.yml").read_text(encoding="utf-8"))
    if navigation:
        config.pop("nav", None)
        config.pop("not_in_nav", None)
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return target


def _forget(project: Path) -> None:
    shutil.rmtree(project / "site", ignore_errors=True)
    for path in (project / ".cache" / "smm").glob("*"):
        if path.name != "fonts":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _edit(project: Path) -> None:
    path = project / "site_src" / "cases" / "case-0007.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Edited", "Edited again") if "Edited" in text else f"{text}tools: [Edited]\n", "utf-8")


def _smm(project: Path, *words: str) -> None:
    _run(project, sys.executable, "-m", "smm_portfolio.cli", *words)


def _run(folder: Path, *command: str | Path) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(REPO)}
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{command} failed in {folder}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _best(name: str, rounds: int, build: Callable[[], None], before: Callable[[], None] = lambda: None) -> Timing:
    seconds = []
    for _ in range(rounds):
        before()
        start = time.perf_counter()
        build()
        seconds.append(time.perf_counter() - start)
    return Timing(name, min(seconds))


def _print(timings: Sequence[Timing], cases: int) -> None:
    first = timings[0].seconds
    sys.stdout.write(f"{cases} case studies, one language, no PDFs; ratio = time / time of our first build\n\n")
    for timing in timings:
        sys.stdout.write(f"{timing.name:52} {timing.seconds:7.2f} s  {timing.seconds / first:6.2f}\n")


if __name__ == "__main__":
    main()
