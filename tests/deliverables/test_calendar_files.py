"""Calendar files: what somebody imports or opens must hold every post at its time, and say that it is a mock."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from icalendar import Calendar

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry
from smm_portfolio.deliverables.appointments import calendar_ics
from smm_portfolio.deliverables.rows import post_rows
from smm_portfolio.deliverables.schedulers import Scheduler, scheduler_files, scheduler_zip, schedulers
from smm_portfolio.deliverables.tables import calendar_csv, calendar_xlsx, disarmed, sheet_name
from smm_portfolio.site.context import SiteContext

LABEL = "Fictief · niet in opdracht"


def test_every_post_is_an_appointment_at_its_real_moment(dutch: SiteContext, entry: Entry[Campaign]) -> None:
    """Summer time would otherwise shift a whole campaign by an hour."""
    events = Calendar.from_ical(calendar_ics(dutch, entry)).walk("VEVENT")
    rows = post_rows(dutch, entry.model)
    assert [one["dtstart"].dt for one in events] == [row.moment.astimezone(dt.UTC) for row in rows]
    assert all(row.moment.tzinfo is not None and f"{row.moment:%H:%M}" == f"{row.post.time:%H:%M}" for row in rows)
    assert len({str(one["uid"]) for one in events}) == len(rows)


def test_every_appointment_says_that_it_is_a_mock(dutch: SiteContext, entry: Entry[Campaign]) -> None:
    """A calendar shows the title alone."""
    calendar = Calendar.from_ical(calendar_ics(dutch, entry))
    assert LABEL in str(calendar["x-wr-calname"])
    assert all(LABEL in str(one["summary"]) and LABEL in str(one["description"]) for one in calendar.walk("VEVENT"))


def test_csv_opens_in_a_spreadsheet_with_all_columns(dutch: SiteContext, entry: Entry[Campaign]) -> None:
    content = calendar_csv(dutch, entry)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0][:4] == ["Datum", "Tijd", "Kanaal", "Vorm"]
    assert len(rows) == len(entry.model.posts) + 1
    assert {row[-1] for row in rows[1:]} == {LABEL}
    assert [row[0] for row in rows[1:]] == sorted(row[0] for row in rows[1:])


def test_workbook_has_real_dates_and_no_formulas(dutch: SiteContext, entry: Entry[Campaign]) -> None:
    """Text in place of dates cannot be sorted or filtered."""
    sheet = openpyxl.load_workbook(io.BytesIO(calendar_xlsx(dutch, entry))).active
    assert sheet is not None
    assert LABEL in str(sheet["A1"].value)
    days = [cell.value for cell in sheet["A"][2:]]
    assert [day.date() for day in days] == sorted(post.date for post in entry.model.posts)  # type: ignore[union-attr]
    assert {cell.data_type for row in sheet.iter_rows(min_row=3) for cell in row} <= {"d", "s", "n"}
    assert {cell.value for cell in sheet["N"][2:]} == {LABEL}


@pytest.mark.parametrize("make", [calendar_ics, calendar_csv, calendar_xlsx, scheduler_zip])
def test_the_same_campaign_gives_the_same_bytes(make: object, dutch: SiteContext, entry: Entry[Campaign]) -> None:
    assert callable(make)
    assert make(dutch, entry) == make(dutch, entry)


def test_schedulers_get_their_columns_and_the_label_in_every_text(dutch: SiteContext, entry: Entry[Campaign]) -> None:
    """A mock that is imported and posted by accident must still say what it is."""
    archive = zipfile.ZipFile(io.BytesIO(scheduler_zip(dutch, entry)))
    names = archive.namelist()
    assert "LEES-MIJ.txt" in names
    files = {name: archive.read(name).decode() for name in names if name.endswith(".csv")}
    assert {name.partition("-")[0].removesuffix(".csv") for name in files} == set(schedulers())
    for name, content in files.items():
        rows = list(csv.reader(io.StringIO(content)))
        assert rows, name
        body = rows[1:] if schedulers()[name.partition("-")[0].removesuffix(".csv")].header else rows
        assert all(any(LABEL in cell for cell in row) for row in body), name
    assert not content.startswith("\ufeff")


def test_a_file_holds_no_more_posts_than_its_scheduler_takes(dutch: SiteContext, entry: Entry[Campaign]) -> None:
    """An importer refuses the whole file otherwise."""
    small = schedulers()["hootsuite"].model_copy(update={"most": 1, "per_channel": False})
    assert isinstance(small, Scheduler)
    files = dict(scheduler_files("hootsuite", small, post_rows(dutch, entry.model)))
    assert list(files) == [f"hootsuite-{n}.csv" for n in range(1, len(entry.model.posts) + 1)]
    assert all(len(list(csv.reader(io.StringIO(content.decode())))) == 1 for content in files.values())


@pytest.mark.parametrize("cell", ["=1+1", "+31", "-1", "@somebody", "\tx"])
def test_no_cell_runs_as_a_formula(cell: str) -> None:
    assert disarmed(cell) == f"'{cell}"
    assert disarmed("#spring") == "#spring"


@pytest.mark.parametrize(
    ("title", "expected"), [("Lente: in/lagen?", "Lente  in lagen"), ("x" * 40, "x" * 31), ("[]:", "1"), ("'a'", "a")]
)
def test_every_title_can_name_a_sheet(title: str, expected: str) -> None:
    """A workbook with a forbidden name does not open."""
    assert sheet_name(title) == expected


def test_every_scheduler_says_where_its_format_was_read() -> None:
    assert {"hootsuite", "buffer", "meta"} <= set(schedulers())
    for one in schedulers().values():
        assert one.source.name
        assert one.source.accessed
