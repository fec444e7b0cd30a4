"""Salary rows as schema.org occupations, only where the source says what part of the distribution a figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smm_portfolio.content.kinds.salary_table import GrossNet, SalaryPeriod, SalaryRow
from smm_portfolio.content.values.source import Confidence
from smm_portfolio.site.context import SiteContext

Data = dict[str, Any]
_MEDIAN = re.compile(r"\b(?:mediaan|median)\b", re.IGNORECASE)
_DURATION = {SalaryPeriod.HOUR: "PT1H", SalaryPeriod.MONTH: "P1M", SalaryPeriod.YEAR: "P1Y"}


def occupations(context: SiteContext, table: Any) -> list[Data]:
    """An occupation for every row that gives a median before tax, with a year and more than low confidence."""
    return [_occupation(context, row) for row in table.rows if _allowed(row)]


def _allowed(row: SalaryRow) -> bool:
    sure = row.year is not None and row.confidence is not Confidence.LOW and row.gross is GrossNet.GROSS
    return sure and row.typical is not None and any(_MEDIAN.search(one) for one in row.level.variants().values())


def _occupation(context: SiteContext, row: SalaryRow) -> Data:
    return {
        "@type": "Occupation",
        "name": context.text(row.role),
        "occupationLocation": [_location(context, context.text(row.region))],
        "estimatedSalary": [
            {
                "@type": "MonetaryAmountDistribution",
                "name": f"{context.text(row.level)} ({row.year})",
                "currency": row.currency,
                "duration": _DURATION[row.period],
                **dict(_figures(row)),
            }
        ],
    }


def _figures(row: SalaryRow) -> Iterator[tuple[str, float]]:
    """The median, and the ends where the level names their percentiles."""
    levels = " ".join(row.level.variants().values())
    named = set(re.findall(r"\b(10|25|75|90)\D", levels))
    assert row.typical is not None
    yield "median", float(row.typical)
    for value, choices in ((row.low, ("10", "25")), (row.high, ("75", "90"))):
        found = [one for one in choices if one in named]
        if value is not None and len(found) == 1:
            yield f"percentile{found[0]}", float(value)


def _location(context: SiteContext, region: str) -> Data:
    countries = context.format.locale.territories.values()
    return {"@type": "Country" if region in countries else "AdministrativeArea", "name": region}
