"""Rows of one or several exports that may be added up together, each fact once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from smm_portfolio.content.values.evidence import Grain
from smm_portfolio.evidence.observations import Export, Observation, Observed, Span


class CannotTellError(Exception):
    """A figure that the rows do not give.

    Args:
        message: why.
        fix: what to type instead.
        code: of the problem.
    """

    def __init__(self, message: str, fix: str, code: str = "SMM045") -> None:
        super().__init__(message)
        self.message, self.fix, self.code = message, fix, code


@dataclass(frozen=True, slots=True)
class Pool:
    """Rows that all say the same quantities.

    Args:
        grain: what a row stands for.
        rows: without totals, each fact once.
        totals: rows that sum up others.
        tables: what the rows come from.
    """

    grain: Grain
    rows: tuple[Observation, ...]
    totals: tuple[Observation, ...]
    tables: tuple[Observed, ...]


def pool(exports: Sequence[Export], quantities: Iterable[str]) -> Pool | None:
    """The rows of every file that has all of these quantities; None where no file has them.

    Why one table a file: a file that lists its figures per day and per post, or by channel and by country, says the
    same twice.

    Raises:
        CannotTellError: files that overlap without a sign of which rows are the same, or that differ in kind.
    """
    wanted = set(quantities)
    chosen: list[tuple[Export, Observed]] = []
    for export in exports:
        table = next((one for one in export.tables if wanted <= _says(one)), None)
        if table is not None:
            chosen.append((export, table))
    if not chosen:
        return None
    grains = {table.grain for _, table in chosen}
    if len(grains) > 1:
        raise CannotTellError(
            f"the files differ: one row stands for a {' and for a '.join(sorted(grains))}",
            "Name files of one kind, and give the others an entry of their own.",
        )
    grain = grains.pop()
    for export, table in chosen:
        if grain is Grain.POST:
            _refuse_doubles(export, table)
    rows = _merged(chosen, wanted, total=False)
    totals = _merged(chosen, wanted, total=True)
    return Pool(grain, tuple(rows), tuple(totals), tuple(table for _, table in chosen))


def _says(table: Observed) -> set[str]:
    """Quantities of a table, with those that follow from its rows."""
    found = set(table.quantities)
    if table.grain is Grain.POST:
        found.add("posts_published")
    if "reach" in found and table.grain is not Grain.SPAN:
        found.add("post_reach" if table.grain is Grain.POST else "day_reach")
    return found


def _refuse_doubles(export: Export, table: Observed) -> None:
    counts = Counter((row.platform, row.key) for row in table.rows if row.key and not row.total)
    double = next((key for (_, key), count in counts.items() if count > 1), None)
    if double is not None:
        lines = [str(row.line) for row in table.rows if row.key == double]
        raise CannotTellError(
            f"{_file(export)} lists one post {len(lines)} times (rows {', '.join(lines[:5])})",
            "Export with one row a post, for the whole lifetime.",
            "SMM046",
        )


def _merged(chosen: list[tuple[Export, Observed]], wanted: set[str], *, total: bool) -> list[Observation]:
    """Rows of all files; where files overlap, a post counts as the later file says it, any other row once."""
    kept: list[Observation] = []
    seen: dict[tuple[object, ...], list[Observation]] = {}
    for export, table in chosen:
        rows = [row for row in table.rows if row.total == total]
        own: defaultdict[tuple[object, ...], list[Observation]] = defaultdict(list)
        for row in rows:
            own[(row.platform, row.key)].append(row)
        _refuse_unmarked(export, own, kept)
        again = {key for key in own if key[1] and key in seen}
        if table.grain is not Grain.POST:
            _refuse_different(export, {key: (own[key], seen[key]) for key in again}, wanted)
        gone = {id(row) for key in again for row in seen[key]}
        kept = [row for row in kept if id(row) not in gone] + rows
        seen.update(own)
    return kept


def _refuse_unmarked(export: Export, own: dict[tuple[object, ...], list[Observation]], kept: list[Observation]) -> None:
    """Rows that nothing identifies, in files of the same days."""
    loose = [row.span for key, rows in own.items() if not key[1] for row in rows]
    before = [row.span for row in kept]
    if loose and before and _around(loose).touches(_around(before)):
        raise CannotTellError(
            f"{_file(export)} covers days of another file, and nothing says which rows are the same",
            "Use exports of periods that do not overlap, or add columns: {id: …} under data.",
            "SMM046",
        )


def _refuse_different(
    export: Export,
    pairs: dict[tuple[object, ...], tuple[list[Observation], list[Observation]]],
    wanted: set[str],
) -> None:
    """The same day told differently: two accounts, or figures of different times."""
    for new, old in pairs.values():
        if any(_sum(new, quantity) != _sum(old, quantity) for quantity in wanted):
            raise CannotTellError(
                f"{_file(export)} and another file give different figures for {new[0].span}",
                "If these are two accounts, give each its own entry; else use one of the files.",
                "SMM046",
            )


def _sum(rows: list[Observation], quantity: str) -> Decimal:
    return sum((row.values.get(quantity, Decimal(0)) for row in rows), Decimal(0))


def _around(spans: list[Span]) -> Span:
    return Span(min(one.first for one in spans), max(one.last for one in spans))


def _file(export: Export) -> str:
    return export.file.rpartition("/")[2]
