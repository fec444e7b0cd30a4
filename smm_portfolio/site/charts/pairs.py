"""Before and after, a pair of bars a figure: each pair on a scale of its own that contains zero."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.site.charts.drawn import GLYPH, Drawn, Said, bar, mark, svg, text

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
    height = 6 + _ROW * len(pairs)
    return Drawn(
        wide=svg(500, height, said, _body(pairs, 500), narrow=False),
        narrow=svg(340, height, said, _body(pairs, 340), narrow=True),
    )


def _body(pairs: tuple[Pair, ...], width: int) -> list[Markup]:
    body: list[Markup] = []
    for index, pair in enumerate(pairs):
        top = 16 + _ROW * index
        body.append(text(2, top, pair.name, "n"))
        body += _pair(pair, top + 10, width)
    return body


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
