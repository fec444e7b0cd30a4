"""Roles side by side: what each does, who needs which, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from smm_portfolio.content.values.base import Broken, Model, known, readable, twice
from smm_portfolio.content.values.scalars import Id, Whole
from smm_portfolio.content.values.source import Cited
from smm_portfolio.content.values.text import Prose, Text


class Role(Model):
    """A job."""

    id: Id
    """Short id, for example manager."""
    name: Text
    """Job title."""
    focus: Text
    """What it is about in a few words."""
    description: Prose | None = None
    """What a day or a month of it looks like."""
    tasks: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the role does."""
    skills: tuple[Text, ...] = ()
    """What it asks for."""
    works_with: tuple[Text, ...] = ()
    """Whom it works with."""


class Weight(Model):
    """How much a dimension counts for a role, with a word for it."""

    text: Text
    """The word or sentence in the cell."""
    weight: Annotated[Whole, Field(ge=0, le=3)] | None = None
    """0 to 3 pips: none, some, much, leading."""


class Dimension(Model):
    """A row of the comparison."""

    id: Id
    """Short id."""
    name: Text
    """What is compared."""
    values: dict[Id, Weight]
    """A cell per role, by the role's id."""


class Decision(Model):
    """A situation and the role it asks for."""

    situation: Text
    """The situation of the business."""
    roles: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the roles to hire."""
    why: Text | None = None
    """The reason."""


class CareerStep(Model):
    """A step on the way."""

    name: Text
    """What to do or become."""
    description: Prose | None = None
    """How."""


class Fit(Model):
    """Whom a role suits."""

    who: Text
    """What somebody is like."""
    role: Id
    """Id of the role."""


class RoleComparison(Model):
    """roles/*.yml: roles side by side, a table of decisions and a career path."""

    title: Text
    """Title of the page."""
    summary: Text
    """One sentence for cards and search results."""
    intro: Prose | None = None
    """What the comparison is for."""
    roles: Annotated[tuple[Role, ...], Field(min_length=2, max_length=4)]
    """The roles."""
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    """The rows of the comparison."""
    decisions: tuple[Decision, ...] = ()
    """Which situation asks for which role."""
    fits: tuple[Fit, ...] = ()
    """Whom each role suits."""
    career: tuple[CareerStep, ...] = ()
    """The steps of a career, in order."""
    career_note: Prose | None = None
    """What to know about the steps."""
    sources: tuple[Cited, ...] = ()
    """Where it comes from."""

    def rule_ids(self) -> Iterator[Broken]:
        """Ids given twice."""
        yield from twice((("roles", i, "id"), role.id) for i, role in readable(self.roles))
        yield from twice((("dimensions", i, "id"), row.id) for i, row in readable(self.dimensions))

    def rule_cells(self) -> Iterator[Broken]:
        """Cells for roles that do not exist, cells that are missing."""
        roles = [role.id for role in self.roles]
        if not known(*roles):
            return
        fix = f"Use one of: {', '.join(roles)}."
        for d, dimension in readable(self.dimensions, "values"):
            for role in dimension.values:
                if role not in roles:
                    path = ("dimensions", d, "values", role)
                    yield Broken("SMM030", f"'{role}' is not one of the roles", fix, path, at_key=True)
            for role in roles:
                if role not in dimension.values:
                    yield Broken(
                        "SMM011",
                        f"the row has no cell for '{role}'",
                        f"Add {role}: under values.",
                        ("dimensions", d, "values"),
                    )

    def rule_roles(self) -> Iterator[Broken]:
        """Decisions and fits that name a role which is not compared."""
        roles = [role.id for role in self.roles]
        if not known(*roles):
            return
        fix = f"Use one of: {', '.join(roles)}."
        named: list[tuple[tuple[str | int, ...], str]] = [
            (("decisions", i, "roles", r), role)
            for i, one in readable(self.decisions, "roles")
            for r, role in readable(one.roles)
        ]
        named += [(("fits", i, "role"), fit.role) for i, fit in readable(self.fits, "role")]
        for path, role in named:
            if known(role) and role not in roles:
                yield Broken("SMM030", f"'{role}' is not one of the roles", fix, path)
