"""Pay as a machine reads it: only figures whose source says what they are."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from smm_portfolio.content.kinds.salary_table import SalaryTable
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.occupations import occupations

ROW: dict[str, Any] = {
    "region": {"nl": "Frankrijk", "en": "France"},
    "role": "Community manager",
    "level": {"nl": "25e percentiel, mediaan, 75e percentiel", "en": "25th percentile, median, 75th percentile"},
    "low": Decimal(24000),
    "typical": Decimal(29000),
    "high": Decimal(35000),
    "currency": "EUR",
    "period": "year",
    "gross": "gross",
    "year": 2023,
    "source": {"name": "Office"},
    "confidence": "high",
}


def found(context: SiteContext, **changed: Any) -> list[dict[str, Any]]:
    row = {**ROW, **changed}
    return occupations(context, SalaryTable.model_validate({"title": "Pay", "summary": "Pay", "rows": [row]}))


def test_a_median_with_its_percentiles_is_told_as_such(context: SiteContext) -> None:
    (job,) = found(context)
    (pay,) = job["estimatedSalary"]
    assert job["occupationLocation"][0]["@type"] == "Country"
    told = pay["percentile25"], pay["median"], pay["percentile75"], pay["duration"], pay["currency"]
    assert told == (24000, 29000, 35000, "P1Y", "EUR")


@pytest.mark.parametrize(
    "changed",
    [{"level": "junior"}, {"gross": "net"}, {"year": None, "confidence": "medium"}, {"confidence": "low"}],
    ids=["a mean or a level", "after tax", "no year", "low confidence"],
)
def test_what_cannot_be_said_exactly_is_not_said(context: SiteContext, changed: dict[str, Any]) -> None:
    """A machine drops the caveat that stands beside the figure on the page, and somebody asks for the wrong pay."""
    assert not found(context, **changed)


def test_ends_without_named_percentiles_are_left_out(context: SiteContext) -> None:
    (pay,) = found(context, level="Median")[0]["estimatedSalary"]
    assert not [key for key in pay if key.startswith("percentile")]
