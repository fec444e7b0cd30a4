"""``smm pack``: a guide for each person of a list, with their own dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from smm_portfolio.build.checking import check_project
from smm_portfolio.cli.console import ProjectOption, SiteUrlOption, complain, err, out, stop_on_errors
from smm_portfolio.clock import build_day
from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.values.scalars import parse_date
from smm_portfolio.hosts.session import CACHE, dress
from smm_portfolio.packs.days import Order
from smm_portfolio.packs.names import DEFAULT
from smm_portfolio.packs.run import PackReport, PackRequest, make_packs
from smm_portfolio.problems import Problem, UserError, errors_in

GuideName = Annotated[str, typer.Argument(help="Slug of the guide: the name of its file without .yml.")]
PeopleFile = Annotated[
    Path | None, typer.Option("--people", help="List of people: CSV, XLSX, ODS or YAML.", dir_okay=False)
]
Fields = Annotated[list[str] | None, typer.Option("--field", "-f", help="One person instead of a list: -f name=Noor.")]
Target = Annotated[Path, typer.Option("--out", help="Folder to write to.", file_okay=False)]
Pattern = Annotated[str, typer.Option("--name", help="Pattern of the file names; any column may stand in it.")]
Dates = Annotated[Order | None, typer.Option("--dates", help="How to read 03/04/2027.")]
Today = Annotated[str | None, typer.Option("--today", help="Stands for today: 2027-01-04.")]
Paper = Annotated[PaperSize | None, typer.Option("--paper", help="Sheet of paper; the guide's own.")]
Large = Annotated[bool, typer.Option("--large-print", help="For everybody; or yes in the column large_print.")]
KeepGoing = Annotated[bool, typer.Option("--keep-going", help="Make the good rows when others are wrong.")]
AllowPast = Annotated[bool, typer.Option("--allow-past", help="Also for first days that are over.")]
Calendars = Annotated[bool, typer.Option("--ics/--no-ics", help="A calendar file for everybody.")]
Owners = Annotated[
    bool, typer.Option("--owners/--no-owners", help="A sheet and a calendar for all who have tasks for others.")
]
PrintFile = Annotated[bool, typer.Option("--print-file", help="Also all packs in one, for the printer.")]
Archive = Annotated[bool, typer.Option("--archive", help="PDF/A-3a as well, for a personnel file.")]
Workers = Annotated[int | None, typer.Option("--workers", min=1, help="Processes; one a processor.")]
Dask = Annotated[str, typer.Option("--dask", help="Address of a Dask scheduler: tcp://10.0.0.5:8786.")]

_NAMED = 10
"""Files of earlier runs that are named one by one."""


def pack(  # noqa: PLR0913, PLR0917  (typer: one argument an option)
    guide: GuideName,
    people: PeopleFile = None,
    person: Fields = None,
    project: ProjectOption = Path(),
    target: Target = Path("packs"),
    name: Pattern = DEFAULT,
    dates: Dates = None,
    today: Today = None,
    paper: Paper = None,
    large: Large = False,
    keep_going: KeepGoing = False,
    allow_past: AllowPast = False,
    calendars: Calendars = True,
    owners: Owners = True,
    print_file: PrintFile = False,
    archive: Archive = False,
    workers: Workers = None,
    dask: Dask = "",
    site_url: SiteUrlOption = None,
) -> None:
    """Make one PDF for each person, with their own dates, owners and sign-off. Unchanged packs are not made again."""
    day = parse_date(today, "--today") if today else build_day()
    if (people is None) == (not person):
        message = "say who it is for: either a list or one person"
        raise UserError([Problem("SMM063", message, "Use --people people.csv, or --field name=Noor.")])
    wishes: dict[str, Any] = {
        "pattern": name,
        "order": dates,
        "paper": paper,
        "large": large,
        "site_url": site_url or "",
    }
    wishes |= {"keep_going": keep_going, "allow_past": allow_past, "archive": archive}
    wishes |= {"calendars": calendars, "owners": owners, "print_file": print_file, "workers": workers, "dask": dask}
    request = PackRequest(guide, target, day, people, person or (), **wishes)
    _make(request, project)


def _make(request: PackRequest, project: Path) -> None:
    loaded = check_project(project)
    stop_on_errors(errors_in(loaded.problems))
    dressed = dress(loaded)
    library = dressed.library
    found: dict[str, Any] = {
        "site_url": request.site_url or str(library.settings.site_url or ""),
        "cache": library.root / CACHE / "layouts",
    }
    with _progress() as progress:
        report = make_packs(replace(request, **found), library, dressed.look, dressed.fonts, _stages(progress))
    complain(report.problems)
    out.print(_summary(report, request.out))
    if errors_in(report.problems):
        raise typer.Exit(1)


class _Rate(ProgressColumn):
    """Packs a second."""

    def render(self, task: Task) -> Text:
        """The rate, once it is known."""
        return Text(f"{task.speed:.0f}/s" if task.speed else "")


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    return Progress(*columns, console=err, transient=True)


def _stages(progress: Progress) -> Callable[[str, int], Callable[[int], None]]:
    def begin(stage: str, total: int) -> Callable[[int], None]:
        number = progress.add_task(stage, total=total)
        return lambda done: progress.advance(number, done)

    return begin


def _summary(report: PackReport, target: Path) -> str:
    parts = [f"{report.made} packs made", f"{report.unchanged} unchanged", f"{report.layouts} layouts"]
    parts += [f"{report.left_out} rows left out"] if report.left_out else []
    parts += [f"{len(report.extras)} files for several people"] if report.extras else []
    lines = [f"{target.as_posix()}/: {', '.join(parts)}."]
    if left := report.left_over:
        more = f" and {len(left) - _NAMED} more (all in manifest.json)" if len(left) > _NAMED else ""
        shown = ", ".join(left[:_NAMED])
        lines.append(f"From earlier runs, not made now: {shown}{more}. Remove what is not needed.")
    return "\n".join(lines)
