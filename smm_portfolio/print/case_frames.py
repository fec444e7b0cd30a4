"""Pictures in print: the strip on top of a case study, all equally high, and single ones in the portfolio."""

from __future__ import annotations

from dataclasses import replace

from smm_portfolio.content.kinds.case_study import CaseStudy, Sample
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.media import Artwork, Picture
from smm_portfolio.print.case_views import FrameView
from smm_portfolio.print.drawings import printed_art
from smm_portfolio.print.pictures import picture_ratio, picture_uri
from smm_portfolio.site.cards import is_mock
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.pictures import FORMATS, drawn, ratio_of, subject
from smm_portfolio.site.relations import Work
from smm_portfolio.site.words import term

MEASURE = 170.0
"""Width of the text of a page, in mm."""
HEIGHT = 35.0
"""Height of the strip, in mm; Letter is a line shorter than A4 and takes a lower one."""
LETTER_HEIGHT = 28.0
_GAP = 2.5
_MAIN_AT_LEAST = 60.0
_DRAWING_AT_LEAST = 32.5
"""Width of a drawing beside a photograph, with the gap between them."""
_MOST = 4
_RATIOS = {"45": 4 / 5, "11": 1.0, "169": 16 / 9, "916": 9 / 16, "191": 1.91, "23": 2 / 3}
_DRAWN = {**_RATIOS, "band": 3.0}


def case_frames(context: SiteContext, entry: Entry[CaseStudy], height: float = HEIGHT) -> tuple[FrameView, ...]:
    """The main picture, as wide as the samples leave room for, and at most four samples in true proportion.

    A photograph is never cut to a slit: where there is more room than it can fill, the drawing of the case stands next
    to it.
    """
    room = MEASURE - _MAIN_AT_LEAST
    samples: list[FrameView] = []
    for sample in entry.model.samples:
        width = height * _RATIOS[ratio_of(sample.format)]
        bare = FORMATS[sample.format] == "txt" and sample.art is None and sample.picture is None
        if not bare and len(samples) < _MOST and width + _GAP <= room:
            room -= width + _GAP
            samples.append(_sample(context, entry, sample, (width, height)))
    main = MEASURE - sum(one.width + _GAP for one in samples)
    shown = _shown_width(context, entry.model, main, height)
    if shown == main:
        return (work_frame(context, entry, main, height), *samples)
    art, said = subject(entry.slug, entry.model.art), context.text(entry.model.title)
    drawing = _drawing(art, said, (main - shown - _GAP, height), _mock(context, entry))
    return (work_frame(context, entry, shown, height), drawing, *samples)


def _shown_width(context: SiteContext, case: CaseStudy, room: float, height: float) -> float:
    """How wide the main picture is: all the room, unless a photograph would lose more than a third of its height."""
    ratio = picture_ratio(context.library.docs / case.picture.file) if case.picture else 0
    widest = height * ratio * 1.5
    return widest if 0 < widest < room - _DRAWING_AT_LEAST else room


def work_frame(context: SiteContext, work: Work, width: float, height: float) -> FrameView:
    """The main picture of a work: its own, or the drawing; a mock says inside it what it is."""
    model, mock = work.model, _mock(context, work)
    said = context.text(model.title)
    if isinstance(model, CaseStudy) and model.picture is not None:
        return replace(picture_frame(context, model.picture, width, height, mock), mock=mock)
    return _drawing(subject(work.slug, model.art), said, (width, height), mock)


def picture_frame(context: SiteContext, picture: Picture, width: float, height: float, mock: str = "") -> FrameView:
    """A picture file in a frame, in mm."""
    path = context.library.docs / picture.file
    src = picture_uri(path, width, height) or path.resolve().as_uri()
    said = _said(mock, context.text(picture.alt))
    return FrameView(width=round(width, 2), height=height, src=src, alt=said, mock=mock)


def _sample(context: SiteContext, entry: Entry[CaseStudy], sample: Sample, size: tuple[float, float]) -> FrameView:
    label, mock = term(context, "formats", sample.format), _mock(context, entry)
    caption = f"{label}, {context.format.short_date(sample.date)}" if sample.date else label
    if sample.picture is not None:
        frame = picture_frame(context, sample.picture, *size, mock)
    else:
        said = context.text(sample.alt) or context.text(sample.caption)
        frame = _drawing(sample.art or subject(entry.slug, entry.model.art), said, size, mock)
    return replace(frame, caption=caption)


def _drawing(art: Artwork, said: str, size: tuple[float, float], mock: str) -> FrameView:
    """A drawing in the proportion most like the frame's; its edges are cut."""
    width, height = size
    shape = min(_DRAWN, key=lambda name: abs(_DRAWN[name] - width / height))
    said = _said(mock, said)
    return FrameView(
        width=round(width, 2), height=height, art=printed_art(drawn(art, shape), said), alt=said, mock=mock
    )


def _mock(context: SiteContext, work: Work) -> str:
    return str(context.labels["print"]["portfolio"]["mock_frame"]) if is_mock(work) else ""


def _said(mock: str, words: str) -> str:
    return f"{mock}: {words}" if mock else words
