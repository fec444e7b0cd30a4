"""Blocks in hand-written pages: one line becomes a component, a mistake is named with its place."""

from __future__ import annotations

import pytest

from smm_portfolio.problems import UserError
from smm_portfolio.site.blocks import BLOCKS, expand_blocks
from smm_portfolio.site.context import SiteContext
from tests.support.portfolio import context_of
from tests.support.reading import converted, words

GOOD = {
    "checklist": "new-hire",
    "skills": "skills",
    "self-assessment": "skills",
    "role-comparison": "manager-specialist",
    "salary-table": "europe",
    "case-study": "bakery",
    "cases": "",
    "guide": "new-hire",
}


def test_every_block_is_tried_here() -> None:
    assert set(GOOD) == set(BLOCKS)


@pytest.mark.parametrize("name", GOOD)
def test_a_block_becomes_its_component(name: str, context: SiteContext) -> None:
    text = expand_blocks(f"Before\n\n[smm:{name} {GOOD[name]}]\n\nAfter *this*\n", context, "training/lesson.md")
    assert "[smm:" not in text
    assert text.startswith("Before\n")
    assert converted(text).rstrip().endswith("<p>After <em>this</em></p>")
    assert len(words(text)) > len("Before After this") + 20


def test_links_in_a_block_start_from_the_page_it_stands_on(context: SiteContext) -> None:
    here = expand_blocks("[smm:case-study bakery]\n", context, "training/lesson.md")
    deeper = expand_blocks("[smm:case-study bakery]\n", context, "training/a/lesson.md")
    assert 'href="../../work/bakery/"' in here
    assert 'href="../../../work/bakery/"' in deeper


def test_a_block_in_a_code_fence_is_left_alone(context: SiteContext) -> None:
    """A handbook must be able to show how a block is written."""
    page = (
        "```text\n[smm:checklist new-hire]\n[smm:nothing]\n```\n\n    [smm:nothing]\n\nA line with `[smm:x]` in it.\n"
    )
    assert expand_blocks(page, context, "handbook.md") == page


def test_all_mistakes_are_named_at_once_with_place_and_way_out(context: SiteContext) -> None:
    lines = ["[smm:chekclist new-hire]", "", "[smm:checklist new-hir]"]
    lines += ["[smm:guide]", "[smm:guide new-hire", "[smm:cases a b]"]
    with pytest.raises(UserError) as caught:
        expand_blocks("\n".join(lines), context, "training/lesson.md")
    found = [(one.code, one.line, one.column) for one in caught.value.problems]
    assert found == [
        ("SMM064", 1, 6),
        ("SMM030", 3, 16),
        ("SMM064", 4, 6),
        ("SMM064", 5, 1),
        ("SMM030", 6, 12),
    ]
    assert "Did you mean checklist?" in caught.value.problems[0].fix
    assert "Did you mean new-hire?" in caught.value.problems[1].fix


def test_the_line_counts_from_the_top_of_the_file_with_its_front_matter(context: SiteContext) -> None:
    file = context.library.root / "site_src" / "lesson.md"
    file.write_text("---\ntitle: Les\n---\n\nTekst\n\n[smm:guide nothing]\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        expand_blocks("Tekst\n\n[smm:guide nothing]\n", context, "lesson.md", "site_src/lesson.md")
    file.unlink()
    assert (caught.value.problems[0].file, caught.value.problems[0].line) == ("site_src/lesson.md", 7)


def test_a_guide_without_its_pdf_leads_to_its_page(context: SiteContext) -> None:
    without = context_of(context.library, context.language, with_pdf=False)
    assert 'href="../guides/new-hire/"' in expand_blocks("[smm:guide new-hire]\n", without, "lesson.md")
    assert 'href="../guides/new-hire.pdf"' in expand_blocks("[smm:guide new-hire]\n", context, "lesson.md")
