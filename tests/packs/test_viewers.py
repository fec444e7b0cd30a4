"""A pack in a viewer: what we filled in is drawn, and stays when somebody types, ticks and saves."""

from __future__ import annotations

import ctypes
import io
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from smm_portfolio.content.library import Library
from smm_portfolio.looks import font_set
from smm_portfolio.packs.run import PackRequest, make_packs
from tests.packs.pack_project import TODAY, listed, row
from tests.packs.test_batch import silent
from tests.print.documents import shipped

SCALE = 2.0
FILLED = (
    "cover.name",
    "cover.start",
    "person.name",
    "task.plan.laptop.due",
    "phase.plan.before.when",
    "sign.plan.hire.name",
)
TYPED, TICKED = "task.plan.laptop.by", "task.plan.laptop.done"
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def pack(books: Library, font_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A pack whose name needs the fallback font."""
    folder = tmp_path_factory.mktemp("viewers")
    look = shipped("studio")
    people = listed(folder / "people.csv", [row("Łukasz Đặng")])
    request = PackRequest("start", folder / "packs", TODAY, people, owners=False, pattern="pack-{line}")
    make_packs(request, books, look, font_set(look, font_cache), silent)
    return (folder / "packs" / "pack-2.pdf").read_bytes()


def places(pdf: bytes) -> dict[str, tuple[int, Box]]:
    """Page and rectangle of each field."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            str(one.T): (number, tuple(float(value) for value in one.Rect))
            for number, page in enumerate(document.pages)
            for one in page.get("/Annots", ())
            if one.get("/Subtype") == "/Widget"
        }


class Viewer:
    """PDFium with its form filler, which is what Chromium's viewer is."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pypdfium2.PdfDocument(pdf)
        self.document.init_forms()
        self._pages: dict[int, pypdfium2.PdfPage] = {}

    def page(self, number: int) -> pypdfium2.PdfPage:
        """A page, opened once, because the form filler remembers on which one it is."""
        if number not in self._pages:
            self._pages[number] = self.document[number]
        return self._pages[number]

    def picture(self, number: int, box: Box) -> Image.Image:
        """What stands in a rectangle of a page, as grey."""
        page = self.page(number)
        height = page.get_height()
        shown = page.render(scale=SCALE, may_draw_forms=True).to_pil().convert("L")
        left, bottom, right, top = box
        return shown.crop(tuple(round(value * SCALE) for value in (left, height - top, right, height - bottom)))

    def click(self, number: int, box: Box) -> None:
        page, form = self.page(number), self.document.formenv
        at = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for act in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
            act(form, page, 0, *at)

    def type(self, number: int, box: Box, text: str) -> None:
        self.click(number, box)
        for char in text:
            pdfium.FORM_OnChar(self.document.formenv, self.page(number), ord(char), 0)
        pdfium.FORM_ForceToKillFocus(self.document.formenv)

    def saved(self, *, whole: bool) -> bytes:
        out = bytearray()

        def write(_: object, data: int, size: int) -> int:
            out.extend(ctypes.string_at(data, size))
            return 1

        writer = pdfium.FPDF_FILEWRITE(version=1)
        kind = dict(pdfium.FPDF_FILEWRITE._fields_)["WriteBlock"]
        writer.WriteBlock = kind(write)
        flag = pdfium.FPDF_NO_INCREMENTAL if whole else pdfium.FPDF_INCREMENTAL
        assert pdfium.FPDF_SaveAsCopy(self.document, writer, flag)
        return bytes(out)


def inked(picture: Image.Image) -> bool:
    """Whether there is something on the paper, or on the dark cover."""
    low, high = picture.getextrema()
    return high - low > 100


def test_a_viewer_draws_what_was_filled_in(pack: bytes):
    viewer, found = Viewer(pack), places(pack)
    assert {name for name in FILLED if inked(viewer.picture(*found[name]))} == set(FILLED)
    assert not inked(viewer.picture(*_inner(found[TYPED])))


def _inner(place: tuple[int, Box]) -> tuple[int, Box]:
    """Without the writing line."""
    number, (left, bottom, right, top) = place
    return number, (left + 2, bottom + 3, right - 2, top - 1)


@pytest.mark.parametrize("whole", [False, True], ids=["appended", "rewritten"])
def test_what_somebody_types_and_ticks_is_kept_and_ours_stays(pack: bytes, whole: bool):
    found = places(pack)
    before = {name: Viewer(pack).picture(*found[name]).tobytes() for name in FILLED}
    viewer = Viewer(pack)
    viewer.type(*found[TYPED], "8 mei NV")
    viewer.click(*found[TICKED])
    again = viewer.saved(whole=whole)
    with pikepdf.open(io.BytesIO(again)) as document:
        values = {str(one.T): one for one in document.Root.AcroForm.Fields}
        assert str(values[TYPED].V) == "8 mei NV"
        assert str(values[TICKED].V) != "/Off"
        assert str(values["cover.name"].V) == "Łukasz Đặng"
        assert all("/AP" in values[name] for name in (*FILLED, TYPED, TICKED))
    reopened = Viewer(again)
    assert inked(reopened.picture(*_inner(found[TYPED])))
    assert {name for name in FILLED if reopened.picture(*found[name]).tobytes() != before[name]} == set()


def test_a_field_that_is_ours_cannot_be_typed_over(pack: bytes):
    found = places(pack)
    viewer = Viewer(pack)
    viewer.type(*found["task.plan.laptop.due"], "later")
    with pikepdf.open(io.BytesIO(viewer.saved(whole=False))) as document:
        value = next(str(one.V) for one in document.Root.AcroForm.Fields if str(one.T) == "task.plan.laptop.due")
    assert value.startswith("ma 18 januari")
