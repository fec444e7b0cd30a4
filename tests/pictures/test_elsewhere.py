"""In somebody's own Material site the pictures stay where they are, and lose what nobody should read."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.pictures.files import CASE, moving, photo, see_through
from tests.pictures.looking import pictures_in, traces
from tests.support.trees import write_tree

MKDOCS = """\
site_name: Somebody's course
theme: {name: material, language: nl, logo: images/logo.png}
plugins: [search, smm, smm-campaigns]
markdown_extensions: [admonition, attr_list, md_in_html]
nav: [index.md]
"""
INDEX = "# Welkom\n\n![De winkel](images/shop.jpg){ .wide }\n\n[Werk](work/bakery.md)\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    folder = write_tree(
        tmp_path_factory.mktemp("elsewhere") / "course",
        {
            "mkdocs.yml": MKDOCS,
            "docs/index.md": INDEX,
            "docs/cases/bakery.yml": re.sub(r"\{nl: ([^,{}]*), en: [^{}]*\}", r"\1", CASE),
            "docs/images/shop.jpg": photo(1000, 750, orientation=3),
            "docs/images/logo.png": see_through(200, 100),
            "docs/images/old.png": b"broken long before we came",
            "docs/images/IMG_2041.jpg": photo(1500, 1000),
            "docs/images/table.png": see_through(),
            "docs/images/dough.gif": moving(),
        },
    )
    (folder / ".cache/smm").mkdir(parents=True)
    (folder / ".cache/smm/fonts").symlink_to(repo_root / ".cache/smm/fonts")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_pictures_keep_their_address_and_markup(course: Path) -> None:
    html = (course / "site/index.html").read_text(encoding="utf-8")
    assert '<img alt="De winkel" class="wide" src="images/shop.jpg"' in html
    assert 'src="images/logo.png"' in html
    with Image.open(course / "site/images/shop.jpg") as image:
        assert image.size == (1000, 750)


def test_none_of_them_says_where_it_was_taken(course: Path) -> None:
    found = [path for path in pictures_in(course / "site") if path.name != "old.png"]
    assert len(found) > 5
    assert {path.name: said for path in found if (said := traces(path.read_bytes()))} == {}


def test_our_own_pages_show_theirs_in_every_size(course: Path) -> None:
    html = (course / "site/work/bakery/index.html").read_text(encoding="utf-8")
    assert 'type="image/avif"' in html
    assert not (course / "site/images/IMG_2041.jpg").exists()


def test_a_file_that_was_broken_before_is_left_alone(course: Path) -> None:
    assert (course / "site/images/old.png").read_bytes() == b"broken long before we came"
