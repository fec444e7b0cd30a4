"""The smaller parts of a guide: roles, comparison, salaries, glossary, contacts, crisis card, sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from smm_portfolio.content.kinds.guide import Contact, CrisisCard, Term
from smm_portfolio.content.kinds.role_comparison import Role, RoleComparison, Weight
from smm_portfolio.content.kinds.salary_table import SalaryRow, SalaryTable
from smm_portfolio.content.values.source import Source
from smm_portfolio.content.values.text import Text
from smm_portfolio.print.context import Context
from smm_portfolio.print.part_views import (
    CellView,
    ComparisonView,
    ContactsView,
    CrisisView,
    FactView,
    GlossaryView,
    LevelView,
    ListView,
    PayView,
    PersonView,
    RoleView,
    RowView,
    SalaryView,
    SourcesView,
    SourceView,
    StepView,
    WebView,
)


def role_view(role: Role, context: Context) -> RoleView:
    """One role with its lists."""
    named = (("tasks", role.tasks), ("skills", role.skills), ("works_with", role.works_with))
    return RoleView(
        name=context.say(role.name),
        focus=context.say(role.focus),
        description=context.prose(role.description),
        lists=tuple(_list(context.labels[f"role_{key}"], items, context) for key, items in named if items),
    )


def _list(title: str, items: Iterable[Text], context: Context) -> ListView:
    return ListView(title=title, items=tuple(context.say(item) for item in items))


def comparison_view(comparison: RoleComparison, context: Context) -> ComparisonView:
    """Roles side by side."""
    context.cited.add(comparison.sources)
    names = {role.id: context.say(role.name) for role in comparison.roles}
    return ComparisonView(
        intro=context.prose(comparison.intro),
        roles=tuple(role_view(role, context) for role in comparison.roles),
        rows=tuple(
            RowView(
                title=context.say(row.name),
                cells=tuple(_cell(row.values[role.id], context) for role in comparison.roles),
            )
            for row in comparison.dimensions
        ),
        decisions=tuple(
            RowView(
                title=context.say(decision.situation),
                cells=(
                    CellView(text=context.labels["and"].join(names[role] for role in decision.roles)),
                    CellView(text=context.say(decision.why)),
                ),
            )
            for decision in comparison.decisions
        ),
        fits=tuple(FactView(label=names[fit.role], value=context.say(fit.who)) for fit in comparison.fits),
        steps=tuple(
            StepView(title=context.say(step.name), text=context.prose(step.description)) for step in comparison.career
        ),
        steps_note=context.prose(comparison.career_note),
    )


def _cell(weight: Weight, context: Context) -> CellView:
    said = "" if weight.weight is None else context.labels["weight"].format(n=weight.weight)
    return CellView(text=context.say(weight.text), weight=weight.weight, said=said)


def salary_view(table: SalaryTable, context: Context) -> SalaryView:
    """Salaries with the number of their source in the list of sources."""
    rows = tuple(_pay(row, context) for row in table.rows)
    context.cited.add(table.sources)
    return SalaryView(intro=context.prose(table.intro), rows=rows, gaps=tuple(context.say(gap) for gap in table.gaps))


def _pay(row: SalaryRow, context: Context) -> PayView:
    words, terms = context.labels, context.section("terms")
    source = context.library.cited(row.source)

    def amount(value: Decimal | None) -> str:
        return "" if value is None else format_decimal(value, locale=context.language)

    basis = [f"{row.currency} {terms['salary_periods'][row.period]}", terms["gross"][row.gross]]
    return PayView(
        where=context.say(row.region),
        who=f"{context.say(row.role)}, {context.say(row.level)}",
        low=amount(row.low),
        typical=amount(row.typical),
        high=amount(row.high),
        basis=", ".join(part for part in basis if part),
        year=str(row.year) if row.year else words["no_year"],
        source=context.say(source.name) if source else "",
        number=context.cited.number(row.source) if context.lists_sources else 0,
        confidence=words["confidence"].format(level=terms["confidence"][row.confidence]),
        note=context.say(row.note),
    )


def glossary_view(terms: Iterable[Term], context: Context) -> GlossaryView:
    """Words and what they mean, in the author's order."""
    facts = (FactView(label=context.say(term.term), value=context.say(term.meaning)) for term in terms)
    return GlossaryView(terms=tuple(facts))


def contacts_view(contacts: Iterable[Contact], web: WebView | None, context: Context) -> ContactsView:
    """People to turn to."""
    return ContactsView(people=tuple(_person(one, "contact", context) for one in contacts), web=web)


def _person(contact: Contact, group: str, context: Context) -> PersonView:
    name = context.say(contact.name)
    field = None
    if not contact.phone:
        title = context.labels["phone_title"].format(name=name)
        field = context.fields.add(f"{group}.{context.key(contact.name)}.phone", context.labels["phone"], title)
    return PersonView(
        name=name,
        role=context.say(contact.role),
        phone=contact.phone or "",
        email=contact.email or "",
        field=field,
    )


def crisis_view(card: CrisisCard, context: Context) -> CrisisView:
    """The card for when something goes wrong."""
    words = context.labels["crisis"]
    steps = (("15", card.first_15), ("60", card.first_60), ("180", card.first_180))
    count = len(card.levels)
    return CrisisView(
        calls=tuple(_person(one, "crisis", context) for one in card.call),
        steps=tuple(_list(minutes, items, context) for minutes, items in steps),
        levels=tuple(
            LevelView(
                name=context.say(level.name),
                said=words["level_of"].format(n=number, count=count),
                bars=tuple(bar < number for bar in range(count)),
                example=context.say(level.example),
                decides=context.say(level.decides),
                within=context.say(level.within),
            )
            for number, level in enumerate(card.levels, 1)
        ),
        holding=context.say(card.holding),
        never=tuple(context.say(item) for item in card.never),
        fields=tuple(
            context.fields.add(f"crisis.{key}", words[f"field_{key}"]) for key in ("client", "stand-in", "practised")
        ),
    )


def sources_view(sources: Iterable[Source], context: Context) -> SourcesView:
    """The list of sources."""
    return SourcesView(sources=tuple(_source(source, context) for source in sources))


def _source(source: Source, context: Context) -> SourceView:
    words = context.labels
    parts = [
        words["published"].format(date=_published(source.published, context)) if source.published else "",
        words["accessed"].format(date=_day(source.accessed, context)) if source.accessed else "",
    ]
    return SourceView(
        name=context.say(source.name),
        dates=", ".join(part for part in parts if part),
        href=source.url or "",
        note=context.say(source.note),
    )


def _published(text: str, context: Context) -> str:
    try:
        return _day(dt.date.fromisoformat(text), context)
    except ValueError:
        return text


def _day(day: dt.date, context: Context) -> str:
    return format_date(day, "d MMMM y", locale=context.language)
