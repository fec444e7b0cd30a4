"""Page templates: whatever a project says or leaves out, its pages come out whole."""

import re

import markdown
import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from smm_portfolio.site.templates import PageTemplates
from tests.theme.pages import EXTENSIONS, TEMPLATES, faults, labels, page_html, page_markdown
from tests.theme.samples import BLOCKS, LEAST, MOST


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", LEAST)
def test_a_page_with_nothing_but_its_title_is_whole(name: str, lang: str) -> None:
    assert faults(page_html(name, LEAST[name], lang)) == []


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", MOST)
def test_a_page_with_everything_and_hostile_text_is_whole(name: str, lang: str) -> None:
    assert faults(page_html(name, MOST[name], lang)) == []


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_in_a_lesson_is_whole(name: str) -> None:
    block = TEMPLATES.block(name, BLOCKS[name], labels=labels("nl"), lang="nl", page_url="training/lesson/")
    assert faults(markdown.markdown(f"# Les\n\nVoor.\n\n{block}\n\nNa.", extensions=EXTENSIONS)) == []


def test_the_check_above_sees_a_block_that_markdown_misreads() -> None:
    misread = '<div markdown="1">\n<p>a</p><div>b</div>\n</div>'
    assert faults(markdown.markdown(misread, extensions=EXTENSIONS)) != []


@pytest.mark.parametrize("name", MOST)
def test_text_shows_as_typed(name: str) -> None:
    """A shop called "Brood & <b>" keeps its name: no tag, no emphasis, no link comes out of it."""
    html = page_html(name, MOST[name])
    typed = re.findall(r"Brood &amp; &lt;b&gt;|Brood &amp; &#60;b&#62;|Brood &#38; &#60;b&#62;", html)
    assert len(typed) >= 3
    assert "<em>kaas</em>" not in html
    assert 'href="y"' not in html
    assert 'href="https://x.nl"' not in html


def test_headings_are_known_to_the_contents_list() -> None:
    reader = markdown.Markdown(extensions=EXTENSIONS)
    reader.convert(page_markdown("case", MOST["case"]))
    ids = [token["id"] for token in reader.toc_tokens]
    assert ids[:6] == ["situation", "audience", "approach", "goals", "results", "course"]


def test_anchors_are_the_same_in_every_language() -> None:
    anchors = [re.findall(r' id="([\w-]+)"', page_html("case", MOST["case"], lang)) for lang in ("nl", "en")]
    assert anchors[0] == anchors[1]


def test_links_are_relative_to_the_page_they_stand_on() -> None:
    deep = page_markdown("guide", MOST["guide"], url="guides/first/")
    flat = page_markdown("guide", MOST["guide"], url="")
    assert 'href="../../work/bakery/"' in deep
    assert 'href="work/bakery/"' in flat
    assert 'href="https://example.com/a"' in page_markdown("roles", MOST["roles"])


def test_a_mock_carries_its_label_inside_every_picture() -> None:
    html = page_html("campaign", MOST["campaign"])
    assert html.count('class="smm-mock-tag"') >= 3


def test_a_missed_goal_keeps_its_row() -> None:
    html = page_html("case", MOST["case"])
    assert html.count("smm-state--miss") == 1
    assert html.count("<tr") >= 6


def test_a_page_is_the_same_every_time() -> None:
    assert page_markdown("case", MOST["case"]) == page_markdown("case", MOST["case"])


def test_a_label_that_does_not_exist_stops_the_build() -> None:
    fewer = {key: value for key, value in labels("nl").items() if key != "situation"}
    with pytest.raises(UndefinedError, match="situation"):
        TEMPLATES.page("case", MOST["case"], labels=fewer, lang="nl", page_url="a/")


def test_a_look_may_replace_a_template_but_not_reach_into_python(tmp_path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "guide.md.j2").write_text("# {{ view.title | md }}\n", encoding="utf-8")
    (pages / "index.md.j2").write_text("{{ view.__class__.__mro__ }}", encoding="utf-8")
    mine = PageTemplates([tmp_path])
    assert mine.page("guide", LEAST["guide"], labels={}, lang="nl", page_url="") == "# Gids\n"
    with pytest.raises(SecurityError):
        mine.page("index", LEAST["index"], labels={}, lang="nl", page_url="")
