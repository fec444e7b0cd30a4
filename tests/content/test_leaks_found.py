"""An anonymised client must not be given away by a text of its own case, and the author must hear it in time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from smm_portfolio.content.loader import load

CASE = """\
title: Reactietijd bij {title}
kind: employer
permission: anonymised
client: {{name: Spaakwerk}}
anonymised_as: Regionale fietsketen
summary: Sneller antwoord.
sector: Fietsen
role: Webcare
period: 2026-03
platforms: [facebook]
situation: {{text: Vragen bleven liggen., date: 2026-02-28}}
goals: [{{text: Sneller antwoorden}}]
approach: [{{title: Een postvak, why: Overzicht}}]
results: [{{metric: response_time, baseline: 540, result: 130}}]
"""


def codes(root: Path) -> list[tuple[str, int]]:
    return [(problem.code, problem.line) for problem in load(root).problems]


def test_the_clients_name_in_a_text_is_an_error_at_its_line(project: Callable[..., Path]) -> None:
    root = project({"smm.yml": "name: X\nlanguages: [nl]\n", "site_src/cases/a.yml": CASE.format(title="Spaakwerk")})
    assert ("SMM036", 1) in codes(root)


def test_a_case_that_gives_nothing_away_is_fine(project: Callable[..., Path]) -> None:
    root = project({"smm.yml": "name: X\nlanguages: [nl]\n", "site_src/cases/a.yml": CASE.format(title="een keten")})
    assert codes(root) == []


def test_the_address_of_the_page_gives_nothing_away_either(project: Callable[..., Path]) -> None:
    files = {"smm.yml": "name: X\nlanguages: [nl]\n", "site_src/cases/spaakwerk.yml": CASE.format(title="een keten")}
    assert "SMM036" in [code for code, _ in codes(project(files))]
