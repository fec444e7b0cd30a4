"""Nothing grows faster than the number of pages: counted, not timed."""

from __future__ import annotations

import dataclasses
import sys
from types import FrameType

from smm_portfolio.content.library import Library
from smm_portfolio.site.compile import NAV_LIMIT, compile_tree
from smm_portfolio.site.tree import NavItem
from tests.support.portfolio import context_of


def many_cases(library: Library, count: int) -> Library:
    """The same project with one case so many times, and nothing else."""
    entry = next(one for one in library.cases if one.slug == "bakery")
    cases = tuple(dataclasses.replace(entry, slug=f"case-{number}") for number in range(count))
    nothing = dict.fromkeys(("skills", "checklists", "roles", "salaries", "guides", "campaigns"), ())
    return dataclasses.replace(library, cases=cases, **nothing)


def calls_for(library: Library, count: int) -> int:
    """Python calls that compiling so many cases takes."""
    context = context_of(many_cases(library, count), "nl")
    calls = 0

    def counted(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(counted)
    try:
        compile_tree(context)
    finally:
        sys.setprofile(None)
    return calls


def test_twice_the_cases_take_about_twice_the_work(library: Library) -> None:
    calls_for(library, 4)
    small, large = calls_for(library, 40), calls_for(library, 80)
    assert large < small * 2.2


def test_long_lists_stay_out_of_the_navigation(library: Library) -> None:
    """It stands on every page: a thousand entries on a thousand pages are a million."""
    entry = library.checklists[0]
    copies = tuple(dataclasses.replace(entry, slug=f"list-{number}") for number in range(NAV_LIMIT + 1))

    def size(items: tuple[NavItem, ...]) -> int:
        return sum(1 + size(item.children) for item in items)

    beside = 2  # the index, and the self-assessment of the skills
    few = compile_tree(context_of(dataclasses.replace(library, checklists=copies[: NAV_LIMIT - beside]), "nl"))
    many = compile_tree(context_of(dataclasses.replace(library, checklists=copies), "nl"))
    assert size(many.nav) < size(few.nav)
    assert len(many.pages) > len(few.pages)


def test_far_down_a_long_list_cards_come_without_a_drawing(library: Library) -> None:
    page = compile_tree(context_of(many_cases(library, 100), "nl")).page("work/index.md")
    assert page is not None
    assert page.body.count('class="smm-work"') == 100
    assert page.body.count("<svg") < 100
