"""All text that lies in a finished file: what is shown, what is hidden in it, and what says something about it."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

MOST_BYTES = 200_000_000
"""Of a packed file, unpacked."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".tif", ".tiff"})
PACKED = frozenset({".zip", ".xlsx", ".docx", ".pptx", ".ods", ".odt", ".epub"})
MARKED_UP = frozenset({".html", ".htm", ".md", ".svg", ".xml", ".xhtml"})
_TEXTS = frozenset(
    {
        ".json",
        ".webmanifest",
        ".txt",
        ".csv",
        ".tsv",
        ".ics",
        ".yml",
        ".yaml",
        ".js",
        ".css",
        ".map",
        ".vtt",
        ".srt",
        "",
    }
)
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_PDF_STRING = re.compile(rb"\((?:[^\\()]|\\.)*\)|<([0-9A-Fa-f]+)>", re.DOTALL)
_PDF_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PDF_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PARTED = re.compile("- *\\r?\\n|[\u00ad\ufffe\x02](?: *\\r?\\n)?")
"""A hyphen at the end of a line; PDFium writes one that it takes for such as a sign of its own."""


def texts_of(path: Path) -> Iterator[str] | None:
    """Every text in a file; None for a kind of file that nothing is known about."""
    return _texts(path.name, path.read_bytes())


def _texts(name: str, content: bytes, depth: int = 0) -> Iterator[str] | None:
    ending = Path(name).suffix.lower()
    if ending == ".pdf":
        return _pdf(content)
    if ending in PICTURES:
        return _picture(content)
    if ending in PACKED and depth < 2:
        return _packed(content, depth)
    if ending == ".gz":
        return iter(_loosened(_unpacked(content)))
    if ending in MARKED_UP:
        return _marked_up(_decoded(content))
    if ending in (".json", ".webmanifest"):
        return _json(_decoded(content))
    if ending == ".ics":
        return iter(_loosened(re.sub(r"\r?\n[ \t]", "", _decoded(content))))
    return iter(_loosened(_decoded(content))) if ending in _TEXTS else None


@lru_cache(maxsize=64)  # two searches read the same documents one after the other
def pdf_pages(content: bytes) -> tuple[str, ...]:
    """The text of each page of a PDF; a word that is parted at the end of a line is whole again.

    Nothing where nobody can open it: a broken file of the docs folder, or one with a password.
    """
    import pypdfium2  # noqa: PLC0415  (a native library, which only PDFs need)

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return ()
    try:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(_PARTED.sub("", text.get_text_bounded()))
            text.close()
            page.close()
        return tuple(pages)
    finally:
        document.close()


def _unpacked(content: bytes) -> str:
    """A file that gzip made, or as it stands where it is broken."""
    try:
        return _decoded(gzip.GzipFile(fileobj=io.BytesIO(content)).read(MOST_BYTES))
    except (OSError, EOFError, zlib.error):
        return _decoded(content)


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", errors="replace")


def _loosened(text: str) -> list[str]:
    """A text without the ways in which HTML, addresses and scripts write a letter as something else."""
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = unquote(text)
    if "\\u" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return [text]


def _marked_up(text: str) -> Iterator[str]:
    """With tags, whose attributes hold text too, and without, since a tag may part a word."""
    yield from _loosened(text)
    yield from _loosened(_TAG.sub("", text))


def _json(text: str) -> Iterator[str]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        yield from _loosened(text)
        return
    found: list[str] = []
    open_ = [data]
    while open_:
        value: Any = open_.pop()
        if isinstance(value, dict):
            found += value
            open_ += value.values()
        elif isinstance(value, list):
            open_ += value
        elif isinstance(value, str):
            found.append(value)
    yield from _marked_up("\n".join(found))


def _packed(content: bytes, depth: int) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            left = MOST_BYTES
            for info in archive.infolist():
                yield info.filename
                left -= info.file_size
                if left > 0 and not info.is_dir():
                    yield from _texts(info.filename.removesuffix(".rels"), archive.read(info), depth + 1) or ()
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return


def _picture(content: bytes) -> Iterator[str]:
    """What a picture says beside its pixels: Exif, XMP, IPTC, comments."""
    if content.startswith(b"\x89PNG"):
        yield from _png_texts(content)
        return
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (as above)

    try:
        with Image.open(io.BytesIO(content)) as picture:
            said: list[Any] = [*picture.info.values(), *(part for _, part in getattr(picture, "applist", ()))]
            exif = picture.getexif()
            said += [*exif.values(), *(value for tag in (0x8769, 0x8825) for value in exif.get_ifd(tag).values())]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return
    for one in said:
        if isinstance(one, bytes):
            yield from (
                one.decode("utf-8", "ignore"),
                one.decode("utf-16-le", "ignore"),
                one.decode("utf-16-be", "ignore"),
            )
        elif isinstance(one, str):
            yield one


def _png_texts(content: bytes) -> Iterator[str]:
    """The chunks of a PNG that hold words; no other chunk can (PNG specification, third edition, section 11.3)."""
    at = 8
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"eXIf"):
            yield body.decode("latin-1")
        elif kind in (b"zTXt", b"iTXt", b"iCCP"):
            yield body.decode("utf-8", "ignore")
            packed = body.find(b"x\x9c")
            for start in {packed, body.find(b"x\xda"), body.find(b"x\x01"), body.find(b"x^")} - {-1}:
                try:
                    yield zlib.decompressobj().decompress(body[start:], 10_000_000).decode("utf-8", "ignore")
                except zlib.error:
                    continue
        at += 12 + length


def _pdf(content: bytes) -> Iterator[str]:
    """Text of the pages, and every string: title, bookmarks, links, fields, alternative texts, attachments."""
    import pikepdf  # noqa: PLC0415  (as above)

    yield from pdf_pages(content)
    strings: list[str] = []
    try:
        pdf = pikepdf.open(io.BytesIO(content))
    except pikepdf.PdfError:
        yield from _loosened(_decoded(content))
        return
    with pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                kind = str(one.get("/Type", ""))
                if kind in ("/Metadata", "/EmbeddedFile"):
                    strings.append(_decoded(one.read_bytes()))
                strings += _pdf_strings(one.stream_dict.unparse(resolved=True))
            else:
                strings += _pdf_strings(one.unparse(resolved=True))
    yield from _loosened("\n".join(strings))


def _pdf_strings(source: bytes) -> Iterator[str]:
    for found in _PDF_STRING.finditer(source):
        if found[1] is not None:
            raw = bytes.fromhex(found[1].decode() + "0" * (len(found[1]) % 2))
        else:
            raw = _PDF_ESCAPE.sub(_pdf_letter, found[0][1:-1])
        if raw.startswith(b"\xfe\xff"):
            yield raw.decode("utf-16-be", "ignore")
        else:
            yield raw.decode("utf-8" if raw.startswith(b"\xef\xbb\xbf") else "pdfdoc_pikepdf", "replace")


def _pdf_letter(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) & 255]) if sign.isdigit() else _PDF_LETTERS.get(sign, sign)
