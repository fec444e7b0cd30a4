"""Checklists: skills with levels and evidence, and onboarding tasks with owners and due dates."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from smm_portfolio.content.task_order import order_problems
from smm_portfolio.content.values.base import Broken, Model, RefTo, known, readable, twice
from smm_portfolio.content.values.condition import When, folded
from smm_portfolio.content.values.due import Anchor, Due
from smm_portfolio.content.values.media import PageName
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.values.scalars import Date, Flag, Id, Url, Word
from smm_portfolio.content.values.source import Cited
from smm_portfolio.content.values.text import Prose, Text


class SkillLevel(Model):
    """A step on the ladder, lowest first."""

    id: Id
    """Short id, for example basic."""
    name: Text
    """What it is called."""
    description: Text
    """What somebody at this level does."""


class SkillLesson(Model):
    """Something to read or to practise, for whoever is below a level."""

    text: Text
    """What to do, in words: the name of a lesson, or an exercise."""
    page: PageName | None = None
    """The page of your site where it stands, as a Markdown file in the docs folder: training/kpis.md."""
    link: Url | None = None
    """Where it stands elsewhere."""

    def rule_place(self) -> Iterator[Broken]:
        """A page of the site and an address elsewhere at once."""
        if self.page is not None and self.link is not None:
            yield Broken("SMM018", "the lesson stands in two places", "Keep page or link, and leave out the other.")


class SkillTarget(Model):
    """What somebody can aim for: a role, or a step in a career, and the level that it asks of each skill."""

    id: Id
    """Id, unique in the checklist."""
    name: Text
    """What it is called."""
    level: Id | None = None
    """The level asked of every skill that levels does not name; left out, those are not asked for."""
    levels: Annotated[dict[Id, Id], Field(default_factory=dict)]
    """Level by the id of the skill."""


class Skill(Model):
    """Something one can do, how well, and what proves it."""

    id: Id
    """Id, unique in the checklist."""
    name: Text
    """What it is called."""
    description: Prose | None = None
    """What it takes."""
    level: Id | None = None
    """Your own level, an id of levels."""
    evidence: tuple[Annotated[Id, RefTo("work")], ...] = ()
    """Case studies and campaigns that prove it."""
    tools: tuple[Word, ...] = ()
    """Tools it is done with."""
    learn: tuple[SkillLesson, ...] = ()
    """How to get better at it; the self-assessment shows it to whoever is below the level aimed for."""
    sources: tuple[Cited, ...] = ()
    """Who says that it matters."""


class SkillGroup(Model):
    """Skills that belong together."""

    id: Id
    """Id, unique in the checklist."""
    name: Text
    """Heading."""
    intro: Prose | None = None
    """What they have in common."""
    items: Annotated[tuple[Skill, ...], Field(min_length=1)]
    """The skills."""


class SkillChecklist(Model):
    """checklists/*.yml with type: skill. Groups of skills with levels and the work that proves them."""

    type: Literal["skill"]
    """skill."""
    title: Text
    """Title of the page."""
    summary: Text
    """One sentence for cards and search results."""
    intro: Prose | None = None
    """What it is for and how to use it."""
    version: Word = "1"
    """Version, printed on paper."""
    levels: Annotated[tuple[SkillLevel, ...], Field(min_length=2)]
    """The ladder, lowest first."""
    groups: Annotated[tuple[SkillGroup, ...], Field(min_length=1)]
    """The skills by group."""
    targets: tuple[SkillTarget, ...] = ()
    """What one can aim for in the self-assessment; without any, the next step is one level up."""
    sources: tuple[Cited, ...] = ()
    """Where the list comes from."""

    def skills(self) -> Iterator[Skill]:
        """Every skill, in order."""
        return (skill for group in self.groups for skill in group.items)

    def _skills(self) -> Iterator[tuple[tuple[str | int, ...], Skill]]:
        for g, group in readable(self.groups, "items"):
            for i, skill in readable(group.items):
                yield ("groups", g, "items", i), skill

    def rule_ids(self) -> Iterator[Broken]:
        """Ids given twice."""
        yield from twice([(("levels", i, "id"), level.id) for i, level in readable(self.levels)])
        yield from twice([(("groups", i, "id"), group.id) for i, group in readable(self.groups)])
        yield from twice([((*path, "id"), skill.id) for path, skill in self._skills()])
        yield from twice([(("targets", i, "id"), target.id) for i, target in readable(self.targets)])

    def rule_levels(self) -> Iterator[Broken]:
        """Levels that are not on the ladder."""
        levels = [level.id for level in self.levels]
        for path, skill in self._skills():
            yield from _off_the_ladder(skill.level, levels, (*path, "level"))

    def rule_targets(self) -> Iterator[Broken]:
        """Targets that ask for a level or a skill that is not there."""
        levels = [level.id for level in self.levels]
        skills = [skill.id for _, skill in self._skills()]
        for i, target in readable(self.targets):
            yield from _off_the_ladder(target.level, levels, ("targets", i, "level"))
            for skill, level in target.levels.items():
                path = ("targets", i, "levels", skill)
                yield from _off_the_ladder(level, levels, path)
                if skill not in skills:
                    close = nearest(skill, skills)
                    fix = f"Did you mean {close}?" if close else f"Use one of: {', '.join(skills)}."
                    yield Broken("SMM030", f"there is no skill '{skill}'", fix, path, at_key=True)


def _off_the_ladder(level: str | None, levels: list[str], path: tuple[str | int, ...]) -> Iterator[Broken]:
    if known(level) and level is not None and level not in levels:
        yield Broken("SMM030", f"'{level}' is not one of the levels", f"Use one of: {', '.join(levels)}.", path)


class Owner(StrEnum):
    """The role that has to do a task."""

    HIRE = "hire"
    FREELANCER = "freelancer"
    LEAVER = "leaver"
    SOCIAL_MANAGER = "social_manager"
    MANAGER = "manager"
    BUDDY = "buddy"
    IT = "it"
    HR = "hr"
    ACCOUNT_MANAGER = "account_manager"
    STRATEGIST = "strategist"
    COMMUNITY_LEAD = "community_lead"
    ADS_LEAD = "ads_lead"
    ANALYST = "analyst"
    CLIENT_CONTACT = "client_contact"


class TaskCategory(StrEnum):
    """What a task is about."""

    HR = "hr"
    IT = "it"
    ACCESS = "access"
    WELCOME = "welcome"
    BRAND = "brand"
    PROCESS = "process"
    COMMUNITY = "community"
    LEGAL = "legal"
    CLIENT = "client"
    WORK = "work"
    REVIEW = "review"
    TRACKING = "tracking"
    REPORTING = "reporting"


class Task(Model):
    """One thing to do, by whom, when, and what done means."""

    id: Id
    """Id, unique in the checklist; ticks and form fields keep it for ever."""
    title: Text
    """What to do."""
    done: Text
    """What done means."""
    owner: Owner
    """Who does it."""
    support: tuple[Owner, ...] = ()
    """Who helps."""
    due: Due
    """When, counted from an anchor: 'start - 7 days', 'kickoff + 2 business days'."""
    category: TaskCategory
    """What it is about."""
    required: Flag = True
    """false for something that may be left out."""
    evidence: Text | None = None
    """What shows that it was done."""
    link: Url | None = None
    """Where to do it."""
    signoff: Flag = False
    """Whether somebody initials it."""
    depends_on: tuple[Id, ...] = ()
    """Ids of tasks that come first."""
    when: When | None = None
    """For whom it is meant: role == "ads", or region in ["NL", "BE"]; everybody where it is left out."""
    sources: tuple[Cited, ...] = ()
    """Where the task comes from."""


class Phase(Model):
    """Tasks of one stretch of time."""

    id: Id
    """Id, unique in the checklist."""
    name: Text
    """Heading, for example 'Day one'."""
    intro: Prose | None = None
    """What the stretch is about."""
    tasks: Annotated[tuple[Task, ...], Field(min_length=1)]
    """The tasks."""


class ClosedDays(StrEnum):
    """Where a due date goes that falls on a day off."""

    NEXT = "next"
    PREVIOUS = "previous"
    KEEP = "keep"


class SignOff(Model):
    """What is signed at the end, and by whom."""

    statement: Prose
    """What signing means."""
    read: tuple[Text, ...] = ()
    """What was read, with version."""
    signatories: Annotated[tuple[Owner, ...], Field(min_length=1, max_length=3)] = (Owner.HIRE, Owner.MANAGER)
    """Who signs."""


class PersonChoice(Model):
    """A value that conditions compare with, in words."""

    values: Annotated[tuple[Word, ...], Field(min_length=1)]
    """What is typed in the list of people; several where it is typed in more than one way."""
    name: Text
    """In words that follow 'only for': people who make content."""


class PersonQuestion(Model):
    """A column that conditions ask for, in words: a question on the page, and what each answer is called."""

    field: Word
    """Name of the column, as in when."""
    name: Text
    """The question on the page."""
    choices: Annotated[tuple[PersonChoice, ...], Field(min_length=1)]
    """The answers."""


class OnboardingChecklist(Model):
    """checklists/*.yml with type: onboarding. Tasks by phase, each with an owner and a due date."""

    type: Literal["onboarding"]
    """onboarding."""
    title: Text
    """Title of the page."""
    summary: Text
    """One sentence for cards and search results."""
    intro: Prose | None = None
    """For whom it is and how to use it."""
    version: Word = "1"
    """Version, printed on paper."""
    date: Date | None = None
    """Date of that version."""
    anchor: Anchor = Anchor.START
    """The day that most due dates count from."""
    closed_days: ClosedDays = ClosedDays.NEXT
    """next, previous or keep: where a date goes that falls on a weekend or holiday."""
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    """The tasks by phase, in order of time."""
    questions: tuple[PersonQuestion, ...] = ()
    """The columns that conditions ask for, in words; without it the columns and values themselves are shown."""
    signoff: SignOff | None = None
    """Block for signatures."""
    sources: tuple[Cited, ...] = ()
    """Where the list comes from."""

    def tasks(self) -> Iterator[tuple[tuple[str | int, ...], Task]]:
        """Every task with its path."""
        for p, phase in readable(self.phases, "tasks"):
            for t, task in readable(phase.tasks):
                yield ("phases", p, "tasks", t), task

    def rule_ids(self) -> Iterator[Broken]:
        """Ids given twice."""
        yield from twice([(("phases", i, "id"), phase.id) for i, phase in readable(self.phases)])
        yield from twice([((*path, "id"), task.id) for path, task in self.tasks()])

    def rule_order(self) -> Iterator[Broken]:
        """Due dates and dependencies that contradict each other."""
        yield from order_problems(self)

    def rule_conditions(self) -> Iterator[Broken]:
        """Due dates that count from a task which not everybody has."""
        tasks = {task.id: task for _, task in self.tasks() if known(task.id, task.when)}
        for path, task in self.tasks():
            if not known(task.id, task.due, task.when):
                continue
            other = None if task.due.is_fixed else tasks.get(task.due.anchor)
            if other is not None and other.when is not None and other.when != task.when:
                yield Broken(
                    "SMM018",
                    f"'{task.id}' is due after '{other.id}', which not everybody has to do",
                    f"Give both the same when, or count from {self.anchor}.",
                    (*path, "due"),
                )

    def rule_questions(self) -> Iterator[Broken]:
        """Questions about columns that no condition asks for, and values that no answer has."""
        asked: dict[str, set[str]] = {}
        for _, task in self.tasks():
            if task.when is not None:
                for name in task.when.fields:
                    asked.setdefault(name, set()).update(map(folded, task.when.values_of(name)))
        for i, question in readable(self.questions):
            path = ("questions", i)
            if question.field not in asked:
                fix = f"Use one of: {', '.join(sorted(asked)) or 'none yet; give a task a when'}."
                yield Broken("SMM030", f"no condition asks for '{question.field}'", fix, (*path, "field"))
                continue
            answers = {folded(value) for choice in question.choices for value in choice.values}
            for value in sorted(asked[question.field] - answers):
                fix = f"Add '{value}' to values, or correct the condition."
                yield Broken("SMM030", f"no answer stands for '{value}'", fix, (*path, "choices"))
