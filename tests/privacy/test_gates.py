"""Whatever an author types somewhere in a project is looked at before it is published, and the place is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.build.checking import check_project
from smm_portfolio.hosts.gates import for_publication
from smm_portfolio.problems import Problem
from tests.privacy.conftest import CASE, PROFILE, SVG, Make
from tests.support.small_project import smm

TERM = "private_terms: [Project Reiger]"


def found(folder: Path, *codes: str) -> list[Problem]:
    wanted = codes or ("SMM036", "SMM126", "SMM127", "SMM128", "SMM130")
    return [one for one in check_project(folder).problems if one.code in wanted]


PLACES = {
    "running text": ("site_src/a.md", "# A\n\nOver Project Reiger.\n", (3, 6)),
    "a heading": ("site_src/a.md", "# Project Reiger\n", (1, 3)),
    "front matter": ("site_src/a.md", "---\ntitle: A\ndescription: Voor project-reiger\n---\n# A\n", (3, 19)),
    "a remark that only the source shows": ("site_src/a.md", "# A\n\n<!-- wachten op Project Reiger -->\n", (3, 17)),
    "the title of a link": ("site_src/a.md", '# A\n\n[b](index.md "Project Reiger")\n', (3, 15)),
    "an attribute": ("site_src/a.md", '# A\n\n<p data-for="project_reiger">x</p>\n', (3, 14)),
    "an alternative text": ("site_src/a.md", "# A\n\n![Project Reiger](x.png)\n", (3, 3)),
    "an address": ("site_src/a.md", "# A\n\n<https://projectreiger.nl/>\n", (3, 10)),
    "code": ("site_src/a.md", "# A\n\n```\nutm_campaign=project-reiger\n```\n", (4, 14)),
    "YAML": ("site_src/profile.yml", PROFILE.replace("Wat ik doe", "Alles voor Project Reiger"), (3, 22)),
    "YAML over several lines": (
        "site_src/profile.yml",
        PROFILE + "about: |\n  Eerst dit.\n\n  Dan Project Reiger.\n",
        (10, 7),
    ),
    "the settings": ("smm.yml", f"name: Project Reiger\nlanguages: [nl]\n{TERM}\n", (1, 7)),
    "the site generator's settings": (
        "mkdocs.yml",
        "site_name: X\ndocs_dir: site_src\ncopyright: Project Reiger\ntheme: material\nplugins: [smm]\n",
        (3, 12),
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_private_term_is_an_error_at_its_place(place: str, make: Make) -> None:
    file, text, (line, column) = PLACES[place]
    (problem,) = found(make({file: text}, TERM))
    assert (problem.code, problem.file, problem.line, problem.column) == ("SMM126", file, line, column)
    assert problem.is_error
    assert "Reiger" not in problem.message + problem.fix, "logs of a build are often public"


@pytest.mark.parametrize("name", ["Rei**ger**", "R*ei*ger", "Rei<b>ger</b>", "Rei&shy;ger", "`Rei`ger", "==Rei==ger"])
def test_markup_within_a_name_does_not_hide_it(name: str, make: Make) -> None:
    """A page was searched as it was typed, and a PDF of one document was not searched at all."""
    files = {
        "site_src/a.md": f"# A\n\nOver Project {name}.\n",
        "site_src/profile.yml": PROFILE.replace("Wat ik doe", f'"Project {name}"'),
    }
    problems = found(make(files, TERM))
    assert [(one.code, one.file, one.line) for one in problems] == [
        ("SMM126", "site_src/a.md", 3),
        ("SMM126", "site_src/profile.yml", 3),
    ]
    assert problems[0].column == 6


def test_sample_text_in_the_site_generators_settings_is_seen(make: Make) -> None:
    """The copyright stands at the foot of every page."""
    config = (
        "site_name: X\ndocs_dir: site_src\n# TODO: later\ncopyright: Lorem ipsum\ntheme: material\nplugins: [smm]\n"
    )
    (problem,) = found(make({"mkdocs.yml": config}))
    assert (problem.code, problem.file, problem.line) == ("SMM128", "mkdocs.yml", 4)


@pytest.mark.parametrize("file", ["images/project-reiger.svg", "project reiger/notes.txt"])
def test_a_file_name_is_published_too(file: str, make: Make) -> None:
    (problem,) = found(make({f"site_src/{file}": SVG}, TERM))
    assert (problem.code, problem.file) == ("SMM126", f"site_src/{file}")


def test_the_address_of_an_entry_is_looked_at(make: Make) -> None:
    (problem,) = found(make({"site_src/cases/project-reiger.yml": CASE, "site_src/images/logo.svg": SVG}, TERM))
    assert (problem.code, problem.file) == ("SMM126", "site_src/cases/project-reiger.yml")


def test_terms_may_lie_in_a_file_that_git_leaves_alone(make: Make) -> None:
    """A list in a public repository would tell what it hides."""
    folder = make({"site_src/a.md": "# A\n\nProject Reiger\n", "private_terms.txt": "# geheim\nProject Reiger\n\nab\n"})
    assert [one.code for one in found(folder)] == ["SMM126"]


def test_a_term_of_two_letters_is_refused(make: Make) -> None:
    problems = check_project(make(settings="private_terms: [ab, Reiger]")).problems
    assert [(one.code, one.path) for one in problems] == [("SMM014", "private_terms[0]")]


def test_a_remark_in_yaml_is_not_published(make: Make) -> None:
    assert found(make({"site_src/profile.yml": f"# Project Reiger, bel 06-23456789\n{PROFILE}"}, TERM)) == []


# Contact details


def test_contact_details_wait_while_somebody_writes_and_stop_publishing(make: Make) -> None:
    folder = make({"site_src/a.md": "# A\n\nMail bartje@fietsen.nl of bel 06-23456789.\n"})
    assert [(one.code, one.is_error, one.column) for one in found(folder)] == [
        ("SMM127", False, 6),
        ("SMM127", False, 31),
    ]
    assert smm(folder, "check").returncode == 0
    done = smm(folder, "build", "--no-pdf", check=False)
    assert done.returncode == 1
    assert "site_src/a.md:3:6 SMM127" in done.stderr
    assert not (folder / "site").exists()


@pytest.mark.parametrize("name", ["cv.txt", "cv.html", "cv.svg", "cv.csv"])
def test_documents_beside_the_pages_are_read_too(name: str, make: Make) -> None:
    """A CV to download tells the same telephone number as a page would, and nobody was told."""
    text = "<p>Bel 06-23456789 of mail noor@veldkamp.nl</p>"
    if name.endswith("svg"):
        text = f'<svg xmlns="http://www.w3.org/2000/svg"><!-- 06-11111111 --><text>{text[3:-4]}</text></svg>'
    folder = make({f"site_src/files/{name}": text, "site_src/profile.yml": PROFILE})
    (problem,) = found(folder)
    assert (problem.code, problem.file, problem.is_error) == ("SMM127", f"site_src/files/{name}", False)
    assert "06-23456789" in problem.message


def test_what_the_profile_says_and_what_is_listed_may_be_seen(make: Make) -> None:
    text = "# A\n\nnoor@veldkamp.nl, 020 624 11 11, @noorveldkamp, info@fietsen.nl en @lapwerk\n"
    listed = 'public_contacts: [fietsen.nl, "@lapwerk"]'
    assert found(make({"site_src/profile.yml": PROFILE, "site_src/a.md": text}, listed)) == []


def test_a_colleague_in_a_guide_is_a_person_too(make: Make) -> None:
    guide = """\
        title: Gids
        summary: Op papier
        version: "1"
        date: 2026-11-01
        sections:
          - title: Bellen
            contacts: [{name: Sanne, role: Alles, email: sanne@bureau.nl}]
        """
    (problem,) = found(make({"site_src/guides/gids.yml": guide}))
    assert (problem.code, problem.path) == ("SMM127", "sections[0].contacts[0].email")


def test_an_account_name_is_a_remark_and_code_is_left_alone(make: Make) -> None:
    folder = make({"site_src/a.md": "# A\n\nmet @bakkerjan, `@media` en\n\n```css\n@page { }\n```\n"})
    assert [(one.code, one.is_error, one.column) for one in found(folder)] == [("SMM130", False, 5)]
    smm(folder, "build", "--no-pdf")


def test_another_site_with_only_the_plugin_keeps_its_own_pages(make: Make) -> None:
    """It has no place to say what is meant to be public, and did not ask."""
    folder = make({"site_src/a.md": "# A\n\ninfo@fietsen.nl\n"})
    (folder / "smm.yml").unlink()
    assert found(folder) == []


# Clients that are not named


def test_an_anonymised_client_is_missed_nowhere_else_either(make: Make) -> None:
    folder = make(
        {
            "site_src/cases/ketting.yml": CASE,
            "site_src/images/logo.svg": SVG,
            "site_src/profile.yml": PROFILE.replace("Wat ik doe", "Eerder bij spaakwerk-tweewielers"),
            "site_src/a.md": "# A\n\nBartje Wiel zei het al, zie facebook.com/spaakpost/99\n",
        }
    )
    assert [(one.code, one.file, one.line) for one in found(folder)] == [
        ("SMM036", "site_src/a.md", 3),
        ("SMM036", "site_src/a.md", 3),
        ("SMM036", "site_src/profile.yml", 3),
    ]


def test_a_client_that_another_case_names_is_no_secret_of_the_whole_site(make: Make) -> None:
    openly = CASE.replace("permission: anonymised", "permission: public").replace(
        "anonymised_as: Regionale fietsketen\n", ""
    )
    folder = make(
        {
            "site_src/cases/ketting.yml": CASE,
            "site_src/cases/open.yml": openly,
            "site_src/images/logo.svg": SVG,
            "site_src/profile.yml": PROFILE.replace("Wat ik doe", "Eerder bij Spaakwerk Tweewielers"),
        }
    )
    assert [one.file for one in found(folder) if one.file != "site_src/cases/open.yml"] == []


# What lies there by accident


@pytest.mark.parametrize(
    "name",
    [
        "cases/weg.yml.bak",
        "cases/weg.yml~",
        "cases/oud/weg.yml",
        "cases/cijfers.csv",
        "weg.yaml.orig",
        "images/Thumbs.db",
    ],
)
def test_a_copy_of_content_is_not_published_unnoticed(name: str, make: Make) -> None:
    """A case that may not be shown was there to be read, whole, under the name of its copy."""
    folder = make({f"site_src/{name}": CASE.replace("permission: anonymised", "permission: none")})
    (problem,) = check_project(folder).problems
    assert (problem.code, problem.file, problem.is_error) == ("SMM137", f"site_src/{name}", False)
    assert [one.is_error for one in for_publication([problem])] == [True]


@pytest.mark.parametrize(
    "name", ["files/voorbeeld.yml", "files/cijfers.csv", ".obsidian/weg.yml.bak", "cases/.DS_Store"]
)
def test_what_is_meant_or_stays_behind_is_left_alone(name: str, make: Make) -> None:
    assert check_project(make({f"site_src/{name}": "a: 1\n"})).problems == []
