"""Drawings and charts of the site as paper takes them: colours named by the shapes themselves, words as a title.

Why: WeasyPrint hands an inline SVG to a renderer of its own that the style sheets of the document do not reach.
"""

from __future__ import annotations

import hashlib
import re

from markupsafe import Markup, escape

_CLASS = re.compile(r'class="([^"]+)"')
_ART_LINE = 'fill="none" stroke="var(--smm-art-l)"'
_STITCH = re.compile(r'<[a-z]+ [^>]*class="smm-stitch"[^>]*/>')
_LABEL = 'font-family="Smm Label"'
_MISS = "smm-miss"
_CHART = {
    "t": f'{_LABEL} font-size="13" fill="var(--smm-ink-2)"',
    "b": f'{_LABEL} font-size="13.5" font-weight="600" fill="var(--smm-ink)"',
    "halo": f'{_LABEL} font-size="13.5" font-weight="600" fill="var(--smm-paper)" stroke="var(--smm-paper)" '
    'stroke-width="4" stroke-linejoin="round"',
    "n": f'{_LABEL} font-size="14" fill="var(--smm-ink)"',
    "ax": 'fill="none" stroke="var(--smm-field)" stroke-width="1"',
    "grid": 'fill="none" stroke="var(--smm-rule)" stroke-width=".6"',
    "cut": 'fill="none" stroke="var(--smm-ink)" stroke-width="1.2" stroke-dasharray="2 3"',
    "l0": 'fill="none" stroke="var(--smm-ink-2)" stroke-width="1.6" stroke-linejoin="round"',
    "l1": 'fill="none" stroke="var(--smm-accent)" stroke-width="3" stroke-linejoin="round"',
    "avg0": 'fill="none" stroke="var(--smm-ink-2)" stroke-width="1.2" stroke-dasharray="6 4"',
    "avg1": 'fill="none" stroke="var(--smm-accent)" stroke-width="1.2" stroke-dasharray="6 4"',
    "p0": 'fill="var(--smm-ink-2)"',
    "p1": 'fill="var(--smm-accent)"',
    "goal": 'fill="none" stroke="var(--smm-ink)" stroke-width="1.2" stroke-dasharray="1 3"',
    "was": 'fill="var(--smm-paper)" stroke="var(--smm-ink-2)" stroke-width="1.4"',
    "ok": 'fill="var(--smm-accent)"',
    "rng": 'fill="var(--smm-accent)"',
    "no": 'fill="var(--smm-paper)" stroke="var(--smm-ink)" stroke-width="1.4"',
    "hatch": f'fill="url(#{_MISS})"',
    "mid": 'fill="none" stroke="var(--smm-ink)" stroke-width="3"',
    "d0": 'fill="var(--smm-ink-2)"',
    "d1": 'fill="var(--smm-accent)"',
}
"""How each part of a chart is drawn on paper; a missed goal is an outline with a hatch, so that grey shows it too."""
_HATCH = (
    f'<defs><pattern id="{_MISS}" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<path d="M-1 8L8 -1" stroke="var(--smm-ink)" stroke-width="1.1"/></pattern></defs>'
)
_SAID = re.compile(r' role="img" aria-label="([^"]*)"')
_WORDS = re.compile(r"<(?:title|desc)>([^<]*)</")
_WORDS_ELEMENT = re.compile(r"<(title|desc)>[^<]*</\1>")
_LABELS = re.compile(r'<text class="(smm-c-[bn](?: [^"]*)?)"[^>]*>[^<]*</text>')
_OPEN = re.compile(r"<svg\b[^>]*>")


def coloured(art: Markup) -> Markup:
    """A drawing of the site, flat and without stitches, which is what a small picture can show of it in any look."""
    flat = _STITCH.sub("", str(art))
    filled = re.sub(r'class="smm-a(\d)"', r'fill="var(--smm-art-\1)"', flat)
    return Markup(re.sub(r'class="smm-a(?:line|stem)"', _ART_LINE, filled))  # noqa: S704  (our own drawing)


def printed_art(art: Markup, said: str) -> Markup:
    """A drawing with what it shows as its title; WeasyPrint knows no ``aria-label``."""
    plain = _SAID.sub("", str(coloured(art))).replace(' aria-hidden="true"', "")
    return Markup(_titled(plain, said))  # noqa: S704  (our own drawing; the words are escaped)


def printed_chart(chart: Markup, owner: str) -> Markup:
    """A chart of the site in the colours of paper, its words as the title.

    Args:
        chart: of the site.
        owner: what it belongs to; two works may have the same chart, and a document may hold both.

    Raises:
        KeyError: a part of the chart has no drawing here; a test draws every kind.
    """
    plain = str(chart).replace(' data-search-exclude=""', "").replace(' role="img"', "")
    said = " ".join(_ended(Markup(words).unescape()) for words in _WORDS.findall(plain))  # noqa: S704  (escaped again)
    plain = _WORDS_ELEMENT.sub("", plain)
    drawn = _CLASS.sub(_attributes, _LABELS.sub(_haloed, plain))
    hatch = _HATCH if f"#{_MISS}" in drawn else ""
    own = hashlib.sha256(f"{owner} {drawn}".encode()).hexdigest()[:12]  # a document has an id only once
    return Markup(_titled(drawn, said, hatch).replace(_MISS, f"{_MISS}-{own}"))  # noqa: S704  (our own drawing)


def _haloed(found: re.Match[str]) -> str:
    """A label on a rim of paper, where a line runs behind it.

    Why drawn twice: WeasyPrint knows no ``paint-order``.
    """
    return f"{found[0].replace(found[1], 'smm-c-halo', 1)}{found[0]}"


def _attributes(found: re.Match[str]) -> str:
    """Attributes of one or two classes; a later class replaces what an earlier one said."""
    attributes: dict[str, str] = {}
    for name in found[1].split():
        if name.startswith("smm-c-"):
            pairs = re.findall(r'([\w-]+)="([^"]*)"', _CHART[name.removeprefix("smm-c-")])
            attributes.update(pairs)
    return " ".join(f'{key}="{value}"' for key, value in attributes.items())


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _titled(svg: str, said: str, more: str = "") -> str:
    """An SVG with a title of its own as its first child."""
    title = f"<title>{escape(said)}</title>" if said else ""
    return _OPEN.sub(lambda found: found[0] + title + more, svg, count=1)
