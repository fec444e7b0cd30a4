"""Whatever of a campaign is passed on alone says that it is a mock: every file, wherever the site was built."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pikepdf
import pytest
import yaml
from icalendar import Calendar
from PIL import Image

from smm_portfolio.hosts.pdf_texts import pdf_pages
from smm_portfolio.looks import load_look
from tests.campaigns.whole import SLUG, WHOLE, files
from tests.support.shared import once
from tests.support.small_project import smm
from tests.support.trees import write_tree

LABELS = ("Fictie", "fictie", "Mock", "mock")
"""How the labels of both languages begin."""


def says(text: object) -> bool:
    return any(label in str(text) for label in LABELS)


def _table(content: bytes) -> list[str]:
    """Rows without the label; the first holds the names of the columns in the calendar of ours."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    return [f"row {number}" for number, row in enumerate(rows[1:], 2) if not any(map(says, row))]


def _sheet(content: bytes) -> list[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    wrong = [] if says(rows[0][0]) else ["title"]
    return wrong + [f"row {number}" for number, row in enumerate(rows[2:], 3) if not any(map(says, row))]


def _calendar(content: bytes) -> list[str]:
    events = Calendar.from_ical(content).walk("VEVENT")
    return [str(one["uid"]) for one in events if not (says(one["summary"]) and says(one["description"]))]


def _document(content: bytes) -> list[str]:
    wrong = [f"page {number}" for number, text in enumerate(pdf_pages(content), 1) if not says(text)]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return wrong if says(pdf.docinfo["/Title"]) else [*wrong, "title"]


def _picture(content: bytes) -> list[str]:
    """What the file says, and the label as it is drawn: its colour along the lower left edge."""
    picture = Image.open(io.BytesIO(content))
    wrong = [] if says(picture.info.get("Description")) else ["metadata"]
    return wrong if _drawn(picture) else [*wrong, "pixels"]


def _drawn(picture: Image.Image) -> bool:
    small = min(picture.size)
    corner = picture.convert("RGB").crop((0, picture.height - small // 16, small // 3, picture.height))
    look, _ = load_look("studio", Path())
    assert look is not None
    wanted = tuple(bytes.fromhex(look.light["mock-bg"].lstrip("#")))
    pixels = zip(*(iter(corner.tobytes()),) * 3, strict=True)
    near = sum(max(abs(a - b) for a, b in zip(one, wanted, strict=True)) < 24 for one in pixels)
    return near > corner.width * corner.height // 3


def _archive(content: bytes) -> list[str]:
    archive, wrong = zipfile.ZipFile(io.BytesIO(content)), []
    for name in archive.namelist():
        member = archive.read(name)
        if name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(member.decode())))
            # some schedulers want no head: its cells are names and hold no text of a post
            wrong += [f"{name} row {n}" for n, row in enumerate(rows) if n and not any(map(says, row))]
        elif name.endswith(".png"):
            wrong += [f"{name}: {one}" for one in _picture(member)]
        elif not says(member.decode()):
            wrong.append(name)
    return wrong


def _page(content: bytes) -> list[str]:
    text = content.decode()
    found = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    parts = {"title": found and found[1], "banner": "smm-mock-tag" in text and text, "meta": 'name="smm:mock"' in text}
    return [name for name, part in parts.items() if not (part is True or says(part))]


READERS: dict[str, Callable[[bytes], list[str]]] = {
    ".html": _page,
    ".csv": _table,
    ".xlsx": _sheet,
    ".ics": _calendar,
    ".pdf": _document,
    ".png": _picture,
    ".zip": _archive,
}


def walked(site: Path, slug: str, *, own_frame: bool = True) -> Iterator[tuple[str, list[str]]]:
    """Each file of a campaign in each language, and what lacks the label in it.

    Args:
        site: a finished site.
        slug: the campaign's.
        own_frame: whether pages have our frame, whose head says it too.
    """
    for folder in (site / "campaigns" / slug, site / "en" / "campaigns" / slug):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                if path.suffix == ".html" and not own_frame:
                    yield path.name, [] if says(path.read_text(encoding="utf-8")) else ["page"]
                else:
                    yield path.name, READERS[path.suffix](path.read_bytes())


def slugs(site: Path) -> list[str]:
    return [one.name for one in sorted((site / "campaigns").iterdir()) if one.is_dir()]


def test_every_file_of_every_campaign_carries_the_label(reference_site: Path) -> None:
    """Also each row, entry, page and member, because they are copied alone."""
    kinds = set()
    for slug in slugs(reference_site):
        for name, wrong in walked(reference_site, slug):
            assert wrong == [], (slug, name)
            kinds.add(Path(name).suffix)
    assert kinds == set(READERS)


def test_shared_pictures_of_campaigns_carry_it_too(reference_site: Path) -> None:
    """A picture in a chat is all that somebody sees."""
    pictures = [one for slug in slugs(reference_site) for one in reference_site.rglob(f"assets/smm/share/*{slug}*.png")]
    if not pictures:  # a site without an address shares none
        assert "og:image" not in (reference_site / "index.html").read_text(encoding="utf-8")
    for path in pictures:
        assert says(Image.open(path).info.get("Description")), path


EVENT = (
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "UID:1",
    "SUMMARY:Coat",
    "DESCRIPTION:Mock",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
)


@pytest.mark.parametrize(
    ("read", "content"),
    [
        (_table, b"Datum,Label\r\n2026-04-01,Fictief\r\n2026-04-02,\r\n"),
        (_calendar, "\r\n".join(EVENT).encode()),
        (_page, b"<title>Coat</title>"),
    ],
)
def test_the_walk_sees_what_has_none(read: Callable[[bytes], list[str]], content: bytes) -> None:
    assert read(content)


def test_the_walk_sees_a_picture_whose_label_was_painted_over(reference_site: Path) -> None:
    path = next(iter(sorted((reference_site / "campaigns").rglob("*.png"))))
    picture = Image.open(path).convert("RGB")
    assert _drawn(picture)
    small = min(picture.size)
    picture.paste((90, 90, 90), (0, picture.height - small // 8, small // 2, picture.height))
    assert not _drawn(picture)


# Built elsewhere

BARE = """\
site_name: Somebody's course
theme: {name: material, language: nl}
plugins: [search, smm-campaigns]
markdown_extensions: [admonition, attr_list, md_in_html, tables]
"""


@pytest.fixture(scope="module")
def bare_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    """A Material site of somebody else with our second plugin alone, and a campaign of every part."""

    def build(folder: Path) -> None:
        dutch = _in_dutch(yaml.safe_load(re.sub(r"time: (\d\d:\d\d)", r'time: "\1"', WHOLE)))
        written = {
            "mkdocs.yml": BARE,
            "docs/index.md": "# Welkom\n\n[Winter](campaigns/deep-winter.md)\n",
            f"docs/campaigns/{SLUG}.yml": json.dumps(dutch, ensure_ascii=False, default=str),
        }
        write_tree(folder, written)
        (folder / ".cache").symlink_to(repo_root / ".cache")
        command = [str(Path(sys.executable).parent / "mkdocs"), "build", "--strict"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    return once(request.config, tmp_path_factory, "bare-campaigns", build) / "site"


def _in_dutch(value: object) -> object:
    """Texts in one language: a site without smm.yml has one."""
    if isinstance(value, dict):
        return value["nl"] if set(value) == {"nl", "en"} else {key: _in_dutch(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_in_dutch(one) for one in value]
    return value


def test_campaigns_alone_give_their_calendar_files_in_any_material_site(bare_site: Path) -> None:
    """Pictures and PDFs are made by smm build; links to files that are not there would break a strict build."""
    names = {one.name for one in (bare_site / "campaigns" / SLUG).iterdir() if one.is_file()}
    assert names == {
        "index.html",
        *(f"{SLUG}-mock-{one}" for one in ("calendar.ics", "calendar.csv", "calendar.xlsx", "schedulers.zip")),
    }
    page = (bare_site / "campaigns" / SLUG / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(rf'href="(?:[./]*|[^"]*/)({SLUG}-mock-[^"]+)"', page)) == names - {"index.html"}
    for name, wrong in walked(bare_site, SLUG, own_frame=False):
        assert wrong == [], name


def test_exercise_and_answers_stay_out_of_the_search_of_any_site(bare_site: Path) -> None:
    index = json.loads((bare_site / "search/search_index.json").read_text(encoding="utf-8"))
    assert [one["location"] for one in index["docs"] if "/exercise" in one["location"]] == []
    assert any(one["location"].startswith(f"campaigns/{SLUG}/") for one in index["docs"])


def test_the_exported_tree_carries_the_label_without_our_plugins(whole_project: Path) -> None:
    smm(whole_project, "export", "exported", "--no-pdf")
    tree = whole_project / "exported" / "nl" / "campaigns"
    assert {one.name for one in tree.iterdir()} == {"index.md", f"{SLUG}.md", SLUG}
    for path in sorted(tree.rglob("*.md")):
        if path.name != "index.md":
            assert says(path.read_text(encoding="utf-8").partition("\n---\n")[0]), path
            assert says(path.read_text(encoding="utf-8").partition("\n---\n")[2]), path
    given = [one for one in tree.rglob("*") if one.suffix in READERS]
    assert len(given) == 4
    assert {one.name: READERS[one.suffix](one.read_bytes()) for one in given} == {one.name: [] for one in given}


@pytest.fixture
def whole_project(tmp_path: Path, repo_root: Path) -> Path:
    folder = write_tree(tmp_path / "whole", files())
    (folder / ".cache").symlink_to(repo_root / ".cache")
    return folder
