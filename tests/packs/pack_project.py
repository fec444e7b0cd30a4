"""A small project with a guide that uses everything packs have: conditions, moved dates, owners, sign-off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import load
from smm_portfolio.looks import font_set
from smm_portfolio.packs.plan import Plan, make_plan
from smm_portfolio.problems import errors_in
from tests.print.documents import shipped
from tests.support.trees import write_tree

TODAY = dt.date(2026, 11, 23)
WORDS = "Genoeg woorden om een bladzijde te vullen, want een pagina met alleen een kop is een fout. "

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
        """,
    "site_src/roles/duo.yml": """
        title: {nl: Rollen, en: Roles}
        summary: {nl: Twee rollen., en: Two roles.}
        roles:
          - {id: manager, name: {nl: Beheerder, en: Manager}, focus: {nl: Richting, en: Direction}, tasks: [Plannen]}
          - {id: maker, name: {nl: Maker, en: Maker}, focus: {nl: Doen, en: Doing}, tasks: [Filmen]}
        dimensions:
          - id: reach
            name: {nl: Vooruitkijken, en: Looking ahead}
            values: {manager: {text: jaar, weight: 3}, maker: {text: week, weight: 1}}
        """,
    "checklists/plan.yml": """
        type: onboarding
        title: {nl: Plan, en: Plan}
        summary: {nl: Het plan., en: The plan.}
        phases:
          - id: before
            name: {nl: Voor de start, en: Before the start}
            tasks:
              - id: laptop
                title: {nl: Laptop werkt, en: Laptop works}
                done: {nl: Zelf ingelogd., en: Logged in.}
                owner: it
                support: [manager]
                due: start - 14 days
                category: it
              - id: film
                title: {nl: Camera ligt klaar, en: Camera is ready}
                done: {nl: Opgeladen., en: Charged.}
                owner: buddy
                due: start - 2 business days
                category: it
                when: role == "maker"
          - id: after
            name: {nl: Na de start, en: After the start}
            tasks:
              - id: hello
                title: {nl: Kennismaken, en: Introductions}
                done: {nl: Iedereen gezien., en: Met everybody.}
                owner: hire
                due: start
                category: welcome
              - id: sunday
                title: {nl: Terugblik, en: Look back}
                done: {nl: Samen besproken., en: Talked about it.}
                owner: hire
                due: start + 13 days
                category: review
              - id: belgium
                title: {nl: Belgische regels, en: Belgian rules}
                done: {nl: Gelezen., en: Read.}
                owner: hire
                due: start + 1 month
                category: legal
                when: region in ["BE"]
        signoff:
          statement: {nl: Samen doorgenomen., en: Gone through together.}
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
          - title: {{nl: Welkom, en: Welcome}}
            text: {{nl: "{WORDS * 3}", en: "{WORDS * 3}"}}
          - {{title: {{nl: Taken, en: Tasks}}, checklist: plan}}
          - {{title: {{nl: Akkoord, en: Agreement}}, signoff: plan}}
        """,
}

HEADINGS = "Naam;Startdatum;Rol;Leidinggevende;Buddy;Taal;Regio"


def library(folder: Path) -> Library:
    """The project, written into a folder and loaded without an error."""
    loaded = load(write_tree(folder, FILES))
    assert errors_in(loaded.problems) == []
    return loaded.library


def plan(books: Library, cache: Path, look: str = "studio", **more: object) -> Plan:
    """A plan for the guide in one of the looks that come with us."""
    chosen = shipped(look)
    return make_plan("start", books, chosen, font_set(chosen, cache), **more)


def row(name: str, start: str = "2027-02-01", *, role: str = "manager", language: str = "nl", region: str = "") -> str:
    """A row of the list."""
    return f"{name};{start};{role};Ilse Bakker;Bas;{language};{region}"


def listed(path: Path, rows: Iterable[str]) -> Path:
    """A list of people as CSV."""
    path.write_text("\n".join([HEADINGS, *rows]) + "\n", encoding="utf-8")
    return path
