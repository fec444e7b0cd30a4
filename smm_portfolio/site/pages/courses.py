"""Charts of a case study: courses over time, goals against results, before and after; each with its figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import zip_longest

from smm_portfolio.content.kinds.case_study import CaseStudy
from smm_portfolio.content.values.course import Measured
from smm_portfolio.content.values.evidence import Grain
from smm_portfolio.site.cards import result_name
from smm_portfolio.site.charts import Course, DayForm, DayWriter, Level, Pair, Said, Side, Spot, course_chart, pair_bars
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.course_scale import CourseScale, course_scale
from smm_portfolio.site.dates import day_text, period_text
from smm_portfolio.site.figures import Told, index_of, periods_words
from smm_portfolio.site.pages.results import goal_figures, in_all
from smm_portfolio.site.views import FigureView, TableView
from smm_portfolio.site.words import say, sayings

COURSES = 2
"""Courses that are drawn; more of them would bury the story."""
_DAY_PATTERNS: dict[DayForm, str] = {"day": "d MMM", "month": "LLL", "year": "y"}
"""CLDR patterns of the axis."""


def case_figures(context: SiteContext, case: CaseStudy, told: tuple[Told, ...]) -> tuple[FigureView, ...]:
    """Every chart of a case: a wide one and a narrow one in turn, as two columns want them."""
    courses: list[FigureView] = []
    drawn: list[Told] = []
    for one in told:
        figure = course_figure(context, case, one) if len(courses) < COURSES else None
        if figure is not None:
            courses.append(figure)
            drawn.append(one)
    rest = [one for one in told if not any(one is other for other in drawn)]
    beside = (*goal_figures(context, told), *pair_figures(context, case, rest))
    return tuple(figure for pair in zip_longest(courses, beside) for figure in pair if figure is not None)


# Before and after


def pair_figures(context: SiteContext, case: CaseStudy, told: Sequence[Told]) -> tuple[FigureView, ...]:
    """Results that have a baseline, as pairs of bars."""
    pairs = [(one, pair) for one in told if (pair := _pair(context, case, one)) is not None]
    if not pairs:
        return ()
    rows = tuple(
        (pair.name, one.baseline, one.result, one.change, periods_words(context, one.metric)) for one, pair in pairs
    )
    better = [change.better for one, _ in pairs if (change := one.metric.change()) and change.better is not None]
    title = in_all(context, "better", better) if better else say(context, "case.pairs_title")
    desc = " ".join(say(context, "case.pair_row", name=row[0], baseline=row[1], result=row[2]) for row in rows)
    chart = pair_bars(tuple(pair for _, pair in pairs), Said(title, desc))
    table = TableView(head=sayings(context, "case.pair_head"), rows=rows)
    note = say(context, "case.pairs_note")
    return (FigureView(title=title, wide=chart.wide, narrow=chart.narrow, note=note, table=table),)


def _pair(context: SiteContext, case: CaseStudy, one: Told) -> Pair | None:
    before, after = one.metric.amount(one.metric.baseline), one.metric.amount(one.metric.result)
    change = one.metric.change()
    if before is None or after is None or change is None:
        return None
    if one.index:
        indexes = index_of(before, before), index_of(after, before)
        if indexes[0] is None or indexes[1] is None:
            return None
        before, after = indexes[0], indexes[1]
    relative = "" if change.relative is None else f" ({context.format.relative(change.relative)})"
    name = context.format.sentence(result_name(context, case, one.name))
    return Pair(name, float(before), float(after), one.baseline, f"{one.result}{relative}")


# Courses over time


def course_figure(context: SiteContext, case: CaseStudy, one: Told) -> FigureView | None:
    """The course of one result; None where fewer than two points are known, or points overlap."""
    measured = one.metric.course()
    scale = course_scale(context, one)
    if len(measured.known) < 2 or measured.overlapping or scale is None:
        return None
    course = _course(context, case, one, measured, scale)
    if not course.after.known:
        return None
    name = context.format.sentence(result_name(context, case, one.name))
    title = _title(context, one, name)
    table = _table(context, measured, scale, name)
    desc = " ".join(f"{when}: {value}." for when, value in table.rows)
    chart = course_chart(course, scale.write, _day_writer(context.language), Said(title, desc))
    note, foot = _point_words(context, one, measured), _foot(context, one, measured, scale, course)
    return FigureView(title=title, wide=chart.wide, narrow=chart.narrow, note=note, foot=foot, table=table)


def _title(context: SiteContext, one: Told, name: str) -> str:
    if one.baseline and one.result:
        return say(context, "case.course_title", name=name, baseline=one.baseline, result=one.result)
    return say(context, "case.course_title_only", name=name)


def _course(context: SiteContext, case: CaseStudy, one: Told, measured: Measured, scale: CourseScale) -> Course:
    start = (one.metric.period or case.period).start
    end = (one.metric.period or case.period).end
    spots = [Spot(point.first, point.last, scale.drawn(point)) for point in measured.points]
    before = [spot for spot in spots if spot.first < start]
    after = [spot for spot in spots if spot.first >= start]
    beyond = any(spot.first > end for spot in after)
    early = one.metric.baseline_period
    return Course(
        after=_side(after, start, None if beyond else end, scale.result),
        before=_side(before, early.start if early else None, early.end if early else None, scale.baseline)
        if any(spot.value is not None for spot in before)
        else None,
        start=say(context, "case.course_start", date=context.format.day_month(start)),
        end=end if beyond else None,
        end_words=say(context, "case.course_end", date=context.format.day_month(end)) if beyond else "",
        goal=scale.goal,
        reach=measured.reach,
        unit=scale.unit,
    )


def _side(spots: list[Spot], first: dt.date | None, last: dt.date | None, level: Level | None) -> Side:
    """The days of a side: its period, and every point also where it lies outside that."""
    firsts = [spot.first for spot in spots] + ([first] if first else [])
    lasts = [spot.last for spot in spots] + ([last] if last else [])
    return Side(min(firsts), max(lasts), tuple(spots), level)


def _point_words(context: SiteContext, one: Told, measured: Measured) -> str:
    """What a point stands for."""
    evidence = one.metric.evidence
    posts = evidence is not None and evidence.grain is Grain.POST
    by = say(context, f"case.course_by.{measured.step.value}")
    return say(context, "case.course_posts", by=by) if posts else f"{by}."


def _foot(context: SiteContext, one: Told, measured: Measured, scale: CourseScale, course: Course) -> str:
    """Everything that a reader could be misled by, and the source."""
    parts = []
    floor = course.steps()[0]
    if floor > 0:
        parts.append(say(context, "case.course_floor", amount=scale.write(floor)))
    if _has_gaps(course):
        parts.append(say(context, "case.course_gaps"))
    if any(scale.partial(point) for point in measured.points):
        parts.append(say(context, f"case.course_partial.{measured.step.value}"))
    if one.index:
        parts.append(say(context, "case.course_index"))
    if one.metric.definition.is_rate and len(course.sides) == 2 and scale.result is not None and not one.index:
        parts.append(say(context, "case.course_rate"))
    if one.source:
        parts.append(say(context, "source", source=one.source).rstrip(".") + ".")
    return " ".join(parts)


def _has_gaps(course: Course) -> bool:
    return any(
        spot.value is None or (following is not None and (following.first - spot.last).days > course.reach)
        for side in course.sides
        for spot, following in zip_longest(side.spots, side.spots[1:])
    )


def _table(context: SiteContext, measured: Measured, scale: CourseScale, name: str) -> TableView:
    rows = []
    for point in measured.points:
        value = scale.amount(point)
        words = say(context, "case.course_missing") if value is None else scale.words(value)
        rows.append((period_text(point.first, point.last, context.language, short=True), words))
    return TableView(head=(sayings(context, "case.course_head")[0], name), rows=tuple(rows))


def _day_writer(language: str) -> DayWriter:
    def write(day: dt.date, form: DayForm) -> str:
        return day_text(day, _DAY_PATTERNS[form], language)

    return write
