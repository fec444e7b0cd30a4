"""Whatever somebody calls a picture, it comes out as the right pixels or as a sentence about what is wrong."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from PIL import Image, ImageCms, ImageFile

from smm_portfolio.pictures.decoding import MAX_BYTES, decode
from smm_portfolio.pictures.encoding import cleaned, for_print, page_files, widths_for
from smm_portfolio.pictures.faults import PictureError
from tests.pictures.files import drawn, huge_header, moving, photo, saved, scene, see_through, wide_gamut
from tests.pictures.looking import traces


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_to_hold_a_telephone_gives_the_picture_that_was_taken(orientation: int) -> None:
    upright = scene(120, 80)
    turns = [None, 0, 3, 1, 5, 2, 6, 4]  # what a camera held that way records: the inverse of each orientation
    turn = turns[orientation - 1]
    recorded = upright if turn is None else upright.transpose(Image.Transpose(turn))
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = decode(saved(recorded, "PNG", exif=exif))
    assert (found.width, found.height) == (120, 80)
    assert found.still.tobytes() == upright.tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK", "LA", "RGBA", "RGB"])
def test_every_kind_of_pixel_is_read(mode: str) -> None:
    grey = scene(60, 40).convert("L")
    image = grey.convert("I").point(lambda v: v * 257 + 0).convert("I;16") if mode == "I;16" else grey.convert(mode)
    found = decode(saved(image, "TIFF" if mode == "CMYK" else "PNG"))
    assert found.still.mode == "RGB", "nothing shows through"
    if mode != "1":
        expected, got = grey.getpixel((50, 30)), found.still.getpixel((50, 30))
        assert isinstance(got, tuple)
        assert isinstance(expected, int)
        assert all(abs(one - expected) <= 3 for one in got)


def test_colours_of_a_profile_become_those_that_browsers_show() -> None:
    """Without its profile the picture would be green and blue where it was taken red."""
    found = decode(wide_gamut()).still
    meant = scene(600, 400).getpixel((100, 100))
    got = found.getpixel((100, 100))
    assert isinstance(meant, tuple)
    assert isinstance(got, tuple)
    assert max(abs(a - b) for a, b in zip(meant, got, strict=True)) < 12


def test_a_broken_profile_does_not_cost_the_picture() -> None:
    assert decode(photo(300, 200, icc_profile=b"no profile")).still.size == (300, 200)


def test_a_profile_of_srgb_changes_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain, tagged = (decode(saved(scene(90, 60), "PNG", **more)).still for more in ({}, {"icc_profile": profile}))
    difference = [abs(a - b) for a, b in zip(plain.tobytes(), tagged.tobytes(), strict=True)]
    assert max(difference) <= 2


def test_what_is_transparent_stays_transparent() -> None:
    picture = decode(see_through())
    for one in (*page_files(picture, avif=True), cleaned(picture), for_print(picture)):
        with Image.open(io.BytesIO(one.content)) as image:
            shown = image.convert("RGBA")
        right, left = (shown.getpixel((round(shown.width * x), shown.height // 2)) for x in (0.75, 0.25))
        assert isinstance(right, tuple)
        assert isinstance(left, tuple)
        assert right[3] < 10
        assert left[3] > 245


def test_a_drawing_keeps_every_colour() -> None:
    picture = decode(drawn())
    for one in page_files(picture, avif=True):
        if one.format in ("webp", "png") and one.width == 640:
            with Image.open(io.BytesIO(one.content)) as image:
                assert image.convert("RGB").tobytes() == picture.still.tobytes()


def test_an_animation_keeps_moving_as_fast_as_it_did() -> None:
    files = page_files(decode(moving(frames=5)), avif=True)
    assert [(one.format, one.still) for one in files] == [("webp", True), ("webp", False), ("gif", False)]
    for one in files[1:]:
        with Image.open(io.BytesIO(one.content)) as image:
            assert getattr(image, "n_frames", 1) == 5
            image.load()
            assert image.info["duration"] == 120
            assert image.info["loop"] == 0


@pytest.mark.parametrize("make", [photo, see_through, drawn, moving, wide_gamut])
def test_nothing_but_pixels_comes_out(make: Callable[[], bytes]) -> None:
    picture = decode(make())
    for one in (*page_files(picture, avif=True), cleaned(picture), for_print(picture)):
        assert set(traces(one.content)) == set(), one.format


@pytest.mark.parametrize("make", [photo, see_through, drawn, moving])
def test_the_same_picture_gives_the_same_bytes(make: Callable[[], bytes]) -> None:
    first, second = (page_files(decode(make()), avif=True) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("width", "expected"),
    [(200, (200,)), (500, (500,)), (600, (480, 600)), (1000, (480, 1000)), (6000, (480, 960, 1440, 1920))],
)
def test_no_picture_is_blown_up(width: int, expected: tuple[int, ...]) -> None:
    assert widths_for(width) == expected


@pytest.mark.parametrize(("width", "height"), [(6000, 4000), (9000, 300)])
def test_what_is_published_in_place_of_an_original_is_no_larger_than_a_page_needs(width: int, height: int) -> None:
    picture = decode(saved(Image.new("RGB", (width, height), "#aa3355"), "JPEG"))
    assert (picture.width, picture.height) == (width, height)
    assert max(cleaned(picture).width, cleaned(picture).height) == 2560


HOSTILE = {
    "nothing": (b"", "SMM122"),
    "a text": (b"GPS " * 100, "SMM122"),
    "a page": (b"<!doctype html><script>alert(1)</script>", "SMM122"),
    "half a JPEG": (photo()[:9000], "SMM122"),
    "half a PNG": (drawn()[:300], "SMM122"),
    "a PNG as large as a field": (huge_header(60_000, 60_000), "SMM123"),
    "a very long PNG": (huge_header(20_000, 10), "SMM123"),
    "a very high PNG": (huge_header(10, 20_000), "SMM123"),
    "a picture of more than 80 million pixels": (huge_header(9_500, 9_500), "SMM123"),
    "a PNG that says it is large": (huge_header(4_000, 4_000), "SMM122"),
    "more bytes than anybody sends": (b"\xff\xd8" + bytes(MAX_BYTES), "SMM123"),
    "an animation of a thousand pictures": (
        saved(
            Image.new("L", (9, 9)),
            "GIF",
            save_all=True,
            append_images=[Image.new("L", (9, 9), n % 250) for n in range(400)],
        ),
        "SMM123",
    ),
    "a format that nobody sends": (saved(scene(20, 20), "PPM"), "SMM122"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_shown_says_why_and_what_to_do(name: str) -> None:
    raw, code = HOSTILE[name]
    with pytest.raises(PictureError) as caught:
        decode(raw)
    assert caught.value.fault.code == code
    assert caught.value.fault.fix.endswith(".")
    assert "Traceback" not in caught.value.fault.message


def test_half_a_picture_is_noticed_although_weasyprint_told_pillow_to_be_lenient(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(PictureError):
        decode(photo()[:9000])
    assert ImageFile.LOAD_TRUNCATED_IMAGES, "what others rely on stays as they set it"


def test_damage_at_any_place_is_a_sentence_or_a_picture() -> None:
    chance = random.Random(20261123)
    for make in (photo(200, 150), see_through(80, 60), moving(3, 40, 30), saved(scene(80, 60), "AVIF")):
        for _ in range(40):
            raw = bytearray(make)
            for _ in range(chance.randint(1, 12)):
                raw[chance.randrange(len(raw))] = chance.randrange(256)
            with suppress(PictureError):
                assert page_files(decode(bytes(raw)), avif=False)
