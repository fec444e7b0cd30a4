"""What a first visit costs: less than an empty Material site, and the same look as with every style sheet whole."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

SEEN = [
    ("", 375, "dark"),
    ("work/", 1280, "light"),
    ("work/", 375, "light"),
    ("work/paginawit/", 1280, "dark"),
    ("campaigns/korte-lijst/", 375, "light"),
    ("checklists/new-hire/", 1280, "light"),
    ("training/", 375, "dark"),
    ("en/about/", 1280, "light"),
]
SHARED = re.compile(r"/(portfolio|campaign|text)-[0-9a-f]{8}[.]css$")
STOCK = "site_name: My Docs\ntheme: {name: material, font: false}\n"
TEXTS = (".html", ".css", ".js", ".json", ".svg", "/")
PICTURES = (".avif", ".webp", ".jpg", ".png", ".gif", ".svg", ".ico")
STYLES = """() => {
  const short = (text) => {
    let hash = 5381;
    for (let i = 0; i < text.length; i++) hash = (hash * 33) ^ text.charCodeAt(i);
    return hash >>> 0;
  };
  const look = (element, part) => {
    const style = getComputedStyle(element, part);
    const names = [...style].filter((name) => !name.startsWith("--"));
    return part && style.content === "none" ? 0 : short(names.map((name) => style.getPropertyValue(name)).join(";"));
  };
  const kinds = new Map();
  for (const element of document.querySelectorAll("body, body *")) {
    kinds.set(`${element.localName}.${element.getAttribute("class") ?? ""}`, element);
  }
  const parts = [null, "::before", "::after"];
  return [...kinds].map(([kind, element]) => [kind, ...parts.map((part) => look(element, part))]);
}"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(reference_site: Path, site_server: Callable[..., str]) -> str:
    return site_server(reference_site, base="/portfolio/")


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `mkdocs new` writes, with Material; without its fonts, which it would fetch from Google."""
    folder = tmp_path_factory.mktemp("stock")
    subprocess.run([sys.executable, "-m", "mkdocs", "new", "-q", str(folder)], check=True)
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, capture_output=True)
    return folder / "site"


def fetched(chromium: Browser, url: str, folder: Path, base: str) -> dict[str, int]:
    """Bytes by path of everything that a first visit loads: texts as GitHub Pages sends them, pictures left out."""
    page = chromium.new_page(viewport={"width": 375, "height": 667})
    found: dict[str, int] = {}

    def note(path: str) -> None:
        file = folder / path.removeprefix(base)
        content = (file / "index.html" if file.is_dir() else file).read_bytes()
        found[path] = len(gzip.compress(content, 6, mtime=0)) if path.endswith(TEXTS) else len(content)

    page.on("requestfinished", lambda request: note(urlsplit(request.url).path))
    page.goto(url, wait_until="networkidle")
    page.close()
    return {path: size for path, size in found.items() if not path.endswith(PICTURES)}


@pytest.mark.parametrize("place", ["", "work/paginawit/", "work/korenmaat/", "en/", "en/work/paginawit/"])
def test_a_first_visit_weighs_less_than_an_empty_material_site(
    chromium: Browser, address: str, reference_site: Path, stock: Path, site_server: Callable[..., str], place: str
) -> None:
    ours = fetched(chromium, address + place, reference_site, "/portfolio/")
    theirs = fetched(chromium, site_server(stock), stock, "/")
    assert len(theirs) > 3
    assert sum(ours.values()) < sum(theirs.values()), (ours, theirs)


def whole_styles(site: Path, route: Route) -> None:
    """In place of a shared style sheet, all of those that it was made from."""
    folder = site / ("en" if "/en/" in route.request.url else "")
    [main, palette] = [*folder.glob("assets/stylesheets/main.*.css"), *folder.glob("assets/stylesheets/palette.*.css")]
    sheets = [main, palette, folder / "assets/smm/smm.css"]
    route.fulfill(body="\n".join(path.read_text(encoding="utf-8") for path in sheets), content_type="text/css")


def looks(page: Page, url: str, doing: Callable[[Page], None] | None) -> list[list[object]]:
    page.goto(url, wait_until="networkidle")
    page.wait_for_function("!document.querySelector('[data-md-color-switching]')")
    if doing:
        doing(page)
    return page.evaluate(STYLES)


def search(page: Page) -> None:
    page.locator(".smm-find-open").click()
    page.locator("[data-md-component=search-query]").fill("campagne")
    page.locator(".md-search-result__item").first.wait_for()
    page.locator(".md-search-result__more > summary").first.click()


def menu(page: Page) -> None:
    page.locator(".smm-menu").click()
    page.locator("#smm-drawer").wait_for()
    page.mouse.move(370, 790)
    page.wait_for_timeout(500)  # colours that change by and by under the pointer have arrived


@pytest.mark.parametrize(("place", "width", "scheme"), SEEN)
def test_pages_look_as_with_every_style_sheet_whole(
    chromium: Browser, address: str, reference_site: Path, place: str, width: int, scheme: str
) -> None:
    doing = search if place == "work/" and width == 1280 else menu if place == "work/" else None
    seen = []
    for whole in (False, True):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        if whole:
            page.route(SHARED, lambda route: whole_styles(reference_site, route))
        seen.append(looks(page, address + place, doing))
        context.close()
    assert len(seen[0]) == len(seen[1]) > 50
    different = [a[0] for a, b in zip(*seen, strict=True) if a != b]
    assert not different, different[:5]


def test_the_check_above_sees_a_rule_that_is_missing(
    chromium: Browser, address: str, reference_site: Path, tmp_path: Path, site_server: Callable[..., str]
) -> None:
    site = tmp_path / "site"
    shutil.copytree(reference_site / "contact", site / "contact")
    shutil.copytree(reference_site / "assets", site / "assets")
    whole = chromium.new_page()
    before = looks(whole, address + "contact/", None)
    [sheet] = (site / "assets/smm").glob("portfolio-*.css")
    css = sheet.read_text(encoding="utf-8")
    head = re.search(r"[^}]*smm-header__inner\{[^}]*\}", css)
    assert head
    sheet.write_text(css.replace(head[0], "", 1), encoding="utf-8")
    changed = looks(whole, site_server(site) + "contact/", None) != before
    assert changed


def test_search_and_scheme_work_where_material_s_script_waits(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(address, wait_until="networkidle")
    assert not [path for path in asked if "/javascripts/" in path or "search" in path]
    scheme = page.locator("body")
    page.locator(".smm-scheme").click()
    assert scheme.get_attribute("data-md-color-scheme") == "slate"
    page.goto(address + "training/", wait_until="networkidle")
    assert scheme.get_attribute("data-md-color-scheme") == "slate", "what somebody chose holds on pages with the script"
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("brood")
    page.locator(".md-search-result__item").first.wait_for()
    page.locator(".md-search-result__item a").first.click()
    page.wait_for_url(re.compile(r"[?&]h=brood"))
    page.locator("mark[data-md-highlight]").first.wait_for(state="attached")
    page.close()


PLACES = """() => [...document.querySelectorAll(".md-content :is(h1, h2, h3, p, pre, li), footer")].map((element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [element.localName, left, top, width, height].join(" ");
})"""


@pytest.mark.parametrize("place", ["training/", "handbook/start/", "handbook/reference/codes/"])
def test_material_s_script_comes_with_the_reader_and_nothing_moves(chromium: Browser, address: str, place: str) -> None:
    page = chromium.new_page(viewport={"width": 375, "height": 667})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(address + place, wait_until="networkidle")
    assert not [path for path in asked if "/javascripts/" in path]
    before, code, tables = (
        page.evaluate(PLACES),
        page.locator("pre").count(),
        page.locator("table:not([class])").count(),
    )
    page.mouse.move(5, 5)
    page.wait_for_function("globalThis.document$")
    page.wait_for_timeout(200)
    assert page.locator(".md-code__nav").count() == code, "code can be copied"
    assert page.locator(".md-typeset__scrollwrap").count() == tables, "wide tables scroll in a frame of their own"
    assert code or tables
    assert page.evaluate(PLACES) == before
    assert not [path for path in asked if "search" in path]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_first_visit_follows_the_device(chromium: Browser, address: str, scheme: str) -> None:
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    assert page.locator("body").get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
    context.close()


def test_paper_has_every_table_behind_a_chart(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(address + "work/paginawit/")
    closed = page.locator("details:not([open])").count()
    assert closed
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("details:not([open])").count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() == closed
    page.close()
