"""The few SVG shapes that artwork is made of.

A shape carries only a role: ``a0`` (ground) to ``a5`` (heaviest), ``line`` or ``stitch``. The look decides how a
role is filled: flat in Studio, engraved in Quiet.
"""

from __future__ import annotations

Point = tuple[float, float]


def number(value: float) -> str:
    """At most one decimal, without a trailing zero."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def rect(x: float, y: float, width: float, height: float, role: str) -> str:
    """A rectangle."""
    box = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect {box} class="smm-{role}"/>'


def circle(x: float, y: float, radius: float, role: str) -> str:
    """A circle around ``x``, ``y``."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" class="smm-{role}"/>'


def ring(x: float, y: float, radius: float, width: float) -> str:
    """A circle that is only a line."""
    box = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle {box} class="smm-aline" stroke-width="{number(width)}"/>'


def path(commands: str, role: str) -> str:
    """Any outline, in SVG path commands."""
    return f'<path d="{commands}" class="smm-{role}"/>'


def outline(commands: str, numbers: tuple[float, ...], role: str) -> str:
    """An outline whose ``{}`` are filled with ``numbers``, in order."""
    return path(commands.format(*map(number, numbers)), role)


def polygon(points: list[Point], role: str) -> str:
    """A closed outline through ``points``."""
    return path("M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "z", role)


def line(start: Point, end: Point, width: float) -> str:
    """A line drawn on top of shapes."""
    way = f"M{number(start[0])} {number(start[1])}L{number(end[0])} {number(end[1])}"
    return f'<path d="{way}" class="smm-aline" stroke-width="{number(max(1.5, width))}"/>'


def stem(foot: Point, top: float, width: float) -> str:
    """An upright line from ``foot`` to ``top``, in the colour of what grows on it."""
    way = f"M{number(foot[0])} {number(foot[1])}V{number(top)}"
    return f'<path d="{way}" class="smm-astem" stroke-width="{number(width)}"/>'


def dome(x: float, y: float, width: float, height: float, role: str) -> str:
    """The upper half of an ellipse standing on ``y``."""
    half = number(width / 2)
    return path(f"M{number(x)} {number(y)}a{half} {number(height)} 0 0 1 {number(width)} 0z", role)


def stitch(x: float, y: float, width: float, height: float) -> str:
    """A dashed seam; only looks that engrave show it."""
    box = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect {box} class="smm-stitch"/>'
