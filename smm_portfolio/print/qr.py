"""QR codes as pictures inside the document."""

from __future__ import annotations

from markupsafe import Markup

QUIET_ZONE = 4
"""White modules round the code; ISO/IEC 18004 asks for four."""


def qr_image(data: str, alt: str) -> Markup:
    """``<img class="smm-qr">`` with an SVG of its own: black, error correction M, no file beside it.

    Args:
        data: what the code says, usually an address.
        alt: what a screen reader says; names the address in words.
    """
    import segno

    code = segno.make(data, error="m", micro=False)
    uri = code.svg_data_uri(border=QUIET_ZONE, dark="#000", light=None, omitsize=True, xmldecl=False, svgns=True)
    return Markup('<img class="smm-qr" src="{}" alt="{}">').format(uri, alt)
