"""What must stand nowhere in what a project publishes: its private terms, and who its anonymised clients are."""

from __future__ import annotations

from collections.abc import Mapping

from smm_portfolio.content.anonymity import secrets
from smm_portfolio.content.client_names import account_of, bare_name
from smm_portfolio.content.kinds.case_study import Permission
from smm_portfolio.content.library import Library
from smm_portfolio.content.settings import SHORTEST_TERM
from smm_portfolio.content.terms import fold

PRIVATE_TERMS_FILE = "private_terms.txt"
"""One term a line, for those who do not want them in Git; a line that starts with # is a remark."""


def hidden_names(library: Library) -> Mapping[str, str]:
    """Names that must not be published.

    Returns:
        By name, the file of the anonymised case that it would give away; empty for a private term. A client that
        another case names openly is no secret of the whole site, and neither are the owner's own accounts; in its own
        case it still is.
    """
    named = {
        fold(bare_name(case.model.client.name))
        for case in library.cases
        if _open(case.model.permission) and case.model.client
    }
    if library.profile is not None:
        named |= {fold(account_of(link.url)) for link in library.profile.model.links}
    found = dict.fromkeys(private_terms(library), "")
    for entry in library.cases:
        for name in secrets(entry.model):
            if fold(name) not in named:
                found.setdefault(name, entry.file)
    return found


def private_terms(library: Library) -> tuple[str, ...]:
    """The terms of smm.yml, and those of a file that may stay out of Git."""
    path = library.root / PRIVATE_TERMS_FILE
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines() if path.is_file() else []
    typed = (line.strip() for line in lines if not line.startswith("#"))
    long_enough = (line for line in typed if sum(sign.isalnum() for sign in line) >= SHORTEST_TERM)
    return tuple(dict.fromkeys((*library.settings.private_terms, *long_enough)))


def _open(permission: Permission) -> bool:
    return permission is Permission.PUBLIC
