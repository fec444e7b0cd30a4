"""Figures over a period: sums where sums are true, rates from sums, and a reason where there is no figure."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smm_portfolio.content.metrics import metrics
from smm_portfolio.content.values.data_file import DataFile, quantities
from smm_portfolio.content.values.evidence import Grain, Step
from smm_portfolio.evidence.exports import read_export
from smm_portfolio.evidence.observations import Export, Span
from smm_portfolio.evidence.pooling import CannotTellError
from smm_portfolio.evidence.series import series
from smm_portfolio.evidence.totals import needed, total
from tests.evidence import samples as s

MARCH = Span(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
SPRING = Span(dt.date(2026, 3, 1), dt.date(2026, 5, 31))


def read(raw: bytes, **hints) -> Export:
    hints.setdefault("file", "exports/x.csv")
    export = read_export(raw, DataFile.model_validate(hints), hints["file"])
    assert not export.problems, export.problems
    return export


def own(header: str, *rows: str, **hints) -> Export:
    """An own table whose columns are called like what they hold."""
    hints.setdefault("columns", {name: name for name in header.split(",")})
    return read("\n".join([header, *rows]).encode(), **hints)


def amount(metric: str, *exports: Export, window: Span | None = MARCH) -> Decimal | None:
    return total(metric, exports, window).figure.amount(metrics()[metric].scale)


def refused(metric: str, *exports: Export, window: Span | None = MARCH) -> CannotTellError:
    with pytest.raises(CannotTellError) as caught:
        total(metric, exports, window)
    assert caught.value.fix
    return caught.value


def ig(*posts: tuple[str, int, int, int, int, int, int]) -> Export:
    """Instagram posts: day, views, reach, likes, comments, shares, saves."""
    names = ("Views", "Reach", "Likes", "Comments", "Shares", "Saves")
    made = [s.ig_post(n, day, **dict(zip(names, rest, strict=True))) for n, (day, *rest) in enumerate(posts)]
    return read(s.table(s.IG_EN, *made))


def march_ad(name: str, **figures: object) -> dict[str, object]:
    return {"Reporting starts": "2026-03-01", "Reporting ends": "2026-03-31", "Campaign name": name, **figures}


POSTS = ig(
    ("02/10/2026", 100, 80, 4, 0, 0, 0),
    ("03/05/2026", 1000, 800, 40, 5, 3, 2),
    ("03/20/2026", 3000, 200, 90, 5, 3, 2),
    ("04/02/2026", 500, 400, 10, 1, 1, 0),
)

# What may be added up


def test_views_of_a_period_are_the_sum_of_its_posts():
    assert amount("views", POSTS) == 4000
    assert amount("views", POSTS, window=None) == 4600


def test_a_rate_comes_from_sums_and_is_no_average_of_rates():
    """50/800 and 100/200 average to 28 %; together they are 150/1000."""
    found = total("er_reach", [POSTS], MARCH)
    assert (found.figure.numerator, found.figure.denominator) == (150, 1000)
    assert amount("er_reach", POSTS) == 15


def test_the_added_reach_of_posts_is_called_what_it_is():
    assert total("er_reach", [POSTS], MARCH).figure.of == "post_reach"


def test_posts_are_counted():
    assert amount("posts_published", POSTS) == 2


def test_a_row_without_one_part_counts_in_neither_part():
    known = s.ig_post(1, "03/05/2026", Reach=100, Likes=10, Comments=0, Shares=0, Saves=0)
    without = s.ig_post(2, "03/06/2026", Reach=900, Likes=10)
    found = total("er_reach", [read(s.table(s.IG_EN, known, without))], MARCH)
    assert (found.figure.denominator, found.rows) == (100, 1)


def test_a_zero_denominator_gives_no_figure():
    table = own("date,likes,comments,shares,saves,impressions", "2026-03-05,1,1,1,1,0")
    assert total("er_impressions", [table], MARCH).figure.denominator == 0
    assert amount("er_impressions", table) is None


def test_compound_rates_follow_their_formula():
    table = own(
        "date,positive,neutral,negative,revenue,total_cost", "2026-03-01,6,2,2,150,100", "2026-03-31,4,6,0,50,100"
    )
    assert amount("sentiment", table) == 40
    assert amount("roi", table) == 0


def test_response_time_is_the_median():
    table = own(
        "date,response_time", *(f"2026-03-{day:02},{minutes}" for day, minutes in ((1, 10), (2, 12), (31, 600)))
    )
    assert amount("response_time", table) == 12


def test_watch_time_per_view_comes_from_hours_and_views():
    total_row = {"Content": "Total", "Views": 30, "Watch time (hours)": 3}
    videos = [
        {"Content": str(n), "Video publish time": "Mar 3, 2026", "Views": 10 * n, "Watch time (hours)": n}
        for n in (1, 2)
    ]
    table = read(s.table(s.YOUTUBE, total_row, *videos), period="2026-03")
    assert amount("avg_watch_time", table) == 360


def test_cost_per_action_counts_the_cost_of_ads_that_brought_none():
    ads = [march_ad(name, **{"Amount spent (EUR)": 30, "Purchases": sold}) for name, sold in (("A", 3), ("B", ""))]
    assert amount("cpa", read(s.table(s.ADS_EN, *ads))) == 20


# What may not


def test_reach_is_never_added_up():
    assert "cannot be added up" in refused("reach", POSTS).message
    daily = read(s.meta_results("Reach", [(f"2026-03-{day:02}", 10) for day in range(1, 32)]))
    assert "cannot be added up" in refused("reach", daily).message


def test_reach_is_taken_where_the_export_itself_gives_it_for_the_period():
    ads = [march_ad(name, Reach=reach, Impressions=1800) for name, reach in (("", 900), ("A", 700), ("B", 600))]
    table = read(s.table(s.ADS_EN, *ads))
    assert amount("reach", table) == 900
    assert amount("reach", table, window=None) == 900
    refused("reach", read(s.table(s.ADS_EN, *ads[1:])))
    assert amount("reach", read(s.table(s.ADS_EN, ads[1]))) == 700


def test_frequency_needs_a_true_reach():
    table = own("date,impressions,reach", *(f"2026-03-{day:02},20,10" for day in range(1, 32)))
    assert "cannot be added up" in refused("frequency", table).message
    assert amount("frequency", own("date,impressions,reach", "2026-03,200,50")) == 4


def test_a_rate_of_a_true_reach_is_a_share_of_reach():
    monthly = own("date,interactions,reach", "2026-03,30,600")
    assert total("er_reach", [monthly], MARCH).figure.of is None
    assert amount("er_reach", monthly) == 5


def test_a_rate_of_reach_over_several_months_says_that_reach_is_no_sum():
    months = own("date,interactions,reach", "2026-03,30,600", "2026-04,30,600")
    spring = Span(dt.date(2026, 3, 1), dt.date(2026, 4, 30))
    assert "cannot be added up" in refused("er_reach", months, window=spring).message


def test_a_rate_cannot_be_read_from_a_column():
    with pytest.raises(ValueError, match="is a rate"):
        DataFile.model_validate({"file": "x.csv", "columns": {"er_reach": "ER"}})


def test_followers_are_those_of_the_last_day():
    table = own("date,followers", "2026-03-01,100", "2026-03-31,140", "2026-04-01,150")
    assert amount("followers", table) == 140


def test_growth_is_the_difference_to_the_day_before_the_period():
    days = [
        f"2026-{month:02}-{day:02},{followers}" for month, day, followers in ((2, 28, 90), (3, 1, 100), (3, 31, 140))
    ]
    table = own("date,followers", *days)
    assert amount("follower_growth", table) == 50
    assert "2026-02-28" in refused("follower_growth", own("date,followers", *days[1:])).message


def test_growth_rate_is_a_share_of_the_followers_at_the_start():
    table = own("date,followers,follower_growth", "2026-03-01,110,10", "2026-03-31,150,40")
    assert amount("follower_growth_rate", table) == 50


def test_followers_of_one_export_and_interactions_of_another_make_a_rate():
    followers = own("date,followers", "2026-03-01,900", "2026-03-31,1000", file="f.csv")
    assert amount("er_followers", POSTS, followers) == 15


def test_what_is_lacking_is_said_with_what_there_is():
    tiktok = own("date,views,likes", "2026-03-01,1,1", "2026-03-31,1,1")
    message = refused("er_impressions", tiktok).message
    assert "interactions (comments, shares, saves)" in message
    assert "impressions" in message


def test_all_clicks_are_not_taken_for_link_clicks():
    table = own("date,clicks,impressions", "2026-03-01,1,1", "2026-03-31,1,1")
    assert "mapped to all clicks" in refused("ctr", table).message


# Periods


def test_a_file_that_covers_half_a_period_says_nothing_about_the_whole():
    daily = own("date,views", *(f"2026-03-{day:02},10" for day in range(1, 16)))
    assert "only a part of" in refused("views", daily).message
    assert amount("views", daily, window=Span(dt.date(2026, 3, 1), dt.date(2026, 3, 15))) == 150


def test_a_report_of_another_period_than_the_one_wanted_is_refused():
    header = ["Session default channel group", "Sessions", "Event count"]
    ga4 = read((s.GA4_HEAD + s.text(header, [["Organic Social", 100, 500], ["Direct", 50, 20]])).encode())
    assert amount("sessions", ga4, window=SPRING) == 150
    assert "2026-03-01..2026-05-31" in refused("sessions", ga4, window=MARCH).message


def test_a_row_across_the_edge_of_the_period_is_refused():
    table = own("date,end,spend", "2026-02-15,2026-03-15,10", "2026-03-16,2026-03-31,10", currency="EUR")
    assert "row 2 covers 2026-02-15..2026-03-15" in refused("spend", table).message


def test_a_period_without_rows_says_from_when_to_when_they_run():
    assert (
        "from 2026-02-10 to 2026-04-02"
        in refused("views", POSTS, window=Span(dt.date(2025, 1, 1), dt.date(2025, 2, 1))).message
    )


def test_files_with_a_hole_between_them_do_not_cover_the_whole():
    first, third = (
        own("date,views", *(f"2026-{month:02}-{day:02},10" for day in range(1, 32)), file=f"{month}.csv")
        for month in (1, 3)
    )
    for window in (Span(dt.date(2026, 1, 1), dt.date(2026, 3, 31)), None):
        assert "days between that are missing" in refused("views", first, third, window=window).message
    assert amount("views", first, third) == 310


def test_a_rate_of_two_files_without_a_period_takes_the_same_days_of_both():
    """The cost of one month for the orders of two would be half of what an order cost."""
    cost = own("date,spend", "2026-03,60", currency="EUR", file="c.csv")
    orders = own("date,conversions", "2026-03,3", "2026-04,3", file="o.csv")
    assert "of different days" in refused("cpa", cost, orders, window=None).message
    assert amount("cpa", cost, orders) == 20


# Several files, several tables


def test_two_exports_that_overlap_count_a_post_once_as_the_later_file_says_it():
    old = read(
        s.table(s.IG_EN, s.ig_post(1, "03/05/2026", Views=10), s.ig_post(2, "03/06/2026", Views=20)), file="a.csv"
    )
    new = read(
        s.table(s.IG_EN, s.ig_post(2, "03/06/2026", Views=25), s.ig_post(3, "03/07/2026", Views=1)), file="b.csv"
    )
    assert amount("views", old, new) == 36
    assert amount("views", new, old) == 31


def test_a_post_listed_twice_in_one_file_is_refused():
    twice = read(s.table(s.IG_EN, s.ig_post(1, "03/05/2026", Views=10), s.ig_post(1, "03/05/2026", Views=12)))
    error = refused("views", twice)
    assert error.code == "SMM046"
    assert "rows 2, 3" in error.message


def test_two_daily_exports_that_agree_are_put_together_and_others_are_refused():
    days = [(f"2026-03-{day:02}", day) for day in range(1, 32)]
    first, rest = (
        read(s.meta_results("Views", days[:20]), file="a.csv"),
        read(s.meta_results("Views", days[15:]), file="b.csv"),
    )
    assert amount("views", first, rest) == sum(range(1, 32))
    other = read(s.meta_results("Views", [(day, views + 1) for day, views in days[15:]]), file="b.csv")
    assert refused("views", first, other).code == "SMM046"


def test_posts_without_any_sign_of_which_they_are_cannot_overlap():
    row = {"Naam van pagina": "B", "Publicatietijdstip": "03/14/2026 09:30", "Weergaven": 9, "Deelacties": 1}
    one, two = (read(s.table(s.FB_NL, row), file=name) for name in ("a.csv", "b.csv"))
    assert refused("views", one, two).code == "SMM046"


def test_a_workbook_that_tells_the_same_per_day_and_per_post_is_counted_once():
    header, post = (
        ["Date", "Impressions (total)", "Clicks (total)"],
        ["Post link", "Created date", "Impressions", "Clicks"],
    )
    book = s.xlsx({
        "Metrics": [["x"], header, *[[f"03/{day:02}/2026", 100, 1] for day in range(1, 32)]],
        "All posts": [["x"], post, ["https://l/1", "03/14/2026", 900, 1]],
    })  # fmt: skip
    assert amount("impressions", read(book)) == 3100
    assert amount("posts_published", read(book)) == 1


def test_files_of_different_kinds_are_not_mixed():
    daily = read(s.meta_results("Views", [(f"2026-03-{day:02}", 1) for day in range(1, 32)]), file="d.csv")
    assert "the files differ" in refused("views", POSTS, daily).message


# The course over time


def test_a_series_has_a_point_a_day_for_a_month_and_a_point_a_week_for_a_quarter():
    days = [SPRING.first + dt.timedelta(days=n) for n in range(92)]
    daily = read(s.meta_results("Views", [(day.isoformat(), 10) for day in days]))
    step, points = series("views", [daily], [MARCH], Grain.DAY)
    assert (step, len(points), points[0].value) == (Step.DAY, 31, 10)
    step, points = series("views", [daily], [SPRING], Grain.DAY)
    assert step is Step.WEEK
    assert sum(point.value for point in points) == 920


def daily_views(first: dt.date, days: int) -> Export:
    return read(s.meta_results("Views", [((first + dt.timedelta(days=n)).isoformat(), 10) for n in range(days)]))


def test_weeks_count_from_the_start_so_that_it_divides_none():
    """A week that is half before and half after the start would hide the change that the chart is there to show."""
    winter = Span(dt.date(2025, 12, 1), dt.date(2026, 2, 28))
    _, points = series("views", [daily_views(winter.first, 182)], [winter, SPRING], Grain.DAY)
    before = [point for point in points if point.last < SPRING.first]
    after = [point for point in points if point.first >= SPRING.first]
    assert [(one.last - one.first).days + 1 for one in before] == [6, *[7] * 12]
    assert [(one.last - one.first).days + 1 for one in after] == [*[7] * 13, 1]
    assert before[-1].last + dt.timedelta(days=1) == after[0].first == SPRING.first


def test_a_course_of_more_than_a_year_goes_by_month():
    long = Span(dt.date(2024, 12, 16), dt.date(2026, 1, 31))
    step, points = series("views", [daily_views(long.first, 412)], [long], Grain.DAY)
    assert (step, len(points)) == (Step.MONTH, 14)
    assert (points[0].value, points[1].value, points[2].value) == (160, 310, 280)


def test_posts_go_by_week_even_in_one_month():
    step, points = series("views", [POSTS], [MARCH], Grain.POST)
    assert step is Step.WEEK
    assert all((one.last - one.first).days == 6 for one in points)


def test_a_series_of_a_rate_is_computed_from_the_parts_of_each_point():
    step, points = series("er_reach", [POSTS], [MARCH], Grain.POST)
    assert step is Step.WEEK
    assert [(point.first.day, point.value) for point in points] == [(1, Decimal("6.25")), (15, 50)]


SEMICOLONS = {"columns": {"date": "Day", "views": "Views"}, "period": "2026-03"}


def test_a_row_that_sums_up_the_others_is_no_point_of_a_series():
    """It would be a peak as high as all others together."""
    daily = own("Day;Views", "2026-03-02;10", "2026-03-03;20", "Total;30", **SEMICOLONS)
    _, points = series("views", [daily], [MARCH], Grain.DAY)
    assert [point.value for point in points] == [10, 20]


def test_a_number_that_counts_things_has_no_decimals():
    """1.250 views are a thousand and more, whatever language a table without one would be taken for."""
    assert amount("views", own("Day;Views", "2026-03-02;1.250", "2026-03-31;2.100", **SEMICOLONS)) == 3350
    assert amount("views", own("Day;Views", "2026-03-02;1,250", "2026-03-31;2,100", **SEMICOLONS)) == 3350


# For any figures

FIGURES = st.lists(st.tuples(st.integers(1, 28), *[st.integers(0, 10**6)] * 6), min_size=1, max_size=12)


def posts_of(figures) -> Export:
    return ig(*((f"03/{day:02}/2026", *rest) for day, *rest in figures))


@given(FIGURES)
@settings(max_examples=60, deadline=None)
def test_sums_are_sums_and_rates_are_rates_of_sums(figures):
    export = posts_of(figures)
    views, reach = (sum(row[place] for row in figures) for place in (1, 2))
    interactions = sum(sum(row[3:]) for row in figures)
    assert amount("views", export) == views
    found = total("er_reach", [export], MARCH).figure
    assert (found.numerator, found.denominator) == (interactions, reach)
    rate = amount("er_reach", export)
    assert rate is None if reach == 0 else rate == Decimal(interactions) / reach * 100


@given(FIGURES, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_rows_does_not_matter(figures, random):
    mixed = list(figures)
    random.shuffle(mixed)
    one, two = posts_of(figures), posts_of(mixed)
    for metric in ("views", "er_reach", "posts_published"):
        assert total(metric, [one], MARCH).figure == total(metric, [two], MARCH).figure


@given(FIGURES, st.integers(1, 11))
@settings(max_examples=40, deadline=None)
def test_two_files_give_what_one_file_gives(figures, cut):
    posts = [s.ig_post(n, f"03/{row[0]:02}/2026", Views=row[1]) for n, row in enumerate(figures)]
    parts = [part for part in (posts[:cut], posts[cut:]) if part]
    exports = [read(s.table(s.IG_EN, *part), file=f"{n}.csv") for n, part in enumerate(parts)]
    assert amount("views", *exports) == sum(row[1] for row in figures)


@given(FIGURES)
@settings(max_examples=40, deadline=None)
def test_the_points_of_a_series_add_up_to_the_total(figures):
    export = posts_of(figures)
    _, points = series("views", [export], [MARCH], Grain.POST)
    assert sum(point.value for point in points) == amount("views", export)


def test_every_metric_is_computed_from_what_a_column_can_hold():
    known = set(quantities())
    for metric in metrics():
        assert set(needed(metric)) <= known, metric
