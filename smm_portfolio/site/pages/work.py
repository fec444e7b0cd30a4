"""The list of all work, and the cards of blocks."""

from __future__ import annotations

from smm_portfolio.site.cards import work_card
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import make_page
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import WorkView
from smm_portfolio.site.words import count, say

PICTURED = 60
"""Cards further down a list come without a drawing: a drawing weighs more than the rest of its card."""


def work_index(context: SiteContext) -> Page:
    """All work as cards, the newest first."""
    works = relations(context).works
    title = say(context, "works.title")
    cards = tuple(work_card(context, work, pictured=place < PICTURED) for place, work in enumerate(works))
    view = WorkView(
        title=title,
        lede=say(context, "works.summary") if works else say(context, "works.empty"),
        count=count(context, "works.count", len(works)),
        cards=cards,
    )
    summary = say(context, "works.summary")
    return make_page(
        context, "work/index.md", "work", view, title=title, description=summary, layout="wide", in_nav=True
    )
