"""CSV and TSV in the encodings that platforms and spreadsheets write."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from smm_portfolio.evidence.reading.tables import MAX_CELL, ReadingError, Row, Table, within_limits

_DELIMITERS = ",;\t"
_LOOK = 40
"""Rows that decide on the delimiter."""
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEP_LINE = re.compile(r"\A\s*\"?sep=(.)\"?[ \t]*(\r\n|\r|\n|\Z)", re.IGNORECASE)


def read_text(raw: bytes) -> Table:
    """The rows of a text file.

    Raises:
        ReadingError: the file is no text, holds nothing, or breaks a limit.
    """
    text = decode(raw)
    skipped = 0
    told = _SEP_LINE.match(text)
    if told:
        text, skipped = text[told.end() :], 1
    if not text.strip():
        raise ReadingError("SMM001", "the file is empty", "Export it again.")
    delimiter = told[1] if told and told[1] in _DELIMITERS else _delimiter(text)
    rows = [row for row in _rows(text, delimiter, skipped) if any(str(cell).strip() for cell in row.cells)]
    return Table("", tuple(rows))


def decode(raw: bytes) -> str:
    """Bytes as text: by byte order mark, else UTF-16 where every second byte is zero, else UTF-8, else cp1252.

    Raises:
        ReadingError: none of them fits.
    """
    for encoding in _encodings(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.removeprefix("\ufeff")
    raise ReadingError("SMM001", "the file is not a table in a known encoding", "Export it again as CSV or XLSX.")


def _encodings(raw: bytes) -> Iterator[str]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            yield encoding
            return
    head = raw[:400]
    if head[1::2].count(0) > len(head) // 4:
        yield "utf-16-le"
    elif head[::2].count(0) > len(head) // 4:
        yield "utf-16-be"
    yield "utf-8"
    yield "cp1252"


def _delimiter(text: str) -> str:
    """The sign that cuts the first rows into the most columns, most of them equally many."""
    return max(_DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    widths: Counter[int] = Counter()
    try:
        for row in _rows(text, delimiter, 0):
            # comment lines above a GA4 table hold whatever a property is called
            if not str(row.cells[0]).startswith("#"):
                widths[len(row.cells)] += 1
            if widths.total() >= _LOOK:
                break
    except ReadingError:
        return 0.0, 0
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0, 0
    width = max(wide, key=lambda one: (wide[one], one))
    return wide[width] / widths.total() * min(width, 4), width


def _rows(text: str, delimiter: str, skipped: int) -> Iterator[Row]:
    csv.field_size_limit(MAX_CELL * 4)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = skipped + 1
    count = 0
    try:
        for cells in reader:
            if cells:
                count += 1
                yield within_limits(Row(line, tuple(cells)), count)
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise ReadingError("SMM001", f"the table cannot be read ({error})", "Export it again.", line) from None
