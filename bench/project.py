"""A project with any number of case studies, all different and all sound."""

from __future__ import annotations

from pathlib import Path

_SETTINGS = """\
name: Bench
languages: [nl]
look: studio
"""

_MKDOCS = """\
site_name: Bench
docs_dir: site_src
theme:
  name: material
  language: nl
  font: false
plugins: [search, smm]
markdown_extensions: [attr_list, md_in_html, tables, admonition]
"""

_CASE = """\
title: Van {a} naar {b} boekingen voor zaak {n}
kind: client
permission: public
client: {{name: Zaak {n}}}
summary: Zaak {n} kreeg met vier rubrieken en snelle antwoorden meer boekingen in een kwartaal.
sector: {sector}
role: "Solo: plan, beeld, tekst en webcare"
period: 2026-03-01..2026-05-31
platforms: [{platform}, newsletter]
formats: [feed, reel]
situation:
  date: 2026-02-28
  lead: De agenda bleef half leeg.
  text: |
    Op 28 februari telde het systeem {a} boekingen in een kwartaal. Berichten gingen over het assortiment en
    noemden de workshop **twee keer**. De eigenaar wilde er {goal} zien, zonder extra personeel.

    - Geen vaste dag voor berichten
    - Vragen bleven gemiddeld negen uur liggen
goals:
  - {{text: Meer boekingen per kwartaal, metric: conversions, target: {goal}}}
  - {{text: Meer interactie per bereikt account, metric: er_reach, target: 4.5}}
approach:
  - {{title: Vier vaste rubrieken, why: Volgers weten dan wat er komt en het plannen kost minder tijd.}}
  - {{title: De workshop in beeld, why: Van de veertig oude berichten noemden er twee de workshop.}}
  - {{title: Antwoord binnen twee uur, why: Zes op de tien vragen gingen over tijd en prijs.}}
results:
  - metric: conversions
    label: Boekingen
    baseline: {a}
    target: {goal}
    result: {b}
    baseline_period: 2025-12-01..2026-02-28
    period: 2026-03-01..2026-05-31
    source: {{name: Boekingssysteem}}
  - metric: er_reach
    baseline: {{numerator: 1302, denominator: 42000}}
    target: 4.5
    result: {{numerator: {num}, denominator: 58000}}
    baseline_period: 2025-12-01..2026-02-28
    period: 2026-03-01..2026-05-31
    source: {{name: Meta Business Suite}}
caveat: In april verhuisde de zaak naar een drukkere straat.
lessons:
  worked: [Een filmmoment per week hield het vol.]
  change: [De nieuwsbrief kreeg pas in week negen een plek.]
art: {{motif: {motif}, seed: {n}}}
"""

_SECTORS = ("Bakkerij", "Boekhandel", "Fietsenwinkel", "Kapper", "Museum")
_PLATFORMS = ("instagram", "facebook", "linkedin", "tiktok")
_MOTIFS = ("loaves", "books", "bicycles", "cups", "plants")


def write_project(folder: Path, cases: int) -> None:
    """Write a project with so many case studies."""
    studies = folder / "site_src" / "cases"
    studies.mkdir(parents=True)
    (folder / "smm.yml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    for number in range(cases):
        start = 10 + number % 40
        text = _CASE.format(
            n=number,
            a=start,
            b=start + 7 + number % 23,
            goal=start + 12,
            num=2000 + number,
            sector=_SECTORS[number % 5],
            platform=_PLATFORMS[number % 4],
            motif=_MOTIFS[number % 5],
        )
        (studies / f"case-{number:04}.yml").write_text(text, encoding="utf-8")
