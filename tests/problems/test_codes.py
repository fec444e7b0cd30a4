"""Every code in the handbook can be met, and every code that is met stands in the handbook."""

from __future__ import annotations

import re
from pathlib import Path

from smm_portfolio.problems import CODES

PACKAGE = Path(__file__).parents[2] / "smm_portfolio"
CODE = re.compile(r"\bSMM\d{3}\b")


def used() -> dict[str, set[str]]:
    """Codes in the package and the files that name them, the registry aside."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        if path.name != "codes.py":
            for code in CODE.findall(path.read_text(encoding="utf-8")):
                found.setdefault(code, set()).add(path.name)
    return found


def never_met(codes: set[str]) -> set[str]:
    return codes - set(used())


def never_explained(codes: set[str]) -> set[str]:
    return set(used()) - codes


def test_no_code_is_explained_that_nobody_can_meet():
    assert never_met(set(CODES)) == set()


def test_no_code_is_met_that_nobody_explains():
    assert never_explained(set(CODES)) == set()


def twice(registry: str) -> list[str]:
    found = re.findall(r'Code\(\s*"(SMM\d{3})"', registry)
    return sorted({code for code in found if found.count(code) > 1})


def test_no_code_means_two_things():
    """The second would take the place of the first in the handbook."""
    assert twice((PACKAGE / "problems" / "codes.py").read_text(encoding="utf-8")) == []
    assert twice('Code("SMM001", ""), Code(\n        "SMM001",') == ["SMM001"]


def test_both_would_be_seen():
    assert never_met({*CODES, "SMM998"}) == {"SMM998"}
    assert never_explained(set(CODES) - {"SMM010"}) == {"SMM010"}
