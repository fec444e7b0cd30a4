"""One version of a post as a frame: sender, pictures, words, link, poll and what makes an ad an ad."""

from __future__ import annotations

from smm_portfolio.campaigns.previews.sheet import Sheet, host_of, monogram
from smm_portfolio.campaigns.previews.shots import poll_view, shots
from smm_portfolio.campaigns.previews.sizes import is_search, size_of
from smm_portfolio.campaigns.previews.threads import is_thread, thread_parts
from smm_portfolio.content.values.media import ContentFormat
from smm_portfolio.site.pictures import drawn_view
from smm_portfolio.site.views.posts import AdView, FrameView, Layout, LinkCardView, ThreadPartView

_TITLED = (ContentFormat.ARTICLE, ContentFormat.NEWSLETTER, ContentFormat.PODCAST, ContentFormat.LIVE)
_LINKED = (ContentFormat.TEXT, ContentFormat.THREAD, ContentFormat.CHANNEL_MESSAGE)
_PICTURE_FIRST = (
    ContentFormat.STORY,
    ContentFormat.REEL,
    ContentFormat.SHORT,
    ContentFormat.PIN,
    ContentFormat.VIDEO,
    ContentFormat.LIVE,
)


def frame_view(sheet: Sheet) -> FrameView:
    """A frame.

    Why no counts, ticks or hearts: nobody has seen or liked what was never posted.
    """
    post, size = sheet.post, size_of(sheet)
    words, rest = sheet.words()
    fold, pictures, layout = sheet.facts.fold, shots(sheet), _layout(sheet)
    poll = post.poll if post.poll and not (post.format is ContentFormat.STORY and pictures) else None
    return FrameView(
        layout=layout,
        width=size[0] if size else 0,
        account=sheet.campaign.brand.name,
        initials=monogram(sheet.campaign.brand),
        small=_small(sheet),
        time=sheet.context.format.time(post.time),
        shots=pictures,
        strip=sheet.say("strip", n=sheet.number(len(pictures))) if len(pictures) > 1 else "",
        title=sheet.text(post.title) if _titled(sheet) else "",
        text="" if layout == "thread" else words,
        rest="" if layout == "thread" else rest,
        fold=sheet.say("fold", n=sheet.number(fold.at)) if fold and rest else "",
        warning=sheet.text(post.content_warning),
        parts=_parts(sheet) if layout == "thread" else (),
        poll=poll_view(sheet, poll) if poll else None,
        link=_link(sheet),
        ad=_ad(sheet),
        mock_tag=sheet.say("tag"),
    )


def _layout(sheet: Sheet) -> Layout:
    post = sheet.post
    if is_search(post):
        return "search"
    if is_thread(post):
        return "thread"
    if post.format is ContentFormat.CHANNEL_MESSAGE:
        return "chat"
    size = size_of(sheet)
    vertical = size is not None and size[1] / size[0] > 1.6
    return "full" if vertical or post.format in _PICTURE_FIRST else "post"


def _small(sheet: Sheet) -> str:
    """The line below the sender: that it is an ad, and a day that is only an example."""
    day = sheet.say("when", date=sheet.context.format.day_month(sheet.post.date))
    return sheet.say("advertising", when=day) if sheet.advertising else day


def _titled(sheet: Sheet) -> bool:
    """Whether people see a title: where a source gives it a limit, and in formats that are nothing without one."""
    if is_search(sheet.post):
        return False
    return sheet.facts.title is not None or sheet.post.format in _TITLED


def _parts(sheet: Sheet) -> tuple[ThreadPartView, ...]:
    """The posts of a thread, each with its own count."""
    limit, parts = sheet.facts.text, thread_parts(sheet)
    return tuple(
        ThreadPartView(
            number=f"{place + 1}/{len(parts)}",
            text=shown,
            count=sheet.say("count", n=sheet.number(length), most=sheet.number(limit.most)) if limit else "",
            late=limit is not None and length > limit.most,
        )
        for place, (shown, length) in enumerate(parts)
    )


def _link(sheet: Sheet) -> LinkCardView | None:
    """The card that a platform makes of a link below a text."""
    post = sheet.post
    if post.link is None or post.format not in _LINKED or is_search(post) or post.poll:
        return None
    picture = drawn_view(post.art or sheet.campaign.art, "191")
    title = sheet.text(post.headline) or sheet.campaign.brand.name
    return LinkCardView(host=host_of(post.link), title=title, picture=picture)


def _ad(sheet: Sheet) -> AdView | None:
    """Headline, description, address and button; None for what is not bought."""
    post, ad = sheet.post, sheet.post.ad
    if ad is None:
        return None
    return AdView(
        host=host_of(post.link) if post.link else "",
        headline=sheet.text(ad.headline),
        description=sheet.text(ad.description),
        button=sheet.text(ad.call_to_action),
    )
