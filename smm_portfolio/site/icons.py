"""The icon of a site: the monogram of its owner in the colours of the look, as SVG, PNG and ICO."""

from __future__ import annotations

import io
import math
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from smm_portfolio.looks import FontSet, Look
from smm_portfolio.site.tree import Asset
from smm_portfolio.site.web_assets import FOLDER

SVG = f"{FOLDER}/icon.svg"
TOUCH = f"{FOLDER}/icon-180.png"
SIZES = (192, 512)
"""Pixels that a web manifest needs, see https://web.dev/articles/add-manifest#icons."""
_TOUCH_SIZE = 180
_BOX = 64
_FILLED = 0.62
"""Share of the icon's width and height that the letters may take."""
_ROUND = 0.78
"""The same for their diagonal: a maskable icon may be cut to a circle of 80 % (https://www.w3.org/TR/appmanifest/)."""


def icon_assets(look: Look, fonts: FontSet, letters: str, *, root: bool) -> tuple[Asset, ...]:
    """Every icon file.

    Args:
        look: for the colours.
        fonts: its fonts; letters that they lack come from the fallback faces.
        letters: the monogram, one or two letters.
        root: whether this language stands at the root of the site, where old browsers ask for ``favicon.ico``.
    """
    ground, ink = icon_colours(look)
    face = _face(fonts, letters)
    pictures = {size: _png(face, letters, size, ground, ink) for size in (_TOUCH_SIZE, *SIZES)}
    assets = [Asset(SVG, _svg(face, letters, ground, ink).encode())]
    assets += [Asset(png_uri(size), _saved(picture, "PNG")) for size, picture in pictures.items()]
    if root:
        assets.append(Asset("favicon.ico", _saved(_png(face, letters, 48, ground, ink), "ICO")))
    return tuple(assets)


def png_uri(size: int) -> str:
    """Address of the square PNG of a size."""
    return f"{FOLDER}/icon-{size}.png"


def icon_colours(look: Look) -> tuple[str, str]:
    """Ground and letters: the look's loud field, or its button where the field is as plain as the page."""
    light = look.light
    return (light["btn-bg"], light["btn-ink"]) if light["field"] == light["bg"] else (light["field"], light["on-field"])


def _face(fonts: FontSet, letters: str) -> Path | None:
    """The display face, or the first other one that has every letter; None where none has."""
    files = [file for file in fonts.for_text(letters) if not file.cut.italic]
    ordered = sorted(files, key=lambda file: not file.cut.family.endswith("Display"))
    for file in ordered:
        with TTFont(file.path, lazy=True) as font:
            if "glyf" in font and {ord(letter) for letter in letters} <= set(font.getBestCmap()):
                return file.path
    return None


def _svg(face: Path | None, letters: str, ground: str, ink: str) -> str:
    path = _outline(face, letters) if face else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BOX} {_BOX}">'
        f'<path fill="{ground}" d="M0 0h{_BOX}v{_BOX}H0z"/><path fill="{ink}" d="{path}"/></svg>\n'
    )


def _outline(face: Path, letters: str) -> str:
    """The letters as one path in the middle of the box, so that the icon needs no font."""
    with TTFont(face) as font:
        glyphs, names = font.getGlyphSet(), [font.getBestCmap()[ord(letter)] for letter in letters]
        starts = [sum(glyphs[name].width for name in names[:place]) for place in range(len(names))]
        bounds = BoundsPen(glyphs)
        for name, start in zip(names, starts, strict=True):
            glyphs[name].draw(TransformPen(bounds, (1, 0, 0, 1, start, 0)))
        if bounds.bounds is None:
            return ""
        left, low, right, high = bounds.bounds
        scale = _BOX * _fit(right - left, high - low)
        x, y = (_BOX - (right + left) * scale) / 2, (_BOX + (high + low) * scale) / 2
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
        for name, start in zip(names, starts, strict=True):
            glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x + start * scale, y)))
        return str(pen.getCommands())


def _png(face: Path | None, letters: str, size: int, ground: str, ink: str) -> Image.Image:
    picture = Image.new("RGB", (size, size), ground)
    if face is None:
        return picture
    draw = ImageDraw.Draw(picture)
    left, top, right, bottom = draw.textbbox((0, 0), letters, font=ImageFont.truetype(str(face), 1000))
    points = round(1000 * size * _fit(right - left, bottom - top))
    font = ImageFont.truetype(str(face), points)
    left, top, right, bottom = draw.textbbox((0, 0), letters, font=font)
    draw.text(((size - right - left) / 2, (size - bottom - top) / 2), letters, font=font, fill=ink)
    return picture


def _fit(width: float, height: float) -> float:
    """How much letters of a size are scaled for an icon of size 1."""
    return min(_FILLED / max(width, height), _ROUND / math.hypot(width, height))


def _saved(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **({"sizes": [(16, 16), (32, 32), (48, 48)]} if kind == "ICO" else {"optimize": True}))
    return out.getvalue()
