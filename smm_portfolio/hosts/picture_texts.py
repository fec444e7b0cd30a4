"""What a picture says beside its pixels: Exif, XMP, IPTC, remarks, names of colour profiles."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

_MOST = 10_000_000


def picture_texts(content: bytes) -> Iterator[str]:
    """Every text in a picture; nothing where it is none."""
    if content.startswith(b"\x89PNG"):
        yield from _png(content)
        return
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (only pictures need it)

    try:
        with Image.open(io.BytesIO(content)) as picture:
            said: list[Any] = [*picture.info.values(), *(part for _, part in getattr(picture, "applist", ()))]
            exif = picture.getexif()
            said += [*exif.values(), *(value for tag in (0x8769, 0x8825) for value in exif.get_ifd(tag).values())]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return
    for one in said:
        if isinstance(one, bytes):
            yield from (one.decode(code, "ignore") for code in ("utf-8", "utf-16-le", "utf-16-be"))
        elif isinstance(one, str):
            yield one


def _png(content: bytes) -> Iterator[str]:
    """The chunks of a PNG that hold words; no other chunk can (PNG specification, third edition, section 11.3)."""
    at = 8
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"eXIf"):
            yield body.decode("latin-1")
        elif kind in (b"zTXt", b"iTXt", b"iCCP"):
            yield body.decode("utf-8", "ignore")
            starts = {body.find(head) for head in (b"x\x9c", b"x\xda", b"x\x01", b"x^")} - {-1}
            for start in sorted(starts):
                try:
                    yield zlib.decompressobj().decompress(body[start:], _MOST).decode("utf-8", "ignore")
                except zlib.error:
                    continue
        at += 12 + length
