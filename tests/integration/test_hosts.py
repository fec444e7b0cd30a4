"""The plugin in other people's sites, and the same pages under other engines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.small_project import LESSON, SALARIES, smm, write_small_project
from tests.support.trees import write_tree

BIN = Path(sys.executable).parent

CAMPAIGN = """\
title: Lente
summary: Een voorbeeldcampagne.
brand: {name: Lapwerk, description: Maakt jassen.}
period: 2026-04
brief:
  business_goal: Meer verkoop.
  objectives: [{metric: conversions, baseline: 10, target: 20}]
  insight: Wie eenmaal een jas herstelt, koopt minder.
  message: Een jas met een verhaal.
  tone: Droog.
  call_to_action: Kies een stof.
audiences: [{name: Makers, description: Naaien zelf.}]
channels: [{platform: instagram, funnel: interest, job: Laten zien}]
posts:
  - {id: start, title: Start, date: 2026-04-01, time: "10:00", platform: instagram, format: feed, text: Hallo.,
     alt: Een jas, preview: true}
art: {motif: coat}
"""

THIRD_PARTY = """\
site_name: Somebody's course
theme: {name: material, language: nl}
plugins: [search, smm, smm-campaigns]
markdown_extensions: [admonition, attr_list, md_in_html]
nav: [index.md, lesson.md]
"""


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def pages(site: Path) -> set[str]:
    return {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}


@pytest.fixture
def third_party(tmp_path: Path, repo_root: Path) -> Path:
    files = {
        "mkdocs.yml": THIRD_PARTY,
        "docs/index.md": "# Welkom\n\n[Salarissen](salaries/pay.md)\n",
        "docs/lesson.md": LESSON.replace("../salaries", "salaries"),
        "docs/salaries/pay.yml": SALARIES.replace("{nl: Nederland, en: Netherlands}", "Nederland"),
        "docs/campaigns/lente.yml": CAMPAIGN,
    }
    folder = write_tree(tmp_path / "course", files)
    (folder / ".cache").symlink_to(repo_root / ".cache")
    return folder


def test_an_existing_material_site_builds_strict_with_the_plugin(third_party: Path) -> None:
    run(third_party, "mkdocs", "build", "--strict")
    site = third_party / "site"
    assert {"salaries/pay", "campaigns/lente", "lesson"} <= pages(site)
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "Welkom" in home, "the site keeps its own home page"
    assert "md-header__inner" in home, "the site keeps its own frame"
    assert "smm-footer" not in home
    assert not list(site.rglob("*.yml"))


def test_campaigns_alone_in_a_bare_material_site(third_party: Path) -> None:
    config = third_party / "mkdocs.yml"
    config.write_text(THIRD_PARTY.replace("smm, smm-campaigns", "smm-campaigns").replace(", lesson.md", ""))
    (third_party / "docs/lesson.md").unlink()
    (third_party / "docs/index.md").write_text("# Welkom\n\n[Lente](campaigns/lente.md)\n")
    run(third_party, "mkdocs", "build", "--strict")
    campaign = (third_party / "site/campaigns/lente/index.html").read_text(encoding="utf-8")
    assert "Fictie" in campaign, "a mock is labelled in any site"
    assert not (third_party / "site/salaries").exists()
    assert not list((third_party / "site").rglob("*.yml"))


def test_without_the_campaign_plugin_nothing_links_to_campaigns(third_party: Path) -> None:
    config = third_party / "mkdocs.yml"
    config.write_text(THIRD_PARTY.replace(", smm-campaigns", ""))
    run(third_party, "mkdocs", "build", "--strict")
    assert not (third_party / "site/campaigns").exists()
    assert "campaigns/lente" not in "".join(p.read_text() for p in (third_party / "site").rglob("*.html"))


def test_a_mistake_stops_mkdocs_before_it_cleans_the_site(third_party: Path) -> None:
    run(third_party, "mkdocs", "build")
    path = third_party / "docs/salaries/pay.yml"
    path.write_text(path.read_text().replace("currency: EUR", "currency: EURO"))
    done = subprocess.run([str(BIN / "mkdocs"), "build"], cwd=third_party, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "docs/salaries/pay.yml:9:15 SMM013" in done.stderr
    assert "Traceback" not in done.stderr
    assert (third_party / "site/salaries/pay/index.html").is_file()


def test_one_language_by_plain_mkdocs(tmp_path: Path, repo_root: Path) -> None:
    small = write_small_project(tmp_path / "small", repo_root)
    run(small, "mkdocs", "build", "--strict")
    assert "salaries/pay" in pages(small / "site")
    assert "en/salaries/pay" not in pages(small / "site")


def test_properdocs_runs_the_plugin_with_the_same_pages(tmp_path: Path, repo_root: Path) -> None:
    small = write_small_project(tmp_path / "small", repo_root)
    run(small, "mkdocs", "build", "-d", "site-mkdocs")
    run(small, "properdocs", "build", "-f", "mkdocs.yml", "-d", "site-properdocs")
    assert pages(small / "site-mkdocs") == pages(small / "site-properdocs")


def test_the_exported_tree_builds_under_zensical_with_the_same_addresses(tmp_path: Path, repo_root: Path) -> None:
    small = write_small_project(tmp_path / "small", repo_root)
    smm(small, "build", "--no-pdf")
    smm(small, "export", "exported", "--no-pdf")
    for language in ("nl", "en"):
        output = run(small / "exported", "zensical", "build", "--strict", "-f", f"mkdocs.{language}.yml")
        assert "No issues found" in output
    assert pages(small / "exported/site") == pages(small / "site")
    lesson = (small / "exported/site/en/training/lesson/index.html").read_text(encoding="utf-8")
    assert "2,500" in lesson
    assert 'lang="en"' in lesson


def test_an_export_replaces_only_an_export(tmp_path: Path, repo_root: Path) -> None:
    small = write_small_project(tmp_path / "small", repo_root)
    (small / "exported").mkdir()
    (small / "exported/diary.txt").write_text("mine")
    done = smm(small, "export", "exported", "--no-pdf", check=False)
    assert done.returncode == 1
    assert "SMM062" in done.stderr
    assert (small / "exported/diary.txt").read_text() == "mine"
