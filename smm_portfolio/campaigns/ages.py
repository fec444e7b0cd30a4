"""Warnings about figures that nobody has looked up for a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from smm_portfolio.campaigns.platforms import FILE, Facts, figures, name_of
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.yaml_reader import dotted, read_yaml
from smm_portfolio.problems import Problem, Severity

FRESH = dt.timedelta(days=365)
"""How long after it was checked a figure is relied on without a word."""


def age_problems(facts: Facts, docs: Path, root: Path, used: set[Platform], today: dt.date) -> Iterator[Problem]:
    """Warnings about figures that nobody has checked for a year.

    Args:
        facts: the project's facts.
        docs: the docs folder.
        root: the project folder.
        used: platforms that the project has campaigns on; the others can age in peace.
        today: the day that ages are counted to.
    """
    path = docs / FILE
    own = sorted((at, day) for at, day in facts.own if _old(day, today) and at[1] in used)
    if own:
        document, _ = read_yaml(path.read_bytes(), name_of(path, root))
        for at, day in own:
            yield document.place(_age(f"'{at[-1]}' was last checked on {day}", dotted(at)), at, key=True)
    mine = {at for at, _ in facts.own}
    for platform in sorted(used):
        ours = [(at, facts.checked(fact)) for at, fact in figures(facts.file) if at[1] == platform and at not in mine]
        old = [day for _, day in ours if _old(day, today)]
        if old:
            count = f"{len(old)} figures about {facts.platform(platform).name or platform}"
            yield _age(f"{count} were last checked on {min(old)}", f"platforms.{platform}")


def _old(day: dt.date, today: dt.date) -> bool:
    return today - day > FRESH


def _age(message: str, path: str) -> Problem:
    fix = f"Look them up again and put them into {FILE} in the docs folder with checked:, or update smm-portfolio."
    return Problem("SMM051", f"{message}, more than a year ago", fix, path=path, severity=Severity.WARNING)
