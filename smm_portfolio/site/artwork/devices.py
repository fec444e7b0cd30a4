"""Things to look into: telephones, tablets and laptops with plain shapes on them."""

from __future__ import annotations

from random import Random

from smm_portfolio.site.artwork.shapes import circle, dome, line, rect

_FORMS = ((0.46, 1.0), (0.7, 0.94), (1.45, 0.86))
"""Width to height and share of the row: a telephone, a tablet, a laptop."""


def screens(width: int, height: int, rng: Random) -> str:
    """Screens side by side on one shelf, or two in a tall frame."""
    rows = 2 if height > width else 1
    step = height / rows
    parts = [rect(0, 0, width, height, "a0")]
    for row in range(rows):
        base = step * (row + 1) - step * 0.14
        x = width * 0.06
        while True:
            ratio, share = rng.choice(_FORMS)
            tall = step * 0.6 * share
            wide = tall * ratio
            if x + wide > width * 0.96:
                break
            parts.append(_screen(x, base - tall, wide, tall, rng))
            x += wide + step * 0.08
        parts.append(rect(0, base, width, step * 0.05, "a5"))
    return "".join(parts)


def _screen(x: float, y: float, width: float, height: float, rng: Random) -> str:
    ground, shape = rng.sample(["a1", "a2", "a3", "a4"], 2)
    edge = min(width, height) * 0.07
    inner = (x + edge, y + edge, width - 2 * edge, height - 2 * edge)
    parts = [rect(x, y, width, height, "a5"), rect(*inner, ground)]
    left, top, wide, tall = inner
    figure = rng.randrange(3)
    if figure == 0:
        parts.append(circle(left + wide / 2, top + tall * 0.4, min(wide, tall) * 0.26, shape))
    elif figure == 1:
        parts.append(dome(left, top + tall, wide, min(tall * 0.6, wide / 2), shape))
    else:
        parts.append(rect(left, top, wide, tall * 0.45, shape))
    for share in (0.74, 0.84):
        level = top + tall * share
        parts.append(line((left + wide * 0.14, level), (left + wide * 0.7, level), edge * 0.6))
    return "".join(parts)
