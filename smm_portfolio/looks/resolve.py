"""Colours by role, with references between roles followed to the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.looks import colour
from smm_portfolio.looks.model import Adjusted, Colours, Role
from smm_portfolio.problems import Problem

SCHEMES = ("light", "dark", "print")

Path = tuple[str | int, ...]


class BadRole(ValueError):
    """A reference that leads nowhere or in a circle."""

    def __init__(self, path: Path, problem: Problem) -> None:
        super().__init__(problem.message)
        self.path = path
        self.problem = problem


def resolve(colours: Colours) -> dict[str, dict[str, str]]:
    """Hex values by scheme and role.

    Why dark falls back on light: a role that says ``accent`` means the accent of whichever scheme is drawn, so only
    colours that are really different by night need a line.

    Raises:
        BadRole: see there.
    """
    dark = {role: colours.dark.get(role, spec) for role, spec in colours.light.items()}
    table: dict[str, Mapping[str, Role]] = {"light": colours.light, "dark": dark, "print": colours.print}
    return {scheme: {role: _value(table, scheme, role, ()) for role in table[scheme]} for scheme in SCHEMES}


def _value(table: Mapping[str, Mapping[str, Role]], scheme: str, role: str, seen: tuple[str, ...]) -> str:
    here = f"{scheme}.{role}"
    path: Path = ("colours", *(seen[0] if seen else here).split("."))
    if here in seen:
        circle = " → ".join((*seen, here))
        raise BadRole(
            path,
            Problem(
                "SMM071",
                f"the colours refer to each other in a circle: {circle}",
                "Give one of them a colour of its own.",
            ),
        )
    if role not in table[scheme]:
        known = sorted(table[scheme])
        close = nearest(role, known)
        raise BadRole(
            path,
            Problem(
                "SMM071",
                f"there is no colour role {here}",
                f"Did you mean {close}?" if close else "The handbook lists the roles of a look.",
            ),
        )
    spec = table[scheme][role]
    follow = (*seen, here)

    def colour_of(reference: str) -> str:
        if reference.startswith("#"):
            return colour.parse(reference).hex
        head, dot, tail = reference.partition(".")
        return _value(table, head, tail, follow) if dot else _value(table, scheme, reference, follow)

    if isinstance(spec, Adjusted):
        start, ground = colour.parse(colour_of(spec.like)), colour.parse(colour_of(spec.on))
        return colour.nearest_with_contrast(start, (ground,), spec.contrast).hex
    return colour_of(spec)


def followed(colours: Colours, scheme: str, role: str) -> tuple[tuple[str, str], ...]:
    """The roles that a colour comes from, by scheme: the role itself first, then what it refers to, to the end."""
    own = {"light": colours.light, "dark": colours.dark, "print": colours.print}
    found: list[tuple[str, str]] = []
    left = [(scheme, role)]
    while left:
        here = left.pop(0)
        if here in found:
            continue
        found.append(here)
        where, name = here
        spec = own[where].get(name)
        if spec is None or (where == "dark" and spec == own["light"].get(name)):
            spec = own["light"].get(name, "")
            found.append(("light", name))
        for reference in (spec.like, spec.on) if isinstance(spec, Adjusted) else (spec,):
            if reference and not reference.startswith("#"):
                head, dot, tail = reference.partition(".")
                left.append((head, tail) if dot else (where, reference))
    return tuple(found)


def without_stale_night(below: dict[str, Any], layer: Mapping[str, Any]) -> None:
    """Forget dark colours of the look below for roles that a layer ties to another role without redrawing them."""
    colours = layer.get("colours") or {}
    light, dark = colours.get("light") or {}, colours.get("dark") or {}
    if isinstance(light, dict) and isinstance(dark, dict):
        for role, value in light.items():
            if role not in dark and not (isinstance(value, str) and value.startswith("#")):
                below["colours"]["dark"].pop(role, None)


def follow_by_night(before: Mapping[str, Mapping[str, str]], layer: Mapping[str, Any]) -> dict[str, str]:
    """Dark colours that must follow light ones which a layer changes without redrawing the dark scheme.

    A dark colour follows when it was the light one redrawn (same hue): it takes the new hue and keeps the contrast that
    it had. Neutral grounds and greys stay.

    Args:
        before: resolved colours of the look below, by scheme and role.
        layer: the raw brand file that changes it.
    """
    colours = layer.get("colours") or {}
    light, dark = colours.get("light") or {}, colours.get("dark") or {}
    if not isinstance(light, dict) or not isinstance(dark, dict):
        return {}
    night = colour.parse(before["dark"]["bg"])
    changed = {}
    for role, value in light.items():
        if role in dark or role not in before["light"] or not (isinstance(value, str) and colour.HEX.fullmatch(value)):
            continue
        old_light, old_dark = colour.parse(before["light"][role]), colour.parse(before["dark"][role])
        if not colour.same_hue(old_light, old_dark):
            continue
        _, chroma, hue = colour.to_oklch(colour.parse(value))
        start = colour.from_oklch(colour.to_oklch(old_dark)[0], min(chroma, colour.to_oklch(old_dark)[1] * 1.4), hue)
        ratio = min(colour.contrast(old_dark, night), 15.0)
        changed[role] = colour.nearest_with_contrast(start, (night,), ratio).hex
    return changed
