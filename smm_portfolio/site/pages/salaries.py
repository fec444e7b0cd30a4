"""Salary tables: a range for every source on the scale of its group, with year, confidence and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from smm_portfolio.content.kinds.salary_table import SalaryRow as Row
from smm_portfolio.content.kinds.salary_table import SalaryTable
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.scalars import slugify
from smm_portfolio.site.charts import Range, Said, range_chart, shared_scale
from smm_portfolio.site.citations import source_link, source_list, source_view
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import crumbs, entry_page
from smm_portfolio.site.markdown_text import literal
from smm_portfolio.site.pages.indexes import index_page
from smm_portfolio.site.pages.results import ended, sentences
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import (
    SalariesView,
    SalaryGroupView,
    SalaryRow,
    StateView,
    TableView,
)
from smm_portfolio.site.words import count, say, sayings, term

FRESH, AGED = 1, 2
"""Up to so many years old a figure counts as fresh, as ageing; older figures are marked."""
_ENDS = ("low", "typical", "high")


def salary_pages(context: SiteContext) -> tuple[Page, ...]:
    """The index, and a page for every table."""
    entries = context.library.salaries
    return (_index(context), *(_page(context, entry) for entry in entries)) if entries else ()


def salaries_view(context: SiteContext, entry: Entry[SalaryTable]) -> SalariesView:
    """A table by region and currency; amounts of different currencies never share a scale."""
    table, text = entry.model, context.text
    return SalariesView(
        title=text(table.title),
        lede=text(table.summary),
        crumbs=crumbs(text(table.title), (say(context, "salaries.title"), "salaries/")),
        note=text(table.intro),
        groups=tuple(_groups(context, table)),
        gap=_gap(context, table),
        table=TableView(
            head=sayings(context, "salaries.table_head"), rows=tuple(_cells(context, row) for row in table.rows)
        ),
        table_caption=text(table.title),
    )


def _page(context: SiteContext, entry: Entry[SalaryTable]) -> Page:
    return entry_page(context, entry, f"salaries/{entry.slug}.md", "salaries", salaries_view(context, entry))


def _groups(context: SiteContext, table: SalaryTable) -> Iterator[SalaryGroupView]:
    """Rows of one region, currency and period together, in order of first appearance."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    default = context.library.settings.default_language
    for row in table.rows:
        groups.setdefault((row.region.pick(default), row.currency, row.period.value), []).append(row)
    for key, rows in groups.items():
        title = say(
            context,
            "salaries.group",
            region=context.text(rows[0].region),
            currency=context.format.currency_name(rows[0].currency),
            period=term(context, "salary_periods", rows[0].period),
        )
        # one scale for all, so that the eye may compare what may be compared: one region, currency and period
        scale = shared_scale(map(_range, rows)) if len(rows) > 1 else None
        shown = tuple(_row(context, row, scale) for row in rows)
        yield SalaryGroupView(id=slugify("-".join(key)), title=title, rows=shown)


def _range(row: Row) -> Range:
    return Range(*(None if (value := getattr(row, end)) is None else float(value) for end in _ENDS))


def _row(context: SiteContext, row: Row, scale: tuple[float, float] | None) -> SalaryRow:
    title = say(
        context, "salaries.row", role=context.text(row.role), level=context.format.inside(context.text(row.level))
    )
    figures = [say(context, f"salaries.{end}", amount=_money(context, row, getattr(row, end))) for end in _known(row)]
    said = Said(title, say(context, "salaries.said", row=title, figures=", ".join(figures)))
    chart = range_chart(_range(row), lambda value: context.format.number(value, 0), said, scale)
    asked = count(context, "salaries.asked", row.sample_size) if row.sample_size else ""
    return SalaryRow(
        title=title,
        ends=_ends(context, row),
        wide=chart.wide,
        narrow=chart.narrow,
        age=age_state(context, row.year),
        confidence=term(context, "confidence", row.confidence),
        source=source_view(context, row.source),
        note=ended(sentences(context.text(row.note), asked)),
    )


def age_state(context: SiteContext, year: int | None) -> StateView:
    """How old a figure is, as shape and words."""
    if year is None:
        return StateView(id="late", label=say(context, "salaries.year_unknown"))
    age = context.today.year - year
    if age < 1:
        return StateView(id="ok", label=str(year))
    label = count(context, "salaries.age", age, year=str(year))
    return StateView(id="ok" if age <= FRESH else "soon" if age <= AGED else "late", label=label)


def _known(row: Row) -> list[str]:
    return [end for end in _ENDS if getattr(row, end) is not None]


def _ends(context: SiteContext, row: Row) -> str:
    """Currency, period, before or after tax, and what the ends of the bar mean."""
    known = _known(row)
    bars = {_ENDS: "full", ("low", "high"): "no_typical", ("typical",): "only_typical"}
    return say(
        context,
        "salaries.ends",
        currency=context.format.sentence(context.format.currency_name(row.currency)),
        period=term(context, "salary_periods", row.period),
        gross=term(context, "gross", row.gross),
        bar=say(context, f"salaries.{bars.get(tuple(known), 'partial')}"),
    )


def _money(context: SiteContext, row: Row, value: Decimal | None) -> str:
    return say(context, "salaries.missing") if value is None else context.format.money(value, row.currency)


def _cells(context: SiteContext, row: Row) -> tuple[str, ...]:
    return (
        context.text(row.region),
        context.text(row.role),
        context.text(row.level),
        *(_money(context, row, getattr(row, end)) for end in _ENDS),
        term(context, "salary_periods", row.period),
        term(context, "gross", row.gross),
        str(row.year) if row.year else say(context, "salaries.year_unknown"),
        term(context, "confidence", row.confidence),
        source_view(context, row.source).text,
    )


def _gap(context: SiteContext, table: SalaryTable) -> str:
    """What is not known, and further sources, as Markdown."""
    lines = [f"- {literal(context.text(gap))}" for gap in table.gaps]
    further = source_list(context, table.sources)
    if further:
        lines += ["", literal(say(context, "salaries.further")), "", *(f"- {source_link(one)}" for one in further)]
    return "\n".join(lines)


def _index(context: SiteContext) -> Page:
    return index_page(
        context, "salaries", context.library.salaries, lambda one: count(context, "salaries.meta", len(one.rows))
    )
