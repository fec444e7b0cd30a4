"""The posts of a campaign as rows of words, the same for every file that is made of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from smm_portfolio.campaigns.listing import in_order
from smm_portfolio.campaigns.tracking import is_ad, tracked
from smm_portfolio.campaigns.wording import as_posted
from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.words import say, term


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post in words.

    Args:
        post: what it was made from.
        moment: when it goes out, in the project's time zone.
        platform: its name.
        format: its name.
        title: working title.
        text: text and hashtags as they would be typed.
        link: with utm parameters, or empty.
        alt: what the picture shows.
        pillar: name, or empty.
        audience: name, or empty.
        owner: who makes it, or empty.
        status: how far it is.
        paid: whether it is an ad.
        label: says that it is a mock.
    """

    post: Post
    moment: dt.datetime
    platform: str
    format: str
    title: str
    text: str
    link: str
    alt: str
    pillar: str
    audience: str
    owner: str
    status: str
    paid: bool
    label: str


def post_rows(context: SiteContext, campaign: Campaign) -> tuple[PostRow, ...]:
    """Every post in order of time."""
    text = context.text
    zone = ZoneInfo(context.library.settings.timezone)
    pillars = {one.id: text(one.name) for one in campaign.pillars}
    audiences = {one.id: text(one.name) for one in campaign.audiences if one.id}
    return tuple(
        PostRow(
            post=post,
            moment=dt.datetime.combine(post.date, post.time, zone),
            platform=term(context, "platforms", post.platform),
            format=term(context, "formats", post.format),
            title=text(post.title),
            text=as_posted(post, text(post.text)),
            link=tracked(campaign, post),
            alt=text(post.alt),
            pillar=pillars.get(post.pillar or "", ""),
            audience=audiences.get(post.audience or "", ""),
            owner=text(post.owner),
            status=term(context, "post_status", post.status),
            paid=is_ad(post),
            label=say(context, "campaigns.mock_tag"),
        )
        for post in in_order(campaign)
    )
