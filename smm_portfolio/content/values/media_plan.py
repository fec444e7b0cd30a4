"""A media plan: what is bought where, at which price, and what is expected of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Broken, Model
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.money import Currency
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.scalars import Id, Number, Whole, Word
from smm_portfolio.content.values.source import Cited
from smm_portfolio.content.values.text import Text

Amount = Annotated[Number, Field(ge=0)]
Price = Annotated[Number, Field(gt=0)]
Percent = Annotated[Number, Field(ge=0, le=100)]


class Buying(StrEnum):
    """What is paid for."""

    CPM = "cpm"
    CPC = "cpc"


class BudgetLine(Model):
    """One purchase: a platform, a period, a price, and either a budget or the reach that is wanted."""

    id: Id
    """Short id, unique in the plan."""
    platform: Platform
    """Where."""
    placement: Id | None = None
    """Ad placement, as in platforms.yml."""
    objective: Text
    """What it is bought for."""
    audience: Text | None = None
    """Whom it should reach."""
    period: Period
    """First and last day."""
    buying: Buying = Buying.CPM
    """cpm: paid per thousand impressions; cpc: paid per click."""
    budget: Amount | None = None
    """Media budget in the plan's currency; or give reach."""
    reach: Annotated[Whole, Field(ge=1)] | None = None
    """People to reach; the budget follows from it. Needs cpm and frequency."""
    cpm: Price | None = None
    """Price of a thousand impressions."""
    cpc: Price | None = None
    """Price of a click."""
    ctr: Percent | None = None
    """Clicks per hundred impressions."""
    cvr: Percent | None = None
    """Conversions per hundred clicks."""
    frequency: Annotated[Number, Field(ge=1)] | None = None
    """How often one person sees it."""
    order_value: Amount | None = None
    """Average value of a conversion."""
    segment: Word | None = None
    """Segment of the benchmark to simulate with, where there are several."""

    def rule_direction(self) -> Iterator[Broken]:
        """A budget and a wanted reach at once, or neither."""
        if (self.budget is None) is (self.reach is None):
            yield Broken("SMM018", "a line has either budget or reach", "Give one of the two.", ("budget",))
        if self.reach is not None and (self.cpm is None or self.frequency is None):
            fix = "Add cpm and frequency, or give budget."
            yield Broken("SMM018", "a budget follows from reach only with cpm and frequency", fix, ("reach",))

    def rule_price(self) -> Iterator[Broken]:
        """A way of buying without its price."""
        if getattr(self, self.buying) is None:
            yield Broken(
                "SMM018", f"buying is {self.buying}, without {self.buying}", f"Add {self.buying}.", ("buying",)
            )
        if self.buying is Buying.CPC and self.reach is not None:
            fix = "Buy by cpm, or give budget."
            yield Broken("SMM018", "the budget for a reach follows from cpm, not from cpc", fix, ("buying",))


class Cost(Model):
    """What is paid beside media."""

    name: Text
    """What for: production, fee, prizes."""
    amount: Amount
    """In the plan's currency."""


class Exchange(Model):
    """What benchmarks in dollars are worth in the plan's currency."""

    dollars: Price
    """US dollars for one unit of the plan's currency."""
    source: Cited
    """Where the rate was read, and when."""


class MediaPlan(Model):
    """What is bought, what else it costs, what is kept back."""

    currency: Currency
    """ISO 4217 code; all amounts are in it."""
    lines: Annotated[tuple[BudgetLine, ...], Field(min_length=1)]
    """What is bought."""
    costs: tuple[Cost, ...] = ()
    """What is paid beside media."""
    contingency: Percent = Decimal(10)
    """Percent of media and costs that is kept back on top of them."""
    region: Word = "global"
    """Region of the benchmarks to simulate with: NL, US, global."""
    exchange: Exchange | None = None
    """Needed to simulate in another currency than USD."""
    seed: Whole = 1
    """Another number gives another simulation; the same always the same."""

    def rule_ids(self) -> Iterator[Broken]:
        """Ids given twice."""
        seen: set[str] = set()
        for i, line in enumerate(self.lines):
            if line.id in seen:
                message = f"the id '{line.id}' was already used"
                yield Broken("SMM031", message, "Give each line its own id.", ("lines", i, "id"))
            seen.add(line.id)
