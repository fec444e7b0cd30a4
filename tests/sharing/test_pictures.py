"""The picture beside a shared link: right size, the look's colours, honest, and never in the way of a build."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from smm_portfolio.content.anonymity import found_in
from smm_portfolio.looks import FontSet, Look, font_set, load_look
from smm_portfolio.print import share
from smm_portfolio.print.drawings import coloured
from smm_portfolio.print.share import DEFAULT, share_pictures, share_uris, share_views
from smm_portfolio.problems import PdfUnavailable, UserError
from smm_portfolio.site.artwork.draw import MOTIFS, drawing
from smm_portfolio.site.context import SiteContext
from tests.support.portfolio import SECRETS


@pytest.fixture(scope="module")
def dressed(repo_root: Path) -> tuple[Look, FontSet]:
    look, problems = load_look("studio", repo_root)
    assert look is not None, problems
    return look, font_set(look, repo_root / ".cache" / "smm")


@pytest.fixture(scope="module")
def few(context: SiteContext) -> SiteContext:
    """The same project with one mock case and nothing else, so that two pictures are drawn and not ten."""
    mocks = tuple(entry for entry in context.library.cases if entry.model.kind == "mock")
    assert mocks
    return replace(context, library=replace(context.library, cases=mocks[:1], campaigns=(), profile=None), memo={})


def test_home_every_work_and_all_other_pages_have_a_picture(context: SiteContext) -> None:
    views, library = share_views(context), context.library
    works = {f"work/{one.slug}.md" for one in library.cases} | {f"campaigns/{one.slug}.md" for one in library.campaigns}
    assert views.keys() == {DEFAULT, "index.md", *works}
    assert all(view.lang == context.language and view.title for view in views.values())


def test_a_picture_of_a_mock_says_so_and_of_real_work_does_not(context: SiteContext) -> None:
    """A picture travels without its page; the label must travel with it."""
    views = share_views(context)
    for entry in context.library.cases:
        assert bool(views[f"work/{entry.slug}.md"].mock) == (entry.model.kind == "mock"), entry.slug
    assert all(views[f"campaigns/{entry.slug}.md"].mock for entry in context.library.campaigns)


def test_no_picture_tells_what_the_page_keeps(context: SiteContext) -> None:
    views = share_views(context)
    for uri, view in views.items():
        assert not found_in(f"{view} {share_uris({uri: b''}, 'x')}", SECRETS), uri
    assert "Stille Klant" not in str(views)
    assert not views["work/quiet-work.md"].result
    assert views["work/bicycles.md"].result  # an index of 100, so the case above is one of permission


@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_every_shape_of_a_drawing_has_a_colour_of_the_look(motif: str) -> None:
    """A shape without one is drawn black, over everything below it."""
    art = coloured(drawing(motif, "seed", "45"))
    assert not re.findall(r'class="smm-(?!art")[^"]*"', art)
    shapes = re.findall(r"<(?:rect|circle|ellipse|path)[^>]*>", art)
    assert shapes
    assert not [shape for shape in shapes if "fill=" not in shape]
    assert 'class="smm-a' in drawing(motif, "seed", "45")


def test_pictures_have_the_size_that_sites_ask_for_and_the_same_bytes_each_time(
    few: SiteContext, dressed: tuple[Look, FontSet], tmp_path: Path
) -> None:
    first = share_pictures(few, *dressed, tmp_path / "a")
    assert len(first) == 2
    assert share_pictures(few, *dressed, tmp_path / "b") == first
    field = tuple(bytes.fromhex(dressed[0].light["field"][1:]))
    for content in first.values():
        picture = Image.open(io.BytesIO(content)).convert("RGB")
        assert picture.size == (1200, 630)
        assert picture.getpixel((10, 10)) == field
        beside = picture.crop((800, 0, 1200, 630)).getcolors(1 << 20) or []
        assert len(beside) > 3, "the drawing is missing"
        assert len(content) < 100_000


def test_a_finished_picture_is_not_drawn_again(
    few: SiteContext, dressed: tuple[Look, FontSet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without this, every build of a thousand cases would take minutes longer."""
    first = share_pictures(few, *dressed, tmp_path)

    def fail(*_: object, **__: object) -> bytes:
        raise AssertionError("drawn again")

    monkeypatch.setattr(share, "png_of", fail)
    assert share_pictures(few, *dressed, tmp_path) == first
    with pytest.raises(AssertionError, match="drawn again"):
        share_pictures(few, *dressed, tmp_path / "empty")


def test_a_mock_whose_label_is_missing_from_its_picture_stops_the_build(
    few: SiteContext, dressed: tuple[Look, FontSet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look may bring its own template; it cannot leave the label out, and nobody has to notice a missing picture."""
    monkeypatch.setattr(
        share, "document", lambda look, name, view, t: f'<html lang="{view.lang}"><title>x</title><p>{view.title}</p>'
    )
    with pytest.raises(UserError) as raised:
        share_pictures(few, *dressed, tmp_path)
    assert {problem.file for problem in raised.value.problems} == {few.library.cases[0].file}


def test_the_picture_of_a_mock_says_so_beside_its_pixels_too(
    few: SiteContext, dressed: tuple[Look, FontSet], tmp_path: Path
) -> None:
    """A program that reads the file, not the picture, is told as well."""
    made = share_pictures(few, *dressed, tmp_path)
    views = share_views(few)
    said = {uri: Image.open(io.BytesIO(content)).info.get("Description", "") for uri, content in made.items()}
    assert said == {uri: view.mock for uri, view in views.items()}
    assert any(said.values())


def test_where_nothing_can_be_printed_the_reason_is_told(
    few: SiteContext, dressed: tuple[Look, FontSet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise PdfUnavailable([])

    monkeypatch.setattr(share, "render_here", missing)
    with pytest.raises(PdfUnavailable):
        share_pictures(few, *dressed, tmp_path)


@pytest.mark.parametrize("look", ["studio", "quiet"])
@pytest.mark.parametrize(
    "title",
    [
        "Een opvallend lange titel over hoe een keten van winkels in het drukste seizoen antwoord gaf op elke vraag",
        "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersvereniging",
        "Een titel van net geen tachtig letters over een winkel die meer boekingen wilde",
    ],
)
def test_long_words_stay_apart_and_beside_the_drawing(
    few: SiteContext, repo_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, look: str
) -> None:
    """Words over words, or over the drawing, cannot be read by anybody whom the link is sent to."""
    chosen, _ = load_look(look, repo_root)
    assert chosen is not None
    view = replace(
        share_views(few)[f"work/{few.library.cases[0].slug}.md"],
        title=title,
        size=44,
        result="€ 123.456,78 → € 1.234.567,89",
        result_name="betrokkenheidspercentage op weergaven van de campagne als doel, in drie maanden, gesimuleerd",
        name="Anna-Maria Wilhelmina van der Berg-Konstantinopoulou de Vries",
    )
    made: list[bytes] = []
    monkeypatch.setattr(share, "share_views", lambda _: {DEFAULT: view})
    monkeypatch.setattr(share, "png_of", lambda pdf, *_: made.append(pdf) or b"")
    share_pictures(few, chosen, font_set(chosen, repo_root / ".cache" / "smm"), tmp_path)
    (page,) = pypdfium2.PdfDocument(made[0])
    assert "gesimuleerd" in page.get_textpage().get_text_range()
    boxes = [box for box in map(page.get_textpage().get_charbox, range(page.get_textpage().count_chars())) if any(box)]
    name = [box for box in boxes if box[3] < 90 * 0.75]
    others = [box for box in boxes if box[3] >= 90 * 0.75]
    assert name
    assert max(top for *_, top in name) < min(bottom for _, bottom, *_ in others)
    assert max(right for _, _, right, _ in boxes) < 780 * 0.75
