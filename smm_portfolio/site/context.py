"""What every page builder needs: the library, the language, its labels and formats, and the templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from smm_portfolio import resources
from smm_portfolio.content.library import Library
from smm_portfolio.content.values.text import Text
from smm_portfolio.content.yaml_reader import read_yaml
from smm_portfolio.problems import InternalError, Problem, UserError
from smm_portfolio.site.formatting import Formatter
from smm_portfolio.site.templates import PageTemplates


@dataclass(frozen=True, slots=True)
class SiteContext:
    """The circumstances of one build in one language.

    Args:
        library: all content.
        language: two-letter code of the pages.
        labels: the whole label file of the language.
        format: numbers, money and dates in the language.
        templates: page templates of the look.
        today: the day of the build, for the age of figures; passed in, never read from a clock.
        site_url: address of the whole site, with a slash at the end, or empty.
        with_pdf: whether the guides' PDFs are part of this build, so that pages may link to them.
    """

    library: Library
    language: str
    labels: Mapping[str, Any]
    format: Formatter
    templates: PageTemplates
    today: dt.date
    site_url: str = ""
    with_pdf: bool = True

    def text(self, text: Text | None) -> str:
        """A text in this language, or an empty string."""
        return "" if text is None else text.pick(self.language)


def labels_for(language: str) -> Mapping[str, Any]:
    """The labels of a language.

    Raises:
        UserError: the package has no label file for it.
    """
    return _labels(language)


@cache
def _labels(language: str) -> Mapping[str, Any]:
    path = resources.locales_dir() / f"{language}.yml"
    if not path.is_file():
        known = ", ".join(sorted(one.stem for one in resources.locales_dir().glob("*.yml")))
        problem = Problem("SMM017", f"there are no labels for '{language}'", f"Use one of: {known}.", "smm.yml")
        raise UserError([problem])
    document, problems = read_yaml(path.read_bytes(), path.name)
    if problems:
        raise InternalError(f"{path.name}: {problems[0].message}")
    labels: Mapping[str, Any] = document.data
    return labels
