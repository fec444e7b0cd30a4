#!/usr/bin/env python3
"""Take the README's pictures anew from the finished site: `make site`, then `.venv/bin/python scripts/pictures.py`.

They are pictures of what `make site` really makes, so take them again when that looks different. Needs the browser of
the tests.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.chromium import launch  # noqa: E402 - the repository is not installed as a package
from tests.support.servers import serve  # noqa: E402

TARGET = ROOT / "docs" / "pictures"
COLOURS = 96
PAPER = "#D8DCE1"


@dataclass(frozen=True)
class Shot:
    """A page in a window: its address, the window's size in CSS pixels, and the element that it is scrolled to."""

    name: str
    page: str
    width: int = 1280
    height: int = 800
    scheme: str = "light"
    scroll_to: str = ""


SHOTS = (
    Shot("home", "en/"),
    Shot("results", "en/work/korenmaat/", height=480, scroll_to="#results"),
    Shot("campaign", "en/campaigns/lente-in-lagen/", scroll_to="#posts"),
    Shot("phone", "en/work/korenmaat/", width=375, height=760, scheme="dark"),
)


def main(site: Path) -> None:
    """Take every picture."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with serve(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for shot in SHOTS:
            save(shot.name, take(browser, f"{address}{shot.page}", shot))
        browser.close()
    save("guide", sheets(site / "en" / "guides" / "new-hire.pdf", (0, 1, 6)))


def take(browser: Browser, url: str, shot: Shot) -> Image.Image:
    """One picture of a page in a window."""
    size = {"width": shot.width, "height": shot.height}
    page = browser.new_page(viewport=size, color_scheme=shot.scheme, reduced_motion="reduce")
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    if shot.scroll_to:
        page.eval_on_selector(shot.scroll_to, "(node) => window.scrollTo(0, node.offsetTop - 80)")
        page.wait_for_timeout(300)
    picture = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return picture


def sheets(path: Path, numbers: tuple[int, ...], height: int = 900) -> Image.Image:
    """Pages of a PDF side by side on a table."""
    document = pypdfium2.PdfDocument(path)
    pages = [document[number].render(scale=2).to_pil() for number in numbers]
    widths = [round(page.width * height / page.height) for page in pages]
    pages = [page.resize((width, height), Image.Resampling.LANCZOS) for page, width in zip(pages, widths, strict=True)]
    gap = 24
    table = Image.new("RGB", (sum(page.width + gap for page in pages) + gap, height + 2 * gap), PAPER)
    left = gap
    for page in pages:
        table.paste(page, (left, gap))
        left += page.width + gap
    return table


def save(name: str, picture: Image.Image) -> None:
    """Write a small PNG: the looks have few colours."""
    small = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
