"""Any usual encoding, delimiter and workbook gives the same cells; hostile files give a problem and do no harm."""

import io
import resource
import struct
import time
import zipfile

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from smm_portfolio.content.values.data_file import DataFile
from smm_portfolio.evidence.exports import read_export
from smm_portfolio.evidence.reading import ReadingError, read_tables
from smm_portfolio.evidence.reading import tables as limits
from tests.evidence import samples as s

ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "utf-8-sig": lambda text: text.encode("utf-8-sig"),
    "utf-16": s.utf16,
    "utf-16-be": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16-le without a mark": lambda text: text.encode("utf-16-le"),
    "utf-16-be without a mark": lambda text: text.encode("utf-16-be"),
    "cp1252": lambda text: text.encode("cp1252"),
}
CELL = st.text(st.sampled_from("abcé 12,;\t\"'\n.=€ß"), max_size=8).map(str.strip)
SIGN = st.sampled_from([",", ";", "\t"])
GRID = st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=6)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def cells(raw: bytes) -> list[list[str]]:
    (table,) = read_tables(raw)
    return [[str(cell).strip() for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("head", ["", "sep={}\r\n"])
def test_a_table_is_the_same_in_every_encoding_and_with_every_delimiter(encoding, delimiter, head):
    header, rows = (
        ["Dag", "Café, thee; taart", "Omzet (€)"],
        [["1-3-2026", 'zei "ja"', "1.250,50"], ["2-3-2026", "a\nb", ""]],
    )
    body = s.text(header, rows, delimiter, head.format(delimiter))
    assert cells(ENCODINGS[encoding](body)) == [header, *rows]


def test_commas_above_a_table_and_in_its_thousands_do_not_cut_it():
    head = "Report Start: March 1, 2026, 12:00 AM\nReport End: March 31, 2026, 11:59 PM\n\n"
    body = s.text(["Campaign ID", "Total Spent", "Impressions"], [[1, "1,200.50", "2,300"], [2, "1,000.00", "9"]], "\t")
    assert cells(s.utf16(head + body))[2:] == [
        ["Campaign ID", "Total Spent", "Impressions"], ["1", "1,200.50", "2,300"], ["2", "1,000.00", "9"],
    ]  # fmt: skip


@given(GRID, SIGN, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]), st.sampled_from(["\r\n", "\n"]))
@settings(max_examples=150, deadline=None)
def test_any_table_survives_when_its_file_says_the_delimiter(grid, delimiter, encoding, end):
    raw = ENCODINGS[encoding](s.text(grid[0], grid[1:], delimiter, f"sep={delimiter}\r\n", end))
    assume(encoding != "cp1252" or raw.isascii() or not _is_utf8(raw))  # ß€ is also one letter of UTF-8
    kept = [row for row in grid if any(row)]
    if kept:
        assert cells(raw) == kept


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=20), SIGN, st.sampled_from(sorted(ENCODINGS)))
@settings(max_examples=60, deadline=None)
def test_an_export_gives_the_same_figures_in_any_encoding_and_delimiter(numbers, delimiter, encoding):
    posts = s.records(s.IG_EN, [s.ig_post(n, "03/14/2026", Views=f"{views:,}") for n, views in enumerate(numbers)])
    raw = ENCODINGS[encoding](s.text(s.IG_EN, posts, delimiter))
    export = read_export(raw, DataFile(file="x.csv"), "x.csv")
    assert [row.values["views"] for row in export.tables[0].rows] == numbers


@pytest.mark.parametrize("write", [s.xls, s.xlsx])
def test_a_workbook_gives_typed_cells_with_their_rows(write):
    (table,) = read_tables(write({"A": [["Date", "Views"], ["", ""], ["2026-03-01", 1250]], "Empty": []}))
    assert [(row.line, row.text(0), row.text(1)) for row in table.rows] == [
        (1, "Date", "Views"),
        (3, "2026-03-01", table.rows[1].text(1)),
    ]
    assert table.rows[1].cells[1] == 1250


def test_a_formula_stays_text():
    assert cells(b'Name,Views\n=1+1,2\n"=HYPERLINK(""http://x"")",3\n')[1:] == [
        ["=1+1", "2"],
        ['=HYPERLINK("http://x")', "3"],
    ]


def test_what_a_terminal_takes_for_commands_is_no_part_of_a_name():
    (table,) = read_tables('Da\x1b]0;x\x07g,"Boekingen\n(aantal)",\u202eviews\n1,2,3\n'.encode())
    assert [table.rows[0].text(place) for place in range(3)] == ["Da]0;xg", "Boekingen (aantal)", "views"]


# Files that break off: a download that stopped must not become a smaller figure


def three_posts(end: str) -> bytes:
    posts = [s.ig_post(n, "03/14/2026", Description="héé", Views="1,250", Saves="3") for n in range(3)]
    return s.table(s.IG_EN, *posts, end=end)


@pytest.mark.parametrize("cut", range(3, 80, 3))
def test_a_file_that_breaks_off_in_its_last_row_is_refused(cut):
    error = refused(three_posts("\n")[:-cut])
    assert (error.code, error.line) == ("SMM001", 4)


def test_a_quotation_mark_that_is_never_closed_is_told_at_its_row():
    """A cell of 1300 that was cut to 13 would be read as 13."""
    cut = s.meta_results("Views", [("2026-03-01", 1250), ("2026-03-02", 1300)])[:-12]
    error = refused(cut)
    assert (error.line, "never closed" in error.message) == (5, True)
    assert refused(b'a;b\n1;"x\n2;3\n4;5\n').line == 2


def test_half_a_letter_at_the_end_is_seen_and_a_file_of_one_byte_a_letter_may_end_so():
    assert refused("Café;Views\nCafé;5".encode()[:-1] + "é".encode()[:1]).code == "SMM001"
    assert refused(s.utf16("Dag;Views\n1;5\n")[:-1]).code == "SMM001"
    assert cells("Dag;Naam\n1;Café".encode("cp1252")) == [["Dag", "Naam"], ["1", "Café"]]


def test_a_last_row_without_a_line_break_is_read():
    assert cells(b"a;b\n1;2") == [["a", "b"], ["1", "2"]]


def test_half_a_letter_in_a_caption_does_not_make_a_whole_export_unreadable():
    raw = three_posts("\n").replace("é".encode(), b"\xc3", 1)
    assert cells(raw)[3][11] == "1,250"


# Hostile files


def refused(raw: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_tables(raw)
    return caught.value


SHEET = "xl/worksheets/sheet1.xml"
BOOK = s.xlsx({"A": [["Date", "Views"], ["2026-03-01", 1]]})


def test_a_zip_bomb_is_refused_in_no_time():
    bomb = s.repacked(BOOK, SHEET, b"<worksheet><sheetData>" + b" " * 200_000_000)
    assert len(bomb) < 1_000_000
    started = time.perf_counter()
    assert refused(bomb).code == "SMM004"
    assert time.perf_counter() - started < 10


def test_a_zip_bomb_that_lies_about_its_size_is_refused():
    bomb = bytearray(s.repacked(BOOK, SHEET, b" " * 200_000_000))
    real = struct.pack("<I", 200_000_000)
    place = bomb.find(real)
    while place >= 0:
        bomb[place : place + 4] = struct.pack("<I", 1000)
        place = bomb.find(real)
    assert refused(bytes(bomb)).code in ("SMM001", "SMM004")


@pytest.mark.parametrize("cell", [b'<c r="XFD1048576"><v>1</v></c>', b"<c r='XFD1048576' ><v>1</v></c>"])
def test_a_cell_in_the_far_corner_of_an_xlsx_does_not_fill_the_memory(cell):
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">' + cell + b"</row></sheetData></worksheet>"
    )
    assert refused(s.repacked(BOOK, SHEET, sheet)).code == "SMM004"


def test_a_cell_in_the_far_corner_of_an_xls_does_not_fill_the_memory():
    far = [["Date", "Views"], *[[] for _ in range(65_533)], [*[""] * 255, "x"]]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(s.xls({"A": far})).code == "SMM004"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_entities_that_unfold_without_end_do_no_harm():
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 20))
    sheet = (
        b'<!DOCTYPE x [<!ENTITY l0 "lol">'
        + laughs
        + b"]><worksheet><sheetData><row><c t='str'><v>&l19;</v></c></row></sheetData></worksheet>"
    )
    try:
        tables = read_tables(s.repacked(BOOK, SHEET, sheet))
    except ReadingError:
        return
    assert sum(len(row.text(0)) for table in tables for row in table.rows) < 1000


def parts_of(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_a_sheet_that_lies_elsewhere_in_the_archive_does_not_fill_the_memory():
    """The reader stops the whole program where it runs out of memory: nothing is left to catch."""
    parts = parts_of(BOOK)
    parts["xl/elsewhere/s.xml"] = parts.pop(SHEET).replace(b'"A1"', b'"XFD1048576"')
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace(b"worksheets/sheet1.xml", b"elsewhere/s.xml")
    assert refused(packed(parts)).code == "SMM004"


def test_a_workbook_that_says_to_share_billions_of_texts_does_not_fill_the_memory():
    sst = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="9999999999"></sst>'
    assert refused(packed({**parts_of(BOOK), "xl/sharedStrings.xml": sst})).code == "SMM004"


@pytest.mark.parametrize("name", ["content.xml", "xl/workbook.bin", "word/document.xml"])
def test_other_archives_under_the_name_of_a_workbook_are_refused(name):
    assert "no Excel workbook" in refused(packed({"[Content_Types].xml": b"<Types/>", name: b"<a/>"})).message


def test_a_web_page_under_the_name_of_a_workbook_says_what_it_is():
    assert "web page" in refused(b"\r\n<html><table><tr><td>Date</td></tr></table></html>").message


def test_archives_of_very_many_files_are_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", b"")
        for number in range(1200):
            archive.writestr(f"{number}", b"")
    assert refused(made.getvalue()).code == "SMM004"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "SMM001"),
        (b"\xff\xfe", "SMM001"),
        (b"\x00" * 5000, "SMM001"),
        (b"\x81\x8d\x8f" * 50, "SMM001"),
        (b"PK\x03\x04" + b"\x00" * 200, "SMM001"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600, "SMM001"),
        (b"a" * (limits.MAX_BYTES + 1), "SMM004"),
        (b"a,b\n" + b"1,2\n" * (limits.MAX_ROWS + 1), "SMM004"),
        (b"a" + b"," * 600, "SMM004"),
        (b'a,b\n"' + b"x" * 50_000 + b'",1\n', "SMM004"),
        (b'a,b\n"' + b"x" * 400_000, "SMM001"),
        (b"x" * 19_000_000, "SMM001"),
        (b"ab," * 6_000_000, "SMM004"),
    ],
)
def test_what_is_no_table_or_too_large_is_a_problem(raw, code):
    assert refused(raw).code == code


XLS = s.xls({"A": [["Date", "Views"], ["2026-03-01", 1]] * 20})


@given(st.sampled_from([XLS, BOOK]), st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_workbook_is_read_or_refused_but_never_breaks(book, data):
    raw = bytearray(book)
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(8, len(raw)))
    export = read_export(bytes(raw[:cut]), DataFile(file="x.xls"), "x.xls")
    assert {problem.code for problem in export.problems} <= {"SMM001", "SMM004", "SMM043", "SMM044", "SMM045"}


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(raw):
    export = read_export(raw, DataFile(file="x.csv"), "x.csv")
    assert export.problems
