"""Charts as static SVG: drawn once for a wide and once for a narrow box, coloured by classes only."""

from __future__ import annotations

from smm_portfolio.site.charts.drawn import Drawn
from smm_portfolio.site.charts.ranges import Range, range_chart
from smm_portfolio.site.charts.series import Series, before_after
from smm_portfolio.site.charts.targets import Target, target_bars

__all__ = ["Drawn", "Range", "Series", "Target", "before_after", "range_chart", "target_bars"]
