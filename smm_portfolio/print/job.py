"""What is to be printed, and what came out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from smm_portfolio.problems import Problem

ENGINE_VERSION = 2
"""Raise when the same job would give other bytes than before, so that cached PDFs are made again."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How many pages each part of a document may take, and what is done where one takes more.

    Args:
        most: pages.
        steps: style sheets that set a part closer, each added to those before it, as few as are enough. They know it by
            its attribute ``data-close``, which counts the steps: ``1``, then ``1 2``.
        parts: what may take so many pages each: an anchor on its first page, which is also its ``data-part``.
    """

    most: int
    steps: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One document, complete: picklable, and the same job gives the same bytes everywhere.

    Args:
        html: the whole document, with ``<html lang>`` and ``<title>``.
        css: style sheets in order, as text; the tokens in ``:root`` also reach inline SVG.
        source: the content file that the document comes from; problems name it.
        base: folder against which relative addresses are resolved.
        roots: folders that may be read; nothing else is, and never the network.
        lang: language of the document.
        variant: PDF variant as WeasyPrint names it.
        forms: whether inputs become form fields.
        min_page_chars: a page with less text than this is a problem (a heading left alone).
        every_page: words that the text of every page must hold, for example the mock label.
        sections: anchor of each section that begins a page, in order, and the words that its pages must hold; none for
            most. For documents of which a part is a mock.
        fit: for documents of which a part should not exceed a number of pages.
    """

    html: str
    css: tuple[str, ...]
    source: str
    base: Path
    roots: tuple[Path, ...]
    lang: str
    variant: str = "pdf/ua-1"
    forms: bool = True
    min_page_chars: int = 120
    every_page: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    fit: Fit | None = None

    def key(self) -> str:
        """Hash of the job without the contents of the files it reads; the same in every folder."""
        described = json.dumps(asdict(self), default=str, sort_keys=True, ensure_ascii=False)
        for number, root in enumerate((self.base, *self.roots)):
            described = described.replace(root.as_uri(), f"root:{number}").replace(str(root), f"root:{number}")
        return hashlib.sha256(described.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Rendered:
    """The outcome of a job.

    Args:
        job: what was asked.
        pdf: the document; empty where a problem is an error.
        problems: everything found, each naming ``job.source``.
        files: digest of each file that was read, by path.
        reused: whether it came from the cache.
    """

    job: PrintJob
    pdf: bytes
    problems: tuple[Problem, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    reused: bool = False

    @property
    def ok(self) -> bool:
        """Whether there is a document."""
        return bool(self.pdf)
