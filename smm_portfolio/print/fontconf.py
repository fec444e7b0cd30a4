"""Fonts for one document only: what the machine has installed is not looked at.

Why: Pango fills a gap in the brand font with any font it finds, so a document would look right here, wrong there, and
never the same twice; and the gap would go unnoticed.
"""

from __future__ import annotations

import base64
import io
import os
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

_CONF = Path(__file__).with_name("fonts.conf")
_lock = threading.Lock()


def own_fonts() -> FontConfiguration:
    """A font configuration that knows only what the document declares with ``@font-face``."""
    from weasyprint.text.fonts import FontConfiguration

    with _lock:
        before = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(_CONF)
        try:
            return FontConfiguration()
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


@cache
def blank_font_css() -> str:
    """A font of one empty shape, declared before all others.

    Why: Pango without a single font crashes the process (WeasyPrint 70, a segmentation fault), which would happen where
    a document declares none or none of its fonts can be read. With this one, every character is reported as missing.
    """
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Smm Blank", "styleName": "Regular", "psName": "SmmBlank"}, mac=False)
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.save(out)
    data = base64.b64encode(out.getvalue()).decode()
    return f'@font-face{{font-family:"Smm Blank";src:url("data:font/ttf;base64,{data}")}}'
