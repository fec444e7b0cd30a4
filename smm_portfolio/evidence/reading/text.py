"""CSV and TSV in the encodings that platforms and spreadsheets write."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from smm_portfolio.evidence.reading.tables import MAX_CELL, ReadingError, Row, Table, within_limits

_DELIMITERS = "\t;,"
"""In the order in which texts hold them, the rarest first: it wins where two cut a file equally well."""
_LOOK = 40
"""Rows that decide on the delimiter."""
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_END = "\ue000end\ue000"
"""A last line of our own, with letters that nobody uses: it comes out as a row, unless a quote was left open above."""
_SEVERAL_BYTES = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
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
    if text.lstrip().startswith("<"):
        message = "the file is a web page (HTML or XML) with the name of a table"
        raise ReadingError("SMM001", message, "Open it in a spreadsheet program and save it as XLSX or CSV.")
    delimiter = told[1] if told and told[1] in _DELIMITERS else _delimiter(text)
    rows = [row for row in _rows(text, delimiter, skipped) if any(str(cell).strip() for cell in row.cells)]
    if not text.endswith(("\n", "\r")) and len(rows) > 1 and len(rows[-1].cells) < len(rows[-2].cells):
        raise _cut_off(rows[-1].line)
    return Table("", tuple(rows))


def decode(raw: bytes) -> str:
    """Bytes as text: by byte order mark, else UTF-16 where every second byte is zero, else UTF-8, else cp1252.

    Why a broken letter is passed over where a mark says what the file is: it stands in a caption that was cut off.

    Raises:
        ReadingError: none of them fits, or the file ends inside a letter.
    """
    for encoding in _encodings(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError as error:
            if _ends_early(raw, error):
                raise _cut_off() from None
            if encoding != "utf-8-sig":
                continue
            text = raw.decode(encoding, errors="replace")
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


def _ends_early(raw: bytes, error: UnicodeDecodeError) -> bool:
    """Whether a letter lacks its last bytes; in a file of one byte a letter, such an end is a letter itself."""
    if not error.reason.startswith(("unexpected end", "truncated")):
        return False
    return error.encoding.startswith("utf-16") or _SEVERAL_BYTES.search(raw, 0, error.start) is not None


def _cut_off(line: int = 0) -> ReadingError:
    message = "the file breaks off in the middle"
    fix = "Download it again, and wait until it is complete; a last row that is short ends with a line break."
    return ReadingError("SMM001", message, fix, line)


def _delimiter(text: str) -> str:
    """The sign that makes the largest table of the first rows: the most rows of one width, and the widest.

    Why not the sign that most rows have: the lines above a table and its thousands have commas, too.
    """
    return max(_DELIMITERS, key=lambda sign: _cuts(text, sign))


def _cuts(text: str, delimiter: str) -> int:
    widths: Counter[int] = Counter()
    too_large = False
    try:
        for row in _rows(text, delimiter, 0):
            # comment lines above a GA4 table hold whatever a property is called
            if not str(row.cells[0]).startswith("#"):
                widths[len(row.cells)] += 1
            if widths.total() >= _LOOK:
                break
    except ReadingError as error:  # told when the rows are read; those above it decide, or that there is too much
        too_large = error.code == "SMM004"
    return max((count * (width - 1) for width, count in widths.items()), default=0) or int(too_large)


def _rows(text: str, delimiter: str, skipped: int) -> Iterator[Row]:
    csv.field_size_limit(MAX_CELL * 4)
    end = "" if text.endswith(("\n", "\r")) else "\n"
    reader = csv.reader(chain(io.StringIO(text + end, newline=""), [_END]), delimiter=delimiter)
    line = skipped + 1
    count = 0
    try:
        for cells in reader:
            if cells and cells[-1].endswith(_END):
                if cells != [_END]:
                    raise _open_quote(line)
                return
            if cells:
                count += 1
                yield within_limits(Row(line, tuple(cells)), count)
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        raise ReadingError("SMM001", f"the table cannot be read ({error})", "Export it again.", line) from None


def _open_quote(line: int) -> ReadingError:
    message = "a quotation mark is opened and never closed: the file breaks off in the middle, or has one too many"
    return ReadingError("SMM001", message, "Download it again, or remove the quotation mark.", line)
