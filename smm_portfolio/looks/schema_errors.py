"""What pydantic says about a brand file, in our words."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from smm_portfolio.content.values.nearest import nearest
from smm_portfolio.content.yaml_reader import DataPath
from smm_portfolio.looks.model import Brand
from smm_portfolio.problems import Problem

_UNION_STEPS = ("Adjusted", "function-after", "constrained-str", "str")


def problems_of(error: ValidationError) -> Iterator[tuple[DataPath, Problem, bool]]:
    """Path, problem, and whether the key rather than the value is meant."""
    seen = set()
    for item in error.errors(include_url=False):
        path: DataPath = tuple(step for step in item["loc"] if not _is_union_step(step))
        if path in seen:
            continue
        seen.add(path)
        where = ".".join(str(step) for step in path)
        context = item.get("ctx") or {}
        if item["type"] == "smm":
            yield path, Problem(context["code"], item["msg"], context["fix"], path=where), False
        elif item["type"] == "extra_forbidden":
            close = nearest(str(path[-1]), sorted(Brand.model_fields)) if len(path) == 1 else None
            fix = f"Did you mean {close}?" if close else "Remove it, or check the spelling in the handbook."
            yield path, Problem("SMM010", f"unknown key “{path[-1]}”", fix, path=where), True
        elif item["type"] == "missing":
            fix = "Give it, or extend a look that has it."
            yield path, Problem("SMM011", f"{where} is missing", fix, path=where), False
        else:
            yield (
                path,
                Problem(
                    "SMM071",
                    f"{where} cannot be used ({item['msg'].lower()})",
                    "Look at brand.yml of a look that comes with us for the form.",
                    path=where,
                ),
                False,
            )


def _is_union_step(step: str | int) -> bool:
    return isinstance(step, str) and step.startswith(_UNION_STEPS)
