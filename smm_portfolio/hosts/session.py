"""What a host is asked for, and the content and look that it works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from smm_portfolio.campaigns.checks import campaign_problems
from smm_portfolio.clock import build_day
from smm_portfolio.content.library import Library
from smm_portfolio.content.loader import SETTINGS_FILE, Loaded, load
from smm_portfolio.evidence.resolve import resolve_case
from smm_portfolio.hosts.gates import gate_problems
from smm_portfolio.looks import FontSet, Look, font_set, load_look, spare_fonts
from smm_portfolio.pictures import prepare
from smm_portfolio.problems import Problem, UserError, errors_in, sort_problems

CACHE = Path(".cache") / "smm"


@dataclass(slots=True)
class Request:
    """What a build was asked for from outside the host's own configuration.

    Args:
        language: language to build; None lets the host's theme decide.
        site_url: address of the whole site, or empty.
        pdf: finished PDFs by address, made before the build.
        with_pdf: whether pages link to PDFs.
        loaded: content that was already loaded and checked.
        pictured: whether pictures are made that other sites show of a page.
        draft: whether the pages say that they are not for the public.
    """

    language: str | None = None
    site_url: str = ""
    pdf: Mapping[str, bytes] = field(default_factory=dict)
    with_pdf: bool = True
    loaded: Loaded | None = None
    pictured: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Dressed:
    """A checked library with its look and fonts."""

    library: Library
    look: Look
    fonts: FontSet


def dress(loaded: Loaded) -> Dressed:
    """The library of a project with its look.

    Raises:
        UserError: the content or the look has errors; carries all of them.
    """
    library = loaded.library
    look, found = load_look(library.settings.look, library.root)
    wrong = errors_in([*loaded.problems, *found])
    if wrong or look is None:
        raise UserError(wrong or found)
    return Dressed(library, look, font_set(look, library.root / CACHE, spare_fonts(library.root)))


def load_for(root: Path, docs: Path, language: str | None) -> Loaded:
    """Load and check a project as a host sees it: a site without smm.yml has one language, the theme's."""
    loaded = load(root, docs=docs, languages=(language or "en",), resolve=resolve_case)
    found = [*campaign_problems(loaded.library, build_day()), *gate_problems(loaded.library)]
    found += prepare(loaded.library, whole_site=has_settings(root)).problems
    return Loaded(loaded.library, sort_problems([*loaded.problems, *found]))


def has_settings(root: Path) -> bool:
    """Whether the project has an smm.yml of its own, so that the site's frame is ours too."""
    return (root / SETTINGS_FILE).is_file()


def language_of(library: Library, asked: str | None, theme: str | None) -> str:
    """The language to build: the asked one, else the theme's where the project has it, else the default.

    Raises:
        UserError: the asked language is not one of the project's.
    """
    if asked is not None:
        if asked not in library.languages:
            known = ", ".join(library.languages)
            raise UserError(
                [Problem("SMM017", f"'{asked}' is not a language of this project", f"Use one of: {known}.")]
            )
        return asked
    return theme if theme in library.languages else library.settings.default_language
