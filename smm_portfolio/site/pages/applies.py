"""For whom tasks are meant, on the web: what the visitor is asked, and the conditions for the script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smm_portfolio.content.condition_words import field_name
from smm_portfolio.content.kinds.checklist import OnboardingChecklist, PersonQuestion
from smm_portfolio.content.values.condition import All, Condition, Is, Node, Not, folded
from smm_portfolio.content.values.due import Anchor
from smm_portfolio.site.context import SiteContext
from smm_portfolio.site.views import QuestionView

OTHER = "-"
"""The answer of somebody for whom no condition has a value."""


def person_questions(context: SiteContext, checklist: OnboardingChecklist) -> tuple[QuestionView, ...]:
    """A question for every field that conditions ask for, in the order of the tasks.

    Values that no condition tells apart are one answer. A field with the name of a date is not asked for.
    """
    conditions = [task.when for _, task in checklist.tasks() if task.when]
    nodes = [node for condition in conditions for node in _comparisons(condition.tree)]
    worded = {question.field: question for question in checklist.questions}
    fields = dict.fromkeys(node.name for node in nodes if node.name not in set(Anchor))
    return tuple(_worded(context, worded[name]) if name in worded else _plain(context, name, nodes) for name in fields)


def when_data(checklist: OnboardingChecklist) -> dict[str, Any]:
    """The conditions by task id, as nested lists: ``["is", field, values, negated]``, ``["all", …]``."""
    return {task.id: condition_data(task.when) for _, task in checklist.tasks() if task.when}


def condition_data(condition: Condition) -> list[Any]:
    """One condition for the script."""
    return _data(condition.tree)


def _data(node: Node) -> list[Any]:
    if isinstance(node, Is):
        return ["is", node.name, [folded(value) for value in node.values], node.negated]
    if isinstance(node, Not):
        return ["not", _data(node.part)]
    return ["all" if isinstance(node, All) else "any", *map(_data, node.parts)]


def _comparisons(node: Node) -> Iterator[Is]:
    if isinstance(node, Is):
        yield node
    else:
        for part in (node.part,) if isinstance(node, Not) else node.parts:
            yield from _comparisons(part)


def _worded(context: SiteContext, question: PersonQuestion) -> QuestionView:
    answers = tuple(
        (folded(choice.values[0]), context.format.sentence(context.text(choice.name))) for choice in question.choices
    )
    return QuestionView(field=question.field, label=context.text(question.name), answers=answers)


def _plain(context: SiteContext, name: str, nodes: list[Is]) -> QuestionView:
    labels = context.labels["people"]
    sets = [{folded(value) for value in node.values} for node in nodes if node.name == name]
    together: dict[tuple[bool, ...], list[str]] = {}
    for value in dict.fromkeys(value for node in nodes if node.name == name for value in node.values):
        group = together.setdefault(tuple(folded(value) in one for one in sets), [])
        if folded(value) not in map(folded, group):
            group.append(value)
    answers = [(folded(values[0]), str(labels["or"]).join(values)) for values in together.values()]
    return QuestionView(
        field=name,
        label=context.format.sentence(field_name(name, labels)),
        answers=(*answers, (OTHER, str(context.labels["tick"]["other"]))),
    )
