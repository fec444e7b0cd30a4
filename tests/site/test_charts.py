"""Charts say the truth in any drawing: to scale, gaps as gaps, nothing outside the box, readable without colour."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smm_portfolio.site.charts import (
    Course,
    DayForm,
    Drawn,
    Level,
    Pair,
    Range,
    Said,
    Side,
    Spot,
    Target,
    course_chart,
    pair_bars,
    range_chart,
    shared_scale,
    target_bars,
    value_steps,
)
from smm_portfolio.site.charts.axes import round_steps

START = dt.date(2026, 3, 1)
NASTY = 'Brood & <b>"boter"</b> {#z} ]]> é'
SAID = Said(NASTY, NASTY)


def plain(value: float) -> str:
    return f"{value:g}"


def day_name(day: dt.date, form: DayForm) -> str:
    return day.strftime({"day": "%d %b", "month": "%b", "year": "%Y"}[form])


def weeks(first: dt.date, *values: float | None) -> tuple[Spot, ...]:
    step = dt.timedelta(days=7)
    return tuple(Spot(first + n * step, first + n * step + dt.timedelta(days=6), one) for n, one in enumerate(values))


def side(first: dt.date, *values: float | None, level: float | None = None) -> Side:
    spots = weeks(first, *values)
    return Side(spots[0].first, spots[-1].last, spots, None if level is None else Level(level, f"mean {level:g}"))


def course(*values: float | None, before: tuple[float | None, ...] = (), **more: object) -> Course:
    early = side(START - dt.timedelta(days=7 * len(before)), *before) if before else None
    return Course(side(START, *values), early, "start 1 March", **more)  # type: ignore[arg-type]


def drawings(chart: Drawn) -> list[ET.Element]:
    return [ET.fromstring(svg) for svg in (chart.wide, chart.narrow)]


def drawn(one: Course) -> list[ET.Element]:
    return drawings(course_chart(one, plain, day_name, SAID))


def marks(root: ET.Element, role: str) -> list[ET.Element]:
    return [node for node in root.iter() if f"smm-c-{role}" in node.get("class", "").split()]


def points_of(path: ET.Element) -> list[tuple[float, float]]:
    return [tuple(map(float, one.split())) for one in path.get("d", "").lstrip("M").split("L")]  # type: ignore[misc]


FULL = course(
    3.4, 4.1, 4.0, 5.7,
    before=(3.0, 3.2, 2.8, 3.1),
    goal=Level(4.5, "goal 4.5"),
)  # fmt: skip
SHAPES = {
    "before and after": FULL,
    "one point": course(3.0),
    "two points": course(3.0, 4.0),
    "gap": course(1.0, None, 3.0, 4.0),
    "all zero": course(0.0, 0.0, 0.0),
    "negative": course(-4.0, 3.0, -1.0, before=(-9.0, -8.0)),
    "all negative": course(-400.0, -390.0),
    "huge": course(1_250_000_000.0, 1_300_000_000.0, before=(9e8, 1e9)),
    "tiny": course(0.0001, 0.0002),
    "same": course(7.0, 7.0, 7.0),
    "a year earlier": Course(side(START, 3.0, 4.0), side(START - dt.timedelta(days=364), 1.0, 2.0), "start"),
    "on and on": course(*range(1, 14), end=START + dt.timedelta(days=34), end_words="end 4 April"),
    "years": Course(
        Side(
            dt.date(2022, 1, 1),
            dt.date(2026, 12, 31),
            tuple(Spot(dt.date(year, 1, 1), dt.date(year, 12, 31), float(year)) for year in range(2022, 2027)),
        )
    ),
    "levels that meet": Course(
        side(START, 4.8, 4.9, level=4.85), side(START - dt.timedelta(days=14), 4.7, 4.8, level=4.8), "start",
        goal=Level(4.82, "goal 4.82"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_course_of_any_shape_is_whole_named_and_inside_its_box(shape: str) -> None:
    for root in drawn(SHAPES[shape]):
        check(root)


def check(root: ET.Element) -> None:
    """A drawing is well formed, has name and description as its first children, and no word outside."""
    assert [node.tag for node in list(root)[:2]] == ["title", "desc"]
    assert (root[0].text, root[1].text) == (NASTY, NASTY)
    assert root.get("role") == "img"
    width, height = map(float, root.get("viewBox", "").split()[2:])
    for node in root.iter("text"):
        x, long = float(node.get("x", "-1")), len(node.text or "") * 6.6
        left = {"start": x, "middle": x - long / 2, "end": x - long}[node.get("text-anchor", "")]
        assert left >= -4, node.text
        if node.text != NASTY:
            assert left + long <= width + 6, node.text
        assert 0 <= float(node.get("y", "-1")) <= height
    for node in root.iter("path"):
        assert not re.search(r"nan|inf", node.get("d", ""))


def test_a_gap_breaks_the_line_and_a_lonely_figure_is_a_point() -> None:
    """A line through days without figures would invent them."""
    for root in drawn(course(1.0, None, 3.0, None, 2.0, 4.0)):
        lines = marks(root, "l1")
        assert len(lines) == 1
        assert len(points_of(lines[0])) == 2
        assert len(marks(root, "p1")) == 3  # two alone, and the last one of the line


def test_missing_weeks_break_the_line_too() -> None:
    first, *_, last = weeks(START, 1, 2, 3, 4, 5)
    holed = Course(Side(first.first, last.last, (first, last)))
    for root in drawn(holed):
        assert not marks(root, "l1")


def test_no_line_runs_across_the_start() -> None:
    for root in drawn(FULL):
        (cut,) = (float(re.split(r"[M ]", node.get("d", ""))[1]) for node in marks(root, "cut"))
        before, after = (points_of(marks(root, role)[0]) for role in ("l0", "l1"))
        assert all(x < cut for x, _ in before)
        assert all(x > cut for x, _ in after)


def test_before_and_after_differ_without_colour() -> None:
    """In grey print and for people who see no colour: place, words and thickness, never colour alone."""
    for root in drawn(FULL):
        assert any(node.text == "start 1 March" for node in root.iter("text"))
    for root in drawings(pair_bars((Pair("a", 1, 2, "1", "2"),), SAID)):
        assert [node.get("class") for node in root.iter("rect")] == ["smm-c-was", "smm-c-ok"]


def test_time_is_to_scale_also_where_figures_are_rare() -> None:
    spots = tuple(Spot(START + dt.timedelta(days=n), START + dt.timedelta(days=n), 1.0 + n) for n in (0, 1, 10))
    for root in drawn(Course(Side(spots[0].first, spots[-1].last, spots), reach=20)):
        (a, _), (b, _), (c, _) = points_of(marks(root, "l1")[0])
        assert (c - a) / (b - a) == pytest.approx(10, rel=0.02)


def test_a_long_time_between_two_periods_is_cut_out_visibly() -> None:
    """Two springs a year apart share an axis; without the mark they would look like neighbours."""
    apart, near = drawn(SHAPES["a year earlier"])[0], drawn(FULL)[0]

    def breaks(root: ET.Element) -> int:
        return sum("m4 0" in node.get("d", "") for node in root.iter("path"))

    assert (breaks(apart), breaks(near)) == (1, 0)


def test_an_axis_that_does_not_start_at_zero_says_where_it_starts() -> None:
    assert FULL.steps()[0] > 0
    first = plain(FULL.steps()[0])
    assert any(node.text == first for node in drawn(FULL)[0].iter("text"))


@pytest.mark.parametrize(
    ("values", "first", "last"),
    [
        ([1.0, 9.0], 0, 10),  # little room is lost by zero
        ([40.0, 44.0], 40, 44),
        ([-9.0, -1.0], -10, 0),
        ([-3.0, 5.0], -4, 6),
        ([7.0, 7.0], 0, None),
        ([-7.0], None, 0),
        ([0.0], 0, None),
    ],
)
def test_an_axis_starts_at_zero_where_that_is_cheap(
    values: list[float], first: float | None, last: float | None
) -> None:
    steps = value_steps(values)
    assert first is None or steps[0] == pytest.approx(first)
    assert last is None or steps[-1] == pytest.approx(last)


def test_hours_are_counted_in_hours() -> None:
    """Steps of 250 minutes would read as 4 h 10 min."""
    assert all(step % 60 == 0 for step in value_steps([130.0, 540.0], unit=60))


@given(st.lists(st.one_of(st.none(), st.floats(-1e12, 1e12, allow_nan=False)), min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_figures_make_a_drawing_whose_points_lie_on_the_scale(values: list[float | None]) -> None:
    one = course(*values, before=(1.0, 2.0))
    steps = one.steps()
    known = [value for value in values if value is not None]
    slack = 1e-6 * (steps[-1] - steps[0])
    assert all(steps[0] - slack <= value <= steps[-1] + slack for value in known)
    for root in drawn(one):
        dots = sum(len(points_of(line)) for line in marks(root, "l1")) + len(marks(root, "p1"))
        assert dots >= len(known)
        for line in marks(root, "l1"):
            assert all(36 <= y <= 280 for _, y in points_of(line))


def test_labels_keep_off_each_other_where_levels_meet() -> None:
    for root in drawn(SHAPES["levels that meet"]):
        boxes = []
        for node in root.iter("text"):
            if "smm-c-b" in node.get("class", ""):
                x, y, long = float(node.get("x", "0")), float(node.get("y", "0")), len(node.text or "") * 7
                left = x - long if node.get("text-anchor") == "end" else x
                boxes.append((left, left + long, y))
        for (left, right, y), (left2, right2, y2) in pairwise(sorted(boxes, key=lambda box: box[2])):
            assert right <= left2 or right2 <= left or abs(y - y2) >= 12


# Before and after


def test_pairs_are_to_scale_from_zero_each_on_its_own() -> None:
    pairs = (Pair("a", 10, 20, "10", "20"), Pair("b", 9000, 3000, "9000", "3000"))
    for root in drawings(pair_bars(pairs, SAID)):
        check(root)
        widths = [float(rect.get("width", "0")) for rect in root.iter("rect")]
        assert widths[1] == pytest.approx(2 * widths[0], rel=0.02)
        assert widths[2] == pytest.approx(3 * widths[3], rel=0.02)


@pytest.mark.parametrize("values", [(-4.0, 3.0), (0.0, 0.0), (-5.0, -2.0), (0.0, 1e12)])
def test_bars_left_of_zero_and_empty_ones_stay_inside(values: tuple[float, float]) -> None:
    for root in drawings(pair_bars((Pair("a", *values, plain(values[0]), plain(values[1])),), SAID)):
        check(root)
        width = float(root.get("viewBox", "").split()[2])
        for rect in root.iter("rect"):
            assert 0 <= float(rect.get("x", "-1")) <= width
            assert 0 < float(rect.get("width", "0")) <= width


LONG_NAMES = (
    "Volgers van het bedrijfsaccount voor arbeidsmarktcommunicatie",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Aanmeldingen via het formulier op de pagina over de zomerschool voor docenten en hun leidinggevenden",
)


@pytest.mark.parametrize("name", LONG_NAMES)
def test_a_long_name_stays_inside_the_drawing_and_off_the_bars(name: str) -> None:
    pairs = pair_bars((Pair("a", 1, 2, "1", "2"), Pair(name, 1, 2, "1", "2"), Pair("c", 1, 2, "1", "2")), SAID)
    goals = target_bars((Target("a", 1, "1", True), Target(name, 0.5, "2", False), Target("c", 1, "3", True)), "", SAID)
    for root in (*drawings(pairs), *drawings(goals)):
        check(root)
        height = float(root.get("viewBox", "").split()[3])
        names = [node for node in root.iter("text") if node.get("class") == "smm-c-n"]
        assert len(names) <= 4, "the long one takes two lines at most"
        tops = [float(node.get("y", "")) for node in names]
        bars = [(float(rect.get("y", "")), float(rect.get("height", ""))) for rect in root.iter("rect")]
        assert not [1 for y in tops for top, tall in bars if top < y + 3 and y - 11 < top + tall]
        assert max(top + tall for top, tall in bars) <= height


# Goals


def test_goal_bars_are_to_scale_and_a_missed_goal_is_hatched() -> None:
    root = drawings(target_bars((Target("a", 1.0, "", True), Target("b", 0.5, "", False)), "", SAID))[0]
    check(root)
    widths = {rect.get("class"): float(rect.get("width", "0")) for rect in root.iter("rect")}
    assert widths["smm-c-no"] == pytest.approx(widths["smm-c-ok"] / 2, abs=0.1)
    assert "smm-c-hatch" in widths


# Ranges


@pytest.mark.parametrize("values", [Range(24000, 29000, 35000), Range(25000, 25500, 26000), Range(1, 99, 100)])
@pytest.mark.parametrize("shared", [False, True])
def test_figures_on_a_range_never_touch(values: Range, shared: bool) -> None:
    scale = shared_scale([values, Range(0, None, 60000)]) if shared else None
    for root in drawings(range_chart(values, plain, SAID, scale)):
        check(root)
        labels = [node for node in root.iter("text") if node.get("class") == "smm-c-b"]
        spans = sorted((float(node.get("x", "0")), len(node.text or "") * 8.0 / 2) for node in labels)
        for (left, left_half), (right, right_half) in pairwise(spans):
            assert left + left_half < right - right_half


def test_ranges_on_one_scale_can_be_compared() -> None:
    """On scales of their own the smaller salary may have the longer bar."""
    both = Range(24000, None, 34000), Range(40000, None, 60000)
    scale = shared_scale(both)
    bars = [next(drawings(range_chart(one, plain, SAID, scale))[0].iter("rect")) for one in both]
    assert float(bars[1].get("width", "0")) == pytest.approx(2 * float(bars[0].get("width", "0")), rel=0.01)
    assert float(bars[0].get("x", "0")) < float(bars[1].get("x", "0"))


@pytest.mark.parametrize("values", [Range(low=150000), Range(typical=61.57), Range(high=50000)])
def test_a_missing_end_is_not_made_up(values: Range) -> None:
    svg = range_chart(values, plain, SAID).wide
    assert "smm-c-rng" not in svg
    assert svg.count("smm-c-mid") == 1


@pytest.mark.parametrize(("low", "high", "most"), [(0, 1, 5), (2.8, 5.7, 6), (0, 0, 4), (24000, 35000, 7), (-3, 3, 7)])
def test_scales_are_round_and_enclose_the_figures(low: float, high: float, most: int) -> None:
    steps = round_steps(low, high, most)
    assert steps[0] <= low
    assert high <= steps[-1]
    assert 2 <= len(steps) <= most
    gaps = {f"{b - a:.3e}" for a, b in pairwise(steps)}
    assert len(gaps) == 1
    assert re.match(r"(1\.000|2\.000|2\.500|5\.000)e", gaps.pop())
