"""Markdown on paper: nothing that a page cannot carry, and no gap that a screen reader stumbles over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.print.prose import Place, prose

PLACE = Place(picture="Afbeelding", site_url="https://example.org/s/")


def test_headings_begin_at_three_and_leave_no_gap():
    assert re.findall("<h([1-6])", prose("# A\n\n##### B\n\n## C\n\n### D", PLACE)) == ["3", "4", "3", "3"]


@given(st.lists(st.integers(1, 6), max_size=12))
def test_no_order_of_headings_leaves_a_gap(levels: list[int]):
    html = prose("\n\n".join(f"{'#' * level} x" for level in levels), PLACE)
    before = 2
    for level in map(int, re.findall("<h([1-6])", html)):
        assert 3 <= level <= before + 1
        before = level


def test_links_hold_words_only():
    assert '<a href="https://example.org/x">een vet woord</a>' in prose(
        "[een **vet** `woord`](https://example.org/x)", PLACE
    )


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("../roles/duo.md", "https://example.org/s/roles/duo/"),
        ("work/index.md", "https://example.org/s/work/"),
        ("/work/x/#results", "https://example.org/s/work/x/#results"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_between_pages_are_completed(link: str, address: str):
    assert f'href="{address}"' in prose(f"[x]({link})", PLACE)


def test_links_that_lead_nowhere_from_paper_are_words():
    for link, place in (("../roles/duo.md", Place("Afbeelding")), ("#here", PLACE), ("javascript:x", PLACE)):
        html = prose(f"[woord]({link})", place)
        assert "href" not in html
        assert "woord" in html


def test_tags_are_printed_as_text():
    html = prose("<script>alert(1)</script>\n\n<div onclick=x>y</div>", PLACE)
    assert "<script" not in html
    assert "<div" not in html
    assert "&lt;script&gt;" in html


def test_pictures_always_say_something():
    assert 'alt="Afbeelding"' in prose("![](a.png)", PLACE)
    assert 'alt="een raam"' in prose("![een raam](a.png)", PLACE)


def test_tables_have_a_head():
    assert prose("| a | b |\n|---|---|\n| 1 | 2 |", PLACE).count("<thead>") == 1
