"""The content calendar: one grid a month, with posts, weekends and holidays."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict

from smm_portfolio.campaigns.previews import post_id, shape_of
from smm_portfolio.content.kinds.campaign import Campaign, Post, PostStatus
from smm_portfolio.content.work_calendar import WorkCalendar, project_calendar
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.dates import months_of
from smm_portfolio.site.views import DayView, EventView, MonthView, StateId, StateView
from smm_portfolio.site.words import say, term

WEEK = 7
MANY = 12
"""A longer campaign shows only months with posts."""
_STATES: dict[PostStatus, StateId] = {
    PostStatus.CONCEPT: "no",
    PostStatus.DRAFT: "no",
    PostStatus.REVIEW: "soon",
    PostStatus.APPROVED: "ok",
    PostStatus.SCHEDULED: "ok",
    PostStatus.PUBLISHED: "ok",
}


def month_views(context: SiteContext, campaign: Campaign) -> tuple[MonthView, ...]:
    """The months of a campaign, in order."""
    posts: defaultdict[dt.date, list[Post]] = defaultdict(list)
    for post in sorted(campaign.posts, key=lambda one: (one.date, one.time, one.id)):
        posts[post.date].append(post)
    months = months_of(campaign.period)
    if len(months) > MANY:
        months = sorted({(day.year, day.month) for day in posts})
    settings = context.library.settings
    work = project_calendar(settings.calendar, sorted({year for year, _ in months}), context.language)
    note = say(context, "campaigns.times", zone=context.format.zone(settings.timezone))
    return tuple(
        _month(context, year, month, posts, work, note if place == 0 else "")
        for place, (year, month) in enumerate(months)
    )


def _month(
    context: SiteContext, year: int, month: int, posts: dict[dt.date, list[Post]], work: WorkCalendar, note: str
) -> MonthView:
    first = dt.date(year, month, 1)
    length = calendar.monthrange(year, month)[1]
    start = context.format.locale.first_week_day
    before = (first.weekday() - start) % WEEK
    week = [first + dt.timedelta(days=start - first.weekday() + day) for day in range(WEEK)]
    return MonthView(
        id=f"month-{first:%Y-%m}",
        title=context.format.month(first),
        weekdays=tuple(context.format.weekday(day) for day in week),
        before=before,
        after=-(before + length) % WEEK,
        days=tuple(_day(context, first + dt.timedelta(days=day), posts, work) for day in range(length)),
        note=note,
    )


def _day(context: SiteContext, day: dt.date, posts: dict[dt.date, list[Post]], work: WorkCalendar) -> DayView:
    holiday = work.holidays.get(day)
    return DayView(
        number=str(day.day),
        iso=day.isoformat(),
        label=context.format.weekday(day),
        weekend=day.weekday() in work.weekend,
        holidays=tuple(holiday.split("; ")) if holiday else (),
        events=tuple(_event(context, post) for post in posts.get(day, ())),
    )


def _event(context: SiteContext, post: Post) -> EventView:
    return EventView(
        format=shape_of(context, post),
        time=context.format.time(post.time),
        channel=term(context, "platforms", post.platform),
        title=context.text(post.title),
        state=status_view(context, post.status),
        key=post.platform.value,
        href=f"#{post_id(post)}" if post.preview else "",
    )


def status_view(context: SiteContext, status: PostStatus) -> StateView:
    """How far a post is: shape and word."""
    return StateView(id=_STATES[status], label=term(context, "post_status", status))
