"""Everything that can be wrong with a batch, before the first page is laid out and the first byte written."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fontTools.ttLib import TTFont

from smm_portfolio.content.due_words import full_day_words
from smm_portfolio.content.labels import labels
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.packs.faces import face
from smm_portfolio.packs.names import name_problems
from smm_portfolio.packs.people import People, Person
from smm_portfolio.packs.plan import Plan
from smm_portfolio.packs.values import Schedule, calendar_for, fact
from smm_portfolio.packs.view import FACTS
from smm_portfolio.problems import Problem, Severity, UserError, errors_in, sort_problems

_INVISIBLE = {"Cf", "Zs", "Mn"}
_EAST_ASIAN = {"CJK", "HANGUL", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "BOPOMOFO", "KATAKANA-HIRAGANA"}
"""First words of the Unicode names of what Noto Sans CJK draws."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Who gets a pack.

    Args:
        people: with their file names.
        problems: of everybody, also warnings.
        left_out: lines that are not made.
    """

    people: tuple[tuple[Person, str], ...]
    problems: tuple[Problem, ...]
    left_out: tuple[int, ...]


def preflight(
    found: People, plan: Plan, schedule: Schedule, *, today: dt.date, pattern: str, allow_past: bool = False
) -> Checked:
    """Check a batch.

    Args:
        found: the list as read.
        plan: the guide.
        schedule: its due dates.
        today: first days before it are a mistake, unless allowed.
        pattern: of the file names.
        allow_past: whether first days may be over, to print a pack again.
    """
    stems, problems = name_problems(found.people, plan.entry.slug, pattern)
    problems += _without_glyph(found.people, plan)
    for person in found.people:
        problems += _days(person, plan, today, allow_past=allow_past)
        try:
            schedule.dues(person)
        except UserError as error:
            problems += [problem.at(person.file, person.line) for problem in error.problems]
    bad = {problem.line for problem in errors_in(problems)}
    good = tuple((person, stems[person.line]) for person in found.people if person.line not in bad)
    everything = sort_problems([*found.problems, *problems])
    return Checked(good, tuple(everything), tuple(sorted({*found.bad, *bad})))


def _days(person: Person, plan: Plan, today: dt.date, *, allow_past: bool) -> Iterable[Problem]:
    words, names = labels(person.language)["due"], labels(person.language)["people"]["fields"]
    for anchor in {entry.model.anchor for entry in plan.checklists}:
        day = person.dates.get(anchor)
        if day is None:
            continue
        if day < today:
            shown, severity = full_day_words(day, words, person.language), Severity.ERROR
            if allow_past:
                severity = Severity.WARNING
            message = f"{person.name}: {shown} is over"
            yield Problem("SMM116", message, "Correct the year, or say --allow-past.", person.file, person.line,
                          path=names[anchor], severity=severity)  # fmt: skip
        yield from _day_off(person, anchor, day, plan)


def _day_off(person: Person, anchor: Anchor, day: dt.date, plan: Plan) -> Iterable[Problem]:
    if not dt.MINYEAR < day.year < dt.MAXYEAR:
        return
    work = calendar_for(person, plan, range(day.year, day.year + 2))
    reason = work.day_off(day)
    if reason is None:
        return
    words, names = labels(person.language)["due"], labels(person.language)["people"]["fields"]
    shown = full_day_words(day, words, person.language)
    nearest = full_day_words(work.nearest_worked(day, 1), words, person.language)
    why = f" ({reason.name})" if reason.name else ""
    message = f"{person.name}: {shown} is not a working day{why}; the next is {nearest}"
    fix = "Look whether the date is meant; tasks of that day move as the checklist says."
    yield Problem("SMM116", message, fix, person.file, person.line, path=names[anchor], severity=Severity.WARNING)


def _without_glyph(people: Sequence[Person], plan: Plan) -> list[Problem]:
    """Characters that neither the look nor the Noto fonts can draw, by person."""
    shown = {person.line: _printed(person) for person in people}
    covered = [face(data) for data in plan.values.files.values()]
    left = {char for text in shown.values() for char in text if not any(one.covers(char) for one in covered)}
    left = {char for char in left if unicodedata.category(char) not in _INVISIBLE}
    if left:
        left -= _drawn(plan, "".join(sorted(left)))
    problems = []
    for person in people:
        if missing := sorted(left.intersection(shown[person.line])):
            codes = " ".join(f"“{char}” (U+{ord(char):04X})" for char in missing[:8])
            message = f"{person.name}: no font of the look can draw {codes}"
            problems.append(Problem("SMM092", message, _way_out(missing), person.file, person.line))
    return problems


def _way_out(missing: Iterable[str]) -> str:
    """Chinese, Japanese and Korean have a package; everything else needs a font that somebody has."""
    scripts = {unicodedata.name(char, "").partition(" ")[0] for char in missing}
    install = "pip install 'smm-portfolio[cjk]', or " if scripts <= _EAST_ASIAN else ""
    own = "put a font that has it into the folder fonts of the project"
    return f"{install}{own}, or write it in other letters.".replace("put", "Put" if not install else "put", 1)


def _printed(person: Person) -> str:
    return "".join(fact(person, key) for key in ("name", *FACTS))


def _drawn(plan: Plan, chars: str) -> set[str]:
    """Those of some characters that a font for full layouts has."""
    found: set[str] = set()
    for file in plan.fonts.for_text(chars):
        with TTFont(file.path, lazy=True) as font:
            cmap = font.getBestCmap()
            found |= {char for char in chars if ord(char) in cmap}
    return found
