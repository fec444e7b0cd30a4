"""Classes of characters that X's published rules speak of, as the inside of a set in a regular expression.

Source: https://github.com/twitter/twitter-text (rules and conformance cases, version 3).
"""

from __future__ import annotations

INVALID = r"\uFFFE\uFEFF\uFFFF"
"""A text with one of these cannot be posted."""

DIRECTIONAL = r"\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069"
"""Marks that turn the direction of writing; they may stand beside a link."""

SPACES = r"\u0009-\u000D\u0020\u0085\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"

PUNCTUATION = r"!'#%&()*+,\\\-./:;<=>?@\[\]\^_{|}~$"

ACCENTED = (
    r"\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B"
    r"\u02BB\u0300-\u036F\u1E00-\u1EFF"
)
"""Latin letters with marks, allowed in the path of a link."""

CYRILLIC = r"\u0400-\u04FF"

AT = "@＠"
HASH = "#＃"
