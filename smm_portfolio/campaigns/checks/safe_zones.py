"""Elements of a vertical picture that the platform's own buttons and texts would cover."""

from __future__ import annotations

from collections.abc import Iterator

from smm_portfolio.campaigns.checks.scope import Scope
from smm_portfolio.content.values.base import Broken
from smm_portfolio.content.values.post import Element

CODE = "SMM103"


def safe_zone_findings(scope: Scope) -> Iterator[Broken]:
    """Every element that lies outside the frame or under something of the platform's."""
    canvas, safe = scope.format.canvas, scope.format.safe
    if canvas is None:
        return
    width, height = canvas.px
    for i, element in enumerate(scope.post.elements):
        path, name = scope.path("elements", i), element.name.pick("en")
        right, bottom = element.left + element.width, element.top + element.height
        if right > width or bottom > height:
            message = f"'{name}' ends at {right} × {bottom}, outside the frame of {width} × {height}"
            yield Broken(CODE, message, "Move it inside the frame.", path)
        elif safe is not None:
            covered = [f"{over} px at the {side}" for side, over in hidden(scope, element)]
            if covered:
                message = f"{scope.name} covers '{name}': {', '.join(covered)}"
                yield scope.beyond(safe, CODE, message, "Move it towards the middle, or make it smaller.", path)


def hidden(scope: Scope, element: Element) -> tuple[tuple[str, int], ...]:
    """By how many pixels the platform covers an element, side by side; nothing where no zones are known.

    Args:
        scope: the post.
        element: what lies over its picture.
    """
    canvas, safe = scope.format.canvas, scope.format.safe
    if canvas is None or safe is None:
        return ()
    width, height = canvas.px
    right, bottom = element.left + element.width, element.top + element.height
    over = (
        ("top", round(height * safe.top / 100) - element.top),
        ("right", right - (width - round(width * safe.right / 100))),
        ("bottom", bottom - (height - round(height * safe.bottom / 100))),
        ("left", round(width * safe.left / 100) - element.left),
    )
    return tuple((side, pixels) for side, pixels in over if pixels > 0)
