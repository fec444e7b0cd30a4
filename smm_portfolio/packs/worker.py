"""What runs in the worker processes, here or on other machines: values in, bytes out; nothing is written there."""

from __future__ import annotations

import datetime as dt
import signal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smm_portfolio.packs.calendars import Appointment, calendar
from smm_portfolio.packs.fill import Unfit, fill
from smm_portfolio.packs.form import Form, Ink, compile_form
from smm_portfolio.packs.slots import Value
from smm_portfolio.print.job import PrintJob
from smm_portfolio.print.pool import render_safely
from smm_portfolio.problems import Problem


@dataclass(frozen=True, slots=True)
class PackOrder:
    """One pack.

    Args:
        number: of the person in the batch.
        name: at the foot of every page.
        values: by name of field.
        title: of the calendar.
        appointments: of the calendar; None for no calendar.
        today: see ``calendar``.
    """

    number: int
    name: str
    values: Mapping[str, Value]
    title: str = ""
    appointments: Sequence[tuple[str, Appointment]] | None = None
    today: dt.date = dt.date.min


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an order.

    Args:
        number: of the order.
        pdf: what follows the bytes of the form, or a whole file where it has a layout of its own.
        calendar: the calendar file, or empty.
        unfit: fields that could not show their value; there is no PDF then.
        problems: what went wrong with a layout of its own.
    """

    number: int
    pdf: bytes
    calendar: bytes = b""
    unfit: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def quiet() -> None:
    """Ctrl-C is for the process that the person started, which then ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def fill_chunk(form: Form, orders: Sequence[PackOrder]) -> list[Made]:
    """Fill one form for several people."""
    return [_fill(form, order) for order in orders]


def _fill(form: Form, order: PackOrder) -> Made:
    filled = fill(form, order.values, order.name)
    if isinstance(filled, Unfit):
        return Made(order.number, b"", unfit=filled.names)
    return Made(order.number, filled, _calendar(order))


def _calendar(order: PackOrder) -> bytes:
    return b"" if order.appointments is None else calendar(order.title, order.appointments, order.today)


def own_pack(job: PrintJob, files: Mapping[str, bytes], ink: Ink, order: PackOrder) -> Made:
    """Lay out somebody's own copy, and fill in what its fields can show.

    Args:
        job: the layout, with everything that fields cannot show as text.
        files: fonts of values.
        ink: of the look.
        order: with the values that fields can show.
    """
    result = render_safely(job)
    if not result.ok:
        return Made(order.number, b"", problems=result.problems)
    form = compile_form(result.pdf, files, ink)
    names = {one.name for one in form.fields}
    filled = fill(form, {name: value for name, value in order.values.items() if name in names})
    if isinstance(filled, Unfit):
        return Made(order.number, b"", unfit=filled.names)
    return Made(order.number, form.base + filled, _calendar(order), problems=result.problems)
