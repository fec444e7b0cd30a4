"""A video that tells where it was filmed is reported before it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.pictures.film import place_in
from tests.pictures.files import box, film

PLACES = {
    "an iPhone": box(b"meta", box(b"keys", b"\0" * 8 + box(b"mdta", b"com.apple.quicktime.location.ISO6709"))),
    "an Android telephone": box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+52.0907+005.1214/")),
    "3GPP": box(b"udta", box(b"loci", b"\0" * 20)),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_place_in_the_header_is_found(tmp_path: Path, name: str) -> None:
    path = tmp_path / "reel.mp4"
    path.write_bytes(film(box(b"mvhd", b"\0" * 100), PLACES[name]))
    found = place_in(path)
    assert found is not None
    assert found.code == "SMM125"
    assert "reel.mp4" in found.fix


@pytest.mark.parametrize(
    "raw",
    [
        film(box(b"mvhd", b"\0" * 100)),
        b"",
        b"\0\0\0\x01moov",
        b"\0\0\0\x03moov" + b"\0" * 40,
        b"\0\0\0\x00free" + b"\0" * 40,
        b"\0\0\0\x01moov\xff\xff\xff\xff\xff\xff\xff\xff",
    ],
    ids=["no place", "empty", "cut off", "shorter than its head", "to the end", "longer than any disk"],
)
def test_a_video_without_a_place_is_left_alone(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "reel.mp4"
    path.write_bytes(raw)
    assert place_in(path) is None
