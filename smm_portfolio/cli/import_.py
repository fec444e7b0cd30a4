"""``smm import``: figures of a case study from an export."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smm_portfolio.build.checking import docs_folder
from smm_portfolio.cli.console import ProjectOption, out


class Form(StrEnum):
    """What ``--as`` takes."""

    CASE_STUDY_SNIPPET = "case-study-snippet"
    REPORT = "report"


def import_(
    file: Annotated[Path, typer.Argument(help="Export of a platform: CSV, XLS or XLSX.", dir_okay=False, exists=True)],
    project: ProjectOption = Path(),
    form: Annotated[
        Form,
        typer.Option("--as", help="case-study-snippet: write YAML to paste; report: only say what the file gives."),
    ] = Form.CASE_STUDY_SNIPPET,
    export_format: Annotated[
        str | None, typer.Option("--format", help="Where it comes from, if it is not recognised: meta_content, ga4 …")
    ] = None,
    period: Annotated[
        str | None, typer.Option(help="Period that the file covers, if it does not say so: 2026-03..2026-05.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", "-l", help="Language of the screen it comes from: nl, en.")
    ] = None,
    exported: Annotated[str | None, typer.Option(help="Day of the export, 2026-06-02; the day of the file.")] = None,
) -> None:
    """Recognise an export, say what it gives, and write the YAML that puts it into a case study."""
    from smm_portfolio.content.values.scalars import parse_date
    from smm_portfolio.evidence.importing import import_export

    day = parse_date(exported, "--exported") if exported else _day_of(file)
    told = {"format": export_format or "", "period": period or "", "language": language or ""}
    docs = docs_folder(project)
    done = import_export(file, project, docs, told=told, exported=day, write=form is Form.CASE_STUDY_SNIPPET)
    for line in done.lines:
        out.print(line, markup=False)
    if done.copied:
        out.print(f"Copied to {_shown(done.copied)}. Exports are read and never published.", markup=False)
    if done.written:
        out.print(f"YAML to paste into a case study: {_shown(done.written)}", markup=False)


def _day_of(file: Path) -> dt.date:
    """The day that the file was last changed, which for a download is the day of the export."""
    return dt.datetime.fromtimestamp(file.stat().st_mtime, tz=dt.UTC).date()


def _shown(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
