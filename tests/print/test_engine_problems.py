"""Whatever would come out wrong on paper stops the document and says where and why."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from smm_portfolio.looks import font_set, print_fonts_css, print_tokens_css
from smm_portfolio.print.engine import INSTALL_HINTS, install_hint, load_weasyprint, render, render_pdf
from smm_portfolio.print.job import PrintJob, Rendered
from smm_portfolio.problems import PdfUnavailable, UserError
from tests.print.documents import shipped

SOURCE = "site_src/guides/g.yml"
BASIC = "body{font-family:var(--smm-f-text)} input,textarea{appearance:auto;font-family:var(--smm-f-form)}"
EMPTY_SVG = "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 1 1%22/%3E"


@pytest.fixture
def document(font_cache: Path, tmp_path: Path):
    """`document(body)` renders a body in the studio look."""
    look = shipped("studio")
    fonts = font_set(look, font_cache)

    def make(body: str, lang: str = "en", fallback: str = "", **options: object) -> Rendered:
        css = (print_fonts_css(fonts, fallback), print_tokens_css(look), BASIC)
        html = f'<html lang="{lang}"><head><title>Title</title></head><body><h1>Heading</h1>{body}</body></html>'
        given = {"min_page_chars": 0, **options}
        return render(PrintJob(html, css, SOURCE, tmp_path, (tmp_path, fonts.folder), "en", **given))  # type: ignore[arg-type]

    return make


def codes(result: Rendered) -> list[str]:
    assert all(p.file == SOURCE and p.fix for p in result.problems)
    return [p.code for p in result.problems]


def test_plain_document_has_no_problem(document) -> None:
    result = document("<p>Fine, and “quoted”.</p>")
    assert result.ok
    assert result.problems == ()


def test_character_that_no_font_draws_is_named(document, logged: list[logging.LogRecord]) -> None:
    result = document("<p>名前</p>")
    assert not result.ok
    assert codes(result) == ["SMM092", "SMM092"]
    assert "“名” (U+540D)" in result.problems[0].message


def test_emoji_print_when_the_document_brings_their_font(document, logged: list[logging.LogRecord]) -> None:
    text = "Done ✅ 🎉 👩🏽‍💻 ❤️ ✓ ☐"
    assert document(f"<p>{text}</p>", fallback=text).ok
    assert codes(document("<p>Done 🎉</p>")) == ["SMM092"]


def test_style_that_is_not_understood_is_an_error(document, logged: list[logging.LogRecord]) -> None:
    result = document('<p style="colr:red">x</p>')
    assert codes(result) == ["SMM093"]
    assert "colr" in result.problems[0].message


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f'<img src="{EMPTY_SVG}">', "no text"),
        ('<svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg>', "no title"),
        ("<h3>Deep</h3>", "level 3 below one on level 1"),
    ],
)
def test_what_a_screen_reader_could_not_say_is_an_error(
    document, body: str, words: str, logged: list[logging.LogRecord]
) -> None:
    result = document(body)
    assert set(codes(result)) == {"SMM095"}
    assert words in result.problems[0].message


def test_decoration_needs_no_words(document, logged: list[logging.LogRecord]) -> None:
    dot = f'<img alt="" src="{EMPTY_SVG}">'
    assert document(f'<p>{dot}<svg aria-hidden="true" width="9" viewBox="0 0 9 9"><path d="M0 0h9"/></svg></p>').ok


def test_unknown_token_in_a_drawing_is_an_error_and_a_known_one_is_drawn(document) -> None:
    drawing = '<svg viewBox="0 0 9 9"><title>Bar</title><rect width="9" height="9" fill="var(--smm-{})"/></svg>'
    assert document(drawing.format("accent")).ok
    assert "--smm-acent" in document(drawing.format("acent")).problems[0].message


@pytest.mark.parametrize(
    "field", ['<input name="a.b">', '<input name="a.b" title="a.b">', '<textarea name="a.b"></textarea>']
)
def test_field_without_a_label_of_its_own_is_an_error(document, field: str) -> None:
    assert codes(document(f"<p>{field}</p>")) == ["SMM095"]


def test_nearly_empty_page_is_an_error(document) -> None:
    body = "<p>" + "words " * 60 + '</p><h2 style="break-before:page">Alone</h2>'
    result = document(body, min_page_chars=100)
    assert codes(result) == ["SMM094"]
    assert "page 2 of 2" in result.problems[0].message


def test_page_without_the_words_that_every_page_must_carry_is_an_error(document) -> None:
    assert codes(document("<p>Something</p>", every_page="mock")) == ["SMM095"]
    assert document("<p>MOCK, an exercise</p>", every_page="mock").ok


def test_wrong_language_is_an_error(document) -> None:
    assert codes(document("<p>x</p>", lang="nl")) == ["SMM095"]


def test_font_of_the_machine_never_slips_in(document) -> None:
    result = document('<p style="font-family:DejaVu Sans,serif">Same everywhere</p>')
    assert result.ok
    assert b"DejaVu" not in result.pdf


def test_problems_of_one_document_do_not_reach_the_next(document, logged: list[logging.LogRecord]) -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.level, logger.propagate, list(logger.handlers))
    assert not document('<p style="colr:red">x</p>').ok
    assert document("<p>x</p>").ok
    assert (logger.level, logger.propagate, list(logger.handlers)) == before


def test_render_pdf_raises_with_every_problem(tmp_path: Path, logged: list[logging.LogRecord]) -> None:
    html = '<html lang="en"><title>T</title><img src="a.png" alt=""><img src="b.png" alt="">'
    job = PrintJob(html, (), SOURCE, tmp_path, (tmp_path,), "en")
    with pytest.raises(UserError) as caught:
        render_pdf(job)
    assert len(caught.value.problems) == 2


def test_missing_libraries_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(PdfUnavailable) as caught:
        load_weasyprint()
    [problem] = caught.value.problems
    assert problem.code == "SMM090"
    assert install_hint() in problem.fix
    assert "--no-pdf" in problem.fix


def test_every_system_has_a_hint() -> None:
    assert "brew" in install_hint("darwin")
    assert "libpangoft2-1.0-0 libharfbuzz-subset0" in INSTALL_HINTS["linux"]
    assert "MSYS2" in install_hint("win32")
    assert "Pango" in install_hint("freebsd14")
