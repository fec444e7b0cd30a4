"""The checklist in somebody's own Material site, with its instant navigation and without our frame."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.checklist_page.conftest import LESSON, OTHER, SETUP
from tests.support.trees import write_tree

MKDOCS = """\
site_name: Somebody's course
site_url: http://127.0.0.1/
theme: {name: material, language: nl, font: false, features: [navigation.instant]}
plugins: [search, smm]
markdown_extensions: [attr_list, md_in_html]
nav: [index.md, lesson.md]
"""


@pytest.mark.browser
def test_ticks_work_in_a_stock_site(
    page: Page, tmp_path: Path, repo_root: Path, site_server: Callable[..., str]
) -> None:
    files = {
        "mkdocs.yml": MKDOCS,
        "docs/index.md": "# Welkom\n\n[Les](lesson.md)\n",
        "docs/lesson.md": LESSON,
        "docs/checklists/setup.yml": SETUP,
        "docs/checklists/other.yml": OTHER,
    }
    folder = write_tree(tmp_path / "course", files)
    (folder / ".cache").symlink_to(repo_root / ".cache")
    command = [str(Path(sys.executable).parent / "mkdocs"), "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    html = (folder / "site/lesson/index.html").read_text(encoding="utf-8")
    assert "smm-footer" not in html, "the site keeps its own frame"
    address = site_server(folder / "site")
    sitemap = folder / "site/sitemap.xml"  # instant navigation goes only where the map says
    sitemap.write_text(sitemap.read_text(encoding="utf-8").replace("http://127.0.0.1/", address), encoding="utf-8")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.same = true")
    page.locator("article a[href*=lesson]").click()
    page.locator("#setup-tour").check()
    assert page.evaluate("window.same"), "the page was loaded anew, so this proves nothing"
    expect(page.locator("[data-smm-tick=setup] [data-smm=done]")).to_have_text("1")
    page.reload()
    expect(page.locator("#setup-tour")).to_be_checked()
