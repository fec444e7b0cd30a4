"""The posts of a thread, each counted by itself; hashtags, link and content warning belong to the first."""

from __future__ import annotations

from smm_portfolio.campaigns.previews.sheet import Sheet
from smm_portfolio.campaigns.wording import as_posted, as_shown
from smm_portfolio.content.kinds.campaign import Post
from smm_portfolio.content.values.media import ContentFormat


def is_thread(post: Post) -> bool:
    """Whether a post goes on in further posts."""
    return post.format is ContentFormat.THREAD


def thread_parts(sheet: Sheet) -> tuple[tuple[str, int], ...]:
    """Text and length of each post of a thread; nothing for any other post."""
    post, most = sheet.post, sheet.facts.text.most if sheet.facts.text else 0
    if not is_thread(post):
        return ()
    typed = as_posted(post, sheet.text(post.text))
    first = sheet.text(post.content_warning) + sheet.scope.whole(typed)
    plain = post.model_copy(update={"hashtags": ()})
    parts = [("\n".join(part for part in sheet.words() if part), sheet.scope.count(first, most))]
    for part in post.parts:
        text = sheet.text(part)
        parts.append((as_shown(plain, text), sheet.scope.count(as_posted(plain, text), most)))
    return tuple(parts)
