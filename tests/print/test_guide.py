"""The printed guide: what somebody who opens, prints, fills in or listens to it relies on."""

from __future__ import annotations

import datetime as dt
import io
import re
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import page
import pikepdf
import pytest

from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.library import Library
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.looks import font_set
from smm_portfolio.print.engine import render
from smm_portfolio.print.guide import Copy, guide_job, guide_jobs, make_guide
from smm_portfolio.print.postcheck import Inspection, inspect
from smm_portfolio.problems import UserError
from tests.print.documents import shipped
from tests.print.guide_project import HOSTILE, LONG_NAME, library

START = dt.date(2027, 2, 1)
SITE = "https://example.org/bureau"
Make = Callable[..., bytes]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("guide"))


@pytest.fixture(scope="module")
def make(books: Library, font_cache: Path) -> Make:
    """`make("nl", look="quiet", start=True)` gives the PDF of the guide, each variant made once."""

    @cache
    def pdf(language: str = "nl", look: str = "studio", *, start: bool = False, site: str = SITE, letter: bool = False):
        chosen = shipped(look)
        anchors = {Anchor.START: START, Anchor.CONTRACT: dt.date(2026, 12, 1)} if start else {}
        copy = Copy(language, site, anchors, PaperSize.LETTER if letter else None)
        result = render(guide_job(books.guides[0], books, chosen, font_set(chosen, font_cache), copy))
        assert result.problems == ()
        return result.pdf

    return pdf


def read(pdf: bytes) -> Inspection:
    return inspect(pdf)


def words(pdf: bytes) -> str:
    return " ".join(" ".join(read(pdf).pages).split())


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    """Titles and 1-based pages, in order."""
    found: list[tuple[str, int]] = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = {entry.objgen: number for number, entry in enumerate(document.pages, 1)}

        def walk(items: list[pikepdf.OutlineItem]) -> None:
            for item in items:
                target = item.destination if item.destination is not None else item.action.D
                found.append((item.title, numbers[target[0].objgen]))
                walk(item.children)

        with document.open_outline() as outline:
            walk(list(outline.root))
    return found


SECTIONS = ["Jouw rol", "Taken", "Kunnen", "Rollen", "Verdienen", "Begrippen", "Crisiskaart", "Wie je belt", "Akkoord"]


@pytest.mark.parametrize("look", ["studio", "quiet"])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("start", [False, True])
def test_every_variant_is_accessible(make: Make, look: str, language: str, start: bool):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(make(language, look, start=start))
        file.flush()
        verdict = page.validate_pdf(file.name, profile=page.ValidationProfile("ua1"))
    assert [failure.rule_id for failure in verdict.failures] == []
    found = read(make(language, look, start=start))
    assert found.lang == language
    assert found.title == {"nl": "Inwerkgids", "en": "Starting guide"}[language]


def test_bookmarks_lead_to_every_section_and_phase(make: Make):
    titles = [title for title, _ in bookmarks(make())]
    wanted = [*SECTIONS, "Bronnen", "Inhoud", "Voor de start", "Na de start", "Maken"]
    assert [title for title in wanted if titles.count(title) != 1] == []


def test_contents_say_the_page_that_the_section_is_on(make: Make):
    contents = read(make()).pages[1]
    pages = dict(bookmarks(make()))
    for title in (*SECTIONS, "Voor de start", "Na de start"):
        assert re.search(rf"{title}\s+{pages[title]}\b", contents), title


def test_every_page_but_the_cover_says_where_it_belongs(make: Make):
    pages = read(make()).pages
    for number, text in enumerate(pages[1:], 2):
        assert f"Pagina {number} van {len(pages)}" in text
        assert "Inwerkgids · versie 1.2, 22 november 2026 · voorbeeldinhoud" in text
        assert "Kaap & Zn." in text
    assert "Pagina" not in pages[0]


def test_field_names_come_from_ids_and_are_the_same_in_both_languages(make: Make):
    dutch, english = read(make("nl")), read(make("en", "quiet", start=True))
    names = [field.name for field in dutch.fields]
    assert names == [field.name for field in english.fields]
    assert len(set(names)) == len(names)
    assert {
        "task.plan.laptop.done",
        "task.plan.laptop.by",
        "phase.plan.before.notes",
        "skill.skills.film.basic",
        "person.name",
        "crisis.balie.phone",
        "crisis.client",
        "sign.plan.read.merkboek-versie-5",
        "sign.plan.hire.name",
        "sign.plan.manager.place",
        "sign.plan.remarks",
    } <= set(names)


def test_every_field_says_what_it_is_for(make: Make):
    labels = {field.name: field.label for field in read(make()).fields}
    assert [name for name, label in labels.items() if not label or label == name] == []
    assert labels["task.plan.call.done"] == "Klaar: Bel de klant"
    assert labels["task.plan.call.by"] == "Gedaan op en door: Bel de klant"
    assert labels["skill.skills.film.lead"] == "Filmpjes: niveau Leidend"
    assert labels["sign.plan.hire.name"] == "Nieuwe collega, Naam"
    assert labels["sign.plan.read.huisregels"] == "Gelezen: Huisregels"


def test_without_a_start_due_dates_are_relative(make: Make):
    text = words(make())
    assert "14 dagen vóór je eerste dag" in text
    assert "een werkdag na de kick-off" in text
    assert "Wanneer" in text or "WANNEER" in text
    assert "14 days before your first day" in words(make("en"))


def test_with_a_start_due_dates_are_days_and_say_when_they_moved(make: Make):
    text = words(make(start=True)).replace("\u00a0", " ")
    assert "maandag 1 februari 2027" in read(make(start=True)).pages[0]
    assert "ma 18 januari 14 dagen vóór je eerste dag" in text
    assert "wo 28 april 85 dagen na je eerste dag, was Koningsdag" in text
    assert "een werkdag na de kick-off" in text, "the kick-off is not known, so its task stays relative"
    english = words(make("en", start=True))
    assert "Mon 18 January" in english
    assert "19 February" not in english, "the company is closed on that day"


def test_days_that_nothing_counts_from_are_left_out(make: Make):
    assert "2026" not in read(make(start=True)).pages[0].replace("22 november 2026", "")


def test_a_task_is_never_split_and_the_header_comes_again(make: Make):
    pages = read(make()).pages
    carrying = [text for text in pages if re.search(r"Taak nummer \d", text)]
    assert len(carrying) > 1
    for text in carrying:
        assert "na de start: taak" in text.casefold()
        titles = re.findall(r"Taak nummer (\d+)", text)
        assert titles == re.findall(r"Klaarzin (\d+)", text)
        assert len(titles) >= 2, "one row alone on a page"


def test_owner_help_order_and_evidence_stand_beside_the_task(make: Make):
    text = words(make())
    for part in ("met: Leidinggevende", "na: Laptop werkt", "bewijs: schermafdruk", "mag je overslaan", "met paraaf"):
        assert part in text
    assert "bron: 2" in text
    assert "https://example.org/call" in text


def test_sources_have_their_dates_and_numbers(make: Make):
    text = words(make())
    assert "Eerste bron (gepubliceerd 26 augustus 2025, bekeken op 22 november 2026) https://example.org/first" in text
    assert "Tweede bron Zonder datum." in text


def test_salaries_are_written_as_the_language_does(make: Make):
    assert "31.250" in words(make("nl"))
    assert "41.000,5" in words(make("nl"))
    assert "31,250" in words(make("en"))


def test_text_in_any_script_is_printed_and_tags_are_text(make: Make):
    text = words(make())
    for part in ("Łódź", "Αθήνα", "Москва", "<script>", "{{ 7*7 }}"):
        assert part in text
    assert "👋" in "".join(read(make()).pages)


def test_a_long_name_is_whole(make: Make):
    assert LONG_NAME in re.sub(r"\s+", "", "".join(read(make()).pages)).replace("\ufffe", "-")


def test_the_code_leads_to_the_page_of_the_language(make: Make, books: Library, font_cache: Path):
    look = shipped("studio")
    fonts = font_set(look, font_cache)
    html = guide_job(books.guides[0], books, look, fonts, Copy("en", SITE)).html
    assert "https://example.org/bureau/en/guides/start/" in html
    assert 'class="smm-qr"' in html
    assert "example.org/bureau/guides/start" in words(make("nl"))


def test_without_an_address_the_words_say_where_it_is(make: Make):
    assert "De laatste versie staat op de website, onder ‘Inwerkgids’." in words(make(site=""))


def test_the_same_guide_gives_the_same_bytes(make: Make, books: Library, font_cache: Path):
    look = shipped("quiet")
    job = guide_job(books.guides[0], books, look, font_set(look, font_cache), Copy("nl", SITE))
    assert render(job).pdf == make("nl", "quiet")


def test_ten_pages_are_light(make: Make):
    for look in ("studio", "quiet"):
        pdf = make("nl", look)
        assert len(pdf) / len(read(pdf).pages) < 40_000


def test_letter_is_letter(make: Make):
    with pikepdf.open(io.BytesIO(make(letter=True))) as document:
        assert {tuple(round(float(x)) for x in entry.mediabox[2:]) for entry in document.pages} == {(612, 792)}


def test_every_guide_in_every_language_has_its_place(books: Library, font_cache: Path):
    look = shipped("studio")
    jobs = guide_jobs(books, look, font_set(look, font_cache), books.languages, site_url=SITE)
    assert [(one.uri, one.language) for one in jobs] == [("guides/start.pdf", "nl"), ("guides/start.pdf", "en")]


def test_one_guide_for_somebody(books: Library, font_cache: Path, tmp_path: Path, make: Make):
    look = shipped("studio")
    fonts = font_set(look, font_cache)
    out = tmp_path / "new" / "gids.pdf"
    assert make_guide("start", out, books, look, fonts, Copy("nl", SITE)) == []
    assert out.read_bytes() == make("nl")


def test_a_guide_that_is_not_there(books: Library, font_cache: Path, tmp_path: Path):
    look = shipped("studio")
    with pytest.raises(UserError) as error:
        make_guide("strat", tmp_path / "x.pdf", books, look, font_set(look, font_cache), Copy("nl"))
    assert error.value.problems[0].fix == "Did you mean start?"
    assert not (tmp_path / "x.pdf").exists()


def test_a_date_outside_the_calendar_names_the_file(books: Library, font_cache: Path):
    look = shipped("studio")
    copy = Copy("nl", anchors={Anchor.START: dt.date(9999, 12, 31)})
    with pytest.raises(UserError) as error:
        guide_job(books.guides[0], books, look, font_set(look, font_cache), copy)
    assert {problem.file for problem in error.value.problems} == {"checklists/plan.yml"}
    assert len(error.value.problems) == 21


def test_hostile_words_do_not_leave_the_style_sheet(books: Library, font_cache: Path):
    look = shipped("studio")
    job = guide_job(books.guides[0], books, look, font_set(look, font_cache), Copy("nl"))
    assert HOSTILE not in job.html
    assert "<script" not in job.html
