"""Sheets of a campaign: the brief on one page, the calendar to hang up, and the sheet to sign off post by post."""

from __future__ import annotations

from typing import Any

from smm_portfolio.campaigns.brief import brief_facts, goal_row
from smm_portfolio.campaigns.calendar import month_views
from smm_portfolio.campaigns.listing import in_order, post_table
from smm_portfolio.campaigns.tracking import tracked
from smm_portfolio.campaigns.wording import as_posted
from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.content.library import Entry
from smm_portfolio.deliverables.shown_posts import shown_post
from smm_portfolio.deliverables.views import (
    ApprovalPostView,
    ApprovalView,
    BriefPartView,
    BriefSheetView,
    CalendarSheetView,
)
from smm_portfolio.print.case_view import html, mock_label, owner_name
from smm_portfolio.print.context import Fields
from smm_portfolio.print.part_views import FactView, FieldView, SignView
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import CellView, PlanRow, PlanTable
from smm_portfolio.site.words import say, sayings, term

_HEIGHT, _MOST = 34.0, 34.0
_CHOICES = ("yes", "changed", "no")
_SIGNERS = ("maker", "client")


def brief_sheet(context: SiteContext, entry: Entry[Campaign]) -> BriefSheetView:
    """The brief on one page."""
    campaign, text = entry.model, context.text
    brief = campaign.brief
    audiences = tuple(
        f"{text(one.name)}{f', {one.ages}' if one.ages else ''}: {text(one.intent)}".removesuffix(": ")
        for one in campaign.audiences
    )
    channels = tuple(f"{term(context, 'platforms', one.platform)}: {text(one.job)}" for one in campaign.channels)
    pillars = tuple(f"{text(one.name)}: {text(one.description)}" for one in campaign.pillars)
    parts = (
        BriefPartView(title=say(context, "campaigns.brand"), body=html(context, text(campaign.brand.description))),
        BriefPartView(title=say(context, "campaigns.business_goal"), lines=(text(brief.business_goal),)),
        BriefPartView(title=say(context, "campaigns.insight"), body=html(context, text(brief.insight))),
        BriefPartView(title=say(context, "campaigns.message_part"), lines=(text(brief.message),)),
        BriefPartView(title=say(context, "campaigns.proof"), lines=tuple(map(text, brief.proof))),
        BriefPartView(title=say(context, "campaigns.action"), lines=(text(brief.call_to_action),)),
        BriefPartView(title=say(context, "campaigns.tone"), lines=(text(brief.tone),)),
        BriefPartView(title=say(context, "campaigns.jumps.audiences"), lines=audiences),
        BriefPartView(title=say(context, "campaigns.jumps.channels"), lines=channels),
        BriefPartView(title=say(context, "campaigns.pillars"), lines=pillars),
        BriefPartView(title=say(context, "campaigns.mandatories"), lines=tuple(map(text, brief.mandatories))),
    )
    return BriefSheetView(
        **_head(context, entry, "brief"),
        lede=text(campaign.summary),
        facts=tuple(FactView(label=one.term, value=one.value) for one in brief_facts(context, campaign)),
        parts=tuple(part for part in parts if part.body or part.lines),
        goals=_goals(context, campaign),
    )


def calendar_sheet(context: SiteContext, entry: Entry[Campaign]) -> CalendarSheetView:
    """The calendar to hang up."""
    return CalendarSheetView(
        **_head(context, entry, "calendar"),
        months=month_views(context, entry.model),
        listing=post_table(context, entry.model),
    )


def approval_sheet(context: SiteContext, entry: Entry[Campaign]) -> ApprovalView:
    """The sheet to sign off."""
    fields = Fields()
    posts = tuple(_post(context, entry.model, post, fields) for post in in_order(entry.model))
    return ApprovalView(
        **_head(context, entry, "approval"),
        lede=say(context, "campaigns.sheets.approval_lede"),
        posts=posts,
        signs=tuple(_sign(context, who, fields) for who in _SIGNERS),
    )


def _head(context: SiteContext, entry: Entry[Campaign], kind: str) -> dict[str, Any]:
    campaign = entry.model
    return {
        "lang": context.language,
        "author": owner_name(context),
        "title": f"{campaign.brand.name}: {context.text(campaign.title)}",
        "label": say(context, f"campaigns.sheets.{kind}"),
        "mock": mock_label(context, entry),
    }


def _goals(context: SiteContext, campaign: Campaign) -> PlanTable:
    head = sayings(context, "campaigns.deck.goal_head")
    rows = (goal_row(context, one) for one in campaign.brief.objectives)
    return PlanTable(
        caption=say(context, "campaigns.jumps.goals"),
        head=head,
        rows=tuple(
            PlanRow(
                name=one.name,
                cells=tuple(CellView(text=cell or "–") for cell in (one.baseline, one.target, one.change)),
            )
            for one in rows
        ),
        figures=True,
    )


def _post(context: SiteContext, campaign: Campaign, post: Post, fields: Fields) -> ApprovalPostView:
    shown = shown_post(context, campaign, post, _HEIGHT, _MOST)
    text, link = context.text, tracked(campaign, post)
    rows = [
        ("when", shown.when),
        ("where", shown.label),
        ("status", term(context, "post_status", post.status)),
        ("alt", text(post.alt) if shown.frame else ""),
    ]
    title = text(post.title)
    return ApprovalPostView(
        id=f"post-{post.id}",
        title=title,
        facts=tuple(
            FactView(label=say(context, f"campaigns.sheets.{key}"), value=value) for key, value in rows if value
        ),
        link=FactView(label=say(context, "campaigns.sheets.link"), value=link) if link else None,
        frame=shown.frame,
        text=tuple(line for line in as_posted(post, text(post.text)).split("\n") if line),
        choices=tuple(_field(context, fields, post.id, key, title) for key in _CHOICES),
        remarks=_field(context, fields, post.id, "remarks", title),
        signed=_field(context, fields, post.id, "signed", title),
    )


def _field(context: SiteContext, fields: Fields, id_: str, key: str, title: str) -> FieldView:
    label = say(context, f"campaigns.sheets.{key}")
    return fields.add(f"approval.{id_}.{key}", label, f"{title}: {label}")


def _sign(context: SiteContext, who: str, fields: Fields) -> SignView:
    role = say(context, f"campaigns.sheets.{who}")
    words = context.labels["print"]
    lines = ((key, words[f"sign_{key}"]) for key in ("name", "place"))
    return SignView(
        role=role,
        fields=tuple(fields.add(f"approval.sign.{who}.{key}", label, f"{role}, {label}") for key, label in lines),
    )
