"""What somebody plans must stand on the page: every part, each figure with its word, the sums of the media plan."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

import pytest

from smm_portfolio.campaigns.pages import campaign_pages, campaign_view
from smm_portfolio.campaigns.parts import plan_parts
from smm_portfolio.campaigns.parts.media import media_part
from smm_portfolio.content.kinds.campaign import Campaign, PostStatus
from smm_portfolio.content.library import Library
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import BlockView, PartView, PlanTable
from smm_portfolio.site.words import say, term
from tests.campaigns.whole import bare, texts_in, whole_library
from tests.support.portfolio import context_of
from tests.support.reading import row, words

SIMULATED = {"nl": "gesimuleerd", "en": "simulated"}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The project with the whole campaign."""
    return whole_library(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module", params=["nl", "en"])
def context(request: pytest.FixtureRequest, library: Library) -> SiteContext:
    """A build in each language."""
    return context_of(library, request.param)


@pytest.fixture(scope="module")
def dutch(library: Library) -> SiteContext:
    return context_of(library, "nl")


@pytest.fixture(scope="module")
def english(library: Library) -> SiteContext:
    return context_of(library, "en")


def body(context: SiteContext) -> str:
    return next(page.body for page in campaign_pages(context) if page.uri == "campaigns/deep-winter.md")


def part(context: SiteContext, id_: str, **changed: Any) -> PartView:
    campaign = context.library.campaigns[0].model.model_copy(update=changed)
    return next(one for one in plan_parts(context, campaign) if one.id == id_)


def tables(view: PartView) -> list[PlanTable]:
    return [block.table for block in view.blocks if block.table is not None]


def figures(table: PlanTable, place: int) -> list[str]:
    return [cell.text.replace("\u00a0", " ") for cell in table.rows[place].cells]


def plan_with(context: SiteContext, lines: slice = slice(None), **changed: Any) -> PartView:
    """The media plan with some of its lines, and other values."""
    plan = context.library.campaigns[0].model.media_plan
    assert plan is not None
    return part(context, "media-plan", media_plan=plan.model_copy(update={"lines": plan.lines[lines], **changed}))


# Media plan


def test_the_published_example_stands_on_the_page_as_published(english: SiteContext) -> None:
    """Whoever checks it with a calculator must find the same."""
    out, into, *_ = tables(part(english, "media-plan"))
    budget, impressions, reach, clicks, cpc, conversions, cpa, revenue, roas = figures(out, 0)
    assert (budget, impressions, reach) == ("€5,000", "333,333", "166,667")
    assert (clicks, cpc, conversions, cpa) == ("2,000", "€2.50", "60", "€83.33")
    assert (revenue, roas) == ("€4,800", "0.96")
    assert figures(into, 0) == ["impressions", "€15", "0.6%", "3%", "2", "€80"]
    alone = plan_with(english, slice(1), costs=())
    (left,) = [block.facts for block in alone.blocks if block.facts]
    assert "−4%" in left[0].value
    assert "simulated" in left[0].value


def test_the_page_says_the_example_in_dutch(dutch: SiteContext) -> None:
    said = row(body(dutch), "Bestellingen")
    for figure in ("€ 5.000", "333.333", "2.000", "€ 2,50", "€ 83,33", "€ 4.800", "0,96"):
        assert figure in said, figure


def test_a_wanted_reach_gives_its_budget_and_says_so(english: SiteContext) -> None:
    out, *_ = tables(part(english, "media-plan"))
    assert figures(out, 1)[:3] == ["€600", "60,000", "20,000"]
    assert "Budget follows from the wanted reach of 20,000" in out.rows[1].note
    assert "follows from" not in out.rows[0].note


def test_the_last_row_sums_counts_recomputes_rates_and_never_sums_reach(english: SiteContext) -> None:
    """A summed reach counts the same people twice, an average of rates is wrong."""
    out, *_ = tables(part(english, "media-plan"))
    together = figures(out, 2)
    assert out.rows[2].total
    assert together[0] == "€5,600"
    assert together[1] == "393,333"
    assert together[2] == "–"
    assert together[4] == "€2.50"  # of the line whose clicks are known: 5,000 for 2,000
    assert "Reach is not summed" in out.note
    assert "leaves out purchases for which it is not known" in out.note


def test_one_purchase_needs_no_sum(english: SiteContext) -> None:
    assert not any(one.total for one in tables(plan_with(english, slice(1)))[0].rows)


def test_costs_and_contingency_come_to_the_budget(english: SiteContext) -> None:
    """5,600 media and 400 costs, a tenth kept back on top."""
    together = tables(part(english, "media-plan"))[2]
    assert [(one.name, figures(together, i)[0]) for i, one in enumerate(together.rows)] == [
        ("Media", "€5,600"),
        ("Photographer", "€400"),
        ("Contingency, 10%", "€600"),
        ("Altogether", "€6,600"),
    ]


def test_weeks_add_up_to_each_budget(english: SiteContext) -> None:
    pacing = tables(part(english, "media-plan"))[3]
    assert len(pacing.rows) == 3
    assert [figures(pacing, i) for i in range(3)] == [
        ["€2,500", "–", "€2,500"],
        ["€2,500", "–", "€2,500"],
        ["–", "€600", "€600"],
    ]
    assert [one.cells[-1].bar for one in pacing.rows] == [100, 100, 24]


def test_nobody_reads_an_expected_figure_without_the_word_simulated(context: SiteContext) -> None:
    """In every table of outcomes, results and simulations; a screenshot of one cell keeps it."""
    word, found = SIMULATED[context.language], 0
    for view in plan_parts(context, context.library.campaigns[0].model):
        for table in tables(view):
            if not table.figures or table.caption in _plain_money(context):
                continue
            outcome = table is tables(view)[0] and view.id == "media-plan"
            # a budget is money that is spent; a change and a state follow from labelled figures
            own = slice(1, None) if outcome else slice(0, 3)
            for line in table.rows:
                for cell in line.cells[own]:
                    if cell.text not in ("–", ""):
                        assert cell.tag == word, (table.caption, line.name, cell.text)
                        found += 1
    assert found > 40


def _plain_money(context: SiteContext) -> set[str]:
    """Tables of what is typed or spent, which is no outcome."""
    return {say(context, f"campaigns.media.{key}.caption") for key in ("in", "budget", "pacing")}


def test_figures_in_running_text_say_it_too(context: SiteContext) -> None:
    evidence = [
        fact.value
        for view in plan_parts(context, context.library.campaigns[0].model)
        for block in view.blocks
        for point in block.points
        for fact in point.facts
        if re.search(r"\b(?:213|12)\b", fact.value)
    ]
    assert len(evidence) == 2
    assert all(SIMULATED[context.language] in one for one in evidence)


def test_a_simulated_table_names_benchmark_year_and_source(context: SiteContext) -> None:
    blocks = part(context, "media-plan").blocks
    rests = next(block.body for block in blocks if block.body)
    (table,) = tables(part(context, "media-plan"))[4:]
    assert [line.key for line in table.rows][:2] == ["impressions", "clicks"]
    assert all(len(line.cells) == 3 for line in table.rows)
    assert "CPM, 2025, NL" in rests
    assert "](https://" in rests
    assert "41" in rests  # the seed, so that anybody can draw it again


def test_without_a_benchmark_there_is_no_figure_and_the_page_says_so(context: SiteContext) -> None:
    """A figure out of thin air would look like the others."""
    view = plan_with(context, slice(1, 2))
    assert len(tables(view)) == 4
    said = next(block.body for block in view.blocks if block.body)
    assert "Mastodon" in said
    assert {"nl": "geen", "en": "no published benchmark, so no figure"}[context.language] in said


def test_without_an_exchange_rate_dollars_give_no_figure(english: SiteContext) -> None:
    view = plan_with(english, slice(1), exchange=None)
    said = next(block.body for block in view.blocks if block.body)
    assert "the plan gives no exchange rate" in said
    shown = [line.key for table in tables(view)[4:] for line in table.rows]
    assert "cpm" not in shown
    assert "impressions" not in shown


# Everything that was written is there

PARTS: dict[str, Callable[[Campaign], Any]] = {
    "brief": lambda one: one.brief,
    "audiences": lambda one: one.audiences,
    "pillars": lambda one: one.pillars,
    "channels": lambda one: one.channels,
    "media plan": lambda one: (*one.media_plan.lines, *one.media_plan.costs),
    "measurement": lambda one: one.measurement,
    "community": lambda one: one.community,
    "crisis": lambda one: one.crisis,
    "report": lambda one: one.report,
    "audit": lambda one: one.audit,
    "approvals": lambda one: one.approvals,
}


@pytest.fixture(scope="module")
def said(context: SiteContext) -> str:
    return bare(words(body(context)))


@pytest.mark.parametrize("name", PARTS)
def test_every_text_of_a_part_is_on_the_page(name: str, context: SiteContext, said: str) -> None:
    texts = list(texts_in(PARTS[name](context.library.campaigns[0].model), context.language))
    assert texts
    assert [text for text in texts if bare(text) not in said] == []


@pytest.mark.parametrize(
    ("dutch_row", "english_row"),
    [
        (
            "Een lekkende radiator Dringend 30 min Instagram Monteur",
            "A leaking radiator Urgent 30 min Instagram Fitter",
        ),
        ("Een compliment Laag 24 uur overal –", "A compliment Low 24 h everywhere –"),
        ("Een scheldpartij Verbergen Hier praten mensen door", "Abuse Hide People go on talking here"),
    ],
)
def test_the_community_plan_says_how_soon_where_and_who(dutch_row: str, english_row: str, context: SiteContext) -> None:
    wanted = dutch_row if context.language == "nl" else english_row
    assert row(body(context), " ".join(wanted.split()[: 1 if wanted.startswith("Abuse") else 2])) == wanted


def test_the_crisis_plan_has_its_three_moments_and_each_level_its_people(english: SiteContext) -> None:
    first, levels, *_ = part(english, "crisis").blocks
    assert [one.mark.replace("\u00a0", " ") for one in first.steps] == ["15 min", "1 h", "3 h"]
    assert [one.title for one in levels.points] == ["Level low", "Level high"]
    high = {fact.term: fact.value.replace("\u00a0", " ") for fact in levels.points[1].facts}
    assert (high["Decides"], high["Backup"]) == ("Director of Ribwarm", "Operations manager")
    assert (high["First words within"], high["News every"]) == ("30 min", "1 h")


def test_the_report_says_what_was_reached(english: SiteContext) -> None:
    table = tables(part(english, "report"))[0]
    assert figures(table, 0)[:4] == ["3%", "3.6%", "3.8%", "+0.8 pp (+27%)"]
    state = table.rows[0].cells[-1].state
    assert state is not None
    assert (state.id, state.label) == ("ok", "Reached")


def test_tracked_links_follow_the_one_scheme(english: SiteContext) -> None:
    assert (
        "https://ribwarm.example/winter?utm_source=instagram&utm_medium=social&utm_campaign=winter-2026&utm_content=rust"
    ) in words(body(english)).replace("&amp;", "&")


def test_a_campaign_without_a_part_does_not_mention_it(english: SiteContext) -> None:
    names = ("media_plan", "measurement", "community", "crisis", "report", "audit", "utm")
    entry = english.library.campaigns[0]
    bare_entry = dataclasses.replace(entry, model=entry.model.model_copy(update=dict.fromkeys(names)))
    view = campaign_view(english, bare_entry)
    assert view.parts == ()
    assert not {link.href for link in view.jumps} & {"#media-plan", "#measurement", "#community", "#crisis", "#report"}
    assert media_part(english, bare_entry.model) is None


# List, statuses, links within the page


def test_the_list_has_every_post_in_order_of_time(english: SiteContext) -> None:
    listing = campaign_view(english, english.library.campaigns[0]).listing
    assert listing is not None
    assert [line.name for line in listing.rows] == [
        "From rust to shine",
        "Ten hours under pressure",
        "The drawing for the architect",
        "Take your pick",
        "The ad",
    ]
    assert [line.href for line in listing.rows][3] == ""
    assert [one.text for one in listing.rows[0].cells][1:-1] == [
        "Instagram",
        "Feed post",
        "Before and after",
        "Owners of an old house",
        "designer",
    ]


def test_the_chain_counts_every_status_in_its_order(context: SiteContext) -> None:
    chain = campaign_view(context, context.library.campaigns[0]).chain
    numbers = [int(one) for one in re.findall(r"\d+", chain)]
    assert len(numbers) == len(PostStatus)
    assert sum(numbers) == 5
    places = [chain.index(context.format.inside(term(context, "post_status", one))) for one in PostStatus]
    assert places == sorted(places)


def test_every_jump_leads_to_its_part(context: SiteContext) -> None:
    view, page = campaign_view(context, context.library.campaigns[0]), body(context)
    assert len(view.jumps) == 12
    for link in view.jumps:
        assert re.search(rf'(id="|{{ ?#){link.href[1:]}[" }}]', page), link.href
    assert [link.href for link in view.jumps][-6:] == [
        "#media-plan",
        "#measurement",
        "#community",
        "#crisis",
        "#report",
        "#audit",
    ]


def test_one_channel_needs_no_filter(english: SiteContext) -> None:
    entry = english.library.campaigns[0]
    one = entry.model.model_copy(update={"posts": entry.model.posts[:2], "report": None})
    assert campaign_view(english, dataclasses.replace(entry, model=one)).filters == ()


def test_blocks_are_never_empty(context: SiteContext) -> None:
    """A title above nothing looks like a fault."""
    for view in plan_parts(context, context.library.campaigns[0].model):
        assert view.title
        for block in view.blocks:
            assert isinstance(block, BlockView)
            assert any((block.body, block.facts, block.table, block.steps, block.points)), (view.id, block.title)
