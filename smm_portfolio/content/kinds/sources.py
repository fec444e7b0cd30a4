"""The publications and documents that content cites by id."""

from __future__ import annotations

from smm_portfolio.content.values.base import Model
from smm_portfolio.content.values.scalars import Id
from smm_portfolio.content.values.source import Source


class Sources(Model):
    """sources.yml: every source once, cited by id from anywhere in the project."""

    sources: dict[Id, Source]
    """Sources by id."""
