"""The frame over Material: builds with and without our settings, and stays within what MiniJinja understands."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from smm_portfolio.site.tidy import tidied
from tests.theme.pages import WEB, faults, labels

OVERRIDES = WEB / "overrides"
ALLOWED_CALLS = {"lang.t", "links.link", "links.tree", "first_url", "link", "above", "tree", "super"}
"""Macros and Material's translator: MiniJinja knows macros, but not the methods of Python's strings and lists."""

TOGGLE = {"icon": "material/weather-sunny", "name": "a"}
PALETTE = [
    {"media": f"(prefers-color-scheme: {media})", "scheme": scheme, "toggle": TOGGLE}
    for media, scheme in (("light", "default"), ("dark", "slate"))
]
PAGES = {
    "docs/index.md": "---\ntitle: Noor\nsmm_layout: home\ndescription: 'Zegt \"hoi\"'\n---\n\n<h1>Noor</h1>\n",
    "docs/case.md": "---\ntitle: Case\nsmm_layout: wide\nsmm_mock: Fictief\nsmm_mock_note: niet in opdracht\n"
    "smm_lang: en\nsmm_robots: noindex\nsmm_alternates:\n"
    "- {lang: nl, name: Nederlands, url: /case/, abs_url: 'https://x.nl/case/', own: false, default: false}\n"
    "- {lang: en, name: English, url: /en/case/, abs_url: 'https://x.nl/en/case/', own: true, default: true}\n"
    "---\n\n<h1>Case</h1>\n",
    "docs/both.md": "---\ntitle: Beide\nsmm_alternates:\n"
    "- {lang: nl, name: Nederlands, url: ./, abs_url: 'https://x.nl/both/', own: true, default: true}\n"
    "- {lang: en, name: English, url: /en/both/, abs_url: 'https://x.nl/en/both/', own: true, default: false}\n"
    "---\n\n# Beide\n",
    "docs/course/one.md": "# Les een\n\n## A\n\n## B\n\n## C\n\n## D\n",
    "docs/course/two.md": "# Les twee\n\n- [ ] taak\n",
}


def built(project: Callable[..., Path], pages: dict[str, str] | None = None, **config: object) -> Path:
    root = project({**PAGES, **(pages or {})})
    settings = {
        "site_name": "Noor", "site_url": "https://x.nl/",
        "theme": {
            "name": "material", "language": "nl", "font": False, "custom_dir": str(OVERRIDES), "palette": PALETTE
        },
        "plugins": ["search"], "markdown_extensions": ["md_in_html", "attr_list", "pymdownx.tasklist"],
        "nav": [{"Werk": "case.md"}, {"Beide": "both.md"}, {"Cursus": ["course/one.md", "course/two.md"]},
                {"Start": "index.md"}],
        **config,
    }  # fmt: skip
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml"), strict=True))
    return root / "site"


def full(project: Callable[..., Path]) -> Path:
    smm = {
        "labels": labels("nl")["chrome"], "wordmark": "Noor", "tagline": "social media", "contact_line": "Bellen?",
        "contact_url": "mailto:noor@example.com", "contact_label": "noor@example.com", "small_print": "Voorbeeld.",
        "links": [{"text": "Werk", "url": "case/"}], "preload": ["assets/a.woff2"],
    }  # fmt: skip
    return built(project, extra={"smm": smm}, edit_uri_template="https://example.com/edit/{path}")


def python_calls(template: str) -> list[str]:
    """Calls in Jinja tags that MiniJinja would not know."""
    tags = re.findall(r"\{[{%](.*?)[%}]\}", template, re.DOTALL)
    known = re.compile(r"macro \w+\([^)]*\)|\|\s*\w+(?=\()")  # macros being defined, and filters
    calls = [call for tag in tags for call in re.findall(r"([\w.\]\"']+)\(", known.sub("", tag))]
    return [call for call in calls if call.strip(".") not in ALLOWED_CALLS and call not in ("and", "or", "in", "not")]


def test_a_site_without_any_of_our_settings_builds(project) -> None:
    site = built(project)
    for page in site.rglob("*.html"):
        assert "smm-header" in page.read_text(encoding="utf-8")


def test_pages_of_the_frame_are_whole(project) -> None:
    for page in full(project).rglob("*.html"):
        assert faults(re.sub(r"<!doctype html>|<meta[^>]*>|<link[^>]*>", "", page.read_text(encoding="utf-8"))) == [], (
            page
        )


def test_the_same_page_in_the_other_language_is_one_plain_link_away(project) -> None:
    html = (full(project) / "case" / "index.html").read_text(encoding="utf-8")
    assert 'href="/en/case/" hreflang="en"' in html
    assert html.count('class="smm-tool smm-lang"') == 1
    assert "https://x.nl/en/case/" not in html, "a page that stands in for a missing one is no translation"


def test_translations_name_each_other_and_who_reads_which(project) -> None:
    """Without the last line, somebody whose language the site lacks gets whichever the search engine guesses."""
    site = full(project)
    html, listed = (site / "both/index.html").read_text(encoding="utf-8"), (site / "sitemap.xml").read_text("utf-8")
    for language, address in (("nl", "both/"), ("en", "en/both/"), ("x-default", "both/")):
        assert f'<link rel="alternate " href="https://x.nl/{address}" hreflang="{language}">' in html
        assert f'hreflang="{language}" href="https://x.nl/{address}"' in listed
    assert 'href="/en/both/" hreflang="en"' in html


def test_the_sitemap_does_not_say_that_everything_changed_today(project) -> None:
    """No one believes it, and the file would be another one every day."""
    assert "lastmod" not in (full(project) / "sitemap.xml").read_text(encoding="utf-8")


def test_a_mock_has_its_banner_and_no_way_to_close_it(project) -> None:
    site = full(project)
    html = (site / "case" / "index.html").read_text(encoding="utf-8")
    banner = html[html.index('<aside class="smm-mock-banner"') : html.index("</aside>")]
    assert "Fictief" in banner
    assert "niet in opdracht" in banner
    assert "<button" not in banner
    assert "smm-mock-banner" not in (site / "index.html").read_text(encoding="utf-8")


def test_a_page_says_its_own_language_and_whether_it_wants_to_be_found(project) -> None:
    site = full(project)
    html = (site / "case" / "index.html").read_text(encoding="utf-8")
    assert '<article class="md-content__inner md-typeset smm-full" lang="en">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'content="Zegt &#34;hoi&#34;"' in (site / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in (site / "404.html").read_text(encoding="utf-8")


def test_the_sitemap_names_languages_and_leaves_hidden_pages_out(project) -> None:
    sitemap = (full(project) / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://x.nl/case/" not in sitemap
    assert "<loc>https://x.nl/course/one/</loc>" in sitemap


def test_a_lesson_has_its_list_its_contents_and_its_neighbours(project) -> None:
    site = full(project)
    one = (site / "course" / "one" / "index.html").read_text(encoding="utf-8")
    two = (site / "course" / "two" / "index.html").read_text(encoding="utf-8")
    assert 'class="smm-side"' in one
    assert 'class="smm-toc"' in one
    assert 'class="smm-toc"' not in two
    assert re.search(r'rel="next"><small>Volgende</small><span>Les twee', one)
    assert 'rel="next"' not in two[two.index("smm-pn") :]


def test_topics_stand_under_a_lesson_and_not_after_what_to_read_next(project) -> None:
    """A wide page ends with a full-width invitation; a row of topics between it and the foot looked like a leftover."""
    tagged = {"docs/course/one.md": "---\ntags: [Meten]\n---\n\n# Les een\n"}
    tagged["docs/case.md"] = PAGES["docs/case.md"].replace("title: Case", "title: Case\ntags: [Meten]")
    site = built(project, tagged, plugins=["search", "tags"])
    assert 'class="smm-tags"' in (site / "course" / "one" / "index.html").read_text(encoding="utf-8")
    assert 'class="smm-tags"' not in (site / "case" / "index.html").read_text(encoding="utf-8")


def test_a_page_outside_the_navigation_still_says_where_it_belongs(project) -> None:
    """Cases and campaigns are not in the navigation; with no tab marked a visitor who lands there is nowhere."""
    pages = {
        "docs/work/index.md": "# Werk\n",
        "docs/work/bakery.md": "---\nsmm_layout: wide\n---\n\n<h1>Bakkerij</h1>\n",
    }
    nav = [{"Begin": "index.md"}, {"Werk": ["work/index.md"]}, {"Cursus": ["course/one.md"]}]
    hidden = "case.md\ncourse/two.md\nwork/bakery.md\n"
    site = built(project, pages, nav=nav, not_in_nav=hidden)
    html = (site / "work" / "bakery" / "index.html").read_text(encoding="utf-8")
    tabs = html[html.index('<nav class="smm-tabs"') : html.index("</nav>")]
    assert re.findall(r"aria-current=\"(\w+)\">([^<]*)", tabs) == [("true", "Werk")]


def test_the_missing_page_helps_onward(project) -> None:
    html = (full(project) / "404.html").read_text(encoding="utf-8")
    assert labels("nl")["chrome"]["not_found"] in html
    assert 'href="/case/"' in html


def test_material_finds_what_its_script_needs(project) -> None:
    html = (full(project) / "index.html").read_text(encoding="utf-8")
    for part in (
        "header",
        "main",
        "container",
        "content",
        "search",
        "search-query",
        "search-result",
        "palette",
        "logo",
    ):
        assert f'data-md-component="{part}"' in html
    header = html[html.index("<header") : html.index("</header>")]
    assert 'for="__search"' in header


def test_no_element_around_the_text_has_an_id(project) -> None:
    """Material names every code block after the nearest id around it: one id for all, and Copy copies the first."""
    html = (full(project) / "course" / "one" / "index.html").read_text(encoding="utf-8")
    assert ids_around(html, "article") == []
    assert 'href="#smm-main"' in html
    assert html.count('id="smm-main"') == 1


def test_the_check_above_sees_such_an_id() -> None:
    assert ids_around('<body><div id="a"><p id="b"></p><article></article></div></body>', "article") == ["a"]


def ids_around(html: str, tag: str) -> list[str]:
    before = html[: html.index(f"<{tag}")]
    open_tags: list[tuple[str, str]] = []
    for close, name, rest in re.findall(r"<(/?)(body|main|div|section|header|aside|nav|article)\b([^>]*)>", before):
        if close:
            open_tags.pop()
        else:
            found = re.search(r'\bid="([^"]*)"', rest)
            open_tags.append((name, found.group(1) if found else ""))
    return [identity for _, identity in open_tags if identity]


def test_checkboxes_of_the_frame_carry_nothing_that_html_forbids(project) -> None:
    html = (full(project) / "index.html").read_text(encoding="utf-8")
    forbidden = re.compile(r'type="checkbox"[^>]*autocomplete')
    assert forbidden.search(html), "Material's frame changed: perhaps nothing needs repair any more"
    assert not forbidden.search(tidied(html))
    assert 'name="query"' in tidied(html)
    assert len(tidied(html)) == len(html) - 2 * len(' autocomplete="off"')


def test_no_handler_is_written_into_a_tag(project) -> None:
    for page in full(project).rglob("*.html"):
        assert not re.search(r"<[^>]* on\w+=", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(OVERRIDES.rglob("*.html")), ids=lambda path: path.name)
def test_minijinja_would_understand(path: Path) -> None:
    assert python_calls(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "bad", ["{{ a.upper() }}", "{% set x = page.meta.get('a') %}", "{{ ', '.join(a) }}", "{{ d.items() }}"]
)
def test_the_check_above_sees_a_method_of_python(bad: str) -> None:
    assert python_calls(bad) != []


def test_our_script_stays_small() -> None:
    import gzip

    script = b"".join(path.read_bytes() for path in sorted((WEB / "js").rglob("*.js")))
    assert len(gzip.compress(script, mtime=0)) < 15_000
