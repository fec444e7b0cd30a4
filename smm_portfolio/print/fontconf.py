"""Fonts for one document only: what the machine has installed is not looked at.

Why: Pango fills a gap in the brand font with any font it finds, so a document would look right here, wrong there, and
never the same twice; and the gap would go unnoticed.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

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
