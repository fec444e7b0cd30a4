"""What a published file still says about where it came from, and what a page asks a browser to load."""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image

from tests.pictures.files import SECRET

RASTER = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
_TELLING = {"exif", "xmp", "XML:com.adobe.xmp", "icc_profile", "comment", "photoshop", "Author", "Software", "mp"}


def traces(raw: bytes) -> list[str]:
    """Everything in a picture file that is not its pixels."""
    with Image.open(io.BytesIO(raw)) as image:
        image.load()
        found = sorted(_TELLING & set(image.info))
        if len(image.getexif()):
            found.append("exif tags")
    if SECRET in raw:
        found.append("secret")
    return found


def pictures_in(site: Path) -> list[Path]:
    """Every raster file of a finished site."""
    return [path for path in sorted(site.rglob("*")) if path.suffix in RASTER]


def page(site: Path, name: str) -> str:
    """The HTML of a page."""
    return (site / name / "index.html").read_text(encoding="utf-8")


def images(html: str) -> list[dict[str, str]]:
    """Attributes of each picture of ours on a page, in order."""
    tags = [tag for tag in re.findall(r"<img\b[^>]*>", html) if "assets/smm/pictures/" in tag]
    return [dict(re.findall(r'([\w-]+)="([^"]*)"', tag)) for tag in tags]


def sets(html: str) -> list[tuple[str, list[tuple[str, int]]]]:
    """Type and files with their widths of each set on a page."""
    found = []
    for tag in re.findall(r"<source\b[^>]*>", html):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        files = [one.split(" ") for one in attributes["srcset"].split(", ")]
        found.append((attributes["type"], [(name, int(width.removesuffix("w"))) for name, width in files]))
    return found
