"""Conditions in words, for documents that are for everybody: “alleen voor: wie adverteert en niet regio NL of BE”."""

from __future__ import annotations

from collections.abc import Mapping

from smm_portfolio.content.kinds.checklist import OnboardingChecklist
from smm_portfolio.content.labels import Labels
from smm_portfolio.content.values.condition import All, Condition, Is, Node, Not, folded

Answers = Mapping[str, Mapping[str, str]]
"""The words for a value, by field and value, as far as the checklist gives them."""
NO_ANSWERS: Answers = {}


def answers_of(checklist: OnboardingChecklist, language: str) -> Answers:
    """The words that a checklist has for the values of its conditions."""
    return {
        question.field: {
            folded(value): choice.name.pick(language) for choice in question.choices for value in choice.values
        }
        for question in checklist.questions
    }


def condition_words(condition: Condition, labels: Labels, answers: Answers = NO_ANSWERS) -> str:
    """For whom something is meant.

    Args:
        condition: on fields of a person.
        labels: section ``people`` of the language's labels.
        answers: words for values; a value without any is named with its field.
    """
    return str(labels["condition"]).format(who=_words(condition.tree, labels, answers))


def field_name(name: str, labels: Labels) -> str:
    """A field of a person in words: the known ones by their label, an own column as it is typed."""
    return str(labels["fields"].get(name, name.replace("_", " ")))


def _words(node: Node, labels: Labels, answers: Answers) -> str:
    if isinstance(node, Not):
        return str(labels["condition_not"]).format(part=_inside(node.part, labels, answers))
    if isinstance(node, Is):
        text = _is_words(node, labels, answers.get(node.name, {}))
        return str(labels["condition_not"]).format(part=text) if node.negated else text
    joint = str(labels["and" if isinstance(node, All) else "or"])
    return joint.join(_inside(part, labels, answers) for part in node.parts)


def _is_words(node: Is, labels: Labels, answers: Mapping[str, str]) -> str:
    either = str(labels["or"])
    if all(folded(value) in answers for value in node.values):
        return either.join(dict.fromkeys(answers[folded(value)] for value in node.values))
    name = field_name(node.name, labels).lower()
    return str(labels["condition_is"]).format(field=name, values=either.join(node.values))


def _inside(node: Node, labels: Labels, answers: Answers) -> str:
    """A part of a longer condition; several parts are held together by parentheses."""
    words = _words(node, labels, answers)
    return words if isinstance(node, Is | Not) else f"({words})"
