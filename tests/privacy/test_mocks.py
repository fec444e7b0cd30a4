"""Nothing of a mock leaves this site without saying that it is one; what is added later is walked through too."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import Browser

from smm_portfolio.build.mock_labels import says_so, unlabelled
from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import load
from smm_portfolio.hosts.pdf_texts import pdf_pages
from tests.support.small_project import smm
from tests.support.starter import write_own_texts

SLUG = "lente-in-lagen"
PAGE = f"campaigns/{SLUG}/index.html"


@pytest.fixture(scope="module")
def library(repo_root: Path) -> Library:
    return load(repo_root).library


@pytest.fixture(scope="module")
def mocks(library: Library) -> list[str]:
    """Addresses of everything that is a mock."""
    cases = [f"work/{one.slug}/" for one in library.cases if one.model.kind == "mock"]
    return [*(f"campaigns/{one.slug}/" for one in library.campaigns), *cases]


def whats_missing(site: Path, library: Library) -> list[str]:
    return [one.message for one in unlabelled(site, library)]


def test_no_file_of_the_reference_site_shows_a_mock_without_saying_so(reference_site: Path, library: Library) -> None:
    """Every page, document page, picture, appointment, table and entry of the search."""
    assert whats_missing(reference_site, library) == []


def test_head_and_banner_of_every_page_of_a_mock_say_so(reference_site: Path, mocks: list[str]) -> None:
    pages = [
        path for one in mocks for prefix in ("", "en/") for path in (reference_site / prefix / one).rglob("*.html")
    ]
    assert len(pages) >= 2 * len(mocks)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for name in ("smm:mock", "og:title"):
            found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)"', text)
            assert found, f"{name} in {page}"
            assert says_so(found[1]), f"{name} in {page}"
        assert "smm-mock-banner" in text, page


def test_every_frame_of_a_mock_carries_its_label_inside(
    reference_site: Path, mocks: list[str], chromium: Browser, site_server: Callable[..., str]
) -> None:
    """A screenshot of a frame must keep it: the label lies within the frame and can be seen."""
    address = site_server(reference_site, base="/portfolio/")
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    for one in mocks:
        page.goto(f"{address}{one}")
        frames = page.locator("main .smm-pic").count()
        assert frames, one
        bare = page.evaluate(
            """() => [...document.querySelectorAll('main .smm-pic')].filter(frame => {
                const around = frame.closest('figure, li, article');
                const tag = frame.querySelector('.smm-mock-tag') || around?.querySelector('.smm-mock-tag');
                return !tag || getComputedStyle(tag).visibility !== 'visible' || tag.textContent.trim() === '';
            }).map(frame => frame.outerHTML.slice(0, 200))"""
        )
        assert bare == [], one
    page.close()


# The walk sees what lacks its label


@pytest.fixture
def site(tmp_path: Path, reference_site: Path) -> Path:
    """A part of the site: the page of one mock, in which something is then broken."""
    for prefix in ("", "en/"):
        target = tmp_path / "site" / prefix / PAGE
        target.parent.mkdir(parents=True)
        shutil.copy(reference_site / prefix / PAGE, target)
    return tmp_path / "site"


def test_what_is_whole_passes(site: Path, library: Library) -> None:
    assert whats_missing(site, library) == []


@pytest.mark.parametrize(
    ("part", "what"),
    [
        (r"<title>.*?</title>", "its title"),
        (r"<body.*</body>", "its text"),
        (r'"genre":"[^"]*"|"creativeWorkStatus":"[^"]*"', ""),
        (r'<meta name="smm:mock" content="[^"]*"', "its metadata"),
    ],
    ids=["title", "text", "one word of the data", "metadata"],
)
def test_a_page_that_hides_it_is_seen(part: str, what: str, site: Path, library: Library) -> None:
    for prefix in ("", "en/"):
        page = site / prefix / PAGE
        text = page.read_text(encoding="utf-8")
        page.write_text(
            re.sub(part, lambda found: re.sub("(?i)fictie|(?<!-)mock(?!-)", "x", found[0]), text, flags=re.DOTALL),
            encoding="utf-8",
        )
    expected = [f"/{prefix}{PAGE} shows a mock without saying so: {what}" for prefix in ("", "en/")] if what else []
    assert sorted(whats_missing(site, library)) == sorted(expected)


@pytest.mark.parametrize(("part", "what"), [("smm-mock-banner", "its banner"), ("smm-mock-tag", "a frame")])
def test_a_template_that_leaves_out_banner_or_tag_is_seen(part: str, what: str, site: Path, library: Library) -> None:
    """The words of the label stand elsewhere on the page too, and a screenshot would not have them."""
    page = site / PAGE
    page.write_text(page.read_text(encoding="utf-8").replace(part, "x"), encoding="utf-8")
    assert whats_missing(site, library) == [f"/{PAGE} shows a mock without saying so: {what}"]


HIDDEN_BY = {
    "own.css": ".smm-mock-banner { display: none }",
    "important.css": "h2, .smm-mock-tag{visibility:hidden!important}",
    "print.css": "@media print { .a { color: red } .smm-mock-tag { opacity: .05 } }",
    "other-name.css": "[class*='mock'] { font-size: 0 }",
    "aside.css": ".smm-mock-banner { position: absolute; left: -9999px }",
    "nested.css": "main { .smm-mock-tag { height: 1px; overflow: hidden } }",
    "invisible.css": ".smm-mock-banner p { color: transparent }",
    "tokens.css": ":root { --smm-mock-ink: #ffd12b }",
    "assets/smm/smm.css": ".smm-mock-tag { clip-path: inset(50%) }",
    "own.js": "document.querySelector('.smm-mock-banner').remove()",
    "style/index.html": "<style>.smm-mock-tag{transform:scale(0)}</style>",
    "script/index.html": "<script>for (const tag of $('.smm-mock-tag')) tag.remove()</script>",
    "attribute/index.html": '<p class="smm-mock-banner" style="display: none">Fictief</p>',
    "hidden/index.html": '<p hidden class="smm-mock-tag">Fictief</p>',
}


@pytest.mark.parametrize("name", HIDDEN_BY)
def test_a_style_or_script_that_takes_the_label_off_is_seen(name: str, tmp_path: Path, library: Library) -> None:
    """Nothing was missing from the page, and no reader saw it."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(HIDDEN_BY[name], encoding="utf-8")
    (message,) = whats_missing(tmp_path, library)
    assert message.startswith(f"/{name} takes the label off mocks")


@pytest.mark.parametrize(
    "css",
    [
        ".smm-mock-banner { font-size: 1rem; position: static; opacity: .9 }",
        ".smm-mock-tag { left: 0; margin: 0 -2px; height: auto; width: 10em; transform: translateX(2px) }",
        ".banner { display: none }",
    ],
)
def test_a_look_may_show_the_label_otherwise(css: str, tmp_path: Path, library: Library) -> None:
    (tmp_path / "own.css").write_text(css, encoding="utf-8")
    assert whats_missing(tmp_path, library) == []


@pytest.mark.parametrize(
    "uri",
    [
        f"work/{SLUG}-winkel.pdf",
        f"images/{SLUG}.svg",
        f"assets/smm/share/work-{SLUG}.png",
        f"files/over-{SLUG}.csv",
    ],
)
def test_a_file_that_is_called_like_a_mock_is_not_its_own(uri: str, tmp_path: Path, library: Library) -> None:
    """A client's case beside a mock of nearly the same name could not be published."""
    (tmp_path / uri).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / uri).write_bytes(b"<svg/>" if uri.endswith("svg") else picture())
    assert whats_missing(tmp_path, library) == []


def pdf(*labelled: bool) -> bytes:
    document = pikepdf.new()
    for label in labelled:
        document.add_blank_page()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        document.pages[-1].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        said = b"Lente in lagen" + (b" (fictieve campagne)" if label else b"")
        document.pages[-1].Contents = document.make_stream(b"BT /F1 12 Tf 50 500 Td (" + said + b") Tj ET")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def table(text: str) -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return out.getvalue()


EVENT = "BEGIN:VEVENT\r\nSUMMARY:{}\r\nEND:VEVENT\r\n"

WRONG: dict[str, tuple[str, bytes, str]] = {
    "a page of its deck": (f"campaigns/{SLUG}/deck.pdf", pdf(True, False, True), "page 2"),
    "a page of another document": ("portfolio.pdf", pdf(True, False), "page 2"),
    "a picture of a post": (f"campaigns/{SLUG}/posts/coat.png", picture(), "the file"),
    "a shared picture": (f"assets/smm/share/campaigns-{SLUG}.png", picture(), "the file"),
    "a drawing": (f"campaigns/{SLUG}/plan.svg", b"<svg><text>Plan</text></svg>", "the file"),
    "an appointment": (
        f"downloads/{SLUG}.ics",
        (EVENT.format("Jas (fictieve campagne)") + EVENT.format("Jas")).encode(),
        "event 2",
    ),
    "a table": (f"campaigns/{SLUG}/calendar.csv", b"date,text\n2026-04-01,Coat\n", "the file"),
    "a workbook": (f"campaigns/{SLUG}/calendar.xlsx", table("Coat"), "the file"),
    "data": (f"campaigns/{SLUG}/posts.json", b'{"title": "Lente in lagen"}', "the file"),
    "search": (
        "search/search_index.json",
        f'{{"docs": [{{"location": "campaigns/{SLUG}/", "title": "Lente", "text": "x"}}]}}'.encode(),
        f"the entry campaigns/{SLUG}/",
    ),
    "a card": (
        "work/index.html",
        f'<ul><li class="smm-work"><a href="../campaigns/{SLUG}/">Lente in lagen</a></li></ul>'.encode(),
        "its card",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_does_not_say_so_is_seen(name: str, tmp_path: Path, library: Library) -> None:
    uri, content, what = WRONG[name]
    for prefix in ("", "en/"):
        path = tmp_path / prefix / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    wanted = sorted(f"/{prefix}{uri} shows a mock without saying so: {what}" for prefix in ("", "en/"))
    assert sorted(whats_missing(tmp_path, library)) == wanted


def test_files_that_say_so_pass(tmp_path: Path, library: Library) -> None:
    files = {
        "deck.pdf": pdf(True, True),
        "calendar.ics": EVENT.format("Jas (fictieve campag\r\n ne)").encode(),
        "calendar.xlsx": table("Mock campaign, not commissioned"),
        "mock-calendar.csv": b"date,text\n2026-04-01,Coat\n",
    }
    for name, content in files.items():
        path = tmp_path / f"campaigns/{SLUG}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert whats_missing(tmp_path, library) == []
    assert pdf_pages(files["deck.pdf"])[0].startswith("Lente in lagen")


def test_a_written_page_in_the_place_of_a_mocks_own_cannot_hide_it(tmp_path: Path, repo_root: Path) -> None:
    """The only way to get rid of the label would be a page of one's own at the same address."""
    shutil.copytree(repo_root / "smm_portfolio/starter", tmp_path / "p")
    folder = write_own_texts(tmp_path / "p")
    (folder / ".cache").symlink_to(repo_root / ".cache")
    (folder / "site_src/campaigns/first-campaign.md").write_text("# Een week zonder plastic\n\nVoor Waterschip.\n")
    done = smm(folder, "build", "--no-pdf", check=False)
    assert done.returncode == 1
    assert "SMM131" in done.stderr
    assert not (folder / "site").exists()
