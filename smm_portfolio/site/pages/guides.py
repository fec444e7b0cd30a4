"""Guides on the web: what the printed document holds, its texts, and its file."""

from __future__ import annotations

from collections.abc import Iterable

from smm_portfolio.content.kinds.guide import Contact, CrisisCard, Guide, Section
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.text import Text
from smm_portfolio.site.citations import source_link, source_list
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.downloads import document_link
from smm_portfolio.site.frame import crumbs, entry_page
from smm_portfolio.site.markdown_text import contained_prose, literal, markdown_link
from smm_portfolio.site.pages.indexes import index_page
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import FactView, GuideView, LinkView, SectionView
from smm_portfolio.site.words import say


def guide_pages(context: SiteContext) -> tuple[Page, ...]:
    """The index, and a page for every guide."""
    entries = context.library.guides
    return (_index(context), *(_page(context, entry) for entry in entries)) if entries else ()


def guide_view(context: SiteContext, entry: Entry[Guide]) -> GuideView:
    """A guide: parts that have a page of their own are linked, the others stand here."""
    guide, text = entry.model, context.text
    contents, sections = [], []
    for place, section in enumerate(guide.sections, start=1):
        href = _elsewhere(context, section)
        body = "" if href else _body(context, guide, section)
        if href or body:
            contents.append(LinkView(text=text(section.title), href=href or f"#part-{place}"))
        if body:
            sections.append(SectionView(id=f"part-{place}", title=text(section.title), body=body))
    profile = context.library.profile
    organisation = guide.organisation or (profile.model.name if profile else "")
    facts = (
        ("organisation", organisation),
        ("version", guide.version),
        ("date", context.format.date(guide.date)),
        ("paper", guide.paper.value),
    )
    return GuideView(
        title=text(guide.title),
        lede=text(guide.summary),
        crumbs=crumbs(text(guide.title), (say(context, "guides.title"), "guides/")),
        facts=tuple(FactView(term=say(context, f"guides.{key}"), value=value) for key, value in facts if value),
        downloads=guide_download(context, entry),
        contents=tuple(contents),
        sections=tuple(sections),
    )


def guide_download(context: SiteContext, entry: Entry[Guide]) -> tuple[LinkView, ...]:
    """The printed document, where this build makes it."""
    if not context.with_pdf:
        return ()
    text, uri = say(context, "guides.download"), f"guides/{entry.slug}.pdf"
    if known := document_link(context, uri, text):
        return known
    return (LinkView(text=text, href=uri, note=entry.model.paper.value),)


def _page(context: SiteContext, entry: Entry[Guide]) -> Page:
    return entry_page(context, entry, f"guides/{entry.slug}.md", "guide", guide_view(context, entry))


def _index(context: SiteContext) -> Page:
    def meta(guide: Guide) -> str:
        return say(context, "guides.meta", version=guide.version, date=context.format.date(guide.date))

    return index_page(context, "guides", context.library.guides, meta)


def _elsewhere(context: SiteContext, section: Section) -> str:
    """The page that a part is printed from; empty for a part that only the guide has."""
    hrefs = relations(context).hrefs
    if section.role is not None:
        return f"{hrefs[('role_comparison', section.role.comparison)]}#{section.role.role}"
    for kind, slug in (
        ("onboarding_checklist", section.checklist or section.signoff),
        ("skill_checklist", section.checklist),
        ("role_comparison", section.role_comparison),
        ("salary_table", section.salary_table),
    ):
        if slug is not None and (kind, slug) in hrefs:
            return hrefs[(kind, slug)] + ("#sign-off" if section.signoff else "")
    return ""


def _body(context: SiteContext, guide: Guide, section: Section) -> str:
    """A part as Markdown."""
    text = context.text
    parts = [contained_prose(text(one), 3) for one in (section.intro, section.text) if one is not None]
    if section.glossary:
        parts.append(
            _list(
                say(context, "guides.term", term=literal(text(one.term)), meaning=literal(text(one.meaning)))
                for one in section.glossary
            )
        )
    if section.contacts:
        parts.append(_contacts(context, section.contacts))
    if section.crisis_card:
        parts.append(_crisis(context, section.crisis_card))
    if section.sources:
        parts.append(_list(source_link(one) for one in source_list(context, guide.sources)))
    return "\n\n".join(part for part in parts if part)


def _contacts(context: SiteContext, contacts: Iterable[Contact]) -> str:
    def line(one: Contact) -> str:
        name, role = literal(context.text(one.name)), literal(context.text(one.role))
        ways = [
            markdown_link(one.email, f"mailto:{one.email}") if one.email else "",
            literal(one.phone) if one.phone else "",
        ]
        return ", ".join([say(context, "guides.contact", name=name, role=role), *(way for way in ways if way)])

    return _list(map(line, contacts))


def _crisis(context: SiteContext, card: CrisisCard) -> str:
    def part(key: str, body: str) -> str:
        return f"### {literal(say(context, f'guides.{key}'))}\n\n{body}" if body else ""

    def texts(items: Iterable[Text]) -> str:
        return _list(literal(context.text(one)) for one in items)

    levels = _list(
        say(
            context,
            "guides.level",
            name=literal(context.text(one.name)),
            example=literal(context.text(one.example)),
            decides=literal(context.text(one.decides)),
            within=literal(context.text(one.within).rstrip(".")),
        )
        for one in card.levels
    )
    parts = (
        part("call", _contacts(context, card.call)),
        part("first_15", texts(card.first_15)),
        part("first_60", texts(card.first_60)),
        part("first_180", texts(card.first_180)),
        part("levels", levels),
        part("holding", f"> {literal(context.text(card.holding))}"),
        part("never", texts(card.never)),
    )
    return "\n\n".join(one for one in parts if one)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
