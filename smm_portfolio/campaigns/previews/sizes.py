"""How wide and how high a post is drawn: its platform's canvas, a file's own proportion, or what is usual."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.campaigns.checks.files import is_video
from smm_portfolio.campaigns.facts import Canvas, FormatFacts
from smm_portfolio.campaigns.platforms import facts_for
from smm_portfolio.campaigns.previews.sheet import Sheet
from smm_portfolio.content.kinds.campaign import Post
from smm_portfolio.content.values.media import Picture
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.pictures import FORMATS, file_view, nearest_ratio, ratio_words
from smm_portfolio.site.views import Format, Ratio

SCALE = 1080
"""Pixels that are as wide in every frame of a page."""
USUAL: dict[Ratio, tuple[int, int]] = {
    "45": (1080, 1350),
    "11": (1080, 1080),
    "916": (1080, 1920),
    "169": (1920, 1080),
    "191": (1200, 628),
    "23": (1000, 1500),
}
"""What a proportion is usually made in, where nothing is known of the platform; drawn, never claimed."""
SEARCH = "search-ad"
"""The placement that is a line of results and has no picture."""


def shape_of(context: SiteContext, post: Post) -> Format:
    """The frame of a post: as its platform shows the format, else as the format is usually made."""
    facts = facts_for(context.library.docs, context.library.root)
    placement = post.ad.placement if post.ad else None
    return _shape(post, facts.format(post.platform, post.format, placement))


def _shape(post: Post, facts: FormatFacts | None) -> Format:
    if is_search(post):
        return "txt"
    return nearest_ratio(*facts.canvas.px) if facts and facts.canvas else FORMATS[post.format]


def is_search(post: Post) -> bool:
    """Whether the post is an ad among results of a search."""
    return post.ad is not None and post.ad.placement == SEARCH


def files_of(post: Post) -> tuple[Picture, ...]:
    """The picture files of a post that has no cards: its own, or those that would be uploaded."""
    if post.picture is not None:
        return (post.picture,)
    return tuple(Picture(file=one.file, alt=one.alt or post.alt) for one in post.media if not is_video(one.file))


def size_of(sheet: Sheet) -> tuple[int, int] | None:
    """Width and height of a post's pictures in pixels of the platform; None for a text without a picture."""
    post, shape = sheet.post, _shape(sheet.post, sheet.facts)
    if shape == "txt":
        return USUAL["191"] if files_of(post) and not is_search(post) else None
    width, height = sheet.facts.canvas.px if sheet.facts.canvas else USUAL[shape]
    own = _own_ratio(sheet)
    return (width, round(width / own)) if own else (width, height)


def _own_ratio(sheet: Sheet) -> float | None:
    """The proportion of the first file, within what the platform takes; None where it shows one proportion only."""
    accepted, post = sheet.facts.ratios, sheet.post
    first = post.cards[0].picture if post.cards else next(iter(files_of(post)), None)
    if accepted is None or first is None or sheet.facts.safe is not None:
        return None
    view = file_view(sheet.context, first)
    if not view.width or not view.height or Path(first.file).suffix == ".svg":
        return None
    least = float(accepted.least) if accepted.least is not None else 0.0
    return min(max(view.width / view.height, least), float(accepted.most))


def size_words(sheet: Sheet) -> str:
    """Proportion and pixels, or the longest text; pixels only where a source names them."""
    size, facts = size_of(sheet), sheet.facts
    if size is None:
        return sheet.say("limit", n=sheet.number(facts.text.most)) if facts.text else ""
    ratio = ratio_words(sheet.context, nearest_ratio(*size)) if _usual(*size) else ""
    if not _claimed(facts.canvas, size):
        return ratio or sheet.say("pixels", width=str(size[0]), height=str(size[1]))
    pixels = sheet.say("pixels", width=str(size[0]), height=str(size[1]))
    return f"{ratio}, {pixels}" if ratio else pixels


def _usual(width: int, height: int) -> bool:
    """Whether a size has one of the proportions that have a name, to a hundredth."""
    usual = USUAL[nearest_ratio(width, height)]
    return abs((width / height) / (usual[0] / usual[1]) - 1) < 0.01


def _claimed(canvas: Canvas | None, size: tuple[int, int]) -> bool:
    return canvas is not None and canvas.px[0] == size[0]
