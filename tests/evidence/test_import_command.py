"""`smm import` says what an export gives, writes YAML that works when pasted, and overwrites nothing."""

import os
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from smm_portfolio.cli.app import app
from smm_portfolio.content.loader import load, unpublished_files
from smm_portfolio.evidence.resolve import resolve_case
from smm_portfolio.problems import UserError, errors_in
from tests.evidence import samples as s
from tests.evidence.test_case_studies import CASE, POSTS

TIKTOK = s.text(
    ["Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"],
    [["December 31", 100, 1, 10, 5, 5], ["January 1", 300, 1, 10, 5, 5]],
).encode()


@pytest.fixture
def root(project, monkeypatch) -> Path:
    made = project({"smm.yml": "languages: [nl, en]\n", "site_src/cases/.keep": ""})
    monkeypatch.chdir(made)
    return made


@pytest.fixture
def download(tmp_path: Path):
    def make(raw: bytes, name: str = "Export (1).csv") -> Path:
        path = tmp_path / "downloads" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)
        os.utime(path, (1_767_600_000, 1_767_600_000))  # 5 January 2026
        return path

    return make


def run(*words: object) -> str:
    done = CliRunner().invoke(app, ["import", *map(str, words)])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.output


def test_it_says_what_the_file_is_what_it_gives_and_what_not(root, download):
    said = run(download(POSTS), "--as", "report")
    assert "Meta Business Suite, export per post (format: meta_content, header in 'en')" in said
    assert "3 posts, 2026-02-05..2026-03-20, instagram" in said
    assert "er_reach: 6.50 %" in said
    assert "no reach: reach cannot be added up" in said
    assert "no er_followers: the file does not say followers" in said
    assert "known and not used: " in said
    assert not (root / "site_src/exports").exists()


def test_the_export_goes_into_the_project_and_neither_it_nor_the_yaml_is_published(root, download):
    run(download(POSTS))
    docs = root / "site_src"
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*.*") if path.is_file()} - {"cases/.keep"}
    assert files == {"exports/export-1.csv", "exports/export-1.snippet.yml"}
    assert {docs / file for file in files} <= unpublished_files(load(root).library)


def test_the_yaml_works_when_it_is_pasted_into_a_case(root, download):
    run(download(POSTS))
    snippet = (root / "site_src/exports/export-1.snippet.yml").read_text()
    assert snippet.startswith("# yaml-language-server: $schema=../../schema/case_study.schema.json\n")
    (root / "site_src/cases/bakery.yml").write_text(CASE + snippet)
    loaded = load(root, resolve=resolve_case)
    assert not errors_in(loaded.problems), loaded.problems
    results = {one.metric: one for one in loaded.library.cases[0].model.results}
    assert results["er_reach"].amount(results["er_reach"].result) == 6.5
    assert results["views"].source.inline.published == "2026-01-05"


def test_the_day_of_the_file_gives_the_year_that_its_dates_lack(root, download):
    said = run(download(TIKTOK))
    assert "2025-12-31..2026-01-01" in said
    snippet = (root / "site_src/exports/export-1.snippet.yml").read_text()
    assert "exported: 2026-01-05  # the day of the file; correct it where it is wrong" in snippet


def test_an_export_that_lies_in_the_docs_folder_stays_where_it_is(root):
    place = root / "site_src/data/ig.csv"
    place.parent.mkdir()
    place.write_bytes(POSTS)
    assert "Copied" not in run(place)
    assert "file: data/ig.csv" in (root / "site_src/data/ig.snippet.yml").read_text()


def test_nothing_is_overwritten(root, download):
    run(download(POSTS))
    with pytest.raises(UserError, match="SMM062"):
        run(download(POSTS))
    (root / "site_src/exports/export-1.snippet.yml").unlink()
    with pytest.raises(UserError, match="SMM062"):
        run(download(TIKTOK))
    assert (root / "site_src/exports/export-1.csv").read_bytes() == POSTS


@pytest.mark.parametrize(
    ("raw", "words", "code"),
    [
        (b"Dag;Bericht\n1-3-2026;mooi\n", (), "SMM043"),
        (POSTS, ("--format", "ga4"), "SMM043"),
        (POSTS, ("--format", "meta"), "SMM063"),
        (POSTS, ("--period", "spring"), "SMM063"),
        (POSTS, ("--exported", "yesterday"), "SMM063"),
        (b"", (), "SMM001"),
    ],
)
def test_what_cannot_be_used_is_a_problem_and_writes_nothing(root, download, raw, words, code):
    with pytest.raises(UserError, match=code):
        run(download(raw), *words)
    assert not (root / "site_src/exports").exists()


# A table of one's own

BOOKINGS = """\
Boekingssysteem;;;
Dag;Herkomst;Boekingen;Omzet;Quote
1-3-2026;Winkel;2;1.250,50;12%
1-3-2026;Instagram;4;300,00;8%
14-3-2026;Winkel;3;80,00;9%
14-3-2026;Instagram;5;90,00;7%
31-3-2026;Winkel;0;10,00;9%
31-3-2026;Instagram;6;20,00;7%
""".encode("cp1252")


def test_an_own_table_is_described_column_by_column(root, download):
    said = run(download(BOOKINGS), "--as", "report")
    assert "own table, 6 rows, header in line 2 (format: table)" in said
    assert "Dag: dates, 1-3-2026 … → date" in said
    assert "Herkomst: words, Instagram, Winkel → only: {Herkomst: […]} counts some rows" in said
    assert "Boekingen: numbers, 0 to 6 → which metric does it count? For example conversions" in said
    assert "Omzet: numbers, 10 to 1250.5 → revenue" in said
    assert "Quote: percentages, 12% → not read: a rate is computed from its parts" in said
    assert "revenue: 1,750.50" in said
    assert not (root / "site_src/exports").exists()


def test_the_yaml_of_an_own_table_needs_only_its_remarks_removed(root, download):
    run(download(BOOKINGS))
    snippet = (root / "site_src/exports/export-1.snippet.yml").read_text()
    assert "      # conversions: Boekingen  # 0 to 6: which metric does it count?" in snippet
    done = snippet.replace("      # conversions", "      conversions").replace("    # only", "    only")
    done = done.partition("results:")[0] + "results: [{metric: conversions, file: exports/export-1.csv}]\n"
    (root / "site_src/cases/bakery.yml").write_text(CASE + done.replace("[Instagram, Winkel]", "[Instagram]"))
    loaded = load(root, resolve=resolve_case)
    assert not errors_in(loaded.problems), loaded.problems
    assert loaded.library.cases[0].model.results[0].result.value == 15


def test_what_an_own_table_leaves_open_is_said_and_not_guessed(root, download):
    raw = b"Day;Views\n03/04/2026;1.250\n04/04/2026;2.100\n"
    said = run(download(raw))
    assert "Views: numbers, 1250 to 2100 → views" in said
    assert (
        "to settle: '03/04/2026' may begin with the day or with the month → Add under data: dates: day_first." in said
    )
    snippet = (root / "site_src/exports/export-1.snippet.yml").read_text()
    assert "may begin with the day or with the month" in snippet
    assert "      date: Day\n      views: Views\n" in snippet


def test_a_currency_in_the_name_of_a_column_does_not_hide_what_it_counts(root, download):
    said = run(download(b"Dag;Omzet (EUR)\n31-3-2026;12,50\n1-4-2026;10,00\n"), "--as", "report")
    assert "Omzet (EUR): numbers, 10 to 12.5 \u2192 revenue" in said
    assert "amounts in EUR" in said


def test_line_breaks_in_names_and_cells_do_not_break_the_yaml(root, download):
    raw = 'Dag;"Boekingen\n(aantal)";Views\n1-3-2026;5;7\n"2-3 of\nresults: x";6;8\n' + "13-3-2026;6;8\n" * 4
    run(download(raw.encode()))
    snippet = (root / "site_src/exports/export-1.snippet.yml").read_text()
    assert list(yaml.safe_load(snippet)) == ["data", "results"]
    assert "Boekingen (aantal)" in snippet


def test_an_own_workbook_is_read_too(root, download):
    rows = [["From", "Tot", "Followers"], ["2026-03-01", "2026-03-31", 1200], ["2026-04-01", "2026-04-30", 1300]]
    said = run(download(s.xlsx({"Notes": [["hello"]], "Data": rows}), "own.xlsx"), "--as", "report")
    assert "Tot: dates, 2026-03-31 … → end" in said
    assert "Followers: numbers, 1200 to 1300 → followers" in said


def test_an_archive_asks_to_be_unpacked(root, download):
    with pytest.raises(UserError, match="SMM043") as caught:
        run(download(POSTS, "export.zip"))
    assert "unpack" in caught.value.problems[0].fix


def test_a_folder_without_a_project_is_refused(tmp_path, monkeypatch, download):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match="SMM060"):
        run(download(POSTS))
