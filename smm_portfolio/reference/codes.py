"""The page of problem codes: what each means, why it is reported, and what causes it."""

from __future__ import annotations

from smm_portfolio.problems import CODES, Code
from smm_portfolio.reference.markdown import fence, heading, page, table

_INTRO = """\
Every problem has a code that never changes its meaning. The message beside it says what to type or do next. How to
read a message: [when something goes wrong](../problems.md)."""

GROUPS = {
    "00": "Reading a file",
    "01": "Fields",
    "02": "Texts and files",
    "03": "References",
    "04": "Figures",
    "05": "Completeness and age",
    "06": "Project and command line",
    "07": "Look",
    "08": "Building",
    "09": "Printing",
    "10": "Campaigns",
    "11": "Packs for people",
    "12": "Courses over time, indexes, pictures and privacy",
    "13": "Honesty, pages and documents",
    "14": "Versions and formats of posts",
}
"""Headings by the first two digits of a code; a test sees a group without one."""


def codes_page(order: int) -> str:
    """Every code, in order."""
    parts = [
        _INTRO,
        table(("Code", "What is wrong"), [(f"[{one.id}](#{one.id.lower()})", one.title) for one in CODES.values()]),
    ]
    group = ""
    for one in CODES.values():
        if one.id[3:5] != group:
            group = one.id[3:5]
            parts.append(heading(2, GROUPS[group], f"group-{group}"))
        parts += _section(one)
    return page("Problem codes", "Every problem that smm reports, why, and an example of each.", order, parts)


def _section(one: Code) -> list[str]:
    parts = [heading(3, f"{one.id} {one.title}", one.id.lower()), one.why]
    if one.example:
        parts += ["For example:", fence(one.example, "text")]
    return parts
