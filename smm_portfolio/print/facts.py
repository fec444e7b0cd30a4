"""How many pages and bytes a finished PDF has."""

from __future__ import annotations

from smm_portfolio.site.context import DocumentFacts


def document_facts(pdf: bytes) -> DocumentFacts:
    """Pages and bytes of a PDF of ours."""
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        return DocumentFacts(len(opened), len(pdf))
    finally:
        opened.close()
