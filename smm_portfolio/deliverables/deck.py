"""A campaign as a deck: one thought a slide, totals computed again, every page labelled as a mock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from smm_portfolio.campaigns.brief import audience_view, channel_rows, goal_row, goals_note
from smm_portfolio.campaigns.calendar import month_views
from smm_portfolio.campaigns.parts import plan_parts
from smm_portfolio.campaigns.parts.crisis import DECISIVE
from smm_portfolio.campaigns.parts.media import ASSUMPTIONS, OUTCOMES, TOGETHER
from smm_portfolio.campaigns.parts.simulated import BASIS, SIMULATED
from smm_portfolio.content.kinds.campaign import Campaign, Post
from smm_portfolio.content.library import Entry
from smm_portfolio.deliverables.shown_posts import shown_post
from smm_portfolio.deliverables.views import ColumnView, DeckView, ShownPostView, SlideView
from smm_portfolio.print.case_frames import work_frame
from smm_portfolio.print.case_view import mock_label, owner_name
from smm_portfolio.print.part_views import FactView
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import BlockView, CellView, PartView, PlanRow, PlanTable, PointView
from smm_portfolio.site.words import count, in_letters, plain, say, sayings

ROWS = 5
"""Rows of words on a slide; more go onto the next."""
FIGURES = 7
"""Rows of figures."""
ROOM = 280.0
"""Width of a slide's text, in mm."""
GAP = 10.0
_HEIGHT, _MOST = 74.0, 118.0
_ASKED = frozenset({"impressions", "clicks", "conversions", "cpa"})
"""Of the simulated figures, those that a client asks for."""
_NOTES = 3
_COLUMNS = {3: 44, 2: 68, 1: 100}
"""Columns on a slide, and letters that stand on a line of each."""
_LINES = 20
"""Lines that a slide has room for below its title."""
_COVER = (86.0, 107.5)


def deck_view(context: SiteContext, entry: Entry[Campaign]) -> DeckView:
    """The whole deck."""
    campaign = entry.model
    month = context.format.inside_month(campaign.period.start)
    return DeckView(
        lang=context.language,
        author=owner_name(context),
        title=context.text(campaign.title),
        lede=context.text(campaign.summary),
        label=say(context, "campaigns.deck.label", month=month),
        mock=mock_label(context, entry),
        cover=work_frame(context, entry, *_COVER),
        slides=tuple(_slides(context, campaign)),
    )


def _slides(context: SiteContext, campaign: Campaign) -> Iterator[SlideView]:
    eyebrow = say(context, "campaigns.deck.eyebrow", brand=campaign.brand.name)
    yield _message(context, campaign, eyebrow)
    yield _goals(context, campaign, eyebrow)
    channels = SlideView(title=say(context, "campaigns.deck.channels"), eyebrow=eyebrow)
    yield from _tabled(channels, _channels(context, campaign), ROWS)
    yield from _posts(context, campaign, eyebrow)
    for month in month_views(context, campaign):
        yield SlideView(title=month.title, eyebrow=eyebrow, month=month)
    for part in plan_parts(context, campaign):
        yield from _part(part, eyebrow)
    if campaign.approvals:
        slide = SlideView(title=say(context, "campaigns.approvals"), eyebrow=eyebrow)
        yield from _tabled(slide, _approvals(context, campaign), ROWS)


def _message(context: SiteContext, campaign: Campaign, eyebrow: str) -> SlideView:
    """Why and what in one look: insight and goal at the left, for whom and with which series at the right."""
    brief, text = campaign.brief, context.text
    people = [audience_view(context, one) for one in campaign.audiences]
    rows = [(one.name, _first_sentence(plain(one.body))) for one in people]
    if campaign.pillars:
        rows.append((say(context, "campaigns.pillars"), "; ".join(text(one.name) for one in campaign.pillars)))
    return SlideView(
        title=text(brief.message),
        eyebrow=eyebrow,
        lead=(
            FactView(label=say(context, "campaigns.insight"), value=plain(text(brief.insight))),
            FactView(label=say(context, "campaigns.business_goal"), value=text(brief.business_goal)),
        ),
        table=_words(sayings(context, "campaigns.deck.people"), rows),
        beside=True,
    )


def _first_sentence(words: str) -> str:
    head, dot, _ = words.partition(". ")
    return f"{head}." if dot else words


def _goals(context: SiteContext, campaign: Campaign, eyebrow: str) -> SlideView:
    rows = [goal_row(context, one) for one in campaign.brief.objectives]
    head = sayings(context, "campaigns.deck.goal_head")
    table = _words(head, [(one.name, one.baseline or "–", one.target or "–", one.change or "–") for one in rows])
    number = context.format.sentence(in_letters(context, len(rows)))
    notes = [
        FactView(label=one.name, value=context.text(objective.note))
        for one, objective in zip(rows, campaign.brief.objectives, strict=True)
        if objective.note is not None
    ]
    return SlideView(
        title=count(context, "campaigns.deck.goals", len(rows), Words=number),
        eyebrow=eyebrow,
        table=replace(table, figures=True, note=goals_note(context, campaign)),
        notes=tuple(notes[:3]),
    )


def _channels(context: SiteContext, campaign: Campaign) -> PlanTable:
    rows = [(one.name, one.role, one.formats, one.rhythm) for one in channel_rows(context, campaign)]
    return _words(sayings(context, "campaigns.deck.channel_head"), rows)


def _approvals(context: SiteContext, campaign: Campaign) -> PlanTable:
    write = context.format
    rows = [
        (one.version, write.date(one.date), context.text(one.by), context.text(one.note)) for one in campaign.approvals
    ]
    return _words(sayings(context, "campaigns.deck.approval_head"), rows)


def _posts(context: SiteContext, campaign: Campaign, eyebrow: str) -> Iterator[SlideView]:
    """The drawn posts, as many on a slide as fit beside each other."""
    drawn = [post for post in campaign.posts if post.preview]
    number = context.format.sentence(in_letters(context, len(drawn)))
    title = count(context, "campaigns.posts_title", len(drawn), Words=number)
    for group in _rows_of(context, campaign, drawn):
        yield SlideView(title=title, eyebrow=eyebrow, posts=group)


def _rows_of(context: SiteContext, campaign: Campaign, posts: Sequence[Post]) -> Iterator[tuple[ShownPostView, ...]]:
    row: list[ShownPostView] = []
    for post in posts:
        view = shown_post(context, campaign, post, _HEIGHT, _MOST)
        if row and sum(one.width + GAP for one in row) + view.width > ROOM:
            yield tuple(row)
            row = []
        row.append(view)
    if row:
        yield tuple(row)


def _part(part: PartView, eyebrow: str) -> Iterator[SlideView]:
    """A part of the plan as slides: what is decided on; the rest is on the page."""
    slide = SlideView(title=part.title, eyebrow=eyebrow)
    if part.id == "media-plan":
        yield from _bought(slide, part.blocks)
    elif part.id == "community":
        first = part.blocks[0]
        yield from _block(replace(slide, lead=_lead(first)[:_NOTES]), replace(first, facts=()))
    elif part.id == "crisis":
        for block in part.blocks[:2]:
            points = tuple(
                replace(one, facts=tuple(one.facts[place] for place in DECISIVE), items=()) for one in block.points
            )
            above = f"{eyebrow} · {part.title}"
            yield from _block(replace(slide, title=block.title, eyebrow=above), replace(block, points=points))
    else:
        for block in part.blocks:
            above = f"{eyebrow} · {part.title}" if block.title else eyebrow
            yield from _block(replace(slide, title=block.title or part.title, eyebrow=above), block)


def _bought(slide: SlideView, blocks: Sequence[BlockView]) -> Iterator[SlideView]:
    """The media plan: what comes out of it with what it costs below, what went in, and what it might really bring."""
    costs: tuple[FactView, ...] = ()
    for block in blocks:
        if block.id == TOGETHER and block.table is not None:
            costs = tuple(FactView(label=row.name, value=row.cells[0].text) for row in block.table.rows[-_NOTES:])
    basis = " ".join(plain(block.body) for block in blocks if block.id == BASIS)
    below = replace(slide, eyebrow=f"{slide.eyebrow} · {slide.title}")
    for block in blocks:
        if block.id == OUTCOMES:
            yield from (replace(one, notes=costs) for one in _block(slide, block))
        elif block.id == ASSUMPTIONS:
            yield from _block(replace(below, title=block.title), block)
        elif block.id == SIMULATED and block.table is not None:
            kept = tuple(row for row in block.table.rows if row.key in _ASKED)
            yield replace(below, title=block.title, table=replace(block.table, rows=kept, note=basis))


def _block(slide: SlideView, block: BlockView) -> Iterator[SlideView]:
    lead = slide.lead or _lead(block)
    if block.steps:
        yield replace(slide, columns=tuple(ColumnView(title="", mark=one.mark, lines=one.items) for one in block.steps))
    elif block.points:
        yield from _points(slide, block.points)
    elif block.table is not None:
        table = block.table.narrowed()
        yield from _tabled(replace(slide, lead=lead), table, FIGURES if table.figures else ROWS)
    elif block.body:
        yield from _told(slide, block.body)


def _told(slide: SlideView, body: str) -> Iterator[SlideView]:
    """A text as it is; the items of a list below it, so many on a slide."""
    lines = body.split("\n")
    items = tuple(plain(line.removeprefix("- ")) for line in lines if line.startswith("- "))
    text = plain("\n".join(line for line in lines if not line.startswith("- ")))
    lead = (FactView(label="", value=text),) if text else ()
    if not items:
        yield replace(slide, lead=lead)
    for first in range(0, len(items), ROWS):
        column = ColumnView(title="", lines=items[first : first + ROWS])
        yield replace(slide, lead=lead if not first else (), columns=(column,))


def _lead(block: BlockView) -> tuple[FactView, ...]:
    """What stands above a table: the text, or the first facts."""
    if block.body:
        return (FactView(label="", value=plain(block.body)),)
    return tuple(FactView(label=one.term, value=one.value) for one in block.facts[:_NOTES])


def _points(slide: SlideView, points: Sequence[PointView]) -> Iterator[SlideView]:
    """Points in columns: three on a slide, fewer where they are long."""
    columns = [_column(one) for one in points]
    size = next((n for n, letters in _COLUMNS.items() if all(_lines(one, letters) <= _LINES for one in columns)), 1)
    for first in range(0, len(columns), size):
        yield replace(slide, columns=tuple(columns[first : first + size]))


def _lines(column: ColumnView, letters: int) -> int:
    """About how many lines a column of so many letters needs; a label of a fact takes one too."""
    texts = [column.title, column.quote, *column.lines, *(one.value for one in column.facts)]
    return len(column.facts) + sum(-(-len(text) // letters) for text in texts)


def _column(point: PointView) -> ColumnView:
    return ColumnView(
        title=point.title,
        mark=point.mark,
        lines=point.items,
        facts=tuple(FactView(label=one.term, value=one.value) for one in point.facts),
        quote=plain(point.quote or point.body),
    )


def _tabled(slide: SlideView, table: PlanTable, most: int) -> Iterator[SlideView]:
    """A table over as many slides as it needs; the note stands on the last."""
    for first in range(0, len(table.rows), most):
        last = first + most >= len(table.rows)
        part = replace(table, rows=table.rows[first : first + most], note=table.note if last else "")
        yield replace(slide, table=part, lead=slide.lead if not first else ())


def _words(head: Sequence[str], rows: Sequence[tuple[str, ...]]) -> PlanTable:
    return PlanTable(
        caption=head[0],
        head=tuple(head),
        rows=tuple(PlanRow(name=row[0], cells=tuple(CellView(text=one) for one in row[1:])) for row in rows),
    )
