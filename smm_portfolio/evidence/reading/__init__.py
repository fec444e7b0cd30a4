"""A file's bytes into tables of cells: text in any usual encoding, XLS and XLSX, within limits."""

from __future__ import annotations

from smm_portfolio.evidence.reading.tables import MAX_BYTES, Cell, ReadingError, Row, Table, shown
from smm_portfolio.evidence.reading.text import read_text
from smm_portfolio.evidence.reading.workbook import read_workbook

__all__ = ["Cell", "ReadingError", "Row", "Table", "read_tables", "shown"]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_tables(raw: bytes) -> tuple[Table, ...]:
    """Every table of a file: one of a text file, one a sheet of a workbook.

    Why the content decides and not the name: exports are renamed, and LinkedIn's .xls may hold an .xlsx.

    Raises:
        ReadingError: the file is too large, no table, or broken.
    """
    if len(raw) > MAX_BYTES:
        raise ReadingError(
            "SMM004", f"the file has {len(raw):,} bytes, more than {MAX_BYTES:,}", "Export a shorter period."
        )
    if raw.startswith((_ZIP, _OLE)):
        return read_workbook(raw)
    return (read_text(raw),)
