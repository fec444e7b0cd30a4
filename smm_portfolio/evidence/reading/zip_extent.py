"""How large an XLSX is inside, found out without unpacking more than is allowed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from smm_portfolio.evidence.reading.tables import ReadingError

MAX_UNPACKED = 150_000_000
MAX_MEMBERS = 1_000
MAX_CELLS = 2_000_000
"""Cells between the first and the last, empty ones too: the reader makes room for all of them."""

_CHUNK = 1 << 20
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,9})[\"']")
_STRINGS = re.compile(rb"\s(?:uniqueC|c)ount\s*=\s*[\"'](\d{1,30})[\"']")
"""How many texts the sheets share, as the file says: the reader makes room for so many before it sees one."""
_BOOK = "xl/workbook.xml"


def check_zip(raw: bytes) -> None:
    """Refuse what unpacks to too much, or is another kind of archive.

    Why it is unpacked and not asked: the sizes in the archive's index are only what its maker says. Why every part of
    it is looked through: where its sheets lie is also only what its maker says.

    Raises:
        ReadingError: the archive is broken or too large, or no XLSX.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                raise _too_large()
            if not any(member.filename.lower() == _BOOK for member in members):
                raise ReadingError("SMM001", "the file is no Excel workbook", "Save it as XLSX or CSV.")
            left = MAX_UNPACKED
            for member in members:
                left -= _check_member(archive, member, left)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        raise ReadingError("SMM001", "the workbook is damaged", "Export it again.") from None


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowed: int) -> int:
    """Unpacked size of a member; it is searched for its last cell, and for how many texts it says to hold."""
    if member.file_size > allowed:
        raise _too_large()
    size, row, column, tail = 0, 0, 0, b""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > allowed:
                raise _too_large()
            text = tail + chunk
            for letters, digits in _PLACE.findall(text):
                row, column = max(row, int(digits)), max(column, _column(letters))
            if any(int(count) > MAX_CELLS for count in _STRINGS.findall(text)):
                raise _too_large()
            tail = text[-80:]
    if row * max(column, 1) > MAX_CELLS:
        raise ReadingError("SMM004", "a sheet reaches too far down or right", "Delete the cells far from the table.")
    return size


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _too_large() -> ReadingError:
    return ReadingError("SMM004", "the workbook unpacks to too much", "Export a shorter period, or save it as CSV.")
