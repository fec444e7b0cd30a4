"""A document with everything that print has, for the tests of the engine."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.looks import FontSet, Look, font_set, load_look
from smm_portfolio.print.job import PrintJob
from smm_portfolio.print.qr import qr_image
from smm_portfolio.print.styles import print_styles

HERE = Path(__file__).parent
WORDS = {
    "doc-brand": "Bureau Voorbeeld",
    "doc-id": "Inwerkgids · versie 1.0 · 23 november 2026",
    "page-word": "Pagina ",
    "of-word": " van ",
}

_TITLES = (
    "Laptop, mail en wachtwoordkluis werken",
    "Contract, geheimhouding en loonbelasting verstuurd",
    "Overdracht gelezen",
    "Elke login getest",
    "Merkboek besproken",
)
_ROW = (
    '<tr><td><input type="checkbox" id="k-{id}" title="Klaar: {title}" name="taak.{id}.klaar"></td>'
    '<td><label for="k-{id}">{title}</label><span class="smm-how">Werkend betekent: zelf ingelogd en een tweede factor '
    "ingesteld, niet alleen aangevraagd.</span></td><td>Jelle Voorbeeld</td>"
    '<td class="smm-due"><b>ma 28 december</b><span class="smm-rel">7 dagen vóór start</span></td>'
    '<td class="smm-write"><input type="text" name="taak.{id}.gedaan" title="Gedaan op en door: {title}"></td></tr>'
)


def guide_html() -> str:
    """Cover, contents, text, tasks, QR, sign-off and sources, with emoji, Cyrillic and Greek."""
    html = (
        (HERE / "guide.html")
        .read_text(encoding="utf-8")
        .replace("<!--qr-->", qr_image("https://example.org/start", "QR-code naar example.org/start"))
    )

    def rows(found: re.Match[str]) -> str:
        return "".join(
            _ROW.format(id=f"{found[1]}-{n}", title=f"{_TITLES[n % len(_TITLES)]} ({n + 1})")
            for n in range(int(found[2]))
        )

    return re.sub(r"<!--tasks:(\w+):(\d+)-->", rows, html)


@cache
def shipped(name: str) -> Look:
    """A look that comes with us."""
    look, problems = load_look(name)
    assert look, problems
    assert not problems
    return look


def guide_job(look: Look, fonts: FontSet, paper: PaperSize = PaperSize.A4) -> PrintJob:
    """The test document in a look."""
    html = guide_html()
    styles = print_styles(look, fonts, text=html, words=WORDS, paper=paper)
    return PrintJob(html, styles, "site_src/guides/inwerken.yml", HERE, (HERE, fonts.folder), "nl")


def fonts_of(look: Look, cache: Path) -> FontSet:
    """Its cut fonts."""
    return font_set(look, cache)
