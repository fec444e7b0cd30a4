"""What a user of a small project relies on: every language, nothing half published, nothing raw, the same bytes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.small_project import smm, tree_of, write_small_project


@pytest.fixture
def small(tmp_path: Path, repo_root: Path) -> Path:
    return write_small_project(tmp_path / "a project", repo_root)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    folder = write_small_project(tmp_path_factory.mktemp("small") / "site project", repo_root)
    smm(folder, "build", "--site-url", "https://example.org/course")
    return folder / "site"


def page(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text(encoding="utf-8")


def test_every_language_has_every_page(built: Path) -> None:
    for prefix in ("", "en/"):
        for name in ("salaries/pay", "salaries", "training/lesson", ""):
            assert (built / prefix / name / "index.html").is_file(), f"{prefix}{name} is missing"


def test_pages_say_their_language_and_link_to_the_same_page_in_the_other(built: Path) -> None:
    dutch, english = page(built, "salaries/pay"), page(built, "en/salaries/pay")
    assert '<html lang="nl"' in dutch
    assert '<html lang="en"' in english
    assert 'href="../../en/salaries/pay/"' in dutch
    assert 'href="../../../salaries/pay/"' in english
    assert 'hreflang="en"' in dutch
    assert "https://example.org/course/en/salaries/pay/" in dutch


def test_a_block_in_a_lesson_becomes_the_table(built: Path) -> None:
    lesson = page(built, "training/lesson")
    assert "[smm:" not in lesson
    assert "2.500" in lesson or "2.500" in lesson
    assert "2,500" in page(built, "en/training/lesson")


def test_raw_content_files_are_never_published(built: Path) -> None:
    assert not [name for name in tree_of(built) if name.endswith((".yml", ".yaml", ".md"))]


def test_robots_and_site_map_name_the_address_of_the_site(built: Path) -> None:
    robots = (built / "robots.txt").read_text(encoding="utf-8")
    assert "Sitemap: https://example.org/course/sitemap.xml" in robots
    listed = (built / "sitemap.xml").read_text(encoding="utf-8")
    for prefix in ("", "en/"):
        assert listed.count(f"<loc>https://example.org/course/{prefix}salaries/pay/</loc>") == 1
    assert 'hreflang="en" href="https://example.org/course/en/salaries/pay/"' in listed


def test_the_same_input_gives_the_same_bytes(built: Path, small: Path) -> None:
    smm(small, "build", "--site-url", "https://example.org/course")
    first, second = tree_of(built), tree_of(small / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_mistake_leaves_the_published_site_as_it_was(small: Path) -> None:
    smm(small, "build", "--no-pdf")
    before = tree_of(small / "site")
    path = small / "site_src/salaries/pay.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("period: month", "period: fortnight"), encoding="utf-8")
    done = smm(small, "build", "--no-pdf", check=False)
    assert done.returncode == 1
    assert "site_src/salaries/pay.yml:10:13 SMM013 rows[0].period" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree_of(small / "site") == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Zie [weg](verdwenen.md).", "SMM080"),
        ("[smm:salary-table pya]", "SMM030"),
        ("[smm:salaris pay]", "SMM064"),
        ('<img src="https://tracker.example/x.png" alt="x">', "SMM083"),
        ('<a href="../../nergens/">weg</a>', "SMM082"),
    ],
    ids=["dead link", "unknown slug", "unknown block", "third party", "dead address in HTML"],
)
def test_a_faulty_page_is_named_and_not_published(small: Path, text: str, code: str) -> None:
    lesson = small / "site_src/training/lesson.md"
    lesson.write_text(f"# Les\n\n{text}\n", encoding="utf-8")
    done = smm(small, "build", "--no-pdf", check=False)
    assert done.returncode == 1
    assert code in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    assert not (small / "site").exists()
    assert [path.name for path in small.glob(".site*")] == []


def test_killed_at_any_moment_the_published_site_is_whole(small: Path) -> None:
    smm(small, "build", "--no-pdf")
    before = tree_of(small / "site")
    lesson = small / "site_src/training/lesson.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nNieuwe zin.\n", encoding="utf-8")
    chance = random.Random(20261123)
    command = [sys.executable, "-m", "smm_portfolio.cli", "build", "--no-pdf"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795392000"}
    for _ in range(5):
        process = subprocess.Popen(
            command,
            cwd=small,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.3, 2.5))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        now = tree_of(small / "site")
        assert now == before or b"Nieuwe zin." in now["training/lesson/index.html"]
        assert now.keys() == before.keys()
    smm(small, "build", "--no-pdf")
    assert b"Nieuwe zin." in tree_of(small / "site")["training/lesson/index.html"]
    assert [path.name for path in small.glob(".site*")] == []


def test_a_folder_with_something_else_is_not_overwritten(small: Path) -> None:
    (small / "site").mkdir()
    (small / "site" / "thesis.docx").write_text("years of work")
    done = smm(small, "build", "--no-pdf", check=False)
    assert done.returncode == 1
    assert "SMM062" in done.stderr
    assert (small / "site" / "thesis.docx").read_text() == "years of work"


def test_problems_as_json_and_as_annotations(small: Path) -> None:
    path = small / "site_src/salaries/pay.yml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    as_json = smm(small, "check", "--format", "json", check=False)
    assert as_json.returncode == 1
    assert '"code": "SMM010"' in as_json.stdout
    annotations = smm(small, "check", "--format", "github", check=False)
    assert "::error file=site_src/salaries/pay.yml,line=15,col=1,title=SMM010::" in annotations.stdout


def test_outside_a_project_the_way_out_is_said(tmp_path: Path) -> None:
    done = smm(tmp_path, "build", check=False)
    assert done.returncode == 1
    assert "SMM060" in done.stderr
    assert "smm new" in done.stderr
