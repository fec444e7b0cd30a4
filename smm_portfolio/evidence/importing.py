"""``smm import``: an export recognised, put into the project, and turned into YAML to paste."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from smm_portfolio.content.loader import EXPORTS_FOLDER, SNIPPET_ENDING
from smm_portfolio.content.values.data_file import ENDINGS, DataFile, ExportFormat
from smm_portfolio.content.values.scalars import slugify
from smm_portfolio.evidence.exports import read_export
from smm_portfolio.evidence.guess import Guess, guess_table
from smm_portfolio.evidence.observations import Export
from smm_portfolio.evidence.own_report import own_report, own_snippet
from smm_portfolio.evidence.reading import read_tables
from smm_portfolio.evidence.reading.tables import MAX_BYTES
from smm_portfolio.evidence.report import findings_of, report
from smm_portfolio.evidence.snippet import schema_from, snippet
from smm_portfolio.problems import Problem, UserError


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import found and wrote.

    Args:
        lines: what was found, for people.
        copied: the copy of the export in the project; None where it lay there already.
        written: the file with the YAML; None where none was wanted.
    """

    lines: tuple[str, ...]
    copied: Path | None = None
    written: Path | None = None


def import_export(
    file: Path, root: Path, docs: Path, *, told: dict[str, str], exported: dt.date | None, write: bool
) -> Imported:
    """Recognise an export, or say what a table of one's own seems to hold.

    Args:
        file: the export, anywhere.
        root: project folder.
        docs: docs folder.
        told: what the author says of it, as fields of ``data:`` (format, period, language).
        exported: the day of the export.
        write: whether the file is put into the docs folder, with YAML beside it.

    Raises:
        UserError: the file cannot be read or recognised, or something is in the way.
    """
    root, docs = root.resolve(), docs.resolve()
    raw = _bytes(file)
    place = _place(file, docs)
    hints = _hints(place.relative_to(docs).as_posix(), told, exported)
    export = read_export(raw, hints, file.as_posix())
    target = place.with_name(place.stem + SNIPPET_ENDING)
    schema = schema_from(target, root)
    guess = _guess(raw, hints, export)
    if guess is not None:
        hints = hints.model_copy(update={"format": ExportFormat.TABLE, "columns": guess.roles})
        export = read_export(raw, hints, file.as_posix()) if guess.readable else Export(file.as_posix())
        found = findings_of(export) if guess.readable and not export.problems else None
        lines, text = own_report(guess, export, found), own_snippet(guess, export, found, hints, schema)
    elif export.problems:
        raise UserError(export.problems)
    else:
        findings = findings_of(export)
        lines, text = report(findings), snippet(findings, hints, schema)
    return _write(raw, place, target, root, text, lines) if write else Imported(tuple(lines))


def _guess(raw: bytes, hints: DataFile, export: Export) -> Guess | None:
    """What a table seems to hold that is no known export; None for one that is, or that the author says is."""
    unknown = [problem.code for problem in export.problems] == ["SMM043"]
    if not unknown or hints.format not in (None, ExportFormat.TABLE):
        return None
    return guess_table(read_tables(raw))


def _write(raw: bytes, place: Path, target: Path, root: Path, text: str, lines: Sequence[str]) -> Imported:
    if target.exists():
        raise UserError([_in_the_way(target, root)])
    copied = None
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(raw)
        copied = place
    elif place.read_bytes() != raw:
        raise UserError([_in_the_way(place, root)])
    with target.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    return Imported(tuple(lines), copied, target)


def _bytes(file: Path) -> bytes:
    if file.suffix.lower() not in ENDINGS:
        fix = f"Export or save it as a table: {', '.join(ENDINGS)}; unpack a .zip first."
        raise UserError([Problem("SMM043", f"{file.name} is not a table", fix, file.as_posix())])
    try:
        if file.stat().st_size > MAX_BYTES:
            fix = "Export a shorter period."
            raise UserError([Problem("SMM004", f"the file has more than {MAX_BYTES:,} bytes", fix, file.as_posix())])
        return file.read_bytes()
    except OSError as error:
        why = f"the file cannot be read ({error.strerror})"
        raise UserError([Problem("SMM001", why, "Check its name and permissions.", file.as_posix())]) from None


def _place(file: Path, docs: Path) -> Path:
    """Where the export lies, or is to lie: in the docs folder, under a name without surprises."""
    resolved = file.resolve()
    if resolved.is_relative_to(docs):
        return resolved
    return docs / EXPORTS_FOLDER / f"{slugify(file.stem)}{file.suffix.lower()}"


def _hints(name: str, told: dict[str, str], exported: dt.date | None) -> DataFile:
    given = {key: value for key, value in told.items() if value}
    try:
        return DataFile.model_validate({"file": name, "exported": exported, **given})
    except ValidationError as error:
        problems = []
        for detail in error.errors(include_url=False):
            context = detail.get("ctx", {})
            word = str(detail["loc"][0]) if detail["loc"] else ""
            message = context.get("message", f"'{detail['input']}' is not understood")
            fix = context.get("fix") or f"Use {context.get('expected', 'a word that the handbook lists')}."
            problems.append(Problem("SMM063", str(message), str(fix), path=f"--{word}"))
        raise UserError(problems) from None


def _in_the_way(path: Path, root: Path) -> Problem:
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    return Problem("SMM062", f"{shown} is already there", "Move or rename it; nothing is overwritten.")
