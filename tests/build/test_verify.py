"""A site with a hole in it is not published: each check here is seen to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.build.verify import Expected, verify

NOTHING = Expected({}, {})
URL = "https://noor.example.io/portfolio/"


@pytest.fixture
def site(project):
    """`site(link)` makes a small site whose page work/a/ holds some markup."""

    def make(markup: str = "", **more: str | bytes) -> Path:
        files: dict[str, str | bytes] = {
            "index.html": "<h1 id=top>x</h1>",
            "404.html": "x",
            "work/a/index.html": markup,
            "work/b/index.html": "<h2 id='één twee'>x</h2>",
            "work/het plan.pdf": b"%PDF",
            "page.html": "x",
            "en/index.html": "x",
            "css/main.css": "x",
        }
        return project({**files, **more})

    return make


def codes(root: Path, expected: Expected = NOTHING, site_url: str = "") -> list[str]:
    return [problem.code for problem in verify(root, expected, site_url)]


GOOD = [
    "", "#", "./", "../b/", "../b", "../b/index.html", "../../", "../../#top", "../../index.html#top", "/",
    "/work/b/", "../b/#%C3%A9%C3%A9n%20twee", "../het%20plan.pdf", "../../page.html", "../../en/", "/en", "?q=1",
    "../b/?q=1#één twee", "#:~:text=x", "https://example.com/x", "//example.com", "mailto:a@b.nl", "tel:+31",
]  # fmt: skip


@pytest.mark.parametrize("url", GOOD)
def test_a_link_with_a_target_is_published(url, site):
    assert codes(site(f'<a href="{url}">x</a>')) == []


BAD = ["../c/", "../b/c/", "../../../", "../../../../x", "/c", "../het%20plan.doc", "../../nothing.html", "../b/#drie",
       "../../#boven", "#here", "../../css/main.js", "C:/x", "../B/"]  # fmt: skip


@pytest.mark.parametrize("url", BAD[:-2])
def test_a_link_without_a_target_is_not(url, site):
    (problem,) = verify(site(f'<a href="{url}">x</a>'), Expected({"work/a/": "cases/a.yml"}, {}))
    assert (problem.code, problem.file) == ("SMM082", "cases/a.yml")
    assert url in problem.message


def test_capitals_matter_as_on_the_server(site):
    """A Mac finds ../B/ where GitHub Pages does not."""
    assert codes(site('<a href="../B/">x</a>')) == ["SMM082"]


@pytest.mark.parametrize("url", ["/portfolio/work/b/", "/portfolio/", "/portfolio", f"{URL}work/b/", f"{URL}#top"])
def test_a_link_from_the_top_counts_from_the_site_s_folder(url, site):
    """Project pages lie in a folder of their own."""
    assert codes(site(f'<a href="{url}">x</a>'), site_url=URL) == []


@pytest.mark.parametrize("url", ["/work/b/", "/portfolio2/", "/", f"{URL}work/c/", f"{URL}#boven"])
def test_a_link_that_leaves_the_site_s_folder_is_found(url, site):
    """It works on the author's machine and leads to somebody else's page on the server."""
    assert codes(site(f'<a href="{url}">x</a>'), site_url=URL) == ["SMM082"]


def test_the_neighbour_s_site_is_another_site(site):
    assert codes(site('<a href="https://noor.example.io/portfolio2/">x</a>'), site_url=URL) == []


@pytest.mark.parametrize("page", ["404.html", "en/404.html"])
def test_the_page_for_what_is_not_there_is_looked_through_too(page, site):
    """It is shown at any address, so its links name the site's folder."""
    assert codes(site(**{page: '<a href="/portfolio/work/b/">x</a>'}), site_url=URL) == []
    assert codes(site(**{page: '<a href="/portfolio/work/c/">x</a>'}), site_url=URL) == ["SMM082"]


REQUESTS = [
    "<img src='{}'>", "<script src='{}'></script>", "<link rel=stylesheet href='{}'>",
    "<iframe src='{}'></iframe>", "<link rel=preconnect href='{}'>", "<img srcset='../../page.html 1x, {} 2x'>",
    "<p style='background:url({})'>", "<style>@import '{}'</style>",
]  # fmt: skip


@pytest.mark.parametrize("markup", REQUESTS)
@pytest.mark.parametrize("url", ["https://example.com/x", "//example.com/x", "HTTP://example.com/x"])
def test_nothing_is_loaded_from_another_site(markup, url, site):
    """Each would tell a third party who reads the page."""
    assert codes(site(markup.format(url))) == ["SMM083"]


@pytest.mark.parametrize("markup", REQUESTS)
def test_what_is_loaded_from_the_site_is_there(markup, site):
    assert codes(site(markup.format("../../css/main.css"))) == []
    assert codes(site(markup.format("../../css/none.css"))) == ["SMM082"]


def test_pictures_may_stand_in_the_page_itself(site):
    assert codes(site("<img src='data:image/png;base64,AA=='>")) == []


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " JavaScript:alert(1)", "javascript&#58;alert(1)", "vbscript:x", "data:text/html,x",
            "file:///etc/passwd", "intranet:x"],
)  # fmt: skip
def test_a_link_that_runs_code_or_leads_to_a_machine_is_found(url, site):
    assert codes(site(f'<a href="{url}">x</a>')) == ["SMM022"]


@pytest.mark.parametrize(
    "markup", ["<script src='data:text/javascript,x'></script>", "<iframe src='data:text/html,x'>"]
)
def test_code_does_not_come_in_as_data(markup, site):
    assert codes(site(markup)) == ["SMM022"]


def test_the_same_broken_link_on_one_page_is_said_once(site):
    assert codes(site('<a href="../c/">x</a><a href="../c/">y</a>')) == ["SMM082"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("url(../work/het%20plan.pdf)", []),
        ("url('main.css?v=1#x')", []),
        ("url(#gradient)", []),
        ("url(data:image/png;base64,AA==)", []),
        ("url(DATA:image/png;base64,AA==)", []),
        ("url(/css/main.css)", []),
        ("url(none.png)", ["SMM082"]),
        ("url(../../none.png)", ["SMM082"]),
        ("url(https://fonts.example.com/x.woff2)", ["SMM083"]),
        ("url(//fonts.example.com/x.woff2)", ["SMM083"]),
    ],
)
def test_style_sheets_are_looked_through(rule, expected, site):
    assert codes(site(**{"css/extra.css": f"x {{ background: {rule} }}"})) == expected


def test_style_sheets_too_count_from_the_site_s_folder(site):
    root = site(**{"css/extra.css": "x {background: url(/portfolio/css/main.css)}"})
    assert codes(root, site_url=URL) == []
    assert codes(site(**{"css/extra.css": "x {background: url(/css/main.css)}"}), site_url=URL) == ["SMM082"]


def test_an_entry_without_its_page_is_named(site):
    expected = Expected(
        {"work/a/": "cases/a.yml", "work/c/": "cases/c.yml", "page/": "cases/p.yml", "": "profile.yml"}, {}
    )
    (problem,) = verify(site(), expected)
    assert (problem.code, problem.file) == ("SMM081", "cases/c.yml")


def test_a_guide_without_its_pdf_is_named(site):
    expected = Expected({}, {"work/het plan.pdf": "guides/a.yml", "en/guides/b.pdf": "guides/b.yml"})
    (problem,) = verify(site(), expected)
    assert (problem.code, problem.file) == ("SMM081", "guides/b.yml")


@pytest.mark.parametrize("name", ["old/index.html", "old/old.css"])
def test_an_old_file_in_another_encoding_is_looked_through(name, site):
    """People keep pages of ten years ago in their docs folder."""
    assert codes(site(**{name: "<a href='../page.html'>caf\xe9</a>".encode("latin-1")})) == []


def test_an_address_that_is_none_is_a_broken_link(site):
    assert codes(site("<a href='http://[broken'>x</a><a href='/[x'>y</a>")) == ["SMM082"]
