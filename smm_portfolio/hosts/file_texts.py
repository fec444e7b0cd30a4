"""All text that lies in a finished file: what is shown, what is hidden in it, and what says something about it.

What a file is, its contents decide where its name does not: a table may lie in an archive, in a PDF, in an archive.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smm_portfolio.hosts.markup_texts import enclosed, html_texts, json_texts, loosened, marked_up
from smm_portfolio.hosts.pdf_texts import LockedError, pdf_texts
from smm_portfolio.hosts.picture_texts import picture_texts

MOST_BYTES = 200_000_000
"""Of a packed file, unpacked."""
_DEEPEST = 4
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".bmp", ".tif", ".tiff"})
PACKED = frozenset({".zip", ".xlsx", ".docx", ".pptx", ".ods", ".odt", ".odp", ".epub"})
_HTML = frozenset({".html", ".htm", ".xhtml", ".md"})
_MARKED_UP = frozenset({".svg", ".xml", ".rss", ".atom", ".drawio", ".rels"})
_JSON = frozenset({".json", ".webmanifest", ".geojson", ".ipynb"})
_FOLDED = frozenset({".ics", ".vcf"})
_MAGIC = (
    ("pdf", (b"%PDF",)),
    ("zip", (b"PK\x03\x04", b"PK\x05\x06")),
    ("gzip", (b"\x1f\x8b",)),
    ("bzip2", (b"BZh",)),
    ("xz", (b"\xfd7zXZ\x00",)),
    ("office", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
    ("closed", (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd", b"MSCF")),
    ("picture", (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")),
)
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_RUN = re.compile(rb"[\x20-\x7e]{6,}|(?:[\x20-\x7e]\x00){6,}")
LOCKED = "opens only with a password"
CLOSED = "is packed in a way that cannot be opened here"
TOO_LARGE = f"unpacks to more than {MOST_BYTES // 1_000_000} MB"


@dataclass(slots=True)
class _Reader:
    """One file and what lies in it; ``unread`` says why a part of it could not be read."""

    unread: list[str] = field(default_factory=list)
    left: int = MOST_BYTES

    def texts(self, name: str, content: bytes, depth: int = 0) -> Iterator[str] | None:
        """Every text in a file; None for a kind of file that nothing is known about."""
        ending = Path(name).suffix.lower()
        kind = _kind(content)
        if kind == "closed":
            self.unread.append(CLOSED)
            return iter(())
        if kind == "pdf" or ending == ".pdf":
            return self._pdf(content, depth)
        if kind == "zip":
            return self._zip(content, depth)
        if kind in ("gzip", "bzip2", "xz"):
            return self._stream(name, kind, content, depth)
        if kind == "tar":
            return self._tar(content, depth)
        if kind == "picture":
            return picture_texts(content)
        if kind == "office":
            if _LOCKED_OFFICE in content:
                self.unread.append(LOCKED)
            return printable(content)
        text = _text(content)
        return None if text is None else self._plain(ending, text, depth)

    def _plain(self, ending: str, text: str, depth: int) -> Iterator[str]:
        if ending in _FOLDED:
            text = re.sub(r"\r?\n[ \t]", "", text)
        if ending in _JSON:
            yield from json_texts(text)
        elif ending in _HTML:
            yield from html_texts(text)
        elif ending in _MARKED_UP or text.lstrip()[:1] == "<":
            yield from marked_up(text)
        else:
            yield loosened(text)
        for content in enclosed(text):
            yield from self._inside("", content, depth)

    def _inside(self, name: str, content: bytes, depth: int) -> Iterator[str]:
        """Texts of a file in another file."""
        self.left -= len(content)
        if self.left < 0 or depth >= _DEEPEST:
            self.unread.append(TOO_LARGE if self.left < 0 else CLOSED)
            return
        texts = self.texts(name, content, depth + 1)
        yield from printable(content) if texts is None else texts

    def _pdf(self, content: bytes, depth: int) -> Iterator[str]:
        attached: list[tuple[str, bytes]] = []
        try:
            yield from pdf_texts(content, attached)
        except LockedError:
            self.unread.append(LOCKED)
            return
        for name, inside in attached:
            yield from self._inside(name, inside, depth)

    def _zip(self, content: bytes, depth: int) -> Iterator[str]:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield archive.comment.decode("utf-8", "replace")
                for info in archive.infolist():
                    yield info.filename
                    yield info.comment.decode("utf-8", "replace")
                    if info.flag_bits & 1:
                        self.unread.append(LOCKED)
                    elif info.file_size > self.left:
                        self.unread.append(TOO_LARGE)
                    elif not info.is_dir():
                        inside = archive.read(info)
                        if info.filename == "META-INF/manifest.xml" and b"encryption-data" in inside:
                            self.unread.append(LOCKED)
                        yield from self._inside(info.filename, inside, depth)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error):
            self.unread.append(CLOSED)
            yield from printable(content)

    def _tar(self, content: bytes, depth: int) -> Iterator[str]:
        try:
            with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
                for info in archive:
                    yield info.name
                    file = archive.extractfile(info) if info.isfile() else None
                    if file is not None:
                        yield from self._inside(info.name, file.read(), depth)
        except (tarfile.TarError, OSError, EOFError, ValueError):
            self.unread.append(CLOSED)
            yield from printable(content)

    def _stream(self, name: str, kind: str, content: bytes, depth: int) -> Iterator[str]:
        """A file that gzip or one of its relatives made; as it stands where it is broken."""
        unpackers: dict[str, Callable[[io.BytesIO], Any]] = {"gzip": gzip.open, "bzip2": bz2.open, "xz": lzma.open}
        try:
            with unpackers[kind](io.BytesIO(content)) as file:
                inside = file.read(self.left + 1)
        except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
            self.unread.append(CLOSED)
            yield from printable(content)
            return
        yield from self._inside(Path(name).stem, inside, depth)


def texts_of(path: Path, unread: list[str] | None = None) -> Iterator[str] | None:
    """Every text in a file; None for a kind of file that nothing is known about.

    Args:
        path: the file.
        unread: takes, while the texts are read, why a part of the file could not be.
    """
    return _Reader([] if unread is None else unread).texts(path.name, path.read_bytes())


def printable(content: bytes) -> Iterator[str]:
    """What can be read in a file of a kind that nothing is known about."""
    runs = [
        found[0].decode("utf-16-le" if found[0][1:2] == b"\x00" else "ascii", "ignore")
        for found in _RUN.finditer(content)
    ]
    yield loosened("\n".join(runs))


def _kind(content: bytes) -> str:
    """What a file is by its first bytes; empty for text and for all that is not known."""
    for kind, heads in _MAGIC:
        if content.startswith(heads):
            return kind
    if content[257:262] == b"ustar":
        return "tar"
    if (content[:4] == b"RIFF" and content[8:12] == b"WEBP") or content[4:12] in (b"ftypavif", b"ftypavis"):
        return "picture"
    return ""


def _text(content: bytes) -> str | None:
    """A file as text, in Unicode or as Windows writes it; None where it is none."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, "replace")
    if b"\x00" in content:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return (
            content.decode("cp1252", "replace") if not re.search(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]", content) else None
        )
