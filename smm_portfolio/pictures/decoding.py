"""A raster file into plain pixels: turned upright, in sRGB, without anything else that the file held."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageFile, ImageSequence, UnidentifiedImageError

from smm_portfolio.pictures.faults import SIZE, UNREADABLE, PictureError

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "TIFF")
"""What is read; every other decoder of Pillow stays out of reach of a hostile file."""
MAX_BYTES = 40_000_000
MAX_SIDE = 16_000
MAX_PIXELS = 80_000_000
"""A decoded picture takes four bytes a pixel, and one is decoded on each processor."""
MAX_FRAMES = 300
MAX_MOVING_PIXELS = 150_000_000
"""All frames of an animation together."""
LARGEST = 2560
"""Pixels of the longer side that anything published has; nothing is decoded in more detail than it needs."""
_TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
"""What undoes each value of the tag Orientation (Exif 2.32, 4.6.4)."""
_ORIENTATION = 0x0112
_SMALLER = "Export it again, at most 2560 pixels on its longer side."
_AGAIN = "Open it in a picture editor and export it again as JPEG or PNG."


@dataclass(frozen=True, slots=True)
class Decoded:
    """Pixels and nothing else.

    Args:
        kind: jpeg, png, gif, webp, avif, bmp or tiff, by the contents.
        width: pixels of the file, as shown.
        height: pixels of the file, as shown.
        frames: the picture, or those of an animation; each RGB, or RGBA where something shows through.
        durations: milliseconds of each frame; empty for a still picture.
        loop: how often an animation runs; 0 without end.
    """

    kind: str
    width: int
    height: int
    frames: tuple[Image.Image, ...]
    durations: tuple[int, ...] = ()
    loop: int = 0

    @property
    def still(self) -> Image.Image:
        """The picture, or the first frame of an animation."""
        return self.frames[0]

    @property
    def moving(self) -> bool:
        """Whether it is an animation."""
        return len(self.frames) > 1


def decode(raw: bytes) -> Decoded:
    """Read a picture.

    Raises:
        PictureError: it is none, is broken, or is too large.
    """
    if len(raw) > MAX_BYTES:
        raise PictureError(SIZE, f"the picture has more than {MAX_BYTES // 1_000_000} MB", _SMALLER)
    Image.init()
    formats = [one for one in FORMATS if one in Image.OPEN]
    with _guarded(), Image.open(io.BytesIO(raw), formats=formats) as image:
        kind = {"MPO": "jpeg"}.get(image.format or "", (image.format or "").lower())
        size = image.size
        frames = 1 if image.format in ("MPO", "TIFF") else getattr(image, "n_frames", 1)
        _check_size(*size, frames)
        turn = _orientation(image)
        if kind == "jpeg":
            image.draft("RGB", (LARGEST, LARGEST))
        loop, durations = int(image.info.get("loop", 1)), []
        pictures = []
        for frame in ImageSequence.Iterator(image) if frames > 1 else (image,):
            frame.load()
            durations.append(int(frame.info.get("duration", 100)))
            pictures.append(_upright(_plain(_in_srgb(frame)), turn))
        width, height = reversed(size) if turn >= 5 else size
        moving = tuple(durations) if frames > 1 else ()
        return Decoded(kind, width, height, tuple(pictures), moving, loop)


@contextmanager
def _guarded() -> Iterator[None]:
    """Whatever a decoder raises on a broken or hostile file as one kind of error.

    Why the switch: WeasyPrint turns it on for the whole process, and half a picture would pass for a whole one.
    """
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError(SIZE, "the picture has too many pixels", _SMALLER) from error
    except MemoryError as error:
        raise PictureError(SIZE, "the picture does not fit into memory", _SMALLER) from error
    except UnidentifiedImageError as error:
        raise PictureError(UNREADABLE, "the file is no picture that a website can show", _AGAIN) from error
    except Exception as error:  # decoders raise anything from SyntaxError to struct.error
        raise PictureError(UNREADABLE, "the picture is broken or only a part of it is there", _AGAIN) from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _check_size(width: int, height: int, frames: int) -> None:
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise PictureError(SIZE, f"the picture has {width} × {height} pixels, which is too large", _SMALLER)
    if frames > 1 and (frames > MAX_FRAMES or frames * width * height > MAX_MOVING_PIXELS):
        message = f"the animation has {frames} pictures of {width} × {height} pixels, which is too much"
        raise PictureError(SIZE, message, "Make it shorter or smaller, or export it as a video.")


def _orientation(image: Image.Image) -> int:
    """The tag Orientation; a broken tag is no reason to refuse the picture."""
    with suppress(Exception):
        found = image.getexif().get(_ORIENTATION, 1)
        return found if found in _TURNS else 1
    return 1


def _upright(image: Image.Image, turn: int) -> Image.Image:
    for step in _TURNS.get(turn, ()):
        image = image.transpose(step)
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture with its colours as browsers show them that know no profiles; a broken profile is left out."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("P", "PA"):
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    if not profile or image.mode not in ("L", "LA", "RGB", "RGBA", "CMYK", "LAB"):
        return image
    alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else None
    colours = image.convert({"RGBA": "RGB", "LA": "L"}.get(image.mode, image.mode)) if alpha else image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted: Image.Image | None = ImageCms.profileToProfile(
            colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError, ImportError):
        return image
    if converted is None:
        return image
    if alpha is not None:
        converted.putalpha(alpha)
    return converted


def _plain(image: Image.Image) -> Image.Image:
    """A new picture with the same pixels, RGB or RGBA, that carries nothing else along."""
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode in ("I", "F"):
        scale = 1 if image.mode == "F" else 1 / 257
        image = image.point(lambda value: value * scale + 0).convert("L")
    see_through = image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info
    pixels = image.convert("RGBA" if see_through else "RGB")
    if see_through and not any(pixels.getchannel("A").histogram()[:255]):
        pixels = pixels.convert("RGB")
    fresh = Image.new(pixels.mode, pixels.size)
    fresh.paste(pixels)
    return fresh
