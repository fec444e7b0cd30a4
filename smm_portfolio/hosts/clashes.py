"""Hand-written pages that stand at the address of an entry."""

from __future__ import annotations

from smm_portfolio.content.library import Library
from smm_portfolio.hosts.handwritten import variants
from smm_portfolio.problems import Problem, Severity
from smm_portfolio.site.relations import FOLDERS


def clash_problems(library: Library) -> list[Problem]:
    """Entries whose own page nobody will see, because a hand-written one takes its place.

    Why a warning: it may be meant, and the hand-written page is the one that somebody took the trouble to write. A list
    of entries and the pages about the person (about, services, contact) give way without one: what they say stands
    elsewhere too, and writing them oneself is the ordinary way to say more.
    """
    sources = [path.relative_to(library.docs).as_posix() for path in library.docs.rglob("*.md")]
    written = {page.uri: page.source for page in variants(sources, library.languages[0], library.languages)}
    problems = []
    for entry in library.entries():
        folders = (FOLDERS[entry.kind], *(("checklists",) if entry.kind == "skill_checklist" else ()))
        for source in (written[uri] for folder in folders if (uri := f"{folder}/{entry.slug}.md") in written):
            message = f"the hand-written page {source} takes the place of this entry's own page"
            fix = "Rename one of the two files, or leave it as it is where that is meant."
            problems.append(Problem("SMM084", message, fix, entry.file, severity=Severity.WARNING))
    return problems
