"""How far the sheets of an old XLS file reach, from its records alone.

The file is a small file system (Compound File Binary, [MS-CFB]) whose stream ``Workbook`` holds records ([MS-XLS]).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from smm_portfolio.evidence.reading.tables import ReadingError
from smm_portfolio.evidence.reading.zip_extent import MAX_CELLS

_END = 0xFFFFFFFA
"""Sector numbers from here on mean an end, a gap or a table."""
_CELLS = frozenset({0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E})
"""Records that begin with row and column: formula, numbers, texts, blanks."""
_BOUNDS = frozenset({0x0200})
_MULTIPLE = frozenset({0x00BD, 0x00BE})
"""Records for several cells of a row; their last two bytes are the last column."""
_NEW_SHEET = frozenset({0x0809, 0x0009, 0x0209, 0x0409})


def check_biff(raw: bytes) -> None:
    """Refuse a workbook with a cell so far out that the reader would fill the memory.

    Raises:
        ReadingError: the file is broken, or a sheet reaches too far.
    """
    try:
        stream = _CompoundFile(raw).workbook()
        extents = list(_extents(stream))
    except (struct.error, IndexError, ValueError):
        raise ReadingError("SMM001", "the workbook is damaged", "Save it as XLSX or CSV.") from None
    if sum(rows * columns for rows, columns in extents) > MAX_CELLS:
        raise ReadingError("SMM004", "a sheet reaches too far down or right", "Delete the cells far from the table.")


def _extents(stream: bytes) -> Iterator[tuple[int, int]]:
    """Rows and columns up to the last cell, per sheet."""
    place = rows = columns = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        body = stream[place + 4 : place + 4 + size]
        place += 4 + size
        if kind in _NEW_SHEET:
            yield rows, columns
            rows = columns = 0
        elif kind in _CELLS and size >= 4:
            row, column = struct.unpack_from("<HH", body)
            if kind in _MULTIPLE:
                column = max(column, struct.unpack_from("<H", body, len(body) - 2)[0])
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind in _BOUNDS and size >= 12:
            last_row, _, last_column = struct.unpack_from("<IHH", body, 4)
            rows, columns = max(rows, min(last_row, 0x10000)), max(columns, min(last_column, 0x100))
    yield rows, columns


class _CompoundFile:
    """Sectors and chains of one file."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._sector = 1 << struct.unpack_from("<H", raw, 30)[0]
        if self._sector not in (512, 4096):
            raise ValueError("sector size")
        self._directory, self._cutoff, self._mini_start = struct.unpack_from("<I4xII", raw, 48)
        self._fat = self._read_fat()

    def workbook(self) -> bytes:
        """The stream ``Workbook``, or ``Book`` of older versions."""
        entries = self._chain(self._directory)
        root_start = struct.unpack_from("<I", entries, 116)[0]
        for place in range(0, len(entries) - 127, 128):
            length = struct.unpack_from("<H", entries, place + 64)[0]
            name = entries[place : place + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            if name.lower() in ("workbook", "book"):
                start, size = struct.unpack_from("<II", entries, place + 116)
                if size >= self._cutoff:
                    return self._chain(start)[:size]
                return self._mini_chain(start, root_start)[:size]
        raise ValueError("no workbook")

    def _read_fat(self) -> list[int]:
        numbers = [one for one in struct.unpack_from("<109I", self._raw, 76) if one < _END]
        further, left = struct.unpack_from("<II", self._raw, 68)
        while further < _END and left > 0:
            block = struct.unpack(f"<{self._sector // 4}I", self._at(further))
            numbers += [one for one in block[:-1] if one < _END]
            further, left = block[-1], min(left - 1, len(self._raw) // self._sector)
        fat: list[int] = []
        for number in numbers[: len(self._raw) // self._sector + 1]:
            fat += struct.unpack(f"<{self._sector // 4}I", self._at(number))
        return fat

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        return self._raw[start : start + self._sector].ljust(self._sector, b"\0")

    def _chain(self, number: int) -> bytes:
        parts: list[bytes] = []
        while number < _END:
            if number >= len(self._fat) or len(parts) > len(self._fat):
                raise ValueError("chain")
            parts.append(self._at(number))
            number = self._fat[number]
        return b"".join(parts)

    def _mini_chain(self, number: int, root_start: int) -> bytes:
        """A stream shorter than the cutoff lies in pieces of 64 bytes inside the root's stream."""
        table = self._chain(self._mini_start)
        links = struct.unpack(f"<{len(table) // 4}I", table)
        pieces = self._chain(root_start)
        parts: list[bytes] = []
        while number < _END:
            if number >= len(links) or len(parts) > len(links):
                raise ValueError("chain")
            parts.append(pieces[number * 64 : number * 64 + 64])
            number = links[number]
        return b"".join(parts)
