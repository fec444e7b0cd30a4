"""A campaign for a fictional brand: brief, audience, channels, posts and calendar."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Broken, Model, readable, twice
from smm_portfolio.content.values.campaign_rules import Claim, Phrase, Utm
from smm_portfolio.content.values.learning import Audit, Exercise, MeasurementPlan, Report
from smm_portfolio.content.values.media import Artwork, ContentFormat, Picture, Platform
from smm_portfolio.content.values.media_plan import MediaPlan
from smm_portfolio.content.values.metric import Metric
from smm_portfolio.content.values.money import Money
from smm_portfolio.content.values.period import Period
from smm_portfolio.content.values.post import AdCopy, Card, Disclosure, Element, Medium, Poll, SplitTest
from smm_portfolio.content.values.response import CommunityPlan, CrisisPlan
from smm_portfolio.content.values.scalars import Date, Flag, Id, Time, Url, Whole, Word
from smm_portfolio.content.values.source import Cited
from smm_portfolio.content.values.text import Prose, Text


class Brand(Model):
    """The brand that the campaign is for; invented, so that nobody real is put words into the mouth."""

    name: Word
    """Name."""
    monogram: Annotated[Word, Field(max_length=2)] | None = None
    """One or two letters in place of a logo."""
    description: Prose
    """What it makes and for whom."""
    sector: Text | None = None
    """Line of business, for filters and for a case study made of the campaign."""
    real: Flag = False
    """true for an existing brand; then disclaimer is needed."""
    disclaimer: Text | None = None
    """Says that the campaign was not commissioned by and is not affiliated with the brand."""

    def rule_disclaimer(self) -> Iterator[Broken]:
        """A real brand without a disclaimer."""
        if self.real and self.disclaimer is None:
            yield Broken(
                "SMM018", "a real brand needs a disclaimer", "Add disclaimer, or better: invent a brand.", ("real",)
            )


class Brief(Model):
    """What the campaign must do and may not do."""

    business_goal: Text
    """What the business wants."""
    objectives: Annotated[tuple[Metric, ...], Field(min_length=1)]
    """Measurable objectives: baseline and target."""
    insight: Prose
    """What is true of the audience and not obvious."""
    message: Text
    """The one thing people should remember."""
    proof: tuple[Text, ...] = ()
    """Why they should believe it."""
    tone: Text
    """How it sounds."""
    call_to_action: Text
    """What people should do."""
    mandatories: tuple[Text, ...] = ()
    """What must be in, and what may never be said."""
    required_words: tuple[Phrase, ...] = ()
    """Words that every post must hold; checked."""
    forbidden_words: tuple[Phrase, ...] = ()
    """Words that no post may hold; checked."""
    claims: tuple[Claim, ...] = ()
    """What the brand says of itself, with the proof."""


class Audience(Model):
    """A group of people to reach."""

    id: Id | None = None
    """Short id, for posts and budget lines that are meant for these people."""
    name: Text
    """Short name."""
    description: Prose
    """Age, interests, what they are looking for."""
    interests: tuple[Text, ...] = ()
    """What they care about, as it is chosen in ads."""
    intent: Text | None = None
    """What they are trying to do."""
    ages: Annotated[Word, Field(pattern=r"^\d{2}-\d{2}$|^\d{2}\+$")] | None = None
    """Age range, for example 25-40."""


class Funnel(StrEnum):
    """Where on the way to a purchase a channel works."""

    AWARENESS = "awareness"
    INTEREST = "interest"
    INTENT = "intent"
    CONVERSION = "conversion"
    LOYALTY = "loyalty"


class Channel(Model):
    """A platform and its job in the campaign."""

    platform: Platform
    """Platform."""
    funnel: Funnel
    """awareness, interest, intent, conversion or loyalty."""
    job: Text
    """What it does here."""
    formats: tuple[ContentFormat, ...] = ()
    """Formats used."""
    rhythm: Text | None = None
    """How often."""


class PostStatus(StrEnum):
    """How far a post is."""

    CONCEPT = "concept"
    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"


class Post(Model):
    """One post of the calendar."""

    id: Id
    """Id, unique in the campaign."""
    title: Text
    """Working title in the calendar."""
    date: Date
    """Day of publication."""
    time: Time
    """Time of publication."""
    platform: Platform
    """Platform."""
    format: ContentFormat
    """Format."""
    pillar: Id | None = None
    """Id of a content pillar."""
    audience: Id | None = None
    """Id of an audience, where the post is for one of them."""
    owner: Text | None = None
    """Who makes it, by role."""
    text: Prose
    """The text as it would be posted."""
    headline: Text | None = None
    """Text inside the picture."""
    alt: Text
    """What the picture shows."""
    picture: Picture | None = None
    """Picture file; without one the campaign's artwork is drawn."""
    art: Artwork | None = None
    """A drawing in place of a picture."""
    seconds: Annotated[Whole, Field(ge=1, le=43200)] | None = None
    """Length of a video."""
    cards: Annotated[tuple[Card, ...], Field(max_length=35)] = ()
    """The cards of a carousel, or the pictures of a story, in order."""
    parts: Annotated[tuple[Prose, ...], Field(max_length=50)] = ()
    """What follows text in a thread, one post each."""
    poll: Poll | None = None
    """A question with answers to choose from."""
    test: SplitTest | None = None
    """Other versions to try against this one."""
    status: PostStatus = PostStatus.CONCEPT
    """concept, draft, review, approved, scheduled or published."""
    preview: Flag = False
    """Whether the page draws it."""
    hashtags: tuple[Word, ...] = ()
    """Hashtags that follow the text, with their #; those in the text need not be repeated."""
    link: Url | None = None
    """Where the post leads, without utm parameters: the campaign's utm adds them."""
    media: tuple[Medium, ...] = ()
    """Pictures and videos as they would be uploaded; checked against the platform."""
    elements: tuple[Element, ...] = ()
    """What lies over a vertical picture; checked against the parts that the platform covers."""
    content_warning: Text | None = None
    """Words before a hidden text, on Mastodon."""
    disclosure: Disclosure | None = None
    """partnership, gift or affiliate, where the post must say before the fold that it is advertising."""
    ad: AdCopy | None = None
    """Words and placement of an ad."""
    claims: tuple[Id, ...] = ()
    """Ids of claims of the brief that this post makes."""
    approver: Text | None = None
    """Who approved it, by role; without it the campaign's approver."""


class Pillar(Model):
    """A subject that posts return to."""

    id: Id
    """Short id."""
    name: Text
    """Name."""
    description: Text
    """What belongs to it."""


class Approval(Model):
    """A version that somebody looked at."""

    version: Word
    """Version."""
    date: Date
    """When."""
    by: Text
    """Who, by role."""
    note: Text
    """What was said or changed."""


class Campaign(Model):
    """campaigns/*.yml: a mock campaign, always labelled as such."""

    title: Text
    """Name of the campaign."""
    summary: Text
    """One sentence for cards and search results."""
    brand: Brand
    """For whom; invented."""
    period: Period
    """First and last day."""
    brief: Brief
    """Goal, insight, message, tone and limits."""
    audiences: Annotated[tuple[Audience, ...], Field(min_length=1)]
    """Whom it wants to reach."""
    pillars: tuple[Pillar, ...] = ()
    """Subjects that posts return to."""
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]
    """Where it runs and why there."""
    posts: Annotated[tuple[Post, ...], Field(min_length=1)]
    """The content calendar."""
    budget: Money | None = None
    """Everything together."""
    reserve: Money | None = None
    """Part of the budget kept back."""
    media_plan: MediaPlan | None = None
    """What is bought, and what is expected of it."""
    measurement: MeasurementPlan | None = None
    """How it will be known whether it worked."""
    community: CommunityPlan | None = None
    """Who answers whom, and how soon."""
    crisis: CrisisPlan | None = None
    """What happens when something goes wrong."""
    report: Report | None = None
    """What came of it; simulated."""
    audit: Audit | None = None
    """A look back after a fall."""
    exercise: Exercise | None = None
    """The campaign as a lesson."""
    approver: Text | None = None
    """Who approves posts, by role."""
    approvals: tuple[Approval, ...] = ()
    """The trail of versions."""
    utm: Utm | None = None
    """How links are tracked: one naming scheme for all posts."""
    art: Artwork
    """Artwork of the campaign."""
    sources: tuple[Cited, ...] = ()
    """What it draws on."""

    def rule_ids(self) -> Iterator[Broken]:
        """Ids given twice."""
        yield from twice((("pillars", i, "id"), pillar.id) for i, pillar in readable(self.pillars))
        yield from twice((("posts", i, "id"), post.id) for i, post in readable(self.posts))

    def rule_dates(self) -> Iterator[Broken]:
        """Posts outside the campaign."""
        for i, post in readable(self.posts, "date"):
            if not self.period.start <= post.date <= self.period.end:
                yield Broken(
                    "SMM018",
                    f"{post.date} is outside the campaign ({self.period.start} to {self.period.end})",
                    "Move the post or extend period.",
                    ("posts", i, "date"),
                )

    def rule_pillars(self) -> Iterator[Broken]:
        """Posts of a pillar that does not exist."""
        pillars = [pillar.id for pillar in self.pillars]
        for i, post in readable(self.posts, "pillar"):
            if post.pillar is not None and post.pillar not in pillars:
                yield Broken(
                    "SMM030",
                    f"'{post.pillar}' is not a pillar",
                    f"Use one of: {', '.join(pillars)}." if pillars else "Add it under pillars, or leave the key out.",
                    ("posts", i, "pillar"),
                )

    def rule_audiences(self) -> Iterator[Broken]:
        """Audiences with one id, and posts for an audience that does not exist."""
        ids = [(i, one.id) for i, one in readable(self.audiences, "id") if one.id is not None]
        yield from twice((("audiences", i, "id"), one) for i, one in ids)
        known = [one for _, one in ids]
        for i, post in readable(self.posts, "audience"):
            if post.audience is not None and post.audience not in known:
                fix = f"Use one of: {', '.join(known) or 'none yet; give audiences an id'}."
                message = f"'{post.audience}' is not an audience"
                yield Broken("SMM030", message, fix, ("posts", i, "audience"))

    def rule_report(self) -> Iterator[Broken]:
        """A report about posts that do not exist."""
        if self.report is None:
            return
        posts = {post.id for _, post in readable(self.posts, "id")}
        for key in ("best", "weakest"):
            for i, one in readable(getattr(self.report, key), "post"):
                if one.post not in posts:
                    message, fix = f"'{one.post}' is not a post of this campaign", "Use the id of a post."
                    yield Broken("SMM030", message, fix, ("report", key, i, "post"))

    def rule_claims(self) -> Iterator[Broken]:
        """Posts with a claim that the brief does not have."""
        known = [claim.id for claim in self.brief.claims]
        for i, post in enumerate(self.posts):
            for j, claim in enumerate(post.claims):
                if claim not in known:
                    fix = f"Use one of: {', '.join(known) or 'none yet; add it to claims of the brief'}."
                    yield Broken("SMM030", f"'{claim}' is not a claim of the brief", fix, ("posts", i, "claims", j))
