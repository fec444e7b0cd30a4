"""A project with one guide that has every kind of section, texts in many scripts, and hostile ones."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import load
from smm_portfolio.problems import errors_in
from tests.support.trees import write_tree

LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-van-Zuylen-van-Nievelt"
HOSTILE = '</h2><script>alert("x")</script>{{ 7*7 }}'

_TASKS = "\n".join(
    f"""      - id: extra-{n}
        title: {{nl: "Taak nummer {n}", en: "Task number {n}"}}
        done: {{nl: "Klaarzin {n} met genoeg woorden om over twee regels te lopen, zodat een rij hoogte heeft.",
                en: "Donesentence {n} with enough words to run over two lines, so that a row has some height."}}
        owner: buddy
        due: start + {n} business days
        category: work"""
    for n in range(1, 21)
)

FILES = {
    "smm.yml": """
        name: Bureau
        languages: [nl, en]
        calendar: {country: NL, closed: [2027-02-19]}
        """,
    "site_src/profile.yml": """
        name: Noor Voorbeeld
        role: {nl: Bureau, en: Agency}
        headline: {nl: Wij helpen., en: We help.}
        sample: true
        """,
    "site_src/sources.yml": """
        sources:
          first: {name: "Eerste bron", url: "https://example.org/first", published: 2025-08-26, accessed: 2026-11-22}
          second: {name: "Tweede bron", note: {nl: Zonder datum., en: Undated.}}
        """,
    "site_src/roles/duo.yml": """
        title: {nl: Rollen, en: Roles}
        summary: {nl: Twee rollen., en: Two roles.}
        roles:
          - id: manager
            name: {nl: Beheerder, en: Manager}
            focus: {nl: Richting, en: Direction}
            tasks: [{nl: Plannen, en: Planning}]
          - id: maker
            name: {nl: Maker, en: Maker}
            focus: {nl: Uitvoering, en: Doing}
            description: {nl: "Een dag begint met *lezen*.", en: "A day starts with *reading*."}
            tasks: [{nl: Filmen, en: Filming}, {nl: Schrijven, en: Writing}]
            skills: [{nl: Luisteren, en: Listening}]
        dimensions:
          - id: reach
            name: {nl: Vooruitkijken, en: Looking ahead}
            values:
              manager: {text: {nl: een jaar, en: a year}, weight: 3}
              maker: {text: {nl: een week, en: a week}, weight: 1}
        decisions:
          - {situation: {nl: Je begint, en: You start}, roles: [maker, manager], why: {nl: Samen sterk., en: Together.}}
        fits:
          - {who: {nl: Wie graag maakt., en: Who likes making.}, role: maker}
        career:
          - {name: {nl: Oefenen, en: Practise}, description: {nl: Elke dag., en: Every day.}}
        sources: [second]
        """,
    "site_src/salaries/pay.yml": """
        title: {nl: Salaris, en: Pay}
        summary: {nl: Wat het oplevert., en: What it pays.}
        rows:
          - region: {nl: Nederland, en: Netherlands}
            role: {nl: Maker, en: Maker}
            level: junior
            low: 31250
            high: 41000.5
            currency: EUR
            period: year
            gross: gross
            year: 2025
            source: first
            confidence: high
        gaps: [{nl: Niets over België., en: Nothing on Belgium.}]
        """,
    "checklists/skills.yml": """
        type: skill
        title: {nl: Vaardigheden, en: Skills}
        summary: {nl: Wat je kunt., en: What you can do.}
        levels:
          - {id: basic, name: {nl: Basis, en: Basic}, description: {nl: Geoefend., en: Practised.}}
          - {id: lead, name: {nl: Leidend, en: Leading}, description: {nl: Leert anderen., en: Teaches.}}
        groups:
          - id: making
            name: {nl: Maken, en: Making}
            items: [{id: film, name: {nl: Filmpjes, en: Clips}, sources: [first]}]
        """,
    "checklists/plan.yml": f"""
type: onboarding
title: {{nl: Plan, en: Plan}}
summary: {{nl: Het plan., en: The plan.}}
phases:
  - id: before
    name: {{nl: Voor de start, en: Before the start}}
    tasks:
      - id: laptop
        title: {{nl: "Laptop werkt 🎉", en: "Laptop works 🎉"}}
        done: {{nl: "Zelf ingelogd.", en: "Logged in."}}
        owner: it
        support: [manager]
        due: start - 14 days
        category: it
        evidence: {{nl: schermafdruk, en: screenshot}}
        sources: [first]
      - id: call
        title: {{nl: "Bel de klant", en: "Call the client"}}
        done: {{nl: "Gesproken.", en: "Spoken."}}
        owner: hire
        due: kickoff + 1 business day
        category: client
        required: false
        depends_on: [laptop]
        signoff: true
        link: https://example.org/call
  - id: after
    name: {{nl: Na de start, en: After the start}}
    intro: {{nl: Nu echt., en: For real.}}
    tasks:
      - id: holiday
        title: {{nl: Koningsdag vieren, en: "Celebrate King's Day"}}
        done: {{nl: Oranje., en: Orange.}}
        owner: hire
        due: start + 85 days
        category: work
{_TASKS}
signoff:
  statement: {{nl: Samen doorgenomen., en: Gone through together.}}
  read: [{{nl: Merkboek versie 5, en: Brand book version 5}}, {{nl: Huisregels, en: House rules}}]
  signatories: [hire, manager]
""",
    "site_src/guides/start.yml": f"""
title: {{nl: Inwerkgids, en: Starting guide}}
subtitle: {{nl: De eerste tijd, en: The first time}}
summary: {{nl: Alles voor een goed begin., en: All for a good start.}}
organisation: "Kaap & Zn."
version: "1.2"
date: 2026-11-22
sections:
  - title: '{HOSTILE}'
    text:
      nl: |
        Welkom in Łódź, Αθήνα en Москва 👋. Zie [de **rollen**](../roles/duo.md) of [elders](https://example.org/a).

        ##### Diep kopje
        - een
            - dieper
        1. geteld

        | Wat | Hoe |
        | --- | --- |
        | tabel | cel |
      en: "Welcome 👋."
  - title: {{nl: Jouw rol, en: Your role}}
    intro: {{nl: Dit ben jij., en: This is you.}}
    role: {{comparison: duo, role: maker}}
  - {{title: {{nl: Taken, en: Tasks}}, checklist: plan}}
  - {{title: {{nl: Kunnen, en: Skills}}, checklist: skills}}
  - {{title: {{nl: Rollen, en: Roles}}, role_comparison: duo}}
  - {{title: {{nl: Verdienen, en: Earning}}, salary_table: pay}}
  - title: {{nl: Begrippen, en: Terms}}
    glossary: [{{term: {{nl: Bereik, en: Reach}}, meaning: {{nl: Hoeveel mensen., en: How many.}}}}]
  - title: {{nl: Crisiskaart, en: Crisis card}}
    crisis_card:
      call:
        - {{name: Ilse, role: {{nl: Hoofd, en: Head}}, phone: "221"}}
        - {{name: {{nl: Balie, en: Desk}}, role: {{nl: Balie, en: Desk}}}}
      first_15: [{{nl: Adem in, en: Breathe in}}]
      first_60: [{{nl: Bel de klant op, en: Ring the client}}]
      first_180: [{{nl: Blijf bij, en: Keep up}}]
      levels:
        - {{name: {{nl: Laag, en: Low}}, example: Typo, decides: {{nl: Jij, en: You}}, within: "2 h"}}
        - {{name: {{nl: Hoog, en: High}}, example: Pers, decides: {{nl: Hoofd, en: Head}}, within: {{nl: nu, en: now}}}}
      holding: {{nl: We zoeken het uit., en: We are looking into it.}}
      never: [{{nl: Wissen, en: Delete}}]
  - title: {{nl: Wie je belt, en: Whom to call}}
    contacts:
      - name: "{LONG_NAME}"
        role: {{nl: Alles, en: All}}
        email: naam@afdeling.organisatie.example
        phone: "0123456789"
  - {{title: {{nl: Akkoord, en: Agreement}}, signoff: plan}}
  - {{title: {{nl: Bronnen, en: Sources}}, sources: true}}
""",
}


def library(folder: Path) -> Library:
    """The project, written into a folder and loaded without an error."""
    loaded = load(write_tree(folder, FILES))
    assert errors_in(loaded.problems) == []
    return loaded.library
