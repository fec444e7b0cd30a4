"""A file's bytes into what it says: recognised, read, and with everything that stands in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from smm_portfolio.content.values.data_file import DataFile, ExportFormat
from smm_portfolio.evidence.importers import blocks_of
from smm_portfolio.evidence.importers.meta_results import title_of
from smm_portfolio.evidence.importers.own_table import mapped, own_tables
from smm_portfolio.evidence.observations import Block, Export, Observed
from smm_portfolio.evidence.reading import ReadingError, Table, read_tables
from smm_portfolio.evidence.recognise import Match, Recognition, known_formats, plain, recognise
from smm_portfolio.evidence.tabulate import tabulate
from smm_portfolio.problems import Problem

_SHOWN = 14
"""Column names in a message."""


def read_export(raw: bytes, hints: DataFile, file: str) -> Export:
    """Read an export.

    Args:
        raw: the bytes of the file.
        hints: what the author says of it; the name of the file is not used.
        file: its name in problems.
    """
    try:
        tables = read_tables(raw)
    except ReadingError as error:
        return Export(file, problems=(Problem(error.code, error.message, error.fix, file, error.line),))
    if not tables:
        return Export(file, problems=(Problem("SMM001", "the file holds no table", "Export it again.", file),))
    matches, problems = _matches(tables, hints, file)
    if problems:
        return Export(file, problems=tuple(problems))
    blocks = [block for match in matches for block in blocks_of(match, hints)]
    return _read(blocks, matches, hints, file)


def _matches(tables: tuple[Table, ...], hints: DataFile, file: str) -> tuple[tuple[Match, ...], list[Problem]]:
    if hints.format is ExportFormat.TABLE:
        return _own(tables, hints, file)
    found = recognise(tables, hints)
    if found.rivals:
        names = " or ".join(f"format: {one}" for one in found.rivals)
        message = f"the file may be {' or '.join(_name(one) for one in found.rivals)}"
        return (), [Problem("SMM043", message, f"Add it under data with {names}.", file)]
    if not found.matches and hints.columns:
        return _own(tables, hints, file)
    if not found.matches:
        return (), [_unknown(found, hints, file)]
    return found.matches, []


def _own(tables: tuple[Table, ...], hints: DataFile, file: str) -> tuple[tuple[Match, ...], list[Problem]]:
    matches = own_tables(tables, hints)
    if not matches:
        return (), [_unknown(Recognition(header=recognise(tables, hints).header), hints, file)]
    return matches, []


def _unknown(found: Recognition, hints: DataFile, file: str) -> Problem:
    """What was found, and what to type."""
    columns = ", ".join(found.header[:_SHOWN]) or "none"
    what = f"is not an export of {_name(hints.format)}" if hints.format else "is not a known export"
    message = f"the file {what}; its columns: {columns}"
    first = found.header[0] if found.header else "Day"
    fix = (
        "Say which column holds what, under data: "
        f"- {{file: {hints.file}, format: table, columns: {{date: {first}, views: <column>}}}}. "
        f"Known exports: {', '.join(str(one) for one, _ in known_formats())}."
    )
    return Problem("SMM043", message, fix, file)


def _read(blocks: list[Block], matches: tuple[Match, ...], hints: DataFile, file: str) -> Export:
    problems = _column_problems(blocks, hints, file)
    blocks = _with_chosen(blocks, hints)
    observed: list[Observed] = []
    sheets: list[str] = []
    for block in blocks:
        block = replace(block, columns={**block.columns, **mapped(block.match.names, hints.columns)})  # noqa: PLW2901
        if block.match.format is ExportFormat.META_RESULTS and len(block.columns) < 2:
            problems.append(_untitled(block.match, hints, file))
            continue
        table, found = tabulate(block, hints, file)
        problems += found
        if table is not None and table.rows:
            observed.append(table)
            sheets.append(block.match.table.sheet)
    observed, rivals = _each_once(observed, sheets)
    problems += [_rival_sheets(rivals, file)] if rivals else []
    if not observed and not problems:
        problems = [_no_rows(blocks, hints, file)]
    first = matches[0]
    return Export(
        file,
        first.format,
        tuple(observed),
        first.language,
        _unique(block.match.unused for block in blocks),
        _unique(block.match.unknown for block in blocks),
        tuple(problems),
    )


def _with_chosen(blocks: list[Block], hints: DataFile) -> list[Block]:
    """The tables that have the columns of ``only``: another one of the same file cannot say what was chosen."""
    wanted = {plain(name) for name in hints.only}
    found = [
        block
        for block in blocks
        if wanted <= {plain(block.match.names.text(place)) for place in range(len(block.match.names.cells))}
    ]
    return found or blocks


def _each_once(tables: list[Observed], sheets: list[str]) -> tuple[list[Observed], list[str]]:
    """Tables of one kind in several sheets: the first where all say the same, as in formatted and raw reports.

    Returns:
        The tables, and the sheets whose tables are of one kind and say different things.
    """
    kept: list[Observed] = []
    rivals: list[str] = []
    for place, (table, sheet) in enumerate(zip(tables, sheets, strict=True)):
        twins = [other for other, one in enumerate(tables) if one.name == table.name and sheets[other] != sheet]
        if any(_told(tables[other]) != _told(table) for other in twins):
            rivals.append(sheet)
        if all(other > place for other in twins):
            kept.append(table)
    return kept, rivals


def _told(table: Observed) -> Counter[tuple[object, ...]]:
    """What the rows say, in any order."""
    return Counter((row.span, row.platform, *sorted(row.values.items())) for row in table.rows if not row.total)


def _rival_sheets(sheets: list[str], file: str) -> Problem:
    names = ", ".join(f"'{sheet}'" for sheet in sheets[:_SHOWN])
    message = f"{len(sheets)} sheets have the same columns and different rows ({names}), and nothing says which count"
    fix = "Delete those that do not; or save each as a file of its own, and name all of them under file."
    return Problem("SMM043", message, fix, file)


def _column_problems(blocks: list[Block], hints: DataFile, file: str) -> list[Problem]:
    """Columns that the author names and no table has."""
    problems = []
    for role, name in hints.columns.items():
        if not any(mapped(block.match.names, {role: name}) for block in blocks):
            names = blocks[0].match.names if blocks else None
            known = ", ".join(filter(None, (names.text(i) for i in range(len(names.cells))))) if names else "none"
            line = names.line if names else 0
            problems.append(
                Problem("SMM043", f"there is no column '{name}' for {role}", f"Columns: {known}.", file, line)
            )
    return problems


def _no_rows(blocks: list[Block], hints: DataFile, file: str) -> Problem:
    """Nothing below the header, or nothing that ``only`` leaves: then with the words that there are."""
    words = {
        row.text(place)
        for block in blocks
        for name in hints.only
        for place in mapped(block.match.names, {"only": name}).get("only", ())
        for row in block.rows
    }
    if not words:
        return Problem("SMM045", "the file has a header and no rows", "Export a period with figures.", file)
    told = ", ".join(f"'{word[:40]}'" for word in sorted(words)[:_SHOWN])
    wanted = ", ".join(f"{name}: {', '.join(chosen)}" for name, chosen in hints.only.items())
    return Problem("SMM045", f"only leaves no row ({wanted})", f"Words in these columns: {told}.", file)


def _untitled(match: Match, hints: DataFile, file: str) -> Problem:
    if plain(title_of(match)) in {plain(title) for title in match.spec.uncounted}:
        message = f"no metric counts '{title_of(match)}'"
        return Problem("SMM043", message, "Export another one, such as Views.", file, match.names.line)
    titles = ", ".join(match.spec.titles)
    return Problem(
        "SMM043",
        f"'{title_of(match)}' is not a known metric of this export (known: {titles})",
        f"Add under data: - {{file: {hints.file}, columns: {{views: Primary}}}} with the metric that it counts.",
        file,
        match.names.line,
    )


def _name(format_id: ExportFormat) -> str:
    return next((spec.name.pick("en") for one, spec in known_formats() if one is format_id), str(format_id))


def _unique(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
