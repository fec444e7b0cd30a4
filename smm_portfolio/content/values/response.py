"""How a campaign answers people: the community plan, and what happens when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Broken, Model, readable
from smm_portfolio.content.values.media import Platform
from smm_portfolio.content.values.metric import MetricId
from smm_portfolio.content.values.scalars import Whole
from smm_portfolio.content.values.text import Prose, Text

Minutes = Annotated[Whole, Field(ge=1, le=20160)]


class Priority(StrEnum):
    """How soon somebody must answer."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class Moderation(StrEnum):
    """What is done with something that somebody else wrote."""

    LEAVE = "leave"
    ANSWER = "answer"
    HIDE = "hide"
    DELETE = "delete"
    BLOCK = "block"
    REPORT = "report"


class ResponseTarget(Model):
    """How soon what is answered."""

    about: Text
    """What people write: a question, a complaint, a compliment."""
    priority: Priority
    """urgent, high, normal or low."""
    minutes: Minutes
    """Longest time to the first answer, in minutes of the hours that are staffed."""
    platforms: tuple[Platform, ...] = ()
    """Only there; without it everywhere."""
    who: Text | None = None
    """Who answers, by role."""


class Reply(Model):
    """A prepared answer, to be adapted and never to be pasted."""

    when: Text
    """The situation."""
    text: Prose
    """The words."""


class ModerationRule(Model):
    """What happens to a kind of comment, and why."""

    what: Text
    """The kind of comment."""
    action: Moderation
    """leave, answer, hide, delete, block or report."""
    why: Text
    """The reason, as it would be told to the person."""


class Escalation(Model):
    """When somebody else takes over."""

    when: Text
    """The sign."""
    to: Text
    """Who, by role."""


class CommunityPlan(Model):
    """Who answers when, in which tone, and what is not left standing."""

    hours: Text
    """When somebody is there."""
    weekend: Text | None = None
    """What happens outside those hours."""
    tone: Text
    """How answers sound, and how they are signed."""
    languages: Text | None = None
    """In which languages."""
    targets: Annotated[tuple[ResponseTarget, ...], Field(min_length=1)]
    """How soon what is answered."""
    replies: tuple[Reply, ...] = ()
    """Prepared answers."""
    moderation: tuple[ModerationRule, ...] = ()
    """What is hidden, deleted or left, and why."""
    escalation: tuple[Escalation, ...] = ()
    """When somebody else takes over."""
    privacy: Text
    """What is never asked in public, and where such a talk continues."""
    metrics: tuple[MetricId, ...] = ()
    """Ids of the metrics that show whether it works."""


class CrisisGrade(StrEnum):
    """How bad it is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class CrisisLevel(Model):
    """One level of a crisis: how to know it, who decides, what is said."""

    level: CrisisGrade
    """low, medium or high."""
    trigger: Text
    """The sign that it is this level."""
    example: Text
    """What it could look like for this brand."""
    approver: Text
    """The one who decides, by role."""
    backup: Text
    """Who decides when that one cannot be reached."""
    minutes: Minutes
    """Longest time to the first public words, in minutes."""
    statement: Prose
    """Words that can be published before everything is known."""
    actions: tuple[Text, ...] = ()
    """What is done."""
    update_minutes: Minutes | None = None
    """How often there is news, in minutes, even when there is none."""


class CrisisMoment(Model):
    """What has been done so many minutes after the first sign."""

    minutes: Minutes
    """Minutes since the first sign: 15, 60, 180."""
    steps: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What has been done by then."""


class CrisisPlan(Model):
    """Levels, the first hours, rules, and looking back."""

    levels: Annotated[tuple[CrisisLevel, ...], Field(min_length=1)]
    """From low to high; each once."""
    first: Annotated[tuple[CrisisMoment, ...], Field(min_length=1)]
    """The first minutes and hours, in order."""
    always: tuple[Text, ...] = ()
    """What holds at every level."""
    afterwards: tuple[Text, ...] = ()
    """What is measured and discussed when it is over."""

    def rule_levels(self) -> Iterator[Broken]:
        """A level given twice, or out of order."""
        order = list(CrisisGrade)
        places = [(i, order.index(one.level)) for i, one in readable(self.levels, "level")]
        for (_, before), (i, after) in pairwise(places):
            if after <= before:
                yield Broken("SMM018", "levels go from low to high, each once", "Put them in order.", ("levels", i))

    def rule_first(self) -> Iterator[Broken]:
        """Moments that are not in order."""
        moments = list(readable(self.first, "minutes"))
        for (_, before), (i, after) in pairwise(moments):
            if after.minutes <= before.minutes:
                message = f"{after.minutes} minutes come after {before.minutes}"
                yield Broken("SMM018", message, "Put the moments in order.", ("first", i, "minutes"))
