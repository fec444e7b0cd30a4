"""The pictures and videos of a post against what the platform takes, read from the files themselves."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from smm_portfolio.campaigns.video import Video, VideoError, read_video
from smm_portfolio.content.values.media import ContentFormat

VIDEO_ENDINGS = frozenset((".mp4", ".mov", ".m4v", ".avi", ".mpeg", ".mpg", ".3gp", ".webm"))
VIDEO_FORMATS = frozenset((ContentFormat.REEL, ContentFormat.SHORT, ContentFormat.VIDEO))
_QUARTER_TURNS = (5, 6, 7, 8)
_ORIENTATION = 0x0112


class UnreadableError(Exception):
    """A file is not what its name says."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file tells of itself.

    Args:
        kind: jpeg, png, mp4 and so on.
        width: pixels, as shown.
        height: pixels, as shown.
        size: bytes.
        video: length and sound, for a video.
    """

    kind: str
    width: int
    height: int
    size: int
    video: Video | None = None


def is_video(file: str) -> bool:
    """Whether a file's name says that it is a video."""
    return Path(file).suffix.lower() in VIDEO_ENDINGS


def look_at(path: Path) -> Looked:
    """Read the header of a picture or video.

    Raises:
        UnreadableError: it is neither.
    """
    size = path.stat().st_size
    if is_video(path.name):
        try:
            video = read_video(path)
        except VideoError as error:
            raise UnreadableError(str(error)) from error
        return Looked(video.kind, video.width, video.height, size, video)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as picture:
                turned = picture.getexif().get(_ORIENTATION) in _QUARTER_TURNS
                width, height = reversed(picture.size) if turned else picture.size
                return Looked((picture.format or "").lower(), width, height, size)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableError("it cannot be read as a picture") from error


def subtitles_in(path: Path) -> bool:
    """Whether a file holds at least one subtitle with its time."""
    try:
        return "-->" in path.read_text(encoding="utf-8-sig", errors="replace")[:100_000]
    except OSError:
        return False


def present(docs: Path, file: str) -> Iterator[Path]:
    """The file, where it is there; that it is missing is reported elsewhere."""
    path = (docs / file).resolve()
    if path.is_relative_to(docs.resolve()) and path.is_file():
        yield path
