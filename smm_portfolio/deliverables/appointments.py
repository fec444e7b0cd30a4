"""The content calendar as a calendar file: one appointment a post, at its real time.

Source: RFC 5545. Times are written in UTC, so that no reader needs our rules for summer time.
"""

from __future__ import annotations

import datetime as dt
import hashlib

from icalendar import Calendar, Event

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry
from smm_portfolio.deliverables.rows import PostRow, post_rows
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.words import say

_PRODUCT = "-//smm-portfolio//campaigns//EN"
_LENGTH = dt.timedelta(minutes=15)


def calendar_ics(context: SiteContext, entry: Entry[Campaign]) -> bytes:
    """The posts of a campaign as appointments; ids stay the same, so a second import replaces the first."""
    campaign = entry.model
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    label = say(context, "campaigns.mock_tag")
    calendar.add("x-wr-calname", f"{campaign.brand.name}: {context.text(campaign.title)} ({label})")
    made = dt.datetime.combine(context.today, dt.time(), dt.UTC)
    for row in post_rows(context, campaign):
        calendar.add_component(_event(entry.slug, row, made))
    written: bytes = calendar.to_ical()
    return written


def _event(slug: str, row: PostRow, made: dt.datetime) -> Event:
    event = Event()
    key = hashlib.sha256(f"{slug}\x00{row.post.id}".encode()).hexdigest()[:32]
    start = row.moment.astimezone(dt.UTC)
    event.add("uid", f"{key}@smm-portfolio")
    event.add("dtstamp", made)
    event.add("dtstart", start)
    event.add("dtend", start + _LENGTH)
    event.add("summary", f"[{row.label}] {row.platform}, {row.format}: {row.title}")
    parts = (row.label, row.status, row.text, row.link)
    event.add("description", "\n\n".join(part for part in parts if part))
    event.add("categories", [one for one in (row.platform, row.pillar, row.label) if one])
    event.add("transp", "TRANSPARENT")
    return event
