"""What a campaign prints: right sizes, nothing missing, the label on every page."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from smm_portfolio.campaigns.files import CampaignFile, file_uri
from smm_portfolio.content.library import Library
from smm_portfolio.deliverables.documents import DOCUMENTS, campaign_jobs
from smm_portfolio.looks import font_set, load_look
from smm_portfolio.print.case import Dress
from smm_portfolio.print.engine import render
from smm_portfolio.site.context import SiteContext

MM = 72 / 25.4
LABEL = "Fictieve campagne · niet in opdracht, cijfers gesimuleerd"


@pytest.fixture(scope="module")
def printed(dutch: SiteContext, library: Library) -> dict[str, bytes]:
    """Every document of the campaign, by address."""
    look, problems = load_look("studio", library.root)
    assert look is not None, problems
    orders = campaign_jobs(dutch, Dress(look, font_set(look, library.root / ".cache" / "smm")))
    made = {order.uri: render(order.job) for order in orders}
    assert [problem for one in made.values() for problem in one.problems] == []
    return {uri: one.pdf for uri, one in made.items()}


def of(printed: dict[str, bytes], file: CampaignFile) -> bytes:
    return printed[file_uri("spring", file)]


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded().replace("\r\n", " ").replace("\xa0", " ") for page in document]


def test_every_document_is_there_under_a_name_that_says_mock(printed: dict[str, bytes]) -> None:
    assert list(printed) == [file_uri("spring", file) for file in DOCUMENTS]
    assert all("/spring-mock-" in uri for uri in printed)


def test_every_page_and_the_metadata_carry_the_label(printed: dict[str, bytes]) -> None:
    """One page of a deck is forwarded alone."""
    for uri, pdf in printed.items():
        assert all(LABEL in text for text in texts(pdf)), uri
        document = pikepdf.open(io.BytesIO(pdf))
        assert "Fictieve campagne" in str(document.docinfo["/Title"]), uri


@pytest.mark.parametrize(
    ("file", "size"),
    [
        (CampaignFile.DECK, (320, 180)),
        (CampaignFile.DECK_PAPER, (297, 210)),
        (CampaignFile.BRIEF, (210, 297)),
        (CampaignFile.CALENDAR_PRINT, (297, 210)),
        (CampaignFile.APPROVAL, (210, 297)),
    ],
)
def test_pages_have_the_size_of_their_screen_or_sheet(
    printed: dict[str, bytes], file: CampaignFile, size: tuple[int, int]
) -> None:
    document = pikepdf.open(io.BytesIO(of(printed, file)))
    sizes = {tuple(round(float(side) / MM) for side in page.mediabox[2:]) for page in document.pages}
    assert sizes == {size}


def test_the_brief_is_one_page(printed: dict[str, bytes]) -> None:
    assert len(texts(of(printed, CampaignFile.BRIEF))) == 1


def test_the_deck_tells_message_goals_posts_and_calendar(printed: dict[str, bytes]) -> None:
    said = " ".join(texts(of(printed, CampaignFile.DECK)))
    for words in (
        "Een jas met een verleden.",
        "Mensen zijn de kleur zat.",
        "3,6 %",
        "April 2026",
        "Van gordijn tot jas",
    ):
        assert words in said, words


def test_the_calendar_on_paper_has_every_post_also_those_that_are_not_drawn(printed: dict[str, bytes]) -> None:
    said = " ".join(texts(of(printed, CampaignFile.CALENDAR_PRINT)))
    assert all(words in said for words in ("Van gordijn tot jas", "Eén dag naaien", "Niet getekend"))


def test_every_post_can_be_signed_off_in_the_file_itself(printed: dict[str, bytes]) -> None:
    """Field names come from ids, so that a newer version takes over what was ticked."""
    document = pikepdf.open(io.BytesIO(of(printed, CampaignFile.APPROVAL)))
    names = {str(field["/T"]) for field in document.Root.AcroForm.Fields}
    for post in ("coat", "sewing", "unseen"):
        assert {f"approval.{post}.{key}" for key in ("yes", "changed", "no", "remarks", "signed")} <= names
    assert {"approval.sign.maker.name", "approval.sign.client.name"} <= names
    titles = [str(field["/TU"]) for field in document.Root.AcroForm.Fields]
    assert "Van gordijn tot jas: Akkoord" in titles
    assert len(titles) == len(set(titles))
