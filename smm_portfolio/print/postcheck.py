"""Checks on a finished PDF, whatever the style sheet did: pages with text, brand fonts, labelled fields."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smm_portfolio.print.job import PrintJob
from smm_portfolio.problems import Problem

if TYPE_CHECKING:
    import pikepdf

FONT_PREFIX = "Smm"
"""Every font family that the looks declare begins with this word."""


@dataclass(frozen=True, slots=True)
class Field:
    """A form field: technical name, what a screen reader says, kind (``/Tx``, ``/Btn``, ``/Ch``)."""

    name: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a PDF holds.

    Args:
        pages: the text of each page.
        fonts: base names of the embedded fonts, without the subset prefix, sorted.
        fields: form fields in page order.
        lang: language of the document.
        title: title of the document.
        places: page of each anchor that a link leads to, from 0.
    """

    pages: tuple[str, ...]
    fonts: tuple[str, ...]
    fields: tuple[Field, ...]
    lang: str
    title: str
    places: Mapping[str, int]


def inspect(pdf: bytes) -> Inspection:
    """Read a finished PDF."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = sorted(
            {
                str(font.BaseFont).rpartition("+")[2].lstrip("/")
                for page in opened.pages
                if "/Font" in page.Resources
                for font in page.Resources.Font.values()
            }
        )
        fields = tuple(
            Field(str(item.get("/T", "")), str(item.get("/TU", "")), str(item.get("/FT", "")))
            for page in opened.pages
            for item in page.get("/Annots", ())
            if item.get("/Subtype") == "/Widget"
        )
        lang = str(opened.Root.get("/Lang", ""))
        title = str(opened.docinfo.get("/Title", ""))
        places = _places(opened)
    return Inspection(_page_texts(pdf), tuple(fonts), fields, lang, title, places)


def _places(opened: pikepdf.Pdf) -> dict[str, int]:
    """Page of each named destination."""
    import pikepdf

    names = opened.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if names is None:
        return {}
    numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(opened.pages)}
    return {str(name): numbers[target[0].objgen] for name, target in pikepdf.NameTree(names).items()}


def _page_texts(pdf: bytes) -> tuple[str, ...]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            textpage = page.get_textpage()
            texts.append(textpage.get_text_range())
            textpage.close()
            page.close()
        return tuple(texts)
    finally:
        document.close()


def check(job: PrintJob, found: Inspection) -> list[Problem]:
    """What is wrong with a finished document."""
    problems = _labels(job, found)
    for number, text in enumerate(found.pages, 1):
        size = len("".join(text.split()))
        if size < job.min_page_chars:
            problems.append(
                Problem(
                    "SMM094",
                    f"page {number} of {len(found.pages)} has {size} characters, fewer than {job.min_page_chars}",
                    "Shorten the block that did not fit under its heading, or let it break.",
                    job.source,
                )
            )
    fix = "Use only the families of the look in styles."
    problems += [
        Problem("SMM095", f"the font {font} is not one of the look", fix, job.source)
        for font in found.fonts
        if not font.startswith(FONT_PREFIX)
    ]
    if found.lang.split("-")[0] != job.lang.split("-")[0]:
        problems.append(
            Problem(
                "SMM095",
                f"the document says its language is “{found.lang}”, not “{job.lang}”",
                "Set lang on the html element.",
                job.source,
            )
        )
    return problems


def _labels(job: PrintJob, found: Inspection) -> list[Problem]:
    """Pages without the words that they must carry."""
    wanted = [[job.every_page] for _ in found.pages]
    starts = [(found.places.get(anchor, 0), label) for anchor, label in job.sections]
    ends = [*(start for start, _ in starts[1:]), len(found.pages)]
    for (start, label), end in zip(starts, ends, strict=False):
        for number in range(start, max(start + 1, end)):
            wanted[number].append(label)
    return [
        Problem(
            "SMM095",
            f"page {number} lacks the words “{label}”",
            "This is a fault of the template; every page carries the label.",
            job.source,
        )
        for number, (text, labels) in enumerate(zip(found.pages, wanted, strict=True), 1)
        for label in dict.fromkeys(labels)
        if label and _plain(label) not in _plain(text)
    ]


def _plain(text: str) -> str:
    """Words without spaces and case: where a line breaks says nothing."""
    return "".join(text.casefold().split())
