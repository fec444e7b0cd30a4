"""The campaign as a lesson: the assignment and its questions, with or without the answers."""

from __future__ import annotations

from smm_portfolio.campaigns.brief import ALL
from smm_portfolio.content.values.learning import CampaignPart, Exercise, Question
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import BlockView, FactView, PartView, PointView
from smm_portfolio.site.words import say, term

PATH = "campaigns.exercise"
_MINUTE = 60


def given(exercise: Exercise) -> frozenset[CampaignPart]:
    """What learners see."""
    return ALL - frozenset(exercise.withheld)


def lesson_parts(context: SiteContext, exercise: Exercise, *, answers: bool) -> tuple[PartView, ...]:
    """The assignment and the questions.

    Args:
        context: the build.
        exercise: the exercise.
        answers: whether answers stand below the questions; else a hint to open, and room to write on paper.
    """
    assignment = PartView(
        id="assignment",
        title=say(context, f"{PATH}.assignment"),
        blocks=(
            BlockView(body=context.text(exercise.assignment), facts=_facts(context, exercise)),
            *_criteria(context, exercise),
        ),
    )
    points = tuple(_question(context, number, one, answers=answers) for number, one in enumerate(exercise.questions, 1))
    if not points:
        return (assignment,)
    questions = PartView(id="questions", title=say(context, f"{PATH}.questions"), blocks=(BlockView(points=points),))
    return (assignment, questions)


def _facts(context: SiteContext, exercise: Exercise) -> tuple[FactView, ...]:
    parts = context.format.listing(
        context.format.inside(term(context, "campaign_parts", one)) for one in exercise.withheld
    )
    time = "" if exercise.minutes is None else context.format.duration(exercise.minutes * _MINUTE)
    rows = (("withheld", context.format.sentence(parts)), ("minutes", time))
    return tuple(FactView(term=say(context, f"{PATH}.{key}"), value=value) for key, value in rows if value)


def _criteria(context: SiteContext, exercise: Exercise) -> tuple[BlockView, ...]:
    if not exercise.criteria:
        return ()
    items = tuple(context.text(one) for one in exercise.criteria)
    return (BlockView(points=(PointView(title=say(context, f"{PATH}.criteria"), items=items),)),)


def _question(context: SiteContext, number: int, question: Question, *, answers: bool) -> PointView:
    hint = context.text(question.hint)
    aside = FactView(term=say(context, f"{PATH}.hint"), value=hint) if hint and not answers else None
    return PointView(
        title=say(context, f"{PATH}.question", n=str(number)),
        body=context.text(question.question),
        quote=context.text(question.answer) if answers else "",
        aside=aside,
        lines=0 if answers else question.lines,
    )
