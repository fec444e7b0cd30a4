"""Where the files that travel with the package lie: looks, facts, labels, starter projects."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_dir() -> Path:
    """Facts with provenance: metrics, platforms."""
    return _PACKAGE / "data"


def locales_dir() -> Path:
    """Labels per language, one complete YAML file each."""
    return _PACKAGE / "locales"


def starter_dir() -> Path:
    """What ``smm new`` copies."""
    return _PACKAGE / "starter"


def themes_dir() -> Path:
    """The looks that come with us.

    Why: in a wheel they lie inside the package, in a checkout at the top level, where people look for them.
    """
    inside = _PACKAGE / "themes"
    return inside if inside.is_dir() else _PACKAGE.parent / "themes"
