"""A holiday calendar or a time zone that does not exist must be told before dates are printed from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smm_portfolio.content.loader import load


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("calendar: {country: XX}", (3, 21)),
        ("calendar: {country: DE, region: QQ}", (3, 33)),
        ("timezone: Europe/Amsterdm", (3, 11)),
    ],
)
def test_a_place_that_is_not_known_is_an_error(project: Callable[..., Path], line: str, place: tuple[int, int]) -> None:
    root = project({"smm.yml": f"name: X\nlanguages: [nl]\n{line}\n"})
    assert [(one.code, one.line, one.column) for one in load(root).problems] == [("SMM013", *place)]


def test_known_places_are_fine(project: Callable[..., Path]) -> None:
    settings = (
        "name: X\nlanguages: [nl]\ntimezone: Asia/Tokyo\ncalendar: {country: DE, region: BY, weekend: [fri, sat]}\n"
    )
    assert load(project({"smm.yml": settings})).problems == []
