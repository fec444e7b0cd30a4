"""A filled pack: what somebody reads, on screen, on paper and by ear, is theirs, whole, and in their own script."""

from __future__ import annotations

import io
import re
import tempfile
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from smm_portfolio.content.library import Library
from smm_portfolio.packs.fill import Unfit, fill, text_string
from smm_portfolio.packs.form import Form, compile_form
from smm_portfolio.packs.layout import Sheet, ink_of, layout
from smm_portfolio.packs.people import Person, one_person
from smm_portfolio.packs.plan import ARCHIVE, PLAIN, Plan, group_of, rules_of
from smm_portfolio.packs.slots import Value
from smm_portfolio.packs.values import Schedule, Writer
from smm_portfolio.print.engine import render
from tests.packs.pack_project import plan

GIVEN = ("start=2027-02-01", "role=maker", "manager=Ilse Bakker", "buddy=Bas")
Laid = tuple[Plan, Form, Sheet]


def somebody(books: Plan, name: str = "Noor de Vries", *more: str) -> Person:
    found = one_person([f"name={name}", *GIVEN, *more], rules_of(books))
    assert found.problems == ()
    return found.people[0]


@pytest.fixture(scope="module")
def laid(books: Library, font_cache: Path) -> Callable[..., Laid]:
    """`laid("quiet")` gives a plan and its layout for makers, each made once."""

    @cache
    def make(look: str = "studio", language: str = "nl", variant: str = PLAIN) -> Laid:
        made = plan(books, font_cache, look, variant=variant)
        group = group_of(somebody(made, "X", f"language={language}"), made)
        sheet = layout(made, group, Writer(made, Schedule(made)))
        result = render(sheet.job)
        assert result.problems == ()
        return made, compile_form(result.pdf, made.values.files, ink_of(made)), sheet

    return make


def values(laid: Laid, person: Person) -> dict[str, Value]:
    made, form, sheet = laid
    return Writer(made, Schedule(made)).values(person, {one.name: sheet.dues.get(one.name) for one in form.fields})


def filled(laid: Laid, name: str = "Noor de Vries", *more: str) -> bytes:
    made, form, _ = laid
    person = somebody(made, name, *more)
    tail = fill(form, values(laid, person), person.name)
    assert isinstance(tail, bytes)
    return form.base + tail


def fields(pdf: bytes) -> dict[str, dict[str, object]]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        form = document.Root.AcroForm
        assert not form.get("/NeedAppearances", False)
        return {
            str(one.T): {
                "value": str(one.get("/V", "")),
                "drawn": drawn_text(one) if one.FT == "/Tx" else "",
                "locked": bool(int(one.get("/Ff", 0)) & 1),
            }
            for one in form.Fields
        }


def drawn_text(widget: pikepdf.Dictionary) -> str:
    """What the appearance draws, read back by the fonts' own tables."""
    stream = widget.AP.N
    words = []
    for font, shown in re.findall(r"/(F\d) [\d.]+ Tf(.*?)(?=/F\d|ET)", stream.read_bytes().decode()):
        cmap = stream.Resources.Font[f"/{font}"].ToUnicode.read_bytes().decode()
        table = {int(a, 16): bytes.fromhex(b).decode("utf-16-be") for a, b in re.findall(r"<(\w{4})> <(\w+)>", cmap)}
        glyphs = "".join(re.findall(r"<(\w+)>", shown))
        words.append("".join(table[int(glyphs[at : at + 4], 16)] for at in range(0, len(glyphs), 4)))
    return unicodedata.normalize("NFC", " ".join(words))


def picture(pdf: bytes, number: int):
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document[number].render(scale=1.5, may_draw_forms=True).to_pil().convert("L")


def failures(pdf: bytes, profile: page.ValidationProfile = page.ValidationProfile.PDF_UA_1) -> list[str]:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return [failure.rule_id for failure in page.validate_pdf(file.name, profile=profile).failures]


def test_the_days_of_a_phase_are_those_of_the_person(laid):
    found = fields(filled(laid()))
    assert found["phase.plan.before.when"]["value"] == found["phase.plan.before.when"]["drawn"]
    assert found["phase.plan.before.when"]["value"] == "18 t/m 28 januari 2027"
    assert found["phase.plan.after.when"] == {
        "value": "1 t/m 15 februari 2027", "drawn": "1 t/m 15 februari 2027", "locked": True
    }  # fmt: skip


def test_every_value_is_held_and_drawn_alike(laid):
    found = fields(filled(laid()))
    assert found["cover.name"] == {"value": "Noor de Vries", "drawn": "Noor de Vries", "locked": True}
    assert found["cover.role"]["value"] == "Maker"
    assert found["cover.start"]["value"] == "maandag 1 februari 2027"
    assert found["person.name"] == {"value": "Noor de Vries", "drawn": "Noor de Vries", "locked": False}
    assert found["sign.plan.manager.name"]["value"] == "Ilse Bakker"
    laptop = found["task.plan.laptop.due"]
    assert laptop["value"] == "ma 18 januari, 14 dagen vóór je eerste dag"
    for name, one in found.items():
        assert str(one["value"]).replace(",", "") == str(one["drawn"]).replace(",", "") or not one["drawn"], name


def test_a_moved_date_says_which_day_it_was(laid):
    found = fields(filled(laid()))
    assert found["task.plan.sunday.due"]["value"] == "ma 15 februari, 13 dagen na je eerste dag, was zondag"
    assert found["task.plan.film.due"]["value"].startswith("do 28 januari")


def test_values_are_seen_on_the_page_and_the_name_at_every_foot(laid):
    one, other = filled(laid()), filled(laid(), "Bas")
    pages = len(pypdfium2.PdfDocument(one))
    assert pages >= 4
    for number in range(pages):
        changed = ImageChops.difference(picture(one, number), picture(other, number)).getbbox()
        assert changed is not None, f"page {number + 1} does not show the name"
        if number:
            assert changed[3] > picture(one, number).height * 0.93


NAMES = [
    "Łukasz Żółć",
    "Þórður Ægisson",
    "Đặng Thị Ánh",
    "Анна Петрова",
    "Νίκος Παπαδόπουλος",
    "Ṣàngó Ọ̀ṣun",
    "O'Brien (“Bo”)",
]


@pytest.mark.parametrize("look", ["studio", "quiet"])
@pytest.mark.parametrize("name", NAMES)
def test_names_in_latin_greek_and_cyrillic_are_drawn_whole(laid, name: str, look: str):
    pdf = filled(laid(look), name)
    found = fields(pdf)
    assert found["cover.name"]["value"] == found["cover.name"]["drawn"] == unicodedata.normalize("NFC", name)
    assert len(pdf) - len(laid(look)[1].base) < 40_000


@pytest.mark.parametrize("name", ["محمد علي", "דנה כהן", "王小明", "Jan 🎉", "W" * 100])
def test_what_a_field_cannot_show_is_never_drawn_wrongly_or_cut(laid, name: str):
    made, form, _ = laid()
    person = somebody(made, name)
    assert isinstance(fill(form, values(laid(), person), person.name), Unfit)


def test_a_long_name_gets_smaller_before_it_gets_a_layout_of_its_own(laid):
    name = "Wolfeschlegelsteinhausenbergerdorff van Zuylen"
    assert fields(filled(laid(), name))["cover.name"]["drawn"] == name


@pytest.mark.parametrize(("look", "language"), [("studio", "nl"), ("quiet", "en")])
def test_filled_and_unfilled_are_accessible(laid, look: str, language: str):
    form = laid(look, language)[1]
    blank = fill(form, {}, " ")
    assert isinstance(blank, bytes)
    assert failures(form.base + blank) == []
    assert failures(filled(laid(look, language), "Анна Đặng", f"language={language}")) == []


# WeasyPrint 70 leaves the colour profile of PDF/A open until it is collected
@pytest.mark.filterwarnings("ignore:unclosed file .*sRGB2014.icc:ResourceWarning")
@pytest.mark.filterwarnings("ignore:Exception ignored in.*sRGB2014.icc:pytest.PytestUnraisableExceptionWarning")
def test_a_pack_for_a_personnel_file_makes_both_claims(laid):
    pdf = filled(laid("studio", "nl", ARCHIVE), "Łukasz Петров")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        claims = document.Root.Metadata.read_bytes()
    assert b'pdfuaid:part="1"' in claims
    assert b'pdfaid:part="3"' in claims
    assert failures(pdf) == []
    assert failures(pdf, page.ValidationProfile.PDF_A_3A) == []


def test_the_guides_metadata_says_nothing_of_the_person(laid):
    with pikepdf.open(io.BytesIO(filled(laid()))) as document:
        said = repr(dict(document.docinfo)).encode() + document.Root.Metadata.read_bytes()
    assert b"Noor de Vries" not in said
    assert b"Inwerkgids" in said


def test_a_pack_is_small_and_two_runs_give_the_same_bytes(laid):
    assert filled(laid()) == filled(laid())
    assert len(filled(laid())) < 400_000
    assert filled(laid()) != filled(laid(), "Bas")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=40))
def test_any_name_is_drawn_whole_or_refused(laid, name: str):
    form = laid()[1]
    tail = fill(form, {"cover.name": Value(name)}, "x")
    if isinstance(tail, bytes):
        found = fields(form.base + tail)["cover.name"]
        assert found["value"] == name
        assert found["drawn"] == unicodedata.normalize("NFC", name)


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_text_survives_as_a_pdf_string(text: str):
    assert str(pikepdf.Object.parse(text_string(text))) == text
