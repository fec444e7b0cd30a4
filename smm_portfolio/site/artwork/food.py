"""Things to eat and drink: loaves on shelves, ears of wheat, cups."""

from __future__ import annotations

from random import Random

from smm_portfolio.site.artwork.shapes import circle, dome, line, outline, rect, ring, stem

_ROLES = ("a1", "a3", "a4", "a2")


def loaves(width: int, height: int, rng: Random) -> str:
    """One big loaf in a tall frame or loaves on shelves, by chance of the seed."""
    tall = height > width
    if tall and rng.random() < 0.4:
        return _one_loaf(width, height)
    if tall and rng.random() < 0.5:
        return _table(width, height, rng)
    return _shelves(width, height, rng)


def wheat(width: int, height: int, rng: Random) -> str:
    """Ears of wheat, as many as fit."""
    parts = [rect(0, 0, width, height, "a3")]
    ears = max(2, round(width / height * 3))
    roles = rng.sample(["a1", "a5", "a2"], 3)
    parts += [_ear(width * (i + 0.5) / ears, height, width / ears, roles[i % 3]) for i in range(ears)]
    return "".join(parts)


def cups(width: int, height: int, rng: Random) -> str:
    """Cups in rows, each with another pattern."""
    columns = max(2, round(width / height * 2.4))
    rows = max(1, round(columns * height / width))
    cell_w, cell_h = width / columns, height / rows
    parts = [rect(0, 0, width, height, "a0")]
    for row in range(rows):
        base = cell_h * (row + 1) - cell_h * 0.14
        for column in range(columns):
            size = min(cell_w, cell_h) * 0.62
            parts.append(_cup(cell_w * (column + 0.46) - size / 2, base, size, rng))
        parts.append(rect(0, base, width, cell_h * 0.05, "a5"))
    return "".join(parts)


def _loaf(x: float, base: float, width: float, role: str, cuts: int) -> str:
    height = width * 0.46
    parts = [dome(x, base, width, height, role)]
    for index in range(cuts):
        middle = x + width * (index + 1) / (cuts + 1)
        lean = width * 0.05
        parts.append(line((middle - lean, base - height * 0.28), (middle + lean, base - height * 0.66), width * 0.028))
    return "".join(parts)


def _one_loaf(width: int, height: int) -> str:
    ground = rect(0, 0, width, height, "a3") + rect(0, height * 0.68, width, height * 0.32, "a2")
    return ground + _loaf(width * 0.08, height * 0.68, width * 0.84, "a1", 4)


def _shelves(width: int, height: int, rng: Random) -> str:
    rows = max(2, min(3, round(height / width * 2.4)))
    layouts = [[(0.04, 0.40), (0.48, 0.48)], [(0.06, 0.26), (0.37, 0.26), (0.68, 0.26)], [(0.04, 0.52), (0.62, 0.32)]]
    start, shift = rng.randrange(3), rng.randrange(4)
    parts = [rect(0, 0, width, height, "a0")]
    step, drawn = height / rows, shift
    for row in range(rows):
        base = step * (row + 1) - step * 0.16
        for left, share in layouts[(row + start) % 3]:
            size = min(width * share, step * 0.74 / 0.46)
            parts.append(
                _loaf(width * left + (width * share - size) / 2, base, size, _ROLES[drawn % 4], 3 if share > 0.3 else 2)
            )
            drawn += 1
        parts.append(rect(0, base, width, step * 0.055, "a5"))
    return "".join(parts)


def _table(width: int, height: int, rng: Random) -> str:
    reach = min(width, height)
    middle_x, middle_y = width * 0.5, height * 0.52
    parts = [rect(0, 0, width, height, "a2"), circle(middle_x, middle_y, reach * 0.62, "a0")]
    spots = [(0.34, 0.36, 0.155, "a1"), (0.68, 0.33, 0.12, "a3"), (0.30, 0.66, 0.13, "a4"), (0.62, 0.64, 0.18, "a1")]
    for spot_x, spot_y, size, role in spots:
        x, y = middle_x + (spot_x - 0.5) * reach * 1.1, middle_y + (spot_y - 0.5) * reach * 1.1
        parts.append(_round_loaf(x, y, size * reach, role, rng.randrange(3)))
    return "".join(parts)


def _round_loaf(x: float, y: float, radius: float, role: str, pattern: int) -> str:
    parts = [circle(x, y, radius, role)]
    half = radius * 0.5
    if pattern == 0:
        parts += [
            line((x - half, y - half), (x + half, y + half), radius * 0.07),
            line((x - half, y + half), (x + half, y - half), radius * 0.07),
        ]
    elif pattern == 1:
        parts += [
            line(
                (x + t * radius - radius * 0.12, y + radius * 0.4),
                (x + t * radius + radius * 0.12, y - radius * 0.4),
                radius * 0.06,
            )
            for t in (-0.45, -0.15, 0.15, 0.45)
        ]
    else:
        parts += [ring(x, y, radius * 0.62, radius * 0.06), ring(x, y, radius * 0.3, radius * 0.06)]
    return "".join(parts)


def _ear(x: float, height: int, room: float, role: str) -> str:
    grain = min(height * 0.085, room * 0.42)
    parts = [stem((x, height), height * 0.2, height * 0.008)]
    y = height * 0.2
    while y < height * 0.74:
        for side in (-1, 1):
            turn = side * grain
            bends = (turn * 1.15, -grain * 0.1, turn * 1.1, -grain * 1.15)
            back = (-turn * 1.05, grain * 0.05, -turn * 1.1, grain * 1.15)
            parts.append(outline("M{} {}q{} {} {} {}q{} {} {} {}z", (x, y + grain, *bends, *back), role))
        y += grain * 1.12
    top = (x, height * 0.2 + grain * 0.6, -grain * 0.55, -grain * 0.9, -grain * 1.7)
    parts.append(outline("M{} {}q{} {} 0 {}q{} {} 0 {}z", (*top, grain * 0.55, grain * 0.8, grain * 1.7), role))
    return "".join(parts)


def _cup(x: float, base: float, size: float, rng: Random) -> str:
    role, second = rng.sample(["a1", "a2", "a3", "a4"], 2)
    tall = size * rng.choice([0.8, 0.95, 1.1])
    foot = size * 0.14
    handle = ring(x + size, base - tall * 0.56, tall * 0.2, size * 0.08)
    body = outline("M{} {}h{}l{} {}h{}z", (x, base - tall, size, -foot, tall, 2 * foot - size), role)
    pattern = rng.randrange(3)
    if pattern == 0:
        extra = rect(x + size * 0.06, base - tall * 0.72, size * 0.88, tall * 0.22, second)
    elif pattern == 1:
        extra = circle(x + size / 2, base - tall * 0.5, size * 0.2, second)
    else:
        extra = "".join(
            line((x + size * t, base - tall * 0.82), (x + size * t, base - tall * 0.2), size * 0.05)
            for t in (0.3, 0.5, 0.7)
        )
    return handle + body + extra
