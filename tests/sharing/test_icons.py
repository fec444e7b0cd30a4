"""Icons and manifest: found by every browser, drawn from the look, the same bytes every time."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from smm_portfolio.looks import FontSet, Look, font_set, load_look
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.heads import head_assets, head_values
from smm_portfolio.site.icons import icon_assets, icon_colours


@pytest.fixture(scope="module", params=["studio", "quiet"])
def dressed(request: pytest.FixtureRequest, repo_root: Path) -> tuple[Look, FontSet]:
    look, problems = load_look(request.param, repo_root)
    assert look is not None, problems
    return look, font_set(look, repo_root / ".cache" / "smm")


def pictures(look: Look, fonts: FontSet, letters: str) -> dict[str, bytes]:
    return {asset.uri: asset.content for asset in icon_assets(look, fonts, letters, root=True)}


def test_icons_show_letters_in_the_colours_of_the_look(dressed: tuple[Look, FontSet]) -> None:
    look, fonts = dressed
    files = pictures(look, fonts, "NV")
    ground, ink = (tuple(bytes.fromhex(colour[1:7])) for colour in icon_colours(look))
    for size in (180, 192, 512):
        picture = Image.open(io.BytesIO(files[f"assets/smm/icon-{size}.png"]))
        assert picture.size == (size, size)
        colours = {colour for _, colour in picture.getcolors(1 << 20) or []}
        assert {ground, ink} <= colours
    assert len(ET.fromstring(files["assets/smm/icon.svg"])) == 2
    assert Image.open(io.BytesIO(files["favicon.ico"])).format == "ICO"


@pytest.mark.parametrize("letters", ["NV", "M", "E", "WM", "Q"])
def test_an_icon_may_be_cut_to_a_circle(dressed: tuple[Look, FontSet], letters: str) -> None:
    """Telephones do; 80 % of the width is safe, and a letter without its corners is another one."""
    look, fonts = dressed
    picture = Image.open(io.BytesIO(pictures(look, fonts, letters)["assets/smm/icon-512.png"])).convert("RGB")
    ground = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    circle = Image.new("L", picture.size, 255)
    ImageDraw.Draw(circle).ellipse((51, 51, 461, 461), fill=0)
    outside = Image.composite(picture, ground, circle)
    assert ImageChops.difference(outside, ground).getbbox() is None


def test_an_icon_of_letters_without_a_face_is_a_plain_square_and_stops_nothing(dressed: tuple[Look, FontSet]) -> None:
    files = pictures(*dressed, "\ue000")
    picture = Image.open(io.BytesIO(files["assets/smm/icon-192.png"]))
    assert len(picture.getcolors() or []) == 1


def test_icons_have_the_same_bytes_every_time(dressed: tuple[Look, FontSet]) -> None:
    assert pictures(*dressed, "É") == pictures(*dressed, "É")
    assert pictures(*dressed, "É") != pictures(*dressed, "E")


def test_the_manifest_and_the_head_name_files_that_exist(dressed: tuple[Look, FontSet], context: SiteContext) -> None:
    """Whoever puts the site on a home screen would see a grey square."""
    look, fonts = dressed
    assets = {asset.uri: asset.content for asset in head_assets(context, look, fonts)}
    manifest = json.loads(assets["site.webmanifest"])
    assert {icon["src"] for icon in manifest["icons"]} <= assets.keys()
    assert {icon["href"] for icon in head_values(look)["icons"]} <= assets.keys()
    assert manifest["lang"] == context.language
    assert manifest["start_url"] == manifest["scope"] == "./", "also in a folder of somebody else's server"
    assert {(icon.get("purpose"), icon["sizes"]) for icon in manifest["icons"]} >= {
        (purpose, size) for purpose in ("any", "maskable") for size in ("192x192", "512x512")
    }
    assert ("favicon.ico" in assets) == (context.language == "nl")
