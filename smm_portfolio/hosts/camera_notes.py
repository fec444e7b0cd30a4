"""The last look for what a camera noted: in pictures that did not come our way, as those of a theme or an archive."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from smm_portfolio.hosts.markup_texts import enclosed
from smm_portfolio.pictures.notes import notes_in
from smm_portfolio.problems import Problem

_OURS = re.compile(r"(?:[a-z]{2}/)?assets/(?:smm|images|javascripts|stylesheets)/")
_WRITTEN = frozenset({".html", ".css", ".svg", ".js"})
_MOST = 100_000_000
_FIX = (
    "Export it without location and camera data. A picture in the docs folder that a page shows is cleaned by itself."
)


def noted_in(folder: Path, docs: Path) -> list[Problem]:
    """Every finished file with a picture that tells where or with what it was taken.

    Args:
        folder: the finished files.
        docs: the docs folder; documents that do not come from it are our own.
    """
    problems = []
    for path in sorted(folder.rglob("*")):
        uri = path.relative_to(folder).as_posix()
        if path.is_file() and not _OURS.match(uri):
            own = (docs / uri).is_file() or (docs / uri.partition("/")[2]).is_file()
            found = dict.fromkeys(filter(None, map(notes_in, _pictures(path, own=own))))
            problems += [Problem("SMM136", f"/{uri} holds a picture that tells {what}", _FIX) for what in found]
    return problems


def _pictures(path: Path, *, own: bool) -> Iterator[bytes]:
    """The file, if it is a picture, and the pictures in it."""
    content = path.read_bytes()
    if path.suffix.lower() in _WRITTEN:
        yield from enclosed(content.decode("utf-8", "replace")) if b"base64," in content else ()
    elif content.startswith(b"PK\x03\x04") and own:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                small = (one for one in archive.infolist() if one.file_size < _MOST and not one.flag_bits & 1)
                yield from (archive.read(one) for one in small)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
            return
    elif content.startswith(b"%PDF") and own:
        yield from _in_pdf(content)
    else:
        yield content


def _in_pdf(content: bytes) -> Iterator[bytes]:
    import pikepdf  # noqa: PLC0415  (a native library, which only PDFs need)

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for one in pdf.objects:
                if isinstance(one, pikepdf.Stream) and one.get("/Filter") == pikepdf.Name.DCTDecode:
                    yield one.read_raw_bytes()
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return
