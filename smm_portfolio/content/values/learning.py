"""What a campaign learns from: the measurement plan, the report, the audit, and the exercise for learners."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Broken, Model, readable, twice
from smm_portfolio.content.values.metric import Metric, MetricId
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.scalars import Date, Id, Whole
from smm_portfolio.content.values.text import Prose, Text


class Measure(Model):
    """A question, the metric that answers it, and what is done with the answer."""

    question: Text
    """What we want to know."""
    metric: MetricId
    """Id of the metric."""
    source: Text
    """Where the figure is read: an export, a dashboard, a count by hand."""
    rhythm: Text
    """How often."""
    decision: Text
    """What changes, and from which figure on."""
    who: Text | None = None
    """Who looks, by role."""


class MeasurementPlan(Model):
    """How it will be known whether the campaign worked."""

    success: Text
    """When the campaign is a success, in one sentence that can be checked."""
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    """Questions and metrics."""
    limits: Text | None = None
    """What these figures cannot say."""


class Finding(Model):
    """Something that was seen, why it is so, and what follows from it."""

    title: Text
    """The finding in one sentence."""
    evidence: tuple[Metric, ...] = ()
    """Figures behind it."""
    cause: Prose
    """Why it is so; whether that is known or supposed."""
    action: Text
    """What changes."""


class TopPost(Model):
    """A post that stood out."""

    post: Id
    """Id of the post."""
    figure: Metric
    """What it did."""
    why: Text
    """The explanation."""


class Report(Model):
    """What came of it; for an invented campaign every figure is simulated, and labelled so."""

    period: Period
    """What is reported on."""
    summary: Prose
    """Three lines for somebody who reads nothing else."""
    results: Annotated[tuple[Metric, ...], Field(min_length=1)]
    """Figures against the goals."""
    best: tuple[TopPost, ...] = ()
    """Posts that did well."""
    weakest: tuple[TopPost, ...] = ()
    """Posts that did not."""
    findings: tuple[Finding, ...] = ()
    """What was learned."""
    next_period: Text | None = None
    """What is done next."""


class Urgency(StrEnum):
    """In which order an audit's actions are taken."""

    NOW = "now"
    NEXT = "next"
    LATER = "later"


class AuditFinding(Model):
    """One thing that an audit looked at."""

    area: Text
    """Where: content, timing, formats, comments, account."""
    observation: Text
    """What was seen."""
    evidence: tuple[Metric, ...] = ()
    """Figures behind it."""
    cause: Text
    """The likely cause, and how sure it is."""
    action: Text
    """What to do about it."""
    urgency: Urgency
    """now, next or later."""
    owner: Text
    """Who does it, by role."""
    due: Date | None = None
    """By when."""


class Experiment(Model):
    """A new format or time that is tried, with the figure that decides."""

    name: Text
    """What is tried."""
    hypothesis: Text
    """If we do this, then that, because."""
    metric: MetricId
    """Id of the metric that decides."""
    keep: Text
    """From which figure on it stays."""
    period: Period | None = None
    """When it is tried."""


class ScheduleRow(Model):
    """How the posting schedule changes."""

    day: Text
    """Day and time, or series."""
    before: Text
    """What was posted then."""
    after: Text
    """What is posted now."""


class Audit(Model):
    """A look back after a fall: what fell, what was found, what is tried, how the schedule changes."""

    occasion: Prose
    """Why there is an audit."""
    period: Period
    """What it looked at."""
    fall: Annotated[tuple[Metric, ...], Field(min_length=1)]
    """What fell: baseline and result."""
    looked_at: tuple[Text, ...] = ()
    """What was read and counted, and what was not."""
    findings: Annotated[tuple[AuditFinding, ...], Field(min_length=1)]
    """What was found."""
    experiments: tuple[Experiment, ...] = ()
    """New formats that are tried."""
    schedule: tuple[ScheduleRow, ...] = ()
    """The new posting schedule beside the old one."""
    verdict: Prose
    """What it comes to, and when it is checked again."""


class CampaignPart(StrEnum):
    """A part of a campaign that an exercise can withhold."""

    BRIEF = "brief"
    OBJECTIVES = "objectives"
    AUDIENCES = "audiences"
    PILLARS = "pillars"
    CHANNELS = "channels"
    POSTS = "posts"
    CALENDAR = "calendar"
    MEDIA_PLAN = "media_plan"
    MEASUREMENT = "measurement"
    COMMUNITY = "community"
    CRISIS = "crisis"
    REPORT = "report"
    AUDIT = "audit"


class Question(Model):
    """Something that a learner works out."""

    id: Id
    """Short id."""
    question: Prose
    """What is asked."""
    hint: Text | None = None
    """Help for whoever is stuck."""
    answer: Prose
    """A good answer; withheld from learners."""
    lines: Annotated[Whole, Field(ge=1, le=40)] = 6
    """Room for the answer on paper, in lines."""


class Exercise(Model):
    """The campaign as a lesson: what learners get, what they make, and what is withheld until then."""

    assignment: Prose
    """What learners do, and what they hand in."""
    minutes: Annotated[Whole, Field(ge=5, le=6000)] | None = None
    """How long it takes."""
    withheld: Annotated[tuple[CampaignPart, ...], Field(min_length=1)]
    """Parts of the campaign that learners make themselves."""
    questions: tuple[Question, ...] = ()
    """What they are asked, with answers for the trainer."""
    criteria: tuple[Text, ...] = ()
    """What a good answer is judged by."""

    def rule_questions(self) -> Iterator[Broken]:
        """Ids given twice."""
        yield from twice((("questions", i, "id"), one.id) for i, one in readable(self.questions, "id"))
