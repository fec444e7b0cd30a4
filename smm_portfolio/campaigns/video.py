"""Size, length and sound of an MP4 or MOV file, read from its header.

Source: ISO/IEC 14496-12 (ISO base media file format). Only the boxes that tell these are looked at; the pictures
themselves are never read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_CONTAINERS = {b"moov", b"trak", b"mdia"}
_MOST_BOXES = 10_000
_MOST_HEADER = 1024
"""Bytes of one box that are read; the fields used lie in the first hundred."""


class VideoError(Exception):
    """The file is no MP4 or MOV, or is broken."""


@dataclass(frozen=True, slots=True)
class Video:
    """What the header of a video tells.

    Args:
        kind: ``mp4`` or ``mov``.
        width: pixels, as shown after rotation.
        height: pixels, as shown after rotation.
        seconds: length.
        sound: whether it has a sound track.
    """

    kind: str
    width: int
    height: int
    seconds: float
    sound: bool


def read_video(path: Path) -> Video:
    """Read the header of a video.

    Raises:
        VideoError: the file is no MP4 or MOV, or is broken.
    """
    found: dict[bytes, list[bytes]] = {}
    try:
        with path.open("rb") as file:
            for name, body in _boxes(file, 0, path.stat().st_size, [_MOST_BOXES]):
                found.setdefault(name, []).append(body)
        width, height = max((_shown_size(one) for one in found.get(b"tkhd", [])), default=(0, 0))
        seconds = _seconds(found[b"mvhd"][0])
    except (KeyError, IndexError, struct.error, OSError, ZeroDivisionError) as error:
        raise VideoError("the header cannot be read") from error
    if not width or not height:
        raise VideoError("there is no picture track")
    brand = found.get(b"ftyp", [b"qt  "])[0][:4]
    sound = any(one[8:12] == b"soun" for one in found.get(b"hdlr", []))
    return Video("mov" if brand == b"qt  " else "mp4", width, height, seconds, sound)


def _boxes(file: BinaryIO, start: int, end: int, left: list[int]) -> Iterator[tuple[bytes, bytes]]:
    """Name and first bytes of every box between two places, those inside containers included."""
    while start + 8 <= end:
        left[0] -= 1
        if left[0] < 0:
            raise VideoError("the header has too many parts")
        file.seek(start)
        size, name = struct.unpack(">I4s", file.read(8))
        head = 8
        if size == 1:
            (size,), head = struct.unpack(">Q", file.read(8)), 16
        size = size or end - start
        if size < head or start + size > end:
            raise VideoError("a part of the header is longer than the file")
        if name in _CONTAINERS:
            yield from _boxes(file, start + head, start + size, left)
        else:
            yield name, file.read(min(size - head, _MOST_HEADER))
        start += size


def _seconds(mvhd: bytes) -> float:
    wide = mvhd[0] == 1
    scale, duration = struct.unpack_from(">IQ" if wide else ">II", mvhd, 20 if wide else 12)
    return float(duration / scale)


def _shown_size(tkhd: bytes) -> tuple[int, int]:
    """Width and height of a track; swapped where its matrix turns it by a quarter."""
    matrix = 52 if tkhd[0] == 1 else 40
    a, b = struct.unpack_from(">ii", tkhd, matrix)
    width, height = struct.unpack_from(">II", tkhd, matrix + 36)
    size = (width >> 16, height >> 16)
    return size if a or not b else size[::-1]
