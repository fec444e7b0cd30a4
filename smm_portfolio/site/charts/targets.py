"""Results as part of their goals: one line at 100 %, a missed goal outlined and hatched."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from smm_portfolio.site.charts.drawn import LINE, Drawn, Said, bar, mark, name_lines, named, svg, text

_ROW = 62
_SHOWN_AT_MOST = 2.5
"""Longer bars are cut: beyond two and a half times the goal the length says nothing more, the figure does."""


@dataclass(frozen=True, slots=True)
class Target:
    """One goal: ``reached`` is the part of it that was reached (1 = all), ``written`` that figure in words."""

    name: str
    reached: float
    written: str
    met: bool


def target_bars(targets: tuple[Target, ...], goal_label: str, said: Said) -> Drawn:
    """Draw results against goals.

    Args:
        targets: In the order of the goal table.
        goal_label: Words on the line, such as ``doel = 100 %``.
        said: What a screen reader says instead of the drawing.

    Returns:
        Both drawings.
    """
    return Drawn(
        wide=_drawing(targets, goal_label, 500, said, narrow=False),
        narrow=_drawing(targets, goal_label, 340, said, narrow=True),
    )


def _drawing(targets: tuple[Target, ...], goal_label: str, width: int, said: Said, *, narrow: bool) -> Markup:
    names = [name_lines(target.name, width - 4) for target in targets]
    bottom = 34 + sum(_ROW + LINE * (len(lines) - 1) for lines in names)
    return svg(width, bottom, said, _body(targets, names, goal_label, width, bottom), narrow=narrow)


def _body(
    targets: tuple[Target, ...], names: list[list[str]], goal_label: str, width: int, bottom: float
) -> list[Markup]:
    longest = min(_SHOWN_AT_MOST, max(1.2, *(target.reached for target in targets)))
    unit = (width - 72) / longest
    goal = 2 + unit
    body = [mark("cut", "M{} 16V{}", goal, bottom - 8), text(goal, 11, goal_label, "b", "middle")]
    top = 42.0 - _ROW
    for target, lines in zip(targets, names, strict=True):
        length = unit * max(0.0, min(target.reached, longest))
        body += named(lines, top + _ROW)
        top += _ROW + LINE * (len(lines) - 1)
        body.append(bar("ok" if target.met else "no", 2, top + 8, length, 20))
        if not target.met:
            body.append(bar("hatch", 2, top + 8, length, 20))
        beside = goal if length < unit and goal - 2 - length < 60 else 2 + length
        body.append(text(beside + 8, top + 23, target.written, "b"))
    return body
