"""Large print: who reads with difficulty gets every letter at 16 points or more, with nothing missing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import page
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from smm_portfolio.content.library import Library
from smm_portfolio.looks import font_set
from smm_portfolio.print.engine import render
from smm_portfolio.print.guide import Copy, guide_job
from smm_portfolio.print.postcheck import inspect
from tests.print.documents import shipped
from tests.print.guide_project import library

PUNCH_TICK = "–"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="module")
def make(books: Library, font_cache: Path) -> Any:
    """`make("quiet", large=False)` gives the PDF of the guide, each variant made once."""

    @cache
    def pdf(look: str = "studio", language: str = "nl", *, large: bool = True) -> bytes:
        chosen = shipped(look)
        copy = Copy(language, "https://example.org/", large=large)
        result = render(guide_job(books.guides[0], books, chosen, font_set(chosen, font_cache), copy))
        assert result.problems == ()
        return result.pdf

    return pdf


def sizes(pdf: bytes) -> dict[str, float]:
    """The smallest size in points of each letter that is printed."""
    found: dict[str, float] = {}
    document = pypdfium2.PdfDocument(pdf)
    for one in document:
        text = one.get_textpage()
        for number in range(text.count_chars()):
            char = chr(pdfium.FPDFText_GetUnicode(text, number))
            if char.strip():
                # WeasyPrint sets text in CSS pixels and scales the page by 0.75
                size = pdfium.FPDFText_GetFontSize(text, number) * 0.75
                found[char] = min(size, found.get(char, size))
        text.close()
        one.close()
    document.close()
    return found


@pytest.mark.parametrize("look", ["studio", "quiet"])
def test_every_letter_has_sixteen_points(make: Any, look: str):
    found = sizes(make(look))
    found.pop(PUNCH_TICK)
    assert min(found.values()) >= 15.99
    assert min(sizes(make(look, large=False)).values()) < 8


@pytest.mark.parametrize(("look", "language"), [("studio", "en"), ("quiet", "nl")])
def test_large_print_is_accessible(make: Any, tmp_path: Path, look: str, language: str):
    path = tmp_path / "guide.pdf"
    path.write_bytes(make(look, language))
    found = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.rule_id for failure in found.failures] == []


def test_nothing_is_missing_and_fields_keep_their_names(make: Any):
    large, normal = inspect(make()), inspect(make(large=False))
    assert {one.name for one in large.fields} == {one.name for one in normal.fields}
    words = " ".join(" ".join(large.pages).split())
    for said in (
        "Klaarzin 20",
        "Leidinggevende",
        "Beheerder",
        "gewicht 3 van 3",
        "31.250",
        "0123456789",
        "Eerste bericht",
    ):
        assert said in words, said
