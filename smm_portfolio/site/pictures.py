"""Pictures in true proportion: a file with its size, or a drawing of the subject."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal
from zlib import crc32

from markupsafe import Markup

from smm_portfolio.content.values.media import Artwork, ContentFormat, Motif, Picture
from smm_portfolio.site.artwork import drawing
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import Format, PictureView, Ratio

FORMATS: dict[ContentFormat, Format] = {
    ContentFormat.FEED: "45",
    ContentFormat.CAROUSEL: "45",
    ContentFormat.PHOTO: "45",
    ContentFormat.AD: "11",
    ContentFormat.PODCAST: "11",
    ContentFormat.STORY: "916",
    ContentFormat.REEL: "916",
    ContentFormat.SHORT: "916",
    ContentFormat.VIDEO: "169",
    ContentFormat.LIVE: "169",
    ContentFormat.NEWSLETTER: "191",
    ContentFormat.ARTICLE: "191",
    ContentFormat.PIN: "23",
    ContentFormat.TEXT: "txt",
    ContentFormat.THREAD: "txt",
    ContentFormat.CHANNEL_MESSAGE: "txt",
    ContentFormat.POLL: "txt",
}
"""The proportion that a format is usually made in."""

_RATIO_WORDS: dict[Format, str] = {"45": "4:5", "11": "1:1", "169": "16:9", "916": "9:16", "23": "2:3", "txt": ""}
_RATIOS: dict[Ratio, float] = {"45": 4 / 5, "11": 1, "169": 16 / 9, "916": 9 / 16, "191": 1.91, "23": 2 / 3}
_HEAD: tuple[Ratio, ...] = ("45", "916", "169")
Place = Literal["head", "card", "gallery", "post", "portrait"]
"""Where a picture stands, which says how wide it is shown."""
_SIZES: dict[Place, tuple[tuple[str, int, str], ...]] = {
    "head": (("(min-width: 1360px) ", 620, "px"), ("(min-width: 900px) ", 47, "vw"), ("", 92, "vw")),
    "card": (("(min-width: 1360px) ", 410, "px"), ("(min-width: 900px) ", 31, "vw"), ("", 96, "px")),
    "gallery": (("(min-width: 1360px) ", 300, "px"), ("(min-width: 720px) ", 23, "vw"), ("", 46, "vw")),
    "portrait": (("", 352, "px"),),
    "post": (("(min-width: 1360px) ", 300, "px"), ("(min-width: 900px) ", 24, "vw"), ("", 92, "vw")),
}
"""Condition, width and unit, after the grids of the style sheets in ``themes/base`` and Studio, which shows more."""
NO_SUBJECT = Artwork(motif=Motif.TYPE)
"""What is drawn where there is no entry: for the site as a whole."""


def ratio_words(context: SiteContext, shape: Format) -> str:
    """A proportion as people write it; empty for a text."""
    return f"{context.format.number(1.91)}:1" if shape == "191" else _RATIO_WORDS[shape]


def nearest_ratio(width: int, height: int) -> Ratio:
    """The proportion most like a size."""
    return min(_RATIOS, key=lambda one: abs(_RATIOS[one] - width / max(1, height)))


def ratio_of(format_: ContentFormat) -> Ratio:
    """The proportion of a picture that goes with a format; a text's picture is a link's."""
    shape = FORMATS[format_]
    return "191" if shape == "txt" else shape


def file_view(
    context: SiteContext, picture: Picture, ratio: Ratio | None = None, mock_tag: str = "", place: Place = "head"
) -> PictureView:
    """A picture file; in its own nearest proportion where none is asked for.

    Args:
        context: the build, whose pictures are ready; in a build that only checks they are not, and the frame is empty.
        picture: the file and its words.
        ratio: proportion of the frame; what does not fit is cut off.
        mock_tag: label inside the picture.
        place: where it stands.
    """
    found, alt = context.pictures.find(picture.file), context.text(picture.alt)
    if found is None:
        return PictureView(ratio=ratio or "169", alt=alt, mock_tag=mock_tag)
    shape = ratio or nearest_ratio(found.width, found.height)
    return PictureView(
        ratio=shape,
        src=found.src,
        sources=found.sources,
        sizes=sizes(place, found.width / max(1, found.height) / _RATIOS[shape]),
        width=found.width,
        height=found.height,
        alt=alt,
        mock_tag=mock_tag,
    )


def sizes(place: Place, wider: float) -> str:
    """How wide a picture is shown, for the browser to choose a file by.

    Args:
        place: where it stands.
        wider: how many times wider than its frame it is in proportion; that much is cut off, and is loaded with it.
    """
    cut = max(1.0, wider)
    return ", ".join(f"{condition}{round(width * cut)}{unit}" for condition, width, unit in _SIZES[place])


def subject(slug: str, art: Artwork | None) -> Artwork:
    """What is drawn for an entry: the subject that it names, else letters arranged as for no other entry."""
    return art or Artwork(motif=Motif.TYPE, seed=crc32(slug.encode()))


def drawn_view(art: Artwork | None, ratio: Ratio, alt: str = "", mock_tag: str = "", turn: str = "") -> PictureView:
    """A drawing; ``turn`` gives another arrangement of the same subject."""
    return PictureView(ratio=ratio, art=drawn(art, ratio, alt, turn), alt=alt, mock_tag=mock_tag)


def drawn(art: Artwork | None, size: str, alt: str = "", turn: str = "") -> Markup:
    """The drawing itself, in a size of ``site.artwork``."""
    art = art or NO_SUBJECT
    return _drawing(art.motif.value, f"{art.seed}{turn}", size, alt)


def head_frames(
    context: SiteContext, picture: Picture | None, art: Artwork | None, mock_tag: str
) -> tuple[PictureView, ...]:
    """Pictures of a case's header: its own picture, or three frames in true proportion."""
    if picture is not None:
        return (file_view(context, picture, mock_tag=mock_tag),)
    turns = ("", "/1", "/2")
    return tuple(drawn_view(art, ratio, mock_tag=mock_tag, turn=turn) for turn, ratio in zip(turns, _HEAD, strict=True))


@lru_cache(maxsize=512)
def _drawing(motif: str, seed: str, size: str, alt: str) -> Markup:
    return drawing(motif, seed, size, alt)
