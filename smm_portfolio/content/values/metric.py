"""A measured result: baseline, target and result of one metric, with period, denominator and source.

Rates are computed from their parts, never averaged; a zero denominator gives no figure; rates with different
denominators are never compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetJsonSchemaHandler, PrivateAttr, WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from smm_portfolio.content.metrics import Direction, MetricDefinition, Unit, metrics
from smm_portfolio.content.values.base import Broken, Model, readable, refuse, shown
from smm_portfolio.content.values.course import Measured, typed_course
from smm_portfolio.content.values.data_file import TableFiles
from smm_portfolio.content.values.evidence import Evidence, Point
from smm_portfolio.content.values.money import Currency
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.scalars import Number, Word
from smm_portfolio.content.values.source import Cited
from smm_portfolio.content.values.text import Text
from smm_portfolio.problems import Severity


def _known_metric(value: str) -> str:
    if value not in metrics():
        close = nearest(value, metrics())
        hint = f"Did you mean {close}? " if close else ""
        raise refuse("SMM040", f"{shown(value)} is not a metric", f"{hint}The handbook lists all {len(metrics())}.")
    return value


_LONGER = Decimal("1.2")
"""How much longer one of two periods may be: months and quarters differ by less, a month and five weeks by more."""

MetricId = Annotated[Word, AfterValidator(_known_metric), WithJsonSchema({"enum": list(metrics())})]
"""An id of data/metrics.yml."""


class Figure(Model):
    """A number, or the two parts that a rate is computed from."""

    value: Number | None = None
    """The figure in the metric's unit: 4.8 means 4.8 % for a percentage."""
    numerator: Number | None = None
    """Upper part of a rate, for example interactions."""
    denominator: Number | None = None
    """Lower part of a rate, for example reach."""
    of: Word | None = None
    """What the denominator counts, where it differs from the metric's own."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"value": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "number"}, handler(schema)]}

    def rule_complete(self) -> Iterator[Broken]:
        """Half a rate, or nothing at all."""
        if (self.numerator is None) != (self.denominator is None):
            yield Broken("SMM018", "a rate needs both numerator and denominator", "Add the other part.")
        elif self.value is None and self.numerator is None:
            yield Broken("SMM018", "the figure is empty", "Give a number, or numerator and denominator.")

    def amount(self, scale: Decimal) -> Decimal | None:
        """The figure; computed where parts are given, None where the denominator is zero."""
        if self.numerator is None or self.denominator is None:
            return self.value
        return None if self.denominator == 0 else self.numerator / self.denominator * scale


@dataclass(frozen=True, slots=True)
class Change:
    """The difference between two figures of one metric.

    Args:
        absolute: result minus baseline in the metric's unit; percentage points for a percentage.
        relative: the difference as a share of the baseline, 0.5 for half as much again; None for a baseline of zero.
        better: whether it went the wanted way; None where that depends on the goal or nothing changed.
    """

    absolute: Decimal
    relative: Decimal | None
    better: bool | None


class Reading(Model):
    """One point of a course over time."""

    period: Period
    """The day, month or period that it covers: 2026-03-01, 2026-03 or 2026-03-01..2026-03-07."""
    value: Figure | None = None
    """The figure; leave it out where nothing was measured, and the line shows a gap."""


class Metric(Model):
    """One result: which metric, from where to where, over which period, according to whom."""

    metric: MetricId
    """Id of the metric."""
    file: TableFiles = ()
    """Export to compute the figures from: baseline and result are then the sums over the two periods."""
    label: Text | None = None
    """Own name for it, for example 'workshop bookings' for conversions."""
    baseline: Figure | None = None
    """The figure before, in the period before."""
    target: Figure | None = None
    """What was aimed at."""
    result: Figure | None = None
    """The figure after."""
    baseline_period: Period | None = None
    """The period that the baseline was measured over."""
    period: Period | None = None
    """The period that the result was measured over."""
    currency: Currency | None = None
    """Currency, for metrics counted in money."""
    source: Cited | None = None
    """Export, system or person that the figures come from."""
    note: Text | None = None
    """What a reader must know to weigh the figure."""
    series: Annotated[tuple[Reading, ...], Field(max_length=400)] = ()
    """Its course over time, typed: points in order. With a file the course is read from that."""
    _evidence: Evidence | None = PrivateAttr(default=None)

    @property
    def evidence(self) -> Evidence | None:
        """What the figures were computed from; None for typed ones."""
        return self._evidence

    def course(self) -> Measured:
        """Its course over time: what the file tells, else the typed points."""
        if self._evidence is not None:
            return Measured(self._evidence.step, self._evidence.series)
        return typed_course(
            tuple(Point(one.period.start, one.period.end, self.amount(one.value)) for one in self.series)
        )

    def computed(self, evidence: Evidence | None, **fields: Any) -> Metric:
        """The same metric with figures from a file, and without the file."""
        made = self.model_copy(update={**fields, "file": ()})
        made._evidence = evidence  # noqa: SLF001 - a copy of itself
        return made

    @property
    def definition(self) -> MetricDefinition:
        """Name, unit, direction and formula."""
        return metrics()[self.metric]

    def amount(self, figure: Figure | None) -> Decimal | None:
        """A figure of this metric as one number; None for no figure or a zero denominator."""
        return None if figure is None else figure.amount(self.definition.scale)

    def change(self) -> Change | None:
        """From baseline to result; None where a figure is missing or the denominators differ."""
        before, after = self.amount(self.baseline), self.amount(self.result)
        if before is None or after is None or not self._same_denominator():
            return None
        absolute = after - before
        better = None
        if absolute and self.definition.direction is not Direction.CONTEXT:
            better = (absolute > 0) == (self.definition.direction is Direction.UP)
        return Change(absolute, absolute / abs(before) if before else None, better)

    def reached(self) -> bool | None:
        """Whether the result meets the target; None where it cannot be said."""
        goal, after = self.amount(self.target), self.amount(self.result)
        if goal is None or after is None or self.definition.direction is Direction.CONTEXT:
            return None
        return after >= goal if self.definition.direction is Direction.UP else after <= goal

    def denominator_of(self, figure: Figure) -> str | None:
        """What the figure is a share of: its own word, else the metric's."""
        return figure.of or self.definition.denominator

    def _figures(self) -> list[tuple[tuple[str | int, ...], Figure]]:
        """Every figure with its path, the points of a course included."""
        named: list[tuple[tuple[str | int, ...], Figure | None]] = [
            (("baseline",), self.baseline),
            (("target",), self.target),
            (("result",), self.result),
            *((("series", place, "value"), one.value) for place, one in readable(self.series, "value")),
        ]
        return [(path, figure) for path, figure in named if figure is not None]

    def _same_denominator(self) -> bool:
        return len({self.denominator_of(figure) for _, figure in self._figures()}) <= 1

    def rule_figure(self) -> Iterator[Broken]:
        """No figure at all."""
        if (self.baseline, self.target, self.result) == (None, None, None) and not self.file:
            yield Broken("SMM018", "the metric has no figure", "Give at least a result or a target.")

    def rule_currency(self) -> Iterator[Broken]:
        """Money without a currency."""
        if self.definition.unit is Unit.CURRENCY and self.currency is None and not self.file:
            yield Broken("SMM018", f"{self.metric} is counted in money and has no currency", "Add currency: EUR.")

    def rule_denominators(self) -> Iterator[Broken]:
        """Rates of different things beside each other."""
        if not self._same_denominator():
            yield Broken(
                "SMM041",
                "baseline, target and result are rates of different things",
                "Measure all of them against the same denominator, or give two entries.",
            )

    def rule_parts(self) -> Iterator[Broken]:
        """Parts where there is no rate, and a typed rate that its parts contradict."""
        definition = self.definition
        for path, figure in self._figures():
            if figure.numerator is not None and not definition.is_rate:
                yield Broken(
                    "SMM018",
                    f"{self.metric} is not a rate and has no numerator or denominator",
                    "Give one number.",
                    path,
                )
            elif _contradicts(figure, definition.scale):
                computed = figure.amount(definition.scale)
                shown = "n/a" if computed is None else f"{computed:.2f}"
                yield Broken(
                    "SMM042",
                    f"the parts give {shown}, not {figure.value}",
                    "Remove value: it is computed.",
                    (*path, "value"),
                )

    def rule_lengths(self) -> Iterator[Broken]:
        """A sum over many days beside one over few, which grows by the days alone."""
        before, after = self.baseline_period, self.period
        if not self.definition.additive or before is None or after is None:
            return
        if max(before.days, after.days) > _LONGER * min(before.days, after.days):
            yield Broken(
                "SMM047",
                f"the baseline is a sum over {before.days} days, the result one over {after.days}",
                "Take periods of about the same length: else the change comes from the days.",
                ("baseline_period",),
                Severity.WARNING,
            )

    def rule_series(self) -> Iterator[Broken]:
        """Points that are not in order or overlap, and sums that contradict the result."""
        for place, (one, following) in enumerate(pairwise(self.series), start=1):
            if following.period.start <= one.period.end:
                fix = "Put the points in order of time, each day in one of them only."
                yield Broken("SMM018", "the point begins before the one above it ends", fix, ("series", place))
        yield from self._wrong_sums()

    def _wrong_sums(self) -> Iterator[Broken]:
        """Points that fill a period and add up to another figure than the one typed for it."""
        if not self.definition.additive:
            return
        for name, figure, period in (
            ("baseline", self.baseline, self.baseline_period),
            ("result", self.result, self.period),
        ):
            typed = self.amount(figure)
            if typed is None or period is None:
                continue
            points = [one for one in self.series if period.start <= one.period.start and one.period.end <= period.end]
            amounts = [self.amount(one.value) for one in points]
            known = [amount for amount in amounts if amount is not None]
            filled = sum(one.period.days for one in points) == period.days and len(known) == len(amounts)
            if filled and sum(known) != typed:
                span = f"{period.start}..{period.end}"
                message = f"the points of the series add up to {sum(known)} in {span}, not {typed}"
                yield Broken("SMM120", message, "Correct a point, or the figure.", (name,))


def _contradicts(figure: Figure, scale: Decimal) -> bool:
    """Whether a typed rate differs from its parts by more than rounding in its last digit."""
    if figure.value is None or figure.numerator is None or figure.denominator is None:
        return False
    computed = figure.amount(scale)
    if computed is None:
        return True
    exponent = figure.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(computed - figure.value) > step / 2
