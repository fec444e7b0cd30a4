"""Figures of an export are on the page; the export itself, and its name where the case is not public, are nowhere."""

import io

import pytest
from PIL import Image

from tests.evidence import samples as s
from tests.evidence.test_case_studies import CASE, POSTS, RESULT
from tests.support.small_project import smm, tree_of, write_small_project

HIDDEN = CASE.replace("permission: public", "permission: anonymised").replace("Bakkerij De Korenmaat", "Warme Zaak")
MANY = "results:\n" + "".join(
    f"  - {{metric: {metric}, file: exports/korenmaat-ig.csv, period: 2026-03}}\n"
    for metric in ("views", "likes", "comments", "shares", "er_reach", "saves")
)
SHOWN = "picture: {file: exports/shown.png, alt: {nl: Oven, en: Oven}}\n"
SECRETS = ("zegelring-geheim", "17900002", "Post ID")


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(made, "png")
    return made.getvalue()


@pytest.fixture(scope="module")
def published(repo_root, tmp_path_factory) -> dict[str, dict[str, bytes]]:
    """The site and the exported tree of a project with a public and an anonymised case."""
    folder = tmp_path_factory.mktemp("evidence") / "project"
    ads = {
        "Reporting starts": "2026-03-01",
        "Reporting ends": "2026-03-31",
        "Campaign name": "Lente",
        "Amount spent (EUR)": 30,
    }
    write_small_project(folder, repo_root, **{
        "site_src/cases/open.yml": CASE + RESULT + SHOWN,
        "site_src/cases/closed.yml": HIDDEN + RESULT.replace("exports/korenmaat-ig", "images/zegelring-geheim"),
        "site_src/cases/many.yml": CASE + MANY,
        "site_src/exports/korenmaat-ig.csv": POSTS,
        "site_src/exports/not-used-yet.csv": s.table(s.ADS_EN, ads),
        "site_src/exports/not-used-yet.snippet.yml": "results: []\n",
        "site_src/exports/meta.zip": b"zegelring-geheim",
        "site_src/exports/old/copy.ods": b"zegelring-geheim",
        "site_src/exports/old/report.json": "[]",
        "site_src/exports/screen-of-figures.png": picture(),
        "site_src/exports/shown.png": picture(),
        "site_src/images/zegelring-geheim.csv": POSTS,
    })  # fmt: skip
    smm(folder, "build", "--no-pdf")
    smm(folder, "export", "exported", "--no-pdf")
    return {"site": tree_of(folder / "site"), "exported": tree_of(folder / "exported")}


@pytest.mark.parametrize("tree", ["site", "exported"])
def test_no_export_is_published(published, tree):
    found = published[tree]
    names = [name for name in found if name.endswith((".csv", ".snippet.yml")) or "exports/" in name]
    assert names == []


@pytest.mark.parametrize("tree", ["site", "exported"])
@pytest.mark.parametrize("secret", SECRETS)
def test_what_an_export_holds_and_the_name_of_a_private_one_stand_nowhere(published, tree, secret):
    assert [name for name, content in published[tree].items() if secret.encode() in content] == []


def test_the_page_shows_the_figures_their_parts_and_the_file(published):
    page = published["site"]["work/open/index.html"].decode()
    for words in (
        "korenmaat-ig.csv",
        "Meta Business Suite, export per bericht",
        "100 van 1.000 bereik per bericht, opgeteld",
    ):
        assert words in page, words
    hidden = published["site"]["work/closed/index.html"].decode()
    assert "Meta Business Suite, export per bericht" in hidden


def test_results_beyond_the_tiles_say_their_parts_and_file_in_the_table(published):
    """Six results and no goal: four are tiles, the others would stand there without a source."""
    page = published["site"]["work/many/index.html"].decode()
    table = page.partition('<table class="smm-goals">')[2].partition("</table>")[0]
    assert table.count("korenmaat-ig.csv") == 2
    assert "100 van 1.000 bereik per bericht, opgeteld" in table


def test_a_picture_that_a_case_shows_is_shown_from_wherever_it_lies(published):
    assert 'alt="Oven"' in published["site"]["work/open/index.html"].decode()
