"""A table of one's own in lines for people, and as YAML with a map of its columns to complete."""

from __future__ import annotations

from collections.abc import Iterator

from smm_portfolio.content.values.data_file import DataFile
from smm_portfolio.evidence.guess import Column, Guess, Holds
from smm_portfolio.evidence.observations import Export
from smm_portfolio.evidence.report import Findings, report
from smm_portfolio.evidence.snippet import quoted, results_lines

_SUGGESTED = "conversions"
"""What most own tables count: bookings, orders, sign-ups."""


def own_report(guess: Guess, export: Export, found: Findings | None) -> list[str]:
    """What each column holds, what was made of it, and the figures that follow."""
    lines = [f"{export.file}: own table, {guess.rows} rows, header in line {guess.line} (format: table)"]
    lines += [f"  {column.name}: {column.holds}, {column.shown}{_made_of(column)}" for column in guess.columns]
    if found is not None:
        lines += report(found)[1:]
    lines += [f"  to settle: {problem.message} → {problem.fix}" for problem in export.problems]
    if "date" not in guess.roles:
        lines.append(
            "  to settle: no column holds dates → one row a day, post or period needs one, or period: under data"
        )
    return lines


def own_snippet(guess: Guess, export: Export, found: Findings | None, hints: DataFile, schema: str) -> str:
    """YAML with every column: certain ones in the map, the others as remarks to complete."""
    file = quoted(hints.file)
    lines = [
        f"# yaml-language-server: $schema={schema}",
        "# A table of your own. Complete the map of its columns: remove the # before a column that counts something,",
        "# and write the metric that it counts (the handbook lists them). Then paste it into a case study.",
        "data:",
        f"  - file: {file}",
        "    format: table",
        "    # name: Booking system  # what to call it as a source",
    ]
    if hints.exported:
        lines.append(f"    exported: {hints.exported.isoformat()}  # the day of the file; correct it where it is wrong")
    lines += [f"    # {problem.message}: {problem.fix}" for problem in export.problems]
    lines += [f"    # only: {{{quoted(name)}: [{words}]}}  # counts these rows only" for name, words in _filters(guess)]
    lines.append("    columns:")
    lines += [f"      {role}: {quoted(name)}" for role, name in guess.roles.items()]
    lines += [f"      # {line}" for line in _open(guess)]
    if found is not None and found.figures:
        lines += results_lines(found, file)
    else:
        lines += ["results:", f"  - metric: {_SUGGESTED}", f"    file: {file}", "    period: 2026-03..2026-05"]
    return "\n".join(lines) + "\n"


def _made_of(column: Column) -> str:
    if column.role:
        return f" → {column.role}"
    if column.holds is Holds.NUMBERS:
        return f" → which metric does it count? For example {_SUGGESTED}"
    if column.holds is Holds.RATES:
        return " → not read: a rate is computed from its parts"
    return f" → only: {{{quoted(column.name)}: […]}} counts some rows" if column.words else ""


def _filters(guess: Guess) -> Iterator[tuple[str, str]]:
    for column in guess.columns:
        if column.words:
            yield column.name, ", ".join(map(quoted, column.words[:2]))


def _open(guess: Guess) -> Iterator[str]:
    """Columns whose meaning the author knows."""
    if "date" not in guess.roles:
        yield "date: …  # no column holds dates"
    for column in guess.columns:
        if not column.role and column.holds is Holds.NUMBERS:
            yield f"{_SUGGESTED}: {quoted(column.name)}  # {column.shown}: which metric does it count?"
