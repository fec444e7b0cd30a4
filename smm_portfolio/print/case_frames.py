"""The strip of pictures on top of a case study: its main picture, then the content that was made, all equally high."""

from __future__ import annotations

from markupsafe import Markup

from smm_portfolio.content.kinds.case_study import CaseStudy, Sample
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.media import Artwork, Picture
from smm_portfolio.print.case_views import FrameView
from smm_portfolio.print.drawings import printed_art
from smm_portfolio.print.pictures import picture_uri
from smm_portfolio.site.cards import is_mock
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.pictures import FORMATS, drawn, ratio_of
from smm_portfolio.site.words import term

MEASURE = 170.0
"""Width of the text of a page, in mm."""
HEIGHT = 35.0
_GAP = 2.5
_MAIN_AT_LEAST = 60.0
_MOST = 4
_RATIOS = {"45": 4 / 5, "11": 1.0, "169": 16 / 9, "916": 9 / 16, "191": 1.91, "23": 2 / 3}


def case_frames(context: SiteContext, entry: Entry[CaseStudy]) -> tuple[FrameView, ...]:
    """The main picture, as wide as the samples beside it leave room for, and at most four samples in true proportion."""
    case = entry.model
    mock = str(context.labels["print"]["portfolio"]["mock_frame"]) if is_mock(entry) else ""
    room = MEASURE - _MAIN_AT_LEAST
    samples: list[FrameView] = []
    for sample in case.samples:
        width = HEIGHT * _RATIOS[ratio_of(sample.format)]
        if FORMATS[sample.format] == "txt" and sample.art is None and sample.picture is None:
            continue
        if len(samples) == _MOST or width + _GAP > room:
            continue
        room -= width + _GAP
        samples.append(_sample(context, case, sample, width, mock))
    main = MEASURE - sum(one.width + _GAP for one in samples)
    alt = context.text(case.picture.alt) if case.picture else context.text(case.title)
    return (_frame(context, case.picture, case.art, main, alt, mock=mock), *samples)


def _sample(context: SiteContext, case: CaseStudy, sample: Sample, width: float, mock: str) -> FrameView:
    label = term(context, "formats", sample.format)
    caption = f"{label}, {context.format.short_date(sample.date)}" if sample.date else label
    alt = context.text(sample.picture.alt if sample.picture else sample.alt) or context.text(sample.caption)
    return _frame(context, sample.picture, sample.art or case.art, width, alt, mock=mock, caption=caption)


def _frame(
    context: SiteContext,
    picture: Picture | None,
    art: Artwork | None,
    width: float,
    alt: str,
    *,
    mock: str,
    caption: str = "",
) -> FrameView:
    said = f"{mock}: {alt}" if mock else alt
    src = picture_uri(context.library.docs / picture.file, width, HEIGHT) if picture else ""
    if picture and not src:
        src = (context.library.docs / picture.file).resolve().as_uri()
    drawing: Markup | None = None if src else printed_art(drawn(art, _nearest(width)), said)
    return FrameView(width=round(width, 2), height=HEIGHT, art=drawing, src=src, alt=said, caption=caption, mock=mock)


def _nearest(width: float) -> str:
    """The drawing whose proportion is most like a frame's; its edges are cut."""
    sizes = {**_RATIOS, "band": 3.0}
    return min(sizes, key=lambda name: abs(sizes[name] - width / HEIGHT))
