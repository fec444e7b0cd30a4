"""The list of all work, and a list for each platform, sector, service and kind."""

from __future__ import annotations

from collections.abc import Iterable

from smm_portfolio.site.cards import work_card
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.facets import Value, facets
from smm_portfolio.site.frame import crumbs, make_page
from smm_portfolio.site.relations import Work, relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import CardView, FilterView, LinkView, OptionView, WorkView
from smm_portfolio.site.words import count, forms, say

PICTURED = 60
"""Cards further down a list come without a drawing: a drawing weighs more than the rest of its card."""
WORK = "work/"


def work_pages(context: SiteContext) -> tuple[Page, ...]:
    """All work, then what each value of a filter leaves of it."""
    shown = facets(context).shown.values()
    return (_index(context), *(_value_page(context, value) for values in shown for value in values))


def _index(context: SiteContext) -> Page:
    works = relations(context).works
    title, summary = say(context, "works.title"), say(context, "works.summary")
    filters = _filters(context)
    view = WorkView(
        title=title,
        lede=summary,
        count=count(context, "works.count", len(works)),
        filters=filters,
        everything=LinkView(text=say(context, "works.everything"), href=WORK) if filters else None,
        script={"count": forms(context, "works.narrowed", all=context.format.number(len(works)))} if filters else {},
        cards=_cards(context, works),
    )
    return make_page(
        context, "work/index.md", "work", view, title=title, description=summary, layout="wide", in_nav=True
    )


def _value_page(context: SiteContext, value: Value) -> Page:
    """What has one value, with the way back to everything.

    Why not in the search index: each card there would be found once more for every value that it has.
    """
    inside = context.format.inside(value.label)
    if value.facet == "kind":
        title, lede = (
            say(context, f"works.of_kind.{value.slug}.title"),
            say(context, f"works.of_kind.{value.slug}.lede"),
        )
    else:
        title = say(context, "works.of_value", name=value.label)
        lede = say(context, f"works.of_{value.facet}", name=value.label if value.facet == "platform" else inside)
    total = len(relations(context).works)
    number = count(context, "works.narrowed", len(value.works), all=context.format.number(total))
    view = WorkView(
        title=title,
        lede=lede,
        crumbs=crumbs(value.label, (say(context, "works.title"), WORK)),
        count=number,
        filters=_filters(context, value),
        chosen=value.label,
        everything=LinkView(text=say(context, "works.everything"), href=WORK),
        script={"here": value.tag},
        cards=_cards(context, value.works),
    )
    return make_page(
        context,
        f"{value.href.removesuffix('/')}.md",
        "work",
        view,
        title=title,
        description=f"{lede} {context.format.sentence(number)}.",
        layout="wide",
        search={"exclude": True},
    )


def _filters(context: SiteContext, here: Value | None = None) -> tuple[FilterView, ...]:
    return tuple(
        FilterView(
            facet=facet,
            label=say(context, f"works.by.{facet}"),
            options=tuple(
                OptionView(
                    text=value.label,
                    href=value.href,
                    value=value.slug,
                    count=context.format.number(len(value.works)),
                    current=value is here,
                )
                for value in values
            ),
        )
        for facet, values in facets(context).shown.items()
    )


def _cards(context: SiteContext, works: Iterable[Work]) -> tuple[CardView, ...]:
    return tuple(work_card(context, work, pictured=place < PICTURED) for place, work in enumerate(works))
