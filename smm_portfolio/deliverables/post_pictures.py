"""Posts as PNG files at the platform's own pixels, drawn like the previews, with the mock label inside each."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from smm_portfolio.campaigns.files import CampaignFile, file_uri, post_uri
from smm_portfolio.campaigns.previews import post_view
from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.content.library import Entry
from smm_portfolio.deliverables.zipped import add_file
from smm_portfolio.looks import FontSet, Look, print_fonts_css, print_tokens_css
from smm_portfolio.looks.files import write_whole
from smm_portfolio.print.drawings import printed_art
from smm_portfolio.print.job import PrintJob, Rendered
from smm_portfolio.print.pictures import picture_uri
from smm_portfolio.print.pool import render_here
from smm_portfolio.print.raster import VERSION, png_of
from smm_portfolio.print.templates import document
from smm_portfolio.problems import UserError
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views.posts import FrameView, PollView, ShotView
from smm_portfolio.site.words import say

TEXT_SIZE = (1080, 1350)
"""Pixels of a picture of a text, which has no size of its own."""
_RATIOS = {"45": 4 / 5, "11": 1.0, "169": 16 / 9, "916": 9 / 16, "191": 1.91, "23": 2 / 3}
_MM_OF_PIXEL = 25.4 / 220
"""A picture file is asked for at 220 dots an inch, so that a pixel of it is a pixel of the post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPictureView:
    """One picture: pixels of the canvas, the drawing that covers it or a file, and what lies on top."""

    lang: str
    title: str
    width: int
    height: int
    mock: str
    alt: str = ""
    art: Markup | None = None
    left: int = 0
    top: int = 0
    art_width: int = 0
    art_height: int = 0
    src: str = ""
    overlay: tuple[str, ...] = ()
    subtitle: str = ""
    poll: PollView | None = None
    account: str = ""
    text: tuple[str, ...] = ()

    @property
    def is_tall(self) -> bool:
        """Whether it fills a telephone, whose upper end the platform covers."""
        return 2 * self.height > 3 * self.width

    @property
    def unit(self) -> float:
        """A hundredth of the shorter side."""
        return min(self.width, self.height) / 100


def post_pictures(context: SiteContext, look: Look, fonts: FontSet, cache: Path) -> dict[str, bytes]:
    """Every drawn post of every campaign as PNG, and all of a campaign in one archive; by address.

    Args:
        context: the build.
        look: its colours, type and template.
        fonts: of the look.
        cache: the project's ``.cache/smm``; a picture is drawn again only where something on it changed.

    Raises:
        UserError: a picture cannot be drawn, such as one whose template leaves the label out.
        PdfUnavailable: this machine cannot print.
    """
    made: dict[str, bytes] = {}
    for entry in context.library.campaigns:
        views = dict(picture_views(context, entry))
        jobs = [_job(context, look, fonts, view, entry.file) for view in views.values()]
        results = render_here(jobs, cache=cache / "posts")
        if wrong := [problem for result in results if not result.ok for problem in result.problems]:
            raise UserError(wrong)
        drawn = zip(views.items(), results, strict=True)
        pictures = {uri: _png(result, view, cache / "posts") for (uri, view), result in drawn}
        made |= pictures
        if pictures:
            made[file_uri(entry.slug, CampaignFile.POSTS)] = _archive(pictures)
    return made


def picture_views(context: SiteContext, entry: Entry[Campaign]) -> Iterator[tuple[str, PostPictureView]]:
    """What stands on each picture of the posts that the page draws, by address."""
    for post in entry.model.posts:
        if post.preview:
            yield from _views(context, entry, post)


def _views(context: SiteContext, entry: Entry[Campaign], post: Post) -> Iterator[tuple[str, PostPictureView]]:
    """Why underscores: no id has one, so card 1 of ``tip`` never takes the place of a post ``tip-1``."""
    versions = post_view(context, entry.model, post).versions
    for place, version in enumerate(versions):
        letter = f"_{chr(ord('a') + place)}" if len(versions) > 1 else ""
        frame = version.frame
        title = f"{context.text(post.title)} ({say(context, 'campaigns.mock_tag')})"
        if not frame.shots:
            yield post_uri(entry.slug, f"{post.id}{letter}"), _text_view(context, frame, title)
        for number, shot in enumerate(frame.shots, 1):
            part = f"_{number}" if len(frame.shots) > 1 else ""
            yield post_uri(entry.slug, f"{post.id}{letter}{part}"), _shot_view(context, shot, title)


def _shot_view(context: SiteContext, shot: ShotView, title: str) -> PostPictureView:
    view = PostPictureView(
        lang=context.language,
        title=title,
        width=shot.width,
        height=shot.height,
        mock=say(context, "campaigns.mock_tag"),
        alt=shot.picture.alt,
        overlay=shot.overlay,
        subtitle=shot.subtitle,
        poll=shot.poll,
    )
    if shot.file:
        src = picture_uri(context.library.docs / shot.file, shot.width * _MM_OF_PIXEL, shot.height * _MM_OF_PIXEL)
        if src:
            return replace(view, src=src)
    ratio = _RATIOS[shot.picture.ratio]
    width = max(shot.width, round(shot.height * ratio))
    height = max(shot.height, round(shot.width / ratio))
    return replace(
        view,
        art=printed_art(shot.picture.art, shot.picture.alt or title),
        left=(shot.width - width) // 2,
        top=(shot.height - height) // 2,
        art_width=width,
        art_height=height,
    )


def _text_view(context: SiteContext, frame: FrameView, title: str) -> PostPictureView:
    """A post without a picture, as the text that people read."""
    words = [frame.title, *f"{frame.text} {frame.rest}".split("\n"), *(part.text for part in frame.parts)]
    if frame.ad is not None:
        words += [frame.ad.headline, frame.ad.description, frame.ad.button]
    return PostPictureView(
        lang=context.language,
        title=title,
        width=TEXT_SIZE[0],
        height=TEXT_SIZE[1],
        mock=say(context, "campaigns.mock_tag"),
        account=frame.account,
        text=tuple(one.strip() for one in words if one.strip()),
        poll=frame.poll,
    )


def _job(context: SiteContext, look: Look, fonts: FontSet, view: PostPictureView, source: str) -> PrintJob:
    html = document(look, "post", view, context.labels["print"])
    colours = ":root {" + "".join(f"--smm-{role}: {colour};" for role, colour in look.light.items()) + "}"
    styles = [path.read_text(encoding="utf-8") for path in look.each("print/post.css")]
    css = (print_fonts_css(fonts, html), print_tokens_css(look), colours, *styles)
    root = context.library.root
    return PrintJob(
        html, css, source, root, (root, fonts.folder), view.lang, forms=False, min_page_chars=0, every_page=view.mock
    )


def _png(result: Rendered, view: PostPictureView, cache: Path) -> bytes:
    size = f"{view.width}x{view.height}"
    key = hashlib.sha256(f"{VERSION} {size} {view.mock} ".encode() + result.pdf).hexdigest()
    path = cache / key[:2] / f"{key}.png"
    if not path.is_file():
        write_whole(path, png_of(result.pdf, view.width, view.height, view.mock, flat=not view.src))
    return path.read_bytes()


def _archive(pictures: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for uri, content in pictures.items():
            add_file(archive, uri.rpartition("/")[2], content)
    return out.getvalue()
