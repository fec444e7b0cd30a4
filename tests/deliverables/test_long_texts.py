"""Clients write more than a slide is wide: nothing is cut off, and nothing lies over the label."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pypdfium2
import pytest

from smm_portfolio.campaigns.files import CampaignFile
from smm_portfolio.content.library import Library
from smm_portfolio.deliverables.documents import campaign_jobs
from smm_portfolio.looks import font_set, load_look
from smm_portfolio.print.case import Dress
from smm_portfolio.print.engine import render
from tests.campaigns.whole import bare, texts_in, whole_library, wordy
from tests.support.portfolio import context_of

MM = 72 / 25.4
LABEL = "Fictieve campagne · niet in opdracht, cijfers gesimuleerd"
WANTED = (CampaignFile.DECK, CampaignFile.DECK_PAPER, CampaignFile.APPROVAL)
FOOT = {CampaignFile.DECK: 19, CampaignFile.DECK_PAPER: 23, CampaignFile.APPROVAL: 21}
"""Height of the strip with the label, in mm."""

Pages = list[pypdfium2.PdfPage]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The whole campaign, with twenty words more in every text."""
    library = whole_library(tmp_path_factory.mktemp("long"))
    entry = library.campaigns[0]
    return dataclasses.replace(library, campaigns=(dataclasses.replace(entry, model=wordy(entry.model, 20)),))


@pytest.fixture(scope="module", params=["studio", "quiet"])
def printed(request: pytest.FixtureRequest, library: Library, repo_root: Path) -> dict[CampaignFile, Pages]:
    """Pages of each document in each look."""
    look, _ = load_look(request.param, library.root)
    assert look is not None
    dress = Dress(look, font_set(look, repo_root / ".cache" / "smm"))
    orders = {
        file: order
        for order in campaign_jobs(context_of(library, "nl"), dress)
        for file in WANTED
        if order.uri.endswith(f"-mock-{file}")
    }
    made = {file: render(order.job) for file, order in orders.items()}
    assert [problem for one in made.values() for problem in one.problems] == []
    return {file: list(pypdfium2.PdfDocument(one.pdf)) for file, one in made.items()}


def said(pages: Pages, foot: int) -> str:
    """Text between the margins, so that a sentence over two pages is read as one."""
    found = []
    for page in pages:
        width, height = page.get_size()
        found.append(page.get_textpage().get_text_bounded(0, foot * MM, width, height - 14 * MM))
    return bare(" ".join(found)).replace("\u00ad", "")


@pytest.mark.parametrize("file", WANTED)
def test_every_letter_lies_on_its_page_and_none_on_the_label(
    file: CampaignFile, printed: dict[CampaignFile, Pages]
) -> None:
    for number, page in enumerate(printed[file], 1):
        text = page.get_textpage()
        width, height = page.get_size()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            assert left >= 0, (number, text.get_text_range(place, 1))
            assert right <= width - 5 * MM, (number, text.get_text_range(max(0, place - 20), 40))
            assert bottom >= 0, number
            assert top <= height, number
        foot = " ".join(text.get_text_bounded(0, 0, width, FOOT[file] * MM).split())
        assert re.fullmatch(rf"{re.escape(LABEL)} ?(Pagina )?\d+ van \d+", foot), (number, foot)


def test_the_deck_keeps_the_ends_of_its_texts(printed: dict[CampaignFile, Pages], library: Library) -> None:
    campaign = library.campaigns[0].model
    shown = said(printed[CampaignFile.DECK], FOOT[CampaignFile.DECK])
    decided = (
        campaign.brief.message,
        campaign.brief.insight,
        tuple(one.trigger for one in campaign.crisis.levels) if campaign.crisis else (),
        tuple(one.observation for one in campaign.audit.findings) if campaign.audit else (),
        tuple(one.note for one in campaign.approvals),
    )
    texts = list(texts_in(decided, "nl"))
    assert len(texts) == 7
    assert [text for text in texts if bare(text) not in shown] == []


def test_the_approval_sheet_has_the_whole_text_of_each_post(
    printed: dict[CampaignFile, Pages], library: Library
) -> None:
    """Nobody signs for what they could not read."""
    shown = said(printed[CampaignFile.APPROVAL], FOOT[CampaignFile.APPROVAL])
    for post in library.campaigns[0].model.posts:
        assert bare(post.text.pick("nl")) in shown, post.id


@pytest.mark.parametrize("file", [CampaignFile.DECK, CampaignFile.DECK_PAPER])
def test_a_slide_that_runs_on_says_of_what(file: CampaignFile, printed: dict[CampaignFile, Pages]) -> None:
    """A page without a title belongs to nothing, once it is forwarded alone."""
    for number, page in enumerate(printed[file], 1):
        width, height = page.get_size()
        head = page.get_textpage().get_text_bounded(0, height - 38 * MM, width, height)
        assert len(head.split()) >= 1, number
