"""A file that the platform refuses, crops or blurs is found without uploading it."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smm_portfolio.campaigns.checks.files import UnreadableError, look_at
from smm_portfolio.campaigns.video import Video, VideoError, read_video
from tests.campaigns.project import found, picture, video, video_bytes

REEL = {"format": "reel"}


def media(*entries: str) -> str:
    return "[" + ", ".join(f"{{{one}}}" for one in entries) + "]"


def messages(problems: list[object], code: str = "SMM102") -> list[str]:
    return [one.message for one in problems if one.code == code]


def test_a_picture_of_the_right_kind_and_proportion_passes(tmp_path: Path) -> None:
    name = picture(tmp_path, "images/a.png")
    assert found(tmp_path, media=media(f"file: {name}, alt: A coat")) == []


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((1080, 1440), ""),  # 3:4
        ((1080, 1470), "takes 0.75 to 1.91"),
        ((1080, 566), ""),
        ((1080, 550), "takes 0.75 to 1.91"),
        ((1079, 1349), "smaller than the 1080 pixels"),
    ],
)
def test_proportions_and_pixels_are_read_from_the_file(tmp_path: Path, size: tuple[int, int], said: str) -> None:
    name = picture(tmp_path, "images/a.png", size)
    problems = messages(found(tmp_path, media=media(f"file: {name}, alt: A coat")))
    assert len(problems) == bool(said)
    assert not said or said in problems[0]


def test_a_picture_that_lies_on_its_side_is_measured_as_shown(tmp_path: Path) -> None:
    exif = (
        b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
    )
    name = picture(tmp_path, "images/a.jpg", (1350, 1080), exif=exif)
    looked = look_at(tmp_path / "site_src" / name)
    assert (looked.kind, looked.width, looked.height) == ("jpeg", 1080, 1350)


def test_number_and_kind_of_files(tmp_path: Path) -> None:
    one = f"file: {picture(tmp_path, 'images/a.png')}, alt: A coat"
    assert messages(found(tmp_path, format="carousel", media=media(one, one))) == []
    (few,) = messages(found(tmp_path, format="carousel", media=media(one)))
    assert "has 1 files, and Instagram takes 2 to 20" in few
    (many,) = messages(found(tmp_path, platform="bluesky", format="photo", media=media(*[one] * 5)))
    assert many == "the post has 5 pictures, and Bluesky takes 1 to 4"
    webp = f"file: {picture(tmp_path, 'images/a.webp')}, alt: A coat"
    (kind,) = messages(found(tmp_path, media=media(webp)))
    assert kind.startswith("Instagram does not take webp files here")
    assert messages(found(tmp_path, platform="pinterest", format="pin", media=media(webp))) == []


def test_a_file_under_a_false_name_or_without_contents_is_found_out(tmp_path: Path) -> None:
    png = tmp_path / "site_src" / picture(tmp_path, "images/a.png")
    png.rename(png.with_suffix(".jpg"))
    (false,) = found(tmp_path, media=media("file: images/a.jpg, alt: A coat"))
    assert (false.message, false.fix) == ("a.jpg is a png file by its contents", "Rename it to a.png.")
    (tmp_path / "site_src" / "images" / "b.png").write_bytes(b"no picture")
    (broken,) = found(tmp_path, media=media("file: images/b.png, alt: A coat"))
    assert (broken.code, broken.severity, broken.column) == ("SMM102", "error", 20)
    with pytest.raises(UnreadableError):
        look_at(tmp_path / "site_src" / "images" / "b.png")


def test_a_file_may_be_as_large_as_the_platform_takes(tmp_path: Path) -> None:
    path = tmp_path / "site_src" / picture(tmp_path, "images/a.png", (1000, 1000))
    entry = {"platform": "bluesky", "format": "photo", "media": media("file: images/a.png, alt: A coat")}
    path.write_bytes(path.read_bytes().ljust(2_000_000, b"\0"))
    assert found(tmp_path, **entry) == []
    path.write_bytes(path.read_bytes().ljust(2_000_001, b"\0"))
    assert messages(found(tmp_path, **entry)) == ["the file has 2.0 MB, and Bluesky takes 2 MB"]


@pytest.mark.parametrize(("seconds", "ok"), [(3, True), (2.9, False), (180, True), (181, False)])
def test_a_video_is_as_long_as_the_platform_takes(tmp_path: Path, seconds: float, ok: bool) -> None:
    name = video(tmp_path, "a.mp4", seconds=seconds)
    problems = messages(found(tmp_path, **REEL, media=media(f"file: {name}, silent: true")))
    assert (not problems) is ok
    assert ok or "takes 3 to 180" in problems[0]


def test_the_planned_length_counts_too_and_must_be_the_real_one(tmp_path: Path) -> None:
    assert found(tmp_path, platform="youtube", format="short", seconds="180") == []
    (one,) = found(tmp_path, platform="youtube", format="short", seconds="181")
    assert (one.code, one.severity, one.path) == ("SMM102", "error", "posts[0].seconds")
    name = video(tmp_path, "a.mp4", seconds=20)
    (other,) = messages(found(tmp_path, **REEL, seconds="28", media=media(f"file: {name}, silent: true")))
    assert other == "the file lasts 20 seconds, and the post says 28"


def test_a_vertical_video_fills_its_frame(tmp_path: Path) -> None:
    name = video(tmp_path, "a.mp4", (1920, 1080))
    (one,) = messages(found(tmp_path, **REEL, media=media(f"file: {name}, silent: true")))
    assert one == "1920 × 1080 does not fill the frame of 1080 × 1920: bars or a crop will show"


def test_pictures_need_words_and_videos_captions(tmp_path: Path) -> None:
    name = picture(tmp_path, "images/a.png")
    (words,) = messages(found(tmp_path, media=media(f"file: {name}")), "SMM104")
    assert words == "images/a.png has no words for people who do not see it"
    clip = video(tmp_path, "a.mp4")
    assert messages(found(tmp_path, **REEL, media=media(f"file: {clip}")), "SMM104") == ["a.mp4 has no captions"]
    assert found(tmp_path, **REEL, media=media(f"file: {clip}, captions_in_picture: true")) == []
    subtitles = tmp_path / "site_src" / "a.srt"
    subtitles.write_text("1\n00:00:01,000 --> 00:00:02,000\nThirty years.\n", encoding="utf-8")
    assert found(tmp_path, **REEL, media=media(f"file: {clip}, captions: a.srt")) == []
    subtitles.write_text("Thirty years.", encoding="utf-8")
    (empty,) = messages(found(tmp_path, **REEL, media=media(f"file: {clip}, captions: a.srt")), "SMM104")
    assert empty == "a.srt holds no subtitle with a time"


@pytest.mark.parametrize(
    ("options", "video_"),
    [
        ({}, Video("mp4", 1080, 1920, 20.0, True)),
        ({"brand": b"qt  "}, Video("mov", 1080, 1920, 20.0, True)),
        ({"turned": True}, Video("mp4", 1080, 1920, 20.0, True)),
        ({"wide": True, "seconds": 4000}, Video("mp4", 1080, 1920, 4000.0, True)),
        ({"sound": False}, Video("mp4", 1080, 1920, 20.0, False)),
    ],
)
def test_the_header_of_a_video_is_read(tmp_path: Path, options: dict[str, object], video_: Video) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(video_bytes(**options))
    assert read_video(path) == video_


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_broken_video_is_an_error_and_never_a_crash(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = bytearray(video_bytes())
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[place] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "broken.mp4"
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    with contextlib.suppress(VideoError):
        assert read_video(path).width > 0
