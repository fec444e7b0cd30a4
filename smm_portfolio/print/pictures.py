"""Picture files for paper: cut to their frame, no larger than a printer shows, and without what a camera wrote in."""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps

from smm_portfolio.pictures.decoding import decode
from smm_portfolio.pictures.faults import PictureError

DPI = 220
"""Enough for an office printer at arm's length, and a third of the data of 300."""
_QUALITY = 82
_MM = 25.4


def picture_uri(path: Path, width: float, height: float) -> str:
    """A picture as a ``data:`` address; empty for a file that is no raster picture, such as an SVG.

    Why not the file itself: WeasyPrint copies a JPEG as it is, with the place where it was taken.

    Args:
        path: the file.
        width: of the frame, in mm.
        height: of the frame, in mm; what does not fit is cut off evenly.
    """
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        return ""
    return _uri(path, stamp, round(width / _MM * DPI), round(height / _MM * DPI))


def picture_ratio(path: Path) -> float:
    """Width of a picture for a height of 1; 0 for a file that is no raster picture."""
    try:
        return _ratio(path, path.stat().st_mtime_ns)
    except OSError:
        return 0


@lru_cache(maxsize=256)
def _ratio(path: Path, stamp: int) -> float:
    del stamp
    try:
        upright = decode(path.read_bytes()).still
    except PictureError:
        return 0
    return upright.width / upright.height


@lru_cache(maxsize=256)
def _uri(path: Path, stamp: int, width: int, height: int) -> str:
    del stamp  # another picture under the same name is another picture
    try:
        upright = decode(path.read_bytes()).still
    except (OSError, PictureError):
        return ""
    scale = min(1.0, upright.width / width, upright.height / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    fitted = ImageOps.fit(_on_white(upright), size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    fitted.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=False)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()


def _on_white(picture: Image.Image) -> Image.Image:
    """Paper is white: what is transparent shows it."""
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGBA", picture.size, "#ffffff")
    return Image.alpha_composite(ground, picture).convert("RGB")
