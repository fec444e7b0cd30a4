#!/usr/bin/env python3
"""Draw the sample pictures of the bakery's case anew: `.venv/bin/python scripts/sample_pictures.py`.

Why: the case is invented, so it has no photographs; its pictures are paper cut-outs drawn here, and say so on the page.
They go the way that a photograph goes: read, cleaned, and published in several sizes. Same bytes on every run.
"""

from __future__ import annotations

import math
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

TARGET = Path(__file__).resolve().parent.parent / "site_src" / "images" / "korenmaat"
SIZE = (1080, 1350)
"""4:5, as a feed shows it."""
FINE = 2
"""Drawn so many times larger, then brought down, for smooth edges."""
INK, PAPER, CRUST, CORN, ROSE, BLUE = "#131416", "#e6ebef", "#ff5b35", "#ffd12b", "#f7b7c5", "#1b38c9"

Point = tuple[float, float]


class Collage:
    """Sheets of paper laid over each other, each with its grain and its shadow."""

    def __init__(self, ground: str, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  (a drawing, no secret)
        self.image = self._sheet(ground)

    def lay(self, points: list[Point], colour: str, lift: float = 9) -> None:
        """Lay a cut-out on top.

        Args:
            points: its outline, in pixels of the finished picture.
            colour: of the paper.
            lift: how far it stands off, in pixels.
        """
        mask = Image.new("L", self.image.size)
        ImageDraw.Draw(mask).polygon([(x * FINE, y * FINE) for x, y in points], fill=255)
        shadow = mask.filter(ImageFilter.GaussianBlur(lift * FINE)).point(lambda value: value * 0.42)
        self.image.paste(INK, (0, round(lift * FINE)), mask=shadow)
        self.image.paste(self._sheet(colour), mask=mask)

    def finished(self) -> Image.Image:
        """The picture in its size, lit from the top left."""
        image = self.image.resize(SIZE, Image.Resampling.LANCZOS)
        light = (
            Image.radial_gradient("L").resize((SIZE[0] * 2, SIZE[1] * 2)).crop((420, 500, 420 + SIZE[0], 500 + SIZE[1]))
        )
        return Image.composite(Image.new("RGB", SIZE, INK), image, light.point(lambda value: value * 0.16))

    def _sheet(self, colour: str) -> Image.Image:
        """A sheet with fibres: soft spots of a hundredth part lighter or darker."""
        width, height = SIZE
        grain = Image.new("L", (width // 4, height // 4))
        grain.putdata([128 + round(self._chance.gauss(0, 16)) for _ in range(grain.width * grain.height)])
        soft = grain.filter(ImageFilter.GaussianBlur(1.1)).resize(
            (width * FINE, height * FINE), Image.Resampling.BICUBIC
        )
        sheet = Image.new("RGB", soft.size, colour)
        return ImageChops.overlay(sheet, Image.merge("RGB", (soft, soft, soft)))


def dome(x: float, base: float, width: float, height: float) -> list[Point]:
    """A loaf from the side: a little flatter than half an ellipse, with round corners below."""
    angles = [math.pi * step / 60 for step in range(61)]
    top = [(x - width / 2 * math.cos(a), base - height * math.sin(a) ** 0.82) for a in angles]
    return [(x - width / 2 + 14, base + 10), *top, (x + width / 2 - 14, base + 10)]


def bar(left: float, top: float, width: float, height: float, lean: float = 0) -> list[Point]:
    """A strip cut by hand: never quite straight."""
    return [
        (left, top),
        (left + width, top + lean),
        (left + width - lean, top + height),
        (left + lean, top + height - lean),
    ]


def cut(x: float, y: float, length: float) -> list[Point]:
    """The mark of the knife on a crust."""
    return [
        (x - length * 0.3, y + length * 0.5),
        (x + length * 0.18, y - length * 0.5),
        (x + length * 0.36, y - length * 0.42),
    ]


def loaf(sheet: Collage, x: float, base: float, width: float, height: float, colour: str, cuts: int) -> None:
    """A loaf with its cuts."""
    sheet.lay(dome(x, base, width, height), colour, 12)
    for number in range(cuts):
        part = (number + 1) / (cuts + 1)
        high = height * math.sin(math.pi * part) ** 0.82
        sheet.lay(cut(x - width / 2 + width * part, base - high * 0.6, min(90, height * 0.42)), INK, 2)


def apron(sheet: Collage, left: float, base: float, colour: str) -> None:
    """A folded apron: a block with a band round it."""
    sheet.lay(bar(left, base - 76, 270, 76, 6), colour, 7)
    sheet.lay(bar(left + 112, base - 79, 36, 82, 2), INK, 3)


def table() -> Image.Image:
    """A shelf with loaves, and below it eight folded aprons of which one lies apart."""
    sheet = Collage(PAPER, 11)
    sheet.lay(bar(-20, -20, 1120, 300, 8), CORN, 4)
    loaf(sheet, 300, 640, 500, 290, CRUST, 3)
    loaf(sheet, 735, 640, 330, 205, ROSE, 3)
    loaf(sheet, 965, 640, 190, 130, BLUE, 2)
    sheet.lay(bar(-20, 640, 1120, 54, 6), INK, 14)
    for number, colour in enumerate((BLUE, ROSE, BLUE, ROSE)):
        apron(sheet, 70, 1230 - number * 82, colour)
    for number, colour in enumerate((ROSE, BLUE, ROSE)):
        apron(sheet, 390, 1230 - number * 82, colour)
    apron(sheet, 760, 1230, CRUST)
    sheet.lay(bar(-20, 1230, 1120, 54, 6), INK, 14)
    return sheet.finished()


def sourdough() -> Image.Image:
    """A flat loaf beside a tall one."""
    sheet = Collage(ROSE, 14)
    loaf(sheet, 300, 860, 480, 120, CORN, 4)
    loaf(sheet, 760, 860, 480, 400, CRUST, 4)
    sheet.lay(bar(-20, 860, 1120, 540, 8), BLUE, 12)
    return sheet.finished()


def main() -> None:
    """Write the pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, image in (("table", table()), ("sourdough", sourdough())):
        image.save(TARGET / f"{name}.jpg", quality=84, optimize=True, progressive=True)


if __name__ == "__main__":
    main()
