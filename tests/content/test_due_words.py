"""Due dates read as somebody would say them, in both languages, one and many."""

from __future__ import annotations

import datetime as dt

import pytest

from smm_portfolio.content.due_words import day_words, due_words, full_day_words, moved_words
from smm_portfolio.content.labels import labels
from smm_portfolio.content.schedule import ResolvedDue
from smm_portfolio.content.values.due import Due
from smm_portfolio.content.work_calendar import DayOff, OffKind

DAY = dt.date(2027, 1, 18)


@pytest.mark.parametrize(
    ("rule", "dutch", "english"),
    [
        ("start", "op je eerste dag", "on your first day"),
        ("start - 7 days", "7 dagen vóór je eerste dag", "7 days before your first day"),
        ("start - 1 day", "een dag vóór je eerste dag", "one day before your first day"),
        ("kickoff + 2 business days", "2 werkdagen na de kick-off", "2 working days after the kick-off"),
        ("contract + 1 month", "een maand na het tekenen van het contract", "one month after signing the contract"),
        ("start + 2 weeks", "2 weken na je eerste dag", "2 weeks after your first day"),
        ("laptop + 1 day", "een dag na ‘Laptop {werkt}’", "one day after ‘Laptop {werkt}’"),
        ("laptop", "tegelijk met ‘Laptop {werkt}’", "together with ‘Laptop {werkt}’"),
    ],
)
def test_rules_in_words(rule: str, dutch: str, english: str):
    due, titles = Due.model_validate(rule), {"laptop": "Laptop {werkt}"}
    assert due_words(due, labels("nl")["due"], "nl", titles) == dutch
    assert due_words(due, labels("en")["due"], "en", titles) == english


def test_days_in_words():
    assert day_words(DAY, labels("nl")["due"], "nl") == "ma 18 januari"
    assert day_words(DAY, labels("en")["due"], "en", year=True) == "Mon 18 January 2027"
    assert full_day_words(DAY, labels("nl")["due"], "nl") == "maandag 18 januari 2027"


@pytest.mark.parametrize(
    ("reason", "dutch", "english"),
    [
        (DayOff(OffKind.WEEKEND), "was zondag", "was Sunday"),
        (DayOff(OffKind.HOLIDAY, "Koningsdag"), "was Koningsdag", "was Koningsdag"),
        (DayOff(OffKind.CLOSED), "was een vrije zondag", "was a Sunday off"),
        (DayOff(OffKind.CLOSED, "inventaris"), "was inventaris", "was inventaris"),
    ],
)
def test_a_moved_date_says_what_it_was(reason: DayOff, dutch: str, english: str):
    moved = ResolvedDue(DAY, dt.date(2027, 1, 17), reason)
    assert moved_words(moved, labels("nl")["due"], "nl") == dutch
    assert moved_words(moved, labels("en")["due"], "en") == english
    assert moved_words(ResolvedDue(DAY), labels("nl")["due"], "nl") == ""


def test_a_language_without_labels_speaks_english():
    assert labels("fy") == labels("en")


def shape(node: object) -> object:
    return {key: shape(value) for key, value in node.items()} if isinstance(node, dict) else type(node)


@pytest.mark.parametrize("section", ["due", "print"])
def test_both_languages_have_the_same_labels(section: str):
    assert shape(labels("nl")[section]) == shape(labels("en")[section])
