"""Text in Markdown: plain text stays literal, prose stays inside its block."""

import html

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.site.markdown_text import contained_prose, literal
from tests.theme.pages import EXTENSIONS
from tests.theme.samples import NASTY

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "), min_size=1)


def heading(text: str) -> str:
    out = markdown.markdown(
        f"## {literal(text)} {{ #x .y }}", extensions=[*EXTENSIONS, "pymdownx.emoji", "pymdownx.caret"]
    )
    return html.unescape(out.removeprefix('<h2 class="y" id="x">').removesuffix("</h2>"))


def test_no_extension_reads_anything_into_a_heading() -> None:
    assert heading(NASTY) == NASTY


@given(PRINTABLE.filter(str.strip))
def test_any_heading_shows_as_typed(text: str) -> None:
    assert heading(text).split() == text.split()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# A\n\n## B", "### A\n\n#### B"),
        ("##### A", "##### A"),
        ("###### A\n\n##### B", "###### A\n\n##### B"),
        ("tekst", "tekst"),
        ("```\n# geen kop\n```\n\n# Kop", "```\n# geen kop\n```\n\n### Kop"),
        ("#tag is geen kop", "#tag is geen kop"),
    ],
)
def test_headings_of_an_author_fit_below_those_of_the_page(before: str, after: str) -> None:
    assert contained_prose(before, 3) == after


@pytest.mark.parametrize("stray", ["a </div> b", "<div>open", "</section>\n\n<section>", "<b>a</i>"])
def test_a_stray_tag_cannot_close_the_page(stray: str) -> None:
    page = f'<div class="page" markdown="1">\n\n{contained_prose(stray)}\n\nlast\n\n</div>\n\nafter'
    out = markdown.markdown(page, extensions=EXTENSIONS)
    assert out.index("last") < out.index("</div>") < out.index("after")


@pytest.mark.parametrize("kept", ["a <b>c</b>", "<br> regel", "`</div>` in code", "```html\n</div>\n```"])
def test_tags_that_fit_stay_tags(kept: str) -> None:
    assert contained_prose(kept) == kept
