"""``make bench-campaigns``: does a campaign of twice as many posts take twice as long, and one edit redraw one post.

What is built: a campaign with so many drawn posts in one language, with its PDFs and pictures, by the command that
users type. Each first build starts with empty caches; only the fonts are cut beforehand, which happens once per brand
and machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent

_SETTINGS = "name: Bench\nlanguages: [nl]\nlook: studio\n"

_MKDOCS = """\
site_name: Bench
docs_dir: site_src
theme: {name: material, language: nl, font: false}
plugins: [search, smm]
markdown_extensions: [attr_list, md_in_html, tables, admonition]
"""

_HEAD = """\
title: Een jaar lang flessen
summary: Zoveel berichten als het jaar dagen heeft.
brand: {name: Kruikje, description: Een verzonnen merk. Het vult flessen aan de deur.}
period: 2026-01-01..2026-12-31
brief:
  business_goal: Meer vullingen per huishouden
  objectives: [{metric: er_impressions, baseline: 3, target: 3.6}]
  insight: Mensen willen minder sjouwen.
  message: Weer vol zonder sjouwen
  tone: Kort en droog
  call_to_action: Bestel de eerste ronde
audiences: [{name: Huishoudens zonder auto, description: Zij dragen alles zelf.}]
channels: [{platform: instagram, funnel: interest, job: Laten zien, formats: [feed, reel]}]
art: {motif: bottles, seed: 7}
posts:
"""

_POST = """\
  - id: post-{n}
    title: Fles nummer {n}
    date: 2026-{month:02}-{day:02}
    time: 12:00
    platform: instagram
    format: {shape}
    text: Dit is fles {n}. Welke vergeet jij altijd?
    headline: Fles {n}
    alt: Een bruine fles op een stoep
    art: {{motif: bottles, seed: {n}}}
    preview: true
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=100, help="posts of the larger campaign")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="smm-bench-") as folder:
        _measure(Path(folder), options.posts)


def _measure(folder: Path, posts: int) -> None:
    seconds: dict[int, float] = {}
    for number in (posts // 2, posts):
        project = folder / str(number)
        _write(project, number)
        _fonts(folder, project)
        seconds[number] = _build(project)
    project = folder / str(posts)
    before = _pictures(project)
    campaign = project / "site_src" / "campaigns" / "bottles.yml"
    text = campaign.read_text(encoding="utf-8")
    campaign.write_text(text.replace("headline: Fles 7\n", "headline: Nog een fles\n"), encoding="utf-8")
    again = _build(project)
    drawn = len(_pictures(project) - before)
    half, whole = seconds.values()
    lines = (
        f"{posts // 2:4} posts, first build        {half:7.2f} s",
        f"{posts:4} posts, first build        {whole:7.2f} s   {whole / half:.2f} times as long for 2 times as many",
        f"{posts:4} posts, after one edit     {again:7.2f} s   {drawn} of {len(before)} pictures drawn anew",
    )
    sys.stdout.write("\n".join([*lines, ""]))
    if drawn != 1:
        raise SystemExit(f"one edit drew {drawn} pictures")


def _write(project: Path, posts: int) -> None:
    campaigns = project / "site_src" / "campaigns"
    campaigns.mkdir(parents=True)
    (project / "smm.yml").write_text(_SETTINGS, encoding="utf-8")
    (project / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    (project / "site_src" / "index.md").write_text("# Bench\n", encoding="utf-8")
    shapes = ("feed", "reel")
    body = "".join(
        _POST.format(n=n, month=n % 12 + 1, day=n % 28 + 1, shape=shapes[n % 2])
        + ("    seconds: 20\n" if n % 2 else "")
        for n in range(posts)
    )
    (campaigns / "bottles.yml").write_text(_HEAD + body, encoding="utf-8")


def _fonts(folder: Path, project: Path) -> None:
    """Cut the fonts of the first project, and give them to the next."""
    kept = folder / "fonts"
    if not kept.exists():
        _smm(project, "build", "--no-pdf")
        shutil.copytree(project / ".cache" / "smm" / "fonts", kept)
    shutil.rmtree(project / ".cache", ignore_errors=True)
    shutil.rmtree(project / "site", ignore_errors=True)
    shutil.copytree(kept, project / ".cache" / "smm" / "fonts")


def _pictures(project: Path) -> set[Path]:
    return set((project / ".cache" / "smm" / "posts").rglob("*.png"))


def _build(project: Path) -> float:
    start = time.perf_counter()
    _smm(project, "build")
    return time.perf_counter() - start


def _smm(project: Path, *words: str) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(REPO)}
    command = [sys.executable, "-m", "smm_portfolio.cli", *words]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"smm {' '.join(words)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


if __name__ == "__main__":
    main()
