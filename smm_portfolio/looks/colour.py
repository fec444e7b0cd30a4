"""Colours as numbers: contrast after WCAG 2.2, and lighter or darker ones of the same hue.

Sources: relative luminance and contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio; OKLab,
https://bottosson.github.io/posts/oklab/ (the space in which "the same colour, lighter" looks like that).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

HEX = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")

_STEPS = 40


@dataclass(frozen=True, slots=True)
class Rgb:
    """A colour of the sRGB screen, each channel 0 to 1; alpha 1 is opaque."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def hex(self) -> str:
        """``#RRGGBB``, or ``#RRGGBBAA`` where something shines through."""
        channels = [self.red, self.green, self.blue] + ([self.alpha] if self.alpha < 1 else [])
        return "#" + "".join(f"{round(min(max(c, 0.0), 1.0) * 255):02X}" for c in channels)

    def over(self, ground: Rgb) -> Rgb:
        """What is seen when this lies on an opaque ground."""
        a = self.alpha
        return Rgb(
            *(
                a * top + (1 - a) * below
                for top, below in ((self.red, ground.red), (self.green, ground.green), (self.blue, ground.blue))
            )
        )


def parse(text: str) -> Rgb:
    """``#RGB``, ``#RRGGBB`` or ``#RRGGBBAA``.

    Raises:
        ValueError: anything else.
    """
    if not HEX.fullmatch(text):
        raise ValueError(f"{text!r} is not a colour such as #1B38C9")
    digits = text[1:]
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    return Rgb(*(int(digits[i : i + 2], 16) / 255 for i in range(0, len(digits), 2)))


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(c) for c in (colour.red, colour.green, colour.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: Rgb, ground: Rgb) -> float:
    """Contrast ratio, 1 to 21; a transparent text is laid on its ground first."""
    a, b = luminance(text.over(ground)), luminance(ground)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def to_oklch(colour: Rgb) -> tuple[float, float, float]:
    """Lightness 0 to 1, chroma, hue in degrees."""
    r, g, b = (_linear(c) for c in (colour.red, colour.green, colour.blue))
    l_, m_, s_ = (
        math.cbrt(v)
        for v in (
            0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
            0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
            0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
        )
    )
    light = 0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_
    a = 1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_
    b_ = 0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_
    return light, math.hypot(a, b_), math.degrees(math.atan2(b_, a)) % 360


def from_oklch(light: float, chroma: float, hue: float) -> Rgb:
    """The nearest colour that a screen can show: chroma gives way, lightness and hue stay."""
    low, high = 0.0, chroma
    if _in_gamut(_oklch_raw(light, chroma, hue)):
        return _clipped(_oklch_raw(light, chroma, hue))
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _in_gamut(_oklch_raw(light, middle, hue)):
            low = middle
        else:
            high = middle
    return _clipped(_oklch_raw(light, low, hue))


def _oklch_raw(light: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    l_ = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_,
        -1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_,
        -0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_,
    )


def _in_gamut(linear: tuple[float, float, float]) -> bool:
    return all(-1e-6 <= c <= 1 + 1e-6 for c in linear)


def _clipped(linear: tuple[float, float, float]) -> Rgb:
    return Rgb(*(min(max(_gamma(max(c, 0.0)), 0.0), 1.0) for c in linear))


def nearest_with_contrast(colour: Rgb, grounds: tuple[Rgb, ...], ratio: float) -> Rgb:
    """The colour of the same hue, as close in lightness as possible, that keeps a ratio to every ground.

    Args:
        colour: the one that fails (or not: then it comes back).
        grounds: opaque colours that it must stand on.
        ratio: for example 4.5.

    Returns:
        A colour that passes; where none of that hue does, black or white, whichever comes nearer.
    """

    def passes(candidate: Rgb) -> bool:
        # what is written down is the rounded hex, so that is what is measured
        return all(contrast(parse(candidate.hex), ground) >= ratio for ground in grounds)

    if passes(colour):
        return colour
    light, chroma, hue = to_oklch(colour)
    for step in range(1, 1001):
        for sign in (-1, 1):
            target = light + sign * step / 1000
            if 0 <= target <= 1 and passes(found := from_oklch(target, chroma, hue)):
                return parse(found.hex)
    return max((Rgb(0, 0, 0), Rgb(1, 1, 1)), key=lambda c: min(contrast(c, ground) for ground in grounds))


def same_hue(one: Rgb, other: Rgb) -> bool:
    """Whether two colours are the same one, lighter or darker: both colourful, and close in hue."""
    (_, c1, h1), (_, c2, h2) = to_oklch(one), to_oklch(other)
    apart = abs(h1 - h2) % 360
    return min(c1, c2) >= 0.04 and min(apart, 360 - apart) <= 40
