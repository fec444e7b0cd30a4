"""A look as CSS: custom properties and font faces, for the site and for paper."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping

from smm_portfolio.looks.cuts import EMOJI, FALLBACKS, GLYPHS, PREFIX, fallback_family, web_font
from smm_portfolio.looks.fonts import FontFile, FontSet
from smm_portfolio.looks.look import Look
from smm_portfolio.looks.spare import EAST_ASIAN_FAMILY, FAMILIES

COVER_ART = "print/cover.svg"

_MATERIAL = {
    "default-bg-color": "bg",
    "default-fg-color": "ink",
    "default-fg-color--light": "ink-2",
    "default-fg-color--lighter": "ctl",
    "default-fg-color--lightest": "grid",
    "primary-fg-color": "hd-bg",
    "primary-fg-color--light": "hd-hover",
    "primary-fg-color--dark": "hd-bg",
    "primary-bg-color": "hd-ink",
    "primary-bg-color--light": "hd-ink",
    "accent-fg-color": "accent",
    "accent-fg-color--transparent": "hd-hover",
    "accent-bg-color": "bg",
    "typeset-color": "ink",
    "typeset-a-color": "accent",
    "typeset-mark-color": "we",
    "typeset-table-color": "rule",
    "code-fg-color": "ink",
    "code-bg-color": "we",
    "code-hl-color": "accent",
    "code-hl-color--light": "task-bg",
    "code-hl-comment-color": "ink-2",
    "code-hl-generic-color": "ink-2",
    "code-hl-punctuation-color": "ink-2",
    "code-hl-operator-color": "ink-2",
    "code-hl-variable-color": "ink",
    "code-hl-name-color": "ink",
    "code-hl-keyword-color": "accent",
    "code-hl-function-color": "accent",
    "code-hl-constant-color": "accent",
    "code-hl-string-color": "good",
    "code-hl-number-color": "bad",
    "code-hl-special-color": "bad",
    "admonition-fg-color": "ink",
    "admonition-bg-color": "bg",
    "footer-fg-color": "ft-ink",
    "footer-fg-color--light": "ft-ink",
    "footer-fg-color--lighter": "ft-ink",
    "footer-bg-color": "ft-bg",
    "footer-bg-color--dark": "ft-bg",
}
"""Colours of Material for MkDocs by our roles, so that what we do not draw ourselves follows the look too."""

_VAR = re.compile(r"var\(--smm-([\w-]+)\)")


def web_tokens_css(look: Look) -> str:
    """``--smm-*`` for both colour schemes, and Material's own ``--md-*`` set from them."""
    kind = look.brand.type
    fixed = {
        **{f"f-{use}": _stack(look, reference) for use, reference in kind.families.items()},
        **kind.tokens,
        **look.brand.shape.tokens,
    }
    # a value with var() is worked out where it is declared, so the dark scheme needs its own
    relative = {name: value for name, value in fixed.items() if "var(" in value}
    light = [*_lines(fixed), *_lines(look.light), *_material()]
    dark = ["  color-scheme: dark;", *_lines(look.dark), *_lines(relative), *_material()]
    return (
        f"/* Look: {look.name}. Made from brand.yml; change it there. */\n"
        + _block(':root,\n[data-md-color-scheme="default"]', ["  color-scheme: light;", *light])
        + _block('[data-md-color-scheme="slate"]', dark)
    )


def print_tokens_css(look: Look) -> str:
    """``--smm-*`` for paper, the drawing of the cover among them."""
    kind = look.brand.type
    noto = [fallback_family(name) for name in (*(n for n in FALLBACKS if n != EMOJI), EMOJI)]
    more = ", ".join(f'"{family}"' for family in (*FAMILIES, *noto[:-1], EAST_ASIAN_FAMILY, noto[-1]))
    faces = {f"f-{role}": f'"{PREFIX} {role.capitalize()}", {more}' for role in kind.print}
    tokens = {**faces, **kind.print_tokens, **look.brand.shape.print_tokens, **look.paper}
    return _block(":root", _lines({**tokens, "cover-art": _cover_art(look)}))


def web_fonts_css(fonts: FontSet, folder: str = "../fonts/") -> str:
    """``@font-face`` of the site.

    Args:
        fonts: of the look.
        folder: where the files lie, as seen from the style sheet; ends with a slash.
    """
    return "".join(
        _face(
            file,
            f'url("{folder}{file.path.name}") format("woff2")',
            ["font-display: swap", f"unicode-range: {_ranges(file.cut.glyphs)}"],
        )
        for file in fonts.web
    )


def print_fonts_css(fonts: FontSet, text: str = "") -> str:
    """``@font-face`` of a printed document.

    Args:
        fonts: of the look.
        text: the document; Noto faces and emoji are added for characters that the look cannot draw.
    """
    return "".join(_face(file, f'url("{file.path.resolve().as_uri()}")', []) for file in fonts.for_text(text))


def _stack(look: Look, reference: str) -> str:
    font, family = web_font(look, reference)
    return f'"{family}", {look.brand.type.fonts[font].fallback}'


def _face(file: FontFile, source: str, more: Iterable[str]) -> str:
    cut = file.cut
    low, high = cut.weight
    weight = f"{low:g}" if low == high else f"{low:g} {high:g}"
    lines = [
        f'font-family: "{cut.family}"',
        f"src: {source}",
        f"font-weight: {weight}",
        f"font-style: {'italic' if cut.italic else 'normal'}",
    ]
    if cut.web:
        lines.append(f"font-stretch: {cut.stretch:g}%")
    return _block("@font-face", [f"  {line};" for line in (*lines, *more)])


def _ranges(glyphs: str) -> str:
    return ", ".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in GLYPHS[glyphs])


def _lines(tokens: Mapping[str, str]) -> list[str]:
    return [f"  --smm-{name}: {value};" for name, value in tokens.items()]


def _material() -> list[str]:
    colours = [f"  --md-{name}: var(--smm-{role});" for name, role in _MATERIAL.items()]
    return [*colours, *(f"  --md-shadow-z{n}: none;" for n in (1, 2, 3))]


def _block(selector: str, lines: Iterable[str]) -> str:
    return "\n".join((f"{selector} {{", *lines, "}")) + "\n"


def _cover_art(look: Look) -> str:
    """The drawing as an address inside the style sheet: a background is decoration, which a screen reader skips."""
    path = look.find(COVER_ART)
    if path is None:
        return "none"
    svg = _VAR.sub(lambda found: look.paper[found[1]], path.read_text(encoding="utf-8"))
    return f'url("data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}")'
