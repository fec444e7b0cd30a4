"""Small projects with something in them that must not go out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.small_project import write_small_project

Make = Callable[..., Path]

PROFILE = """\
name: Noor Veldkamp
role: Social media manager
headline: Wat ik doe
email: noor@veldkamp.nl
phone: "+31 20 624 11 11"
links: [{label: Instagram, url: "https://www.instagram.com/noorveldkamp/"}]
"""

CASE = """\
title: Van stil naar vol
kind: employer
permission: anonymised
client: {name: Spaakwerk Tweewielers, url: spaakwerk.example, logo: images/logo.svg}
anonymised_as: Regionale fietsketen
summary: Sneller antwoord.
sector: Winkels
role: Webcare
period: 2026-03
platforms: [facebook]
situation: {text: Vragen bleven liggen., date: 2026-02-28}
goals: [{text: Sneller antwoorden}]
approach: [{title: Een postvak, why: Overzicht}]
results: [{metric: response_time, baseline: 540, result: 130}]
testimonial:
  quote: Eindelijk rust.
  name: Bartje Wiel
  role: filiaalhouder
  permission: {granted: true, date: 2026-04-04}
links: [{label: Bericht, url: "https://www.facebook.com/spaakpost/99"}]
"""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n'


@pytest.fixture
def make(tmp_path: Path, repo_root: Path) -> Make:
    """``make({"site_src/a.md": "…"}, settings="private_terms: [x]")``: a project in Dutch with these files."""

    def project(files: dict[str, str] | None = None, settings: str = "") -> Path:
        smm = f"name: Voorbeeld\nlanguages: [nl]\n{settings}\n"
        lesson = "# Les\n\n[smm:salary-table pay]\n"
        folder = write_small_project(tmp_path / "project", repo_root, **{"smm.yml": smm, **(files or {})})
        (folder / "site_src/training/lesson.en.md").unlink()
        (folder / "site_src/training/lesson.md").write_text(lesson, encoding="utf-8")
        pay = folder / "site_src/salaries/pay.yml"
        pay.write_text(
            pay.read_text(encoding="utf-8").replace("source: {name: Own survey}", "source: {name: Eigen onderzoek}")
        )
        return folder

    return project
