"""Pictures in PDFs: upright, no finer than paper shows, and without the place where they were taken."""

from __future__ import annotations

import base64
import io
import logging
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from smm_portfolio.pictures.decoding import decode
from smm_portfolio.print.engine import render
from smm_portfolio.print.job import PrintJob, Rendered
from smm_portfolio.print.pictures import picture_uri
from tests.pictures.files import SECRET, SVG, moving, photo, see_through

FILES = {"p.jpg": photo(4000, 3000, orientation=6), "m.gif": moving(), "t.png": see_through(), "d.svg": SVG.encode()}


def printed(folder: Path, *names: str, width: str = "60mm") -> Rendered:
    folder.mkdir(exist_ok=True)
    for name, raw in FILES.items():
        (folder / name).write_bytes(raw)
    pictures = "".join(f'<img src="{name}" alt="x" style="width:{width}">' for name in names)
    html = f'<html lang="en"><head><title>T</title></head><body><p style="font-size:0">{pictures}</p></body></html>'
    return render(PrintJob(html, (), "guides/g.yml", folder, (folder,), "en", min_page_chars=0))


def pictures_in(pdf: bytes) -> list[Any]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            (int(one.Width), int(one.Height), bytes(one.read_raw_bytes()))
            for one in opened.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" and "/SMask" not in one
        ]


@pytest.mark.parametrize("name", FILES)
def test_no_picture_in_a_pdf_says_where_it_was_taken(tmp_path: Path, name: str) -> None:
    assert SECRET in FILES[name]
    result = printed(tmp_path / "project", name)
    assert result.ok, result.problems
    assert SECRET not in result.pdf
    with pikepdf.open(io.BytesIO(result.pdf)) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Stream):
                assert SECRET not in one.read_bytes() if "/DCTDecode" not in str(one.get("/Filter")) else True
                assert SECRET not in one.read_raw_bytes()
                assert b"Exif" not in one.read_raw_bytes()


def test_a_photograph_is_upright_and_has_300_dots_an_inch(tmp_path: Path) -> None:
    [(width, height, raw)] = pictures_in(printed(tmp_path / "project", "p.jpg").pdf)
    assert width < height
    assert abs(width - 60 / 25.4 * 300) <= 2
    assert len(raw) < 200_000


def test_a_broken_picture_keeps_the_document_from_being_printed(
    tmp_path: Path, logged: list[logging.LogRecord]
) -> None:
    (tmp_path / "b.jpg").write_bytes(photo()[:5000])
    html = '<html lang="en"><head><title>T</title></head><body><img src="b.jpg" alt=""></body></html>'
    result = render(PrintJob(html, (), "guides/g.yml", tmp_path, (tmp_path,), "en", min_page_chars=0))
    assert [(one.code, one.file) for one in result.problems] == [("SMM122", "guides/g.yml")]
    assert not result.pdf


def test_a_picture_cut_for_a_frame_is_clean_too(tmp_path: Path) -> None:
    path = tmp_path / "p.jpg"
    path.write_bytes(FILES["p.jpg"])
    raw = base64.b64decode(picture_uri(path, 40, 50).partition(",")[2])
    assert SECRET not in raw
    found = decode(raw)
    assert abs(found.width / found.height - 0.8) < 0.01
    (tmp_path / "b.jpg").write_bytes(b"no picture")
    assert picture_uri(tmp_path / "b.jpg", 40, 50) == ""
