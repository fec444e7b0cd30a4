"""Pages get one style sheet for their group and look as they did before."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.build.page_styles import share_styles
from tests.support.trees import write_tree

LINK = '<link rel="stylesheet" href="{up}%s">\n'
HEAD = "<head>\n" + LINK % "a/main.css" + LINK % "assets/smm/smm.css" + "</head>"


def page(group: str, body: str, up: str = "../") -> str:
    return f'<html>{HEAD.format(up=up)}<body><div data-smm-styles="{group}">{body}</div></body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "a/main.css": ".one{background:url(pictures/x.png)}.two{color:red}.three{color:blue}",
        "assets/smm/smm.css": '@font-face{font-family:F;src:url("fonts/f.woff2")}.two{margin:0}',
        "index.html": page("portfolio", '<p class="one">', up=""),
        "work/index.html": page("portfolio", '<p class="two">'),
        "text/index.html": page("text", '<p class="two"><script src="../x.js"></script>'),
        "x.js": 'add("three")',
        "404.html": HEAD.format(up="/portfolio/"),
    }
    return write_tree(tmp_path / "site", files)


def sheet(site: Path, group: str) -> str:
    [path] = (site / "assets/smm").glob(f"{group}-*.css")
    return path.read_text(encoding="utf-8")


def test_a_group_shares_what_its_pages_use(site: Path) -> None:
    share_styles(site)
    face = '@font-face{font-family:F;src:url("fonts/f.woff2")}'
    moved = "background:url(../../a/pictures/x.png)"
    assert sheet(site, "portfolio") == f".one{{{moved}}}.two{{color:red}}{face}.two{{margin:0}}"
    assert sheet(site, "text") == f".two{{color:red}}.three{{color:blue}}{face}.two{{margin:0}}"


def test_every_page_links_the_one_file_from_where_it_stands(site: Path) -> None:
    share_styles(site)
    [name] = [path.name for path in (site / "assets/smm").glob("portfolio-*.css")]
    for place, up in (("index.html", ""), ("work/index.html", "../")):
        text = (site / place).read_text(encoding="utf-8")
        assert text.count("stylesheet") == 1
        assert f'<link rel="stylesheet" href="{up}assets/smm/{name}">' in text


def test_a_page_that_stands_at_any_address_keeps_its_links(site: Path) -> None:
    before = (site / "404.html").read_bytes()
    share_styles(site)
    assert (site / "404.html").read_bytes() == before


@pytest.mark.parametrize("odd", ['@import "b.css";.one{color:red}', b"\xff\xfe\x00"])
def test_somebodys_style_sheet_that_cannot_be_put_together_stays_by_itself(site: Path, odd: str | bytes) -> None:
    (site / "own.css").write_bytes(odd if isinstance(odd, bytes) else odd.encode())
    index = site / "index.html"
    text = index.read_text(encoding="utf-8").replace("</head>", '<link rel="stylesheet" href="own.css">\n</head>')
    index.write_text(text, encoding="utf-8")
    share_styles(site)
    assert '<link rel="stylesheet" href="own.css">' in index.read_text(encoding="utf-8")
    assert index.read_text(encoding="utf-8").count("stylesheet") == 2


def test_other_content_gets_another_name_so_that_no_browser_keeps_the_old_one(site: Path) -> None:
    share_styles(site)
    first = {path.name for path in (site / "assets/smm").glob("text-*.css")}
    (site / "text/index.html").write_text(page("text", '<p class="one">'), encoding="utf-8")
    share_styles(site)
    assert len({path.name for path in (site / "assets/smm").glob("text-*.css")} - first) == 1
