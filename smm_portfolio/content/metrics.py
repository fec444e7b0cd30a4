"""The metrics that figures refer to: one id, one meaning, one formula, read from ``data/metrics.yml``."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from smm_portfolio import resources
from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.scalars import Flag, Number, Word
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.problems import InternalError


class Unit(StrEnum):
    """What a figure of a metric counts."""

    COUNT = "count"
    PERCENT = "percent"
    CURRENCY = "currency"
    RATIO = "ratio"
    DURATION_MIN = "duration_min"
    DURATION_S = "duration_s"


class Direction(StrEnum):
    """Whether more is better."""

    UP = "up"
    DOWN = "down"
    CONTEXT = "context"


class MetricDefinition(Model):
    """One metric: name, unit, direction and, for a rate, its parts."""

    name: Text
    """Name per language."""
    unit: Unit
    """What a figure counts."""
    direction: Direction
    """Whether more is better."""
    additive: Flag
    """Whether figures may be summed over posts, days or platforms."""
    formula: Text
    """How it is computed, in words or ids of other metrics."""
    numerator: Word | None = None
    """Upper part of a rate."""
    denominator: Word | None = None
    """Lower part of a rate."""
    scale: Number = Decimal(1)
    """Factor after the division: 100 for percent, 1000 for CPM."""
    note: Text | None = None
    """What to know when reading it."""
    source: Word | None = None
    """Key of the source in the same file."""

    @property
    def is_rate(self) -> bool:
        """Whether the figure comes from two parts."""
        return self.denominator is not None


@cache
def metrics() -> dict[str, MetricDefinition]:
    """All metrics by id, in the order of the file."""
    return {key: MetricDefinition.model_validate(value) for key, value in _section("metrics").items()}


@cache
def rate_parts() -> dict[str, Text]:
    """Names of what rates are made of, where that is not a metric itself."""
    return {key: Text(names) for key, names in _section("parts").items()}


def quantity_name(word: str) -> Text | None:
    """The name of a metric or of a part of a rate; None for a word that is neither."""
    known = metrics().get(word)
    return known.name if known else rate_parts().get(word)


@cache
def _section(name: str) -> dict[str, Any]:
    path = resources.data_dir() / "metrics.yml"
    document, problems = read_yaml(path.read_bytes(), path.name)
    if problems:
        raise InternalError(f"{path.name}: {problems[0].message}")
    section: dict[str, Any] = document.data[name]
    return section
