"""An anonymised client is in no file of what is published, wherever its name was typed or lies in a name of a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from smm_portfolio.build.checking import check_project
from smm_portfolio.content.loader import load
from smm_portfolio.content.terms import Terms
from smm_portfolio.hosts.file_texts import texts_of
from smm_portfolio.problems import errors_in
from tests.privacy.conftest import CASE, SVG, Make
from tests.support.small_project import smm, tree_of

SECRETS = ("Spaakwerk Tweewielers", "Spaakwerk", "Tweewielers", "spaakwerk.example")


def holders(folder: Path, *names: str) -> list[str]:
    """Files whose address, text or bytes hold one of the names."""
    terms = Terms(names)
    plain = [name.casefold().encode() for name in names]
    found = []
    for path in sorted(folder.rglob("*")):
        uri = path.relative_to(folder).as_posix()
        if path.is_file():
            content = path.read_bytes()
            texts = [uri, *(texts_of(path) or ())]
            if any(map(terms.names_in, texts)) or any(name in content.lower() for name in plain):
                found.append(uri)
    return found


def test_the_client_of_the_reference_site_is_in_no_file(reference_site: Path) -> None:
    """Pages, search, share pictures, PDFs with their metadata, calendars, tables, file names."""
    kinds = {path.suffix for path in reference_site.rglob("*") if path.is_file()}
    assert {".html", ".pdf", ".json", ".svg", ".png", ".xml"} <= kinds
    assert holders(reference_site, *SECRETS) == []


def test_the_search_above_finds_what_is_there(reference_site: Path) -> None:
    assert "work/fietsketen/index.html" in holders(reference_site, "Regionale fietsketen")
    assert "work/fietsketen.pdf" in holders(reference_site, "Regionale fietsketen")


@pytest.mark.slow
def test_the_exported_tree_does_not_name_the_client_either(repo_root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "smm_portfolio.cli", "export", str(tmp_path / "pages")]
    done = subprocess.run(command, cwd=repo_root, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "pages/nl/work/fietsketen.md").is_file()
    assert holders(tmp_path / "pages", *SECRETS) == []


LEAKS = {
    "the name": ("summary: Sneller antwoord.", "summary: Sneller antwoord bij Spaakwerk Tweewielers."),
    "in capitals": ("role: Webcare", "role: Webcare SPAAKWERK TWEEWIELERS"),
    "with a hyphen": ("why: Overzicht", "why: Overzicht bij spaakwerk-tweewielers"),
    "with bold letters": ("why: Overzicht", "why: Overzicht bij Spaak**werk** Tweewielers"),
    "as its owner": ("why: Overzicht", 'why: "Spaakwerk Tweewielers\' overzicht"'),
    "its account": ("why: Overzicht", "why: 'Overzicht bij @spaakpost'"),
    "with accents": ("sector: Winkels", "sector: Spáákwerk Tweewielérs"),
    "as a hashtag": ("sector: Winkels", "sector: '#SpaakwerkTweewielers'"),
    "its address": ("text: Vragen bleven liggen.", "text: Vragen op www.spaakwerk.example bleven liggen."),
    "a link to the post": ("why: Overzicht", "why: 'Zie [dit](https://www.facebook.com/spaakpost/99)'"),
    "who speaks": ("role: filiaalhouder", "role: filiaalhouder (Bartje Wiel)"),
    "a picture's file": (
        "sector: Winkels",
        "sector: Winkels\npicture: {file: images/spaakwerk-tweewielers.svg, alt: x}",
    ),
    "an alternative text": (
        "sector: Winkels",
        "sector: W\npicture: {file: images/logo.svg, alt: Bij Spaakwerk Tweewielers}",
    ),
    "a tool": ("sector: Winkels", "sector: Winkels\ntools: [Spaakwerk Tweewielers app]"),
    "a name instead of it": ("anonymised_as: Regionale fietsketen", "anonymised_as: Spaakwerk Tweewielers Oost"),
}


@pytest.mark.parametrize("where", LEAKS)
def test_a_slip_in_the_case_is_an_error(where: str, make: Make) -> None:
    old, new = LEAKS[where]
    files = (
        {"images/logo.svg": SVG, "images/spaakwerk-tweewielers.svg": SVG}
        if "file" in where
        else {"images/logo.svg": SVG}
    )
    assert old in CASE
    case = {"site_src/cases/ketting.yml": CASE.replace(old, new)}
    folder = make({**case, **{f"site_src/{name}": content for name, content in files.items()}})
    found = errors_in(check_project(folder).problems)
    assert {(one.code, one.file) for one in found} >= {("SMM036", "site_src/cases/ketting.yml")}


@pytest.mark.parametrize("slug", ["spaakwerk-tweewielers", "spaakwerktweewielers"])
def test_the_address_of_the_case_is_an_error(slug: str, make: Make) -> None:
    folder = make({f"site_src/cases/{slug}.yml": CASE, "site_src/images/logo.svg": SVG})
    assert [one.code for one in errors_in(check_project(folder).problems)] == ["SMM036"]


def test_a_file_of_the_docs_folder_that_carries_the_name_is_an_error(make: Make) -> None:
    """MkDocs would copy it, linked to or not."""
    files = {"site_src/cases/ketting.yml": CASE, "site_src/images/logo.svg": SVG}
    folder = make({**files, "site_src/images/Spaakwerk_Tweewielers-2.svg": SVG})
    (problem,) = errors_in(check_project(folder).problems)
    assert (problem.code, problem.file) == ("SMM036", "site_src/images/Spaakwerk_Tweewielers-2.svg")


def test_an_export_may_carry_the_name_because_it_stays_behind(make: Make) -> None:
    results = "results: [{metric: views, file: exports/spaakwerk-tweewielers.csv}]\n"
    case = CASE.replace("results: [{metric: response_time, baseline: 540, result: 130}]\n", results)
    case += "data: [{file: exports/spaakwerk-tweewielers.csv, columns: {date: Dag, views: Weergaven}, language: nl}]\n"
    export = "Dag;Weergaven\n" + "".join(f"{day:02}-03-2026;10\n" for day in range(1, 32))
    folder = make(
        {
            "site_src/cases/ketting.yml": case,
            "site_src/images/logo.svg": SVG,
            "site_src/exports/spaakwerk-tweewielers.csv": export,
        }
    )
    smm(folder, "build", "--no-pdf")
    assert "310" in (folder / "site/work/ketting/index.html").read_text(encoding="utf-8")
    assert holders(folder / "site", *SECRETS) == []


def test_the_printed_case_holds_neither_name_nor_link_nor_speaker(make: Make) -> None:
    folder = make({"site_src/cases/ketting.yml": CASE, "site_src/images/logo.svg": SVG})
    smm(folder, "build")
    documents = [name for name in tree_of(folder / "site") if name.endswith(".pdf")]
    assert "work/ketting.pdf" in documents
    assert holders(folder / "site", *SECRETS, "Bartje Wiel", "spaakpost") == []
    assert "work/ketting.pdf" in holders(folder / "site", "Eindelijk rust")


# What may not be shown at all, and what nobody agreed to


def test_a_case_that_may_not_be_shown_stops_whoever_refers_to_it(make: Make) -> None:
    files = {
        "site_src/cases/weg.yml": CASE.replace("permission: anonymised", "permission: none"),
        "site_src/images/logo.svg": SVG,
    }
    folder = make(files)
    smm(folder, "build", "--no-pdf")
    assert holders(folder / "site", "Eindelijk rust", "Regionale fietsketen") == []
    assert not (folder / "site/work/weg").exists()
    (folder / "site_src/a.md").write_text("# A\n\n[smm:case-study weg]\n")
    profile = "name: N\nrole: R\nheadline: H\nselected: [weg]\n"
    (folder / "site_src/profile.yml").write_text(profile, encoding="utf-8")
    done = smm(folder, "build", "--no-pdf", check=False)
    assert done.returncode == 1
    assert "site_src/profile.yml:4:12 SMM034" in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("granted: true", "granted: false", "testimonial.permission.granted"),
        ("kind: employer", "kind: mock", "testimonial"),
        ("  permission: {granted: true, date: 2026-04-04}\n", "", "testimonial.permission"),
    ],
    ids=["not granted", "in a mock", "not recorded"],
)
def test_a_quote_that_nobody_agreed_to_is_printed_nowhere(old: str, new: str, place: str, make: Make) -> None:
    assert old in CASE
    files = {"site_src/cases/ketting.yml": CASE.replace(old, new), "site_src/images/logo.svg": SVG}
    folder = make(files)
    (problem,) = errors_in(load(folder).problems)
    assert problem.code == ("SMM011" if not new else "SMM035")
    assert problem.path in (place, "testimonial")
    done = smm(folder, "build", check=False)
    assert done.returncode == 1
    assert not (folder / "site").exists()
    done = smm(folder, "pdf", "ketting", check=False)
    assert done.returncode == 1
    assert not list(folder.glob("*.pdf"))
