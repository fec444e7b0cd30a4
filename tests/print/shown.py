"""The small project of all page tests as documents: contexts, renders, and what is inside a finished PDF."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page
import pikepdf

from smm_portfolio.content.kinds.guide import PaperSize
from smm_portfolio.content.library import Library
from smm_portfolio.looks import font_set
from smm_portfolio.print.case import DocumentPdf, Dress, case_jobs
from smm_portfolio.print.engine import render
from smm_portfolio.print.postcheck import inspect
from smm_portfolio.site.context import SiteContext
from tests.print.documents import shipped
from tests.support.portfolio import context_of

SITE = "https://example.org/p/"


def shown_context(library: Library, language: str = "nl", site: str = SITE) -> SiteContext:
    """A build for a site whose address is known."""
    return replace(context_of(library, language), site_url=site)


def dress_of(look: str, cache: Path, paper: PaperSize | None = None) -> Dress:
    """A look that comes with us, with its fonts."""
    chosen = shipped(look)
    return Dress(chosen, font_set(chosen, cache), paper)


def case_order(context: SiteContext, slug: str, dress: Dress) -> DocumentPdf:
    """The order of one case study."""
    return next(order for order in case_jobs(context, dress) if order.uri == f"work/{slug}.pdf")


def printed(order: DocumentPdf) -> bytes:
    """A document that has no fault."""
    result = render(order.job)
    assert result.problems == ()
    return result.pdf


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, on one line."""
    return [" ".join(text.split()) for text in inspect(pdf).pages]


def breaks_ua(pdf: bytes) -> list[str]:
    """Rules of PDF/UA-1 that a document breaks."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        verdict = page.validate_pdf(file.name, profile=page.ValidationProfile("ua1"))
    return [failure.rule_id for failure in verdict.failures]


def links(pdf: bytes) -> tuple[set[str], list[str]]:
    """Addresses that links lead to outside, and names of inside targets that are not there."""
    outside: set[str] = set()
    lost: list[str] = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        names = _named(document)
        pages = {one.objgen for one in document.pages}
        for one in document.pages:
            for note in one.get("/Annots", ()):
                if note.get("/Subtype") != "/Link":
                    continue
                if "/A" in note and note.A.get("/S") == "/URI":
                    outside.add(str(note.A.URI))
                else:
                    target = note.get("/Dest") or note.A.D
                    found = names.get(str(target)) if isinstance(target, pikepdf.String) else target
                    if found is None or found[0].objgen not in pages:
                        lost.append(str(target))
    return outside, lost


def _named(document: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    if "/Names" not in document.Root or "/Dests" not in document.Root.Names:
        return {}
    return {str(key): value for key, value in pikepdf.NameTree(document.Root.Names.Dests).items()}


def bookmarks(pdf: bytes) -> list[tuple[int, str]]:
    """Depth and words of each bookmark, in order."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        return list(_walk(list(outline.root), 1))


def _walk(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield depth, item.title
        yield from _walk(list(item.children), depth + 1)


def everything_in(pdf: bytes) -> str:
    """All that a curious reader finds in a file: text, metadata, bookmarks, every string and every stream."""
    parts = [*page_texts(pdf), *(words for _, words in bookmarks(pdf))]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        parts += [f"{key}: {value}" for key, value in document.docinfo.items()]
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                parts.append(_stream(item))
            parts.append(repr(item))
    return "\n".join(parts).casefold()


def _stream(item: pikepdf.Stream) -> str:
    try:
        return item.read_bytes().decode("utf-8", "replace")
    except pikepdf.PdfError:  # a picture is left as it is packed
        return item.read_raw_bytes().decode("latin-1")
