"""A list of people as rows of cells, from CSV, a spreadsheet or YAML; every cell knows where it stands."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from smm_portfolio.content.yaml_reader import DataPath, Document, read_yaml
from smm_portfolio.problems import Problem, Severity, UserError

DELIMITERS = ";,\t|"
MAX_BYTES = 50_000_000
SPREADSHEETS = {".xlsx", ".xlsm", ".xls", ".ods"}
YAML_KEY = "people"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value.

    Args:
        value: text without outer spaces, or a day where the spreadsheet knows that it is one.
        file: name of the file.
        line: 1-based line, or row of the sheet.
        column: 1-based number of the cell in its row; in YAML the character.
        where: heading of the column, and in a spreadsheet the cell: ``Startdatum (C7)``.
    """

    value: str | dt.date
    file: str
    line: int
    column: int
    where: str = ""

    @property
    def text(self) -> str:
        """The value as text; a day as 2027-01-04."""
        return self.value if isinstance(self.value, str) else self.value.isoformat()

    def problem(self, code: str, message: str, fix: str, severity: Severity = Severity.ERROR) -> Problem:
        """Something that is wrong with this cell."""
        return Problem(code, message, fix, self.file, self.line, self.column, self.where, severity)


Row = dict[str, Cell]
"""The cells of one person by heading; cells without a value are left out."""


@dataclass(frozen=True, slots=True)
class Table:
    """A list of people.

    Args:
        file: its name.
        headings: the heading cells, in order.
        rows: line and cells of each person; rows without any value are left out.
        problems: what is wrong with the shape of single rows.
    """

    file: str
    headings: tuple[Cell, ...]
    rows: tuple[tuple[int, Row], ...]
    problems: tuple[Problem, ...] = ()


def read_table(path: Path) -> Table:
    """Read a list of people.

    Raises:
        UserError: it cannot be read, or is of another kind.
    """
    name = path.name
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _unreadable(name, f"it is larger than {MAX_BYTES // 1_000_000} MB", "Split it.")
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(name, error.strerror or "it cannot be opened", "Check the path.") from None
    kind = path.suffix.lower()
    if kind in SPREADSHEETS:
        return _from_grid(name, _sheet(name, data), letters=True)
    if kind in (".yml", ".yaml"):
        return _yaml(name, data)
    if kind in (".csv", ".tsv", ".txt"):
        return _from_grid(name, _csv(name, data), letters=False)
    raise _unreadable(name, f"files that end in '{kind}' are not known", "Save it as CSV, XLSX or YAML.")


def _unreadable(name: str, why: str, fix: str, line: int = 0) -> UserError:
    return UserError([Problem("SMM111", f"the list of people cannot be read: {why}", fix, name, line)])


Grid = Iterator[tuple[int, Sequence[str | dt.date]]]
"""Line numbers and values."""


def _decoded(data: bytes) -> str:
    """Text as spreadsheets save it: UTF-8 with or without mark, UTF-16 with one, or Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _csv(name: str, data: bytes) -> Grid:
    text = _decoded(data)
    if "\x00" in text:
        raise _unreadable(name, "it is not text", "Save it as CSV, XLSX or YAML.")
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=lambda sign: len(next(csv.reader([first], delimiter=sign))))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for values in reader:
            yield line, [" ".join(value.split()) for value in values]
            line = reader.line_num + 1
    except csv.Error as error:
        why = f"line {line}: {error}"
        raise _unreadable(name, why, "Look for a quotation mark that is not closed.", line) from None


def _sheet(name: str, data: bytes) -> Grid:
    import python_calamine  # noqa: PLC0415  (needed for spreadsheets only)

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [
            meta.name
            for meta in book.sheets_metadata
            if meta.typ == python_calamine.SheetTypeEnum.WorkSheet
            and meta.visible == python_calamine.SheetVisibleEnum.Visible
        ]
        rows = book.get_sheet_by_name(shown[0]).to_python(skip_empty_area=False) if shown else []
    except (python_calamine.CalamineError, zipfile.BadZipFile, OSError) as error:
        raise _unreadable(name, f"it is no spreadsheet ({error})", "Save it as XLSX or CSV.") from None
    for number, row in enumerate(rows, 1):
        yield number, [_sheet_value(value) for value in row]


def _sheet_value(value: object) -> str | dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def _from_grid(name: str, grid: Grid, *, letters: bool) -> Table:
    """The first row with a value is the headings."""
    headings: tuple[Cell, ...] = ()
    rows = []
    problems: list[Problem] = []
    for line, values in grid:
        cells = [
            Cell(value, name, line, number, _place(headings, line, number, letters=letters))
            for number, value in enumerate(values, 1)
        ]
        given = [cell for cell in cells if cell.text]
        if not given:
            continue
        if not headings:
            headings = tuple(cells)
            continue
        problems += [
            cell.problem("SMM111", f"'{cell.text}' stands in a column without a heading", "Give the column a heading.")
            for cell in given
            if not _heading(headings, cell.column)
        ]
        rows.append((line, {_heading(headings, cell.column): cell for cell in given}))
    if not headings:
        raise _unreadable(name, "it is empty", "Give it a row of headings and a row for each person.")
    return Table(name, tuple(cell for cell in headings if cell.text), tuple(rows), tuple(problems))


def _heading(headings: Sequence[Cell], column: int) -> str:
    return headings[column - 1].text if column <= len(headings) else ""


def _place(headings: Sequence[Cell], line: int, column: int, *, letters: bool) -> str:
    heading = _heading(headings, column)
    return f"{heading} ({_letters(column)}{line})".strip() if letters else heading


def _letters(column: int) -> str:
    """1 is A, 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _yaml(name: str, data: bytes) -> Table:
    document, problems = read_yaml(data, name)
    if problems:
        raise UserError(problems)
    listed = document.data.get(YAML_KEY) if isinstance(document.data, dict) else None
    if not isinstance(listed, list):
        raise _unreadable(name, f"it has no list '{YAML_KEY}'", f"Write {YAML_KEY}: and a list of entries below it.", 1)
    headings: dict[str, Cell] = {}
    rows = []
    for number, entry in enumerate(listed):
        line = _mark(document, (YAML_KEY, number))[0]
        if not isinstance(entry, dict):
            raise _unreadable(name, "an entry is not a set of keys and values", "Write name: and so on.", line)
        row = {}
        for key, value in entry.items():
            path = (YAML_KEY, number, key)
            if isinstance(value, dict | list):
                raise _unreadable(name, f"'{key}' is not a text", "Write a text.", _mark(document, path)[0])
            headings.setdefault(key, Cell(key, name, *_mark(document, path, key=True), key))
            if value is not None and str(value).strip():
                row[key] = Cell(" ".join(str(value).split()), name, *_mark(document, path), key)
        rows.append((line, row))
    return Table(name, tuple(headings.values()), tuple(rows))


def _mark(document: Document, path: DataPath, *, key: bool = False) -> tuple[int, int]:
    mark = (document.keys if key else document.values).get(path)
    return (mark.line, mark.column) if mark else (0, 0)
