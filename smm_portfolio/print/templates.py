"""The Jinja environment of printed documents: sandboxed, strict, escaping; a look may replace any template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from smm_portfolio.looks import Look


def document(look: Look, name: str, view: object, labels: Mapping[str, Any]) -> str:
    """A whole HTML document.

    Args:
        look: its ``print/`` folders are searched, the nearest layer first.
        name: template without ending, such as ``guide``.
        view: what it shows.
        labels: section ``print`` of the language's labels.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in look.folders("print")]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(f"{name}.html").render(view=view, t=labels)
