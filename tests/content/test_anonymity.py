"""An anonymised case that gives its client away is found before anything is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from smm_portfolio.content.anonymity import leaks, secrets
from smm_portfolio.content.client_names import bare_name, site_of
from smm_portfolio.content.kinds.case_study import CaseStudy
from smm_portfolio.content.loader import load
from smm_portfolio.content.values.text import Text
from smm_portfolio.problems import Severity
from tests.support.portfolio import FILES
from tests.support.trees import parse_tree, write_tree


def case(tmp_path: Path, old: str = "", new: str = "") -> CaseStudy:
    """The anonymised case, with one text replaced."""
    files = parse_tree(FILES)
    path = "site_src/cases/bicycles.yml"
    assert not old or old in files[path]
    files[path] = files[path].replace(old, new) if old else files[path]
    library = load(write_tree(tmp_path, files)).library
    return next(entry.model for entry in library.cases if entry.slug == "bicycles")


def test_a_clean_case_leaks_nothing_although_client_and_links_name_the_client(tmp_path: Path) -> None:
    assert list(leaks(case(tmp_path), "bicycles")) == []
    hidden = ("Spaakwerk Tweewielers", "spaakwerk.example", "Bartje Wiel", "spaakwerk.example/secret-post")
    assert secrets(case(tmp_path)) == hidden


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("nl: Vragen bleven", "nl: Bij spaakwerk tweewielers bleven vragen", ("situation", "text", "nl")),
        ("en: Answer faster", "en: Answer faster on spaakwerk.example", ("goals", 0, "text", "en")),
        ("budget: EUR 98765", "tools: [Spaakwerk Tweewielers app]", ("tools", 0)),
    ],
)
def test_name_and_address_are_errors_at_their_place(
    tmp_path: Path, old: str, new: str, path: tuple[str | int, ...]
) -> None:
    found = list(leaks(case(tmp_path, old, new)))
    assert [(one.path, one.severity, one.code) for one in found] == [(path, Severity.ERROR, "SMM036")]


def test_a_telling_word_of_the_name_is_a_warning(tmp_path: Path) -> None:
    found = list(leaks(case(tmp_path, "nl: Je fiets is klaar.", "nl: Je fiets van Spaakwerk is klaar.")))
    assert [(one.path, one.severity) for one in found] == [(("samples", 0, "caption", "nl"), Severity.WARNING)]


def test_an_address_that_carries_the_name_is_found(tmp_path: Path) -> None:
    assert [one.path for one in leaks(case(tmp_path), "spaakwerk-tweewielers")] == [("slug",)]


def test_a_public_case_may_name_its_client(tmp_path: Path) -> None:
    assert list(leaks(case(tmp_path, "permission: anonymised", "permission: public"))) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Korenmaat B.V.", "Korenmaat"),
        ("Foo, Inc.", "Foo"),
        ("Müller & Zoon GmbH & Co. KG", "Müller & Zoon"),
        ("De Gouden Lepel", "Gouden Lepel"),
        ("De Kaas", "De Kaas"),
        ("Visa", "Visa"),
        ("BV", "BV"),
    ],
)
def test_a_client_is_known_without_what_registers_add(name: str, said: str) -> None:
    """Nobody writes B.V. in a caption, and the caption would have gone out."""
    assert bare_name(name) == said


@pytest.mark.parametrize(
    ("url", "hidden"),
    [
        ("https://www.facebook.com/korenmaat", ["facebook.com/korenmaat", "korenmaat"]),
        ("https://www.tiktok.com/@korenmaat/video/73", ["tiktok.com/@korenmaat/video/73", "korenmaat"]),
        ("https://nl.linkedin.com/company/korenmaat-bv/", ["nl.linkedin.com/company/korenmaat-bv", "korenmaat"]),
        ("https://www.instagram.com/p/Cx1abc/?igsh=x", ["instagram.com/p/Cx1abc"]),
        ("https://www.youtube.com/watch?v=abc", ["youtube.com/watch?v=abc"]),
        ("https://www.facebook.com/groups/fietsers/", ["facebook.com/groups/fietsers"]),
        ("https://www.facebook.com", []),
        ("https://blog.korenmaat.example/winkel/#top", ["blog.korenmaat.example"]),
    ],
)
def test_an_address_hides_the_account_and_not_the_platform(url: str, hidden: list[str]) -> None:
    """A client that has only a page on a platform must not make every link to that platform an error."""
    assert site_of(url) == hidden


@pytest.mark.parametrize("name", ["Jan", "Filiaalhouder", "De eigenaar"])
def test_a_first_name_or_a_position_is_no_secret(tmp_path: Path, name: str) -> None:
    """'jan' stands in every second date, and nobody could get past it."""
    quoted = case(tmp_path, "name: Bartje Wiel", f"name: {name}")
    assert quoted.testimonial
    role = Text({"": "De eigenaar"})
    told = quoted.model_copy(update={"testimonial": quoted.testimonial.model_copy(update={"role": role})})
    assert name not in secrets(told)
