"""Files shaped like the exports of the platforms: headers, preambles, encodings, totals, with invented figures."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence

import xlwt
from openpyxl import Workbook

IG_EN = [
    "Post ID", "Account ID", "Account username", "Account name", "Description", "Duration (sec)", "Publish time",
    "Permalink", "Post type", "Data comment", "Date", "Views", "Reach", "Likes", "Shares", "Follows", "Comments",
    "Saves",
]  # fmt: skip
IG_NL = [
    "Bericht-ID", "Account-ID", "Gebruikersnaam account", "Accountnaam", "Omschrijving", "Duur (sec.)",
    "Publicatietijdstip", "Permalink", "Berichttype", "Weergaven", "Bereik", "Vind-ik-leuks", "Aantal keer gedeeld",
    "Volgt", "Opmerkingen", "Aantal keer opgeslagen",
]  # fmt: skip
FB_EN = [
    "Post ID", "Page ID", "Page name", "Title", "Description", "Duration (sec)", "Publish time", "Permalink",
    "Post type", "Views", "Reach", "Reactions, comments and shares", "Reactions", "Comments", "Shares", "Total clicks",
    "Link clicks", "Average Seconds viewed",
]  # fmt: skip
FB_NL = [
    "Naam van pagina", "Titel", "Publicatietijdstip", "Berichttype", "Weergaven", "Bereik", "Reacties", "Opmerkingen",
    "Deelacties", "Totaal aantal klikken",
]  # fmt: skip
ADS_EN = [
    "Reporting starts", "Reporting ends", "Campaign name", "Ad set name", "Ad name", "Campaign delivery",
    "Attribution setting", "Result type", "Results", "Reach", "Frequency", "Cost per result", "Ad set budget",
    "Amount spent (EUR)", "Impressions", "CPM (Cost per 1,000 impressions)", "Link clicks",
    "CTR (link click-through rate)", "Clicks (all)", "ThruPlays", "3-second video plays", "Video plays at 100%",
    "Purchases", "Purchases conversion value", "Leads",
]  # fmt: skip
TIKTOK_CONTENT = [
    "Video title", "Video link", "Post time", "Total likes", "Total comments", "Total shares", "Total views",
    "Total play time", "Average watch time", "Watched full video", "Add to favorites",
]  # fmt: skip
LINKEDIN_METRICS = [
    "Date", "Impressions (organic)", "Impressions (sponsored)", "Impressions (total)",
    "Unique impressions (organic)", "Clicks (organic)", "Clicks (sponsored)", "Clicks (total)",
    "Reactions (organic)", "Reactions (sponsored)", "Reactions (total)", "Comments (organic)",
    "Comments (sponsored)", "Comments (total)", "Reposts (organic)", "Reposts (sponsored)", "Reposts (total)",
    "Engagement rate (organic)", "Engagement rate (sponsored)", "Engagement rate (total)",
]  # fmt: skip
LINKEDIN_POSTS = [
    "Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date", "Campaign start date",
    "Campaign end date", "Audience", "Impressions", "Views (Excluding offsite video views)", "Offsite Views", "Clicks",
    "Click through rate (CTR)", "Likes", "Comments", "Reposts", "Follows", "Engagement rate", "Content Type",
]  # fmt: skip
LINKEDIN_ADS = [
    "Account Name", "Currency", "Campaign Group ID", "Campaign ID", "Campaign Name", "Campaign Type",
    "Campaign Status", "Cost Type", "Daily Budget", "Campaign Start Date", "Total Spent", "Impressions", "Clicks",
    "Click Through Rate", "Average CPM", "Average CPC", "Reactions", "Comments", "Shares", "Follows", "Leads",
    "Cost per Lead", "Opens", "Sends", "Clicks to Landing Page", "Conversions", "Cost per Conversion",
    "Total Social Actions", "Total Engagements", "Engagement Rate",
]  # fmt: skip
YOUTUBE = [
    "Content", "Video title", "Video publish time", "Duration", "Views", "Watch time (hours)", "Subscribers",
    "Estimated revenue (USD)", "Impressions", "Impressions click-through rate (%)", "Average view duration",
    "Average percentage viewed (%)",
]  # fmt: skip
GA4_HEAD = """\
# ----------------------------------------
# Traffic acquisition: Session default channel group
# Account: Bakery, bread and more
# Property: Bakery
# ----------------------------------------
#
# All Users
# Start date: 20260301
# End date: 20260531
"""

Cells = Sequence[object]


def text(header: Cells, rows: Iterable[Cells], delimiter: str = ",", head: str = "", end: str = "\r\n") -> str:
    """A CSV as text."""
    made = io.StringIO()
    made.write(head)
    writer = csv.writer(made, delimiter=delimiter, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return made.getvalue()


def records(header: Sequence[str], rows: Iterable[dict[str, object]]) -> list[list[object]]:
    """Rows from dictionaries; a column that a row does not name is empty."""
    made = []
    for row in rows:
        unknown = set(row) - set(header)
        if unknown:
            raise ValueError(f"not in the header: {unknown}")
        made.append([row.get(name, "") for name in header])
    return made


def table(header: Sequence[str], *rows: dict[str, object], encoding: str = "utf-8-sig", **options: str) -> bytes:
    """A CSV from dictionaries."""
    return text(header, records(header, rows), **options).encode(encoding)


def utf16(body: str) -> bytes:
    """UTF-16LE with a byte order mark, as Meta writes it."""
    return b"\xff\xfe" + body.encode("utf-16-le")


def meta_results(title: str, days: Iterable[tuple[str, object]]) -> bytes:
    """One metric per day, as Meta Business Suite exports it."""
    lines = ["sep=,", f'"{title}"', '"Date","Primary"']
    lines += [f'"{day}T00:00:00","{value}"' for day, value in days]
    return utf16("\r\n".join(lines) + "\r\n")


def xls(sheets: dict[str, Sequence[Cells]]) -> bytes:
    """An old workbook (BIFF8)."""
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell != "":
                    sheet.write(row, column, cell)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def xlsx(sheets: dict[str, Sequence[Cells]]) -> bytes:
    """A new workbook."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def ig_post(number: int, day: str, **figures: object) -> dict[str, object]:
    """One Instagram post of the English export; ``day`` as month/day/year."""
    return {
        "Post ID": f"1790{number:04}",
        "Account username": "korenmaat",
        "Publish time": f"{day} 09:30",
        "Permalink": f"https://www.instagram.com/p/{number}/",
        "Post type": "IG image",
        "Date": "Lifetime",
        **figures,
    }


def repacked(workbook: bytes, member: str, content: bytes) -> bytes:
    """An XLSX with one of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, content if info.filename == member else old.read(info.filename))
    return made.getvalue()
