"""A small project in two languages, and the commands run on it as a user runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.trees import write_tree

SETTINGS = """\
name: {nl: Voorbeeld, en: Example}
languages: [nl, en]
look: studio
"""

MKDOCS = """\
site_name: Example
docs_dir: site_src
theme: {name: material, language: nl, font: false}
plugins: [search, smm, smm-campaigns]
markdown_extensions: [attr_list, md_in_html, tables, admonition]
"""

SALARIES = """\
title: {nl: Salarissen, en: Salaries}
summary: {nl: Wat er betaald wordt, en: What is paid}
rows:
  - region: {nl: Nederland, en: Netherlands}
    role: {nl: Socialmediamanager, en: Social media manager}
    level: junior
    low: 2500
    high: 3200
    currency: EUR
    period: month
    gross: gross
    year: 2026
    source: {name: Own survey}
    confidence: low
"""

LESSON = """\
---
title: Les
---
# Les

[smm:salary-table pay]

Zie [de tabel](../salaries/pay.md).
"""


def small_project() -> dict[str, str]:
    """A project with one entry and one lesson in two languages."""
    return {
        "smm.yml": SETTINGS,
        "mkdocs.yml": MKDOCS,
        "site_src/salaries/pay.yml": SALARIES,
        "site_src/training/lesson.md": LESSON,
        "site_src/training/lesson.en.md": LESSON.replace("Les", "Lesson").replace("Zie [de tabel]", "See [the table]"),
    }


def write_small_project(folder: Path, repo_root: Path, **changed: str) -> Path:
    """Write the project; it shares this repository's cache."""
    write_tree(folder, {**small_project(), **changed})
    share_cache(folder, repo_root)
    return folder


def share_cache(folder: Path, repo_root: Path) -> None:
    """Let a project use this repository's cache, since cutting its fonts alone takes a quarter of a minute."""
    cache = repo_root / ".cache"
    cache.mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(cache)


def smm(folder: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795392000", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "smm_portfolio.cli", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if check and done.returncode:
        pytest.fail(f"smm {' '.join(words)} failed ({done.returncode})\n{done.stdout}{done.stderr}", pytrace=False)
    return done


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
