"""The content calendar as a table: CSV for programs, XLSX for people, both with the mock label in every row."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from collections.abc import Iterable, Sequence

import xlsxwriter

from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry
from smm_portfolio.deliverables.rows import PostRow, post_rows
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.words import say, sayings

_WIDTHS = (12, 8, 14, 14, 28, 60, 40, 30, 16, 20, 18, 14, 8, 26)
"""Widths of the columns in characters."""
_TEXT_COLUMNS = frozenset({4, 5, 6, 7})
_SHEET_NAME = 31
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same input gives the same bytes
"""The day that a workbook says it was made."""


def calendar_csv(context: SiteContext, entry: Entry[Campaign]) -> bytes:
    """The calendar as CSV: UTF-8 with the mark that spreadsheets look for, dates and times as ISO 8601."""
    rows = [[disarmed(cell) for cell in _cells(context, row)] for row in post_rows(context, entry.model)]
    return write_csv([list(sayings(context, "campaigns.files.head")), *rows], mark=True)


def calendar_xlsx(context: SiteContext, entry: Entry[Campaign]) -> bytes:
    """The calendar as a workbook: real dates and times, a frozen head, filters, wrapped texts."""
    out = io.BytesIO()
    campaign = entry.model
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    label = say(context, "campaigns.mock_tag")
    title = f"{campaign.brand.name}: {context.text(campaign.title)} ({label})"
    book.set_properties({"title": title, "comments": label, "created": MADE})
    sheet = book.add_worksheet(sheet_name(context.text(campaign.title)))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    time = book.add_format({"num_format": "hh:mm", "valign": "top", "align": "left"})
    names = sayings(context, "campaigns.files.head")
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    for column, (name, width) in enumerate(zip(names, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, name, head)
    rows = post_rows(context, campaign)
    for line, row in enumerate(rows, 2):
        sheet.write_datetime(line, 0, dt.datetime.combine(row.post.date, dt.time()), day)
        sheet.write_datetime(line, 1, row.post.time, time)
        for column, cell in enumerate(_cells(context, row)[2:], 2):
            sheet.write_string(line, column, cell, plain)
    sheet.freeze_panes(2, 0)
    sheet.autofilter(1, 0, max(1, len(rows) + 1), len(names) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{label.replace('&', '&&')}&R&P / &N")
    book.close()
    return out.getvalue()


def write_csv(rows: Iterable[Sequence[str]], *, mark: bool) -> bytes:
    """Rows as CSV by RFC 4180, in UTF-8.

    Args:
        rows: cells, the head first.
        mark: whether a byte order mark stands in front, which spreadsheets need and schedulers do not want.
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig" if mark else "utf-8")


def disarmed(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    Source: https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def sheet_name(title: str) -> str:
    """A title as the name of a sheet: at most 31 characters, without those that workbooks forbid."""
    kept = "".join(" " if letter in "[]:*?/\\" else letter for letter in unicodedata.normalize("NFC", title))
    return kept.strip("' ")[:_SHEET_NAME].strip() or "1"


def _cells(context: SiteContext, row: PostRow) -> tuple[str, ...]:
    return (
        row.post.date.isoformat(),
        f"{row.post.time:%H:%M}",
        row.platform,
        row.format,
        row.title,
        row.text,
        row.link,
        row.alt,
        row.pillar,
        row.audience,
        row.owner,
        row.status,
        say(context, f"campaigns.files.{'yes' if row.paid else 'no'}"),
        row.label,
    )
