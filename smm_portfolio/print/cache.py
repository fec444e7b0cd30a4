"""Finished PDFs by content: a document whose text, styles, pictures and engine are unchanged is not laid out again."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from functools import cache
from pathlib import Path

from smm_portfolio.looks.files import write_whole
from smm_portfolio.print.job import ENGINE_VERSION, PrintJob, Rendered

_PACKAGES = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "pillow", "pyphen")


class PdfCache:
    """One file a job, named by the job's hash: a line of JSON (files read, digest), then the PDF.

    Why one file: it appears whole by renaming, so a reader sees the old one, the new one or none, also after kill -9.

    Args:
        folder: made when first written to.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, job: PrintJob) -> Rendered | None:
        """The finished document, if nothing that it was made from has changed."""
        try:
            raw = self._path(job).read_bytes()
        except OSError:
            return None
        head, _, pdf = raw.partition(b"\n")
        try:
            meta = json.loads(head)
        except ValueError:
            return None
        if meta.get("pdf") != hashlib.sha256(pdf).hexdigest() or not _unchanged(meta["files"]):
            return None
        return Rendered(job, pdf, files=tuple((path, digest) for path, digest in meta["files"]), reused=True)

    def put(self, result: Rendered) -> None:
        """Keep a finished document."""
        meta = {"pdf": hashlib.sha256(result.pdf).hexdigest(), "files": result.files}
        write_whole(self._path(result.job), json.dumps(meta).encode() + b"\n" + result.pdf)

    def _path(self, job: PrintJob) -> Path:
        key = hashlib.sha256(f"{job.key()} {engine_fingerprint()}".encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.pdf+"


@cache
def engine_fingerprint() -> str:
    """Versions of everything that decides about the bytes of a PDF."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES]
    return f"engine {ENGINE_VERSION}; " + "; ".join([*versions, _pango_version()])


def _pango_version() -> str:
    from smm_portfolio.print.engine import load_weasyprint

    load_weasyprint()
    from weasyprint.text.ffi import pango

    return f"pango {pango.pango_version()}"


def _unchanged(files: list[list[str]]) -> bool:
    return all(file_digest(Path(path)) == digest for path, digest in files)


def file_digest(path: Path) -> str:
    """SHA-256 of a file, or an empty string where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
