"""Every export that the platforms write is recognised and read as it is meant, traps included."""

import datetime as dt
from decimal import Decimal

import pytest

from smm_portfolio.content.values.data_file import DataFile
from smm_portfolio.content.values.evidence import Grain
from smm_portfolio.content.values.media import Platform
from smm_portfolio.evidence.exports import read_export
from smm_portfolio.evidence.formats import export_facts
from smm_portfolio.evidence.observations import Export, Observation, Span
from tests.evidence import samples as s


def read(raw: bytes, **hints) -> Export:
    hints.setdefault("file", "exports/x.csv")
    export = read_export(raw, DataFile.model_validate(hints), "site_src/exports/x.csv")
    assert not export.problems, export.problems
    return export


def rows(export: Export, table: int = 0) -> list[Observation]:
    return [row for row in export.tables[table].rows if not row.total]


def values(row: Observation, *names: str) -> list[Decimal | None]:
    return [row.values.get(name) for name in names]


INTERACTIONS = ("likes", "comments", "shares", "saves", "interactions")


# Meta Business Suite, content


def test_instagram_in_english_reads_quoted_thousands_and_takes_the_publish_time_not_lifetime():
    post = s.ig_post(
        1, "03/14/2026", Views="12,500", Reach="1,250", Likes=100, Comments=7, Shares=3, Saves=40, Follows=2
    )
    export = read(s.table(s.IG_EN, post))
    (row,) = rows(export)
    assert export.format == "meta_content"
    assert row.span == Span(dt.date(2026, 3, 14), dt.date(2026, 3, 14))
    assert row.platform is Platform.INSTAGRAM
    assert values(row, "views", "reach", *INTERACTIONS) == [12500, 1250, 100, 7, 3, 40, 150]


def test_instagram_in_dutch_reads_opmerkingen_as_comments():
    post = {
        "Bericht-ID": "9", "Publicatietijdstip": "03/14/2026 09:30", "Weergaven": "1.250", "Bereik": 800,
        "Vind-ik-leuks": 50, "Opmerkingen": 6, "Aantal keer gedeeld": 4, "Aantal keer opgeslagen": 10,
    }  # fmt: skip
    export = read(s.table(s.IG_NL, post, delimiter=";"))
    assert export.language == "nl"
    assert values(rows(export)[0], "views", *INTERACTIONS) == [1250, 50, 6, 4, 10, 70]


def test_facebook_in_dutch_reads_reacties_as_likes_and_opmerkingen_as_comments():
    """The trap: in every other Dutch screen, reacties are comments."""
    post = {
        "Naam van pagina": "Bakkerij", "Publicatietijdstip": "03/14/2026 09:30", "Weergaven": 900, "Bereik": 700,
        "Reacties": 60, "Opmerkingen": 8, "Deelacties": 5, "Totaal aantal klikken": 33,
    }  # fmt: skip
    (row,) = rows(read(s.table(s.FB_NL, post)))
    assert row.platform is Platform.FACEBOOK
    assert values(row, "likes", "comments", "shares", "interactions", "clicks") == [60, 8, 5, 73, 33]


def test_facebook_in_english_does_not_count_the_sum_column_a_second_time():
    post = {
        "Post ID": "1", "Page name": "Bakery", "Publish time": "03/14/2026 09:30", "Views": 900, "Reach": 700,
        "Reactions, comments and shares": 73, "Reactions": 60, "Comments": 8, "Shares": 5, "Link clicks": 12,
    }  # fmt: skip
    (row,) = rows(read(s.table(s.FB_EN, post)))
    assert values(row, "interactions", "likes", "link_clicks") == [73, 60, 12]


def test_a_post_with_an_empty_cell_has_no_interactions_rather_than_too_few():
    post = s.ig_post(1, "03/14/2026", Views=10, Likes=5, Comments=1, Shares=1)
    (row,) = rows(read(s.table(s.IG_EN, post)))
    assert values(row, "likes", "saves", "interactions") == [5, None, None]


def test_dates_with_the_day_first_are_seen_from_the_whole_column():
    posts = [s.ig_post(1, "05/03/2026", Views=1), s.ig_post(2, "31/03/2026", Views=1)]
    assert [row.span.first for row in rows(read(s.table(s.IG_EN, *posts)))] == [
        dt.date(2026, 3, 5),
        dt.date(2026, 3, 31),
    ]


def test_views_come_before_their_older_name_wherever_the_columns_stand():
    header = ["Impressions", *s.IG_EN]
    post = {**s.ig_post(1, "03/14/2026", Views=100), "Impressions": 999}
    assert values(rows(read(s.table(header, post)))[0], "views") == [100]


def test_an_id_that_a_spreadsheet_shortened_does_not_make_all_posts_one():
    posts = [{**s.ig_post(n, "03/14/2026", Views=1), "Post ID": "1,79E+16"} for n in (1, 2)]
    assert len({row.key for row in rows(read(s.table(s.IG_EN, *posts, delimiter=";")))}) == 2


# Meta Business Suite, results


def test_results_name_their_metric_in_the_line_above_the_header_and_come_as_utf16():
    export = read(s.meta_results("Instagram link clicks", [("2026-03-01", 12), ("2026-03-02", 0)]))
    assert export.format == "meta_results"
    assert [values(row, "link_clicks") for row in rows(export)] == [[12], [0]]
    assert rows(export)[0].platform is Platform.INSTAGRAM
    assert export.tables[0].grain is Grain.DAY


def test_results_of_an_unknown_metric_ask_what_it_is():
    export = read_export(s.meta_results("Bezoekjes", [("2026-03-01", 12)]), DataFile(file="e.csv"), "e.csv")
    assert [problem.code for problem in export.problems] == ["SMM043"]
    assert "Bezoekjes" in export.problems[0].message
    assert "columns: {views: Primary}" in export.problems[0].fix


def test_results_of_an_unknown_metric_are_read_once_the_author_says_what_it_is():
    export = read(s.meta_results("Weergaven", [("2026-03-01", 12)]), columns={"views": "Primary"})
    assert values(rows(export)[0], "views") == [12]


def test_viewers_are_reach_and_visits_are_counted_by_no_metric():
    (row,) = rows(read(s.meta_results("Viewers", [("2026-03-01", 12)])))
    assert values(row, "reach", "views") == [12, None]
    raw = s.meta_results("Instagram profile visits", [("2026-03-01", 12)])
    (problem,) = read_export(raw, DataFile(file="e.csv"), "e.csv").problems
    assert "no metric counts 'Instagram profile visits'" in problem.message


# Meta Ads Manager


def ad(name: str, first: str = "2026-03-01", last: str = "2026-03-31", **figures: object) -> dict[str, object]:
    return {"Reporting starts": first, "Reporting ends": last, "Campaign name": name, **figures}


def test_ads_take_the_currency_from_inside_the_column_name_whatever_its_capitals():
    header = [name.replace("Amount spent (EUR)", "Amount Spent (eur)") for name in s.ADS_EN]
    export = read(s.table(header, {**ad("Spring"), "Amount Spent (eur)": "1,250.50", "Impressions": "40,000"}))
    assert export.tables[0].currency == "EUR"
    assert values(rows(export)[0], "spend", "impressions") == [Decimal("1250.50"), 40000]


def test_ads_leave_the_summary_row_out_of_the_sums():
    export = read(
        s.table(s.ADS_EN, ad("", **{"Amount spent (EUR)": 30, "Reach": 900}), ad("A", **{"Amount spent (EUR)": 30}))
    )
    assert [row.total for row in export.tables[0].rows] == [True, False]


def test_an_empty_cell_of_ads_is_zero_so_that_its_cost_still_counts():
    ads = [ad("A", **{"Amount spent (EUR)": 30}), ad("B", **{"Amount spent (EUR)": 30, "Purchases": 2})]
    assert values(rows(read(s.table(s.ADS_EN, *ads)))[0], "spend", "conversions") == [30, 0]


def test_a_column_of_ads_without_any_figure_says_nothing_rather_than_zero():
    """Nobody set up the tracking, and the page would say that nobody bought."""
    (row,) = rows(read(s.table(s.ADS_EN, ad("A", **{"Amount spent (EUR)": 30}))))
    assert values(row, "spend", "conversions") == [30, None]


def test_a_dash_of_ads_is_zero_as_an_empty_cell_is():
    """Left out, its cost would be left out of the cost per action, too."""
    ads = [ad(one, **{"Amount spent (EUR)": 30, "Purchases": sold}) for one, sold in (("A", "--"), ("B", 2))]
    assert values(rows(read(s.table(s.ADS_EN, *ads)))[0], "spend", "conversions") == [30, 0]


def test_ads_in_dutch_read_weergaven_as_impressions():
    header = [
        "Start rapportage",
        "Einde rapportage",
        "Campagnenaam",
        "Weergaven",
        "Klikken op links",
        "Besteed bedrag (EUR)",
    ]
    export = read(s.text(header, [["2026-03-01", "2026-03-31", "Lente", "3.400", "51", "20,10"]], ";").encode())
    assert values(rows(export)[0], "impressions", "views", "spend") == [3400, None, Decimal("20.10")]


# TikTok


TIKTOK = ["Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"]


def tiktok(*days: str) -> bytes:
    return s.text(TIKTOK, [[day, 100, 5, 10, 2, 1] for day in days]).encode()


def test_dates_without_a_year_cross_new_year():
    export = read(tiktok("December 30", "December 31", "January 1"), exported="2026-01-03")
    assert [row.span.first.isoformat() for row in rows(export)] == ["2025-12-30", "2025-12-31", "2026-01-01"]


def test_dates_without_a_year_may_fall_and_take_the_period_of_the_file():
    export = read(tiktok("January 1", "December 31", "December 30"), period="2025-12-30..2026-01-01")
    assert [row.span.first.isoformat() for row in rows(export)] == ["2026-01-01", "2025-12-31", "2025-12-30"]


def test_dates_without_a_year_are_never_guessed():
    export = read_export(tiktok("August 31"), DataFile(file="o.csv"), "o.csv")
    assert [(problem.code, problem.line, problem.column) for problem in export.problems] == [("SMM044", 2, 1)]
    assert "period: " in export.problems[0].fix


def test_a_date_outside_the_period_of_the_file_is_an_error():
    export = read_export(tiktok("August 31"), DataFile.model_validate({"file": "o.csv", "period": "2026-01"}), "o.csv")
    assert "outside the period" in export.problems[0].message


def test_undefined_is_no_figure():
    export = read(s.text(TIKTOK, [["31 augustus", "undefined", 5, 10, 2, 1]]).encode(), exported="2026-09-02")
    assert values(rows(export)[0], "views", "likes") == [None, 10]


def test_follower_history_gives_the_stock_and_its_change():
    header = ["Date", "Followers", "Difference in followers from previous day"]
    export = read(s.text(header, [["August 31", "1,204", "-3"]]).encode(), exported="2026-09-02")
    assert values(rows(export)[0], "followers", "follower_growth") == [1204, -3]


def test_tiktok_content_takes_play_time_and_leaves_averages_alone():
    video = {
        "Video link": "https://www.tiktok.com/@x/video/1", "Post time": "August 31", "Total views": 900,
        "Total likes": 80, "Total comments": 5, "Total shares": 5, "Total play time": 5400, "Average watch time": 6,
        "Watched full video": "12.5%", "Add to favorites": 9,
    }  # fmt: skip
    export = read(s.table(s.TIKTOK_CONTENT, video), exported="2026-09-02")
    assert values(rows(export)[0], "views", "interactions", "watch_time", "saves") == [900, 90, 5400, 9]
    assert {"Average watch time", "Watched full video"} <= set(export.unused)


def test_tiktok_content_in_spanish():
    header = [
        "Título del video", "Hora de publicación", "Enlace del video", "Visualizaciones totales", "Me gusta totales",
        "Comentarios totales", "Veces compartido", "Tiempo promedio de visualización",
    ]  # fmt: skip
    export = read(
        s.text(header, [["Pan", "31 de agosto", "https://x/1", "1.250", 10, 2, 1, 6]]).encode(), exported="2026-09-02"
    )
    assert values(rows(export)[0], "views", "interactions") == [1250, 13]


# LinkedIn


def linkedin_book(reposts: str = "Reposts") -> dict[str, list]:
    header = [name.replace("Reposts", reposts) for name in s.LINKEDIN_METRICS]
    day = {"Date": "03/14/2026", "Impressions (total)": 1000, "Clicks (total)": 30, "Reactions (total)": 20,
           "Comments (total)": 5, f"{reposts} (total)": 2, "Engagement rate (total)": 0.057}  # fmt: skip
    posts = [name.replace("Reposts", reposts) for name in s.LINKEDIN_POSTS]
    post = {"Post title": "=cmd|' /C calc'!A0", "Post link": "https://www.linkedin.com/feed/update/1",
            "Created date": "03/14/2026", "Impressions": 900, "Likes": 18, "Comments": 5, reposts: 2,
            "Engagement rate": 0.0421}  # fmt: skip
    return {
        "Metrics": [["Aggregated metrics for your page"], header, *s.records(header, [day])],
        "All posts": [["All posts of your page"], posts, *s.records(posts, [post])],
    }


@pytest.mark.parametrize("reposts", ["Reposts", "Shares"])
@pytest.mark.parametrize("write", [s.xls, s.xlsx])
def test_linkedin_reads_both_sheets_below_their_description_in_old_and_new_files(write, reposts):
    export = read(write(linkedin_book(reposts)))
    assert export.format == "linkedin_page"
    assert [table.grain for table in export.tables] == [Grain.DAY, Grain.POST]
    assert values(rows(export)[0], "impressions", "interactions", "clicks") == [1000, 27, 30]
    assert values(rows(export, 1)[0], "impressions", "interactions") == [900, 25]
    assert rows(export)[0].span.first == dt.date(2026, 3, 14)


def test_linkedin_rates_are_fractions_and_are_not_read_at_all():
    export = read(s.xls(linkedin_book()))
    assert "Engagement rate (total)" in export.unused
    assert all("er_impressions" not in table.quantities for table in export.tables)


def test_linkedin_followers_come_from_their_own_sheet():
    header = ["Date", "Sponsored followers", "Organic followers", "Total followers"]
    export = read(s.xls({"New followers": [["New followers of your page"], header, ["03/14/2026", 0, 7, 7]]}))
    assert values(rows(export)[0], "follower_growth") == [7]


def linkedin_ad(**figures: object) -> dict[str, object]:
    return {"Account Name": "X", "Currency": "EUR", "Campaign ID": "1", "Campaign Start Date": "1/1/2020", **figures}


def test_linkedin_ads_take_the_period_from_the_report_and_not_from_the_campaign():
    head = (
        "Campaign Performance Report (in UTC)\n"
        "Report Start: March 1, 2026, 12:00 AM\nReport End: March 31, 2026, 11:59 PM\n\n"
    )
    body = s.text(
        s.LINKEDIN_ADS, s.records(s.LINKEDIN_ADS, [linkedin_ad(**{"Total Spent": "1,020.5", "Clicks": 9})]), "\t", head
    )
    export = read(s.utf16(body))
    (row,) = rows(export)
    assert row.span == Span(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    assert values(row, "spend", "clicks", "link_clicks") == [Decimal("1020.5"), 9, None]
    assert export.tables[0].currency == "EUR"


def test_linkedin_ads_without_a_period_ask_for_it():
    export = read_export(s.table(s.LINKEDIN_ADS, linkedin_ad(Clicks=1)), DataFile(file="a.csv"), "a.csv")
    assert "which period" in export.problems[0].message


def test_amounts_in_two_currencies_are_not_added_up():
    raw = s.table(s.LINKEDIN_ADS, linkedin_ad(Clicks=1), {**linkedin_ad(Clicks=1), "Currency": "USD"})
    hints = {"file": "a.csv", "period": "2026-03"}
    assert "EUR, USD" in read_export(raw, DataFile.model_validate(hints), "a.csv").problems[0].message
    assert len(rows(read(raw, **hints, only={"Currency": ["EUR"]}))) == 1


# YouTube


def video(name: str, **figures: object) -> dict[str, object]:
    return {"Content": name, "Video publish time": "Sep 14, 2026", **figures}


def test_youtube_leaves_the_total_row_out_and_counts_hours_as_seconds():
    total = {"Content": "Total", "Views": 300, "Watch time (hours)": 4}
    raw = s.table(s.YOUTUBE, total, video("abc", Views=100, **{"Watch time (hours)": "1.5"}), video("def", Views=200))
    export = read(raw)
    assert [values(row, "views", "watch_time") for row in rows(export)] == [[100, 5400], [200, None]]
    assert rows(export)[0].span.first == dt.date(2026, 9, 14)


def test_youtube_numbers_follow_the_language_of_the_screen():
    raw = s.table(s.YOUTUBE, video("abc", Views="1.250", **{"Watch time (hours)": "3,5"}), delimiter=";")
    assert values(rows(read(raw))[0], "views", "watch_time") == [1250, 12600]


def test_youtube_figures_belong_to_the_period_that_the_author_names():
    raw = s.table(s.YOUTUBE, video("abc", Views=100))
    (row,) = rows(read(raw, period="2026-10"))
    assert row.span == Span(dt.date(2026, 10, 1), dt.date(2026, 10, 31))


# Google Analytics 4


GA4 = [
    "Session default channel group",
    "Sessions",
    "Engaged sessions",
    "Engagement rate",
    "Event count",
    "Key events",
    "Total revenue",
]


def test_ga4_takes_the_period_from_the_comments_and_leaves_the_grand_total_out():
    body = s.text(
        GA4,
        [
            ["", 150, 90, 0.6, 900, 12, 0, "Grand total"],
            ["Organic Social", 100, 60, 0.6, 600, 7.5, 0],
            ["Direct", 50, 30, 0.6, 300, 4.5, 0],
        ],
    )
    export = read((s.GA4_HEAD + "\n" + body).encode())
    assert [values(row, "sessions", "key_events") for row in rows(export)] == [
        [100, Decimal("7.5")],
        [50, Decimal("4.5")],
    ]
    assert rows(export)[0].span == Span(dt.date(2026, 3, 1), dt.date(2026, 5, 31))


def test_ga4_may_end_with_comments():
    body = s.text(GA4, [["Organic Social", 100, 60, 0.6, 600, 7, 0]])
    export = read((s.GA4_HEAD + body + "# ---\n# Free form 2\n").encode())
    assert values(rows(export)[0], "sessions") == [100]


def test_ga4_called_key_events_conversions_before_2024():
    header = [name.replace("Key events", "Conversions") for name in GA4]
    export = read((s.GA4_HEAD + s.text(header, [["Organic Social", 100, 60, 0.6, 600, 7, 0]])).encode())
    assert values(rows(export)[0], "key_events") == [7]


def test_ga4_tables_of_the_same_visits_stay_apart():
    second = s.text(["Country", "Sessions", "Event count"], [["Netherlands", 90, 500], ["Belgium", 10, 100]])
    body = s.text(GA4, [["Organic Social", 100, 60, 0.6, 600, 7, 0]]) + "\r\n" + second
    export = read((s.GA4_HEAD + body).encode())
    assert [[row.values["sessions"] for row in table.rows] for table in export.tables] == [[100], [90, 10]]


def test_ga4_rows_can_be_chosen_by_channel():
    body = s.text(GA4, [["Organic Social", 100, 60, 0.6, 600, 7, 0], ["Direct", 50, 30, 0.6, 300, 4, 0]])
    export = read((s.GA4_HEAD + body).encode(), only={"Session default channel group": ["organic social"]})
    assert [row.values["sessions"] for row in rows(export)] == [100]
    assert export.tables[0].dropped == 1


def test_a_choice_that_leaves_nothing_says_what_there_is_to_choose_from():
    raw = s.table(s.IG_EN, s.ig_post(1, "03/14/2026", Views=5))
    hints = DataFile.model_validate({"file": "x.csv", "only": {"Post type": ["Reel"]}})
    (problem,) = read_export(raw, hints, "x.csv").problems
    assert problem.code == "SMM045"
    assert "only leaves no row (Post type: Reel)" in problem.message
    assert "'IG image'" in problem.fix


def test_rows_are_chosen_in_the_tables_that_have_the_column():
    second = s.text(["Country", "Sessions", "Event count"], [["Netherlands", 90, 500], ["Belgium", 10, 100]])
    body = s.text(GA4, [["Organic Social", 60, 60, 0.6, 600, 7, 0], ["Direct", 40, 30, 0.6, 300, 4, 0]]) + "\n" + second
    export = read((s.GA4_HEAD + body).encode(), only={"Session default channel group": ["Organic Social"]})
    assert [[row.values["sessions"] for row in table.rows] for table in export.tables] == [[60]]


def test_ga4_tables_below_a_long_course_of_days_are_found():
    course = "Nth day,Organic Social,Direct\n" + "".join(f"{n:04},{n},{n}\n" for n in range(92))
    below = "#\n# Start date: 20260301\n# End date: 20260531\n" + s.text(GA4, [["Direct", 50, 1, 0.1, 5, 4, 0]])
    assert [values(row, "sessions") for row in rows(read((s.GA4_HEAD + course + below).encode()))] == [[50]]


def test_ga4_saved_by_a_spreadsheet_that_writes_commas_gives_the_same():
    """4,125 key events are four and a bit: analytics write no thousands."""
    body = s.text(GA4, [["Organic Social", 100, 60, "0,6", 600, "4,125", "1250,50"]], ";")
    (row,) = rows(read((s.GA4_HEAD + body).encode()))
    assert values(row, "key_events", "revenue") == [Decimal("4.125"), Decimal("1250.50")]


def test_ga4_explorations_have_a_date_per_row():
    head = "# ---\n# Bakery\n# Free form\n# 20260301-20260302\n# ---\n\n"
    header = ["Date", "Landing page", "Sessions", "Event count"]
    body = s.text(header, [["", "", 30, 90, "Grand total"], ["20260302", "/", 20, 60], ["20260301", "/", 10, 30]])
    export = read((head + body).encode())
    assert export.tables[0].grain is Grain.DAY
    assert [row.span.first.day for row in rows(export)] == [2, 1]


# A table of one's own


BOOKINGS = s.text(
    ["Dag", "Boekingen", "Omzet (EUR)", "Kanaal"],
    [["1-3-2026", 2, "1.250,50", "instagram"], ["31-3-2026", 1, "20,00", "facebook"], ["Totaal", 3, "1.270,50", ""]],
    ";",
).encode("cp1252")


def test_an_own_table_is_read_by_its_column_map():
    columns = {"date": "Dag", "conversions": "Boekingen", "revenue": "Omzet (EUR)", "platform": "Kanaal"}
    export = read(BOOKINGS, columns=columns)
    assert export.format == "table"
    assert [values(row, "conversions", "revenue") for row in rows(export)] == [[2, Decimal("1250.50")], [1, 20]]
    assert [row.platform for row in rows(export)] == [Platform.INSTAGRAM, Platform.FACEBOOK]
    assert export.tables[0].currency == "EUR"


def test_an_unknown_table_says_what_was_found_and_what_to_type():
    (problem,) = read_export(BOOKINGS, DataFile(file="exports/b.csv"), "exports/b.csv").problems
    assert problem.code == "SMM043"
    assert "Dag, Boekingen, Omzet (EUR), Kanaal" in problem.message
    assert "format: table, columns: {date: Dag" in problem.fix


def test_a_table_that_two_formats_could_have_written_asks_which():
    header = [*s.YOUTUBE[:7], "Total views", "Video link", "Post time", "Total likes", "Total comments"]
    (problem,) = read_export(s.text(header, [[1] * len(header)]).encode(), DataFile(file="x.csv"), "x.csv").problems
    assert problem.code == "SMM043"
    assert "format: tiktok_content or format: youtube" in problem.fix


def test_an_export_in_an_unknown_language_is_read_by_its_column_map_and_the_rules_of_its_format():
    raw = s.text(["Datum", "Videoweergaven", "Vind-ik-leuks"], [["31 augustus", "undefined", 9]]).encode()
    columns = {"date": "Datum", "views": "Videoweergaven", "likes": "Vind-ik-leuks"}
    export = read(raw, format="tiktok_overview", columns=columns, exported="2026-09-02")
    assert rows(export)[0].platform is Platform.TIKTOK
    assert values(rows(export)[0], "views", "likes") == [None, 9]


def test_a_date_that_may_begin_with_day_or_month_is_asked_for():
    raw = s.text(["Dag", "Boekingen"], [["03/04/2026", 1]]).encode()
    columns = {"date": "Dag", "conversions": "Boekingen"}
    (problem,) = read_export(raw, DataFile(file="b.csv", columns=columns), "b.csv").problems
    assert "day_first" in problem.fix
    export = read(raw, columns=columns, dates="day_first")
    assert rows(export)[0].span.first == dt.date(2026, 4, 3)


def test_months_are_periods():
    raw = s.text(["Maand", "Bereik"], [["2026-03", 5000]]).encode()
    (row,) = rows(read(raw, columns={"date": "Maand", "reach": "Bereik"}))
    assert row.span == Span(dt.date(2026, 3, 1), dt.date(2026, 3, 31))


def test_a_column_that_is_not_there_is_named_with_those_that_are():
    (problem,) = read_export(
        BOOKINGS, DataFile(file="b.csv", columns={"date": "Dag", "views": "Weergaven"}), "b.csv"
    ).problems
    assert "'Weergaven'" in problem.message
    assert "Boekingen" in problem.fix


def test_two_columns_of_one_name_that_differ_are_not_chosen_from():
    raw = b"Dag;Views;Views\n2026-03-01;5;7\n"
    columns = {"date": "Dag", "views": "Views"}
    (problem,) = read_export(raw, DataFile(file="b.csv", columns=columns), "b.csv").problems
    assert (problem.code, problem.line, problem.column) == ("SMM044", 1, 3)
    assert values(rows(read(raw.replace(b"7", b"5"), columns=columns))[0], "views") == [5]


def test_two_currencies_in_one_table_are_not_set_against_each_other():
    raw = b"Dag;Kosten (EUR);Omzet (USD)\n2026-03-01;5;50\n"
    columns = {"date": "Dag", "spend": "Kosten (EUR)", "revenue": "Omzet (USD)"}
    (problem,) = read_export(raw, DataFile(file="b.csv", columns=columns), "b.csv").problems
    assert "EUR and USD" in problem.message


MONTHS = {
    "Jan": [["Dag", "Views"], ["2026-01-31", 5]],
    "Feb": [["Dag", "Views"], ["2026-02-01", 7]],
    "Notes": [["Views"], [9]],
}


def test_a_workbook_with_a_sheet_a_month_is_not_read_for_its_first_month():
    columns = {"date": "Dag", "views": "Views"}
    (problem,) = read_export(s.xlsx(MONTHS), DataFile(file="b.xlsx", columns=columns), "b.xlsx").problems
    assert "2 sheets have the same columns and different rows ('Jan', 'Feb')" in problem.message
    same = s.xlsx({**MONTHS, "Feb": MONTHS["Jan"]})
    assert [values(row, "views") for row in rows(read(same, columns=columns))] == [[5]]


# Cells


def test_a_cell_that_cannot_be_read_is_named_by_row_and_column():
    posts = [s.ig_post(1, "03/14/2026", Views="12.3K"), s.ig_post(2, "14 of March or so", Views=1)]
    export = read_export(s.table(s.IG_EN, *posts), DataFile(file="i.csv"), "exports/i.csv")
    places = [(problem.file, problem.line, problem.column) for problem in export.problems]
    assert places == [("exports/i.csv", 3, 7)]
    export = read_export(s.table(s.IG_EN, posts[0]), DataFile(file="i.csv"), "exports/i.csv")
    assert [(problem.line, problem.column) for problem in export.problems] == [(2, 12)]
    assert "'12.3K' is not a number of views" in export.problems[0].message


def test_many_bad_cells_are_told_ten_times_and_then_counted():
    posts = [s.ig_post(n, "03/14/2026", Views="x") for n in range(40)]
    export = read_export(s.table(s.IG_EN, *posts), DataFile(file="i.csv"), "i.csv")
    assert len(export.problems) == 11
    assert export.problems[-1].message.startswith("30 more")


@pytest.mark.parametrize("word", ["Total", "Totaal", "TOTALEN:"])
@pytest.mark.parametrize("first", [True, False])
def test_a_row_of_sums_that_somebody_added_is_no_post(word, first):
    posts = [s.ig_post(1, "03/14/2026", Views=10), s.ig_post(2, "03/15/2026", Views=20)]
    sums = {"Account name": word, "Views": 30}
    export = read(s.table(s.IG_EN, *([sums, *posts] if first else [*posts, sums])))
    assert [values(row, "views") for row in rows(export)] == [[10], [20]]


@pytest.mark.parametrize("date", ["31-12-9999", "9999-12", "0001-01-01", "² maart 2026", "maart 31 1026"])
def test_a_date_that_cannot_be_one_is_a_problem_and_no_accident(date):
    raw = f"Dag;Views\n31-3-2026;5\n{date};7\n".encode()
    export = read_export(raw, DataFile(file="b.csv", columns={"date": "Dag", "views": "Views"}), "b.csv")
    assert [(problem.code, problem.line) for problem in export.problems] == [("SMM044", 3)]


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("€ -12,50", "-12.5"),
        ("-€ 12,50", "-12.5"),
        ("\u221212,50 €", "-12.5"),
        ("EUR 1.000,00", "1000"),
        ("12,50 EUR", "12.5"),
    ],
)
def test_money_is_read_with_its_sign_on_either_side(cell, amount):
    raw = f"Dag;Omzet\n2026-03-31;{cell}\n".encode()
    (row,) = rows(read(raw, columns={"date": "Dag", "revenue": "Omzet"}))
    assert values(row, "revenue") == [Decimal(amount)]


@pytest.mark.parametrize("number", [1e300, 17900000000000001, -(10**15)])
def test_a_number_that_cannot_count_anything_is_a_problem(number):
    """An id in the wrong column would stand on the page as views."""
    raw = s.xlsx({"A": [["Dag", "Views"], ["2026-03-31", number]]})
    (problem,) = read_export(raw, DataFile(file="b.xlsx", columns={"date": "Dag", "views": "Views"}), "b.xlsx").problems
    assert "more views than there can be" in problem.message


def test_every_fact_about_exports_names_its_source_and_confidence():
    facts = export_facts()
    for format_id, spec in facts.formats.items():
        assert spec.sources or format_id == "table"
        assert set(spec.sources) <= set(facts.sources)
        assert not spec.name.missing(("nl", "en"))
