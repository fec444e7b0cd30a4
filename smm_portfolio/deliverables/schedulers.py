"""The content calendar in the column sets that schedulers import, from ``data/schedulers.yml``."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field

from smm_portfolio import resources
from smm_portfolio.content.binding import bind
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.scalars import Date, Flag, Id, Whole, Word
from smm_portfolio.content.values.source import Confidence, Source
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.deliverables.rows import PostRow, post_rows
from smm_portfolio.deliverables.tables import write_csv
from smm_portfolio.deliverables.zipped import add_file
from smm_portfolio.problems import InternalError
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.words import say


class Column(StrEnum):
    """What stands in a column."""

    MOMENT = "moment"
    TEXT = "text"
    TEXT_AND_LINK = "text_and_link"
    LINK = "link"
    TITLE = "title"
    ALT = "alt"
    PLATFORM = "platform"
    FORMAT = "format"
    STATUS = "status"
    LABEL = "label"
    NOTHING = "nothing"


class Scheduler(Model):
    """A scheduler and the file that it reads."""

    name: Word
    """Name."""
    header: Flag
    """Whether the first row holds the names of the columns."""
    per_channel: Flag
    """Whether each channel needs a file of its own."""
    most: Annotated[Whole, Field(ge=1)] | None = None
    """Posts that one file may hold; more go into further files."""
    platforms: tuple[Platform, ...] = ()
    """Platforms that it posts to; without it all."""
    moment: Word
    """Date and time, as for strftime."""
    columns: dict[Word, Column]
    """Columns in order, and what stands in them."""
    source: Source
    """Where the format was read."""
    confidence: Confidence
    """How sure that is."""


class SchedulerFile(Model):
    """The whole file."""

    checked: Date
    """The day that the sources were last looked at."""
    schedulers: dict[Id, Scheduler]
    """Schedulers by id."""


@cache
def schedulers() -> dict[str, Scheduler]:
    """Every scheduler by id.

    Raises:
        InternalError: our own file is faulty.
    """
    path = resources.data_dir() / "schedulers.yml"
    document, problems = read_yaml(path.read_bytes(), path.name)
    file, found = bind(document, SchedulerFile, ())
    if file is None:
        raise InternalError(f"{path.name}: {(problems + found)[0].message}")
    return file.schedulers


def scheduler_zip(context: SiteContext, entry: Entry[Campaign]) -> bytes:
    """The files for every scheduler in one archive, and a note that says what each is."""
    rows = post_rows(context, entry.model)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        add_file(archive, "LEES-MIJ.txt" if context.language == "nl" else "README.txt", _note(context).encode())
        for id_, one in schedulers().items():
            for name, content in scheduler_files(id_, one, rows):
                add_file(archive, name, content)
    return out.getvalue()


def scheduler_files(id_: str, scheduler: Scheduler, rows: tuple[PostRow, ...]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file that a scheduler needs.

    Why cells are not disarmed against formulas as in ``calendar.csv``: the mark would be posted with the text.

    Args:
        id_: of the scheduler.
        scheduler: what it reads.
        rows: every post.
    """
    wanted = [row for row in rows if not scheduler.platforms or row.post.platform in scheduler.platforms]
    groups: dict[str, list[PostRow]] = {}
    for row in wanted:
        groups.setdefault(f"-{row.post.platform.value}" if scheduler.per_channel else "", []).append(row)
    for channel, members in groups.items():
        size = scheduler.most or len(members)
        for number, first in enumerate(range(0, len(members), size), 1):
            part = f"-{number}" if len(members) > size else ""
            head = [list(scheduler.columns)] if scheduler.header else []
            body = [_cells(scheduler, row) for row in members[first : first + size]]
            yield f"{id_}{channel}{part}.csv", write_csv([*head, *body], mark=False)


def _cells(scheduler: Scheduler, row: PostRow) -> list[str]:
    """A post in a scheduler's columns; the label goes with every text, so that no mock is ever posted without it."""
    text = f"{row.text}\n\n({row.label})"
    cells = {
        Column.MOMENT: row.moment.strftime(scheduler.moment),
        Column.TEXT: text,
        Column.TEXT_AND_LINK: f"{row.text}\n\n{row.link}\n\n({row.label})" if row.link else text,
        Column.LINK: row.link,
        Column.TITLE: row.title,
        Column.ALT: row.alt,
        Column.PLATFORM: row.platform,
        Column.FORMAT: row.format,
        Column.STATUS: row.status,
        Column.LABEL: row.label,
        Column.NOTHING: "",
    }
    return [cells[column] for column in scheduler.columns.values()]


def _note(context: SiteContext) -> str:
    lines = [say(context, "campaigns.mock_tag"), "", say(context, "campaigns.files.note"), ""]
    for one in schedulers().values():
        source = f"{context.text(one.source.name)} {one.source.url or ''}".rstrip()
        sure = say(context, f"campaigns.files.confidence.{one.confidence}")
        lines += [f"{one.name}: {', '.join(one.columns)}", f"  {sure} {source}"]
        if one.source.note is not None:
            lines.append(f"  {context.text(one.source.note)}")
    return "\r\n".join([*lines, ""])
