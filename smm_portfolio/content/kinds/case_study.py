"""A piece of work: from what, to what, how, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.kinds.profile import Link
from smm_portfolio.content.values.base import Broken, Model, readable
from smm_portfolio.content.values.data_file import DataFile
from smm_portfolio.content.values.media import Artwork, ContentFormat, FileName, Picture, Platform
from smm_portfolio.content.values.metric import Metric, MetricId
from smm_portfolio.content.values.money import Money
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.scalars import Date, Flag, Id, Number, Word
from smm_portfolio.content.values.text import Prose, Text


class CaseKind(StrEnum):
    """Whom the work was for."""

    CLIENT = "client"
    EMPLOYER = "employer"
    VOLUNTEER = "volunteer"
    OWN = "own"
    MOCK = "mock"


class Permission(StrEnum):
    """What may be shown."""

    PUBLIC = "public"
    ANONYMISED = "anonymised"
    ON_REQUEST = "on_request"
    NONE = "none"


class Numbers(StrEnum):
    """How figures are shown."""

    EXACT = "exact"
    INDEX = "index"


class Client(Model):
    """Who the work was for."""

    name: Word
    """Name."""
    url: Word | None = None
    """Web address."""
    logo: FileName | None = None
    """Logo file, shown only with permission: public."""


class Situation(Model):
    """The starting point, with a date."""

    text: Prose
    """What was the matter."""
    lead: Text | None = None
    """The same in one sentence, set large."""
    date: Date
    """The day that the starting figures were read."""


class Goal(Model):
    """Something to reach that can be measured."""

    text: Text
    """The goal in words, tied to the business."""
    metric: MetricId | None = None
    """The metric that decides."""
    target: Number | None = None
    """The figure to reach, in the metric's unit."""
    by: Date | None = None
    """The day to reach it by."""


class Step(Model):
    """A decision and the reason for it."""

    title: Text
    """The decision."""
    why: Prose
    """The reason."""


class Sample(Model):
    """A piece of the content that was made."""

    platform: Platform
    """Where it appeared."""
    format: ContentFormat
    """Its shape."""
    date: Date | None = None
    """When it appeared."""
    caption: Text
    """Its text, or the start of it."""
    picture: Picture | None = None
    """The picture; without one the case's artwork is drawn."""
    art: Artwork | None = None
    """A drawing in place of a picture."""
    alt: Text | None = None
    """What the drawing stands for."""
    owner: Text | None = None
    """Who holds the rights."""
    result: Metric | None = None
    """One figure for this piece."""


class Lessons(Model):
    """What was learnt."""

    worked: tuple[Text, ...] = ()
    """What you would do again."""
    change: tuple[Text, ...] = ()
    """What you do differently now."""


class QuotePermission(Model):
    """The recorded consent to a quote."""

    granted: Flag
    """Whether consent was given."""
    date: Date
    """When."""
    how: Text | None = None
    """How it was recorded, for example by e-mail."""


class Testimonial(Model):
    """What somebody said of the work, with consent on record."""

    quote: Text
    """The words."""
    name: Word
    """Who said them."""
    role: Text
    """Their position."""
    permission: QuotePermission
    """The recorded consent."""


class CaseStudy(Model):
    """cases/*.yml: one piece of work, its starting point, goals, approach, results and lessons."""

    title: Text
    """A sentence about the client, best from before to after."""
    slug: Id | None = None
    """Last part of the address; the file name where it is left out."""
    kind: CaseKind
    """client, employer, volunteer, own or mock."""
    permission: Permission
    """public, anonymised, on_request or none."""
    client: Client | None = None
    """Who it was for."""
    anonymised_as: Text | None = None
    """What to call the client without its name, for example 'Regional bakery chain'."""
    numbers: Numbers = Numbers.EXACT
    """exact, or index: every baseline becomes 100."""
    summary: Text
    """One sentence for cards and search results."""
    sector: Text
    """The client's line of business."""
    role: Text
    """What you did."""
    team: Text | None = None
    """Who else worked on it."""
    hours: Text | None = None
    """How much of your time it took."""
    budget: Money | None = None
    """Advertising money spent."""
    period: Period
    """When it ran."""
    platforms: Annotated[tuple[Platform, ...], Field(min_length=1)]
    """Where it ran."""
    formats: tuple[ContentFormat, ...] = ()
    """What was made."""
    services: tuple[Text, ...] = ()
    """Services it shows."""
    situation: Situation
    """The starting point."""
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)]
    """What was to be reached."""
    audience: Prose | None = None
    """For whom."""
    approach: Annotated[tuple[Step, ...], Field(min_length=1)]
    """Decisions with their reasons; three rather than eight."""
    samples: tuple[Sample, ...] = ()
    """Pieces of the content."""
    results: Annotated[tuple[Metric, ...], Field(min_length=1)]
    """Measured results, the strongest first; one that missed its target belongs here too."""
    data: tuple[DataFile, ...] = ()
    """What the exports that results name do not say themselves, one entry a file; most exports need none."""
    caveat: Prose | None = None
    """What else may have caused the results."""
    lessons: Lessons = Lessons()
    """What was learnt."""
    testimonial: Testimonial | None = None
    """A quote with recorded consent."""
    tools: tuple[Word, ...] = ()
    """Tools used."""
    links: tuple[Link, ...] = ()
    """Where the work can be seen."""
    art: Artwork | None = None
    """Artwork for cards and headers where there is no picture."""
    picture: Picture | None = None
    """Main picture."""
    sample: Flag = False
    """This case is an invented example; says so on its page."""

    def rule_anonymity(self) -> Iterator[Broken]:
        """An anonymised case without another name."""
        if self.permission is Permission.ANONYMISED and self.anonymised_as is None:
            yield Broken(
                "SMM018",
                "an anonymised case needs a name to use instead",
                "Add anonymised_as, for example 'Regional bakery chain'.",
                ("permission",),
            )

    def rule_client(self) -> Iterator[Broken]:
        """Work for somebody without saying for whom."""
        if self.kind in (CaseKind.CLIENT, CaseKind.EMPLOYER, CaseKind.VOLUNTEER) and not (
            self.client or self.anonymised_as
        ):
            yield Broken(
                "SMM018", f"kind {self.kind} needs a client", "Add client with a name, or anonymised_as.", ("kind",)
            )

    def rule_testimonial(self) -> Iterator[Broken]:
        """A quote without consent, or in a mock."""
        if self.testimonial is not None:
            if self.kind is CaseKind.MOCK:
                yield Broken("SMM035", "a mock has no client to quote", "Remove the testimonial.", ("testimonial",))
            elif not self.testimonial.permission.granted:
                yield Broken(
                    "SMM035",
                    "consent to this quote is not recorded",
                    "Ask for it, or remove the testimonial.",
                    ("testimonial", "permission", "granted"),
                )

    def rule_goals(self) -> Iterator[Broken]:
        """A goal whose metric was never measured."""
        measured = {result.metric for result in self.results}
        for position, goal in readable(self.goals, "metric"):
            if goal.metric and goal.metric not in measured:
                yield Broken(
                    "SMM018",
                    f"the goal is measured by {goal.metric}, which results do not give",
                    f"Add a result with metric: {goal.metric}, also when the goal was missed.",
                    ("goals", position, "metric"),
                )
