"""Onboarding checklists: phases, tasks with owner and due date in words, lines to sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smm_portfolio.content.condition_words import Answers, answers_of, condition_words
from smm_portfolio.content.due_words import due_words
from smm_portfolio.content.kinds.checklist import OnboardingChecklist, Owner, Phase, Task
from smm_portfolio.content.library import Entry
from smm_portfolio.content.values.due import Due
from smm_portfolio.site.citations import source_list
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.frame import crumbs, entry_page
from smm_portfolio.site.markdown_text import literal
from smm_portfolio.site.pages.assess import assess_items, assess_pages
from smm_portfolio.site.pages.indexes import index_page
from smm_portfolio.site.pages.ticks import tick_view
from smm_portfolio.site.relations import relations
from smm_portfolio.site.tree import Page
from smm_portfolio.site.views import (
    ChecklistView,
    FactView,
    LinkView,
    PersonView,
    PhaseView,
    SignView,
    TaskView,
)
from smm_portfolio.site.words import count, plain, say, term


@dataclass(frozen=True, slots=True)
class _Words:
    """Titles of tasks by id, and words for the values of conditions."""

    titles: Mapping[str, str]
    answers: Answers


def checklist_pages(context: SiteContext) -> tuple[Page, ...]:
    """The index, a page for every onboarding checklist, and a self-assessment for every skill checklist."""
    entries, tests = context.library.checklists, assess_pages(context)
    pages = (*(_page(context, entry) for entry in entries), *tests)
    return (_index(context), *pages) if pages else ()


def checklist_view(context: SiteContext, entry: Entry[OnboardingChecklist]) -> ChecklistView:
    """A checklist with relative due dates, which hold for everybody."""
    checklist, text = entry.model, context.text
    titles = {task.id: text(task.title) for _, task in checklist.tasks()}
    answers = answers_of(checklist, context.language)
    version = checklist.version
    if checklist.date:
        version = say(context, "checklists.version_date", version=version, date=context.format.date(checklist.date))
    phases = count(context, "checklists.phases", len(checklist.phases))
    tasks = count(context, "checklists.total", len(titles))
    signoff = checklist.signoff
    return ChecklistView(
        id=entry.slug,
        title=text(checklist.title),
        total=context.format.number(len(titles)),
        total_label=say(context, "checklists.total_phases", tasks=tasks, phases=phases),
        lede=text(checklist.summary),
        intro=text(checklist.intro),
        crumbs=crumbs(text(checklist.title), (say(context, "checklists.title"), "checklists/")),
        facts=(
            FactView(term=say(context, "checklists.counted"), value=_anchor(context, checklist)),
            FactView(term=say(context, "checklists.owners"), value=_owners(context, checklist)),
            FactView(term=say(context, "checklists.version"), value=version),
        ),
        actions=relations(context).guides_of.get((entry.kind, entry.slug), ()),
        phases=tuple(_phase(context, phase, _Words(titles, answers)) for phase in checklist.phases),
        signs=tuple(SignView(role=term(context, "owners", one)) for one in signoff.signatories) if signoff else (),
        sign_note=_sign_note(context, checklist),
        tick=tick_view(context, entry),
        sources=source_list(
            context, [*checklist.sources, *(cite for _, task in checklist.tasks() for cite in task.sources)]
        ),
    )


def _page(context: SiteContext, entry: Entry[OnboardingChecklist]) -> Page:
    return entry_page(context, entry, f"checklists/{entry.slug}.md", "checklist", checklist_view(context, entry))


def _phase(context: SiteContext, phase: Phase, words: _Words) -> PhaseView:
    return PhaseView(
        id=phase.id,
        title=context.text(phase.name),
        count=count(context, "checklists.tasks", len(phase.tasks)),
        note=plain(context.text(phase.intro)),
        tasks=tuple(_task(context, task, words) for task in phase.tasks),
    )


def _task(context: SiteContext, task: Task, words: _Words) -> TaskView:
    return TaskView(
        id=task.id,
        text=words.titles[task.id],
        owner=person(context, task.owner),
        due=due_words(task.due, context.labels["due"], context.language, words.titles),
        detail=_detail(context, task),
        category=term(context, "categories", task.category),
        notes=_notes(context, task, words),
        evidence=(LinkView(text=say(context, "checklists.link"), href=task.link),) if task.link else (),
    )


def person(context: SiteContext, owner: Owner) -> PersonView:
    """The role that does a task, with one or two letters for it."""
    role = term(context, "owners", owner)
    letters = role if role.isupper() else "".join(word[0] for word in role.split()[:2]).upper()
    return PersonView(role=role, initials=letters[:2], id=owner)


def _notes(context: SiteContext, task: Task, words: _Words) -> tuple[str, ...]:
    notes = [condition_words(task.when, context.labels["people"], words.answers)] if task.when else []
    if not task.required:
        notes.append(say(context, "checklists.optional"))
    if task.depends_on:
        first = context.format.listing(words.titles.get(one, one) for one in task.depends_on)
        notes.append(say(context, "checklists.after", tasks=first))
    if task.signoff:
        notes.append(say(context, "checklists.signoff"))
    return tuple(notes)


def _detail(context: SiteContext, task: Task) -> str:
    """What done means, what shows it, and who helps."""
    lines = [say(context, "checklists.done", done=context.text(task.done))]
    if task.evidence:
        lines.append(say(context, "checklists.evidence", evidence=context.text(task.evidence)))
    if task.support:
        helpers = context.format.listing(context.format.inside(term(context, "owners", one)) for one in task.support)
        lines.append(say(context, "checklists.support", owners=helpers) + ".")
    return "\n\n".join(literal(line) for line in lines)


def _anchor(context: SiteContext, checklist: OnboardingChecklist) -> str:
    labels = context.labels["due"]
    return str(labels["anchor"][Due(anchor=checklist.anchor).anchor])


def _owners(context: SiteContext, checklist: OnboardingChecklist) -> str:
    """Everybody who does something, in order of appearance."""
    words = dict.fromkeys(term(context, "owners", task.owner) for _, task in checklist.tasks())
    first, *others = words
    return context.format.listing([first, *map(context.format.inside, others)])


def _sign_note(context: SiteContext, checklist: OnboardingChecklist) -> str:
    if checklist.signoff is None:
        return ""
    note = plain(context.text(checklist.signoff.statement))
    if not checklist.signoff.read:
        return note
    items = context.format.listing(map(context.text, checklist.signoff.read))
    return f"{note} {say(context, 'checklists.read', items=items)}"


def _index(context: SiteContext) -> Page:
    return index_page(
        context,
        "checklists",
        context.library.checklists,
        lambda one: count(context, "checklists.tasks", len(list(one.tasks()))),
        assess_items(context),
    )
