"""One page for each kind of content, and one for the values that they share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from smm_portfolio.content.kinds import KINDS, Kind
from smm_portfolio.content.loader import read_settings
from smm_portfolio.reference.fields import field_table, is_shared, link_from, parts_of, rules, sections
from smm_portfolio.reference.markdown import fence, heading, page, prose, spaced
from smm_portfolio.reference.shortened import shortened

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Example:
    """Where a page's example comes from, relative to the project, and how many entries of its lists it keeps."""

    file: str
    keep: Mapping[str, int] = field(default_factory=dict)


EXAMPLES: Mapping[str, Example] = {
    "sources": Example("site_src/sources.yml", {"sources": 3}),
    "profile": Example("site_src/profile.yml", {"services": 1, "selected": 2}),
    "case_study": Example(
        "site_src/cases/korenmaat.yml", {"goals": 2, "approach": 2, "samples": 1, "results": 2, "services": 2}
    ),
    "skill_checklist": Example("checklists/skills.yml", {"groups": 1, "groups.items": 2, "targets.levels": 0}),
    "onboarding_checklist": Example(
        "checklists/new-hire.yml", {"phases": 2, "phases.tasks": 2, "phases.tasks.depends_on": 0, "signoff.read": 1}
    ),
    "role_comparison": Example(
        "site_src/roles/manager-specialist.yml",
        {"roles.tasks": 2, "roles.skills": 2, "dimensions": 2, "decisions": 2, "fits": 2, "career": 2},
    ),
    "salary_table": Example("site_src/salaries/europe-us.yml", {"rows": 2, "gaps": 1}),
    "guide": Example("site_src/guides/new-client.yml"),
    "campaign": Example(
        "site_src/campaigns/lente-in-lagen.yml",
        {"audiences": 1, "posts": 2, "approvals": 1, "channels": 2, "brief.objectives": 1},
    ),
}
"""Every kind has one; a test loads each of them."""

_SINGLE = "One file, `{file}`, in the folder of your pages (`site_src/`) or beside `smm.yml`."
_FOLDER = (
    "Every `.yml` file in a folder called `{folder}/`, in the folder of your pages (`site_src/`) or beside `smm.yml`. "
    "The name of the file is the last part of the page's address, so `{folder}/my-first.yml` becomes `…/my-first/`."
)


def file_name(kind: Kind) -> str:
    """The page's name without ending: ``case-study``."""
    return kind.name.replace("_", "-")


def kind_pages(root: Path, first_order: int) -> Iterator[tuple[str, str]]:
    """File name and text of every kind's page."""
    for position, kind in enumerate(KINDS):
        yield f"{file_name(kind)}.en.md", kind_page(kind, root, first_order + position)


def kind_page(kind: Kind, root: Path, order: int) -> str:
    """Fields, nested parts, words and an example of one kind."""
    link = link_from()
    summary = re.sub(r"^\S+\.yml(?: with type: \w+)?[.:] ", "", prose(kind.model.__doc__))
    summary = summary[:1].upper() + summary[1:]
    own = (part for part in parts_of(kind.model) if not is_shared(part))
    return page(
        spaced(kind.name).capitalize(),
        summary,
        order,
        [
            summary,
            heading(2, "Where it lies", "where"),
            (_SINGLE if kind.file else _FOLDER).format(file=kind.file, folder=kind.folder)
            + (f" The first line that counts is `type: {kind.type}`." if kind.type else ""),
            heading(2, "Fields", "fields"),
            "What any text, date or number may look like: [values](values.md).",
            field_table(kind.model, link),
            rules(kind.model),
            *sections(own, link),
            heading(2, "A complete example", "example"),
            f"Cut from `{EXAMPLES[kind.name].file}` of this site: one language, shorter lists. It loads as it is.",
            fence(example_of(kind, root)),
        ],
    )


def example_of(kind: Kind, root: Path) -> str:
    """The example of a kind's page, made from the reference content in `root`."""
    example = EXAMPLES[kind.name]
    settings, _ = read_settings(root)
    return shortened((root / example.file).read_text(encoding="utf-8"), example.keep, LANGUAGE, settings.languages)


_VALUES_INTRO = """\
Some values look the same wherever they stand. This page explains each of them once."""

_TEXT = """\
A text is one line, the same in every language or one per language:

```yaml
title: Social media manager
```

```yaml
title: {nl: Sollicitatie, en: Application}
```

Where a language is missing, the text of the first language in `smm.yml` is shown and `smm check` says so.
A line has at most 400 characters. Put quotes round a text with a colon and a space in it, or round one that starts
with a special sign: `"Results: the story"`.

Longer texts are Markdown, with paragraphs, lists, links and emphasis. Start them with `|` and indent every line:

```yaml
intro:
  en: |
    First paragraph.

    - a list
    - of things
```

HTML in such a text is an error: [SMM020](codes.md#smm020)."""

_SMALL = {
    "id": (
        "Lower-case letters, digits and single hyphens: `new-hire`, `er-reach`. It becomes part of addresses, so leave "
        "it as it is once a page is public."
    ),
    "date": "Year, month, day: `2026-03-01`.",
    "number": "Digits with a point before decimals and without separators: `12500`, `4.8`.",
}


def values_page(order: int) -> str:
    """The values that kinds share: texts, ids, dates, and every shared model and list of words."""
    shared: dict[type[Any], None] = {}
    for kind in KINDS:
        shared.update(dict.fromkeys(part for part in parts_of(kind.model) if is_shared(part)))
    words = [one for one in shared if issubclass(one, StrEnum)]
    models = [one for one in shared if one not in words]
    small = [part for name, text in _SMALL.items() for part in (heading(2, name.capitalize(), name), text)]
    return page(
        "Values",
        "Texts in several languages, dates, periods, figures, pictures and sources, as you type them.",
        order,
        [
            _VALUES_INTRO,
            heading(2, "Text", "text"),
            _TEXT,
            *small,
            *sections(iter([*models, *words]), link_from(shared_page=True)),
        ],
    )
