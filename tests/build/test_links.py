"""Every address on a page is seen, however it is written; what only looks like one is not."""

from __future__ import annotations

import pytest

from smm_portfolio.build.links import css_targets, html_files, page_links


def urls(markup: str) -> list[str]:
    return [target.url for target in page_links(markup).targets]


def loaded(markup: str) -> list[str]:
    return [target.url for target in page_links(markup).targets if target.loaded]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="x/y">',
        "<a href='x/y'>",
        "<a href=x/y>",
        '<A HREF="x/y">',
        '<a\n  class="b"\n  href = "x/y"\n>',
        '<a title="a > b" href="x/y">',
        '<a title=\'it"s\' href="x/y">',
        '<a data-href="no" href="x/y">',
        '<area href="x/y">',
        '<form action="x/y">',
        '<link rel="next" href="x/y">',
        '<meta http-equiv="refresh" content="0; url=x/y">',
    ],
)
def test_a_link_is_seen_however_it_is_written(markup):
    assert urls(f"<p>{markup}</p>") == ["x/y"]
    assert loaded(markup) == []


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="x/y">',
        "<img alt='>' src=x/y>",
        '<script src="x/y"></script>',
        '<iframe src="x/y">',
        '<video poster="x/y">',
        '<video src="x/y">',
        '<audio src="x/y">',
        '<source srcset="x/y 2x">',
        '<object data="x/y">',
        '<embed src="x/y">',
        '<track src="x/y">',
        '<input type=image src="x/y">',
        '<svg><image href="x/y"/></svg>',
        '<svg><use xlink:href="x/y"/></svg>',
        '<link rel="stylesheet" href="x/y">',
        '<link rel="shortcut icon" href="x/y">',
        '<link rel="preload" as="font" href="x/y">',
        '<link rel="manifest" href="x/y">',
        '<link href="x/y" rel=preconnect>',
        '<link href="x/y" rel="dns-prefetch">',
        "<style>body {background: url('x/y')}</style>",
        "<style>@import \"x/y\";</style>",
        '<p style="background: url(x/y)">',
        "<p style='background: url(\"x/y\")'>",
        '<p style="background: url(&quot;x/y&quot;)">',
    ],
)  # fmt: skip
def test_what_a_browser_loads_by_itself_is_seen(markup):
    """Each of these asks a server as soon as the page opens; from another site it tells who reads."""
    assert loaded(markup) == ["x/y"]


def test_all_pictures_of_a_set_are_seen():
    assert urls('<img srcset="a.webp 400w, b,1.webp 800w,c.webp" src="d.webp">') == [
        "a.webp",
        "b,1.webp",
        "c.webp",
        "d.webp",
    ]
    assert urls('<link rel=preload as=image imagesrcset="a.webp 1x, b.webp 2x">') == ["a.webp", "b.webp"]


def test_entities_are_read_as_browsers_read_them():
    assert urls('<a href="a?b=1&amp;c=2&#58;d">') == ["a?b=1&c=2:d"]


@pytest.mark.parametrize(
    "markup",
    [
        "<!-- <a href='x'> -->",
        "<script>var a = '<a href=\"x\">';</script>",
        "<style>/* url(x) */</style>",
        "<pre>&lt;a href='x'&gt;</pre>",
        "<abbr href='x'>",
        "<address src='x'>",
        "<p>href='x' src='y'</p>",
    ],
)
def test_what_only_looks_like_an_address_is_none(markup):
    assert urls(markup) == []


def test_the_first_of_two_equal_attributes_counts():
    """As in a browser."""
    assert urls('<a href="a" href="b">') == ["a"]


@pytest.mark.parametrize(
    "markup",
    ['<h2 id="x">', "<h2 id='x'>", "<h2 id=x>", '<H2 ID="x">', '<h2\nid="x">', '<h2 title="a > b" id="x">',
     '<a name="x">', '<h2 class=a id = "x">'],
)  # fmt: skip
def test_every_place_that_can_be_pointed_to_is_known(markup):
    assert page_links(markup).ids == {"x"}


@pytest.mark.parametrize(
    "markup", ['<p data-id="x">', "<!-- <p id=x> -->", "<p>id=x</p>", "<script>'<p id=x>'</script>"]
)
def test_what_only_looks_like_a_place_is_none(markup):
    assert page_links(markup).ids == set()


def test_style_sheets_load_what_they_name():
    sheet = """
        @import "a.css"; @import url(b.css);
        /* url(no.png) */
        x { background: url( 'c.png' ), url("d e.png"), URL(f.png) }
        y { fill: url(#g); src: url(data:font/woff2;base64,AA==) }
    """
    assert list(css_targets(sheet)) == [
        "a.css",
        "b.css",
        "c.png",
        "d e.png",
        "f.png",
        "#g",
        "data:font/woff2;base64,AA==",
    ]


def test_pages_are_found_in_every_folder(tmp_path):
    for name in ("b.html", "a/index.html", "a/x.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.relative_to(tmp_path).as_posix() for path in html_files(tmp_path)] == ["a/index.html", "b.html"]
