"""The handbook's reference pages, written from the models, commands, problem codes and looks themselves.

Nothing else imports this package; ``python -m smm_portfolio.reference`` writes the pages, and a test compares them.
"""

from __future__ import annotations

from smm_portfolio.reference.pages import FOLDER, reference_pages, write_reference

__all__ = ["FOLDER", "reference_pages", "write_reference"]
