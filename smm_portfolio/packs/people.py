"""The people that packs are made for: every row of the list checked, all problems at once."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from babel.core import Locale
from pydantic import TypeAdapter, ValidationError

from smm_portfolio.content.labels import labels
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.values.scalars import Email
from smm_portfolio.content.work_calendar import work_calendar
from smm_portfolio.packs.columns import fields_of, plain, shipped_languages
from smm_portfolio.packs.days import Order, TwoReadingsError, in_words, read_day
from smm_portfolio.packs.tables import Cell, Row, Table
from smm_portfolio.problems import Problem, Severity, UserError

LONGEST = 120
"""Characters of a name; longer is a mistake of columns."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who gets a pack.

    Args:
        file: the list.
        line: line or row in it.
        name: as printed.
        dates: known days by anchor.
        language: two-letter code.
        role: id of a role of the project, or the text as typed where the project knows no roles.
        role_name: the role as printed.
        country: ISO 3166 code of the holidays.
        subdivision: part of the country with holidays of its own, or empty.
        texts: every field as text, for conditions and file names.
        large: whether the pack is in large print.
    """

    file: str
    line: int
    name: str
    dates: Mapping[Anchor, dt.date]
    language: str
    role: str = ""
    role_name: str = ""
    country: str = ""
    subdivision: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    large: bool = False

    def says(self, key: str) -> str:
        """A field as text; empty where it is not given."""
        return self.texts.get(key, "")


@dataclass(frozen=True, slots=True)
class Role:
    """A role that people may have: its id, and its name by language."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a list of people is checked against.

    Args:
        languages: of the project, the default first.
        country: whose holidays count where the list names none.
        roles: that the project knows; without any, every text is a role.
        needed: fields that everybody must have.
        wished: fields that are printed and may be written by hand.
        extra: further fields that the guide or the file name asks for; they must be there.
        order: how to read dates with two readings.
    """

    languages: Sequence[str]
    country: str = ""
    subdivision: str = ""
    roles: Sequence[Role] = ()
    needed: frozenset[str] = frozenset({"name"})
    wished: frozenset[str] = frozenset()
    extra: frozenset[str] = frozenset()
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class People:
    """Who is on a list.

    Args:
        people: those without an error, in order.
        problems: of all rows, and of the list.
        bad: lines of the rows with errors.
    """

    people: tuple[Person, ...]
    problems: tuple[Problem, ...]
    bad: tuple[int, ...] = ()


def read_people(table: Table, rules: Rules) -> People:
    """Check every row.

    Raises:
        UserError: a column is missing or not understood, so that no row can be read.
    """
    fields, problems = fields_of(table.headings, rules.extra)
    problems += _missing_columns(table, set(fields.values()), rules)
    if any(problem.is_error for problem in problems):
        raise UserError([*problems, *table.problems])
    problems += table.problems
    people, bad = [], []
    for line, row in table.rows:
        reader = _Reader(table.file, line, {fields[key]: cell for key, cell in row.items() if key in fields}, rules)
        person = reader.person()
        problems += reader.problems
        if person is None or any(problem.is_error and problem.line == line for problem in table.problems):
            bad.append(line)
        else:
            people.append(person)
    return People(tuple(people), tuple(problems), tuple(bad))


def one_person(given: Iterable[str], rules: Rules) -> People:
    """Somebody from the command line.

    Args:
        given: ``name=Noor``, ``startdatum=2027-01-04``.
        rules: see there.

    Raises:
        UserError: a word without ``=``, or a field that is missing or not understood.
    """
    row: Row = {}
    for word in given:
        heading, sign, value = word.partition("=")
        if not sign:
            fix = "Write for example name=Noor."
            raise UserError([Problem("SMM063", f"'{word}' is no field with a value", fix, path="--field")])
        row[heading.strip()] = Cell(value.strip(), "", 0, 0, f"--field {heading.strip()}")
    headings = tuple(Cell(heading, "", 0, 0, f"--field {heading}") for heading in row)
    return read_people(Table("", headings, ((0, {k: cell for k, cell in row.items() if cell.text}),)), rules)


_PARTS = ("first_name", "infix", "last_name")


def _missing_columns(table: Table, have: set[str], rules: Rules) -> list[Problem]:
    if "last_name" in have or "first_name" in have:
        have = have | {"name"}
    return [
        Problem(
            "SMM114",
            f"there is no column for '{key}', which the guide uses",
            f"Add a column with the heading {key}."
            if key in rules.needed | rules.extra
            else "It stays empty on paper.",
            table.file,
            table.headings[0].line if table.headings else 0,
            severity=Severity.WARNING if key in rules.wished else Severity.ERROR,
        )
        for key in sorted((rules.needed | rules.extra | rules.wished) - have)
    ]


class _Reader:
    """One row; collects what is wrong with it."""

    def __init__(self, file: str, line: int, cells: Mapping[str, Cell], rules: Rules) -> None:
        self._file, self._line, self._cells, self._rules = file, line, cells, rules
        self.problems: list[Problem] = []

    def person(self) -> Person | None:
        name = self._name()
        dates = {anchor: day for anchor in Anchor if (day := self._day(anchor))}
        language = self._language()
        role, role_name = self._role(language)
        country, subdivision = self._region()
        self._email()
        large = self._large()
        for key in ("manager", "buddy"):
            self._line_of_text(key)
        for key in sorted(self._rules.needed | self._rules.extra):
            if key not in self._cells and key != "name":
                self._say("SMM114", f"'{key}' is missing, which the guide uses", f"Fill in {key}.")
        if any(problem.is_error for problem in self.problems):
            return None
        texts = {key: unicodedata.normalize("NFC", cell.text) for key, cell in self._cells.items()}
        texts |= {"name": name, "language": language, "country": country, "role": role}
        texts |= {"region": texts.get("region", country).upper()}
        texts |= {anchor.value: day.isoformat() for anchor, day in dates.items()}
        return Person(
            self._file, self._line, name, dates, language, role, role_name, country, subdivision, texts, large
        )

    def _say(self, code: str, message: str, fix: str, key: str = "") -> None:
        cell = self._cells.get(key)
        if cell:
            self.problems.append(cell.problem(code, message, fix))
        else:
            self.problems.append(Problem(code, message, fix, self._file, self._line))

    def _text(self, key: str) -> str:
        return unicodedata.normalize("NFC", self._cells[key].text) if key in self._cells else ""

    def _name(self) -> str:
        name = self._text("name") or " ".join(part for key in _PARTS if (part := self._text(key)))
        key = "name" if "name" in self._cells else "last_name"
        if not name:
            self._say("SMM114", "the name is missing", "Fill in the name.")
        elif not any(char.isalpha() for char in name):
            self._say("SMM014", f"'{name}' has no letters, so it is no name", "Look whether the columns moved.", key)
        self._checked(name, key)
        return name

    def _line_of_text(self, key: str) -> None:
        self._checked(self._text(key), key)

    def _checked(self, text: str, key: str) -> None:
        if len(text) > LONGEST:
            self._say("SMM014", f"this has {len(text)} characters, more than {LONGEST}", "Shorten it.", key)
        if any(unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") for char in text):
            self._say("SMM014", "this has characters that cannot be printed", "Type it again.", key)

    def _day(self, anchor: Anchor) -> dt.date | None:
        cell = self._cells.get(anchor)
        if cell is None:
            return None
        if isinstance(cell.value, dt.date):
            return cell.value
        try:
            return read_day(cell.value, self._rules.order)
        except TwoReadingsError as error:
            language = self._rules.languages[0]
            one, two = (in_words(day, language) for day in error.readings)
            fix = f"Write {error.readings[0]} or {error.readings[1]}, or say --dates day-first."
            self._say("SMM113", f"'{cell.value}' is {one} or {two}", fix, anchor)
        except ValueError:
            fix = "Write year-month-day, for example 2027-01-04."
            self._say("SMM015", f"'{cell.value}' is not a date", fix, anchor)
        return None

    def _language(self) -> str:
        typed = self._text("language")
        if not typed:
            return self._rules.languages[0]
        code = _language_names().get(plain(typed), typed.lower())
        if code in self._rules.languages:
            return code
        known = ", ".join(self._rules.languages)
        self._say("SMM017", f"'{typed}' is not a language of this project", f"Use one of: {known}.", "language")
        return self._rules.languages[0]

    def _role(self, language: str) -> tuple[str, str]:
        typed = self._text("role")
        self._checked(typed, "role")
        if not typed or not self._rules.roles:
            return typed, typed
        by_name = {plain(name): role for role in self._rules.roles for name in (role.id, *role.names.values())}
        if role := by_name.get(plain(typed)):
            return role.id, role.names.get(language) or next(iter(role.names.values()), role.id)
        close = nearest(plain(typed), by_name)
        known = ", ".join(sorted({role.id for role in self._rules.roles}))
        fix = f"Did you mean {by_name[close].id}?" if close else f"Use one of: {known}."
        self._say("SMM013", f"'{typed}' is not a role of this project", fix, "role")
        return "", ""

    def _region(self) -> tuple[str, str]:
        """Country and part of it: from two columns, or from a region such as BE or DE-BY."""
        country, region = self._text("country").upper(), self._text("region").upper()
        if not country and region:
            head, _, tail = region.partition("-")
            country, region = (head, tail) if len(head) == 2 else (self._rules.country, region)
        elif not country:
            country, region = self._rules.country, self._rules.subdivision
        region = region.removeprefix(f"{country}-") if region != country else ""
        if found := _unknown_place(country, region):
            self._say(found.code, found.message, found.fix, "region" if "region" in self._cells else "country")
        return country, region

    def _large(self) -> bool:
        typed = self._text("large_print")
        answer = _answers().get(plain(typed)) if typed else False
        if answer is None:
            self._say("SMM013", f"'{typed}' is neither yes nor no", "Write yes, or leave it empty.", "large_print")
        return bool(answer)

    def _email(self) -> None:
        cell = self._cells.get("email")
        try:
            if cell:
                _EMAIL.validate_python(cell.value)
        except ValidationError:
            self._say("SMM012", f"'{self._text('email')}' is not an e-mail address", "Write name@example.com.", "email")


_EMAIL: TypeAdapter[Any] = TypeAdapter(Email)


@cache
def _unknown_place(country: str, region: str) -> Problem | None:
    """What is wrong with a country and its part; asked once for all who live there."""
    try:
        if country:
            work_calendar(country, (), subdivision=region)
    except UserError as error:
        return error.problems[0]
    return None


@cache
def _answers() -> Mapping[str, bool]:
    """Yes or no by the words for it in every shipped language."""
    return {
        plain(str(word)): answer == "yes"
        for language in shipped_languages()
        for answer, words in labels(language)["people"]["answers"].items()
        for word in words
    }


@cache
def _language_names() -> Mapping[str, str]:
    """Language code by the name of the language in every shipped language."""
    shipped = shipped_languages()
    return {plain(str(Locale.parse(one).get_display_name(other))): one for one in shipped for other in shipped}
