"""A guide of the library as one view: cover, contents, numbered sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from smm_portfolio.content.due_words import full_day_words
from smm_portfolio.content.kinds.checklist import OnboardingChecklist, SkillChecklist
from smm_portfolio.content.kinds.guide import Guide, Section
from smm_portfolio.content.kinds.role_comparison import RoleComparison
from smm_portfolio.content.kinds.salary_table import SalaryTable
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.print import guide_forms, guide_parts, guide_tasks
from smm_portfolio.print.context import Context
from smm_portfolio.print.part_views import FactView, Part, SkillsView, TasksView, TextView, WebView
from smm_portfolio.print.qr import qr_image
from smm_portfolio.print.views import ContentsView, CoverView, GuideView, LogoView, SectionView
from smm_portfolio.problems import InternalError

M = TypeVar("M", bound=Model)
_OWN_PAGE = {"tasks", "skills", "crisis", "signoff", "comparison"}


def guide_view(entry: Entry[Guide], context: Context, logo: LogoView | None = None) -> GuideView:
    """One guide in one language.

    Raises:
        UserError: a due date outside the calendar.
    """
    guide, words = entry.model, context.labels
    title, brand = context.say(guide.title), _organisation(guide, context)
    web = _web(entry, context)
    sections = _sections(guide, context, web)
    has_contacts = any(section.part.template == "contacts" for section in sections)
    date = full_day_words(guide.date, {"day_full": "d MMMM y"}, context.language)
    version = words["version_date"].format(version=guide.version, date=date)
    return GuideView(
        lang=context.language,
        title=title,
        author=brand,
        description=context.say(guide.summary),
        running=brand,
        foot=" · ".join([title, version, *_sample(context)]),
        cover=_cover(guide, context, logo, date),
        contents=tuple(_contents(section) for section in sections),
        person=tuple(
            context.fields.add(f"person.{key}", words["person"][key], words["person_title"][key])
            for key in _person_keys(guide, context)
        ),
        web=None if has_contacts else web,
        sections=sections,
    )


def used_anchors(guide: Guide, library: Library) -> frozenset[str]:
    """The days that the due dates of a guide count from; others would only puzzle the reader."""
    dues = (task.due for entry in _onboarding(guide, library) for _, task in entry.model.tasks())
    return frozenset(due.anchor for due in dues if due.is_fixed)


def _onboarding(guide: Guide, library: Library) -> list[Entry[OnboardingChecklist]]:
    slugs = {section.checklist for section in guide.sections}
    return [entry for entry in library.checklists if entry.slug in slugs]


def _person_keys(guide: Guide, context: Context) -> tuple[str, ...]:
    """Whose copy it is: somebody with a first or a last day, or somebody of another organisation."""
    anchors = {entry.model.anchor for entry in _onboarding(guide, context.library)}
    if Anchor.START in anchors:
        return "name", "start", "manager", "buddy"
    return ("name", "organisation", "end", "manager") if Anchor.END in anchors else ("name", "organisation")


def web_address(entry: Entry[Guide], site_url: str) -> str:
    """The address of the guide's page; empty where the site's is not known."""
    if entry.model.web:
        return entry.model.web
    return f"{site_url}guides/{entry.slug}/" if site_url else ""


def _organisation(guide: Guide, context: Context) -> str:
    library = context.library
    return guide.organisation or (library.profile.model.name if library.profile else context.say(library.settings.name))


def _sample(context: Context) -> list[str]:
    profile = context.library.profile
    return [context.labels["sample"]] if profile and profile.model.sample else []


def _cover(guide: Guide, context: Context, logo: LogoView | None, date: str) -> CoverView:
    words = context.labels
    days = guide_tasks.anchor_facts(context)
    opening = days[0] if days else None
    facts = [
        *days[1:],
        FactView(label=words["version"], value=guide.version),
        FactView(label=words["date"], value=date),
    ]
    return CoverView(
        brand=_organisation(guide, context),
        title=context.say(guide.title),
        subtitle=context.say(guide.subtitle),
        logo=logo,
        opening=opening,
        lead="" if days else context.say(guide.summary),
        facts=tuple(facts),
    )


def _web(entry: Entry[Guide], context: Context) -> WebView:
    address = web_address(entry, context.site_url)
    words = context.labels
    if not address:
        return WebView(words=words["web_nowhere"].format(title=context.say(entry.model.title)))
    shown = address.partition("://")[2].rstrip("/")
    return WebView(
        words=words["web"], qr=qr_image(address, words["qr_alt"].format(address=shown)), href=address, shown=shown
    )


def _sections(guide: Guide, context: Context, web: WebView) -> tuple[SectionView, ...]:
    """Every section; the sources last, because the others cite them."""
    parts: list[Part | None] = []
    for section in guide.sections:
        parts.append(None if section.sources else _part(section, context, web))
        if parts[-1] and parts[-1].template == "contacts":
            web = WebView(words="")  # once in a document is enough
    context.cited.add(guide.sources)
    sources = guide_parts.sources_view(context.cited.sources(), context)
    views: list[SectionView] = []
    for number, (section, part) in enumerate(zip(guide.sections, parts, strict=True), 1):
        shown: Part = sources if part is None else part
        views.append(
            SectionView(
                id=f"section-{number}",
                title=context.say(section.title),
                intro=context.prose(section.intro),
                part=shown,
                follows=bool(views) and _follows(views[-1].part, shown),
            )
        )
    return tuple(views)


def _follows(before: Part, part: Part) -> bool:
    """Whether a section goes on below the one before it; what is torn out, signed or long begins a page."""
    return part.template not in _OWN_PAGE and before.template not in {"crisis", "tasks", "signoff"}


def _contents(section: SectionView) -> ContentsView:
    subs: Iterable[Any] = ()
    if isinstance(section.part, TasksView):
        subs = section.part.phases
    elif isinstance(section.part, SkillsView):
        subs = section.part.groups
    return ContentsView(
        id=section.id, title=section.title, subs=tuple(ContentsView(id=sub.id, title=sub.title) for sub in subs)
    )


def _part(section: Section, context: Context, web: WebView) -> Part:
    makers: dict[str, Callable[[Any], Part | None]] = {
        "text": lambda text: TextView(html=context.html(text)),
        "checklist": lambda slug: _checklist(slug, context),
        "role": lambda part: _role(part.comparison, part.role, context),
        "role_comparison": lambda slug: guide_parts.comparison_view(
            _find("role_comparison", slug, RoleComparison, context).model, context
        ),
        "salary_table": lambda slug: guide_parts.salary_view(
            _find("salary_table", slug, SalaryTable, context).model, context
        ),
        "glossary": lambda terms: guide_parts.glossary_view(terms, context),
        "contacts": lambda contacts: guide_parts.contacts_view(contacts, web if web.words else None, context),
        "crisis_card": lambda card: guide_parts.crisis_view(card, context),
        "signoff": lambda slug: guide_forms.signoff_view(
            _find("onboarding_checklist", slug, OnboardingChecklist, context), context
        ),
    }
    for key, make in makers.items():
        value = getattr(section, key)
        if value is not None and (part := make(value)) is not None:
            return part
    raise InternalError(f"section “{context.say(section.title)}” has nothing to print")


def _checklist(slug: str, context: Context) -> Part:
    if found := context.library.find("skill_checklist", slug):
        return guide_forms.skills_view(cast("Entry[SkillChecklist]", found), context)
    return guide_tasks.tasks_view(_find("onboarding_checklist", slug, OnboardingChecklist, context), context)


def _role(comparison: str, role: str, context: Context) -> Part:
    entry = _find("role_comparison", comparison, RoleComparison, context)
    context.cited.add(entry.model.sources)
    return guide_parts.role_view(next(one for one in entry.model.roles if one.id == role), context)


def _find(kind: str, slug: str, model: type[M], context: Context) -> Entry[M]:
    found = context.library.find(kind, slug)
    if found is None or not isinstance(found.model, model):
        raise InternalError(f"{kind} '{slug}' was checked and is not there")
    return cast("Entry[M]", found)
