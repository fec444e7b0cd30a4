"""Charts as static SVG: views in, markup out; drawn once for a wide and once for a narrow box, coloured by classes."""

from __future__ import annotations

from smm_portfolio.site.charts.axes import DayForm, DayWriter, value_steps
from smm_portfolio.site.charts.course import Course, Level, Side, Spot, course_chart
from smm_portfolio.site.charts.drawn import Drawn, Said
from smm_portfolio.site.charts.pairs import Pair, pair_bars
from smm_portfolio.site.charts.ranges import Range, range_chart, shared_scale
from smm_portfolio.site.charts.targets import Target, target_bars

__all__ = [
    "Course",
    "DayForm",
    "DayWriter",
    "Drawn",
    "Level",
    "Pair",
    "Range",
    "Said",
    "Side",
    "Spot",
    "Target",
    "course_chart",
    "pair_bars",
    "range_chart",
    "shared_scale",
    "target_bars",
    "value_steps",
]
