"""A case study on paper: everything that somebody who gets only the sheet must find, and nothing that is kept back."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.library import Library
from smm_portfolio.content.values.media import Picture
from smm_portfolio.content.values.text import Text
from smm_portfolio.print.case import case_jobs, document_problems
from smm_portfolio.print.case_frames import MEASURE, case_frames
from smm_portfolio.print.case_views import FrameView
from smm_portfolio.print.engine import render
from smm_portfolio.print.postcheck import inspect
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import printed_cases
from tests.print import shown
from tests.support.portfolio import FILES, SECRETS, library_of
from tests.support.trees import write_tree

Make = Callable[..., bytes]
MOCK = {"nl": "Fictieve case · niet in opdracht, cijfers gesimuleerd", "en": "Mock case study · not commissioned"}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(write_tree(tmp_path_factory.mktemp("cases"), FILES))


@pytest.fixture(scope="module")
def make(library: Library, font_cache: Path) -> Make:
    """`make("bakery", "nl", look="quiet")` gives the PDF of a case study, each variant made once."""

    @cache
    def pdf(slug: str, language: str = "nl", look: str = "studio", site: str = shown.SITE) -> bytes:
        context = shown.shown_context(library, language, site)
        return shown.printed(shown.case_order(context, slug, shown.dress_of(look, font_cache)))

    return pdf


@pytest.mark.parametrize("slug", ["bakery", "bicycles", "mock-shop"])
@pytest.mark.parametrize(("language", "look"), [("nl", "studio"), ("en", "quiet")])
def test_every_case_is_an_accessible_sheet_of_two_pages(make: Make, slug: str, language: str, look: str) -> None:
    pdf = make(slug, language, look)
    assert shown.breaks_ua(pdf) == []
    found = inspect(pdf)
    assert found.lang == language
    assert len(found.pages) <= 2
    assert len(pdf) < 1_000_000


def test_the_sheet_has_the_whole_story_with_its_figures(make: Make) -> None:
    text = " ".join(shown.page_texts(make("bakery"))).replace("\u00a0", " ")
    for part in (
        "Van volle vitrine naar volle workshop",
        "Meer boekingen met vaste rubrieken.",
        "Bakkerij De Aar",
        "De workshops zaten half leeg.",
        "Er waren 18 boekingen.",
        "30 boekingen voor de zaterdaghulp (uiterlijk 31 mei 2026)",
        "Vier rubrieken",
        "Dat houd je vol.",
        "+23 (+128 %)",
        "Bron: Boekingssysteem",
        "2.784 van 58.000",
        "was 1.302 van 42.000",
        "december 2025 t/m februari 2026",
        "Niet gehaald",
        "noor@example.com",
        "cijfers t/m 31 mei 2026",
        "Pagina 1 van",
    ):
        assert part.casefold() in text.casefold(), part


def test_links_lead_to_the_page_of_the_language_and_to_somebody(make: Make) -> None:
    outside, lost = shown.links(make("bakery", "en", "quiet"))
    assert lost == []
    assert {"https://example.org/p/en/work/bakery/", "mailto:noor@example.com"} <= outside
    outside, _ = shown.links(make("bakery"))
    assert "https://example.org/p/work/bakery/" in outside


def test_without_an_address_nothing_leads_nowhere(make: Make) -> None:
    outside, lost = shown.links(make("bakery", site=""))
    assert outside == {"mailto:noor@example.com"}
    assert lost == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_mock_says_so_on_every_page_in_title_and_in_metadata(make: Make, language: str) -> None:
    pdf = make("mock-shop", language, "quiet" if language == "en" else "studio")
    for text in shown.page_texts(pdf):
        assert text.casefold().count(MOCK[language].casefold()) >= 2, "in the band and at the foot"
    with pikepdf.open(io.BytesIO(pdf)) as document:
        title, keywords = str(document.docinfo.Title), str(document.docinfo.Keywords)
    label = {"nl": "fictieve case", "en": "mock case study"}[language]
    assert label in title
    assert label in keywords.casefold()
    assert any(label in words for _, words in shown.bookmarks(pdf))


def test_a_mock_without_its_label_is_never_finished(library: Library, font_cache: Path) -> None:
    """Whatever a look's style sheet does: the words are looked for on the finished pages."""
    order = shown.case_order(shown.shown_context(library), "mock-shop", shown.dress_of("studio", font_cache))
    bare = "@page mock { @bottom-left { content: none !important } @top-left { content: none !important } }"
    hidden = ".smm-badge { display: none }"
    result = render(replace(order.job, css=(*order.job.css, bare, hidden)))
    assert "SMM095" in {problem.code for problem in result.problems}
    assert not result.ok


def test_an_anonymised_case_tells_nothing_to_a_curious_reader(make: Make) -> None:
    found = shown.everything_in(make("bicycles"))
    assert "regionale fietsketen" in found, "the search sees text"
    assert [secret for secret in SECRETS if secret.casefold() in found] == []


def test_an_index_keeps_the_real_figures_back(make: Make) -> None:
    text = " ".join(shown.page_texts(make("bicycles")))
    assert "elk uitgangspunt is 100" in text
    found = shown.everything_in(make("bicycles"))
    assert [figure for figure in ("98765", "98.765", "54321", "54.321", "130", "540") if figure in text] == []
    assert "98.765" not in found


def test_a_case_on_request_is_not_printed(library: Library, font_cache: Path) -> None:
    orders = case_jobs(shown.shown_context(library), shown.dress_of("studio", font_cache))
    assert [order.uri for order in orders] == ["work/bakery.pdf", "work/bicycles.pdf", "work/mock-shop.pdf"]


def test_as_many_cases_are_printed_as_the_settings_say(library: Library) -> None:
    """A thousand case studies must not make a first build take minutes."""

    def slugs(most: int) -> list[str]:
        settings = library.settings.model_copy(
            update={"documents": library.settings.documents.model_copy(update={"cases": most})}
        )
        return [entry.slug for entry in printed_cases(replace(library, settings=settings))]

    assert slugs(1) == ["bakery"], "selected ones come first"
    assert slugs(0) == []
    assert len(slugs(50)) == 3


def test_two_runs_give_the_same_bytes(library: Library, make: Make, font_cache: Path) -> None:
    order = shown.case_order(shown.shown_context(library), "bakery", shown.dress_of("studio", font_cache))
    assert shown.printed(order) == make("bakery")


def test_letter_has_two_pages_as_well(library: Library, font_cache: Path) -> None:
    dress = shown.dress_of("studio", font_cache, PaperSize.LETTER)
    pdf = shown.printed(shown.case_order(shown.shown_context(library), "bakery", dress))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert [float(value) for value in document.pages[0].MediaBox] == pytest.approx([0, 0, 612, 792], abs=0.5)
        assert len(document.pages) <= 2


def _with_case(library: Library, **changes: object) -> SiteContext:
    """The project with its first case study changed."""
    entry = library.cases[0]
    changed = replace(entry, model=entry.model.model_copy(update=changes))
    return shown.shown_context(replace(library, cases=(changed, *library.cases[1:])))


def test_a_long_case_loses_nothing_and_is_reported(library: Library, font_cache: Path) -> None:
    entry = library.cases[0]
    words = " ".join(f"woord{number}" for number in range(900))
    situation = entry.model.situation.model_copy(update={"text": Text({"": words})})
    order = shown.case_order(_with_case(library, situation=situation), entry.slug, shown.dress_of("studio", font_cache))
    pdf = shown.printed(order)
    text = "".join("".join(shown.page_texts(pdf)).split())
    assert [number for number in range(900) if f"woord{number}" not in text] == []
    pages = len(inspect(pdf).pages)
    assert pages > 2
    (problem,) = document_problems(order, pages, len(pdf))
    assert (problem.code, problem.is_error, problem.file) == ("SMM132", False, entry.file)
    assert document_problems(order, 2, len(pdf)) == []


def test_a_huge_document_is_reported(library: Library, font_cache: Path) -> None:
    order = shown.case_order(shown.shown_context(library), "bakery", shown.dress_of("studio", font_cache))
    assert [problem.code for problem in document_problems(order, 2, 10_000_001)] == ["SMM133"]


def test_a_picture_loses_its_place_and_most_of_its_weight(library: Library, font_cache: Path) -> None:
    """WeasyPrint copies a JPEG as it is; a photograph would tell where its maker lives."""
    docs = library.docs
    photograph = Image.effect_noise((4000, 3000), 80).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = "shot at Dorpsstraat 7"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 1.0)})
    (docs / "images").mkdir(exist_ok=True)
    photograph.save(docs / "images" / "shop.jpg", exif=exif)
    picture = Picture(file="images/shop.jpg", alt=Text({"": "De winkel"}))
    order = shown.case_order(
        _with_case(library, picture=picture), library.cases[0].slug, shown.dress_of("studio", font_cache)
    )
    pdf = shown.printed(order)
    assert "dorpsstraat" not in shown.everything_in(pdf)
    assert b"Exif" not in pdf
    assert len(pdf) < (docs / "images" / "shop.jpg").stat().st_size / 4


def test_every_skill_leads_to_where_it_is_proven(make: Make) -> None:
    outside, _ = shown.links(make("bakery"))
    assert any(address.startswith("https://example.org/p/skills/") for address in outside)


def _with_words(library: Library, number: int) -> SiteContext:
    """The project with so many words more in the lessons of its first case study."""
    lessons = library.cases[0].model.lessons
    more = Text({"": " ".join(f"woord{place}" for place in range(number))})
    return _with_case(library, lessons=lessons.model_copy(update={"worked": (more,)}))


@pytest.mark.parametrize("look", ["studio", "quiet"])
def test_a_case_that_is_a_few_lines_too_long_is_set_closer_and_loses_nothing(
    library: Library, font_cache: Path, look: str
) -> None:
    """A third page with nothing on it but a code is what a recruiter would print."""
    context, dress = _with_words(library, 120), shown.dress_of(look, font_cache)
    order = shown.case_order(context, library.cases[0].slug, dress)
    plain = render(replace(order.job, fit=None))
    assert len(inspect(plain.pdf).pages) == 3, "the example is too long by a little"
    pdf = shown.printed(order)
    assert len(inspect(pdf).pages) == 2
    assert shown.breaks_ua(pdf) == []
    text = "".join("".join(shown.page_texts(pdf)).split())
    assert [number for number in range(120) if f"woord{number}" not in text] == []


def test_many_results_are_a_table_and_not_a_chart_that_fills_a_page(library: Library, font_cache: Path) -> None:
    (first, *_) = library.cases[0].model.results
    many = tuple(first.model_copy(update={"label": Text({"": f"Filiaal {number}"})}) for number in range(14))
    order = shown.case_order(
        _with_case(library, results=many), library.cases[0].slug, shown.dress_of("studio", font_cache)
    )
    pages = shown.page_texts(shown.printed(order))
    assert len(pages) == 2
    assert "Filiaal 13" in " ".join(pages)


def test_a_photograph_keeps_most_of_its_height(library: Library) -> None:
    """The strip is five times as wide as it is high; a photograph cut to that shows nothing of what it is of."""
    docs = library.docs
    (docs / "images").mkdir(exist_ok=True)
    Image.new("RGB", (400, 300), "#123456").save(docs / "images" / "square.png")
    Image.new("RGB", (1600, 300), "#123456").save(docs / "images" / "wide.png")

    def frames(name: str) -> tuple[FrameView, ...]:
        picture = Picture(file=f"images/{name}.png", alt=Text({"": "De winkel"}))
        context = _with_case(library, picture=picture, samples=())
        return case_frames(context, context.library.cases[0])

    photograph, drawing = frames("square")
    assert photograph.width / photograph.height <= 4 / 3 * 1.5
    assert drawing.art is not None
    assert photograph.width + drawing.width == pytest.approx(MEASURE - 2.5, abs=0.02)
    assert [frame.width for frame in frames("wide")] == [MEASURE]
