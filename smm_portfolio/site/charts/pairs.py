"""Before and after, a pair of bars a figure: each pair on a scale of its own that contains zero."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.site.charts.drawn import GLYPH, LINE, Drawn, Said, bar, mark, name_lines, named, svg, text

_ROW = 84
_BAR = 20
_LABEL = 16.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure before and after, and both as words: ``18``, ``41 (+128 %)``."""

    name: str
    before: float
    after: float
    before_words: str
    after_words: str


def pair_bars(pairs: tuple[Pair, ...], said: Said) -> Drawn:
    """Draw figures before and after.

    Args:
        pairs: In the order of the results.
        said: What a screen reader says instead of the drawing.

    Returns:
        Both drawings. Before is outlined, after is filled; both stand under their name, before above after.
    """
    return Drawn(wide=_drawing(pairs, 500, said, narrow=False), narrow=_drawing(pairs, 340, said, narrow=True))


def _drawing(pairs: tuple[Pair, ...], width: int, said: Said, *, narrow: bool) -> Markup:
    body: list[Markup] = []
    top = 16.0
    for pair in pairs:
        lines = name_lines(pair.name, width - 4)
        body += named(lines, top)
        below = top + LINE * (len(lines) - 1)
        body += _pair(pair, below + 10, width)
        top = below + _ROW
    return svg(width, top - 10, said, body, narrow=narrow)


def _pair(pair: Pair, top: float, width: int) -> list[Markup]:
    """Two bars from zero; the words stand at their end, right of zero also where a bar goes left."""
    words = max(len(pair.before_words), len(pair.after_words)) * GLYPH + _LABEL
    low, high = min(pair.before, pair.after, 0.0), max(pair.before, pair.after, 0.0)
    unit = (width - 4 - words) / ((high - low) or 1.0)
    zero = 2 - low * unit
    rows = (("was", pair.before, pair.before_words, "b smm-c-d0"), ("ok", pair.after, pair.after_words, "b smm-c-d1"))
    body: list[Markup] = []
    for place, (role, value, said, label) in enumerate(rows):
        y = top + place * (_BAR + 6)
        start, end = sorted((zero, zero + value * unit))
        body.append(bar(role, start, y, max(end - start, 1.0), _BAR))
        body.append(text(max(end, zero) + 8, y + 15, said, label))
    return [*body, mark("ax", "M{} {}v{}", zero, top - 3, 2 * _BAR + 12)]
