"""Conditions in words, for documents that are for everybody: “alleen voor: rol maker en niet regio NL of BE”."""

from __future__ import annotations

from smm_portfolio.content.labels import Labels
from smm_portfolio.content.values.condition import All, Condition, Is, Node, Not


def condition_words(condition: Condition, labels: Labels) -> str:
    """For whom something is meant.

    Args:
        condition: on fields of a person.
        labels: section ``people`` of the language's labels.
    """
    return str(labels["condition"]).format(who=_words(condition.tree, labels))


def _words(node: Node, labels: Labels) -> str:
    if isinstance(node, Not):
        return str(labels["condition_not"]).format(part=_inside(node.part, labels))
    if isinstance(node, Is):
        name = str(labels["fields"].get(node.name, node.name.replace("_", " "))).lower()
        text = str(labels["condition_is"]).format(field=name, values=str(labels["or"]).join(node.values))
        return str(labels["condition_not"]).format(part=text) if node.negated else text
    joint = str(labels["and" if isinstance(node, All) else "or"])
    return joint.join(_inside(part, labels) for part in node.parts)


def _inside(node: Node, labels: Labels) -> str:
    """A part of a longer condition; several parts are held together by parentheses."""
    words = _words(node, labels)
    return words if isinstance(node, Is | Not) else f"({words})"
