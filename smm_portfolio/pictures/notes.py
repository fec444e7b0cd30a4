"""What a camera noted in a picture, and which files are pictures whatever they are called."""

from __future__ import annotations

import io
from contextlib import suppress

from PIL import Image

from smm_portfolio.pictures.decoding import FORMATS

_GPS = 0x8825
_EXIF = 0x8769
_DEVICE = (0x010F, 0x0110, 0x013B, 0xC62F)
"""Maker, model, who took it, serial number."""
_DEVICE_INSIDE = (0xA430, 0xA431, 0xA435)
"""Owner, serial numbers of body and lens."""
_PLACE_IN_XMP = (b"GPSLatitude", b"photoshop:City", b"Iptc4xmpCore:Location")
_HEADS = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n", "png"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
)
_BRANDS = {b"avif": "avif", b"avis": "avif", b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"msf1": "heic"}


def kind_of(head: bytes) -> str:
    """The ending that a picture should have by its first twelve bytes; empty for what is none."""
    for sign, ending in _HEADS:
        if head.startswith(sign):
            return ending
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return _BRANDS.get(head[8:12], "") if head[4:8] == b"ftyp" else ""


def notes_in(content: bytes) -> str:
    """What a picture tells of the place or the device, in words; empty where it tells nothing or is none."""
    if not kind_of(content[:12]):
        return ""
    with suppress(Exception), Image.open(io.BytesIO(content), formats=[*FORMATS, "MPO"]) as picture:
        exif = picture.getexif()
        if exif.get_ifd(_GPS):
            return "where it was taken"
        inside = exif.get_ifd(_EXIF)
        if any(tag in exif for tag in _DEVICE) or any(tag in inside for tag in _DEVICE_INSIDE):
            return "with what or by whom it was taken"
    return "where it was taken" if any(word in content for word in _PLACE_IN_XMP) else ""
