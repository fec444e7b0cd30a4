"""Parts of a plan: tables with totals, points, steps; the same for the page, the deck and the sheets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from smm_portfolio.site.views.parts import FactView, StateView


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One cell of a table.

    ``tag`` is a word that the figure never stands without (``simulated``); ``bar`` draws its share of the largest, in
    percent; ``state`` stands in place of the text.
    """

    text: str = ""
    tag: str = ""
    bar: int | None = None
    state: StateView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A row: its name, what to know about it, its cells.

    ``total`` is set off from the rows above; a filter reads ``key``.
    """

    name: str
    note: str = ""
    href: str = ""
    key: str = ""
    cells: tuple[CellView, ...] = ()
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTable:
    """A table of words or of figures; ``head`` names the first column too.

    ``core`` are the cells that stay where there is room for some only, by place; empty for all of them.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    figures: bool = False
    note: str = ""
    core: tuple[int, ...] = ()

    def narrowed(self) -> PlanTable:
        """The table with its core alone."""
        if not self.core:
            return self
        rows = tuple(replace(row, cells=tuple(row.cells[place] for place in self.core)) for row in self.rows)
        return replace(self, head=(self.head[0], *(self.head[place + 1] for place in self.core)), rows=rows, core=())


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """Something with a name, facts and a few lines.

    ``quote`` are words to be said as they stand, ``aside`` is closed until somebody opens it, ``lines`` is room to
    write on paper.
    """

    title: str
    mark: str = ""
    facts: tuple[FactView, ...] = ()
    body: str = ""  # prose
    quote: str = ""  # prose
    items: tuple[str, ...] = ()
    aside: FactView | None = None
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentView:
    """What has been done by a moment."""

    mark: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A piece of a part: a title, then whatever it has, in this order.

    ``id`` tells it apart where another document takes only some pieces, the same in every language.
    """

    id: str = ""
    title: str = ""
    body: str = ""  # prose
    facts: tuple[FactView, ...] = ()
    table: PlanTable | None = None
    steps: tuple[MomentView, ...] = ()
    points: tuple[PointView, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part of a plan under its own heading. ``id`` is the anchor, the same in every language."""

    id: str
    title: str
    note: str = ""
    blocks: tuple[BlockView, ...] = ()
