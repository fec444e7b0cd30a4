"""The files that a printed document may read: those below its roots, and nothing from the network."""

from __future__ import annotations

import base64
import binascii
import hashlib
import mimetypes
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from smm_portfolio.pictures.decoding import decode
from smm_portfolio.pictures.encoding import MIME, for_print
from smm_portfolio.pictures.faults import PictureError
from smm_portfolio.pictures.project import DRAWN, RASTER
from smm_portfolio.pictures.svg import clean_svg
from smm_portfolio.problems import Problem

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

MAX_FILE_BYTES = 50_000_000
_CLEANED = "data:,"
_DRIVE = re.compile(r"/[A-Za-z]:(?:/|$)")


class Refused(ValueError):
    """An address that may not be read; becomes a problem."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


class Reader:
    """Reads addresses for one job and remembers what it read and what it refused.

    Args:
        roots: folders that may be read, symbolic links followed first.
        source: the content file that problems name.
    """

    def __init__(self, roots: Iterable[Path], source: str) -> None:
        self._roots = tuple(root.resolve() for root in roots)
        self._source = source
        self.digests: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.refused: set[str] = set()

    def read(self, url: str) -> tuple[bytes, str]:
        """Bytes and MIME type of an address.

        Raises:
            Refused: outside the roots, on the network, missing or too large; also kept in ``problems``.
        """
        try:
            if url[:5].lower() == "data:":
                return decode_data_uri(url)
            path = self._path(url)
            body = path.read_bytes()
        except Refused as refusal:
            self._refuse(url, str(refusal), refusal.fix)
            raise
        except OSError as error:
            message = f"{_short(url)} cannot be read ({error.strerror or error})"
            self._refuse(url, message, "Check the name; files for print lie inside the project.")
            raise Refused(message, "") from error
        self.digests[str(path)] = hashlib.sha256(body).hexdigest()
        mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return self._cleaned(url, path, body) if path.suffix.lower() in RASTER | DRAWN else (body, mime)

    def _cleaned(self, url: str, path: Path, body: bytes) -> tuple[bytes, str]:
        """A picture without what a camera or a drawing program wrote into it; WeasyPrint copies a JPEG as it is."""
        try:
            if path.suffix.lower() in DRAWN:
                return clean_svg(body)[0], "image/svg+xml"
            made = for_print(decode(body))
        except PictureError as error:
            self.refused.add(url)
            self.problems.append(Problem(error.fault.code, f"{path.name}: {error}", error.fault.fix, self._source))
            raise Refused(str(error), error.fault.fix) from error
        return made.content, MIME[made.format]

    def _path(self, url: str) -> Path:
        parts = urlsplit(url)
        if parts.scheme != "file":
            raise Refused(
                f"{_short(url)} is not a file of the project; print never uses the network",
                "Save the file in the project and name it by its path.",
            )
        if parts.netloc not in ("", "localhost"):
            raise Refused(f"{_short(url)} is on another machine", "Save the file in the project.")
        path = local_path(parts.path).resolve()
        if not any(path.is_relative_to(root) for root in self._roots):
            raise Refused(
                f"{path.name} lies outside the project",
                "Copy the file into the project; links that lead out of it are not followed.",
            )
        if not path.is_file():
            raise Refused(f"{path.name} is not there", "Check the name, also capitals, or remove the reference.")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise Refused(
                f"{path.name} is larger than {MAX_FILE_BYTES // 1_000_000} MB",
                "Make the file smaller; 300 pixels an inch is enough for print.",
            )
        return path

    def _refuse(self, url: str, message: str, fix: str) -> None:
        self.refused.add(url)
        self.problems.append(Problem("SMM091", message, fix, self._source))


def local_path(url_path: str) -> Path:
    """The file behind the path of a ``file:`` address, on Windows also one with a drive (``/C:/x``)."""
    path = unquote(url_path)
    return Path(path[1:] if _DRIVE.match(path) else path)


def decode_data_uri(url: str) -> tuple[bytes, str]:
    """Bytes and MIME type of a ``data:`` address (RFC 2397).

    Raises:
        Refused: no comma, or not valid base64.
    """
    head, comma, payload = url[5:].partition(",")
    mime = head.split(";")[0].strip() or "text/plain"
    if not comma:
        raise Refused("a data: address has no comma", "Write data:<type>;base64,<text>.")
    raw = unquote_to_bytes(payload)
    if not head.lower().endswith(";base64"):
        return raw, mime
    try:
        return base64.b64decode(b"".join(raw.split()), validate=True), mime
    except binascii.Error as error:
        raise Refused(f"a data: address is not valid base64 ({error})", "Encode the file again.") from error


def fetcher(reader: Reader) -> URLFetcher:
    """WeasyPrint's view of a reader.

    Why errors are not fatal here: WeasyPrint stops at the first fatal one (and raises a BaseException for it); the
    reader collects them all and the engine refuses the document afterwards.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class ProjectFetcher(URLFetcher):  # type: ignore[misc,unused-ignore]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            body, mime = reader.read(url)
            # with a file's address WeasyPrint would read the original again and print that
            address = _CLEANED if mime in MIME.values() else url
            return URLFetcherResponse(address, body, {"Content-Type": mime})

    return ProjectFetcher(allowed_protocols={"file", "data"}, allow_redirects=False, fail_on_errors=False)


def _short(url: str) -> str:
    return url if len(url) <= 80 else url[:79] + "…"
