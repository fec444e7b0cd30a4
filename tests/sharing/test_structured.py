"""What a search engine is told: enough to show the page well, nothing untrue, nothing that breaks the page."""

from __future__ import annotations

import json
from typing import Any

from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.faq import questions
from smm_portfolio.site.structured import Place, script_text, written_data
from smm_portfolio.site.tree import Page


def graph(page: Page) -> dict[str, Any]:
    return by_type(page.meta["smm_data"])


def by_type(text: str) -> dict[str, Any]:
    return {one["@type"]: one for one in json.loads(text)["@graph"]} if text else {}


def test_the_home_page_says_who_it_is_about(pages: dict[str, Page], context: SiteContext) -> None:
    """Without it a search for the name finds anybody's page first."""
    profile = context.library.profile
    assert profile is not None
    person = graph(pages["index.md"])["ProfilePage"]["mainEntity"]
    assert (person["@type"], person["name"]) == ("Person", profile.model.name)
    assert person["url"] == context.language_url


def test_pages_about_the_person_say_what_they_are(pages: dict[str, Page], context: SiteContext) -> None:
    """A search engine that knows the contact page shows it, and who is meant is one person on all of them."""
    contact = graph(pages["contact.md"])["ContactPage"]["mainEntity"]
    assert contact["contactPoint"]["email"] == "mailto:noor@example.com"
    home = graph(pages["index.md"])["ProfilePage"]["mainEntity"]
    assert contact["@id"] == home["@id"] == f"{context.site_url}#me", "one person, whatever the language"
    catalogue = graph(pages["services.md"])["WebPage"]["mainEntity"]
    (offer,) = catalogue["itemListElement"]
    assert offer["itemOffered"]["description"] in ("Drie rubrieken.", "Three series.")
    assert offer["itemOffered"]["provider"]["@id"] == home["@id"]


def test_a_list_of_work_is_a_collection_below_all_work(pages: dict[str, Page]) -> None:
    assert "CollectionPage" in graph(pages["work/index.md"])
    steps = graph(pages["work/kind/mock.md"])["BreadcrumbList"]["itemListElement"]
    assert [step["item"].rpartition("/p/")[2].removeprefix("en/") for step in steps] == ["", "work/", "work/kind/mock/"]


def test_a_mock_says_so_wherever_a_machine_looks(pages: dict[str, Page]) -> None:
    """A machine that reads one field only must not take invented work for real."""
    mocks = [page for page in pages.values() if page.meta.get("smm_mock")]
    assert mocks
    for page in mocks:
        work, label = graph(page)["CreativeWork"], page.meta["smm_mock"]
        assert work["creativeWorkStatus"] == label
        assert work["genre"].startswith(label)
        assert work["description"].startswith(label)
        assert work["name"] == page.title


def test_real_work_is_not_called_a_mock(pages: dict[str, Page]) -> None:
    """The guard above must be able to tell the two apart."""
    real = [page for page in pages.values() if page.kind == "case_study" and not page.meta.get("smm_mock")]
    assert real
    assert not any("creativeWorkStatus" in graph(page)["CreativeWork"] for page in real)


def test_only_a_case_that_is_public_names_whom_it_was_for(pages: dict[str, Page], context: SiteContext) -> None:
    for entry in context.library.cases:
        about = graph(pages[f"work/{entry.slug}.md"])["CreativeWork"].get("about")
        public = entry.model.permission == "public" and entry.model.kind != "mock" and entry.model.client
        assert bool(about) == bool(public), entry.slug


def test_work_on_request_tells_machines_no_more_than_people(pages: dict[str, Page]) -> None:
    work = graph(pages["work/quiet-work.md"])["CreativeWork"]
    assert not {"temporalCoverage", "keywords", "about"} & work.keys()
    assert "temporalCoverage" in graph(pages["work/bicycles.md"])["CreativeWork"]


def test_breadcrumbs_lead_from_home_through_pages_that_exist(pages: dict[str, Page], context: SiteContext) -> None:
    steps = graph(pages["work/bicycles.md"])["BreadcrumbList"]["itemListElement"]
    assert [step["item"].removeprefix(context.language_url) for step in steps] == ["", "work/", "work/bicycles/"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    addresses = {f"{context.language_url}{page.url}" for page in pages.values()}
    for page in pages.values():
        way = graph(page).get("BreadcrumbList", {"itemListElement": []})
        assert {step["item"] for step in way["itemListElement"]} <= addresses


def test_a_title_cannot_break_out_of_the_script(context: SiteContext) -> None:
    """A title with a closing tag in it would otherwise run as code for every visitor."""
    title = "</script><script>alert(1)</script> & <!--"
    text = written_data(context, Place("a/", title, "", f"{context.language_url}a/", context.language), {})
    assert "<" not in text
    assert "&" not in text
    assert by_type(text)["BreadcrumbList"]["itemListElement"][-1]["name"] == title
    assert "<" in json.dumps(title)  # what a plain dump would have let through
    assert script_text([]) == ""


PAGE = (
    '<h1>Myths</h1><p>Intro</p><h2 id="a">1. “Free?”<a class="headerlink" href="#a">¶</a></h2><p>No.</p><p>Work.</p>'
    "<h2>2. “Easy”</h2><ul><li>Not <b>so</b>.</li></ul><h2>Sources</h2><p>Somebody</p>"
)


def test_questions_are_the_numbered_headings_with_the_text_below() -> None:
    """Sources shown as an answer would make the page look like a mistake."""
    asked = [(one["name"], one["acceptedAnswer"]["text"]) for one in questions(PAGE)]
    assert asked == [("“Free?”", "No. Work."), ("“Easy”", "Not so.")]


def test_headings_without_numbers_are_all_questions() -> None:
    assert [one["name"] for one in questions("<h2>Why?</h2>So.<h2>How?</h2>Thus.<h2>Empty</h2>")] == ["Why?", "How?"]


def test_a_page_is_no_list_of_questions_unless_it_says_so(context: SiteContext) -> None:
    place = Place("training/myths/", "Myths", "", "", context.language)
    assert "FAQPage" not in by_type(written_data(context, place, {}))
    assert len(by_type(written_data(context, place, {}, PAGE))["FAQPage"]["mainEntity"]) == 2
