"""A case study that names an export gets ordinary figures, and what is wrong is said at its place."""

import datetime as dt
import pickle
from decimal import Decimal
from pathlib import Path

import pytest

from smm_portfolio.content.loader import Loaded, load, unpublished_files
from smm_portfolio.content.values.evidence import Grain, Step
from smm_portfolio.evidence.resolve import resolve_case
from smm_portfolio.problems import errors_in
from tests.evidence import samples as s

CASE = """\
title: {nl: "Van half vol naar vol", en: "From half full to full"}
kind: client
permission: public
client: {name: "Bakkerij De Korenmaat"}
anonymised_as: {nl: "Een bakkerij", en: "A bakery"}
summary: {nl: "Kort", en: "Short"}
sector: {nl: "Eten", en: "Food"}
role: {nl: "Alles", en: "Everything"}
period: 2026-03..2026-05
platforms: [instagram]
situation: {text: {nl: "Zo", en: "So"}, date: 2026-02-28}
goals: [{text: {nl: "Meer", en: "More"}}]
approach: [{title: {nl: "Plan", en: "Plan"}, why: {nl: "Omdat", en: "Because"}}]
"""
RESULT = """\
results:
  - metric: er_reach
    file: exports/korenmaat-ig.csv
    baseline_period: 2026-02
    period: 2026-03
    target: 4.5
"""
POSTS = s.table(
    s.IG_EN,
    s.ig_post(1, "02/05/2026", Views=500, Reach=1000, Likes=20, Comments=5, Shares=3, Saves=2),
    s.ig_post(2, "03/05/2026", Views=900, Reach=800, Likes=40, Comments=5, Shares=3, Saves=2),
    s.ig_post(3, "03/20/2026", Views=700, Reach=200, Likes=30, Comments=5, Shares=3, Saves=12),
)


@pytest.fixture
def loaded(project):
    def make(results: str = RESULT, case: str = CASE, **files: bytes) -> Loaded:
        tree: dict[str, str | bytes] = {"smm.yml": "languages: [nl, en]\ndocs: site_src\n"}
        tree["site_src/cases/bakery.yml"] = case + results
        tree["site_src/exports/korenmaat-ig.csv"] = POSTS
        tree.update({f"site_src/exports/{name.replace('__', '.')}": raw for name, raw in files.items()})
        return load(project(tree), resolve=resolve_case)

    return make


def result(loaded: Loaded, place: int = 0):
    assert not errors_in(loaded.problems), loaded.problems
    return loaded.library.cases[0].model.results[place]


def told(loaded: Loaded) -> list[tuple[str, str, int, str]]:
    return [(one.code, one.file, one.line, one.message) for one in errors_in(loaded.problems)]


def test_baseline_and_result_come_from_the_rows_of_the_two_periods(loaded):
    metric = result(loaded())
    assert (metric.baseline.numerator, metric.baseline.denominator) == (30, 1000)
    assert (metric.result.numerator, metric.result.denominator) == (100, 1000)
    assert metric.amount(metric.result) == 10
    assert metric.change().absolute == 7
    assert metric.reached() is True


def test_what_comes_out_is_an_ordinary_metric_without_its_file(loaded):
    metric = result(loaded())
    assert metric.file == ()
    assert metric.result.of == metric.baseline.of == metric.target.of == "post_reach"


def test_the_source_names_format_file_and_day_of_export(loaded):
    data = "data: [{file: exports/korenmaat-ig.csv, exported: 2026-06-02}]\n"
    source = result(loaded(data + RESULT)).source.inline
    assert source.name.pick("nl") == "Meta Business Suite, export per bericht (korenmaat-ig.csv)"
    assert source.name.pick("en") == "Meta Business Suite, export per post (korenmaat-ig.csv)"
    assert source.published == "2026-06-02"


def test_a_source_of_two_files_is_named_once(loaded):
    files = {f"{name}__csv": s.meta_results("Views", [(f"2026-0{name}-01", 5)]) for name in "23"}
    results = (
        "results: [{metric: views, file: [exports/2.csv, exports/3.csv], "
        "baseline_period: 2026-02-01, period: 2026-03-01}]\n"
    )
    source = result(loaded(results, **files)).source.inline
    assert source.name.pick("en") == "Meta Business Suite, results per day (2.csv, 3.csv)"


def test_an_own_table_is_called_as_the_author_calls_it(loaded):
    data = "data: [{file: exports/b.csv, columns: {date: Dag, conversions: Boekingen}, name: Boekingssysteem}]\n"
    results = "results: [{metric: conversions, file: exports/b.csv, period: 2026-03}]\n"
    metric = result(loaded(data + results, b__csv=b"Dag;Boekingen\n1-3-2026;2\n31-3-2026;4\n"))
    assert metric.result.value == 6
    assert metric.source.inline.name.pick("nl") == "Boekingssysteem (b.csv)"


def test_without_a_period_the_whole_file_counts_and_says_from_when_to_when(loaded):
    metric = result(loaded("results: [{metric: views, file: exports/korenmaat-ig.csv}]\n"))
    assert metric.result.value == 2100
    assert (metric.period.start, metric.period.end) == (dt.date(2026, 2, 5), dt.date(2026, 3, 20))


def test_provenance_and_course_stay_with_the_metric(loaded):
    metric = result(loaded())
    evidence = metric.evidence
    assert (evidence.grain, evidence.rows, evidence.baseline_rows) == (Grain.POST, 2, 1)
    assert (evidence.formats, evidence.files) == (("meta_content",), ("korenmaat-ig.csv",))
    assert evidence.step is Step.WEEK
    assert [(point.first.isoformat(), point.value) for point in evidence.series] == [
        ("2026-02-01", 3),
        ("2026-03-01", Decimal("6.25")),
        ("2026-03-15", 25),
    ]
    assert pickle.loads(pickle.dumps(metric)).evidence == evidence


def test_a_typed_baseline_stays(loaded):
    results = "results: [{metric: views, file: exports/korenmaat-ig.csv, period: 2026-03, baseline: 1000}]\n"
    metric = result(loaded(results))
    assert (metric.baseline.value, metric.result.value) == (1000, 1600)


def test_a_typed_rate_of_another_denominator_is_still_refused(loaded):
    results = RESULT.replace("baseline_period: 2026-02", "baseline: 4")
    assert [code for code, *_ in told(loaded(results))] == ["SMM041"]


def test_money_takes_its_currency_from_the_file(loaded):
    ad = {
        "Reporting starts": "2026-03-01",
        "Reporting ends": "2026-03-31",
        "Campaign name": "A",
        "Amount spent (EUR)": 30,
    }
    results = "results: [{metric: spend, file: exports/ads.csv, period: 2026-03}]\n"
    assert result(loaded(results, ads__csv=s.table(s.ADS_EN, ad))).currency == "EUR"
    typed = results.replace("period:", "currency: USD, period:")
    assert "the amounts are in EUR" in told(loaded(typed, ads__csv=s.table(s.ADS_EN, ad)))[0][3]


def test_a_return_of_two_currencies_is_refused_although_it_is_no_amount(loaded):
    data = (
        "data: [{file: exports/c.csv, columns: {date: Dag, spend: Kosten (EUR)}}, "
        "{file: exports/o.csv, columns: {date: Dag, revenue: Omzet (USD)}}]\n"
    )
    results = "results: [{metric: roas, file: [exports/c.csv, exports/o.csv], period: 2026-03-01}]\n"
    files = {"c__csv": b"Dag;Kosten (EUR)\n2026-03-01;10\n", "o__csv": b"Dag;Omzet (USD)\n2026-03-01;40\n"}
    assert [one[3] for one in told(loaded(data + results, **files))] == ["the amounts are in EUR and USD"]
    same = {"c__csv": files["c__csv"], "o__csv": files["o__csv"].replace(b"USD", b"EUR")}
    case = loaded(data.replace("USD", "EUR") + results, **same)
    assert result(case).amount(result(case).result) == 4


def test_a_sample_takes_its_figure_from_a_file_too(loaded):
    samples = (
        "samples: [{platform: instagram, format: reel, caption: {nl: a, en: a}, "
        "result: {metric: views, file: exports/korenmaat-ig.csv}}]\n"
    )
    case = loaded(samples + "results: [{metric: views, result: 4}]\n")
    assert not errors_in(case.problems)
    assert case.library.cases[0].model.samples[0].result.result.value == 2100


# What must not be shown


@pytest.mark.parametrize("permission", ["anonymised", "on_request"])
def test_a_case_that_is_not_public_holds_no_name_of_a_file_anywhere(loaded, permission):
    data = "data: [{file: exports/korenmaat-ig.csv, exported: 2026-06-02, only: {Post type: [IG image]}}]\n"
    case = loaded(data + RESULT, CASE.replace("permission: public", f"permission: {permission}"))
    metric = result(case)
    assert metric.source.inline.name.pick("nl") == "Meta Business Suite, export per bericht"
    model = case.library.cases[0].model
    assert "korenmaat-ig" not in repr(model) + repr(metric.evidence)


def test_an_export_that_carries_the_client_in_its_name_gives_nobody_away(loaded):
    results = RESULT.replace("korenmaat-ig.csv", "bakkerij-de-korenmaat.csv")
    hidden = CASE.replace("permission: public", "permission: anonymised")
    assert not loaded(results, hidden, **{"bakkerij-de-korenmaat__csv": POSTS}).problems


def test_a_source_that_carries_the_client_in_its_name_is_seen(loaded):
    data = 'data: [{file: exports/korenmaat-ig.csv, name: "Kassa van Bakkerij De Korenmaat"}]\n'
    hidden = CASE.replace("permission: public", "permission: anonymised")
    assert [one[0] for one in told(loaded(data + RESULT, hidden))] == ["SMM036"]


def test_exports_are_among_what_no_host_publishes(loaded):
    case = loaded(unused__xlsx=b"x", notes__md=b"# hello")
    docs = case.library.docs
    hidden = {path.relative_to(docs).as_posix() for path in unpublished_files(case.library)}
    assert hidden == {"cases/bakery.yml", "exports/korenmaat-ig.csv", "exports/unused.xlsx"}


def test_an_export_outside_the_exports_folder_is_hidden_even_where_nothing_of_the_case_appears(project):
    case = CASE.replace("permission: public", "permission: none") + RESULT.replace("exports/", "images/")
    root = project(
        {"smm.yml": "docs: site_src\n", "site_src/cases/b.yml": case, "site_src/images/korenmaat-ig.csv": POSTS}
    )
    found = load(root, resolve=resolve_case)
    assert not found.library.cases
    assert root / "site_src/images/korenmaat-ig.csv" in unpublished_files(found.library)


# What is wrong


@pytest.mark.parametrize(
    ("change", "code", "line", "message"),
    [
        (("er_reach", "reach"), "SMM045", 16, "reach cannot be added up"),
        (("er_reach", "er_followers"), "SMM045", 16, "does not say followers"),
        (("2026-02", "2024-02"), "SMM045", 16, "no row lies in 2024-02-01..2024-02-29"),
        (("    period: 2026-03\n", ""), "SMM018", 17, "the result needs its period, too"),
        (("target: 4.5", "result: 4.5"), "SMM018", 19, "the result is computed from the file"),
        (("target: 4.5", "source: {name: Meta}"), "SMM018", 19, "the file is the source"),
        (("korenmaat-ig.csv", "missing.csv"), "SMM024", 16, "there is no file exports/missing.csv"),
        (("exports/korenmaat-ig.csv", "../x.csv"), "SMM023", 16, "leaves the docs folder"),
        (("korenmaat-ig.csv", "korenmaat.png"), "SMM012", 16, "is not a table"),
    ],
)
def test_a_mistake_is_told_once_at_its_line(loaded, change, code, line, message):
    results = RESULT.replace(*change)
    assert results != RESULT
    problems = told(loaded(results))
    assert [(one[0], one[1], one[2]) for one in problems] == [(code, "site_src/cases/bakery.yml", line)]
    assert message in problems[0][3]


def test_a_cell_that_cannot_be_read_is_told_in_the_export_once_for_all_results(loaded):
    raw = s.table(s.IG_EN, s.ig_post(1, "03/05/2026", Views="much"))
    results = "results:\n" + "".join(f"  - {{metric: {one}, file: exports/p.csv}}\n" for one in ("views", "likes"))
    assert [one[:3] for one in told(loaded(results, p__csv=raw))] == [("SMM044", "site_src/exports/p.csv", 2)]


def test_other_mistakes_of_the_case_do_not_hide_those_of_its_files(loaded):
    problems = told(loaded(RESULT.replace("er_reach", "reach"), CASE.replace("kind: client", "kind: klant")))
    assert [one[0] for one in problems] == ["SMM013", "SMM045"]


def test_a_file_that_says_nothing_for_the_metric_was_named_by_mistake(loaded):
    results = "results: [{metric: views, file: [exports/korenmaat-ig.csv, exports/f.csv], period: 2026-03}]\n"
    followers = s.meta_results("Facebook follows", [("2026-03-01", 1)])
    assert "exports/f.csv says nothing that views needs" in told(loaded(results, f__csv=followers))[0][3]


@pytest.mark.parametrize(("day", "codes"), [("2026-03-20", ["SMM045"]), ("2026-03-31", []), ("2026-06-02", [])])
def test_an_export_from_before_the_end_of_the_period_is_a_warning(loaded, day, codes):
    """Posts of the last eleven days are not in it, and nothing else in the file tells."""
    case = loaded(f"data: [{{file: exports/korenmaat-ig.csv, exported: {day}}}]\n" + RESULT)
    assert [problem.code for problem in case.problems] == codes
    assert not errors_in(case.problems)


def test_an_entry_that_no_result_uses_is_a_warning(loaded):
    case = loaded("data: [{file: exports/korenmaat-ig.csv}]\nresults: [{metric: views, result: 1}]\n")
    assert [problem.message for problem in case.problems] == ["no result uses exports/korenmaat-ig.csv"]


def test_too_large_a_file_is_not_even_opened(loaded, tmp_path: Path):
    results = "results: [{metric: views, file: exports/big.csv}]\n"
    assert told(loaded(results, big__csv=b"x" * 20_000_001))[0][:2] == ("SMM004", "site_src/exports/big.csv")


def test_a_link_that_leaves_the_docs_folder_is_not_read(loaded, tmp_path: Path):
    case = loaded()
    outside = tmp_path / "secret.csv"
    outside.write_bytes(POSTS)
    link = case.library.docs / "exports" / "korenmaat-ig.csv"
    link.unlink()
    link.symlink_to(outside)
    assert [one[0] for one in told(load(case.library.root, resolve=resolve_case))] == ["SMM023"]
