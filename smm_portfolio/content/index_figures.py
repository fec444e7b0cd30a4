"""Real figures in the texts of a case that shows its numbers as an index: one of them gives the scale of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal, InvalidOperation

from smm_portfolio.content.kinds.case_study import CaseStudy, Numbers
from smm_portfolio.content.metrics import Unit
from smm_portfolio.content.published import published_texts
from smm_portfolio.content.values.base import Broken, UnknownValueError
from smm_portfolio.content.values.metric import Figure, Metric
from smm_portfolio.problems import Severity

CODE = "SMM121"
_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f' ]*\d)?")
_SPACES = re.compile(r"[\u00a0\u202f' ]")
_HOURS = re.compile(r"\s?(?:u|uur|h|hrs?|hours?)\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"\s?(?:k|duizend|thousand)\b", re.IGNORECASE)
_SURE = 100
"""A figure of two digits may be a day or an age; it is a warning."""
_LEAST = 10
_YEARS = range(1990, 2101)
_ROUNDED = (Decimal("0.1"), Decimal("0.01"))
_WIDE = Context(prec=200)


def told_figures(case: CaseStudy) -> Iterator[Broken]:
    """Where a case with ``numbers: index`` tells one of the figures that it hides.

    Yields:
        An error for a figure of three digits and more or with decimals, a warning for one of two digits; smaller ones
        are too common to mean anything.
    """
    if case.numbers is not Numbers.INDEX:
        return
    try:
        hidden = _hidden(case)
    except UnknownValueError:
        return
    for path, words in published_texts(case):
        if path[0] in ("slug", "hours"):  # the author's own hours are no figure of the client
            continue
        found = next((text for text, amounts in _written(words) if hidden.intersection(amounts)), None)
        if found is not None:
            small = re.fullmatch(r"\d\d", found) is not None
            yield Broken(
                CODE,
                f"'{found}' is one of the figures that numbers: index hides",
                "Leave it out, or tell it as a share or an index.",
                path,
                Severity.WARNING if small else Severity.ERROR,
            )


def hidden_amounts(case: CaseStudy) -> frozenset[Decimal]:
    """The figures that a case with ``numbers: index`` must not show; empty for any other."""
    return _hidden(case) if case.numbers is Numbers.INDEX else frozenset()


def _hidden(case: CaseStudy) -> frozenset[Decimal]:
    metrics = [*case.results, *(sample.result for sample in case.samples if sample.result is not None)]
    amounts = [amount for metric in metrics for amount in _amounts(metric)]
    amounts += [goal.target for goal in case.goals if goal.target is not None]
    if case.budget is not None:
        amounts.append(case.budget.amount)
    return frozenset(
        one.normalize() for one in amounts if one != _SURE and (one >= _LEAST or one != one.to_integral_value())
    )


def _amounts(metric: Metric) -> Iterator[Decimal]:
    figures = [metric.baseline, metric.target, metric.result, *(one.value for one in metric.series)]
    for figure in figures:
        if figure is not None:
            yield from _of_figure(metric, figure)
    if metric.evidence is not None:
        yield from (one for point in metric.evidence.series if (one := point.value) is not None and one >= _SURE)


def _of_figure(metric: Metric, figure: Figure) -> Iterator[Decimal]:
    """A figure, as it would be rounded in a text, its parts, and hours of minutes."""
    amount = metric.amount(figure)
    parts = (amount, figure.numerator, figure.denominator)
    yield from (part for part in parts if part is not None)
    if amount is not None:
        yield from (amount.quantize(step, context=_WIDE) for step in _ROUNDED)
        if metric.definition.unit is Unit.DURATION_MIN and amount >= 60:
            yield _hours(amount)


_HOUR_MARK = Decimal("1e12")


def _hours(minutes: Decimal) -> Decimal:
    """Hours as an amount of their own kind, so that nine hours are not taken for any other nine."""
    return minutes / 60 + _HOUR_MARK


def _written(words: str) -> Iterator[tuple[str, frozenset[Decimal]]]:
    """Every number in a text, with all that it can mean: 1.250 is a thousand and more, or one and a quarter."""
    for found in _NUMBER.finditer(words):
        text = found[0]
        bare = _SPACES.sub("", text)
        if len(text) == 4 and text.isdigit() and int(text) in _YEARS:
            continue
        meanings = {bare.replace(",", "").replace(".", "")}
        meanings |= {bare.replace(".", "").replace(",", "."), bare.replace(",", "")}
        amounts = {amount for one in meanings if (amount := _decimal(one)) is not None}
        if _THOUSANDS.match(words, found.end()):
            amounts = {amount * 1000 for amount in amounts}
        if _HOURS.match(words, found.end()):
            amounts |= {amount + _HOUR_MARK for amount in amounts}
        yield text, frozenset(amount.normalize() for amount in amounts)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
