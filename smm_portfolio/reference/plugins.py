"""The page of the MkDocs plugins: their options, and the blocks for hand-written pages."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any

from smm_portfolio.hosts.mkdocs import CampaignOptions, SmmOptions
from smm_portfolio.reference.markdown import code, fence, heading, page, prose, table

_INTRO = """\
Two plugins for MkDocs. `smm` adds home, work, case studies, skills, checklists, roles, salaries and guides;
`smm-campaigns` adds campaign pages and also works without `smm`. How to use them in a site that you have already:
[in an existing Material site](../existing-site.md)."""

PLUGINS: dict[str, type[Any]] = {"smm": SmmOptions, "smm-campaigns": CampaignOptions}


def plugins_page(order: int) -> str:
    """Every option of both plugins."""
    parts = [_INTRO]
    for name, options in PLUGINS.items():
        parts += [heading(2, name), fence(f"plugins:\n  - search\n  - {name}", "yaml"), option_table(options)]
    return page("Plugin options", "Options of the MkDocs plugins smm and smm-campaigns.", order, parts)


def option_table(options: type[Any]) -> str:
    """Name, description, type and default of every option."""
    texts = attribute_docs(options)
    rows = [
        (code(name), prose(texts[name]), _type_of(option), _default(option))
        for name, option in options._schema  # noqa: SLF001 - MkDocs gives no other way to its options
    ]
    return table(("Option", "What it does", "Type", "Without it"), rows)


def attribute_docs(of: type[Any]) -> dict[str, str]:
    """The docstrings under the attributes of a class, as pydantic reads them for models."""
    body = ast.parse(textwrap.dedent(inspect.getsource(of))).body[0]
    assert isinstance(body, ast.ClassDef)
    found = {}
    for before, after in zip(body.body, body.body[1:], strict=False):
        if not (isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)):
            continue
        target = before.targets[0] if isinstance(before, ast.Assign) else getattr(before, "target", None)
        if isinstance(target, ast.Name):
            found[target.id] = str(after.value.value)
    return found


def _type_of(option: object) -> str:
    kind = getattr(getattr(option, "option", option), "_type", None)
    return {bool: "`true` or `false`", str: "text"}[kind] if isinstance(kind, type) else "text"


def _default(option: object) -> str:
    default = getattr(option, "default", None)
    return "–" if default is None else code(str(default).lower())
