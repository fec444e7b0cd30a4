"""One picture: a motif, a seed and a proportion make an SVG."""

from __future__ import annotations

import random
from collections.abc import Callable

from markupsafe import Markup, escape

from smm_portfolio.site.artwork import devices, food, goods, places

SIZES = {
    "45": (400, 500),
    "11": (480, 480),
    "169": (640, 360),
    "916": (360, 640),
    "191": (640, 335),
    "23": (400, 600),
    "43": (480, 360),
    "band": (900, 300),
}
"""Width and height in drawing units per proportion; ``43`` is a card, ``band`` a strip over the page."""

Motif = Callable[[int, int, random.Random], str]

MOTIFS: dict[str, Motif] = {
    "loaves": food.loaves,
    "wheat": food.wheat,
    "cups": food.cups,
    "books": goods.books,
    "quilt": goods.quilt,
    "coat": goods.coat,
    "bottles": goods.bottles,
    "type": goods.type_case,
    "plants": places.plants,
    "bicycles": places.bicycles,
    "houses": places.houses,
    "windows": places.windows,
    "screens": devices.screens,
}
"""Subjects that can be drawn; a case names one, or gets one from its sector."""


def drawing(motif: str, seed: str, size: str, alt: str = "") -> Markup:
    """A picture of a subject in one proportion.

    Args:
        motif: Key of ``MOTIFS``.
        seed: What makes this picture this one, usually the slug of the case. The same seed draws the same picture.
        size: Key of ``SIZES``.
        alt: What the picture shows; without it the picture is decoration and hidden from screen readers.

    Returns:
        An SVG element without width and height, to be sized by its frame.
    """
    width, height = SIZES[size]
    # Why: a text seed is hashed by random itself (SHA-512), so it is the same in every process.
    body = MOTIFS[motif](width, height, random.Random(f"{motif}/{seed}"))  # noqa: S311  (a drawing, no secret)
    said = Markup('role="img" aria-label="{}"').format(alt) if alt else Markup('aria-hidden="true"')
    return Markup(  # noqa: S704  (numbers and role names only; the alternative text is escaped)
        f'<svg class="smm-art" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice" '
        f"{escape(said)}>{body}</svg>"
    )
