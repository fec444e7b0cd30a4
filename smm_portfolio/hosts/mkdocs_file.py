"""mkdocs.yml read and written without running anything in it: tags such as ``!ENV`` stay what they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from smm_portfolio.problems import Problem, UserError


@dataclass(frozen=True, slots=True)
class _Tagged:
    """A value with a tag of its own, kept for writing."""

    tag: str
    node: yaml.Node


class _Loader(yaml.SafeLoader):
    """Keeps tagged values."""


class _Dumper(yaml.SafeDumper):
    """Writes them back."""


def _keep(loader: _Loader, suffix: str, node: yaml.Node) -> _Tagged:
    return _Tagged(node.tag, node)


def _back(dumper: _Dumper, value: _Tagged) -> yaml.Node:
    return value.node


_Loader.add_multi_constructor("!", _keep)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _keep)
_Dumper.add_representer(_Tagged, _back)


def read_config(path: Path) -> dict[str, Any]:
    """The configuration as plain data.

    Raises:
        UserError: it is missing or not a mapping.
    """
    if not path.is_file():
        problem = Problem("SMM060", f"there is no {path.name}", "Go to the project folder or name it with --project.")
        raise UserError([problem])
    try:
        found = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)  # noqa: S506 - a SafeLoader
    except UnicodeDecodeError:
        problem = Problem("SMM001", "the file is not UTF-8 text", "Save it with the encoding UTF-8.", path.name, 1, 1)
        raise UserError([problem]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UserError([Problem("SMM002", str(error.problem), "Correct the file.", path.name, line, 1)]) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # an invisible character, a day that is not there
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error).split("\n")[0]
        message = f"the file cannot be read: {reason}"
        raise UserError([Problem("SMM002", message, "Correct the file.", path.name, 1, 1)]) from None
    if not isinstance(found, dict):
        raise UserError(
            [Problem("SMM006", "the file is not a set of keys and values", "Start with site_name:.", path.name)]
        )
    return found


def write_config(path: Path, config: dict[str, Any]) -> None:
    """Write a configuration, keys in their order."""
    text = yaml.dump(config, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
    path.write_text(text, encoding="utf-8")
