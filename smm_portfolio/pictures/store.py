"""Finished pictures on disk, by the contents of their originals: only a new or changed one is made again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import PIL

from smm_portfolio.looks.files import write_whole
from smm_portfolio.pictures.decoding import decode
from smm_portfolio.pictures.encoding import MIME, RECIPE, Encoded, cleaned, page_files
from smm_portfolio.pictures.faults import UNREADABLE, Fault, PictureError
from smm_portfolio.pictures.svg import clean_svg

Purpose = Literal["pages", "clean"]
"""The files for pages, or the one that is published in place of the original."""
_INDEX = "index.json"
_ENDING = {"jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Task:
    """One picture and what to make of it; picklable.

    Args:
        path: the original.
        purpose: what to make.
        folder: where finished pictures are kept.
        avif: whether AVIF is made.
    """

    path: Path
    purpose: Purpose
    folder: Path
    avif: bool


@dataclass(frozen=True, slots=True)
class Made:
    """The files of one picture.

    Args:
        kind: of the original, by its contents.
        width: of the original, as shown; 0 for a drawing that says none.
        height: of the original, as shown.
        files: name, format, width, height and whether it is the still of an animation.
        folder: where the files lie.
    """

    kind: str
    width: int
    height: int
    files: tuple[tuple[str, str, int, int, bool], ...]
    folder: Path


def finished(task: Task) -> Made | None:
    """What was made before from the same contents, or None."""
    folder = _place(task)
    try:
        found = json.loads((folder / _INDEX).read_bytes())
        files = tuple((str(a), str(b), int(c), int(d), bool(e)) for a, b, c, d, e in found["files"])
        if all((folder / name).is_file() for name, *_ in files):
            return Made(found["kind"], found["width"], found["height"], files, folder)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None


def make(task: Task) -> Made | Fault:
    """Read, clean and write one picture; runs in a process of its own.

    Returns:
        Its files, or what is wrong with it.
    """
    try:
        raw = task.path.read_bytes()
        kind, width, height, files = _svg(raw) if _is_svg(task.path) else _raster(raw, task)
    except PictureError as error:
        return error.fault
    except OSError as error:
        return Fault(UNREADABLE, f"the file cannot be read ({error.strerror or error})", "Check its permissions.")
    folder, stem = _place(task), _digest(task)[:16]
    made = []
    for one in files:
        name = f"{stem}-{'still-' if one.still else ''}{one.width}.{_ENDING.get(one.format, one.format)}"
        if one.format == "svg" or task.purpose == "clean":
            name = f"{stem}.{_ENDING.get(one.format, one.format)}"
        write_whole(folder / name, one.content)
        made.append((name, one.format, one.width, one.height, one.still))
    index: dict[str, Any] = {"kind": kind, "width": width, "height": height, "files": made}
    write_whole(folder / _INDEX, json.dumps(index).encode())
    return Made(kind, width, height, tuple(made), folder)


def _raster(raw: bytes, task: Task) -> tuple[str, int, int, tuple[Encoded, ...]]:
    picture = decode(raw)
    files = page_files(picture, avif=task.avif) if task.purpose == "pages" else (cleaned(picture),)
    return picture.kind, picture.width, picture.height, files


def _svg(raw: bytes) -> tuple[str, int, int, tuple[Encoded, ...]]:
    content, width, height = clean_svg(raw)
    return "svg", width, height, (Encoded("svg", width, height, content),)


def _is_svg(path: Path) -> bool:
    return path.suffix.lower() == ".svg"


def _place(task: Task) -> Path:
    digest = _digest(task)
    return task.folder / digest[:2] / digest[2:]


def _digest(task: Task) -> str:
    """Hash of the contents and of everything else that decides about the files."""
    stat = task.path.stat()
    contents = _hashed(task.path, stat.st_mtime_ns, stat.st_size)
    recipe = f"{contents} {_is_svg(task.path)} {task.purpose} {task.avif} recipe {RECIPE} pillow {PIL.__version__}"
    return hashlib.sha256(recipe.encode()).hexdigest()


@lru_cache(maxsize=4096)
def _hashed(path: Path, _changed: int, _size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def mime_of(format_: str) -> str:
    """The MIME type of a format."""
    return MIME.get(format_, "image/svg+xml")
