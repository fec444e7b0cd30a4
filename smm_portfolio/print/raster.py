"""The first page of a PDF as a PNG of an exact size."""

from __future__ import annotations

import importlib.metadata
import io

from PIL.PngImagePlugin import PngInfo

COLOURS = 128
"""Flat drawings need no more, and a palette makes the file a third."""
VERSION = f"1 pypdfium2 {importlib.metadata.version('pypdfium2')} pillow {importlib.metadata.version('pillow')}"
"""What decides about the bytes besides the PDF."""


def png_of(pdf: bytes, width: int, height: int, label: str = "", *, flat: bool = True) -> bytes:
    """A picture of the first page; the same PDF gives the same bytes.

    Args:
        pdf: the document; its page has the proportion of the picture.
        width: pixels.
        height: pixels.
        label: what the file says of itself beside the pixels, such as that it shows a mock.
        flat: whether it is a drawing of few colours; a photograph keeps all of its own.
    """
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        page = opened[0]
        picture = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
        page.close()
    finally:
        opened.close()
    out = io.BytesIO()
    said = PngInfo()
    if label:
        said.add_itxt("Description", label)
    cut = picture.crop((0, 0, width, height))
    (cut.quantize(COLOURS, dither=0) if flat else cut).save(out, "PNG", optimize=True, pnginfo=said)
    return out.getvalue()
