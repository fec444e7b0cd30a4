"""Plain pixels into the files that are published: AVIF, WebP and one for every browser, each in several widths."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from PIL import Image, features

from smm_portfolio.pictures.decoding import LARGEST, Decoded

WIDTHS = (480, 960, 1440, 1920)
"""Pixels. A telephone shows 360 to 430 of them two or three times as fine, a large screen half of 1,280 twice."""
FALLBACK = 960
"""Width of the file for browsers that know neither AVIF (2020 to 2024) nor WebP (2020)."""
MOVING = 960
"""Width of an animation at most."""
_CLOSER = 1.2
"""A width that is less than this many times the one before it is not worth a file."""
_FLAT_COLOURS = 256
RECIPE = 2
"""Raise when the same picture would give other files than before, so that they are made again."""
AVIF: dict[str, Any] = {"quality": 50, "speed": 7, "max_threads": 1, "codec": "auto"}
"""Closer to the original than the WebP below, and a tenth to a half smaller; measured on photographs and drawings."""
WEBP: dict[str, Any] = {"quality": 76, "method": 4}
JPEG: dict[str, Any] = {"quality": 80, "optimize": True, "progressive": True}
CLEAN_JPEG: dict[str, Any] = {"quality": 88, "optimize": True, "progressive": True}
PRINT_JPEG: dict[str, Any] = {"quality": 92, "subsampling": 0, "optimize": True}
MIME = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif"}


@dataclass(frozen=True, slots=True)
class Encoded:
    """One file.

    Args:
        format: a key of ``MIME``.
        width: pixels.
        height: pixels.
        content: its bytes.
        still: whether it stands for an animation where people do not want movement.
    """

    format: str
    width: int
    height: int
    content: bytes
    still: bool = False


def avif_here() -> bool:
    """Whether the installed Pillow writes AVIF (its wheels do since 11.3); without it pages do with WebP."""
    return bool(features.check("avif"))


def widths_for(width: int) -> tuple[int, ...]:
    """The widths that a picture is published in: never wider than itself."""
    widest = min(width, WIDTHS[-1])
    return (*(one for one in WIDTHS if one * _CLOSER <= widest), widest)


def page_files(picture: Decoded, *, avif: bool) -> tuple[Encoded, ...]:
    """Every file of a picture for pages; the last one is for browsers that know none of the others.

    Args:
        picture: the pixels.
        avif: whether AVIF can be written.
    """
    if picture.moving:
        return _moving(picture)
    whole = picture.still
    flat = is_flat(whole)
    sized = [_sized(whole, width) for width in widths_for(whole.width)]
    webp = [_save(one, "webp", {"lossless": True, "method": 4} if flat else WEBP) for one in sized]
    better = [_save(one, "avif", AVIF) for one in sized] if avif else []
    if _weight(better) >= _weight(webp):
        better = []
    last = _sized(whole, min(whole.width, FALLBACK))
    lossless = flat or last.mode == "RGBA"
    return (*better, *webp, _save(last, "png", {"optimize": True}) if lossless else _save(last, "jpeg", JPEG))


def cleaned(picture: Decoded) -> Encoded:
    """A picture in its own format and, up to ``LARGEST``, in its own size: pixels and nothing else."""
    if picture.moving:
        return _animation(picture, picture.kind if picture.kind in ("gif", "png") else "webp", LARGEST)
    image = picture.still
    if max(image.size) > LARGEST:
        image = _sized(image, max(1, round(image.width * LARGEST / max(image.size))))
    if picture.kind in ("png", "gif", "bmp", "tiff"):
        kind = "gif" if picture.kind == "gif" else "png"
        return _save(image, kind, {"optimize": image.width * image.height < WIDTHS[1] ** 2})
    if picture.kind == "jpeg":
        return _save(image.convert("RGB"), "jpeg", CLEAN_JPEG)
    return _save(image, picture.kind, AVIF if picture.kind == "avif" else {"quality": 85, "method": 4})


def for_print(picture: Decoded) -> Encoded:
    """A picture for paper: fine enough for 300 dots an inch over a page, and nothing else in it."""
    image = picture.still
    if image.mode == "RGBA" or is_flat(image):
        return _save(image, "png", {"optimize": image.width * image.height < WIDTHS[1] ** 2})
    return _save(image, "jpeg", PRINT_JPEG)


def is_flat(image: Image.Image) -> bool:
    """Whether a picture is drawn with few colours, so that it is small without losing anything."""
    return image.getcolors(_FLAT_COLOURS) is not None


def _sized(image: Image.Image, width: int) -> Image.Image:
    if width >= image.width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)


def _save(image: Image.Image, format_: str, options: dict[str, Any], *, still: bool = False) -> Encoded:
    out = io.BytesIO()
    image.save(out, format_.upper(), **options)
    return Encoded(format_, *image.size, out.getvalue(), still)


def _weight(files: list[Encoded]) -> int:
    return sum(len(one.content) for one in files)


def _moving(picture: Decoded) -> tuple[Encoded, ...]:
    """The first frame for who wants no movement, the animation as WebP, and as GIF for the rest."""
    width = min(picture.still.width, MOVING)
    still = _save(_sized(picture.still, width), "webp", WEBP, still=True)
    return (still, _animation(picture, "webp", MOVING), _animation(picture, "gif", MOVING))


def _animation(picture: Decoded, format_: str, width: int) -> Encoded:
    frames = [_sized(one, min(one.width, width)) for one in picture.frames]
    if format_ == "png" or any(one.mode == "RGBA" for one in frames):
        frames = [one.convert("RGBA") for one in frames]
    options: dict[str, Any] = {"save_all": True, "append_images": frames[1:], "duration": list(picture.durations)}
    if format_ == "webp":
        options |= {"loop": picture.loop, **WEBP}
    elif picture.loop != 1:
        options["loop"] = picture.loop
    if format_ == "gif":
        options["disposal"] = 2
    return _save(frames[0], format_, options)
