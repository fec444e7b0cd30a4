"""Layouts: one for everybody who shares guide, language and conditions, or one of somebody's own."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from markupsafe import Markup
from PIL import Image

from smm_portfolio.content.values.due import Anchor
from smm_portfolio.packs.appearance import POINTS_PER_MM
from smm_portfolio.packs.fill import typesetter
from smm_portfolio.packs.form import Ink
from smm_portfolio.packs.plan import Group, Plan, library_for
from smm_portfolio.packs.slots import Slots, Value
from smm_portfolio.packs.values import Writer
from smm_portfolio.packs.view import DueSlot, due_name, pack_view, shown_tasks, task_behind
from smm_portfolio.print.context import Context
from smm_portfolio.print.guide import Copy, language_root, logo_view, view_job
from smm_portfolio.print.guide_view import guide_view
from smm_portfolio.print.job import PrintJob
from smm_portfolio.print.part_views import FieldView
from smm_portfolio.print.styles import css_string
from smm_portfolio.print.views import GuideView

_MOST_LINES = 4

_BESIDE = Markup('{}: <span class="smm-beside">{}</span>')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layout to be rendered.

    Args:
        job: for the print engine.
        dues: slots of due dates by name of field.
    """

    job: PrintJob
    dues: Mapping[str, DueSlot]


@dataclass(frozen=True, slots=True)
class Own:
    """What makes a layout one person's own.

    Args:
        name: at the foot of every page.
        values: by name of field; those of read-only fields are printed as text.
        unfit: fillable fields that cannot show their value, which stands beside them instead.
    """

    name: str
    values: Mapping[str, Value]
    unfit: frozenset[str]


def ink_of(plan: Plan, *, large: bool = False) -> Ink:
    """Colours and sizes of notes in a look, in normal or in large print."""
    colour = plan.look.paper["ink-2"].lstrip("#")
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    size = plan.look.brand.type.print_tokens["size-xs"].removesuffix("pt")
    ink = Ink(" ".join(f"{part:.3f}" for part in parts) + " rg", float(size))
    if not large:
        return ink
    # as large.css has them
    return replace(ink, note_size=16.0, module=7.5, due_width=52.5, foot=(415, 28), foot_size=16.0, days_right=False)


def layout(plan: Plan, group: Group, writer: Writer, own: Own | None = None) -> Sheet:
    """The layout of a group with fields, or of one person with texts.

    Args:
        plan: the guide.
        group: who shares the layout.
        writer: of the plan.
        own: the one person whose values a field cannot show.

    Raises:
        UserError: a due date outside the calendar.
    """
    library = library_for(plan, group)
    context = Context(
        library,
        group.language,
        site_url=language_root(library, group.language, plan.site_url),
        lists_sources=any(section.sources for section in plan.entry.model.sections),
    )
    view = guide_view(plan.entry, context, logo_view(plan.look))
    ink = ink_of(plan, large=group.large)
    dues = _due_slots(view, plan, group, writer, ink)
    facts = [key for key in group.facts if key != "name"]
    shown = pack_view(view, group.language, facts, dues, Slots(own.values if own else None, ink.module))
    if own:
        shown = replace(shown, person=tuple(_beside(field, own) for field in shown.person))
    copy = Copy(group.language, plan.site_url, paper=plan.paper, large=group.large)
    job = view_job(shown, plan.entry, library, plan.look, plan.fonts, copy, sheets=("pack.css",), variant=plan.variant)
    person = f'url("{_foot_picture(ink.foot)}")' if own is None else css_string(own.name)
    # a field on the cover is no text, so the cover may have that much less
    bare = pack_view(view, group.language, facts, dues, Slots({})).cover.letters
    css = (*job.css, f":root {{ --smm-person: {person} }}")
    return Sheet(replace(job, css=css, min_page_chars=min(job.min_page_chars, bare)), dues)


def _beside(field: FieldView, own: Own) -> FieldView:
    if field.name not in own.unfit:
        return field
    return replace(field, label=_BESIDE.format(field.label, own.values[field.name].text))


def _due_slots(view: GuideView, plan: Plan, group: Group, writer: Writer, ink: Ink) -> dict[str, DueSlot]:
    """The tasks whose day is known when the first days are."""
    setter = typesetter(tuple(sorted(plan.values.files.items())))
    size, width = ink.note_size, ink.due_width * POINTS_PER_MM
    slots = {}
    for shown in shown_tasks(view):
        entry, task = task_behind(shown.tick.name, plan.library)
        anchors = {one.id: one.due for _, one in entry.model.tasks()}
        due = task.due
        while not due.is_fixed:
            due = anchors[due.anchor]
        if Anchor(due.anchor) in group.anchors:
            notes = writer.longest_notes((entry.slug, task.id), group.language)
            lines = max(setter.lines(note, "text", size, width) or _MOST_LINES for note in notes)
            slots[due_name(shown)] = DueSlot(entry.slug, task.id, min(lines, _MOST_LINES))
    return slots


@cache
def _foot_picture(pixels: tuple[int, int]) -> str:
    """A white picture of the size of a line, as an address; filling replaces it."""
    out = io.BytesIO()
    Image.new("L", pixels, 255).save(out, "PNG")
    return f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"
