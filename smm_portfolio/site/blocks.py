"""Blocks: one line such as ``[smm:salary-table seeds]`` in a hand-written page becomes a component."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.problems import Problem, UserError
from smm_portfolio.site.cards import work_card
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.markdown_text import in_fence
from smm_portfolio.site.pages.assess import assess_view
from smm_portfolio.site.pages.checklists import checklist_view
from smm_portfolio.site.pages.guides import guide_view
from smm_portfolio.site.pages.roles import roles_view
from smm_portfolio.site.pages.salaries import salaries_view
from smm_portfolio.site.pages.skills import skills_view
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import LinkView, WorkView
from smm_portfolio.site.words import say

_START = re.compile(r"^(?P<indent>\s*)\[smm:(?P<rest>.*)$")
_LINE = re.compile(r"^(?P<name>[^\s\]]*)(?P<slugs>[^\]]*)\]\s*$")
_CODE = 4
"""So many spaces before a line make it code in Markdown."""
CARDS = 6


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of block.

    Args:
        template: its template.
        entries: what its slugs may name.
        view: what it shows of the entries named.
        most: how many slugs it takes; none is allowed where ``needed`` is 0.
        needed: how many it must have.
        what: its entries in words, for messages.
    """

    template: str
    entries: Callable[[SiteContext], Sequence[Entry[Any]]]
    view: Callable[[SiteContext, list[Entry[Any]]], object]
    what: str
    needed: int = 1
    most: int = 1


def _works(context: SiteContext, entries: list[Entry[Any]]) -> WorkView:
    chosen = entries or list(relations(context).works[:CARDS])
    return WorkView(title="", cards=tuple(work_card(context, one) for one in chosen))


def _guide(context: SiteContext, entries: list[Entry[Any]]) -> object:
    view = guide_view(context, entries[0])
    if view.downloads:
        return view
    page = LinkView(text=say(context, "guides.read"), href=relations(context).href(entries[0]))
    return type(view)(title=view.title, lede=view.lede, downloads=(page,))


BLOCKS: dict[str, Block] = {
    "checklist": Block("checklist", lambda c: c.library.checklists, lambda c, e: checklist_view(c, e[0]), "checklist"),
    "skills": Block("skills", lambda c: c.library.skills, lambda c, e: skills_view(c, e[0]), "skill checklist"),
    "self-assessment": Block(
        "assess", lambda c: c.library.skills, lambda c, e: assess_view(c, e[0]), "skill checklist"
    ),
    "role-comparison": Block("roles", lambda c: c.library.roles, lambda c, e: roles_view(c, e[0]), "role comparison"),
    "salary-table": Block(
        "salaries", lambda c: c.library.salaries, lambda c, e: salaries_view(c, e[0]), "salary table"
    ),
    "case-study": Block("works", lambda c: relations(c).works, _works, "case study"),
    "cases": Block("works", lambda c: relations(c).works, _works, "case study", needed=0, most=50),
    "guide": Block("guide", lambda c: c.library.guides, _guide, "guide"),
}
"""Blocks by the word that authors type."""


def expand_blocks(markdown: str, context: SiteContext, uri: str, file: str = "") -> str:
    """A hand-written page with its blocks expanded; code fences are left alone.

    Args:
        markdown: the page without front matter.
        context: the build.
        uri: where the page stands in the docs tree, to make links relative.
        file: where it was typed, relative to the project, for messages.

    Raises:
        UserError: a block is not known or names something that is not there; every such block at once.
    """
    if "[smm:" not in markdown:
        return markdown
    lines = markdown.splitlines()
    page_url = Page(uri, "", "").url
    expanded: list[str] = []
    problems: list[Problem] = []
    for place, (line, fenced) in enumerate(zip(lines, in_fence(lines), strict=True)):
        start = None if fenced else _START.match(line)
        if start is None or len(start["indent"].expandtabs(_CODE)) >= _CODE:
            expanded.append(line)
            continue
        try:
            expanded.append(_expanded(start["rest"], len(start["indent"]), context, page_url))
        except _BlockError as error:
            at = _line_in_file(context.library.root, file, lines, place)
            problems.append(error.problem.at(file, at, error.column, line))
            expanded.append(line)
    if problems:
        raise UserError(problems)
    return "\n".join(expanded) + "\n"


class _BlockError(Exception):
    """A block that cannot be expanded, with the column of the word that is wrong."""

    def __init__(self, problem: Problem, column: int) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.column = column


def _expanded(rest: str, indent: int, context: SiteContext, page_url: str) -> str:
    """The component of one line; ``rest`` is what follows ``[smm:``."""
    first = indent + len("[smm:") + 1
    match = _LINE.match(rest)
    if match is None:
        fix = "Write it alone on its line and close the bracket: [smm:checklist new-hire]."
        raise _BlockError(Problem("SMM064", "the block does not end with ] at the end of its line", fix), indent + 1)
    block = BLOCKS.get(match["name"])
    if block is None:
        close = nearest(match["name"], BLOCKS)
        fix = f"Did you mean {close}?" if close else f"Use one of: {', '.join(BLOCKS)}."
        raise _BlockError(Problem("SMM064", f"there is no block '{match['name']}'", fix), first)
    slugs = [
        (found.group(), first + match.start("slugs") + found.start()) for found in re.finditer(r"\S+", match["slugs"])
    ]
    if not block.needed <= len(slugs) <= block.most:
        some = f"one {block.what}" if block.needed else f"at most {block.most} slugs"
        known = next((entry.slug for entry in block.entries(context)), "slug")
        fix = f"Write for example: [smm:{match['name']} {known}]"
        raise _BlockError(Problem("SMM064", f"the block '{match['name']}' takes {some}, not {len(slugs)}", fix), first)
    entries = [_entry(block, slug, column, context) for slug, column in slugs]
    return context.templates.block(
        block.template,
        block.view(context, entries),
        labels=context.labels["site"],
        lang=context.language,
        page_url=page_url,
    )


def _entry(block: Block, slug: str, column: int, context: SiteContext) -> Entry[Any]:
    key = f"block {block.what}"
    if key not in context.memo:
        context.memo[key] = {entry.slug: entry for entry in reversed(block.entries(context))}
    known: dict[str, Entry[Any]] = context.memo[key]
    if slug in known:
        return known[slug]
    close = nearest(slug, sorted(known))
    fix = f"Did you mean {close}?" if close else f"Known: {', '.join(sorted(known)) or 'none yet'}."
    raise _BlockError(Problem("SMM030", f"there is no {block.what} '{slug}'", fix), column)


def _line_in_file(root: Path, file: str, lines: list[str], place: int) -> int:
    """The line number in the file, whose front matter is not part of ``lines``."""
    try:
        typed = (root / file).read_text(encoding="utf-8-sig").splitlines() if file else lines
    except OSError:
        typed = lines
    earlier = lines[:place].count(lines[place])
    found = [number for number, line in enumerate(typed, start=1) if line.rstrip() == lines[place].rstrip()]
    return found[earlier] if earlier < len(found) else place + 1
