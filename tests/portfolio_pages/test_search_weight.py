"""What search weighs is fetched by those who search, and by nobody else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

HEAVY = re.compile(r"search_index\.json|workers/search|/lunr/")


@pytest.mark.parametrize(("language", "found"), [("", r"overeenkomende documenten"), ("en/", r"matching documents")])
def test_a_visitor_who_does_not_search_fetches_no_index_and_one_who_does_finds_something(
    page: Page, address: str, language: str, found: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{language}", wait_until="networkidle")
    assert [url for url in asked if HEAVY.search(url)] == []

    page.keyboard.press("/")
    page.keyboard.type("case")
    expect(page.locator(".md-search-result__meta")).to_contain_text(re.compile(found), timeout=30_000)
    assert page.locator(".md-search-result__item").count() > 1
    assert len([url for url in asked if url.endswith("search_index.json")]) == 1


def test_a_link_with_words_to_search_for_opens_the_results(page: Page, address: str) -> None:
    page.goto(f"{address}?q=bakkerij")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Bakkerij")
