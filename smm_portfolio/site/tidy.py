"""Small faults in Material's own page frame, repaired after rendering.

Why here: they stand outside every block that a template can override, and a copied frame would break with the next
release of Material, whose style sheets carry a hash in their names.
"""

from __future__ import annotations

import re

_TOGGLE = re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*?) autocomplete="off"')


def tidied(html: str) -> str:
    """The page without ``autocomplete`` on checkboxes, which HTML does not allow there."""
    return _TOGGLE.sub(r"\1", html)
