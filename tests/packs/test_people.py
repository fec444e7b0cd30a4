"""The list of people: whatever a spreadsheet saves is read, and every mistake is shown in its cell, all at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from smm_portfolio.content.values.due import Anchor
from smm_portfolio.packs.days import Order, TwoReadingsError, read_day
from smm_portfolio.packs.people import People, Role, Rules, one_person, read_people
from smm_portfolio.packs.tables import read_table
from smm_portfolio.problems import Problem, UserError, errors_in
from tests.packs.sheets import write_sheet

RULES = Rules(
    ("nl", "en"),
    "NL",
    roles=(Role("maker", {"nl": "Maker", "en": "Maker"}), Role("ads", {"nl": "Adverteerder", "en": "Ads lead"})),
    needed=frozenset({"name", "start"}),
    wished=frozenset({"buddy"}),
)
START = dt.date(2027, 1, 4)


def people(path: Path, data: str | bytes, rules: Rules = RULES) -> People:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_people(read_table(path), rules)


def found(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    return sorted(((p.code, p.line, p.column) for p in errors_in(problems)), key=lambda place: place[1:])


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_csv_that_a_spreadsheet_saves_is_read(tmp_path: Path, sign: str, encoding: str):
    text = sign.join(["Naam", "Startdatum", "Buddy"]) + "\r\n" + sign.join(["Zoë Müller", "2027-01-04", '"Bas, of"'])
    listed = people(tmp_path / "people.csv", text.encode(encoding))
    (one,) = listed.people
    assert (one.name, one.dates[Anchor.START], one.line) == ("Zoë Müller", START, 2)
    assert one.says("buddy") == "Bas, of"


@pytest.mark.parametrize(
    "headings",
    [
        "naam,startdatum,leidinggevende,taal",
        "Name,Start date,Line manager,Language",
        "FULL NAME *,eerste_dag,manager,taal",
    ],
)
def test_columns_have_names_in_any_shipped_language(tmp_path: Path, headings: str):
    listed = people(tmp_path / "people.csv", f"{headings}\nAnna,2027-01-04,Ilse,Engels\n")
    (one,) = listed.people
    assert (one.name, one.says("manager"), one.language) == ("Anna", "Ilse", "en")


def test_a_last_day_is_a_day_like_the_first(tmp_path: Path):
    rules = replace(RULES, needed=frozenset({"name", "end"}))
    listed = people(tmp_path / "people.csv", "Naam;Laatste werkdag\nAnna;2027-01-29\n", rules)
    assert listed.people[0].dates == {Anchor.END: dt.date(2027, 1, 29)}


def test_first_and_last_name_with_what_stands_between(tmp_path: Path):
    listed = people(tmp_path / "p.csv", "Voornaam;Tussenvoegsel;Achternaam;Start\nNoor;van der;Veen;2027-01-04\n")
    assert listed.people[0].name == "Noor van der Veen"


def test_a_spreadsheet_is_read_with_its_own_dates_and_cells(tmp_path: Path):
    path = write_sheet(
        tmp_path / "people.xlsx",
        [["Naam", "Startdatum", "Rol"], ["Anna", START, "ads"], [None], ["Bas", "03/04/2027", "adz"]],
    )
    listed = read_people(read_table(path), RULES)
    assert listed.people[0].dates[Anchor.START] == START
    assert found(listed.problems) == [("SMM113", 4, 2), ("SMM013", 4, 3)]
    assert [problem.path for problem in errors_in(listed.problems)] == ["Startdatum (B4)", "Rol (C4)"]


def test_yaml_problems_point_at_line_and_column(tmp_path: Path):
    text = "people:\n  - naam: Anna\n    start: 2027-01-04\n  - naam: Bas\n    start: morgen\n"
    listed = people(tmp_path / "people.yml", text)
    assert listed.people[0].line == 2
    assert found(listed.problems) == [("SMM015", 5, 12)]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"PK\x03\x04", b"\x00\x01\x02"])
@pytest.mark.parametrize("name", ["p.csv", "p.xlsx", "p.yml", "p.pdf"])
def test_a_file_that_is_no_list_is_said_to_be_none(tmp_path: Path, name: str, data: bytes):
    with pytest.raises(UserError):
        people(tmp_path / name, data)


def test_every_mistake_of_every_row_in_one_go(tmp_path: Path):
    text = (
        "Naam;Start;Rol;E-mail;Taal;Regio\n"
        ";2027-01-04;;;;\n"
        "Anna;04/03/2027;maaker;anna;fr;XX\n"
        "Bas;2027-02-30;ads;bas@x.example;nl;BE\n"
        "12345;2027-01-04;;;;\n"
        "Goed;2027-01-04;Ads lead;;English;DE-BY\n"
    )
    listed = people(tmp_path / "p.csv", text)
    assert found(listed.problems) == [
        ("SMM114", 2, 0),
        ("SMM113", 3, 2), ("SMM013", 3, 3), ("SMM012", 3, 4), ("SMM017", 3, 5), ("SMM013", 3, 6),
        ("SMM015", 4, 2),
        ("SMM014", 5, 1),
    ]  # fmt: skip
    (good,) = listed.people
    assert (good.role, good.language, good.country, good.subdivision) == ("ads", "en", "DE", "BY")
    assert listed.bad == (2, 3, 4, 5)


def test_both_readings_of_a_date_are_named(tmp_path: Path):
    listed = people(tmp_path / "p.csv", "Naam;Start\nAnna;03/04/2027\n")
    (problem,) = errors_in(listed.problems)
    assert "3 april 2027 of" not in problem.message
    assert "3 april 2027" in problem.message
    assert "4 maart 2027" in problem.message


def test_a_misspelt_column_gets_the_name_that_was_meant(tmp_path: Path):
    with pytest.raises(UserError) as refused:
        people(tmp_path / "p.csv", "Naam;Strat datum\nAnna;2027-01-04\n")
    codes = {problem.code: problem.fix for problem in refused.value.problems}
    assert "startdatum" in codes["SMM112"]
    assert "SMM114" in codes


def test_a_column_of_ones_own_is_kept_and_a_second_one_refused(tmp_path: Path):
    listed = people(tmp_path / "p.csv", "Naam;Start;Shirt maat\nAnna;2027-01-04;M\n")
    assert listed.people[0].says("shirt_maat") == "M"
    with pytest.raises(UserError, match="second column"):
        people(tmp_path / "p.csv", "Naam;Name;Start\nAnna;Anna;2027-01-04\n")


def test_a_value_without_a_heading_is_not_lost_silently(tmp_path: Path):
    listed = people(tmp_path / "p.csv", "Naam;Start\nAnna;2027-01-04;verdwaald\n")
    assert found(listed.problems) == [("SMM111", 2, 3)]
    assert listed.people == ()


def test_one_person_from_the_command_line():
    (one,) = one_person(["naam=Anna", "start=4 januari 2027"], RULES).people
    assert (one.name, one.dates) == ("Anna", {Anchor.START: START})
    with pytest.raises(UserError, match="no field"):
        one_person(["Anna"], RULES)


days = st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))


@given(days, st.sampled_from(["d MMMM y", "EEEE d MMMM y", "d MMM y", "MMMM d, y"]), st.sampled_from(["nl", "en"]))
def test_a_day_in_words_is_read_back(day: dt.date, pattern: str, language: str):
    assert read_day(format_date(day, pattern, locale=language)) == day


@given(days)
def test_a_day_in_figures_is_read_back_or_has_two_readings(day: dt.date):
    for text in (f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%d.%m.%Y}"):
        assert read_day(text) == day
    assert read_day(f"{day:%d/%m/%Y}", Order.DAY_FIRST) == day
    assert read_day(f"{day:%m-%d-%Y}", Order.MONTH_FIRST) == day or day.day > 12
    if day.day <= 12 and day.day != day.month:
        with pytest.raises(TwoReadingsError) as refused:
            read_day(f"{day:%d/%m/%Y}")
        assert day in refused.value.readings
    else:
        assert read_day(f"{day:%d/%m/%Y}") == day


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_days(text: str):
    try:
        read = read_day(text)
    except ValueError:
        return
    assert dt.date.min <= read <= dt.date.max
