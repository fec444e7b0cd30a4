"""The content calendar as a list: every post in order, filters by channel that are links, and the chain of statuses."""

from __future__ import annotations

from collections import Counter

from smm_portfolio.campaigns.calendar import status_view
from smm_portfolio.campaigns.previews import post_id
from smm_portfolio.content.kinds.campaign import Campaign, Post, PostStatus
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import CellView, LinkView, PlanRow, PlanTable
from smm_portfolio.site.words import say, sayings, term

ALL_CHANNELS = "channel-all"
"""Anchor that takes a filter away."""


def in_order(campaign: Campaign) -> list[Post]:
    """Posts by day and time."""
    return sorted(campaign.posts, key=lambda one: (one.date, one.time, one.id))


def channel_filters(context: SiteContext, campaign: Campaign) -> tuple[LinkView, ...]:
    """A link for each channel with posts, the number of posts beside it; none where there is one channel only.

    Why links to themselves: the style sheet shows the posts of the channel that the address ends in, so the filter
    works without a script and can be sent to somebody.
    """
    numbers = Counter(post.platform for post in campaign.posts)
    if len(numbers) < 2:
        return ()
    links = [LinkView(text=say(context, "campaigns.list.all"), href=f"#{ALL_CHANNELS}", note=str(numbers.total()))]
    for platform in sorted(numbers, key=lambda one: (-numbers[one], one.value)):
        name = term(context, "platforms", platform)
        links.append(LinkView(text=name, href=f"#channel-{platform.value}", note=str(numbers[platform])))
    return tuple(links)


def post_table(context: SiteContext, campaign: Campaign) -> PlanTable:
    """Every post in order; columns that no post uses are left out."""
    head = sayings(context, "campaigns.list.head")
    pillars = {one.id: context.text(one.name) for one in campaign.pillars}
    audiences = {one.id: context.text(one.name) for one in campaign.audiences if one.id}
    posts = in_order(campaign)
    words = [
        (
            _moment(context, post),
            term(context, "platforms", post.platform),
            term(context, "formats", post.format),
            pillars.get(post.pillar or "", ""),
            audiences.get(post.audience or "", ""),
            context.text(post.owner),
        )
        for post in posts
    ]
    kept = [i for i in range(len(head) - 2) if any(row[i] for row in words)]
    rows = tuple(
        PlanRow(
            name=context.text(post.title),
            href=f"#{post_id(post)}" if post.preview else "",
            key=post.platform.value,
            cells=(*(CellView(text=row[i]) for i in kept), CellView(state=status_view(context, post.status))),
        )
        for post, row in zip(posts, words, strict=True)
    )
    return PlanTable(
        caption=say(context, "campaigns.list.caption"),
        head=(head[0], *(head[i + 1] for i in kept), head[-1]),
        rows=rows,
    )


def _moment(context: SiteContext, post: Post) -> str:
    write = context.format
    return f"{write.weekday(post.date)} {write.short_date(post.date)}, {write.time(post.time)}"


def status_chain(context: SiteContext, campaign: Campaign) -> str:
    """How many posts stand at each status, from idea to published."""
    numbers = Counter(post.status for post in campaign.posts)
    shown = (
        say(
            context,
            "campaigns.list.shown",
            name=context.format.inside(term(context, "post_status", one)),
            n=str(numbers[one]),
        )
        for one in PostStatus
    )
    return say(context, "campaigns.list.chain", chain=" → ".join(shown))
