"""One or two letters in place of a logo or a picture."""

from __future__ import annotations


def initials(name: str) -> str:
    """The first letter of the first and of the last word with a capital."""
    words = [word for word in name.split() if word[0].isupper()] or name.split()
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
