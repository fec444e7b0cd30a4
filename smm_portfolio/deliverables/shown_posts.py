"""Posts on paper: the first picture of each in true proportion, with the mock label inside."""

from __future__ import annotations

from smm_portfolio.campaigns.previews import post_view
from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.deliverables.views import ShownPostView
from smm_portfolio.print.case_views import FrameView
from smm_portfolio.print.drawings import printed_art
from smm_portfolio.print.pictures import picture_uri
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views.posts import ShotView
from smm_portfolio.site.words import term

TEXT_AT_LEAST = 62.0
"""Narrower columns make words of a post hard to read; in mm."""
ALONE = 86.0
"""Width of a text that has no picture; in mm."""
_BELOW, _TEXT_AT_MOST = 180, 400
"""Characters of a post's text below a picture and alone; the approval sheet has the whole."""


def shown_post(context: SiteContext, campaign: Campaign, post: Post, height: float, most: float) -> ShownPostView:
    """A post for a slide or a sheet.

    Args:
        context: the build.
        campaign: of the post.
        post: the post.
        height: of its frame, in mm.
        most: greatest width of its frame, in mm; a wide picture is lower instead.
    """
    frame = post_view(context, campaign, post).versions[0].frame
    shot = frame.shots[0] if frame.shots else None
    drawn = shot_frame(context, shot, height, most) if shot else None
    write = context.format
    when = f"{write.weekday(post.date)} {write.day_month(post.date)}, {write.time(post.time)}"
    return ShownPostView(
        frame=drawn,
        width=max(drawn.width, TEXT_AT_LEAST) if drawn else ALONE,
        label=f"{term(context, 'platforms', post.platform)}, {write.inside(term(context, 'formats', post.format))}",
        title=context.text(post.title),
        when=when,
        text=_beginning(
            " ".join((frame.text or " ".join(one.text for one in frame.parts)).split()),
            _BELOW if drawn else _TEXT_AT_MOST,
        ),
    )


def _beginning(text: str, most: int) -> str:
    """A text that fits below its frame: a message of thousands of characters would need a slide of its own."""
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} …"


def shot_frame(context: SiteContext, shot: ShotView, height: float, most: float) -> FrameView:
    """A picture of a post in a frame, in mm; the words on it are in the title of the drawing."""
    width = min(most, height * shot.width / shot.height)
    height = width * shot.height / shot.width
    mock = str(context.labels["print"]["portfolio"]["mock_frame"])
    words = " ".join(shot.overlay) or shot.subtitle
    said = ". ".join(part.rstrip(".") for part in (mock, words, shot.picture.alt) if part)
    src = picture_uri(context.library.docs / shot.file, width, height) if shot.file else ""
    return FrameView(
        width=round(width, 2),
        height=round(height, 2),
        src=src,
        art=None if src else printed_art(shot.picture.art, said),
        alt=said,
        mock=mock,
        caption=words,
    )
