"""Number, kind, proportion, size and length of a post's files; words for who does not see or hear; covered parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from smm_portfolio.campaigns.checks.files import Looked, UnreadableError, is_video, look_at, present, subtitles_in
from smm_portfolio.campaigns.checks.scope import Scope
from smm_portfolio.campaigns.facts import Between
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.post import Medium
from smm_portfolio.content.yaml_reader import DataPath
from smm_portfolio.problems import Severity

CODE = "SMM102"
MEGABYTE = 1_000_000
ROUNDING = 0.015
"""A proportion may be off by this part: 1080 × 1349 is still 4:5."""
_ALIASES = {"jpg": "jpeg", "m4v": "mp4", "mpg": "mpeg"}


def media_findings(scope: Scope) -> Iterator[Broken]:
    """What is wrong with the files of a post."""
    yield from _numbers(scope)
    yield from _cards(scope)
    yield from _planned_length(scope)
    for i, medium in enumerate(scope.post.media):
        yield from _words(scope, medium, scope.path("media", i))
        yield from _file(scope, medium.file, scope.path("media", i, "file"))
    if scope.post.picture is not None:
        yield from _file(scope, scope.post.picture.file, scope.path("picture", "file"))
    for i, card in enumerate(scope.post.cards):
        if card.picture is not None:
            yield from _file(scope, card.picture.file, scope.path("cards", i, "picture", "file"))


def _numbers(scope: Scope) -> Iterator[Broken]:
    media = scope.post.media
    if not media:
        return
    videos = sum(is_video(one.file) for one in media)
    counted = (
        (scope.format.files, len(media), "files"),
        (scope.format.images, len(media) - videos, "pictures"),
        (scope.format.videos, videos, "videos"),
    )
    for fact, number, what in counted:
        if fact is not None and not fact.least <= number <= fact.most:
            message = f"the post has {number} {what}, and {scope.name} takes {_range(fact)}"
            yield scope.beyond(fact, CODE, message, f"Use {_range(fact)}.", scope.path("media"))


def _cards(scope: Scope) -> Iterator[Broken]:
    """More or fewer cards than a carousel takes; pictures of a story are published one by one."""
    number, fact = len(scope.post.cards), scope.format.files
    if number and fact is not None and fact.most > 1 and not fact.least <= number <= fact.most:
        message = f"the post has {number} cards, and {scope.name} takes {_range(fact)}"
        yield scope.beyond(fact, CODE, message, f"Use {_range(fact)}.", scope.path("cards"))


def _range(fact: Between, unit: str = "") -> str:
    return f"{fact.least} to {fact.most}{unit}" if fact.least != fact.most else f"{fact.most}{unit}"


def _planned_length(scope: Scope) -> Iterator[Broken]:
    if scope.post.seconds is not None:
        yield from _length(scope, scope.post.seconds, scope.path("seconds"))


def _length(scope: Scope, seconds: float, path: DataPath) -> Iterator[Broken]:
    fact = scope.format.seconds
    if fact is not None and not fact.least <= seconds < fact.most + 1:
        message = f"the video lasts {seconds:.0f} seconds, and {scope.name} takes {_range(fact)}"
        yield scope.beyond(fact, CODE, message, "Cut it, or choose another format.", path)


def _file(scope: Scope, file: str, path: DataPath) -> Iterator[Broken]:
    for place in present(scope.docs, file):
        try:
            looked = look_at(place)
        except UnreadableError as error:
            yield Broken(CODE, f"{file} is not what its name says: {error}", "Export the file again.", path)
            return
        yield from _kind(scope, place, looked, path)
        yield from _weight(scope, looked, path)
        yield from _proportion(scope, looked, path)
        if looked.video is not None:
            yield from _length(scope, looked.video.seconds, path)
            yield from _other_length(scope, looked.video.seconds, path)


def _kind(scope: Scope, place: Path, looked: Looked, path: DataPath) -> Iterator[Broken]:
    ending = place.suffix.lower().lstrip(".")
    if _ALIASES.get(ending, ending) != looked.kind:
        message = f"{place.name} is a {looked.kind} file by its contents"
        yield Broken(CODE, message, f"Rename it to {place.stem}.{looked.kind}.", path, Severity.WARNING)
    fact = scope.format.video_types if looked.video else scope.format.image_types
    if fact is not None and looked.kind not in {_ALIASES.get(one, one) for one in fact.types}:
        message = f"{scope.name} does not take {looked.kind} files here"
        yield scope.beyond(fact, CODE, message, f"Export it as {' or '.join(fact.types)}.", path)


def _weight(scope: Scope, looked: Looked, path: DataPath) -> Iterator[Broken]:
    fact = scope.format.video_size if looked.video else scope.format.image_size
    if fact is not None and looked.size > fact.most * MEGABYTE:
        message = f"the file has {looked.size / MEGABYTE:.1f} MB, and {scope.name} takes {fact.most} MB"
        yield scope.beyond(fact, CODE, message, "Compress it, or make it smaller.", path)


def _proportion(scope: Scope, looked: Looked, path: DataPath) -> Iterator[Broken]:
    format_, ratio = scope.format, looked.width / looked.height
    size = f"{looked.width} × {looked.height}"
    if format_.ratios is not None:
        tallest = float(format_.ratios.least) if format_.ratios.least is not None else 0.0
        widest = float(format_.ratios.most)
        if not tallest * (1 - ROUNDING) <= ratio <= widest * (1 + ROUNDING):
            message = f"{size} is {ratio:.2f} wide to one high, and {scope.name} takes {tallest:.2f} to {widest:.2f}"
            yield scope.beyond(format_.ratios, CODE, message, "Crop it to another proportion.", path)
    if format_.canvas is None:
        return
    width, height = format_.canvas.px
    if format_.safe is not None and abs(ratio / (width / height) - 1) > ROUNDING:
        message = f"{size} does not fill the frame of {width} × {height}: bars or a crop will show"
        yield Broken(CODE, message, f"Export it at {width} × {height}.", path, Severity.WARNING)
    elif looked.width < width:
        message = f"{size} is smaller than the {width} pixels that {scope.name} shows: it will look soft"
        yield Broken(CODE, message, f"Export it {width} pixels wide.", path, Severity.WARNING)


def _other_length(scope: Scope, seconds: float, path: DataPath) -> Iterator[Broken]:
    planned = scope.post.seconds
    if planned is not None and abs(planned - seconds) > 1:
        message = f"the file lasts {seconds:.0f} seconds, and the post says {planned}"
        yield Broken(CODE, message, "Correct seconds, or use the right file.", path, Severity.WARNING)


def _words(scope: Scope, medium: Medium, path: DataPath) -> Iterator[Broken]:
    """What people get who do not see the picture or hear the sound."""
    if not is_video(medium.file):
        if medium.alt is None:
            fix = "Add alt: with what the picture shows."
            yield Broken("SMM104", f"{medium.file} has no words for people who do not see it", fix, (*path, "file"))
        return
    if medium.captions is not None:
        for place in present(scope.docs, medium.captions):
            if not subtitles_in(place):
                message = f"{medium.captions} holds no subtitle with a time"
                yield Broken("SMM104", message, "Export it as .srt or .vtt.", (*path, "captions"))
    elif not medium.captions_in_picture and not medium.silent:
        fix = "Add captions: with an .srt or .vtt file, captions_in_picture: true, or silent: true."
        yield Broken("SMM104", f"{medium.file} has no captions", fix, (*path, "file"))
