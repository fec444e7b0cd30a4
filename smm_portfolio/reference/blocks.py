"""The page of blocks: one line in a hand-written page that becomes a table, a checklist or cards."""

from __future__ import annotations

from collections.abc import Mapping

from smm_portfolio.problems import InternalError
from smm_portfolio.reference.markdown import code, fence, heading, page, table
from smm_portfolio.site.blocks import BLOCKS, CARDS, Block

_INTRO = """\
A block is one line in a page that you write yourself. It shows a piece of your content in that place: a salary table
in the middle of a lesson, for example. Put it on a line of its own, with an empty line above and below:"""

_AFTER = """\
The first word says what to show, the second which one: the name of its file without `.yml`. A line inside a block of
code is left as it is, and so is one that starts with four spaces or more. A block that is not understood stops the
build with [SMM064](codes.md#smm064); one that names something that is not there with [SMM030](codes.md#smm030)."""

SHOWS: Mapping[str, str] = {
    "checklist": "The tasks of an onboarding checklist, by phase, with owner and due date.",
    "skills": "A skill checklist with levels and the work that proves them.",
    "self-assessment": "The skills of a skill checklist for the reader to rate, with what to learn next.",
    "role-comparison": "Roles side by side: tasks, dimensions and decisions.",
    "salary-table": "The figures of a salary table, with source and year.",
    "case-study": "One card that leads to a case study or campaign.",
    "cases": f"Several cards, in the order in which you name them; the first {CARDS} where you name none.",
    "guide": "The title of a guide with a button to its PDF.",
}
"""What each block shows; a test compares the words with the blocks there are."""


def blocks_page(order: int) -> str:
    """Every block with its syntax."""
    if set(SHOWS) != set(BLOCKS):
        raise InternalError(f"blocks.py: SHOWS differs in {', '.join(sorted(set(SHOWS) ^ set(BLOCKS)))}")
    rows = [(_syntax(name, block), SHOWS[name], _names(block)) for name, block in BLOCKS.items()]
    return page(
        "Blocks",
        "Lines such as [smm:salary-table seeds] that put content into a page you write yourself.",
        order,
        [
            _INTRO,
            fence(
                "Here is what it pays:\n\n[smm:salary-table europe-us]\n\nNow compare that with your own offer.", "text"
            ),
            _AFTER,
            heading(2, "All blocks", "all"),
            table(("Block", "What it shows", "Names"), rows),
        ],
    )


def _syntax(name: str, block: Block) -> str:
    slugs = "name" if block.most == 1 else "name name …"
    named = code(f"[smm:{name} {slugs}]")
    return named if block.needed else f"{code(f'[smm:{name}]')} or {named}"


def _names(block: Block) -> str:
    return f"one {block.what}" if block.most == 1 else f"up to {block.most}, or none"
