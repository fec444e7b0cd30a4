"""What visitors get of a picture: its pixels in a size that fits, never the street it was taken in."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Route

from tests.pictures.files import SECRET, moving, photo, see_through
from tests.pictures.looking import images, page, pictures_in, sets, traces

HIDDEN = ("IMG_2041", "counter.jpg", "table.png", "dough.gif")
"""Names of files that YAML names."""


@pytest.mark.parametrize("tree", ["site", "exported"])
def test_no_published_file_says_where_or_by_whom_it_was_made(pictured: Path, tree: str) -> None:
    found = pictures_in(pictured / tree)
    assert len(found) > 20
    assert {path.name: said for path in found if (said := traces(path.read_bytes()))} == {}
    telling = [path.name for path in (pictured / tree).rglob("*") if path.is_file() and SECRET in path.read_bytes()]
    assert telling == []


def test_the_reference_site_publishes_pixels_and_nothing_else(reference_site: Path) -> None:
    found = pictures_in(reference_site)
    assert [path for path in found if path.suffix == ".avif"], "its gallery holds pictures"
    assert {path.name: said for path in found if (said := traces(path.read_bytes()))} == {}


@pytest.mark.parametrize("original", [photo, see_through, moving])
def test_the_search_above_finds_what_originals_say(original: Callable[[], bytes]) -> None:
    assert "secret" in traces(original())


def test_no_original_is_in_the_site(pictured: Path) -> None:
    originals = {path.read_bytes() for path in (pictured / "site_src/images").iterdir()}
    published = {path.read_bytes() for path in (pictured / "site").rglob("*") if path.is_file()}
    assert not originals & published


def test_names_of_files_in_yaml_are_not_published(pictured: Path) -> None:
    names = [path.name for path in (pictured / "site").rglob("*")]
    texts = [path.read_text() for path in (pictured / "site").rglob("*") if path.suffix in (".html", ".json", ".xml")]
    for hidden in HIDDEN:
        assert not [name for name in names if hidden in name]
        assert not [text for text in texts if hidden in text], hidden


def test_a_picture_taken_sideways_stands_upright_in_every_file(pictured: Path) -> None:
    """Orientation 6: the red quarter of the sensor's top left belongs at the top right."""
    html = page(pictured / "site", "work/bakery")
    files = {name for _, found in sets(html)[:2] for name, _ in found} | {images(html)[0]["src"]}
    assert len(files) == 7
    for name in files:
        with Image.open(pictured / "site/work/bakery" / name) as image:
            shown = image.convert("RGB")
        assert shown.width < shown.height
        red, other = (shown.getpixel((round(shown.width * x), shown.height // 4)) for x in (0.75, 0.25))
        assert isinstance(red, tuple)
        assert isinstance(other, tuple)
        assert red[0] > 190
        assert red[1] < 60
        assert other[0] < 190 or other[1] > 60


@pytest.mark.parametrize("name", ["work/bakery", "work/chain", "work", "training/lesson", "en/training/lesson"])
def test_every_file_of_a_set_is_there_and_as_wide_as_it_says(pictured: Path, name: str) -> None:
    html = page(pictured / "site", name)
    assert sets(html)
    for mime, files in sets(html):
        assert [width for _, width in files] == sorted({width for _, width in files})
        for href, width in files:
            with Image.open(pictured / "site" / name / href) as image:
                assert (image.width, f"image/{(image.format or '').lower()}") == (width, mime)


def test_avif_comes_before_webp_and_a_file_for_every_browser_is_last(pictured: Path) -> None:
    html = page(pictured / "site", "work/bakery")
    assert [mime for mime, _ in sets(html)][:2] == ["image/avif", "image/webp"]
    assert images(html)[0]["src"].endswith(".jpg")
    assert images(html)[1]["src"].endswith(".png"), "what is transparent stays so"
    assert images(html)[2]["src"].endswith(".gif")
    assert 'media="(prefers-reduced-motion: reduce)"' in html, "who wants no movement gets a still"


def test_only_the_first_picture_of_a_page_is_loaded_at_once(pictured: Path) -> None:
    for name in ("work/bakery", "training/lesson"):
        first, *rest = images(page(pictured / "site", name))
        assert first["fetchpriority"] == "high"
        assert "loading" not in first
        assert [one.get("loading") for one in rest] == ["lazy"] * len(rest)
        assert {one["decoding"] for one in (first, *rest)} == {"async"}


def test_every_picture_keeps_its_place_free(pictured: Path) -> None:
    for name in ("work/bakery", "training/lesson"):
        for one in images(page(pictured / "site", name)):
            if one["src"].endswith(".svg"):
                assert (one["width"], one["height"]) == ("120", "80")
                continue
            with Image.open(pictured / "site" / name / one["src"]) as image:
                ratio = image.width / image.height
            assert abs(int(one["width"]) / int(one["height"]) - ratio) < 0.01


def test_what_the_author_wrote_at_a_picture_stays(pictured: Path) -> None:
    first, *_ = images(page(pictured / "site", "training/lesson"))
    assert (first["width"], first["height"], first["alt"]) == ("300", "225", "De winkel")
    assert 'sizes="min(300px, 100vw)"' in page(pictured / "site", "training/lesson")
    assert images(page(pictured / "site", "en/training/lesson"))[0]["alt"] == "The shop"


def test_code_that_shows_a_picture_stays_code(pictured: Path) -> None:
    assert '<code>&lt;img src="../images/shop.jpg"&gt;</code>' in page(pictured / "site", "training/lesson")


def test_a_file_that_a_page_links_to_keeps_its_name_and_loses_the_rest(pictured: Path) -> None:
    with Image.open(pictured / "site/images/poster.jpg") as image:
        assert image.size == (700, 1000)
    with Image.open(io.BytesIO((pictured / "site/images/left-over.jpg").read_bytes())) as image:
        assert image.size == (640, 480), "a file that nothing shows is not lost, for it may be linked from elsewhere"


def test_a_drawing_loses_what_its_program_noted(pictured: Path) -> None:
    [svg] = (pictured / "site/assets/smm/pictures").glob("*.svg")
    text = svg.read_text()
    assert "Kerkstraat" not in text
    assert "inkscape" not in text
    assert 'viewBox="0 0 120 80"' in text


@pytest.mark.parametrize("name", ["work/bakery/", "training/lesson/"])
def test_a_browser_leaves_room_for_pictures_before_it_has_them(
    pictured: Path, chromium: Browser, site_server: Callable[..., str], name: str
) -> None:
    tab = chromium.new_page(viewport={"width": 375, "height": 667})
    boxes = """found => { found.forEach(one => one.loading = 'eager'); return found.map(one => {
      const box = one.getBoundingClientRect(); return [Math.round(box.width), Math.round(box.height)] }) }"""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    tab.route("**/smm/pictures/*", hold)
    tab.goto(f"{site_server(pictured / 'site')}{name}", wait_until="domcontentloaded")
    tab.wait_for_function("document.fonts.ready.then(() => true)")
    empty = tab.eval_on_selector_all("img[src*='smm/pictures']", boxes)
    assert held
    for route in held:
        route.continue_()
    held.clear()
    tab.unroute("**/smm/pictures/*")
    tab.wait_for_function("[...document.images].every(one => one.complete)")
    assert tab.eval_on_selector_all("img[src*='smm/pictures']", boxes) == empty
    shown = tab.eval_on_selector_all(
        "img[src*='smm/pictures']", "found => found.map(one => [one.currentSrc, one.naturalWidth])"
    )
    assert all(width > 0 for _, width in shown), shown
    assert shown[0][0].endswith(".avif")
    tab.close()


def test_without_scripts_every_picture_is_there(
    pictured: Path, chromium: Browser, site_server: Callable[..., str]
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    asked: list[str] = []
    tab.on("response", lambda response: asked.append(response.url))
    tab.goto(f"{site_server(pictured / 'site')}work/bakery/", wait_until="networkidle")
    assert [one for one in asked if one.endswith(".avif")]
    context.close()
