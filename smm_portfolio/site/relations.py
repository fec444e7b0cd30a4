"""What refers to what, worked out once for all pages: addresses, names, order, evidence both ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.kinds.case_study import CaseKind, CaseStudy, Permission
from smm_portfolio.content.library import Entry
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import LinkView
from smm_portfolio.site.words import say

FOLDERS = {
    "case_study": "work",
    "campaign": "campaigns",
    "skill_checklist": "skills",
    "onboarding_checklist": "checklists",
    "role_comparison": "roles",
    "salary_table": "salaries",
    "guide": "guides",
}
"""Folder of the pages of each kind."""

Work = Entry[CaseStudy] | Entry[Campaign]
"""A piece of work: a case study or a campaign."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Everything that one page must know of others.

    Args:
        works: case studies and campaigns, the newest first.
        cases: the case studies among them.
        names: short names of works by kind and slug, no two alike.
        work_by_slug: the work that evidence means; a case study where a campaign has the same slug.
        skills_of: skills that a work shows, by its slug.
        guides_of: guides that a part stands in, by kind and slug.
        hrefs: addresses of all entries by kind and slug.
    """

    works: tuple[Work, ...]
    cases: tuple[Entry[CaseStudy], ...]
    names: Mapping[tuple[str, str], str]
    work_by_slug: Mapping[str, Work]
    skills_of: Mapping[str, tuple[LinkView, ...]]
    guides_of: Mapping[tuple[str, str], tuple[LinkView, ...]]
    hrefs: Mapping[tuple[str, str], str]

    def href(self, entry: Entry[Any]) -> str:
        """Address of an entry's page."""
        return self.hrefs[(entry.kind, entry.slug)]

    def name(self, entry: Entry[Any]) -> str:
        """Short name of a work."""
        return self.names[(entry.kind, entry.slug)]

    def evidence(self, slugs: Iterable[str]) -> tuple[LinkView, ...]:
        """Links to works that are published."""
        found = (self.work_by_slug[slug] for slug in slugs if slug in self.work_by_slug)
        return tuple(LinkView(text=self.name(work), href=self.href(work)) for work in found)


def relations(context: SiteContext) -> Relations:
    """The relations of this build, made on first use."""
    if "relations" not in context.memo:
        context.memo["relations"] = _relate(context)
    found: Relations = context.memo["relations"]
    return found


def client_name(context: SiteContext, case: CaseStudy) -> str:
    """Whom a case was for, as far as it may be said; empty for nobody."""
    if case.permission is Permission.PUBLIC and case.client is not None:
        return case.client.name
    return context.text(case.anonymised_as)


def _relate(context: SiteContext) -> Relations:
    library = context.library
    hrefs = {(entry.kind, entry.slug): f"{FOLDERS[entry.kind]}/{entry.slug}/" for entry in library.entries()}
    if len(library.skills) == 1:
        hrefs[("skill_checklist", library.skills[0].slug)] = "skills/"
    works: list[Work] = sorted((*library.cases, *library.campaigns), key=_newest_first)
    return Relations(
        works=tuple(works),
        cases=tuple(sorted(library.cases, key=_newest_first)),
        names=_names(context, works),
        work_by_slug={work.slug: work for work in sorted(works, key=lambda one: one.kind)},
        skills_of=_skills_of(context, hrefs),
        guides_of=_guides_of(context, hrefs),
        hrefs=hrefs,
    )


def _newest_first(work: Work) -> tuple[int, str]:
    return -work.model.period.end.toordinal(), work.slug


def _names(context: SiteContext, works: list[Work]) -> dict[tuple[str, str], str]:
    short = {(work.kind, work.slug): _short_name(context, work) for work in works}
    times = Counter(short.values())
    titles = {(work.kind, work.slug): context.text(work.model.title) for work in works}
    return {key: name if times[name] == 1 else titles[key] for key, name in short.items()}


def _short_name(context: SiteContext, work: Work) -> str:
    model = work.model
    if isinstance(model, Campaign):
        return say(context, "campaigns.name", brand=model.brand.name, title=context.text(model.title))
    if model.permission is Permission.ON_REQUEST:
        return context.text(model.title)
    name = client_name(context, model) or context.text(model.title)
    # wherever a link names it, as the proof of a skill for example, it says what it is
    return say(context, "case.mock_name", name=name) if model.kind is CaseKind.MOCK else name


def _skills_of(context: SiteContext, hrefs: Mapping[tuple[str, str], str]) -> dict[str, tuple[LinkView, ...]]:
    found: defaultdict[str, list[LinkView]] = defaultdict(list)
    for entry in context.library.skills:
        for group in entry.model.groups:
            href = f"{hrefs[(entry.kind, entry.slug)]}#{group.id}"
            for skill in group.items:
                for slug in skill.evidence:
                    found[slug].append(LinkView(text=context.text(skill.name), href=href))
    return {slug: tuple(links) for slug, links in found.items()}


def _guides_of(
    context: SiteContext, hrefs: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], tuple[LinkView, ...]]:
    found: defaultdict[tuple[str, str], dict[str, LinkView]] = defaultdict(dict)
    for entry in context.library.guides:
        link = guide_link(context, entry.slug, context.text(entry.model.title), hrefs[(entry.kind, entry.slug)])
        for section in entry.model.sections:
            parts: tuple[tuple[str, str | None], ...] = (
                ("onboarding_checklist", section.checklist),
                ("skill_checklist", section.checklist),
                ("role_comparison", section.role_comparison),
                ("role_comparison", section.role.comparison if section.role else None),
                ("salary_table", section.salary_table),
            )
            for kind, slug in parts:
                if slug is not None:
                    found[(kind, slug)][entry.slug] = link
    return {key: tuple(links.values()) for key, links in found.items()}


def guide_link(context: SiteContext, slug: str, title: str, page: str) -> LinkView:
    """A guide's PDF where this build makes it, else its page."""
    if context.with_pdf:
        return LinkView(text=title, href=f"guides/{slug}.pdf", note="PDF")
    return LinkView(text=title, href=page)
