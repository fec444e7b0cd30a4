"""A printed document reads what lies in the project, and nothing of the machine or the network."""

from __future__ import annotations

import base64
import logging
from pathlib import Path

import pytest

from smm_portfolio.print.engine import render
from smm_portfolio.print.fetch import Reader, Refused, local_path
from smm_portfolio.print.job import PrintJob, Rendered

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=="
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project beside a secret."""
    (tmp_path / "project/images").mkdir(parents=True)
    (tmp_path / "project/images/dot.png").write_bytes(PIXEL)
    (tmp_path / "secret.png").write_bytes(PIXEL)
    (tmp_path / "project/images/link.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "project-two").mkdir()
    (tmp_path / "project-two/dot.png").write_bytes(PIXEL)
    return tmp_path / "project"


def rendered(folder: Path, body: str, css: str = "") -> Rendered:
    html = f'<html lang="en"><head><title>T</title></head><body>{body}</body></html>'
    return render(PrintJob(html, (css,), "site_src/guides/g.yml", folder, (folder,), "en", min_page_chars=0))


def test_picture_of_the_project_is_printed(folder: Path) -> None:
    result = rendered(folder, '<img src="images/dot.png" alt="Dot">')
    assert result.ok
    assert [Path(path).name for path, _ in result.files] == ["dot.png"]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("../secret.png", "outside"),
        ("images/../../secret.png", "outside"),
        ("..%2Fsecret.png", "outside"),
        ("images/link.png", "outside"),
        ("/etc/passwd", "outside"),
        ("../project-two/dot.png", "outside"),
        ("file://otherhost/x.png", "another machine"),
        ("http://example.org/x.png", "never uses the network"),
        ("https://example.org/x.png", "never uses the network"),
        ("ftp://example.org/x.png", "never uses the network"),
        ("images/missing.png", "not there"),
        ("images", "not there"),
        ("data:image/png;base64,%%%", "base64"),
    ],
)
def test_anything_else_is_refused_with_the_name_of_its_source(
    folder: Path, url: str, words: str, logged: list[logging.LogRecord]
) -> None:
    result = rendered(folder, f'<img src="{url}" alt="">')
    assert not result.ok
    assert [p.code for p in result.problems] == ["SMM091"], result.problems
    assert words in result.problems[0].message
    assert result.problems[0].file == "site_src/guides/g.yml"
    assert result.problems[0].fix


@pytest.mark.parametrize(
    "css",
    [
        "@import url(https://example.org/x.css);",
        "body{background:url(https://example.org/x.png)}",
        "@font-face{font-family:X;src:url(https://example.org/x.woff2)}",
        "@import url(../secret.css);",
    ],
)
def test_style_sheets_reach_no_further(folder: Path, css: str, logged: list[logging.LogRecord]) -> None:
    result = rendered(folder, "<p></p>", css)
    assert not result.ok
    assert "SMM091" in {p.code for p in result.problems}


def test_all_refusals_of_a_document_come_at_once(folder: Path, logged: list[logging.LogRecord]) -> None:
    result = rendered(folder, "".join(f'<img src="{n}.png" alt="">' for n in "abc"))
    assert [p.message[:5] for p in result.problems] == ["a.png", "b.png", "c.png"]


def test_picture_that_is_none_is_reported(folder: Path, logged: list[logging.LogRecord]) -> None:
    (folder / "broken.png").write_bytes(b"not a picture")
    [problem] = rendered(folder, '<img src="broken.png" alt="">').problems
    assert (problem.code, problem.file) == ("SMM122", "site_src/guides/g.yml")


def test_data_address_is_read_and_a_broken_one_is_not() -> None:
    reader = Reader((), "x.yml")
    assert reader.read("data:text/plain,a%20b") == (b"a b", "text/plain")
    assert reader.read("data:;base64,YQ==") == (b"a", "text/plain")
    with pytest.raises(Refused, match="comma"):
        reader.read("data:text/plain")


def test_drive_letters_of_windows_are_paths() -> None:
    assert local_path("/C:/a%20b/c.png") == Path("C:/a b/c.png")
    assert local_path("/home/a%20b") == Path("/home/a b")
