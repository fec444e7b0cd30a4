"""What an export gives, in lines for people: rows, days, metrics, and what is missing and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from smm_portfolio.content.metrics import Unit, metrics
from smm_portfolio.content.values.evidence import Grain
from smm_portfolio.evidence.formats import spec_of
from smm_portfolio.evidence.observations import Export, Observed, Span
from smm_portfolio.evidence.pooling import CannotTellError
from smm_portfolio.evidence.totals import needed, total

_ROWS = {Grain.POST: ("post", "posts"), Grain.DAY: ("day", "days"), Grain.SPAN: ("row", "rows")}
_SHOWN = 12
_SIGNS = {Unit.PERCENT: " %", Unit.DURATION_S: " s", Unit.DURATION_MIN: " min"}


@dataclass(frozen=True, slots=True)
class Findings:
    """What can be computed from a whole file.

    Args:
        export: the file, read.
        figures: metrics with their figure, rates first.
        missing: metrics that the file nearly gives, with the reason why it does not.
    """

    export: Export
    figures: tuple[tuple[str, Decimal], ...]
    missing: tuple[tuple[str, str], ...]

    @property
    def span(self) -> Span | None:
        """The days of the file."""
        return self.export.span


def findings_of(export: Export) -> Findings:
    """Try every metric on a file.

    Why only some of those that cannot be computed are named: a metric is missed where the file says a part of it.
    """
    said = {quantity for table in export.tables for quantity in table.quantities}
    figures: list[tuple[str, Decimal]] = []
    missing: list[tuple[str, str]] = []
    for metric, definition in metrics().items():
        try:
            value = total(metric, [export], None).figure.amount(definition.scale)
        except CannotTellError as error:
            if said.intersection(needed(metric)) or metric == "interactions":
                missing.append((metric, error.message.partition("; it says")[0]))
        else:
            if value is None:
                missing.append((metric, "its denominator is zero"))
            else:
                figures.append((metric, value))
    figures.sort(key=lambda one: not metrics()[one[0]].is_rate)
    return Findings(export, tuple(figures), tuple(missing))


def report(findings: Findings) -> list[str]:
    """The findings, a line each."""
    export = findings.export
    assert export.format is not None
    spec = spec_of(export.format)
    language = f", header in '{export.language}'" if export.language else ""
    lines = [f"{export.file}: {spec.name.pick('en')} (format: {export.format}{language})"]
    lines += [f"  {line}" for table in export.tables for line in _table(table)]
    lines += [f"  {metric}: {_amount(metric, value)}" for metric, value in findings.figures]
    lines += [f"  no {metric}: {reason}" for metric, reason in findings.missing]
    if export.unused:
        lines.append(f"  known and not used: {_few(export.unused)}")
    if export.unknown:
        lines.append(f"  unknown columns: {_few(export.unknown)}")
    lines += [f"  note: {trap.pick('en')}" for trap in spec.traps]
    return lines


def _table(table: Observed) -> Iterator[str]:
    rows = [row for row in table.rows if not row.total]
    totals = len(table.rows) - len(rows)
    one, many = _ROWS[table.grain]
    span = Span(min(row.span.first for row in rows), max(row.span.last for row in rows)) if rows else None
    where = ", ".join(sorted({str(row.platform) for row in rows if row.platform}))
    parts = [f"{table.name}: {len(rows)} {one if len(rows) == 1 else many}"]
    parts += [str(span)] if span else []
    parts += [where] if where else []
    parts += [f"amounts in {table.currency}"] if table.currency else []
    parts += [f"{totals} total left out"] if totals else []
    yield ", ".join(parts)


def _amount(metric: str, value: Decimal) -> str:
    unit = metrics()[metric].unit
    whole = value == value.to_integral_value()
    return f"{value:,.0f}{_SIGNS.get(unit, '')}" if whole else f"{value:,.2f}{_SIGNS.get(unit, '')}"


def _few(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
