"""All content into the pages and navigation of one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.pages.about import about_page
from smm_portfolio.site.pages.case import case_pages
from smm_portfolio.site.pages.checklists import checklist_pages
from smm_portfolio.site.pages.contact import contact_page
from smm_portfolio.site.pages.guides import guide_pages
from smm_portfolio.site.pages.home import home_page
from smm_portfolio.site.pages.indexes import overview_page
from smm_portfolio.site.pages.roles import role_pages
from smm_portfolio.site.pages.salaries import salary_pages
from smm_portfolio.site.pages.services import services_page
from smm_portfolio.site.pages.skills import skill_pages
from smm_portfolio.site.pages.work import work_pages
from smm_portfolio.site.places import Places, address, branch, places
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import NavItem, Page, Tree
from smm_portfolio.site.words import say

NAV_LIMIT = 30
"""Longer lists stay out of the navigation: it stands on every page, so a thousand entries would cost a million."""
PERSON = {"about": about_page, "services": services_page, "contact": contact_page}
_NOTHING: frozenset[str] = frozenset()


def compile_tree(context: SiteContext, taken: frozenset[str] = _NOTHING) -> Tree:
    """Every page of one language but those of campaigns, which ``campaigns.pages`` makes.

    Args:
        context: the circumstances of the build.
        taken: addresses of hand-written pages; no generated page takes their place.

    Returns:
        Pages in order of navigation, home first, and the navigation. Time is proportional to the content.
    """
    pages: list[Page] = []
    written = frozenset(address(uri) for uri in taken)
    if relations(context).works:
        pages += [*work_pages(context), *case_pages(context)]
    onboarding = (*checklist_pages(context), *guide_pages(context))
    jobs = (*role_pages(context), *salary_pages(context))
    skills = skill_pages(context)
    pages += [*skills, *onboarding, *jobs]
    about = places(context, taken)
    pages += _person(context, about)
    pages = [page for page in pages if page.url not in written]
    nav = [
        *(NavItem(page.title, page.uri) for page in pages if page.uri == "work/index.md"),
        *branch(about),
        *_branch(say(context, "skills.title"), _listed(skills, written)),
        *_branch(say(context, "nav.onboarding"), _listed(onboarding, written)),
        *_branch(say(context, "nav.roles"), _listed(jobs, written)),
    ]
    home = _home(context, pages, nav, about) if "" not in written else None
    if home is not None:
        pages.insert(0, home)
        nav.insert(0, NavItem(say(context, "home"), home.uri))
    return Tree(context.language, tuple(pages), (), tuple(nav))


def _home(context: SiteContext, pages: Iterable[Page], nav: Iterable[NavItem], about: Places) -> Page:
    profile = context.library.profile
    return home_page(context, profile, about) if profile else overview_page(context, pages, nav)


def _person(context: SiteContext, about: Places) -> list[Page]:
    """The pages about the person that nobody wrote by hand."""
    profile = context.library.profile
    if profile is None:
        return []
    return [PERSON[place.name](context, profile, about) for place in about.values() if not place.written]


def _listed(pages: Iterable[Page], written: frozenset[str]) -> list[Page]:
    """Pages for the navigation; of a folder with too many only the index."""
    shown = [page for page in pages if page.in_nav and page.url not in written]
    sizes = Counter(_folder(page) for page in shown)
    return [page for page in shown if page.uri.endswith("/index.md") or sizes[_folder(page)] <= NAV_LIMIT]


def _folder(page: Page) -> str:
    return page.uri.partition("/")[0]


def _branch(title: str, pages: list[Page]) -> list[NavItem]:
    """One page as itself, several below a heading."""
    if len(pages) == 1:
        return [NavItem(title, pages[0].uri)]
    return [NavItem(title, "", tuple(NavItem(page.title, page.uri) for page in pages))] if pages else []
