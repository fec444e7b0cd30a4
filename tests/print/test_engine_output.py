"""The test document in both looks: accessible, fillable, the same bytes every time."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import page
import pikepdf
import pytest

from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.looks import FontSet, font_set
from smm_portfolio.print.engine import render
from smm_portfolio.print.job import PrintJob, Rendered
from smm_portfolio.print.postcheck import Inspection, inspect
from smm_portfolio.print.styles import css_string
from tests.print.documents import guide_job, shipped


@pytest.fixture(scope="module", params=["studio", "quiet"])
def look_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def fonts(look_name: str, font_cache: Path) -> FontSet:
    return font_set(shipped(look_name), font_cache)


@pytest.fixture(scope="module")
def result(look_name: str, fonts: FontSet) -> Rendered:
    return render(guide_job(shipped(look_name), fonts))


@pytest.fixture(scope="module")
def found(result: Rendered) -> Inspection:
    return inspect(result.pdf)


def ua1_failures(pdf: bytes) -> list[str]:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        verdict = page.validate_pdf(file.name, profile=page.ValidationProfile("ua1"))
    return [failure.rule_id for failure in verdict.failures]


def test_document_has_no_problem(result: Rendered) -> None:
    assert result.problems == ()


def test_document_passes_pdf_ua_1(result: Rendered) -> None:
    assert ua1_failures(result.pdf) == []


def test_letter_passes_pdf_ua_1_with_as_many_pages(look_name: str, fonts: FontSet, found: Inspection) -> None:
    letter = render(guide_job(shipped(look_name), fonts, PaperSize.LETTER))
    assert letter.problems == ()
    assert ua1_failures(letter.pdf) == []
    with pikepdf.open(io.BytesIO(letter.pdf)) as pdf:
        assert [round(float(v)) for v in pdf.pages[0].MediaBox] == [0, 0, 612, 792]
        assert len(pdf.pages) == len(found.pages)


def test_checker_sees_a_document_that_breaks_the_rules(tmp_path: Path) -> None:
    job = PrintJob(
        "<html lang='en'><title>T</title><h1>One</h1><h3>Skipped a level</h3>",
        (),
        "g.yml",
        tmp_path,
        (tmp_path,),
        "en",
        min_page_chars=0,
    )
    import weasyprint

    assert ua1_failures(weasyprint.HTML(string=job.html).write_pdf(pdf_variant="pdf/ua-1"))


def test_same_job_gives_the_same_bytes(look_name: str, fonts: FontSet, result: Rendered) -> None:
    assert render(guide_job(shipped(look_name), fonts)).pdf == result.pdf


def test_only_our_fonts_are_embedded_and_the_file_is_small(found: Inspection, result: Rendered) -> None:
    assert all(font.startswith("Smm-") for font in found.fonts)
    families = {font.split("-")[1] for font in found.fonts}
    assert families == {"Text", "Display", "Label", "Form", "Fallback", "Emoji"}
    assert len(result.pdf) < 150_000


def test_every_field_speaks_its_label(found: Inspection) -> None:
    assert len(found.fields) == 16 * 2 + 1 + 4 + 4
    assert all(field.label and field.label != field.name for field in found.fields)
    assert len({field.name for field in found.fields}) == len(found.fields)


def test_fields_are_drawn_without_the_viewers_help(result: Rendered) -> None:
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        assert pdf.Root.AcroForm.NeedAppearances is False
        for sheet in pdf.pages:
            for field in sheet.get("/Annots", ()):
                if field.Subtype != "/Widget":
                    continue
                left, low, right, high = (float(v) for v in field.Rect)
                assert left < right
                assert low < high
                assert "/N" in field.AP
                assert field.FT != "/Btn" or {"/on", "/Off"} <= set(field.AP.N.keys())


def test_contents_foot_and_running_title_agree(found: Inspection) -> None:
    total = len(found.pages)
    for number, text in enumerate(found.pages[1:], 2):
        assert f"Pagina {number} van {total}" in text
        assert "Inwerkgids · versie 1.0" in text
    contents = found.pages[1].splitlines()
    start = next(n for n, text in enumerate(found.pages[2:], 3) if "Vink aan wat je hebt gelezen" in text)
    assert f"4 Gelezen en akkoord {start}" in contents


def test_bookmarks_name_the_sections(result: Rendered) -> None:
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf, pdf.open_outline() as outline:
        titles = [child.title for top in outline.root for child in top.children] or [t.title for t in outline.root]
    assert titles == ["Inhoud", "Welkom", "Taken per fase", "Wie je belt", "Gelezen en akkoord"]


def test_emoji_and_other_scripts_can_be_read_out(found: Inspection) -> None:
    text = "".join(found.pages)
    assert "🎉" in text
    assert "✅" in text
    assert "Анна" in text
    assert "Wisława" in text


@pytest.mark.parametrize("text", ['a"b', "a\\b", "a\nb", "a;}b{", "a</style>b", "Zoë’s"])
def test_words_in_the_margin_cannot_leave_their_string(text: str, tmp_path: Path) -> None:
    css = f":root{{--x:{css_string(text)}}} p::before{{content:var(--x)}}"
    job = PrintJob(
        "<html lang='en'><title>T</title><h1>H</h1><p></p>",
        (css,),
        "g.yml",
        tmp_path,
        (tmp_path,),
        "en",
        min_page_chars=0,
        forms=False,
    )
    import weasyprint

    pdf = weasyprint.HTML(string=job.html).write_pdf(stylesheets=[weasyprint.CSS(string=css)])
    shown = "".join(inspect(pdf).pages)
    assert text.replace("\n", " ") in shown
