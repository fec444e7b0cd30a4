"""Files for the printer: packs one after another, each on a sheet of its own, fields as ink.

Why several files: a file of a thousand packs is more than an office printer takes, and memory would grow with it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf

from smm_portfolio.content.labels import labels
from smm_portfolio.packs.manifest import Extra, Folder
from smm_portfolio.packs.workshop import Workshop

PACKS_PER_FILE = 50


def make_print_files(folder: Folder, names: Sequence[str], workshop: Workshop, language: str) -> list[Extra]:
    """Join packs; each begins on an odd page, so that two-sided printing separates people.

    Args:
        folder: where the packs are, and where the files go.
        names: of the packs, in order.
        workshop: where to work.
        language: of the title.

    Returns:
        The files.
    """
    parts = [names[start : start + PACKS_PER_FILE] for start in range(0, len(names), PACKS_PER_FILE)]
    written = []
    packs = ([(folder.path / name).read_bytes() for name in part] for part in parts)
    title = labels(language)["people"]["print_file"]
    for number, data in enumerate(workshop.each((join, (part, title, language)) for part in packs), 1):
        name = f"print/print-{number:03d}.pdf"
        written.append(Extra(name, folder.write(name, data)))
    return written


def join(packs: Sequence[bytes], title: str = "", language: str = "en") -> bytes:
    """One file of several packs: what fields show becomes part of the page, and blank pages make each length even.

    Why it is not tagged: a thousand tag trees would have to become one, for a file that only a printer reads. Its title
    says what it is for; what people get on a screen is their own pack.
    """
    out = io.BytesIO()
    with pikepdf.new() as joined:
        sources = []
        for pack in packs:
            source = pikepdf.open(io.BytesIO(pack))
            sources.append(source)
            source.flatten_annotations("print")
            joined.add_pages_from(source, forms="strip", outlines="ignore")
            if len(joined.pages) % 2:
                joined.add_blank_page(page_size=_size(source))
        joined.docinfo["/Title"] = f"{title}: {len(packs)}"
        joined.Root.Lang = pikepdf.String(language)
        joined.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipLongEdge)
        joined.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        for source in sources:
            source.close()
    return out.getvalue()


def _size(document: pikepdf.Pdf) -> tuple[float, float]:
    left, bottom, right, top = (float(value) for value in document.pages[-1].mediabox)
    return right - left, top - bottom
