"""Whether a video says where it was filmed, read from its header.

Sources: ISO/IEC 14496-12 (boxes), 3GPP TS 26.244 8.7 (``loci``), QuickTime File Format (``©xyz``, metadata keys).
"""

from __future__ import annotations

import struct
from pathlib import Path

from smm_portfolio.pictures.faults import WHERE, Fault
from smm_portfolio.problems import Severity

ENDINGS = frozenset((".mp4", ".m4v", ".mov", ".3gp"))
_PLACES = (b"\xa9xyz", b"loci", b"com.apple.quicktime.location", b"GPSLatitude", b"GPSCoordinates")
_MOST_HEADER = 64_000_000
_MOST_BOXES = 1_000
_FIX = (
    "Remove it without encoding again: ffmpeg -i {name} -map_metadata -1 -map 0:v -map 0:a? -c copy clean{ending}; "
    "or export the video without location."
)


def place_in(path: Path) -> Fault | None:
    """A warning about a video that would tell everybody where it was filmed."""
    header = _header(path)
    if not any(word in header for word in _PLACES):
        return None
    message = f"{path.name} says in its header where it was filmed, and it would be published as it is"
    return Fault(WHERE, message, _FIX.format(name=path.name, ending=path.suffix), Severity.WARNING)


def _header(path: Path) -> bytes:
    """Everything of the top level but pictures and sound."""
    found, start, end = b"", 0, path.stat().st_size
    with path.open("rb") as file:
        for _ in range(_MOST_BOXES):
            if start >= end:
                break
            file.seek(start)
            head = file.read(16)
            if len(head) < 8:
                break
            size, name = struct.unpack_from(">I4s", head)
            if size == 1 and len(head) == 16:
                (size,) = struct.unpack_from(">Q", head, 8)
            size = size or end - start
            if size < 8:
                break
            if name != b"mdat":
                file.seek(start)
                found += file.read(min(size, max(0, _MOST_HEADER - len(found))))
            start += size
    return found
