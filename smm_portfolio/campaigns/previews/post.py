"""A post with all its versions, and posts in rows without holes."""

from __future__ import annotations

from collections.abc import Iterable

from smm_portfolio.campaigns.previews.frames import frame_view
from smm_portfolio.campaigns.previews.notes import checks, facts
from smm_portfolio.campaigns.previews.sheet import Sheet, sheet_of
from smm_portfolio.campaigns.previews.sizes import SCALE, shape_of, size_words
from smm_portfolio.campaigns.versions import Version, versions_of
from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.content.metrics import metrics
from smm_portfolio.content.values.media import ContentFormat
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import FactView
from smm_portfolio.site.views.posts import FrameView, PostRoom, PostView, VersionView
from smm_portfolio.site.words import say, term


def post_id(post: Post) -> str:
    """Anchor of a preview."""
    return f"post-{post.id}"


def post_view(context: SiteContext, campaign: Campaign, post: Post) -> PostView:
    """A preview of a post with all its versions.

    Args:
        context: the build.
        campaign: the campaign that the post belongs to.
        post: the post.
    """
    sheet = sheet_of(context, campaign, post)
    versions = tuple(_version(sheet, one) for one in versions_of(post))
    return PostView(
        id=post_id(post),
        format=shape_of(context, post),
        format_label=_label(sheet),
        size=size_words(sheet),
        room="test" if post.test else _room(versions[0].frame),
        versions=versions,
        test=_test(sheet),
    )


def post_rows(context: SiteContext, campaign: Campaign, posts: Iterable[Post]) -> tuple[tuple[PostView, ...], ...]:
    """Posts in rows that leave no holes: two narrow ones beside each other, a wide one alone, tests below the rest.

    Args:
        context: the build.
        campaign: the campaign that the posts belong to.
        posts: in the order of the page; a narrow post moves up to the one before it that waits for company.
    """
    views = [post_view(context, campaign, post) for post in posts]
    rows: list[list[PostView]] = []
    waiting: list[PostView] | None = None
    for view in (one for one in views if one.room != "test"):
        if view.room == "narrow" and waiting is not None:
            waiting.append(view)
            waiting = None
            continue
        rows.append([view])
        if view.room == "narrow":
            waiting = rows[-1]
    rows += [[one] for one in views if one.room == "test"]
    return tuple(map(tuple, rows))


def _version(sheet: Sheet, version: Version) -> VersionView:
    drawn = sheet.of(version.post)
    frame = frame_view(drawn)
    alts = [shot.picture.alt for shot in frame.shots if shot.picture.alt]
    return VersionView(
        frame=frame,
        label=sheet.say("version", letter=version.letter) if version.letter else "",
        differs=sheet.text(version.differs),
        alts=tuple(alts),
        checks=checks(drawn),
        facts=facts(drawn),
    )


def _room(frame: FrameView) -> PostRoom:
    narrow = 0 < frame.width <= SCALE and len(frame.shots) == 1 and frame.layout in ("post", "full")
    return "narrow" if narrow else "wide"


def _label(sheet: Sheet) -> str:
    """Platform and format, and of an ad its placement."""
    context, post = sheet.context, sheet.post
    format_ = term(context, "formats", post.format)
    if post.ad is not None:
        placements = context.labels["terms"]["placements"]
        format_ = placements.get(post.ad.placement, term(context, "formats", ContentFormat.AD))
    platform = term(context, "platforms", post.platform)
    return platform if platform == format_ else f"{platform}, {context.format.inside(format_)}"


def _test(sheet: Sheet) -> tuple[FactView, ...]:
    """Why the versions are tried, by what they are judged, and when one has won."""
    test = sheet.post.test
    if test is None:
        return ()
    rows = (
        ("hypothesis", sheet.text(test.hypothesis)),
        ("metric", sheet.text(metrics()[test.metric].name)),
        ("decision", sheet.text(test.decision)),
    )
    return tuple(FactView(term=say(sheet.context, f"campaigns.preview.{key}"), value=value) for key, value in rows)
