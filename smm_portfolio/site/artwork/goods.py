"""Things that are made and sold: books, patchwork, a coat, bottles, letters."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from smm_portfolio.site.artwork.shapes import (
    Point,
    circle,
    dome,
    line,
    number,
    outline,
    path,
    polygon,
    rect,
    ring,
    stitch,
)

_FIVE = ["a1", "a2", "a3", "a4", "a5"]


def books(width: int, height: int, rng: Random) -> str:
    """Books on one shelf, or two in a tall frame."""
    rows = max(1, min(3, round(height / width * 2.2)))
    step = height / rows
    unit = min(width, step * 2.6)
    parts = [rect(0, 0, width, height, "a0")]
    for row in range(rows):
        base = step * (row + 1) - step * 0.1
        x, last = width * 0.05, ""
        while True:
            thick = unit * rng.choice([0.05, 0.07, 0.09, 0.11])
            tall = step * rng.uniform(0.5, 0.8)
            role = rng.choice([role for role in _FIVE if role != last])
            if x + thick > width * 0.96:
                break
            parts.append(_book(x, base, thick, tall, role))
            x, last = x + thick + unit * 0.006, role
        parts.append(rect(0, base, width, step * 0.05, "a5"))
    return "".join(parts)


def quilt(width: int, height: int, rng: Random) -> str:
    """Patchwork of square patches, whole ones across the frame."""
    columns = max(3, round(width / min(width, height) * 3.4))
    cell = width / columns
    rows = int(height / cell + 0.999)
    parts = [rect(0, 0, width, height, "a0")]
    for row in range(rows):
        parts += [_patch(column * cell, row * cell, cell, rng) for column in range(columns)]
    return "".join(parts)


def coat(width: int, height: int, rng: Random) -> str:
    """A coat sewn from five pieces, in the middle of the frame."""
    unit = min(width / 10.6, height / 13)
    left, top = width / 2 - 5 * unit, height / 2 - 6.2 * unit

    def at(*points: Point) -> list[Point]:
        return [(left + x * unit, top + y * unit) for x, y in points]

    sleeve, body, collar = rng.sample(["a1", "a2", "a4"], 3)
    return "".join(
        [
            rect(0, 0, width, height, "a3"),
            polygon(at((3.6, 1), (1.2, 2.4), (0, 7.6), (1.8, 8), (2.6, 4.6)), sleeve),
            polygon(at((6.4, 1), (8.8, 2.4), (10, 7.6), (8.2, 8), (7.4, 4.6)), body),
            polygon(at((3.6, 1), (5, 2.2), (5, 12), (2.2, 12), (2.6, 4.6)), body),
            polygon(at((6.4, 1), (5, 2.2), (5, 12), (7.8, 12), (7.4, 4.6)), "a5"),
            polygon(at((3.6, 1), (5, 2.2), (6.4, 1), (5.9, 0.4), (4.1, 0.4)), collar),
            polygon(at((2.7, 7.6), (4.4, 7.6), (4.4, 9.6), (2.6, 9.6)), collar),
            polygon(at((5.7, 7.6), (7.4, 7.6), (7.5, 9.6), (5.7, 9.6)), sleeve),
            *[circle(left + 5.35 * unit, top + y * unit, unit * 0.14, "a0") for y in (3.6, 5.4, 7.2, 9)],
        ]
    )


def bottles(width: int, height: int, rng: Random) -> str:
    """Bottles, jars and tubes side by side on a shelf."""
    rows = 2 if height > width else 1
    step = height / rows
    parts = [rect(0, 0, width, height, "a0")]
    for row in range(rows):
        base = step * (row + 1) - step * 0.14
        x = width * 0.07
        while x < width * 0.9:
            size = step * rng.choice([0.2, 0.24, 0.3])
            if x + size > width * 0.95:
                break
            parts.append(_bottle(x, base, size, step * rng.uniform(0.42, 0.7), rng))
            x += size + step * 0.06
        parts.append(rect(0, base, width, step * 0.05, "a5"))
    return "".join(parts)


def type_case(width: int, height: int, rng: Random) -> str:
    """Letters built from plain shapes, one to a block."""
    columns = max(3, round(width / min(width, height) * 3))
    cell = width / columns
    rows = int(height / cell + 0.999)
    parts = []
    for row in range(rows):
        for column in range(columns):
            ground, ink = rng.sample(["a1", "a2", "a3", "a4", "a5", "a0"], 2)
            x, y = column * cell, row * cell
            parts.append(rect(x, y, cell, cell, ground))
            parts.append(_letter(x + cell * 0.2, y + cell * 0.16, cell * 0.6, cell * 0.68, ink, rng.randrange(7)))
    return "".join(parts)


def _book(x: float, base: float, thick: float, tall: float, role: str) -> str:
    bands = [
        line((x + thick * 0.25, base - tall * share), (x + thick * 0.75, base - tall * share), thick * weight)
        for share, weight in ((0.8, 0.09), (0.7, 0.05))
    ]
    return rect(x, base - tall, thick, tall, role) + "".join(bands)


def _patch(x: float, y: float, side: float, rng: Random) -> str:
    ground, shape = rng.sample(_FIVE, 2)
    corner, far = f"{number(x)} {number(y)}", number(side)
    half = side / 2
    figures: list[Callable[[], str]] = [
        lambda: path(f"M{corner}h{far}a{far} {far} 0 0 1 {number(-side)} {far}z", shape),
        lambda: polygon([(x, y), (x + side, y + side), (x, y + side)], shape),
        lambda: "".join(rect(x, y + side * turn / 3, side, side / 6, shape) for turn in range(3)),
        lambda: circle(x + half, y + half, side * 0.32, shape),
        lambda: dome(x, y + side, side, half, shape),
        lambda: polygon([(x + half, y), (x + side, y + half), (x + half, y + side), (x, y + half)], shape),
        str,
    ]
    seam = stitch(x + side * 0.05, y + side * 0.05, side * 0.9, side * 0.9)
    return rect(x, y, side, side, ground) + figures[rng.randrange(7)]() + seam


def _bottle(x: float, base: float, width: float, tall: float, rng: Random) -> str:
    role, label = rng.sample(["a1", "a2", "a3", "a4"], 2)
    form = rng.randrange(3)
    tag = rect(x + width * 0.14, base - tall * 0.42, width * 0.72, tall * 0.2, label)
    if form == 0:
        neck = rect(x + width * 0.34, base - tall, width * 0.32, tall * 0.3, role) + rect(
            x + width * 0.3, base - tall * 1.04, width * 0.4, tall * 0.08, "a5"
        )
        return (
            neck
            + dome(x, base - tall * 0.58, width, tall * 0.2, role)
            + rect(x, base - tall * 0.59, width, tall * 0.59, role)
            + tag
        )
    if form == 1:
        low = tall * 0.6
        lid = rect(x - width * 0.02, base - low, width * 1.04, low * 0.22, "a5")
        return (
            rect(x, base - low * 0.8, width, low * 0.8, role)
            + lid
            + rect(x + width * 0.14, base - low * 0.5, width * 0.72, low * 0.26, label)
        )
    cap = rect(x + width * 0.3, base - tall * 0.18, width * 0.4, tall * 0.18, "a5")
    tube = polygon(
        [
            (x, base - tall),
            (x + width, base - tall),
            (x + width * 0.74, base - tall * 0.16),
            (x + width * 0.26, base - tall * 0.16),
        ],
        role,
    )
    return tube + cap + circle(x + width / 2, base - tall * 0.62, width * 0.22, label)


def _letter(x: float, y: float, width: float, height: float, role: str, which: int) -> str:
    bar, half = width * 0.3, height / 2
    letters = [
        lambda: rect(x, y, bar, height, role) + rect(x, y + height - bar, width, bar, role),
        lambda: rect(x + (width - bar) / 2, y, bar, height, role) + rect(x, y, width, bar, role),
        lambda: (
            rect(x, y, bar, height, role)
            + rect(x + width - bar, y, bar, height, role)
            + rect(x, y + (height - bar) / 2, width, bar, role)
        ),
        lambda: (
            rect(x, y, bar, height, role)
            + outline("M{} {}h{}a{} {} 0 0 1 0 {}h{}z", (x, y, width * 0.4, half, half, height, -width * 0.4), role)
        ),
        lambda: polygon([(x + width / 2, y), (x + width, y + height), (x, y + height)], role),
        lambda: (
            circle(x + width / 2, y + height / 2, min(width, height) / 2, role)
            + ring(x + width / 2, y + height / 2, min(width, height) * 0.22, bar * 0.4)
        ),
        lambda: (
            "".join(
                rect(x, y + (height - bar) * share, width if share != 0.5 else width * 0.8, bar * 0.9, role)
                for share in (0, 0.5, 1)
            )
            + rect(x, y, bar, height, role)
        ),
    ]
    return letters[which]()
