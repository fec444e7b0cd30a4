"""All text of a PDF: its pages, and every string beside them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from smm_portfolio.hosts.markup_texts import loosened
from smm_portfolio.hosts.picture_texts import picture_texts

if TYPE_CHECKING:
    import pikepdf

_STRING = re.compile(rb"\((?:[^\\()]|\\.)*\)|<([0-9A-Fa-f]+)>", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NAME = re.compile(rb"/(?!Smm)([^\s()<>\[\]{}/%]{8,})")
"""Long names: of places to link to, of values of fields. Short ones are mostly words of the format itself."""
_NAMESPACE = re.compile(rb'\sxmlns:\w+="[^"]*"')
_PROGRAM = re.compile(rb"/(?:JS|XFA)\b")
_PARTED = re.compile("- *\\r?\\n|[\u00ad\ufffe\x02](?: *\\r?\\n)?")
"""A hyphen at the end of a line; PDFium writes one that it takes for such as a sign of its own."""


class LockedError(Exception):
    """A PDF that opens only with a password."""


def pdf_pages(content: bytes) -> tuple[str, ...]:
    """The text of each page of a PDF as it is shown; a word that is parted at the end of a line is whole again.

    Nothing where nobody can open it: a broken file of the docs folder, or one with a password.
    """
    return tuple(shown for shown, _ in _pages(content))


def pdf_texts(content: bytes, attached: list[tuple[str, bytes]]) -> Iterator[str]:
    """Text of the pages, and every string: title, bookmarks, links, fields, alternative texts, notes of pictures.

    Args:
        content: the PDF.
        attached: takes the files that travel inside it, by name.

    Raises:
        LockedError: it opens only with a password.
    """
    import pikepdf  # noqa: PLC0415  (a native library, which only PDFs need)

    try:
        pdf = pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError as error:
        raise LockedError from error
    except pikepdf.PdfError:
        yield loosened(content.decode("utf-8", "replace"))
        return
    for shown, whole in _pages(content):
        yield from dict.fromkeys((shown, whole))
    with pdf:
        strings: list[str] = []
        untyped: list[pikepdf.Stream] = []
        programs = False
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                strings += _said(one.stream_dict.unparse(resolved=True))
                if one.get("/Type") == pikepdf.Name.Metadata:
                    strings.append(_NAMESPACE.sub(b"", one.read_bytes()).decode("utf-8", "replace"))
                elif one.get("/Filter") == pikepdf.Name.DCTDecode:
                    strings += picture_texts(one.read_raw_bytes())
                elif "/Type" not in one and "/Subtype" not in one:
                    untyped.append(one)
            else:
                source = one.unparse(resolved=True)
                if isinstance(one, pikepdf.Dictionary) and "/EF" in one:
                    name = str(one.get("/UF", one.get("/F", "")))
                    attached += ((name, file.read_bytes()) for file in one.EF.values())
                programs = programs or _PROGRAM.search(source) is not None
                strings += _said(source)
        # scripts and XML forms are streams without a type of their own; drawings of pages are too
        strings += (one.read_bytes().decode("utf-8", "replace") for one in untyped if programs)
        yield loosened("\n".join(strings))


@lru_cache(maxsize=64)  # two searches read the same documents one after the other
def _pages(content: bytes) -> tuple[tuple[str, str], ...]:
    """Of each page what is shown, and all there is: cutting a page does not take away what lies outside."""
    import pypdfium2  # noqa: PLC0415  (as above)

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return ()
    try:
        pages = []
        for page in document:
            text = page.get_textpage()
            shown, whole = text.get_text_bounded(), text.get_text_range()
            pages.append((_PARTED.sub("", shown), _PARTED.sub("", whole)))
            text.close()
            page.close()
        return tuple(pages)
    finally:
        document.close()


def _said(source: bytes) -> Iterator[str]:
    for found in _STRING.finditer(source):
        if found[1] is not None:
            raw = bytes.fromhex(found[1].decode() + "0" * (len(found[1]) % 2))
        else:
            raw = _ESCAPE.sub(_letter, found[0][1:-1])
        if raw.startswith(b"\xfe\xff"):
            yield raw.decode("utf-16-be", "ignore")
        else:
            yield raw.decode("utf-8" if raw.startswith(b"\xef\xbb\xbf") else "pdfdoc_pikepdf", "replace")
    for found in _NAME.finditer(source):
        yield re.sub(rb"#([0-9A-Fa-f]{2})", lambda one: bytes([int(one[1], 16)]), found[1]).decode("utf-8", "replace")


def _letter(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) & 255]) if sign.isdigit() else _LETTERS.get(sign, sign)
