"""Drawings of users: what their program noted about them is taken out, what runs or loads something is refused."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

from smm_portfolio.pictures.decoding import MAX_BYTES, decode
from smm_portfolio.pictures.encoding import MIME, cleaned
from smm_portfolio.pictures.faults import ACTIVE, SIZE, UNREADABLE, PictureError

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_NAMESPACES = {"": SVG, "xlink": _XLINK}
_KEPT = frozenset((SVG, _XLINK, "http://www.w3.org/1999/xhtml", "http://www.w3.org/XML/1998/namespace"))
"""Namespaces that a browser reads; those of drawing programs hold names of files, folders and people."""
_NOTES = frozenset(("content", "base"))
"""draw.io keeps its whole file in the first; ``xml:base`` would send relative addresses elsewhere."""
_RUNNING = frozenset(("script", "iframe", "object", "embed", "handler", "listener", "link", "audio", "video", "form"))
_CHANGING = frozenset(("set", "animate", "animateTransform", "animateMotion"))
_LINKS = frozenset(("href", "src", "action", "formaction", "data"))
_LOADING = re.compile(r"@import|url\((?!\s*[\"']?\s*(?:#|data:image/(?:png|jpe?g|gif|webp)))", re.IGNORECASE)
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
_PLACE = re.compile(r"https?://|mailto:", re.IGNORECASE)
_FIX = "Export it as plain SVG with fonts turned into outlines and pictures embedded, or as PNG."
MOST_PARTS = 200_000


def clean_svg(raw: bytes) -> tuple[bytes, int, int]:
    """A drawing without notes of its program, and its width and height; 0 where it says none.

    Raises:
        PictureError: it is no SVG, runs code, or loads something.
    """
    if len(raw) > MAX_BYTES // 4:
        raise PictureError(SIZE, f"the drawing has more than {MAX_BYTES // 4_000_000} MB", "Simplify it, or use PNG.")
    if b"<!ENTITY" in raw or b"<!entity" in raw:
        raise PictureError(ACTIVE, "the drawing declares entities, which can hide anything", _FIX)
    try:
        root = ET.fromstring(raw)  # noqa: S314  (entities are refused above, and nothing external is read)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise PictureError(UNREADABLE, "the drawing is no well-formed SVG", _FIX) from error
    if root.tag != f"{{{SVG}}}svg":
        raise PictureError(UNREADABLE, "the file is no SVG", _FIX)
    for number, element in enumerate(root.iter()):
        if number > MOST_PARTS:
            raise PictureError(SIZE, f"the drawing has more than {MOST_PARTS:,} parts", "Simplify it, or use PNG.")
        _check(element)
    _without_notes(root)
    for prefix, address in _NAMESPACES.items():
        ET.register_namespace(prefix, address)
    try:
        return ET.tostring(root, encoding="utf-8", xml_declaration=False), *_size(root)
    except RecursionError as error:
        raise PictureError(SIZE, "the drawing has too many groups within groups", "Ungroup it, or use PNG.") from error


def _check(element: ET.Element) -> None:
    """Refuse what runs or loads something, and clean the pictures inside."""
    name = _local(element.tag)
    if name.lower() in _RUNNING:
        raise PictureError(ACTIVE, f"the drawing holds <{name}>, which runs or loads something", _FIX)
    if name in _CHANGING and element.get("attributeName", "").rpartition(":")[2].lower() in _LINKS:
        raise PictureError(ACTIVE, "the drawing changes its own links", _FIX)
    if name == "style" and _LOADING.search(_unescaped(element.text or "")):
        raise PictureError(ACTIVE, "the styles of the drawing load another file", _FIX)
    for key, value in list(element.attrib.items()):
        attribute = _local(key).lower()
        if attribute.startswith("on"):
            raise PictureError(ACTIVE, f"the drawing runs code ({attribute})", _FIX)
        if attribute in _LINKS:
            element.set(key, _link(name, value))
        elif _LOADING.search(_unescaped(value)):
            raise PictureError(ACTIVE, f"the drawing loads another file ({attribute})", _FIX)


def _link(name: str, value: str) -> str:
    """An address that may stay: a part of the drawing, a picture inside it, or where a link leads."""
    address = re.sub(r"[\x00-\x20]", "", value)
    if address.startswith("#") or not address:
        return address
    if _EMBEDDED.match(address) and name in ("image", "feImage", "img"):
        return _embedded(address)
    if name == "a" and _PLACE.match(address):
        return value
    raise PictureError(ACTIVE, f"the drawing loads or runs another file ({address[:60]})", _FIX)


def _embedded(address: str) -> str:
    """A picture inside a drawing may have been taken with a camera too."""
    head, _, payload = address.partition(",")
    try:
        raw = unquote_to_bytes(payload)
        raw = base64.b64decode(raw, validate=True) if head.lower().endswith(";base64") else raw
    except binascii.Error as error:
        raise PictureError(UNREADABLE, "a picture inside the drawing is broken", _FIX) from error
    made = cleaned(decode(raw))
    return f"data:{MIME[made.format]};base64,{base64.b64encode(made.content).decode('ascii')}"


def _without_notes(root: ET.Element) -> None:
    """Take out metadata and everything in a language that only drawing programs read; comments are gone already."""
    for parent in root.iter():
        for child in [one for one in parent if _local(one.tag) == "metadata" or _space(one.tag) not in _KEPT]:
            parent.remove(child)
        for key in [one for one in parent.attrib if (_space(one) or SVG) not in _KEPT or _local(one) in _NOTES]:
            del parent.attrib[key]


def _size(root: ET.Element) -> tuple[int, int]:
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    found = [_number(root.get("width", "")), _number(root.get("height", ""))]
    if not all(found) and len(box) == 4:
        found = [_number(box[2]), _number(box[3])]
    return (round(found[0]), round(found[1])) if all(found) else (0, 0)


def _number(text: str) -> float:
    found = re.fullmatch(r"\s*(\d{1,6}(?:\.\d+)?)(?:px)?\s*", text)
    return float(found[1]) if found else 0.0


def _unescaped(css: str) -> str:
    """CSS without comments and with its escapes read, since both can hide a word."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", _character, bare)


def _character(found: re.Match[str]) -> str:
    return chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2]


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _space(tag: object) -> str:
    return str(tag)[1:].partition("}")[0] if str(tag).startswith("{") else ""
