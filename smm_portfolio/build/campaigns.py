"""Work on one campaign of a project from the command line."""

from __future__ import annotations

from pathlib import Path

from smm_portfolio.build.checking import check_project
from smm_portfolio.content.kinds.campaign import Campaign
from smm_portfolio.content.library import Entry, Library
from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.deliverables.case_draft import case_draft
from smm_portfolio.problems import Problem, UserError, errors_in


def write_case(project: Path, slug: str) -> Path:
    """Write a case study made of a campaign.

    Returns:
        The new file, below the project's case studies.

    Raises:
        UserError: there is no such campaign, it has no report, or the file is there already; nothing is written then.
    """
    library = _library(project)
    entry = find_campaign(library, slug)
    text = case_draft(entry, library.settings.languages)
    path = library.docs / "cases" / f"{slug}-case.yml"
    if path.exists():
        message = f"{path.relative_to(library.root)} is there already"
        raise UserError([Problem("SMM143", message, "Rename or remove it, and try again.")])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _library(project: Path) -> Library:
    loaded = check_project(project)
    if errors_in(loaded.problems):
        raise UserError(loaded.problems)
    return loaded.library


def find_campaign(library: Library, slug: str) -> Entry[Campaign]:
    """A campaign by its name.

    Raises:
        UserError: there is none of this name.
    """
    found = {entry.slug: entry for entry in library.campaigns}
    if slug in found:
        return found[slug]
    close = nearest(slug, found)
    known = f"Did you mean {close}?" if close else f"Known: {', '.join(sorted(found)) or 'none yet'}."
    raise UserError([Problem("SMM030", f"there is no campaign '{slug}'", known)])
