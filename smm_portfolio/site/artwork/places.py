"""Things of a street and a home: plants, bicycles, houses, shop windows."""

from __future__ import annotations

from math import cos, radians, sin
from random import Random

from smm_portfolio.site.artwork.shapes import circle, dome, line, outline, polygon, rect, ring


def plants(width: int, height: int, rng: Random) -> str:
    """Potted plants on a sill, as many as fit."""
    count = max(1, round(width / height * 2))
    cell = width / count
    parts = [rect(0, 0, width, height, "a3"), rect(0, height * 0.88, width, height * 0.12, "a5")]
    size = min(cell * 0.44, height * 0.3)
    parts += [_plant(cell * (index + 0.5), height * 0.88, size, rng) for index in range(count)]
    return "".join(parts)


def bicycles(width: int, height: int, rng: Random) -> str:
    """Bicycles from the side, one above the other in a tall frame."""
    rows = max(1, round(height / width * 1.4))
    step = height / rows
    parts = [rect(0, 0, width, height, "a0")]
    for row in range(rows):
        ground = step * (row + 1) - step * 0.16
        size = min(step * 0.62, width * 0.5)
        count = max(1, int(width / (size * 1.9)))
        for index in range(count):
            middle = width * (index + 0.5) / count
            parts.append(_bicycle(middle, ground, size, rng))
        parts.append(rect(0, ground, width, step * 0.045, "a5"))
    return "".join(parts)


def houses(width: int, height: int, rng: Random) -> str:
    """A row of canal houses, each with its own gable."""
    parts = [rect(0, 0, width, height, "a0"), rect(0, height * 0.9, width, height * 0.1, "a2")]
    x = 0.0
    last = ""
    while x < width:
        size = min(width, height) * rng.choice([0.24, 0.28, 0.32])
        role = rng.choice([role for role in ("a1", "a3", "a4", "a5") if role != last])
        parts.append(_house(x, height * 0.9, size, height * rng.uniform(0.46, 0.68), role, rng))
        x, last = x + size, role
    return "".join(parts)


def windows(width: int, height: int, rng: Random) -> str:
    """Shop fronts with awnings."""
    rows = 2 if height > width * 1.1 else 1
    step = height / rows
    count = max(1, round(width / step * 1.1))
    cell = width / count
    parts = [rect(0, 0, width, height, "a0")]
    for row in range(rows):
        parts += [_shop(cell * index, step * row, cell, step, rng) for index in range(count)]
    return "".join(parts)


def _plant(x: float, base: float, size: float, rng: Random) -> str:
    pot, leaf = rng.sample(["a1", "a2", "a4"], 2)
    top = base - size * 0.9
    parts = []
    reach = size * rng.uniform(1.1, 1.5)
    for angle in range(-60, 61, 30):
        tilt = radians(angle + rng.uniform(-6, 6))
        tip_x, tip_y = x + sin(tilt) * reach, top - cos(tilt) * reach
        side_x, side_y = cos(tilt) * size * 0.3, sin(tilt) * size * 0.3
        mid_x, mid_y = (x + tip_x) / 2, (top + tip_y) / 2
        there = (mid_x + side_x, mid_y + side_y, tip_x, tip_y)
        back = (mid_x - side_x, mid_y - side_y, x, top)
        parts.append(outline("M{} {}Q{} {} {} {}Q{} {} {} {}z", (x, top, *there, *back), leaf if angle % 60 else "a5"))
    foot = size * 0.14
    parts.append(
        polygon(
            [
                (x - size * 0.5, top),
                (x + size * 0.5, top),
                (x + size * 0.5 - foot, base),
                (x - size * 0.5 + foot, base),
            ],
            pot,
        )
    )
    parts.append(rect(x - size * 0.56, top, size * 1.12, size * 0.2, pot))
    parts.append(line((x - size * 0.5, top + size * 0.2), (x + size * 0.5, top + size * 0.2), size * 0.04))
    return "".join(parts)


def _bicycle(x: float, ground: float, size: float, rng: Random) -> str:
    frame = rng.choice(["a1", "a2", "a4"])
    wheel = size * 0.34
    axle = ground - wheel
    back, front = x - size * 0.5, x + size * 0.5
    saddle, bar = (x - size * 0.22, axle - size * 0.5), (x + size * 0.36, axle - size * 0.56)
    pedal = (x - size * 0.08, axle)
    parts = [circle(spot, axle, wheel, "a3") + ring(spot, axle, wheel, size * 0.05) for spot in (back, front)]
    bars = [
        ((back, axle), pedal),
        ((back, axle), saddle),
        (saddle, pedal),
        (saddle, bar),
        (pedal, bar),
        (bar, (front, axle)),
    ]
    thick = size * 0.035
    for (x1, y1), (x2, y2) in bars:
        length = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
        dx, dy = -(y2 - y1) / length * thick, (x2 - x1) / length * thick
        parts.append(polygon([(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)], frame))
    parts.append(rect(saddle[0] - size * 0.11, saddle[1] - size * 0.05, size * 0.22, size * 0.07, "a5"))
    parts.append(rect(bar[0] - size * 0.12, bar[1] - size * 0.05, size * 0.2, size * 0.06, "a5"))
    parts.append(circle(pedal[0], pedal[1], size * 0.07, "a5"))
    return "".join(parts)


def _house(x: float, base: float, width: float, tall: float, role: str, rng: Random) -> str:
    top = base - tall
    gable = rng.randrange(3)
    parts = [rect(x, top, width, tall, role)]
    if gable == 0:
        parts.append(polygon([(x, top), (x + width / 2, top - width * 0.6), (x + width, top)], role))
    elif gable == 1:
        parts.append(rect(x + width * 0.15, top - width * 0.22, width * 0.7, width * 0.23, role))
        parts.append(rect(x + width * 0.34, top - width * 0.44, width * 0.32, width * 0.23, role))
    else:
        parts.append(dome(x + width * 0.12, top, width * 0.76, width * 0.5, role))
    glass = "a0" if role == "a5" else "a5"
    rows = max(2, int(tall / (width * 0.55)))
    for row in range(rows):
        y = top + tall * (row + 0.25) / rows
        parts += [rect(x + width * column, y, width * 0.26, tall / rows * 0.48, glass) for column in (0.16, 0.58)]
    return "".join(parts)


def _shop(x: float, y: float, width: float, height: float, rng: Random) -> str:
    wall, awning, other = rng.sample(["a1", "a2", "a3", "a4"], 3)
    parts = [rect(x, y, width, height, wall), rect(x, y + height * 0.9, width, height * 0.1, "a5")]
    parts.append(rect(x + width * 0.1, y + height * 0.38, width * 0.52, height * 0.42, "a0"))
    parts.append(rect(x + width * 0.7, y + height * 0.38, width * 0.2, height * 0.52, "a5"))
    stripes = 7
    left, step = x + width * 0.06, width * 0.88 / stripes
    for index in range(stripes):
        role = awning if index % 2 else other
        parts.append(rect(left + step * index, y + height * 0.16, step, height * 0.2, role))
        parts.append(circle(left + step * (index + 0.5), y + height * 0.36, step / 2, role))
    goods = [(spot, rng.choice(["a1", "a2", "a4"])) for spot in (0.2, 0.36, 0.5)]
    parts += [circle(x + width * spot, y + height * 0.72, width * 0.06, role) for spot, role in goods]
    parts.append(line((x + width * 0.1, y + height * 0.8), (x + width * 0.62, y + height * 0.8), width * 0.02))
    return "".join(parts)
